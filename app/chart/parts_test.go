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

// partSpecs are the charts of stacked bars, dumbbells and slopes that every check of places goes through.
func partSpecs() map[string]func(words.Lang) Spec {
	return map[string]func(words.Lang) Spec{
		"windows": windowsSpec, "composition": compositionSpec, "rates": ratesSpec, "change": changeSpec,
		"stacked, one bar":          changed(windowsSpec, func(s *Spec) { s.Marks = s.Marks[:2] }),
		"stacked, one part":         changed(windowsSpec, func(s *Spec) { s.Marks, s.Series = s.Marks[:1], nil }),
		"stacked, long":             changed(compositionSpec, longParts),
		"stacked, all zero":         changed(windowsSpec, func(s *Spec) { setAll(s, 0) }),
		"stacked, below zero":       changed(windowsSpec, func(s *Spec) { s.Marks[0].Value = -5 }),
		"stacked, over a hundred":   changed(compositionSpec, func(s *Spec) { setAll(s, 40) }),
		"stacked, slivers":          changed(compositionSpec, func(s *Spec) { setAll(s, 0.5); lettered(s) }),
		"stacked, many letters":     changed(windowsSpec, lettered),
		"stacked, in words":         changed(windowsSpec, func(s *Spec) { s.Marks[1].Value, s.Marks[1].Written = math.NaN(), "some" }),
		"dumbbell, long":            changed(ratesSpec, longParts),
		"dumbbell, equal":           changed(ratesSpec, func(s *Spec) { setAll(s, 7) }),
		"dumbbell, one mark":        changed(ratesSpec, func(s *Spec) { s.Marks = s.Marks[:1] }),
		"dumbbell, no series":       changed(ratesSpec, func(s *Spec) { s.Series = nil }),
		"dumbbell, three on a line": changed(changeSpec, func(s *Spec) { s.Form = Dumbbell; oneLabel(s, 4) }),
		"dumbbell, log":             changed(ratesSpec, func(s *Spec) { s.Log, s.Marks[3].Value = true, 0 }),
		"dumbbell, below zero":      changed(ratesSpec, func(s *Spec) { s.Marks[3].Value = -12 }),
		"dumbbell, many letters":    changed(ratesSpec, lettered),
		"slope, long":               changed(changeSpec, longParts),
		"slope, equal":              changed(changeSpec, func(s *Spec) { setAll(s, 7) }),
		"slope, one column":         changed(changeSpec, func(s *Spec) { setX(s, 2020) }),
		"slope, two columns":        changed(changeSpec, func(s *Spec) { s.Marks = slices.DeleteFunc(s.Marks, func(m Mark) bool { return m.X > 2012 }) }),
		"slope, a finding":          changed(changeSpec, func(s *Spec) { s.Marks[3].Emphasis = true }),
		"slope, log":                changed(changeSpec, func(s *Spec) { s.Log, s.Marks[3].Value = true, 0 }),
		"slope, near years":         changed(changeSpec, func(s *Spec) { s.Marks[0].X = 2008.2 }),
		"slope, many letters":       changed(changeSpec, lettered),
	}
}

func longParts(s *Spec) {
	long := strings.Repeat("Secretaría de Seguridad y Protección Ciudadana ", 7)
	for i := range s.Series {
		s.Series[i].Title = long[:60+i]
	}
	for i := range s.Groups {
		s.Groups[i].Title, s.Groups[i].Note = long, long
	}
	for i := range s.Marks {
		m := &s.Marks[i]
		m.Label, m.Sub = m.Label+long, long
		if i%4 == 0 {
			m.Written, m.Letters = long[:90], "abcd"
		}
	}
}

func oneLabel(s *Spec, marks int) {
	for i := range s.Marks {
		s.Marks[i].Label = fmt.Sprint("row ", i/marks)
	}
}

func setX(s *Spec, x float64) {
	for i := range s.Marks {
		s.Marks[i].X = x
	}
}

// What is shipped like these has every figure and every letter at its own mark.
func TestPartsHaveTheirFiguresAndLetters(t *testing.T) {
	for _, of := range []func(words.Lang) Spec{windowsSpec, compositionSpec, ratesSpec, changeSpec} {
		for _, w := range []float64{620, 860, 1400} {
			for _, k := range []float64{1, 1.5, 2} {
				spec := of(words.Spanish)
				t.Run(fmt.Sprintf("%s %g at %g", spec.Title, w, k), func(t *testing.T) {
					d := laid(t, spec, w, 0.65*w, k)
					checkRead(t, spec, d)
					checkLetters(t, spec, d)
					checkOwnFigures(t, spec, d)
				})
			}
		}
	}
}

