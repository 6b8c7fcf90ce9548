package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestFlowGoesOnInTheNextLine(t *testing.T) {
	a, b, c := block(40, 10), block(50, 20), block(30, 10)
	f := Flow(5, a, b, c)
	f.Resize(fyne.NewSize(100, 100))
	if a.Position() != fyne.NewPos(0, 0) || b.Position() != fyne.NewPos(45, 0) || c.Position() != fyne.NewPos(0, 25) {
		t.Errorf("at %v, %v, %v", a.Position(), b.Position(), c.Position())
	}
	if got := HeightFor(f, 100); got != 35 {
		t.Errorf("needs %v, want 35", got)
	}
	if got := HeightFor(f, 200); got != 20 {
		t.Errorf("on one line needs %v, want 20", got)
	}
	if got := f.MinSize(); got != fyne.NewSize(50, 35) {
		t.Errorf("asks for %v", got)
	}
}
