package chart

import (
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"doublefix/app/words"
)

func TestRunsBreakAtGaps(t *testing.T) {
	nan := math.NaN()
	series := func(pairs ...float64) lineSeries {
		var s lineSeries
		for i := 0; i+1 < len(pairs); i += 2 {
			s.points = append(s.points, linePoint{i / 2, pairs[i], pairs[i+1]})
		}
		return s
	}
	for name, c := range map[string]struct {
		s    lineSeries
		want []int // figures of each run
	}{
		"whole":               {series(2000, 1, 2001, 2, 2002, 3), []int{3}},
		"a year left out":     {series(2000, 1, 2001, 2, 2003, 3), []int{2, 1}},
		"a year without":      {series(2000, 1, 2001, nan, 2002, 3), []int{1, 1}},
		"ends without":        {series(2000, nan, 2001, 2, 2002, nan), []int{1}},
		"nothing":             {series(2000, nan), nil},
		"every ten years":     {series(1990, 1, 2000, 2, 2010, 3), []int{3}},
		"two in the one year": {series(2000, 1, 2000, 4, 2001, 2), []int{3}},
	} {
		var got []int
		for _, run := range c.s.runs(lineStep([]lineSeries{c.s})) {
			got = append(got, len(run))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: runs of %v, want %v", name, got, c.want)
		}
	}
}

