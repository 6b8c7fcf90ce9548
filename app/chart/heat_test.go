package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/look"
	"doublefix/app/words"
)

// checkCells fails the test where a cell is too narrow to be seen, covers another, or a figure stands in a cell that is not
// its own.
func checkCells(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	shared := map[[2]any]int{}
	for _, m := range spec.Marks {
		shared[[2]any{m.Series, m.X}]++
	}
	for i, h := range d.Hits {
		m := spec.Marks[h.Mark]
		if math.IsNaN(m.X) && shared[[2]any{m.Series, m.X}] > 1 {
			continue // several names: cells with several figures are tried elsewhere
		}
		if h.Box.W < heatCell-2.01 && shared[[2]any{m.Series, m.X}] == 1 {
			t.Errorf("the cell of %s is %.1f wide", m.ID, h.Box.W)
		}
		for _, o := range d.Hits[:i] {
			if h.Box.Overlaps(o.Box) {
				t.Errorf("the cell of %s covers that of %s", m.ID, spec.Marks[o.Mark].ID)
			}
		}
	}
	for _, l := range labelsOf(d) {
		if l.Role != "value" {
			continue
		}
		at, ok := d.At(l.Box().Center())
		if text := strings.TrimSuffix(l.Text, "?"); !ok || figureText(spec, spec.Marks[d.Hits[at].Mark]) != text {
			t.Errorf("%q stands in no cell of its own", l.Text)
		}
	}
}

// The higher a figure, the further its step is from paper, in every palette and on a grey page; each step can be read on.
func TestStepsRiseAndCanBeReadOn(t *testing.T) {
	for name, pal := range map[string]look.Palette{"light": look.Light(), "dark": look.Dark(), "print": look.Print(), "contrasted": look.Contrasted()} {
		c := newCanvas(words.For(words.English), framed(Frame{W: 600, Palette: pal}))
		least := 4.5
		if pal.Framed() {
			least = 7
		}
		for n := 1; n <= heatMost; n++ {
			fills := c.heatFills(n)
			if len(fills) != n {
				t.Fatalf("%s: %d steps, want %d", name, len(fills), n)
			}
			before := 1.0
			for i, fill := range fills {
				ink, _ := c.onFill(fill)
				if got := look.Contrast(ink, fill); got < least {
					t.Errorf("%s: text on step %d of %d has contrast %.2f", name, i+1, n, got)
				}
				off := look.Contrast(fill, pal.Paper)
				if off < before*1.15 {
					t.Errorf("%s: step %d of %d is %.2f from paper, the one before %.2f", name, i+1, n, off, before)
				}
				before = off
			}
		}
	}
}

// Steps cover all figures at round limits, and a higher figure is never in a lower step.
func TestStepsCoverAllFigures(t *testing.T) {
	for name, form := range heatSpecs() {
		spec := tamed(form(words.English))
		c := newCanvas(spec.Tr, framed(Frame{W: 600, Palette: look.Light()}))
		s := newHeatSteps(c, spec)
		if len(s.fills) < 1 || len(s.fills) > heatMost || len(s.texts) != len(s.limits) {
			t.Errorf("%s: %d steps, %d limits", name, len(s.fills), len(s.limits))
			continue
		}
		if len(slices.Compact(slices.Clone(s.texts))) != len(s.texts) {
			t.Errorf("%s: limits read the same: %q", name, s.texts)
		}
		var values []float64
		for _, m := range spec.Marks {
			if hasFigure(middle(m)) {
				values = append(values, middle(m))
			}
		}
		slices.Sort(values)
		last := 0
		for _, v := range values {
			at := s.step(v)
			if at < last || at >= len(s.fills) {
				t.Errorf("%s: %g is in step %d of %d after %d", name, v, at, len(s.fills), last)
			}
			if len(s.limits) > 1 && (v < s.limits[at]-1e-9*math.Abs(v) || v > s.limits[at+1]*(1+1e-9) && v > 0) {
				t.Errorf("%s: %g is not between %g and %g", name, v, s.limits[at], s.limits[at+1])
			}
			last = at
		}
	}
}

// Years without any figure keep their column, and every empty cell has its frame.
func TestEmptyCellsStay(t *testing.T) {
	spec := gridSpec(3, 9)(words.English)
	spec.Marks = slices.DeleteFunc(spec.Marks, func(m Mark) bool { return m.X == 2003 })
	g := heatGridOf(spec)
	if len(g.columns) != 9 || g.columns[3].name != "2003" {
		t.Errorf("columns are %+v", g.columns)
	}
	frames := 0
	for _, s := range laid(t, spec, 800, 400, 1).Shapes {
		if a, ok := s.(Area); ok && a.Fill.A == 0 && len(a.Stroke.Dash) == 2 && a.Stroke.Dash[0] == 2 {
			frames++
		}
	}
	if frames != g.empty()+1 { // one is in the legend
		t.Errorf("%d frames for %d empty cells", frames, g.empty())
	}
	apart := heatGridOf(heatSpecs()["apart"](words.English))
	if !apart.columns[1].fold || len(apart.columns) > 6 {
		t.Errorf("a year far off makes the columns %+v", apart.columns)
	}
}

func TestArrowKeysWalkCells(t *testing.T) {
	spec := gridSpec(3, 8)(words.English)
	d := laid(t, spec, 800, 400, 1)
	for _, h := range d.Hits {
		m := spec.Marks[h.Mark]
		right, down := spec.Marks[d.Neighbour(h.Mark, 1, 0)], spec.Marks[d.Neighbour(h.Mark, 0, 1)]
		if right.Series != m.Series || right.X < m.X {
			t.Errorf("right of %s is %s", m.ID, right.ID)
		}
		if down.ID != m.ID && down.Series <= m.Series {
			t.Errorf("under %s is %s", m.ID, down.ID)
		}
	}
	walked(t, d)
}

// walked fails the test where some mark cannot be reached by arrow keys from the first.
func walked(t *testing.T, d Drawing) {
	t.Helper()
	seen := map[int]bool{}
	queue := []int{d.Neighbour(-1, 1, 0)}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		for _, step := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
			queue = append(queue, d.Neighbour(at, step[0], step[1]))
		}
	}
	for _, h := range d.Hits {
		if !seen[h.Mark] {
			t.Errorf("mark %d is out of reach of the arrow keys", h.Mark)
		}
	}
}

func TestEveryMarkOfTheNewFormsIsInReach(t *testing.T) {
	for _, specs := range []map[string]func(words.Lang) Spec{heatSpecs(), bumpSpecs(), calendarSpecs()} {
		for name, spec := range specs {
			for _, w := range []float64{480, 1400} {
				t.Run(fmt.Sprintf("%s at %g", name, w), func(t *testing.T) { walked(t, laid(t, spec(words.Spanish), w, 500, 1)) })
			}
		}
	}
}

func TestTheAltOfAHeatMapTellsRowsAndGaps(t *testing.T) {
	spec := gridSpec(2, 6)(words.English)
	for i := range spec.Marks {
		spec.Marks[i].Written = spec.Tr.Auto(spec.Marks[i].Value)
	}
	got := alt(spec, "")
	for _, want := range []string{"It has 2 rows and 6 columns.", "Texas (5 figures)", "No figure for 2004.", "Arizona"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
}
