package ballots

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"doublefix/views/kit"
)

// line is a row of the list; it is used again for other ballots as the list is scrolled.
type line struct {
	widget.BaseWidget
	v          *View
	id         string
	back, rule *canvas.Rectangle
	texts      [5]*canvas.Text // number, digits, order, table, second entry
	full       [5]string       // what they would say with all the room there is
	mark       *canvas.Image
	menu       *kit.Surface
}

func newLine(v *View) *line {
	s := v.style
	l := &line{v: v, back: canvas.NewRectangle(color.Transparent), rule: canvas.NewRectangle(s.Palette.Rule)}
	for i := range l.texts {
		l.texts[i] = s.Text("", kit.SizeBody, kit.Regular, s.Palette.Ink)
	}
	l.texts[0].TextStyle.Bold = true
	l.texts[3].Color, l.texts[4].Color = s.Palette.Quiet, s.Palette.Quiet
	l.mark = &canvas.Image{FillMode: canvas.ImageFillContain}
	dots := kit.Center(s.Text("···", kit.SizeBody, kit.Bold, s.Palette.Ink))
	l.menu = s.Surface(v.tr("ballots.row.menu"), kit.Look{Hover: s.Palette.Hover}, dots, func() { v.rowMenu(l.id, l.menu) })
	l.ExtendBaseWidget(l)
	return l
}

// set shows a ballot.
func (l *line) set(r Row, chosen, focused bool) {
	v, p := l.v, l.v.style.Palette
	l.id = r.ID
	order, plain := v.rowOrder(r)
	l.full = [5]string{r.Serial, r.Paper, order, r.Table, v.secondName(r)}
	if r.Serial == "" {
		l.full[0] = "–"
	}
	if v.state.Second && !r.Differs {
		l.full[1] = ""
	}
	l.texts[2].TextStyle.Italic = !plain
	ink := p.Ink
	if r.State == Withdrawn {
		ink = p.Quiet
	}
	for i := range 3 {
		l.texts[i].Color = ink
	}
	l.back.FillColor, l.back.StrokeColor, l.back.StrokeWidth = color.Transparent, color.Transparent, 0
	if r.Differs || r.State == Spoilt && !v.state.Second {
		l.back.FillColor = p.AmberSoft
	}
	if chosen {
		l.back.FillColor = p.Soft
	}
	if chosen && focused {
		l.back.StrokeColor, l.back.StrokeWidth = p.Accent, 2
	}
	l.mark.Resource = nil
	switch {
	case r.Differs:
		l.mark.Resource = v.style.Icon("warning", p.Amber)
	case r.Checked:
		l.mark.Resource = v.style.Icon("check", p.Teal)
	}
	l.mark.Hidden = l.mark.Resource == nil
	l.menu.Hidden = v.shown.Phase != Open
	l.Refresh()
}

// rowOrder is what the list says of the order of a ballot, and whether that is an order.
func (v *View) rowOrder(r Row) (text string, plain bool) {
	switch {
	case r.State == Withdrawn:
		return v.stateName(Withdrawn, ""), false
	case r.Screen:
		return v.tr("ballots.row.private"), false
	case v.state.Second && !r.Differs:
		return v.tr("ballots.row.covered"), false
	case r.State != Valid:
		return v.stateName(r.State, r.Why), false
	}
	return r.Order, true
}

// secondName says what the second entry of a ballot made.
func (v *View) secondName(r Row) string {
	switch {
	case r.Differs:
		return v.tr("ballots.second.differs")
	case r.Checked:
		return v.tr("ballots.second.same")
	}
	return ""
}

// CreateRenderer implements fyne.Widget.
func (l *line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ l *line }

// MinSize implements fyne.WidgetRenderer.
func (r *lineRenderer) MinSize() fyne.Size { return fyne.NewSize(120, r.l.v.style.Px(32)) }

// Layout implements fyne.WidgetRenderer: texts are cut to their columns.
func (r *lineRenderer) Layout(size fyne.Size) {
	l, s := r.l, r.l.v.style
	l.back.Resize(size)
	l.rule.Move(fyne.NewPos(0, size.Height-1))
	l.rule.Resize(fyne.NewSize(size.Width, 1))
	x := float32(listSide)
	widths := l.v.columns(size.Width)
	for i, text := range l.texts {
		w, left := widths[i]-8, x
		if i == 4 {
			side := s.Px(16)
			l.mark.Move(fyne.NewPos(x, (size.Height-side)/2))
			l.mark.Resize(fyne.NewSize(side, side))
			w, left = w-side-4, x+side+4
		}
		text.Text = ""
		if w > s.Px(12) {
			weight := kit.Regular
			if text.TextStyle.Bold {
				weight = kit.Semibold
			}
			text.Text = s.Shorten(l.full[i], kit.SizeBody, weight, w)
		}
		h := l.v.list.high
		text.Move(fyne.NewPos(left, (size.Height-h)/2))
		text.Resize(fyne.NewSize(max(w, 0), h))
		x += widths[i]
	}
	if widths[4] == 0 {
		l.mark.Resize(fyne.Size{})
	}
	l.menu.Move(fyne.NewPos(x, 2))
	l.menu.Resize(fyne.NewSize(widths[5], size.Height-4))
}

// Objects implements fyne.WidgetRenderer.
func (r *lineRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.l.back, r.l.rule}
	for _, t := range r.l.texts {
		out = append(out, t)
	}
	return append(out, r.l.mark, r.l.menu)
}

// Destroy implements fyne.WidgetRenderer.
func (r *lineRenderer) Destroy() {}

// Refresh implements fyne.WidgetRenderer.
func (r *lineRenderer) Refresh() {
	r.Layout(r.l.Size())
	r.l.mark.Refresh()
	canvas.Refresh(r.l)
}
