package views

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"doublefix/app"
	"doublefix/views/kit"
)

// clock collects what is to be done later.
type clock struct {
	wait []time.Duration
	do   []func()
}

func (c *clock) later(wait time.Duration, do func()) {
	c.wait, c.do = append(c.wait, wait), append(c.do, do)
}

// tick does what waits.
func (c *clock) tick() {
	due := c.do
	c.wait, c.do = nil, nil
	for _, do := range due {
		do()
	}
}

func TestNoticesGoWhenTheyAreRead(t *testing.T) {
	p, c := start(t), &clock{}
	p.w.deps.Later = c.later
	p.do("edit.undo")
	p.want("refused", p.w.notice.refused, true)
	if len(c.wait) != 1 || c.wait[0] < 4*time.Second || c.wait[0] > 10*time.Second {
		t.Errorf("it stays for %v", c.wait)
	}
	p.w.focus(p.w.style.Register.Get("notice.close"))
	c.tick()
	p.want("notice under the focus stays", p.w.notice != nil, true)
	p.w.focus(nil)
	p.w.noticeBar.Objects[0].(*kit.Surface).MouseIn(nil)
	c.tick()
	p.want("notice under the pointer stays", p.w.notice != nil, true)
	p.w.noticeBar.Objects[0].(*kit.Surface).MouseOut()
	c.tick()
	p.want("notice goes", p.w.notice, (*notice)(nil))

	p.do("edit.undo")
	p.w.say(notice{text: "Newer"})
	c.do[0]()
	p.want("the time of one is not that of the next", p.w.notice != nil && p.w.notice.text == "Newer", true)
	c.tick()
	p.w.fail(&app.Error{Key: "error.workshop.missing", Args: map[string]any{"File": "x"}})
	p.want("errors wait to be closed", len(c.do), 0)
}

func TestNoticesGoWhenTheyHoldNoLonger(t *testing.T) {
	p := start(t)
	was := p.w.explore.InHandout()
	p.do("data.keep")
	p.want("kept", p.w.explore.InHandout(), !was)
	p.want("it is said", p.w.notice != nil, true)
	p.do("edit.undo")
	p.want("notice after undo", p.w.notice, (*notice)(nil))
	p.typed("0")
	p.want("refused", p.w.notice.refused, true)
	p.do("view.rank")
	p.want("notice where it can be done", p.w.notice, (*notice)(nil))
}

// A notice stands over the page, which stays as it was, and above the foot.
func TestNoticesDoNotPushThePage(t *testing.T) {
	p := start(t)
	before := p.w.body.Size()
	p.do("edit.undo")
	p.want("page", p.w.body.Size(), before)
	card := p.w.noticeBar.Objects[0]
	if low, foot := card.Position().Y+card.Size().Height, p.w.foot.Position().Y; low > foot || card.Position().Y < foot-100 {
		t.Errorf("the notice stands from %v to %v, the foot begins at %v", card.Position().Y, low, foot)
	}
}

// Under a dialog nothing is switched, and it says why; what is typed there is undone there.
func TestDialogsSayThatTheyComeFirst(t *testing.T) {
	p := start(t)
	p.do("file.name")
	p.do("view.lang.es")
	if said := says(p.w.win.Canvas().Overlays().Top()); !strings.Contains(said, "Close this box first: Español") {
		t.Errorf("the dialog says %q", said)
	}
	entry := p.w.win.Canvas().Focused().(*field)
	test.Type(entry, "Ana")
	p.do("edit.undo")
	p.want("typed", entry.Text, "")
	p.key(fyne.KeyEscape)
	p.want("dialogs", len(p.w.modals), 0)
	p.do("view.lang.es")
	p.want("language", string(p.w.settings.Lang), "es")
}

// A refusal to save stands out in the dialog, with a sign; what is typed then takes it down.
func TestRefusalsToSaveStandOut(t *testing.T) {
	p := start(t)
	p.do("file.copy")
	entry := p.w.win.Canvas().Focused().(*field)
	entry.SetText(p.w.deps.Store.Path())
	p.key(fyne.KeyReturn)
	text := textOf(p.w.win.Canvas().Overlays().Top(), "is the workshop")
	if text == nil || text.TextSize < kit.SizeBody || !text.TextStyle.Bold || text.Color != p.w.style.Palette.Ink {
		t.Fatalf("the refusal is %+v", text)
	}
	test.Type(entry, "x")
	if textOf(p.w.win.Canvas().Overlays().Top(), "is the workshop") != nil {
		t.Error("the refusal still stands")
	}
}

// textOf finds the text in a part of the window that has those words.
func textOf(o fyne.CanvasObject, part string) *canvas.Text {
	if text, ok := o.(*canvas.Text); ok {
		if strings.Contains(text.Text, part) {
			return text
		}
		return nil
	}
	for _, inner := range partsOf(o) {
		if text := textOf(inner, part); text != nil {
			return text
		}
	}
	return nil
}
