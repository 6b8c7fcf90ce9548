package chartview

import (
	"image/color"
	"math"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/chart"
	"doublefix/views/kit"
)

// Reading is what the card over a mark says.
type Reading struct {
	Heading string // the period
	Value   string // the figure with its unit
	Tag     string // kind of figure; "" for none
	Lines   []Line // source, caveat …
}

// Line is one labelled line of a card.
type Line struct{ Label, Text string }

const (
	cardWidth   = 336
	cardGap     = 14 // between card and mark
	figure      = 22 // room above a mark for its written figure, which the card stays clear of
	cardPadding = 14
	cardMargin  = 4 // between card and the edge of the chart
)

// ringGap is the room between the chart and the ring of the focus.
const ringGap = 8

// overlay is what lies over the picture: the outline of the mark, the card with its thread, the ring of the focus.
type overlay struct {
	style   kit.Style
	outline *canvas.Rectangle
	thread  *canvas.Line
	ring    *canvas.Rectangle
	card    *fyne.Container
	shown   int
}

func newOverlay(s kit.Style) *overlay {
	o := &overlay{style: s, shown: -1}
	o.outline = s.Rect(color.Transparent, s.Palette.Ink)
	o.outline.StrokeWidth, o.outline.CornerRadius = 2, 4
	o.thread = canvas.NewLine(s.Palette.Quiet)
	o.thread.StrokeWidth = 1
	o.ring = s.Rect(color.Transparent, s.Palette.Accent)
	o.ring.StrokeWidth = 2
	o.card = kit.Fixed(0, 0)
	o.hide()
	return o
}

func (o *overlay) hide() {
	o.outline.Hide()
	o.thread.Hide()
	o.card.Hide()
	o.shown = -1
}

func (o *overlay) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.ring, o.outline, o.thread, o.card}
}

// place puts everything where it belongs for the mark that v reads.
func (o *overlay) place(v *View) {
	o.ring.Hidden = !v.focused
	o.ring.Move(fyne.NewPos(-ringGap, -ringGap)) // clear of the texts at the edge
	o.ring.Resize(v.Size().AddWidthHeight(2*ringGap, 2*ringGap))
	hit, ok := v.hit()
	if !ok {
		o.hide()
		return
	}
	if o.shown != v.current {
		o.card, o.shown = cardOf(o.style, v.reading(v.current)), v.current
	}
	box := hit.Box.Grow(3)
	o.outline.Move(fyne.NewPos(float32(box.X), float32(box.Y)))
	o.outline.Resize(fyne.NewSize(float32(box.W), float32(box.H)))
	o.outline.Show()

	if v.Quiet {
		o.card.Hide()
		o.thread.Hide()
		return
	}
	width := min(o.style.Px(cardWidth), v.Size().Width-2*cardMargin)
	size := fyne.NewSize(width, kit.HeightFor(o.card, width))
	pos, above := v.cardPlace(hit, size)
	o.card.Resize(size)
	o.card.Move(pos)
	o.card.Show()
	o.thread.Hidden = !above
	o.thread.Position1 = fyne.NewPos(float32(hit.Anchor.X), pos.Y+size.Height)
	o.thread.Position2 = fyne.NewPos(float32(hit.Anchor.X), float32(hit.Anchor.Y)-figure)
}

// cardPlace is where the card goes: beside the mark, within what is in sight.
func (v *View) cardPlace(hit chart.Hit, card fyne.Size) (pos fyne.Position, above bool) {
	top, room := float32(0), v.Size()
	if v.Seen != nil {
		from, to := v.Seen()
		top, room.Height = from, min(to, room.Height)-from
	}
	hit.Box.Y -= float64(top)
	hit.Anchor.Y -= float64(top)
	pos, above = beside(hit, card, room)
	return pos.AddXY(0, top), above
}

