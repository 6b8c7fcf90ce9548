package kit

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"doublefix/app/look"
	"doublefix/app/words"
	"doublefix/views/viewtest"
)

func TestMain(m *testing.M) { viewtest.Main(m) }

func style() Style {
	return NewStyle(words.For(words.English), look.Light(), 1)
}

func block(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Black)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

func TestParagraphWraps(t *testing.T) {
	s := style()
	text := "Firearms stopped on the way to Mexico in fiscal year 2023"
	p := s.Body(text)
	full := s.Width(text, SizeBody, Regular)
	if got := p.HeightFor(full + 1); got != 20 {
		t.Errorf("on one line: height %v, want 20", got)
	}
	if got := p.HeightFor(full/2 + 20); got != 40 {
		t.Errorf("on two lines: height %v, want 40", got)
	}
	lines := p.wrap(full / 3)
	if strings.Join(lines, " ") != text {
		t.Errorf("wrapping changed the text: %q", lines)
	}
	for _, l := range lines {
		if w := s.Width(l, SizeBody, Regular); w > full/3 && strings.Contains(l, " ") {
			t.Errorf("line %q is %v wide, more than %v", l, w, full/3)
		}
	}
	p.SetText("short")
	if got := p.HeightFor(full); got != 20 {
		t.Errorf("after SetText: height %v, want 20", got)
	}
}

func TestParagraphGrowsWithTextSize(t *testing.T) {
	s := style()
	s.Factor = 2
	if got := s.Body("a").HeightFor(100); got != 40 {
		t.Errorf("height at 200 %% is %v, want 40", got)
	}
}

func TestColumnGivesRoomByWidth(t *testing.T) {
	s := style()
	p := s.Body("one two three four five six seven eight nine ten")
	grow := block(10, 10)
	c := ColumnGrow(8, grow, p, grow, block(10, 30))
	c.Resize(fyne.NewSize(120, 300))
	wrapped := p.HeightFor(120)
	if wrapped < 40 {
		t.Fatalf("the paragraph does not wrap at 120: %v", wrapped)
	}
	if p.Size().Height != wrapped {
		t.Errorf("paragraph got %v, needs %v", p.Size().Height, wrapped)
	}
	if want := 300 - wrapped - 30 - 16; grow.Size().Height != want {
		t.Errorf("growing part got %v, want %v", grow.Size().Height, want)
	}
	if got := HeightFor(c, 120); got != wrapped+10+30+16 {
		t.Errorf("column needs %v, want %v", got, wrapped+10+30+16)
	}
}

func TestHiddenPartsTakeNoRoom(t *testing.T) {
	hidden := block(50, 50)
	hidden.Hide()
	if got := HeightFor(Column(8, block(10, 10), hidden, block(10, 10)), 100); got != 28 {
		t.Errorf("column needs %v, want 28", got)
	}
	if got := Row(8, block(10, 10), hidden, block(10, 10)).MinSize().Width; got != 28 {
		t.Errorf("row needs %v, want 28", got)
	}
}

func TestRowGrow(t *testing.T) {
	a, gap, b := block(20, 10), Gap(), block(30, 40)
	r := RowGrow(10, gap, a, gap, b)
	r.Resize(fyne.NewSize(200, 40))
	if b.Position().X != 170 || a.Position().Y != 15 || a.Size().Height != 10 {
		t.Errorf("b at %v, a at %v of size %v", b.Position(), a.Position(), a.Size())
	}
	top := RowTop(0, b, a, b)
	top.Resize(fyne.NewSize(200, 90))
	if a.Size().Height != 90 || b.Size().Width != 180 {
		t.Errorf("panes are %v and %v", a.Size(), b.Size())
	}
}

