package chart

import (
	"bytes"
	"image/color"
	"strings"
	"testing"

	"doublefix/app/look"
	"doublefix/app/render"
	"doublefix/app/words"
)

func svgOf(t *testing.T, d Drawing) string {
	t.Helper()
	svg := render.NewSVG(d.W, d.H, "title", "description", "en")
	d.Draw(svg)
	var out bytes.Buffer
	if err := svg.Save(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestDrawingIsTheSameEveryTime(t *testing.T) {
	for name, spec := range barSpecs() {
		one, two := laid(t, spec(words.Spanish), 700, 400, 1), laid(t, spec(words.Spanish), 700, 400, 1)
		if svgOf(t, one) != svgOf(t, two) {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
}

func TestEveryTextIsDrawn(t *testing.T) {
	d := laid(t, seizuresSpec(words.English), 860, 560, 1)
	svg := svgOf(t, d)
	for _, l := range labelsOf(d) {
		if !strings.Contains(svg, strings.ReplaceAll(l.Text, "&", "&amp;")) {
			t.Errorf("%q is not in the picture", l.Text)
		}
	}
}

func TestBarsHaveTheirColours(t *testing.T) {
	for _, p := range []look.Palette{look.Light(), look.Dark()} {
		d, err := Lay(seizuresSpec(words.English), Frame{W: 860, H: 560, Palette: p, Title: true, Notes: true, Source: true, Pad: 24})
		if err != nil {
			t.Fatal(err)
		}
		px := render.NewPixels(860, 560, 1, d.Back)
		d.Draw(px)
		at := func(mark int) color.NRGBA {
			c := d.Hits[mark].Box.Center()
			return color.NRGBAModel.Convert(px.Image().At(int(c.X), int(c.Y))).(color.NRGBA)
		}
		for mark, want := range map[int]color.NRGBA{0: p.Tint, 1: p.Tint, 2: p.GreySoft, 5: p.Soft, 7: p.Accent} {
			if got := at(mark); got != want {
				t.Errorf("mark %d is %v, want %v", mark, got, want)
			}
		}
	}
}

func TestPartsOfTheFrame(t *testing.T) {
	spec := seizuresSpec(words.English)
	roles := func(f Frame) map[string]int {
		f.W, f.H, f.Palette = 860, 560, look.Light()
		d, err := Lay(spec, f)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]int{}
		for _, l := range labelsOf(d) {
			found[l.Role]++
		}
		return found
	}
	all, bare := roles(Frame{Title: true, Notes: true, Source: true}), roles(Frame{})
	for _, role := range []string{"title", "subtitle", "note", "source"} {
		if all[role] == 0 || bare[role] != 0 {
			t.Errorf("%s: %d asked for, %d not asked for", role, all[role], bare[role])
		}
	}
	if bare["legend"] != 4 {
		t.Errorf("%d keys, want 4: hatch and dash are explained wherever they are drawn", bare["legend"])
	}
	if plain := keysBars(testCanvas(), barsOf(5)(words.English)); plain != nil {
		t.Errorf("plain bars have a legend of %d", len(plain))
	}
}

func TestMinHeightGrowsWithTextAndNarrowness(t *testing.T) {
	for name, of := range barSpecs() {
		spec := of(words.Spanish)
		frame := Frame{W: 520, Palette: look.Light(), Title: true, Notes: true, Source: true, Text: 1}
		usual := MinHeight(spec, frame)
		frame.Text = 2
		if large := MinHeight(spec, frame); large <= usual && len(spec.Marks) < 400 {
			t.Errorf("%s needs %g at twice the text size, %g before", name, large, usual)
		}
		if usual < 100 || usual > 6000 {
			t.Errorf("%s needs %g", name, usual)
		}
	}
}

func TestNotesFlowInOrder(t *testing.T) {
	c := testCanvas()
	notes := []Note{{"a", "Short."}, {"b", strings.Repeat("Long words that fill more than a line. ", 6)}, {"c", ""}, {"d", "Last."}}
	b := c.notes(notes, 400, false)
	c.text(Point{200, 12}, "a,b,d", c.as.letter, Start) // at their marks
	b.lay(10, 20)
	checkLabels(t, c.Drawing)
	var letters string
	for _, l := range labelsOf(c.Drawing) {
		if l.Role == "note" && l.Face == render.Semibold {
			letters += l.Text
		}
		if box := l.Box(); box.X < 10 || box.Right() > 410.5 || box.Bottom() > 20+b.height {
			t.Errorf("%q leaves the block: %+v", l.Text, box)
		}
	}
	if letters != "abd" {
		t.Errorf("letters %q", letters)
	}
}
