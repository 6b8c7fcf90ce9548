package views

import (
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// The foot of the window says what a part without words does, and gives the room back to where one is.
func TestHintsAtTheFoot(t *testing.T) {
	p := start(t)
	p.key(fyne.KeyRight)
	at := p.w.position.Text
	part := func(id string) *kit.Tap { return p.w.style.Register.Get(id).(*kit.Tap) }
	part("top.edit.undo").MouseIn(nil)
	p.want("foot over undo", p.w.position.Text, "Undo (nothing to undo)")
	part("top.edit.undo").MouseOut()
	p.want("foot after it", p.w.position.Text, at)

	p.w.win.Canvas().Focus(part("top.theme"))
	p.want("foot on the theme", p.w.position.Text, "Light, dark, high contrast   [Ctrl D]")
	p.key(fyne.KeyRight)
	if p.w.position.Text == at || p.w.position.Text == "Light, dark, high contrast   [Ctrl D]" {
		t.Errorf("news of the figure being read are not said: %q", p.w.position.Text)
	}
	part("rail.rank").MouseIn(nil)
	p.do("view.lang.es")
	if p.w.position.Text == "Rank   [Ctrl 2]" {
		t.Error("the hint of a part that has gone still stands")
	}
}

// However large the text, a long notice keeps its buttons and leaves the foot in the window, in every place.
func TestLongNoticesStayInTheWindow(t *testing.T) {
	p := start(t)
	p.do("view.lang.es", "view.text.larger", "view.text.larger", "view.text.larger", "view.text.larger")
	p.w.win.Resize(fyne.NewSize(1024, 660)) // less what the menu takes
	for _, place := range []string{"view.explore", "view.rank", "view.handout"} {
		p.do(place)
		p.w.sayUnsaved(&app.Error{Key: "error.workshop.gone", Args: map[string]any{"File": "/home/anabel/.config/fyne/org.doublefix.app/workshop.doublefix"}})
		driver := fyne.CurrentApp().Driver()
		answer := p.w.style.Register.Get("notice.answer.1").(*kit.Tap)
		if low := driver.AbsolutePositionForObject(answer).Y + answer.Size().Height; low > 660 {
			t.Errorf("%s: the last button ends at %v", place, low)
		}
		if low := p.w.foot.Position().Y + p.w.foot.MinSize().Height; low > 660 {
			t.Errorf("%s: the foot ends at %v", place, low)
		}
	}
}

func TestLongHintsFitTheFoot(t *testing.T) {
	p := start(t)
	p.w.settings.Lang = words.Spanish
	p.do("view.text.larger", "view.text.larger", "view.text.larger", "view.text.larger")
	p.w.win.Resize(fyne.NewSize(800, 600))
	for range 3 {
		p.w.showHint("Algo que tarda mucho en decirse y que no cabe de ninguna manera en una sola línea al pie de la ventana, por ancha que sea")
	}
	if right := p.w.position.Position().X + p.w.position.MinSize().Width; right > 800-railWidth {
		t.Errorf("the hint ends at %v", right)
	}
}
