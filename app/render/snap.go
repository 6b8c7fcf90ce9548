package render

import "math"

// maxCrisp is the widest line, in device pixels, that is moved to whole pixels:
// wider ones look the same either way.
const maxCrisp = 3.5

// straight is true if all pieces run along the axes.
func straight(lines []polyline) bool {
	for _, l := range lines {
		for i := range l.points {
			a, b := l.points[i], l.points[(i+1)%len(l.points)]
			if i == len(l.points)-1 && !l.closed {
				break
			}
			if a.x != b.x && a.y != b.y {
				return false
			}
		}
	}
	return true
}

// snapLines moves lines along the axes so that they fill whole pixels instead
// of half of two each, and says whether they are such lines. The free ends of
// a line go to the borders between pixels, bends and the line itself to where
// a line of this width is centred.
func snapLines(lines []polyline, width float64) bool {
	if !straight(lines) {
		return false
	}
	centre := math.Round
	if int(max(1, math.Round(width)))%2 == 1 {
		centre = func(v float64) float64 { return math.Floor(v+1e-6) + 0.5 }
	}
	for _, l := range lines {
		n := len(l.points)
		if n < 2 {
			continue
		}
		first, last := l.points[0], l.points[n-1]
		level0, level1 := l.points[0].y == l.points[1].y, l.points[n-2].y == last.y
		for i, p := range l.points {
			l.points[i] = point{centre(p.x), centre(p.y)}
		}
		if !l.closed {
			l.points[0] = freeEnd(l.points[0], first, level0)
			l.points[n-1] = freeEnd(l.points[n-1], last, level1)
		}
	}
	return true
}

func freeEnd(snapped, end point, level bool) point {
	if level {
		return point{math.Round(end.x), snapped.y}
	}
	return point{snapped.x, math.Round(end.y)}
}

// snapAreas moves the sides of rectangles to whole pixels, so that bars are
// sharp and bars that touch show no seam. What would vanish stays as it is: a
// sliver is drawn pale rather than not at all.
func snapAreas(lines []polyline) {
	for _, l := range lines {
		n := len(l.points)
		if n == 5 && l.points[0] == l.points[4] {
			n = 4
		}
		box := polyline{points: l.points[:n], closed: true}
		if n != 4 || !straight([]polyline{box}) {
			continue
		}
		a, c := l.points[0], l.points[2]
		w := math.Round(a.x) - math.Round(c.x)
		h := math.Round(a.y) - math.Round(c.y)
		for i, p := range l.points {
			if w != 0 {
				p.x = math.Round(p.x)
			}
			if h != 0 {
				p.y = math.Round(p.y)
			}
			l.points[i] = p
		}
	}
}