func TestScrollKnowsTheHeightOfWrappedText(t *testing.T) {
	s := style()
	p := s.Body(strings.Repeat("word ", 200))
	w := test.NewTempWindow(t, nil)
	pane := Scroll(p)
	w.SetContent(pane.Container)
	w.Resize(fyne.NewSize(200, 100))
	if got, want := pane.inner.MinSize().Height, p.HeightFor(pane.inner.Size().Width); got != want || want < 400 {
		t.Errorf("body is %v high, its text needs %v", got, want)
	}
	pane.Reveal(390, 410)
	if pane.Offset()+pane.scroll.Size().Height < 410 {
		t.Errorf("offset %v does not show 410", pane.Offset())
	}
	pane.Reveal(0, 10)
	if pane.Offset() != 0 {
		t.Errorf("offset %v does not show the top", pane.Offset())
	}
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestTapIsPressedByMouseAndKeys(t *testing.T) {
	s := style()
	var passed []fyne.KeyName
	var runes []rune
	s.Key = func(ev *fyne.KeyEvent) { passed = append(passed, ev.Name) }
	s.Rune = func(r rune) { runes = append(runes, r) }
	pressed := 0
	b := s.Button(ButtonSpec{ID: "b", Text: "Do it", OnTapped: func() { pressed++ }})
	test.Tap(b)
	b.TypedKey(key(fyne.KeySpace))
	b.TypedKey(key(fyne.KeyReturn))
	b.TypedKey(key(fyne.KeyLeft))
	b.TypedRune(' ')
	b.TypedRune('t')
	if pressed != 3 {
		t.Errorf("pressed %d times, want 3", pressed)
	}
	if len(passed) != 1 || passed[0] != fyne.KeyLeft || string(runes) != "t" {
		t.Errorf("handed on %v and %q", passed, string(runes))
	}
	if s.Register.Get("b") != fyne.Focusable(b) || s.Register.IDOf(b) != "b" {
		t.Error("the register does not know the button")
	}
}

func TestDisabledButtonDoesNothing(t *testing.T) {
	b := style().Button(ButtonSpec{Text: "Not now", Off: "disabled.undo", OnTapped: func() { t.Error("was pressed") }})
	test.Tap(b)
	b.TypedKey(key(fyne.KeySpace))
	if !b.Disabled() {
		t.Error("the focus would stop at a disabled button")
	}
}

func TestSegments(t *testing.T) {
	s := style()
	chosen := -1
	s.Segments([]Choice{{ID: "a", Text: "A"}, {ID: "b", Text: "B"}, {ID: "c", Text: "C", Off: "no"}}, 0, func(i int) { chosen = i })
	s.Register.Get("a").(*Tap).Press()
	s.Register.Get("c").(*Tap).Press()
	if chosen != -1 {
		t.Errorf("the current or a disabled choice was chosen: %d", chosen)
	}
	s.Register.Get("b").(*Tap).Press()
	if chosen != 1 {
		t.Errorf("chosen %d, want 1", chosen)
	}
}

func TestListIsOneStopWithArrows(t *testing.T) {
	s := style()
	var chosen []string
	l := s.List("list", []Item{{Heading: "H"}, {ID: "a", Title: "A", Detail: "1"}, {ID: "b", Title: "B"}, {ID: "c", Title: "C"}}, "a",
		func(id string) { chosen = append(chosen, id) })
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyHome, fyne.KeyUp, fyne.KeyEnd} {
		l.TypedKey(key(k))
	}
	if got := strings.Join(chosen, ""); got != "bcac" {
		t.Errorf("chosen %q, want b c a c", got)
	}
	test.Tap(l.rows["b"])
	if l.chosen != "b" {
		t.Errorf("a click chose %s", l.chosen)
	}
}

func TestCheck(t *testing.T) {
	s := style()
	for _, tt := range []struct {
		name string
		spec CheckSpec
		want string
	}{
		{"off", CheckSpec{}, "on"},
		{"on", CheckSpec{On: true}, "off"},
		{"locked", CheckSpec{On: true, Locked: true}, ""},
		{"not now", CheckSpec{Off: "because"}, ""},
		{"one of several", CheckSpec{One: true}, "on"},
		{"the one that holds", CheckSpec{One: true, On: true}, ""},
	} {
		got := ""
		tt.spec.Text = "Section"
		tt.spec.Changed = func(on bool) { got = map[bool]string{true: "on", false: "off"}[on] }
		s.Check(tt.spec).Press()
		if got != tt.want {
			t.Errorf("%s: changed to %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestShorten(t *testing.T) {
	s := style()
	text := "U.S. Government Accountability Office"
	if got := s.Shorten(text, SizeBody, Regular, 1000); got != text {
		t.Errorf("text that fits became %q", got)
	}
	got := s.Shorten(text, SizeBody, Regular, 120)
	if !strings.HasSuffix(got, "…") || s.Width(got, SizeBody, Regular) > 120 || !strings.HasPrefix(text, strings.TrimSuffix(got, "…")) {
		t.Errorf("shortened to %q", got)
	}
}

func TestIconsTakeTheirColour(t *testing.T) {
	raw := string(style().Icon("undo", color.NRGBA{R: 0x17, G: 0x45, B: 0x8f, A: 0xff}).Content())
	if !strings.Contains(raw, "#17458f") || strings.Contains(raw, "#000000") {
		t.Errorf("icon is %s", raw)
	}
}

func TestListBringsTheChosenRowIntoSight(t *testing.T) {
	s := style()
	items := []Item{{Heading: "H"}, {ID: "a", Title: "A"}, {ID: "b", Title: "B"}, {ID: "c", Title: "C"}}
	l := s.List("list", items, "a", nil)
	var from, to float32
	l.Reveal = func(top, bottom float32) { from, to = top, bottom }
	l.Resize(fyne.NewSize(200, 400))
	test.NewTempWindow(t, l)
	l.TypedKey(key(fyne.KeyEnd))
	if row := l.rows["c"]; from != row.Position().Y || to != row.Position().Y+row.Size().Height || from <= 0 {
		t.Errorf("shows %v to %v, the row is at %v", from, to, row.Position())
	}
	l.TypedKey(key(fyne.KeyHome))
	if from != 0 {
		t.Errorf("shows from %v, want the heading too", from)
	}
}