func TestYearTicks(t *testing.T) {
	atMost := func(n int) func([]float64) bool { return func(ticks []float64) bool { return len(ticks) <= n } }
	for name, c := range map[string]struct {
		lo, hi float64
		most   int
		want   []float64
	}{
		"every year":      {2020, 2024, 9, []float64{2020, 2021, 2022, 2023, 2024}},
		"every second":    {2019, 2024, 4, []float64{2020, 2022, 2024}},
		"every fifth":     {1990, 2006, 4, []float64{1990, 1995, 2000, 2005}},
		"every hundredth": {1000, 2000, 12, []float64{1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800, 1900, 2000}},
		"one year":        {2024, 2024, 9, []float64{2024}},
		"within a year":   {2024.2, 2024.4, 9, []float64{2024.2}},
		"no room":         {2020, 2024, 0, []float64{2020}},
		"before our era":  {-3, 1, 9, []float64{-3, -2, -1, 0, 1}},
	} {
		if got := yearTicks(c.lo, c.hi, atMost(c.most)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestToldPoints(t *testing.T) {
	spec := homicidesSpec(words.English)
	points := seriesOf(spec)[0].figures()
	var years []float64
	for _, k := range toldPoints(spec, points) {
		years = append(years, points[k].x)
	}
	if want := []float64{2020, 2007, 1990}; !slices.Equal(years, want) {
		t.Errorf("values are told of %v, want the highest, lowest and first %v", years, want)
	}
}

// Whatever the figures: places rise with years, and go up with values.
func TestLinesAreMonotone(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 60 {
		spec := tracesSpec(words.English)
		for i := range spec.Marks {
			spec.Marks[i].Value = math.Round((r.Float64() - 0.3) * math.Pow10(r.Intn(9)))
		}
		d := laid(t, spec, 520+r.Float64()*800, 400, 1+r.Float64())
		for _, a := range d.Hits {
			for _, b := range d.Hits {
				ma, mb := spec.Marks[a.Mark], spec.Marks[b.Mark]
				if ma.X < mb.X && a.Box.Center().X >= b.Box.Center().X {
					t.Fatalf("%g stands at %g, %g at %g", ma.X, a.Box.Center().X, mb.X, b.Box.Center().X)
				}
				if ma.Value < mb.Value && a.Box.Center().Y < b.Box.Center().Y-0.01 {
					t.Fatalf("%g stands over %g", ma.Value, mb.Value)
				}
			}
		}
	}
}

func TestArrowKeysWalkLines(t *testing.T) {
	spec := homicidesSpec(words.English)
	d := laid(t, spec, 860, 560, 1)
	at := func(series int, year float64) int {
		return slices.IndexFunc(spec.Marks, func(m Mark) bool { return m.Series == series && m.X == year })
	}
	for name, c := range map[string]struct{ from, dx, dy, want int }{
		"right":               {at(0, 2019), 1, 0, at(0, 2020)},
		"left":                {at(0, 2019), -1, 0, at(0, 2018)},
		"down to the other":   {at(0, 2019), 0, 1, at(1, 2019)},
		"up to the other":     {at(1, 2019), 0, -1, at(0, 2019)},
		"at the end it stays": {at(0, 2024), 1, 0, at(0, 2024)},
	} {
		if got := d.Neighbour(c.from, c.dx, c.dy); got != c.want {
			t.Errorf("%s: %s of series %d", name, spec.Marks[got].ID, spec.Marks[got].Series)
		}
	}
}

func TestEveryLineIsNamedAtItsEnd(t *testing.T) {
	for _, lang := range words.Langs() {
		for _, w := range []float64{520, 860} {
			spec := tracesSpec(lang)
			d := laid(t, spec, w, 480, 1)
			text := ""
			for _, l := range labelsOf(d) {
				if l.Role == "value" {
					text += " " + l.Text
				}
			}
			for i, s := range seriesOf(spec) {
				points := s.figures()
				want := spec.Series[i].Title + " " + spec.Tr.Auto(points[len(points)-1].y)
				if !strings.Contains(text, want) {
					t.Errorf("no name %q at %g: %s", want, w, text)
				}
			}
		}
	}
}

// A figure that stands nearer to another series' point would be read as that one's.
func TestFiguresStandAtTheirPoints(t *testing.T) {
	for _, w := range []float64{520, 700, 861, 1400} {
		for h := 300.0; h < 700; h += 30 {
			for _, k := range []float64{1, 1.5, 2} {
				spec := tracesSpec(words.Spanish)
				d := laid(t, spec, w, h, k)
				for _, l := range labelsOf(d) {
					named := !isNumber(l.Text) || strings.Contains(l.Text, "(") // of a line, with its year
					if l.Role != "value" || named || led(d, l.Box()) || l.At.X > 0.6*w {
						continue
					}
					if figure := nextFigure(spec, d, l); figure != l.Text {
						t.Errorf("at %g by %g, text %g, the figure %s stands next to the point of %s", w, h, k, l.Text, figure)
					}
				}
			}
		}
	}
}

// nextFigure is the figure of the point that a label stands next to.
func nextFigure(spec Spec, d Drawing, l Label) string {
	best, figure := math.Inf(1), ""
	for _, h := range d.Hits {
		at := h.Box.Center()
		n := nearest(l.Box(), at)
		if far := math.Hypot(n.X-at.X, n.Y-at.Y); far < best {
			best, figure = far, markFigure(spec, spec.Marks[h.Mark])
		}
	}
	return figure
}

// Charts that no one would make on purpose are drawn all the same, and soon.
func TestHugeTablesAndLines(t *testing.T) {
	const many = 2000
	for _, form := range []Form{Lines, Claims, Ranges} {
		spec := Spec{Form: form, Tr: words.For(words.English), Source: "x"}
		for i := range many {
			m := lineMark(i%7, float64(1000+i/3), float64((i*7919)%10007))
			m.ID, m.Who, m.Low, m.High, m.Letters = yearText(float64(i)), "Someone said so", m.Value/2, m.Value*2, "abc"[:1+i%3]
			if i > 0 {
				m.JoinedTo = yearText(float64(i - 1))
			}
			spec.Marks = append(spec.Marks, m)
		}
		start := time.Now()
		checkDrawing(t, spec, laid(t, spec, 900, 600, 1))
		if took := time.Since(start); took > time.Minute { // a hang, not a slow machine
			t.Errorf("%s took %v", form, took)
		}
	}
}
