package chart

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"doublefix/app/look"
	"doublefix/app/render"
	"doublefix/app/words"
)

// nasty are values that hang, break or bend charts drawn without care, by what is wrong with them.
func nasty() map[string][]float64 {
	nan, inf := math.NaN(), math.Inf(1)
	ramp := make([]float64, 1000)
	for i := range ramp {
		ramp[i] = float64(i%17) * 100
	}
	return map[string][]float64{
		"none": {}, "one": {5}, "one zero": {0}, "all equal": {7, 7, 7}, "all zero": {0, 0, 0}, "nothing but NaN": {nan, nan},
		"NaN between": {1, nan, 3}, "infinities": {inf, 2, -inf}, "outlier": {1, 2, 1e6, 3}, "absurd": {1, 1e18, 2, -1e300}, "largest": {1e15, -1e15},
		"below one": {0.001, 0.01, 1}, "negative": {-3, -9}, "both signs": {-3, 0, 4}, "tiny": {5e-324, 1e-300}, "close": {1e9, 1e9 + 1e-6}, "thousand": ramp,
		"part zero": {0, 5, 0}, "negative part": {5, -2, 5}, "falling": {3480, 4000, 7200, 30000},
	}
}

// nastyTexts are names that were cut, lost or drawn wrongly elsewhere.
func nastyTexts() []string {
	return []string{
		"", " ", "Cañón", strings.Repeat("Departamento de Ñeembucú ", 12), strings.Repeat("x", 300), "A & B <b>\"'", "emoji 🔫 漢字 العربية",
		"\xff\xfe broken", "new\nline\ttab\x00nul", "−1,171 ≈ 420 %",
	}
}

func stressSpec(form Form, values []float64, text string, lang words.Lang) Spec {
	spec := Spec{
		Form: form, Tr: words.For(lang), Title: text, Subtitle: text, Unit: text, Source: "x" + text, Alt: text,
		Series: []Series{{ID: "a", Title: text}, {ID: "b", Title: text, Quiet: true}}, Groups: []Group{{"A", text, text}, {"B", "", ""}},
		Heads: Heads{text, text, text, text, text}, Notes: []Note{{"a", text}, {"b", ""}}, Percent: len(text)%2 == 0, Log: len(values)%2 == 0,
		Whole: len(text)%3 == 0, Places: len(text)%3 == 1, Columns: []string{text}[:len(values)%2],
		Asked: text, Own: []Own{{"", text}, {"0", text}, {"no such mark", text}, {"3", "x"}}, Who: text, UnitOne: text,
	}
	statuses, shapes := []Status{Final, Provisional, Partial, Derived, "?"}, []Shape{Dot, Ring, Diamond, ""}
	for i, v := range values {
		m := Mark{
			ID: fmt.Sprint(i), Label: text, Sub: text, X: float64(2000 + i/2), XTo: math.NaN(), Value: v, Low: v - 1, High: math.NaN(), Letters: "ab"[:i%3],
			Status: statuses[i%5], Shape: shapes[i%4], Series: i%3 - 1, Group: i%4 - 1, Emphasis: i%3 == 0, Doubtful: i%4 == 1, Who: text, When: text, Period: text, Base: text,
			Tag: text, TagQuiet: i%2 == 0, Unit: text, Soft: float64(i%3) / 2,
			Rival: text, Against: v * float64(i%3), Tied: v / 2 * float64(i%2), Highlight: i%5 == 0,
		}
		switch i % 7 {
		case 1:
			m.High = v * 2
		case 2:
			m.XTo = m.X + 3
		case 3:
			m.Written = text
		case 4:
			m.JoinedTo = fmt.Sprint(i - 1)
		case 5:
			m.X = v
		}
		spec.Marks = append(spec.Marks, m)
	}
	return spec
}

// drawAll lays a spec out and draws it through every renderer.
func drawAll(spec Spec, f Frame) (Drawing, error) {
	d, err := Lay(spec, f)
	if err != nil {
		return d, err
	}
	d.Draw(render.NewPixels(min(int(d.W), 700), min(int(d.H), 700), 1, f.Palette.Paper))
	svg := render.NewSVG(d.W, d.H, spec.Title, spec.Alt, string(spec.Tr.Lang()))
	d.Draw(svg)
	if err := svg.Save(io.Discard); err != nil {
		return d, err
	}
	doc := render.NewDocument(render.A4, render.Options{Title: spec.Title})
	d.Draw(doc.AddPage())
	return d, doc.Output(io.Discard)
}

// inTime fails the test, rather than hanging it, where f takes too long.
func inTime(t *testing.T, f func()) {
	t.Helper()
	const limit = time.Minute
	done := make(chan any, 1)
	go func() {
		defer func() { done <- recover() }()
		f()
	}()
	select {
	case r := <-done:
		if r != nil {
			t.Fatalf("panic: %v", r)
		}
	case <-time.After(limit):
		t.Fatal("not done after", limit)
	}
}

func TestNoValueOrTextBreaksAChart(t *testing.T) {
	texts := nastyTexts()
	for _, form := range Forms() {
		turn := 0
		all := nasty()
		for _, name := range slices.Sorted(maps.Keys(all)) {
			values := all[name]
			for _, text := range []string{texts[turn%len(texts)], texts[(turn+3)%len(texts)]} {
				turn++
				if testing.Short() && turn%5 != 0 {
					continue
				}
				t.Run(fmt.Sprintf("%s/%s/%.12q", form, name, text), func(t *testing.T) {
					spec := stressSpec(form, values, text, words.Langs()[turn%2])
					inTime(t, func() {
						frame := Frame{W: 520, H: 300, Palette: look.Dark(), Title: true, Notes: true, Source: true, Text: float64(1 + turn%2)}
						d, err := drawAll(spec, frame)
						if err != nil {
							t.Error(err)
							return
						}
						checkDrawing(t, tamed(spec), d)
						checkLabels(t, d)
					})
				})
			}
		}
	}
}

