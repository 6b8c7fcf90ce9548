package chart

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"doublefix/app/look"
	"doublefix/app/words"
)

// pairsSpec is pairs of options with the counts of the picture of the result, as often as asked for.
func pairsSpec(lang words.Lang, count int) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	a, b := in("Coordinate agencies", "Coordinar agencias"), in("Tracing and data", "Rastreo y datos")
	c, d := in("Hold makers accountable", "Pedir cuentas"), in("Local prevention", "Prevención local")
	spec := Spec{
		Form: HeadToHead, Tr: words.For(lang), Title: in("Six comparisons, one by one", "Seis comparaciones, una por una"),
		Subtitle: in("Ballots that put each option before the other", "Boletas que ponen a cada opción antes que la otra"), Source: "x", Alt: "x",
	}
	six := []Mark{
		{Label: b, Rival: c, Value: 11, Against: 7},
		{Label: b, Rival: a, Value: 12, Against: 6},
		{Label: b, Rival: d, Value: 15, Against: 3},
		{Label: c, Rival: a, Value: 10, Tied: 2, Against: 6},
		{Label: c, Rival: d, Value: 9, Against: 9},
		{Label: a, Rival: d, Value: 18},
	}
	for i := range count {
		m := six[i%len(six)]
		m.ID, m.X, m.XTo, m.Low, m.High, m.Status, m.Spoken = fmt.Sprint(i), math.NaN(), math.NaN(), math.NaN(), math.NaN(), Final, "x"
		spec.Marks = append(spec.Marks, m)
	}
	return spec
}

// At every width, size of text and number of pairs no name is cut, no text touches another, and all can be read.
func TestPairsAreReadableAtEverySize(t *testing.T) {
	for _, lang := range words.Langs() {
		for _, count := range []int{1, 2, 6, 21, 45} {
			for _, width := range []float64{268, 300, 368, 408, 440, 568, 900} {
				for _, text := range []float64{1, 1.25, 1.5, 2} {
					t.Run(fmt.Sprintf("%s/%d/%g/%g", lang, count, width, text), func(t *testing.T) {
						spec := pairsSpec(lang, count)
						d := laid(t, spec, width, 240, text)
						checkReadable(t, spec, d)
						checkRead(t, spec, d)
						for _, l := range labelsOf(d) {
							if strings.Contains(l.Text, ellipsis) {
								t.Errorf("%q is cut", l.Text)
							}
						}
					})
				}
			}
		}
	}
}

// partsOf are the parts of bars of a drawing in one of the colours, from the top down.
func partsOf(d Drawing, bar Rect) map[string]Rect {
	out := map[string]Rect{}
	p := look.Light()
	for _, s := range d.Shapes {
		a, ok := s.(Area)
		if !ok || len(a.Points) != 4 || a.Points[0].Y < bar.Y-0.5 || a.Points[2].Y > bar.Bottom()+0.5 {
			continue
		}
		box := Rect{a.Points[0].X, a.Points[0].Y, a.Points[2].X - a.Points[0].X, a.Points[2].Y - a.Points[0].Y}
		switch a.Fill {
		case p.Accent:
			out["dark"] = box
		case p.Tint:
			out["light"] = union(box, firstBox(out["light"], box))
		case p.GreySoft:
			out["tied"] = box
		}
	}
	return out
}

func firstBox(a, b Rect) Rect {
	if a.W == 0 {
		return b
	}
	return a
}

// The parts of a bar are as long as their counts, the half line stands in the middle of the bar, and no figure stands on it.
func TestPartsOfPairsAreInProportion(t *testing.T) {
	for _, width := range []float64{300, 440, 900} {
		spec := pairsSpec(words.English, 6)
		d := laid(t, spec, width, 270, 1)
		for _, h := range d.Hits {
			m, parts := spec.Marks[h.Mark], partsOf(d, h.Box)
			unit := h.Box.W / headTotal(m)
			want := map[string]float64{"dark": m.Value * unit, "light": m.Against * unit, "tied": m.Tied * unit}
			if m.Value == m.Against {
				want["dark"], want["light"] = 0, 2*m.Value*unit
			}
			for name, w := range want {
				if got := parts[name].W; math.Abs(got-w) > 2 {
					t.Errorf("%g: %s – %s: the %s part is %.1f long, want %.1f", width, m.Label, m.Rival, name, got, w)
				}
			}
		}
		checkHalf(t, spec, d)
	}
}

