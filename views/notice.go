package views

import (
	"errors"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"doublefix/app"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// notice is a card over the foot of the page: something was done, or could not be. It goes by itself when there was time to
// read it or when it holds no longer; errors stay until they are closed or the next one comes.
type notice struct {
	text    string
	refused bool // it cannot be done now, which is no error
	failed  bool
	busy    bool        // something is still being done
	holds   func() bool // reports whether what it says is still so; nil where that cannot change
	answers []answer
}

// reading is how long a notice stays: time to find it, and to read it slowly.
func (n notice) reading() time.Duration {
	return 4*time.Second + time.Duration(utf8.RuneCountInString(n.text))*80*time.Millisecond
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
	if !n.failed && !n.busy {
		w.closeLater(&n, n.reading())
	}
}

// closeLater closes a notice after a while, but not under the pointer or the focus.
func (w *window) closeLater(n *notice, wait time.Duration) {
	if w.deps.Later == nil {
		return
	}
	w.deps.Later(wait, func() {
		switch {
		case w.notice != n:
		case w.noticeHeld():
			w.closeLater(n, wait/2)
		default:
			w.closeNotice()
		}
	})
}

// noticeHeld reports whether the pointer or the focus is on the notice.
func (w *window) noticeHeld() bool {
	return slices.ContainsFunc(w.noticeParts, func(part interface{ Held() bool }) bool { return part.Held() })
}

// checkNotice takes a notice down that does not hold any more.
func (w *window) checkNotice() {
	if w.notice != nil && w.notice.holds != nil && !w.notice.holds() {
		w.closeNotice()
	}
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
	w.noticeBar.Objects, w.noticeParts = nil, nil
	if w.notice != nil {
		w.noticeBar.Objects = []fyne.CanvasObject{w.noticeCard(*w.notice)}
	}
	w.noticeBar.Refresh()
}

func (w *window) noticeCard(n notice) fyne.CanvasObject {
	s, p := w.style, w.style.Palette
	icon, ink := "check", p.Teal
	switch {
	case n.failed:
		icon, ink = "warning", p.Brick
	case n.refused:
		icon, ink = "warning", p.Amber
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
		tap := s.Button(kit.ButtonSpec{ID: "notice.answer." + strconv.Itoa(i), Text: a.text, OnTapped: a.do})
		w.noticeParts = append(w.noticeParts, tap)
		kit.Append(answers, tap)
	}
	middle := kit.Beside(s.Px(leastNotice), text, answers)
	closing := s.Button(kit.ButtonSpec{
		ID: "notice.close", Icon: "close", Name: w.tr("dialog.close"), Keys: []string{"Esc"}, Kind: kit.Quiet, OnTapped: w.closeNotice,
	})
	inside := kit.Pad(kit.Inset{Top: 6, Bottom: 6, Left: 16, Right: 8}, kit.RowGrow(12, middle, s.IconImage(icon, 18, ink), middle, closing))
	parts := closing.MinSize().Width + answers.MinSize().Width + s.Px(18) + 5*12 + 24
	w.noticeWidth = min(s.Px(widestNotice), s.Width(n.text, size, kit.Regular)+parts+1)
	card := s.Surface(n.text, kit.Look{Fill: p.Paper, Stroke: ink}, inside, nil)
	w.noticeParts = append(w.noticeParts, closing, card)
	return card
}

// over puts a notice above the foot of the window at the right, where no place has its main buttons, no wider than its text is
// read well.
type over struct{ w *window }

const (
	widestNotice = 760
	noticeGap    = 10 // to the foot and the sides
)

// MinSize implements fyne.Layout.
func (over) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (l over) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := float32(railWidth) + noticeGap
	for _, o := range objects {
		width := min(l.w.noticeWidth, size.Width-left-noticeGap)
		height := kit.HeightFor(o, width)
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(size.Width-noticeGap-width, size.Height-l.w.foot.MinSize().Height-noticeGap-height))
	}
}

func (w *window) closeNotice() {
	w.notice = nil
	w.showNotice()
}
