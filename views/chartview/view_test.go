package chartview

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"doublefix/app/chart"
	"doublefix/app/look"
	"doublefix/app/render"
	"doublefix/app/words"
	"doublefix/views/kit"
	"doublefix/views/task"
	"doublefix/views/viewtest"
)

func TestMain(m *testing.M) { viewtest.Main(m) }

func spec(n int) chart.Spec {
	s := chart.Spec{Form: chart.Bars, Tr: words.For(words.English), Title: "Firearms", Source: "CBP"}
	for i := range n {
		s.Marks = append(s.Marks, chart.Mark{
			ID: fmt.Sprint("r", i), Label: fmt.Sprint(2000 + i), X: float64(2000 + i), XTo: math.NaN(),
			Value: float64(10 + i), Low: math.NaN(), High: math.NaN(), Written: fmt.Sprint(10 + i),
		})
	}
	return s
}

func shown(t *testing.T, n int) (*View, fyne.Window) {
	t.Helper()
	style := kit.NewStyle(words.For(words.English), look.Light(), 1)
	v := New(style, task.Inline(), spec(n), func(mark int) Reading {
		return Reading{Heading: fmt.Sprint("year ", mark), Value: "10 firearms", Tag: "count", Lines: []Line{{"Source", "CBP, in a newspaper"}, {"Caution", "One of several figures"}}}
	})
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(900, 520))
	w.Canvas().Capture()
	return v, w
}

func press(v *View, keys ...fyne.KeyName) {
	for _, k := range keys {
		v.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestArrowsReadEveryMark(t *testing.T) {
	v, _ := shown(t, 6)
	var read []int
	v.OnRead = func(m int) { read = append(read, m) }
	press(v, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyHome, fyne.KeyEscape)
	if got, want := fmt.Sprint(read), "[0 1 2 1 5 0 -1]"; got != want {
		t.Errorf("read %s, want %s", got, want)
	}
}

func TestReadingDoesNotDrawTheChartAgain(t *testing.T) {
	v, w := shown(t, 12)
	drawn := v.drawn
	if drawn == 0 {
		t.Fatal("the chart was never drawn")
	}
	for range 12 {
		press(v, fyne.KeyRight)
		w.Canvas().Capture()
	}
	if v.drawn != drawn {
		t.Errorf("drawn %d times more", v.drawn-drawn)
	}
}

func TestPointerReadsTheMarkUnderIt(t *testing.T) {
	v, _ := shown(t, 5)
	at := v.drawing.Hits[3].Box.Center()
	move := func(x, y float64) {
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(x), float32(y))}})
	}
	move(at.X, at.Y)
	if v.Current() != v.drawing.Hits[3].Mark {
		t.Errorf("reading %d", v.Current())
	}
	v.MouseOut()
	if v.Current() != -1 {
		t.Error("the mark is still read after the pointer has left")
	}
	v.FocusGained()
	press(v, fyne.KeyRight)
	v.MouseOut()
	if v.Current() < 0 {
		t.Error("the pointer took away what the keyboard reads")
	}
}

func TestOpenByEnterAndClick(t *testing.T) {
	v, _ := shown(t, 3)
	opened := -1
	v.OnOpen = func(m int) { opened = m }
	press(v, fyne.KeyReturn)
	if opened != -1 {
		t.Error("nothing was being read, and yet it opened")
	}
	press(v, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	if opened != 1 {
		t.Errorf("opened %d, want 1", opened)
	}
	c := v.drawing.Hits[2].Box.Center()
	v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(c.X), float32(c.Y))})
	if opened != v.drawing.Hits[2].Mark {
		t.Errorf("a click opened %d", opened)
	}
}

// The card covers neither its mark nor leaves the chart, whatever the place and the size.
func TestCardStaysClearOfItsMark(t *testing.T) {
	room := fyne.NewSize(860, 480)
	for _, card := range []fyne.Size{{Width: 336, Height: 120}, {Width: 336, Height: 220}} {
		for x := 60.0; x < 820; x += 40 {
			for _, top := range []float64{40, 150, 300, 420} {
				hit := chart.Hit{Box: chart.Rect{X: x, Y: top, W: 30, H: 440 - top}, Anchor: chart.Point{X: x + 15, Y: top}}
				pos, _ := beside(hit, card, room)
				if pos.X < 0 || pos.Y < 0 || pos.X+card.Width > room.Width || pos.Y+card.Height > room.Height {
					t.Fatalf("card %v at %v leaves the chart for %v", card, pos, hit.Box)
				}
				r := chart.Rect{X: float64(pos.X), Y: float64(pos.Y), W: float64(card.Width), H: float64(card.Height)}
				if r.Overlaps(hit.Box) {
					t.Fatalf("card %v at %v covers its mark %v", card, pos, hit.Box)
				}
			}
		}
	}
}

// Where there is room for the card nowhere, it covers as little of its mark as can be.
func TestCardInALowWindow(t *testing.T) {
	hit := chart.Hit{Box: chart.Rect{X: 300, Y: 80, W: 120, H: 20}, Anchor: chart.Point{X: 360, Y: 80}}
	card, room := fyne.NewSize(336, 170), fyne.NewSize(560, 190)
	pos, _ := beside(hit, card, room)
	if covered := min(420, float64(pos.X+336)) - max(300, float64(pos.X)); covered > 41 {
		t.Errorf("card at %v covers %v of its mark's 120", pos, covered)
	}
}

