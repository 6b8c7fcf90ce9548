package result

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/views/kit"
)

// track is a bar from 0 to 1 that is filled up to a value, with a line where the value was before; nil for no line.
func track(s kit.Style, value float64, before *float64) fyne.CanvasObject {
	p := s.Palette
	objects := []fyne.CanvasObject{canvas.NewRectangle(p.Band), canvas.NewRectangle(p.Accent)}
	at := trackLayout{high: s.Px(trackHeight), value: float32(value)}
	if before != nil {
		at.before = float32(*before)
		objects = append(objects, canvas.NewRectangle(p.Ink))
	}
	return &fyne.Container{Layout: at, Objects: objects}
}

const (
	trackHeight = 9
	trackTick   = 4 // how far the line of the value before stands out
)

// trackLayout places the whole bar, the filled part, and the line of the value before if there is one.
type trackLayout struct{ high, value, before float32 }

// MinSize implements fyne.Layout.
func (t trackLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastCell, t.high+2*trackTick)
}

// Layout implements fyne.Layout.
func (t trackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	clamp := func(v float32) float32 { return max(0, min(v, 1)) * size.Width }
	for i, width := range []float32{size.Width, clamp(t.value)} {
		objects[i].Move(fyne.NewPos(0, trackTick))
		objects[i].Resize(fyne.NewSize(width, t.high))
	}
	if len(objects) > 2 {
		objects[2].Move(fyne.NewPos(min(clamp(t.before), size.Width-2), 0))
		objects[2].Resize(fyne.NewSize(2, t.high+2*trackTick))
	}
}

// mostSquares is how many squares can be told apart; more become a bar.
const mostSquares = 60

// squares shows some of all as filled squares.
func squares(s kit.Style, filled, all int) fyne.CanvasObject {
	if all > mostSquares {
		return track(s, float64(filled)/float64(all), nil)
	}
	row := kit.Flow(s.Px(4))
	for i := range all {
		color := s.Palette.GreySoft
		if i < filled {
			color = s.Palette.Accent
		}
		kit.Append(row, kit.Fixed(s.Px(10), s.Px(16), canvas.NewRectangle(color)))
	}
	return row
}
