package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"doublefix/app/look"
	"doublefix/app/words"
)

// heard is a style that takes down the keys that a part had no use for.
func heard() (Style, *[]fyne.KeyName) {
	var keys []fyne.KeyName
	s := NewStyle(words.For(words.English), look.Light(), 1)
	s.Key = func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) }
	return s, &keys
}

func TestFieldEnds(t *testing.T) {
	s, keys := heard()
	var entered, left []string
	f := s.Field("year", "2015", func(text string) { entered = append(entered, text) })
	f.OnLeave = func(text string) { left = append(left, text) }
	other := s.Button(ButtonSpec{ID: "other", Text: "Other"})
	w := test.NewTempWindow(t, Column(0, f, other))
	w.Canvas().Focus(f)
	test.Type(f, "2018") // all is marked when the focus comes
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.Canvas().FocusNext()
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if !slices.Equal(entered, []string{"2018"}) || !slices.Equal(left, []string{"2018"}) {
		t.Errorf("ended by Enter with %q, by leaving with %q", entered, left)
	}
	if want := []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1}; !slices.Equal(*keys, want) {
		t.Errorf("handed on are %v, want %v", *keys, want)
	}
	f.OnEscape = func() bool { return true }
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(*keys) != 2 {
		t.Error("Esc is handed on though it was of use")
	}
}

func TestFieldIsWideEnough(t *testing.T) {
	s, _ := heard()
	narrow, wide := s.Field("", "", nil), s.Field("", "", nil)
	wide.Width = 200
	large := NewStyle(words.For(words.English), look.Light(), 2).Field("", "", nil)
	if narrow.MinSize().Width >= wide.MinSize().Width || large.MinSize().Width != 2*narrow.MinSize().Width {
		t.Errorf("widths are %v, %v, in large text %v", narrow.MinSize(), wide.MinSize(), large.MinSize())
	}
}

func TestNoteIsKept(t *testing.T) {
	s, keys := heard()
	var kept []string
	n := s.Note("note", "A", "Write here", 4, func(text string) { kept = append(kept, text) })
	w := test.NewTempWindow(t, Column(0, n, s.Button(ButtonSpec{ID: "other", Text: "Other"})))
	w.Resize(fyne.NewSize(400, 300))
	w.Canvas().Focus(n)
	ctrl := func(key fyne.KeyName) {
		n.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
	}
	n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	test.Type(n, " word")
	n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // a line of its own, not the end
	test.Type(n, "or two")
	if len(kept) != 0 {
		t.Errorf("kept while it is written: %q", kept)
	}
	ctrl(fyne.KeyEnter)
	ctrl(fyne.KeyReturn)
	w.Canvas().FocusNext() // Tab leaves it
	want := "A word\nor two"
	if !slices.Equal(kept, []string{want, want, want}) {
		t.Errorf("kept are %q", kept)
	}
	if n.AcceptsTab() || s.Register.Get("other") != w.Canvas().Focused() {
		t.Error("Tab does not lead on")
	}
	n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	n.OnEscape = func() bool { return true }
	n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !slices.Equal(*keys, []fyne.KeyName{fyne.KeyEscape}) {
		t.Errorf("handed on are %v", *keys)
	}
}
