package views

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/views/action"
	"doublefix/views/kit"
)

func TestOneLetterOneAction(t *testing.T) {
	p := start(t)
	p.do("view.rank")
	p.typed("1")
	p.typed("P") // 32 after the digit 0 in the table of characters, as t is after T
	p.want("places", strings.Join(p.w.doc.Places, ","), "A,,,")
	p.typed("0")
	p.want("places", strings.Join(p.w.doc.Places, ","), ",,,")
	p.typed("e")
	p.want("meaning open", p.w.rankState.Open["A"], true)
}

func TestPlusOnItsOwnKey(t *testing.T) {
	p := start(t)
	keys := p.w.win.Canvas().(fyne.Shortcutable)
	for i, s := range []action.Shortcut{action.Ctrl(fyne.KeyPlus), action.CtrlShift(fyne.KeyEqual)} {
		keys.TypedShortcut(s.Fyne())
		p.want("text size", p.w.settings.Factor, textFactors[i+1])
	}
}

// A long modal scrolls by keys, and gives the focus back to a button that was built anew behind it.
func TestModalByKeyboard(t *testing.T) {
	p := start(t)
	p.w.win.Canvas().Focus(p.w.style.Register.Get("top.theme"))
	m := p.w.open(modalSpec{title: "Long", width: 300, height: 200, body: func(s kit.Style, _ *modal) fyne.CanvasObject {
		return s.Body(strings.Repeat("long ", 400))
	}})
	p.key(fyne.KeyPageDown, fyne.KeyDown)
	if m.scroll.Offset() == 0 {
		t.Error("the text does not scroll")
	}
	p.key(fyne.KeyPageUp, fyne.KeyPageUp)
	p.want("offset at the top", m.scroll.Offset(), float32(0))
	p.w.showTop()
	p.key(fyne.KeyEscape)
	p.want("focus", p.w.win.Canvas().Focused(), p.w.style.Register.Get("top.theme"))
}

func TestFocusInTheTopBarOutlastsResizing(t *testing.T) {
	p := start(t)
	p.w.win.Canvas().Focus(p.w.style.Register.Get("top.theme"))
	p.w.win.Resize(fyne.NewSize(900, 700))
	p.want("focus", p.w.win.Canvas().Focused(), p.w.style.Register.Get("top.theme"))
}
