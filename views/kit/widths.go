package kit

// Widths remembers how wide texts are. Measuring shapes the text, which takes most of the time of building a place, and
// Fyne forgets all it has measured when the theme changes. The fonts never do, so one Widths serves as long as the window.
// The zero value is ready; it belongs to the user interface's goroutine.
type Widths struct{ known map[measured]float32 }

type measured struct {
	text   string
	size   float32 // with the text factor
	weight Weight
}

// mostWidths is when everything is forgotten, so that a long day does not fill the memory.
const mostWidths = 1 << 15

// Width returns how wide a text is in the window.
func (s Style) Width(text string, size float32, weight Weight) float32 {
	key := measured{text, s.Px(size), weight}
	if s.Widths != nil {
		if w, ok := s.Widths.known[key]; ok {
			return w
		}
	}
	width := s.Text(text, size, weight, s.Palette.Ink).MinSize().Width
	if s.Widths != nil {
		s.Widths.keep(key, width)
	}
	return width
}

func (w *Widths) keep(key measured, width float32) {
	if w.known == nil || len(w.known) >= mostWidths {
		w.known = map[measured]float32{}
	}
	w.known[key] = width
}
