package chart

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"doublefix/app/words"
)

// shortestSpan is what an axis of time shows at least, in years: a few months.
const shortestSpan = 0.4

// timeScale maps points in time, as years with their parts, to places.
type timeScale struct{ lo, hi, from, to float64 }

// newTimeScale covers all dated marks and the months or years that their dates are.
func newTimeScale(marks []Mark, from, to float64) timeScale {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, m := range marks {
		if isDated(m) {
			half := hold(m.Soft, 0, farthestYear) / 2
			lo, hi = min(lo, m.X-half), max(hi, m.X+half)
		}
	}
	if lo > hi {
		lo, hi = 2000, 2001
	}
	if short := shortestSpan - (hi - lo); short > 0 {
		lo, hi = lo-short/2, hi+short/2
	}
	return timeScale{lo, hi, from, to}
}

// isDated reports whether m stands anywhere in time.
func isDated(m Mark) bool { return hasFigure(m.X) && math.Abs(m.X) <= farthestYear }

func (s timeScale) at(v float64) float64 {
	return s.from + (s.to-s.from)*hold((v-s.lo)/(s.hi-s.lo), 0, 1)
}

// timeTick is a place on the axis with its name.
type timeTick struct {
	at   float64
	text string
}

// months returns the beginnings of months that are step months apart, the years at the turn of the year included.
func (s timeScale) months(tr words.Tr, step int) []timeTick {
	var out []timeTick
	for year := math.Floor(s.lo); year <= s.hi; year++ {
		for month := 1; month <= 12; month += step {
			if v := yearPart(int(year), month, 1); v >= s.lo && v <= s.hi {
				out = append(out, timeTick{s.at(v), tr.Date(fmt.Sprintf("%04d-%02d", int(year), month))})
			}
		}
	}
	return out
}

// years returns the beginnings of years that step divides.
func (s timeScale) years(step float64) []timeTick {
	var out []timeTick
	for year := math.Ceil(s.lo/step) * step; year <= s.hi; year += step {
		out = append(out, timeTick{s.at(year), strconv.Itoa(int(year))})
	}
	return out
}

// ticks returns the finest set of ticks whose names stand clear of each other.
func (t *timeline) ticks() []timeTick {
	const fine = 4 // years up to which months are tried
	if t.scale.hi-t.scale.lo <= fine {
		for _, step := range []int{1, 2, 3, 6} {
			if set := t.scale.months(t.tr, step); t.clearTicks(set) {
				return set
			}
		}
	}
	for step := 1.0; step < 4*farthestYear; step *= 10 {
		for _, part := range []float64{1, 2, 5} {
			if (t.scale.hi-t.scale.lo)/(step*part) > mostTicks {
				continue
			}
			if set := t.scale.years(step * part); t.clearTicks(set) {
				return set
			}
		}
	}
	return nil
}

// mostTicks bounds an axis of time; more grid lines would stand before the events.
const mostTicks = 24

func (t *timeline) clearTicks(set []timeTick) bool {
	for i := 1; i < len(set); i++ {
		before, name := t.nameOf(set[i-1]), t.nameOf(set[i])
		if set[i].at-set[i-1].at < 44*t.k || before.right()+12*t.k > name.x {
			return false
		}
	}
	return true
}

// nameOf is where the name of a tick stands: in its middle, as far as the area has room.
func (t *timeline) nameOf(tick timeTick) span {
	w := t.width(t.as.tick, tick.text)
	return span{hold(tick.at-w/2, t.area.x, t.area.right()-w), w}
}

// drawTicks sets the names of the axis between y and top, and its lines down to bottom.
func (t *timeline) drawTicks(y, top, bottom float64) {
	for _, tick := range t.ticks() {
		t.down(tick.at, top-3*t.k, bottom, Stroke{Color: t.pal.Grid, Width: 1})
		t.text(Point{t.nameOf(tick).x, t.as.tick.middle(y + (top-y)/2)}, tick.text, t.as.tick, Start)
	}
}

// yearPart is a day as a year and the part of it that has passed at its beginning.
func yearPart(year, month, day int) float64 {
	at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	first := time.Date(at.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	next := time.Date(at.Year()+1, 1, 1, 0, 0, 0, 0, time.UTC)
	return float64(at.Year()) + at.Sub(first).Hours()/next.Sub(first).Hours()
}

// isoSpan reads an ISO date that may be partial: 1968, 2009-03 or 2021-08-04. at is the middle of the year, month or day in years, and
// soft the length of the year or month, 0 for a day. What is no such date is NaN.
func isoSpan(text string) (at, soft float64) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		d, err := time.Parse(form.layout, text)
		if err != nil {
			continue
		}
		from := yearPart(d.Year(), int(d.Month()), d.Day())
		next := d.AddDate(form.years, form.months, form.days)
		to := yearPart(next.Year(), int(next.Month()), next.Day())
		if form.days > 0 {
			return (from + to) / 2, 0
		}
		return (from + to) / 2, to - from
	}
	return math.NaN(), 0
}