// The parts of a bar follow each other without gap or overlap, and one scale serves all bars.
func TestPartsAreAsLongAsTheirValues(t *testing.T) {
	spec := windowsSpec(words.English)
	d := laid(t, spec, 860, 560, 1)
	perPixel := 0.0
	for i, h := range d.Hits {
		m := spec.Marks[h.Mark]
		if isWhole(spec, m) {
			continue
		}
		if perPixel == 0 {
			perPixel = m.Value / h.Box.W
		}
		if math.Abs(m.Value/h.Box.W-perPixel) > 1e-6*perPixel {
			t.Errorf("%s: %g stands on %g px", m.ID, m.Value, h.Box.W)
		}
		if i > 0 && spec.Marks[d.Hits[i-1].Mark].Label == m.Label && math.Abs(d.Hits[i-1].Box.Right()-h.Box.X) > 1e-6 {
			t.Errorf("%s begins at %g, not where the part before it ends", m.ID, h.Box.X)
		}
	}
}

// A table that nobody would draw so is drawn all the same, in time and with every mark readable.
func TestManyBarsOfTheirOwn(t *testing.T) {
	for _, form := range []Form{Stacked, Dumbbell, Slope} {
		values := make([]float64, 900)
		for i := range values {
			values[i] = float64(i%13) - 1
		}
		spec := stressSpec(form, values, "Cañón del Río Ñuble", words.Spanish)
		for i := range spec.Marks {
			spec.Marks[i].Label, spec.Marks[i].X = fmt.Sprint("row ", i/3), float64(1700+i/3)
		}
		inTime(t, func() { checkDrawing(t, spec, laid(t, spec, 700, 400, 1)) })
	}
}

func TestTotals(t *testing.T) {
	spec := windowsSpec(words.English)
	want := map[string]string{
		"2007–2011": "99,691", "2011–2016": "≈106,000", "2014–2018": "", "2017–2022": "123,741",
	}
	summed := changed(windowsSpec, func(s *Spec) { s.Marks = slices.DeleteFunc(s.Marks, func(m Mark) bool { return isWhole(*s, m) }) })(words.English)
	for _, b := range stackBlocks(spec) {
		for _, r := range b.rows {
			if got, _ := r.total(spec); want[r.label] != got && r.label != "2009–2014" && r.label != "2012–2017" {
				t.Errorf("%s: total %q, want %q", r.label, got, want[r.label])
			}
		}
	}
	for _, b := range stackBlocks(summed) {
		for _, r := range b.rows {
			got, _ := r.total(summed)
			if w := map[string]string{"2007–2011": "99,691", "2014–2018": "", "2017–2022": "≈123,741"}; w[r.label] != got && (r.label != "2009–2014" && r.label != "2012–2017") {
				t.Errorf("%s without a total of its own: %q", r.label, got)
			}
		}
	}
}

func TestRest(t *testing.T) {
	for _, c := range []struct {
		percent  bool
		sum, len float64
		want     float64
	}{{true, 99.2, 100, 0}, {true, 98, 100, 2}, {true, 100.4, 100.4, 0}, {false, 900, 1000, 100}, {false, 999, 1000, 0}, {false, 0, 0, 0}} {
		if got := (stackRow{sum: c.sum, length: c.len}).rest(Spec{Percent: c.percent}); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%+v: rest %g", c, got)
		}
	}
}

// On every part, whole or pale, some ink reads with a contrast of 4.5 to 1, and neighbours differ.
func TestPartsCanBeRead(t *testing.T) {
	for name, p := range map[string]look.Palette{"light": look.Light(), "dark": look.Dark(), "print": look.Print()} {
		c := newCanvas(words.For(words.English), framed(Frame{W: 800, H: 500, Palette: p}))
		for n := 1; n <= stepsMost; n++ {
			for _, below := range []bool{false, true} {
				s := &stackedBars{canvas: c, colors: partColors{fills: c.partSteps(n, below), strong: below}}
				for i := range n {
					s.colors.slots = append(s.colors.slots, i)
				}
				for i := range n {
					for _, status := range []Status{Final, Derived, Provisional, Partial} {
						m := Mark{Series: i, Status: status}
						if _, ok := c.onFill(s.partGround(m)); !ok {
							t.Errorf("%s: no ink on part %d of %d, %s", name, i, n, status)
						}
					}
					if i > 0 && (n <= 3 || n <= 5 && !below) && look.Contrast(s.partFill(Mark{Series: i}), s.partFill(Mark{Series: i - 1})) < 1.2 {
						t.Errorf("%s: part %d of %d looks like the one before", name, i, n)
					}
				}
			}
		}
	}
}

// Parts are named at the first bar of their group, or else in the legend: never both, never neither.
func TestPartsAreNamedOnce(t *testing.T) {
	for name, of := range map[string]func(words.Lang) Spec{"windows": windowsSpec, "composition": compositionSpec, "slivers": partSpecs()["stacked, slivers"]} {
		for _, w := range []float64{300, 520, 860, 1400} {
			spec := of(words.English)
			named := map[string]int{}
			for _, l := range labelsOf(laid(t, spec, w, 500, 1)) {
				named[l.Text]++
			}
			for i, s := range spec.Series {
				used := slices.ContainsFunc(spec.Marks, func(m Mark) bool { return m.Series == i && !isWhole(spec, m) })
				if used && named[s.Title] == 0 && w > 300 {
					t.Errorf("%s at %g: %q is named nowhere", name, w, s.Title)
				}
			}
		}
	}
}