// checkHalf fails the test where the half line is not at the half of a bar, or runs through a text.
func checkHalf(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	lines := 0
	for _, s := range d.Shapes {
		l, ok := s.(Line)
		if !ok || len(l.Stroke.Dash) == 0 {
			continue
		}
		lines++
		for _, h := range d.Hits {
			if y := h.Box.Center().Y; y < l.Points[0].Y || y > l.Points[1].Y {
				continue
			}
			if x := h.Box.Center().X; math.Abs(l.Points[0].X-x) > 0.5 {
				t.Errorf("the half of %s is at %.1f, want %.1f", spec.Marks[h.Mark].Label, l.Points[0].X, x)
			}
		}
		for _, o := range labelsOf(d) {
			b := o.Box()
			if b.X < l.Points[0].X && l.Points[0].X < b.Right() && b.Y < l.Points[1].Y && l.Points[0].Y < b.Bottom() {
				t.Errorf("the half line runs through %q", o.Text)
			}
		}
	}
	if lines == 0 {
		t.Error("there is no half line")
	}
}

// A line that is the half of all pairs says of how many; pairs of different counts have halves of their own.
func TestTheHalfSaysOfHowMany(t *testing.T) {
	spec := pairsSpec(words.Spanish, 6)
	if d := laid(t, spec, 440, 270, 1); !saidIn(d, "mitad: 9") {
		t.Error("the half is not said")
	}
	spec.Marks[2].Against = 0
	d := laid(t, spec, 440, 270, 1)
	if !saidIn(d, "mitad") || saidIn(d, "mitad: 9") {
		t.Error("the half of pairs with different counts is said with a number")
	}
	checkHalf(t, spec, d)
	for i := range spec.Marks {
		spec.Marks[i].Value, spec.Marks[i].Against, spec.Marks[i].Tied = 0, 0, 0
	}
	if d := laid(t, spec, 440, 270, 1); saidIn(d, "mitad") {
		t.Error("nothing has a half")
	}
}

func saidIn(d Drawing, text string) bool {
	for _, l := range labelsOf(d) {
		if l.Text == text {
			return true
		}
	}
	return false
}

// A figure stands in its bar or beside it, never on its edge, also where few ballots speak of most pairs.
func TestFiguresOfPairsStandInTheBarOrBesideIt(t *testing.T) {
	for width := 268.0; width < 700; width += 11 {
		spec := pairsSpec(words.Spanish, 12)
		for i := range spec.Marks {
			spec.Marks[i].Value, spec.Marks[i].Tied, spec.Marks[i].Against = float64(4+5*(i%2)), float64(i%5), float64(i%7)
			spec.Marks[i].Rival += " en los dos países"
		}
		d := laid(t, spec, width, 270, 1)
		checkLabels(t, d)
		for _, l := range labelsOf(d) {
			for _, h := range d.Hits {
				if box := l.Box(); l.Role == "value" && box.Overlaps(h.Box) && (box.X < h.Box.X || box.Right() > h.Box.Right()) {
					t.Errorf("%g: %q stands on the edge of a bar: %+v, %+v", width, l.Text, box, h.Box)
				}
			}
		}
		checkHalf(t, spec, d)
	}
}

// All counts of pairs are written, also those that find no room in their part, and zeros.
func TestEveryCountOfAPairIsWritten(t *testing.T) {
	spec := pairsSpec(words.English, 6)
	spec.Marks[0].Value, spec.Marks[0].Tied, spec.Marks[0].Against = 970, 1, 29
	spec.Marks[1].Value, spec.Marks[1].Tied, spec.Marks[1].Against = 3, 996, 1
	for _, width := range []float64{260, 330, 440, 900} {
		for _, palette := range []look.Palette{look.Light(), look.Dark(), look.Print()} {
			d, err := Lay(spec, Frame{W: width, H: 270, Palette: palette})
			if err != nil {
				t.Fatal(err)
			}
			checkLabels(t, d)
			for _, figure := range []string{"970", "1", "29", "3", "996", "0", "18"} {
				if !saidIn(d, figure) {
					t.Errorf("%g: %s is not written", width, figure)
				}
			}
		}
	}
}

func TestPairsInACardAndInSentences(t *testing.T) {
	spec := pairsSpec(words.English, 6)
	d := small(t, spec, 240, 92, 1)
	checkLabels(t, d)
	if !saidIn(d, "11–7") {
		t.Errorf("%+v", labelsOf(d))
	}
	got := Describe(spec)
	for _, want := range []string{"Tracing and data 11, Hold makers accountable 7.", "Coordinate agencies 6, tied 2.", "Source: x."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if got := Describe(pairsSpec(words.Spanish, 45)); !strings.Contains(got, "33") {
		t.Errorf("pairs that are not told are not counted: %q", got)
	}
}

func TestPairsAsFiles(t *testing.T) {
	spec := pairsSpec(words.Spanish, 6)
	d := laid(t, spec, 440, 270, 1)
	for want, write := range map[string]func(io.Writer) error{
		"\x89PNG": func(w io.Writer) error { return WritePNG(w, spec, d, 1) },
		"<svg":    func(w io.Writer) error { return WriteSVG(w, spec, d) },
		"%PDF":    func(w io.Writer) error { return WritePDF(w, spec, 440, 270, Sheet{}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil || !strings.Contains(b.String()[:min(b.Len(), 300)], want) {
			t.Errorf("%q: %v", want, err)
		}
	}
}
