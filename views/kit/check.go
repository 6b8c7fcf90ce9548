package kit

import (
	"fyne.io/fyne/v2"
)

// CheckSpec describes a line with a box that is ticked or not, or one of several of which one holds.
type CheckSpec struct {
	ID      string // for [Register]
	Text    string
	Trailer fyne.CanvasObject // at the end of the line; may be nil
	On      bool
	One     bool   // of several of which one holds: it is round, and pressing it again changes nothing
	Locked  bool   // cannot be changed, and is not greyed
	Off     string // why it cannot be changed now; shown under the text
	Changed func(on bool)
	OnKey   func(*fyne.KeyEvent) bool
}

// Check returns a line with a check box.
func (s Style) Check(c CheckSpec) *Tap {
	p := s.Palette
	box := s.Rect(p.Paper, p.Quiet)
	box.CornerRadius, box.StrokeWidth = 4, 1.5
	mark := Fixed(0, 0)
	ink := p.Ink
	switch {
	case c.One && c.On:
		dot := s.Rect(p.Accent, nil)
		dot.CornerRadius = s.Px(5)
		box.StrokeColor, mark = p.Accent, Fixed(s.Px(10), s.Px(10), dot)
	case c.On && c.Locked:
		box.FillColor, box.StrokeColor = p.Quiet, p.Quiet
		mark = s.IconImage("check", 14, p.Paper)
	case c.On:
		box.FillColor, box.StrokeColor = p.Accent, p.Accent
		mark = s.IconImage("check", 14, p.OnAccent)
	case c.Off != "":
		box.StrokeColor, ink = p.Rule, p.Quiet
	default:
		ink = p.Quiet
	}
	if c.One {
		box.CornerRadius = s.Px(9)
	}
	text := fyne.CanvasObject(s.Paragraph(c.Text, SizeBody, 20, Regular, ink))
	if c.Off != "" {
		text = Column(0, text, s.Meta(c.Off))
	}
	parts := []fyne.CanvasObject{Fixed(s.Px(18), s.Px(18), box, Center(mark)), text}
	if c.Trailer != nil {
		parts = append(parts, c.Trailer)
	}
	line := Pad(Inset{Top: 8, Bottom: 8, Left: 8, Right: 8}, RowGrow(10, text, parts...))
	t := s.Tap(c.ID, c.Text, Look{Hover: p.Hover}, line, func() {
		if !c.Locked && c.Off == "" && c.Changed != nil && !(c.One && c.On) {
			c.Changed(!c.On)
		}
	})
	t.OnKey = c.OnKey
	return t
}