// Arrow keys go from part to part along a bar and from bar to bar.
func TestKeysWalkParts(t *testing.T) {
	for name, of := range partSpecs() {
		spec := of(words.English)
		d := laid(t, spec, 860, 560, 1)
		seen := map[int]bool{}
		queue := []int{d.Neighbour(-1, 1, 0)}
		for len(queue) > 0 {
			m := queue[0]
			if queue = queue[1:]; seen[m] {
				continue
			}
			seen[m] = true
			for _, way := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
				queue = append(queue, d.Neighbour(m, way[0], way[1]))
			}
		}
		if len(seen) != len(d.Hits) && !strings.Contains(name, "equal") && !strings.Contains(name, "zero") {
			t.Errorf("%s: keys reach %d of %d marks", name, len(seen), len(d.Hits))
		}
		if !slices.IsSortedFunc(d.Hits, func(a, b Hit) int { return a.Mark - b.Mark }) {
			t.Errorf("%s: hits are not in reading order", name)
		}
	}
}

func TestSlopeColumnsStandAtTheirTimes(t *testing.T) {
	spec := changeSpec(words.English)
	d := laid(t, spec, 1200, 600, 1)
	at := map[float64]float64{}
	for _, h := range d.Hits {
		at[spec.Marks[h.Mark].X] = h.Box.Center().X
	}
	if a, b := (at[2012]-at[2008])/4, (at[2023]-at[2016])/7; math.Abs(a-b) > 0.01 {
		t.Errorf("a year is %g px wide at first and %g later", a, b)
	}
	for i, h := range d.Hits {
		for _, o := range d.Hits[:i] {
			if x, y := spec.Marks[h.Mark].Value, spec.Marks[o.Mark].Value; x > y && h.Box.Y > o.Box.Y+0.01 {
				t.Errorf("%g stands below %g", x, y)
			}
		}
	}
}

func TestSlopeLinesBreakAtGaps(t *testing.T) {
	lines, columns := slopeLines(changeSpec(words.English))
	if !slices.Equal(columns, []float64{2008, 2012, 2016, 2023}) || len(lines) != 5 {
		t.Fatalf("%v, %d lines", columns, len(lines))
	}
	var at []int
	for _, p := range lines[0].points {
		at = append(at, p.column)
	}
	if !slices.Equal(at, []int{0, 1, 3}) {
		t.Errorf("Texas stands in columns %v", at)
	}
	d := laid(t, changeSpec(words.English), 860, 560, 1)
	from, to := d.Hits[1].Box.Center(), d.Hits[2].Box.Center()
	for _, s := range d.Shapes {
		if l, ok := s.(Line); ok && len(l.Points) == 2 && l.Points[0] == from && l.Points[1] == to {
			t.Error("a line bridges the gap of 2016")
		}
	}
}

func TestAltOfParts(t *testing.T) {
	for _, c := range []struct {
		spec Spec
		want string
	}{
		{windowsSpec(words.English), "2007–2011: From the United States 68,161; Other or undetermined 31,530; 99,691 in all."},
		{windowsSpec(words.Spanish), "2014–2018: De Estados Unidos 56,000."},
		{compositionSpec(words.English), "2022–2023, of 123,741 traced: Short guns 63%; Long guns 20%."},
		{ratesSpec(words.Spanish), "2020: Estados Unidos 6.4; México 29."},
		{changeSpec(words.English), "Arizona (4 figures): First 10% (Arizona), last 22% (Arizona)."},
	} {
		for i := range c.spec.Marks {
			c.spec.Marks[i].Written = figureText(c.spec, c.spec.Marks[i])
		}
		if got := strings.ReplaceAll(alt(c.spec, ""), "\u00a0", " "); !strings.Contains(got, c.want) {
			t.Errorf("%q is not in\n%s", c.want, got)
		}
	}
}

// Large letters break a figure between its words, never within its number.
func TestFiguresBesideASlopeStayWhole(t *testing.T) {
	spec := changeSpec(words.Spanish)
	for i := range spec.Marks {
		spec.Marks[i].Written, spec.Marks[i].Letters = "más de 12,345\u00a0%", "a"
	}
	for _, text := range []float64{1, 1.5, 2} {
		for _, l := range labelsOf(laid(t, spec, 620, 500, text)) {
			if strings.Contains(l.Text, "%") && !strings.Contains(l.Text, "12,345\u00a0%") {
				t.Errorf("at %g: %q", text, l.Text)
			}
		}
	}
}
