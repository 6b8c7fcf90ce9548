package chartview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/look"
	"doublefix/app/words"
	"doublefix/views/kit"
	"doublefix/views/task"
	"doublefix/views/viewtest"
)

// everyForm shows every chart of every dataset in every form that is offered for it.
func everyForm(t *testing.T, do func(t *testing.T, v *View, w fyne.Window)) {
	tr := words.For(words.Spanish)
	style := kit.NewStyle(tr, look.Light(), 1)
	w := test.NewTempWindow(t, nil)
	for _, d := range viewtest.Set(t).Datasets {
		for _, c := range d.Charts {
			answer, err := d.Ask(dataset.Lens{View: c.Name})
			if err != nil {
				t.Fatalf("%s %s: %v", d.ID, c.Name, err)
			}
			for _, o := range chart.Offers(answer, tr) {
				if !o.Fits {
					continue
				}
				t.Run(d.ID+"/"+c.Name+"/"+string(o.Form), func(t *testing.T) {
					asked, err := chart.Ask(d, dataset.Lens{View: c.Name, Form: string(o.Form)}, tr)
					if err != nil {
						t.Fatal(err)
					}
					v := New(style, task.Inline(), asked.Spec, func(int) Reading { return Reading{Heading: "a", Value: "1", Tag: "b"} })
					w.SetContent(kit.Scroll(v).Container)
					w.Resize(fyne.NewSize(900, 600))
					w.Canvas().Capture()
					do(t, v, w)
				})
			}
		}
	}
}

// In every form of every dataset arrows lead from the first mark to every other, and neither they nor the pointer over all marks
// have the picture drawn again.
func TestEveryFormIsRead(t *testing.T) {
	everyForm(t, func(t *testing.T, v *View, w fyne.Window) {
		drawn := v.drawn
		if drawn == 0 {
			t.Fatal("it was never drawn")
		}
		checkHover(t, v)
		checkArrows(t, v)
		w.Canvas().Capture()
		if v.drawn != drawn {
			t.Errorf("reading has it drawn %d times more", v.drawn-drawn)
		}
	})
}

func checkHover(t *testing.T, v *View) {
	t.Helper()
	for _, h := range v.drawing.Hits {
		at := h.Box.Center()
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(at.X), float32(at.Y))}})
		if v.Current() < 0 {
			t.Errorf("over mark %d the pointer reads nothing", h.Mark)
		}
	}
	v.MouseOut()
	if v.Current() >= 0 {
		t.Error("a mark is read after the pointer has left")
	}
}

func checkArrows(t *testing.T, v *View) {
	t.Helper()
	press(v, fyne.KeyHome)
	if v.Current() < 0 {
		t.Fatal("Home reads nothing")
	}
	reached := map[int]bool{v.Current(): true}
	for queue := []int{v.Current()}; len(queue) > 0; queue = queue[1:] {
		for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown} {
			v.read(queue[0])
			press(v, key)
			if at := v.Current(); !reached[at] {
				reached[at], queue = true, append(queue, at)
			}
		}
	}
	if len(reached) != len(v.spec.Marks) {
		t.Errorf("arrows reach %d of %d marks", len(reached), len(v.spec.Marks))
	}
}
