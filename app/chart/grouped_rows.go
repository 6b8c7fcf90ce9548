package chart

import "math"

// clusterRows is the grouped form with its bars lying: a name at the left for each cluster, its bars below each other.
type clusterRows struct {
	barRows
	cl clusters
}

// Sizes of lying clusters at text factor 1.
const (
	clusterBar  = 17.0 // from one bar to the next
	clusterMost = 34.0 // what it may grow to where there is room
	clusterGap  = 12.0 // between clusters
)

func newClusterRows(c *canvas, spec Spec, cl clusters, width float64) clusterRows {
	return clusterRows{newBarRows(c, spec, width, false), cl}
}

// needs is the height of cluster i with bars so far apart.
func (r clusterRows) needs(i int, pitch float64) float64 {
	first := r.cl.slots[i].marks[0]
	lines := float64(len(r.names[first])+len(r.subs[first])) * r.as.label.lead
	return max(pitch*float64(r.cl.crowd), lines) + clusterGap*r.k
}

func (r clusterRows) height(pitch float64) float64 {
	h := 0.0
	for i := range r.cl.slots {
		h += r.needs(i, pitch)
	}
	return h
}

func (r clusterRows) least() float64 { return min(r.height(clusterBar*r.k), rowsHeight*r.k) }

// lay shares the height among the bars. A crowd of them is pressed together, and shows the texts that have room.
func (r clusterRows) lay(area Rect) {
	pitch := clusterBar * r.k
	natural := r.height(pitch)
	pitch += hold((area.H-natural)/float64(len(r.cl.slots)*r.cl.crowd), 0, (clusterMost-clusterBar)*r.k)
	press := min(1, area.H/r.height(pitch))
	left := area.X + r.nameW + rowGap
	if r.nameW == 0 {
		left = area.X
	}
	axis, track := r.axis(span{left, area.Right() - left})
	zero := math.Round(axis.at(0))
	y := area.Y
	for i := range r.cl.slots {
		h := r.needs(i, pitch) * press
		r.cluster(i, Rect{area.X, y, area.W, h}, pitch*press, axis, track)
		y += h
	}
	r.down(zero, area.Y, y, Stroke{Color: r.pal.Quiet, Width: 1})
}

// cluster draws the bars of cluster i with their figures, and its name.
func (r clusterRows) cluster(i int, box Rect, pitch float64, axis linear, track bool) {
	s := r.cl.slots[i]
	top := box.Center().Y - pitch*float64(r.cl.crowd)/2
	zero := math.Round(axis.at(0))
	for k, mark := range s.marks {
		m := r.spec.Marks[mark]
		band := Rect{box.X, top + pitch*float64(r.cl.places[i][k]), box.W, pitch}
		bar := r.rect(m, axis, band.Y, pitch)
		bar.Y, bar.H = band.Y+0.5, max(pitch-1.5, 0.5*pitch)
		if track {
			r.box(Rect{zero, bar.Y, axis.to - zero, bar.H}, r.pal.Band, Stroke{})
		}
		if hasFigure(m.Value) {
			r.groupBar(bar, m, r.groupFill(r.spec, m.Series), true)
		}
		if !hasFigure(m.Value) && !ranged(m) && m.Written == "" {
			continue
		}
		r.rowFigure(mark, m, bar, axis, track)
		r.hit(mark, mark, r.whole(m, bar, axis), band)
	}
	r.clusterName(s, box)
}

// clusterName sets the name of a cluster and its second line where they have room.
func (r clusterRows) clusterName(s slot, box Rect) {
	right, first := box.X+r.nameW, s.marks[0]
	style := r.as.label
	if s.strong {
		style = r.as.strong
	}
	lines := float64(len(r.names[first])) * style.lead
	subs := float64(len(r.subs[first])) * r.as.sub.lead
	top := box.Center().Y - (lines+subs)/2
	if !r.free(Rect{box.X, top, r.nameW, lines + subs}) || top < r.inner.Y {
		return
	}
	names := r.wrap(s.label, style, r.nameW, max(len(r.names[first]), 1))
	r.lines(right, r.lines(right, top, names, style, End), r.subs[first], r.as.sub, End)
}
