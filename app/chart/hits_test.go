package chart

import (
	"math"
	"testing"

	"doublefix/app/words"
)

func TestAtFindsEveryMarkAtItsMiddle(t *testing.T) {
	for name, spec := range barSpecs() {
		d := laid(t, spec(words.English), 860, 560, 1)
		for i, h := range d.Hits {
			if h.Box.W < 1 || h.Box.H < 1 {
				continue
			}
			got, ok := d.At(h.Box.Center())
			if !ok || got != i && !d.Hits[got].Box.Contains(h.Box.Center()) {
				t.Errorf("%s: at the middle of mark %d is %d", name, h.Mark, got)
			}
		}
	}
}

func TestAtPrefersTheBarToTheMeanBehindIt(t *testing.T) {
	d := laid(t, seizuresSpec(words.English), 860, 560, 1)
	bar, mean := d.Hits[3], d.Hits[2]
	low := Point{bar.Box.Center().X, bar.Box.Bottom() - 2}
	if !mean.Box.Contains(low) {
		t.Fatal("the bar of 2019 does not stand in the mean")
	}
	if got, _ := d.At(low); d.Hits[got].Mark != 3 {
		t.Errorf("the pointer on the bar of 2019 reads mark %d", d.Hits[got].Mark)
	}
	if got, ok := d.At(Point{mean.Box.X + 5, mean.Box.Bottom() - 2}); !ok || d.Hits[got].Mark != 2 {
		t.Errorf("the pointer on the mean reads mark %d", got)
	}
	if _, ok := d.At(Point{2, 2}); ok {
		t.Error("the title reads as a mark")
	}
}

func TestColumnReadsItsBar(t *testing.T) {
	d := laid(t, seizuresSpec(words.English), 860, 560, 1)
	small := d.Hits[0]
	if got, ok := d.At(Point{small.Anchor.X, small.Box.Y - 80}); !ok || got != 0 {
		t.Errorf("over a small bar the pointer reads %d, %t", got, ok)
	}
}

// Arrow keys reach every mark: left and right in columns, up and down in rows.
func TestNeighbourWalksAllMarks(t *testing.T) {
	for _, c := range []struct {
		spec   Spec
		dx, dy int
	}{{seizuresSpec(words.English), 1, 0}, {statesSpec(words.English), 0, 1}, {funnelSpec(words.Spanish), 0, 1}} {
		d := laid(t, c.spec, 860, 560, 1)
		walk := func(from, dx, dy int) (last, steps int) {
			for steps = 0; ; steps++ {
				next := d.Neighbour(from, dx, dy)
				if next == from {
					return from, steps
				}
				from = next
			}
		}
		last, there := walk(d.Hits[0].Mark, c.dx, c.dy)
		first, back := walk(last, -c.dx, -c.dy)
		if there != len(d.Hits)-1 || back != there || first != d.Hits[0].Mark {
			t.Errorf("%s: %d steps there, %d back to mark %d, with %d marks", c.spec.Form, there, back, first, len(d.Hits))
		}
	}
}

func TestNeighbourKeepsTheColumn(t *testing.T) {
	at := func(mark, track int, x, y float64) Hit {
		box := Rect{x - 3, y - 3, 6, 6}
		return Hit{mark, track, box, box.Grow(5), Point{x, y - 3}}
	}
	d := Drawing{W: 100, H: 100, Hits: []Hit{at(0, 0, 20, 80), at(1, 0, 60, 70), at(2, 1, 60, 20), at(3, 1, 22, 15), at(4, 2, 30, 60)}}
	for _, c := range []struct{ from, dx, dy, want int }{
		{0, 1, 0, 1}, {1, -1, 0, 0}, {1, 0, -1, 2}, {0, 0, -1, 4}, {3, 1, 0, 2}, {2, 0, 1, 1}, {0, -1, 0, 0}, {0, 0, 1, 0}, {9, 1, 0, 9}, {-1, 1, 0, 0}, {0, 0, 0, 0},
	} {
		if got := d.Neighbour(c.from, c.dx, c.dy); got != c.want {
			t.Errorf("from %d by %d,%d: %d, want %d", c.from, c.dx, c.dy, got, c.want)
		}
	}
	if got := (Drawing{}).Neighbour(-1, 1, 0); got != -1 {
		t.Errorf("in an empty drawing: %d", got)
	}
}

func TestDiagonalsStayInTheirBox(t *testing.T) {
	for _, r := range []Rect{{3, 4, 30, 200}, {3, 4, 200, 9}, {0, 0, 1, 1}, {0, 0, 9000, 9000}} {
		lines := diagonals(r, 6)
		if len(lines) == 0 && r.W > 6 || len(lines) > 2000 {
			t.Errorf("%+v: %d lines", r, len(lines))
		}
		for _, l := range lines {
			if !r.Grow(1e-6).Contains(l[0]) || !r.Grow(1e-6).Contains(l[1]) {
				t.Fatalf("%+v: %v leaves it", r, l)
			}
			if math.Abs((l[1].X-l[0].X)+(l[1].Y-l[0].Y)) > 1e-6 || l[1].Y > l[0].Y {
				t.Fatalf("%+v: %v does not rise at half a right angle", r, l)
			}
		}
	}
}
