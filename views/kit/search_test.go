package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestSearchFieldKeepsLettersAndHandsOnKeys(t *testing.T) {
	s := style()
	var got []string
	s.Key = func(ev *fyne.KeyEvent) { got = append(got, "window "+string(ev.Name)) }
	s.Rune = func(r rune) { got = append(got, "window "+string(r)) }
	f := s.Search("search", "tr", "Search", func(text string) { got = append(got, text) })
	f.OnDown, f.OnEnter = func() { got = append(got, "down") }, func() { got = append(got, "enter") }
	f.OnEscape = func() bool { return f.Text != "" }
	test.NewTempWindow(t, f)
	test.Type(f, "ac")
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyPageDown, fyne.KeyF1} {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
	f.SetText("")
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if want := []string{"tra", "trac", "down", "enter", "window F1", "", "window Escape"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// In a list whose rows are opened, arrows only choose.
func TestListThatOpens(t *testing.T) {
	s := style()
	var got []string
	l := s.List("list", []Item{{Heading: "H"}, {ID: "a", Title: "A"}, {ID: "b", Title: "B", Short: true}}, "", func(id string) { got = append(got, "chose "+id) })
	l.Opens(func(id string) { got = append(got, "open "+id) }, func() { got = append(got, "leave") })
	if !l.First() {
		t.Error("the list has rows")
	}
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn, fyne.KeyUp, fyne.KeyUp} {
		l.TypedKey(&fyne.KeyEvent{Name: k})
	}
	l.rows["b"].Press()
	if want := []string{"chose a", "chose b", "open b", "chose a", "leave", "chose b", "open b"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if s.List("none", nil, "", nil).First() {
		t.Error("an empty list has a first row")
	}
}

func TestOneLineShortens(t *testing.T) {
	s := style()
	o := s.OneLine("Terms and abbreviations, in plain words", SizeMeta, 16, s.Palette.Quiet)
	for _, width := range []float32{60, 120, 600} {
		o.Resize(fyne.NewSize(width, 16))
		text := test.WidgetRenderer(o).Objects()[0].(*fyne.Container).Objects[0].(*canvas.Text)
		if w := text.MinSize().Width; w > width {
			t.Errorf("%q is %v wide, more than %v", text.Text, w, width)
		}
		if width == 600 && text.Text != o.text {
			t.Errorf("%q was shortened", text.Text)
		}
	}
}

func TestPair(t *testing.T) {
	a, b := block(20, 30), block(20, 50)
	p := Pair(8, 100, a, b)
	p.Resize(fyne.NewSize(228, 50))
	if a.Size() != fyne.NewSize(110, 50) || b.Position() != fyne.NewPos(118, 0) || HeightFor(p, 228) != 50 {
		t.Errorf("beside: %v, %v at %v", a.Size(), b.Size(), b.Position())
	}
	p.Resize(fyne.NewSize(200, 88))
	if a.Size() != fyne.NewSize(200, 30) || b.Position() != fyne.NewPos(0, 38) || HeightFor(p, 200) != 88 {
		t.Errorf("below: %v, %v at %v", a.Size(), b.Size(), b.Position())
	}
}