func TestFramesThatNobodyHasAreHeldToSizes(t *testing.T) {
	nan := math.NaN()
	for _, f := range []Frame{{}, {W: nan, H: nan, Text: nan, Pad: nan}, {W: math.Inf(1), H: -5}, {W: 1, H: 1, Text: 99}, {W: 700, Pad: 1e9}} {
		for _, form := range Forms() {
			f.Title, f.Notes, f.Source = true, true, true
			spec := stressSpec(form, []float64{1, 2, 3}, "Cañón del Río Ñuble", words.Spanish)
			inTime(t, func() {
				d, err := drawAll(spec, f)
				if err != nil {
					t.Errorf("%s, %+v: %v", form, f, err)
				}
				checkDrawing(t, spec, d)
			})
		}
	}
}

// In a frame narrower than a chart can be read in, names and letters are cut rather than set outside it.
func TestNarrowFramesKeepEverythingInside(t *testing.T) {
	for _, form := range Forms() {
		for w := 160.0; w <= 300; w += 7 {
			for _, values := range [][]float64{{5e14, 5.5e14, 1e14, 5e14}, {1200, 36773, 8, 14493, 33550, 2, 17, 25.25, 1e6, 30, 31, 32}} {
				spec := stressSpec(form, values, "Cañón del Río Ñuble", words.Langs()[len(values)/9])
				for i := range spec.Marks {
					spec.Marks[i].Letters, spec.Marks[i].Written = "a,b,c,d,e,f", ""
				}
				checkDrawing(t, tamed(spec), laid(t, spec, w, 300.5, 1.2))
			}
		}
	}
}

func TestAnEmptyChartSaysSo(t *testing.T) {
	for _, form := range Forms() {
		d := laid(t, stressSpec(form, []float64{math.NaN(), math.Inf(1)}, "", words.English), 520, 300, 1)
		found := false
		for _, l := range labelsOf(d) {
			found = found || l.Text == "No figure to draw"
		}
		if !found {
			t.Errorf("%s does not say that it has no figure", form)
		}
	}
}

func FuzzLay(f *testing.F) {
	f.Add(uint8(0), "Cañón", 1.0, 2.0, 2020.0, 520.0, 1.0, uint8(3))
	f.Add(uint8(3), "\xff", math.NaN(), math.Inf(1), -1e300, 0.0, 9.0, uint8(12))
	f.Add(uint8(4), strings.Repeat("x", 300), 1e-300, 1e15, 5e-324, 1400.0, 2.0, uint8(40))
	f.Fuzz(func(t *testing.T, form uint8, text string, a, b, x, w, factor float64, n uint8) {
		values := make([]float64, n%48)
		for i := range values {
			values[i] = []float64{a, b, a * float64(i), a - b, x}[i%5]
		}
		spec := stressSpec(Forms()[int(form)%len(Forms())], values, text, words.Langs()[n%2])
		for i := range spec.Marks {
			if i%2 == 0 {
				spec.Marks[i].X, spec.Marks[i].XTo = x+float64(i), x*float64(i)
			}
		}
		frame := Frame{W: w, H: w / 2, Palette: look.Light(), Text: factor, Title: n%3 > 0, Notes: n%5 > 0, Source: n%7 > 0, Pad: float64(n)}
		inTime(t, func() {
			d, err := drawAll(spec, frame)
			if err != nil {
				t.Error(err)
				return
			}
			checkDrawing(t, tamed(spec), d)
		})
	})
}

func BenchmarkPixels(b *testing.B) {
	for _, c := range []struct {
		name string
		spec Spec
	}{
		{"bars", seizuresSpec(words.English)},
		{"rows", rowsOf(25)(words.Spanish)},
		{"funnel", funnelSpec(words.English)},
		{"lines", homicidesSpec(words.Spanish)},
		{"claims", claimsSpec(words.English)},
		{"ranges", rangesSpec(words.Spanish)},
		{"timeline", crowdSpec(60)(words.English)},
		{"table", outputsSpec(words.Spanish)},
		{"stacked", compositionSpec(words.English)},
		{"dumbbell", ratesSpec(words.Spanish)},
		{"slope", changeSpec(words.English)},
		{"head-to-head", pairsSpec(words.Spanish, 6)},
		{"heat-map", gridSpec(5, 34)(words.English)},
		{"bump", racesSpec(words.Spanish)},
		{"calendar", changed(crowdSpec(60), func(s *Spec) { s.Form = Calendar })(words.English)},
		{"grouped", countriesSpec(words.English)},
		{"grouped-rows", sellersSpec(words.Spanish)},
		{"histogram", agesSpec(words.English)},
		{"small-multiples", panelsSpec(words.Spanish, false)},
		{"flow", routesSpec(words.English, manyRoutes(26)...)},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				d, err := Lay(c.spec, Frame{W: 1200, H: 700, Palette: look.Light(), Title: true, Notes: true, Source: true, Pad: 24})
				if err != nil {
					b.Fatal(err)
				}
				d.Draw(render.NewPixels(1200, 700, 1, d.Back))
			}
		})
	}
}
