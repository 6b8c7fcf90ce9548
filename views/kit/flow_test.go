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

// Of two sides that say the same the smaller one is shown where the roomy one does not fit beside, and none below both.
func TestBesideChoosesAmongSides(t *testing.T) {
	main, roomy, tight := block(100, 20), block(80, 20), block(30, 20)
	b := Beside(0, main, roomy, tight)
	for _, tt := range []struct {
		width     float32
		roomy     bool
		height, x float32
	}{{200, true, 20, 120}, {150, false, 20, 120}, {110, true, 48, 0}} {
		b.Resize(fyne.NewSize(tt.width, HeightFor(b, tt.width)))
		shown, other := tight, roomy
		if tt.roomy {
			shown, other = roomy, tight
		}
		if !shown.Visible() || other.Visible() || b.Size().Height != tt.height || shown.Position().X != tt.x {
			t.Errorf("at %v: roomy is shown: %v, at %v, height %v", tt.width, roomy.Visible(), shown.Position(), b.Size().Height)
		}
	}
}