// beside finds a place for a card that covers neither its mark nor the figure above it: above the mark, else at the side
// with room, else below. above says that a thread leads down from the card to the mark.
func beside(hit chart.Hit, card, room fyne.Size) (pos fyne.Position, above bool) {
	x, y := float32(hit.Anchor.X), float32(hit.Anchor.Y)
	clampX := func(v float32) float32 { return max(cardMargin, min(v, room.Width-card.Width-cardMargin)) }
	clampY := func(v float32) float32 { return max(cardMargin, min(v, room.Height-card.Height-cardMargin)) }
	if top := y - figure - cardGap - card.Height; top >= cardMargin {
		return fyne.NewPos(clampX(x-card.Width/2), top), true
	}
	left := float32(hit.Box.X) - cardGap - figure - card.Width
	right := float32(hit.Box.Right()) + cardGap + figure
	switch {
	case left >= cardMargin && x > room.Width/2, left >= cardMargin && right+card.Width > room.Width-cardMargin:
		return fyne.NewPos(left, clampY(y-card.Height/2)), false
	case right+card.Width <= room.Width-cardMargin:
		return fyne.NewPos(right, clampY(y-card.Height/2)), false
	}
	if below := float32(hit.Box.Bottom()) + cardGap; below+card.Height <= room.Height-cardMargin {
		return fyne.NewPos(clampX(x-card.Width/2), below), false
	}
	return corner(hit.Box, card, room), false
}

// corner is the corner of the room where a card that fits nowhere covers least of its mark.
func corner(box chart.Rect, card, room fyne.Size) fyne.Position {
	right, bottom := max(room.Width-card.Width-cardMargin, cardMargin), max(room.Height-card.Height-cardMargin, cardMargin)
	best, least := fyne.Position{}, math.Inf(1)
	for _, pos := range []fyne.Position{{X: right, Y: cardMargin}, {X: cardMargin, Y: cardMargin}, {X: right, Y: bottom}, {X: cardMargin, Y: bottom}} {
		wide := min(box.Right(), float64(pos.X+card.Width)) - max(box.X, float64(pos.X))
		high := min(box.Bottom(), float64(pos.Y+card.Height)) - max(box.Y, float64(pos.Y))
		if covered := max(wide, 0) * max(high, 0); covered < least {
			best, least = pos, covered
		}
	}
	return best
}

// cardOf lays a reading out.
func cardOf(s kit.Style, r Reading) *fyne.Container {
	p := s.Palette
	heading := s.Paragraph(r.Heading, kit.SizeBody, 20, kit.Regular, p.Quiet)
	if isText(r.Value) {
		heading = s.Paragraph(r.Heading, kit.SizeBody, 20, kit.Semibold, p.Ink)
	}
	parts := []fyne.CanvasObject{heading, valueLine(s, r)}
	for _, l := range r.Lines {
		label := kit.Fixed(s.Px(64), s.Px(16), s.Meta(l.Label))
		text := s.Paragraph(l.Text, kit.SizeMeta, 16, kit.Regular, p.Ink)
		parts = append(parts, kit.RowTop(8, text, label, text))
	}
	back := s.Rect(p.Paper, p.Quiet)
	return kit.Behind(back, kit.Pad(kit.Even(cardPadding), kit.Column(6, parts...)))
}

// isText reports whether a value is a text rather than a figure, as of an event, and is set as one.
func isText(value string) bool { return utf8.RuneCountInString(value) > 48 }

// valueLine puts the tag after the figure where both fit on one line, else under it.
func valueLine(s kit.Style, r Reading) fyne.CanvasObject {
	value := s.Paragraph(r.Value, kit.SizeHead, 28, kit.Bold, s.Palette.Ink)
	if isText(r.Value) {
		value = s.Body(r.Value)
	}
	if r.Tag == "" {
		return value
	}
	tag := s.Chip(r.Tag)
	line := s.Text(r.Value, kit.SizeHead, kit.Bold, s.Palette.Ink)
	if line.MinSize().Width+8+tag.MinSize().Width <= s.Px(cardWidth)-2*cardPadding {
		return kit.Row(8, line, tag)
	}
	return kit.Column(2, value, kit.Row(0, tag))
}
