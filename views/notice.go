package views

import (
	"errors"
	"strconv"

	"fyne.io/fyne/v2"

	"doublefix/app"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// notice is the bar at the foot of the window: something was done, or could not be. It stays until it is closed or the
// next one comes.
type notice struct {
	text    string
	failed  bool
	busy    bool // something is still being done
	answers []answer
}

// leastNotice is how wide a notice stays beside its buttons; where there is less they go below it.
const leastNotice = 300

// largeText is the factor from which on notices are set in the small size.
const largeText = 1.25

// answer is a button of a notice: what can be done about it.
type answer struct {
	text string
	do   func()
}

// say shows a notice.
func (w *window) say(n notice) {
	w.notice = &n
	w.showNotice()
}

// fail shows an error in words; it is the only place that does.
func (w *window) fail(err error) {
	if err == nil {
		return
	}
	w.say(notice{text: sentence(w.style.Tr, err), failed: true})
}

// said is an error in the words of the window's language.
func (w *window) said(err error) string { return sentence(w.style.Tr, err) }

// sentence returns what a person should read about an error, in their language.
func sentence(tr words.Tr, err error) string {
	var known *app.Error
	if errors.As(err, &known) && known.Key != "" {
		return tr.T(known.Key, words.Args(known.Args))
	}
	return tr.T("error.unknown", words.Args{"Detail": err.Error()})
}

func (w *window) showNotice() {
	w.noticeBar.Objects = nil
	if w.notice != nil {
		w.noticeBar.Objects = []fyne.CanvasObject{w.noticeLine(*w.notice)}
	}
	w.noticeBar.Refresh()
	w.frame.Refresh()
}

func (w *window) noticeLine(n notice) fyne.CanvasObject {
	s, p := w.style, w.style.Palette
	icon, ink := "check", p.Teal
	switch {
	case n.failed:
		icon, ink = "warning", p.Brick
	case n.busy:
		icon, ink = "file", p.Quiet
	}
	size, line := kit.SizeBody, float32(20)
	if s.Factor > largeText {
		size, line = kit.SizeMeta, 16 // large enough, and the place behind must stay in sight
	}
	text := s.Paragraph(n.text, size, line, kit.Regular, p.Ink)
	answers := kit.Row(12)
	for i, a := range n.answers {
		kit.Append(answers, s.Button(kit.ButtonSpec{ID: "notice.answer." + strconv.Itoa(i), Text: a.text, OnTapped: a.do}))
	}
	middle := kit.Beside(s.Px(leastNotice), text, answers)
	closing := s.Button(kit.ButtonSpec{
		ID: "notice.close", Icon: "close", Name: w.tr("dialog.close"), Keys: []string{"Esc"}, Kind: kit.Quiet, OnTapped: w.closeNotice,
	})
	back := s.Rect(p.Paper, p.Rule)
	back.CornerRadius = 0
	return kit.Behind(back, kit.Pad(kit.Inset{Top: 6, Bottom: 6, Left: 16, Right: 16}, kit.RowGrow(12, middle, s.IconImage(icon, 18, ink), middle, closing)))
}

func (w *window) closeNotice() {
	w.notice = nil
	w.showNotice()
}
