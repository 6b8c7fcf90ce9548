package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// shows reports the width that a part of a bar has, and whether it says less than it could.
func shows(t *Tap) (width float32, tight bool) {
	return t.Size().Width, t.content != t.tight[0].content
}

// A bar says less, one part after the other, before it takes another line; what says less has a hint that says it.
func TestBarTightensBeforeItBreaks(t *testing.T) {
	s := style()
	said := ""
	s.Hint = func(text string) { said = text }
	a := s.Button(ButtonSpec{ID: "a", Text: "Showing single years", Tight: []Tight{{Text: "Single years"}, {Text: "8"}}})
	b := s.Button(ButtonSpec{ID: "b", Text: "Filter figures", Tight: []Tight{{Icon: "filter"}}})
	end := s.Button(ButtonSpec{ID: "end", Text: "Export", Icon: "download", Tight: []Tight{{Icon: "download"}}})
	wide := func(o fyne.CanvasObject) float32 { return o.MinSize().Width }
	all := wide(a) + wide(b) + wide(end) + 2*8
	bar := Bar(8, end, []fyne.CanvasObject{end, a, a, b}, a, b)
	test.NewTempWindow(t, bar)
	least := bar.MinSize().Width
	line := a.MinSize().Height
	for _, tt := range []struct {
		width float32
		tight [3]bool // end, a, b
		lines float32
	}{
		{all + 50, [3]bool{}, 1},
		{all, [3]bool{}, 1},
		{all - 1, [3]bool{true}, 1},
		{all - 100, [3]bool{true, true}, 1},
		{all, [3]bool{}, 1}, // and back
		{all - 190, [3]bool{true, true, true}, 1},
		{least, [3]bool{true, true, true}, 3},
	} {
		height := HeightFor(bar, tt.width)
		bar.Resize(fyne.NewSize(tt.width, height))
		var got [3]bool
		for i, part := range []*Tap{end, a, b} {
			_, got[i] = shows(part)
		}
		if got != tt.tight || height != tt.lines*line+(tt.lines-1)*8 {
			t.Errorf("at %v of %v: tight are %v, height %v; want %+v", tt.width, all, got, height, tt)
		}
		if right := end.Position().X + end.Size().Width; right != tt.width && tt.lines == 1 {
			t.Errorf("at %v the end ends at %v", tt.width, right)
		}
	}
	b.FocusGained()
	if said != "Filter figures" {
		t.Errorf("the picture says %q", said)
	}
	bar.Resize(fyne.NewSize(all, 40))
	said = ""
	b.FocusGained()
	if said != "" {
		t.Errorf("the word says %q once more", said)
	}
}