func TestPictureHasTheSizeAsked(t *testing.T) {
	v, _ := shown(t, 4)
	img := v.piece(0, 1800, 1040)
	if img.Bounds().Size() != image.Pt(1800, 1040) {
		img = v.piece(0, 1800, 1040) // the inline runner has drawn it by now
	}
	if img.Bounds().Size() != image.Pt(1800, 1040) {
		t.Errorf("picture is %v", img.Bounds())
	}
}

func TestNoFigures(t *testing.T) {
	v, w := shown(t, 0)
	press(v, fyne.KeyRight, fyne.KeyEnd, fyne.KeyDown)
	w.Canvas().Capture()
	if v.Current() != -1 {
		t.Errorf("reading %d of nothing", v.Current())
	}
}

// Fyne throws renderers away that were out of sight for a while. What was under way then is dropped, and drawn later.
func TestAnotherRendererDrawsAgain(t *testing.T) {
	var held []func()
	style := kit.NewStyle(words.For(words.English), look.Light(), 1)
	runner := task.Inline()
	runner.Start = func(work func()) { held = append(held, work) }
	v := New(style, runner, spec(4), func(int) Reading { return Reading{} })
	v.Resize(fyne.NewSize(600, 400))
	v.piece(0, 600, 400)
	test.TempWidgetRenderer(t, v).Destroy()
	held[0]()
	if v.drawn != 0 {
		t.Error("the picture of the old renderer is shown")
	}
	v.piece(0, 600, 400)
	if len(held) != 2 {
		t.Fatalf("asked %d times for the picture, want 2", len(held))
	}
	held[1]()
	if v.drawn != 1 {
		t.Error("the picture is not shown")
	}
}

// A chart that is higher than a texture can be is shown in pieces that make up the whole picture.
func TestTallChartsAreShownInPieces(t *testing.T) {
	v, w := shown(t, 4)
	if len(v.tiles) != 1 {
		t.Fatalf("a chart of the usual height has %d pieces", len(v.tiles))
	}
	const width, height = 600, 2*tileHeight + 300
	w.SetContent(&fyne.Container{Objects: []fyne.CanvasObject{v}})
	v.Resize(fyne.NewSize(width, height))
	if len(v.tiles) != 3 || v.tiles[2].Size().Height != 300 || v.tiles[2].Position().Y != 2*tileHeight {
		t.Fatalf("%d pieces, the last at %v, %v", len(v.tiles), v.tiles[2].Position(), v.tiles[2].Size())
	}
	v.render(image.Pt(width, height))
	for y := range v.picture.img.Rect.Dy() {
		i := min(y/tileHeight, 2)
		piece := v.piece(i, width, int(v.tiles[i].Size().Height)).(*image.RGBA)
		for _, x := range []int{0, 20, 333} {
			if got, want := piece.RGBAAt(x, y-i*tileHeight), v.picture.img.RGBAAt(x, y); got != want {
				t.Fatalf("pixel %d, %d of piece %d is %v, want %v", x, y, i, got, want)
			}
		}
	}
}

// A chart with more pixels than a picture can have is shown whole, only coarser.
func TestVeryTallChartsAreCoarser(t *testing.T) {
	v, _ := shown(t, 4)
	v.layout(fyne.NewSize(400, 9000))
	size := image.Pt(1200, 27000)
	fine, coarse := drawPixels(v.drawing, image.Pt(400, 9000), 1, color.White), drawPixels(v.drawing, size, 3, color.White)
	if h := coarse.Rect.Dy(); h > render.MaxSide || math.Abs(float64(coarse.Rect.Dx())/float64(h)-400.0/9000) > 1e-3 {
		t.Fatalf("the picture is %v", coarse.Rect)
	}
	last := func(img *image.RGBA) float64 { // the lowest row that something stands in, as a part of the height
		for y := img.Rect.Dy() - 1; y >= 0; y-- {
			for x := range img.Rect.Dx() {
				if img.RGBAAt(x, y) != (color.RGBA{255, 255, 255, 255}) {
					return float64(y) / float64(img.Rect.Dy())
				}
			}
		}
		return 0
	}
	if a, b := last(fine), last(coarse); a == 0 || math.Abs(a-b) > 0.001 {
		t.Errorf("the last row is at %.4f of the height, at %.4f in the coarser picture", a, b)
	}
}

// A view that takes the place of another shows the picture of that one until its own is drawn, and draws its own at once.
func TestNothingFlickers(t *testing.T) {
	before, _ := shown(t, 6)
	var waiting []func()
	late := task.Runner{Start: func(f func()) { waiting = append(waiting, f) }, OnUI: func(f func()) { f() }, After: func(time.Duration, func()) { t.Error("it waits") }}
	v := New(before.style, late, spec(3), before.reading)
	v.After(before)
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(700, 520))
	w.Canvas().Capture()
	if v.picture.img != before.picture.img || v.drawn != 0 {
		t.Fatal("it does not show the picture of the view before")
	}
	if len(waiting) != 1 {
		t.Fatalf("%d drawings are under way", len(waiting))
	}
	waiting[0]()
	w.Canvas().Capture()
	if v.picture.img == before.picture.img || v.drawn != 1 || len(waiting) != 1 {
		t.Errorf("drawn %d times, %d under way", v.drawn, len(waiting)-1)
	}
}
