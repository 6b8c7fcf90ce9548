package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Item is one row of a [List], or a heading between rows when Heading is set.
type Item struct {
	ID      string
	Heading string
	Title   string
	Strong  []Part // of the title
	Detail  string // second line
	Short   bool   // the detail stays on one line
}

// List is a column of rows of which one is chosen. It is one stop of the focus; arrows, Home and End choose.
type List struct {
	widget.BaseWidget
	OnChosen func(id string)
	Reveal   func(top, bottom float32) // brings a part of the list into sight; nil where all of it is

	open    func(id string)
	leave   func()
	style   Style
	items   []Item
	chosen  string
	rows    map[string]*Surface
	order   []string
	body    *fyne.Container
	focused bool
	keyed   bool // a key is being handled
}

var _ fyne.Focusable = (*List)(nil)

// List returns a list with one row chosen.
func (s Style) List(id string, items []Item, chosen string, onChosen func(id string)) *List {
	l := &List{style: s, items: items, chosen: chosen, OnChosen: onChosen, rows: map[string]*Surface{}}
	l.body = Column(0)
	for _, item := range items {
		Append(l.body, l.row(item))
	}
	l.dress()
	l.ExtendBaseWidget(l)
	s.Register.Put(id, l)
	return l
}

func (l *List) row(item Item) fyne.CanvasObject {
	s, p := l.style, l.style.Palette
	if item.Heading != "" {
		return Pad(Inset{Top: 16, Bottom: 6, Left: 8, Right: 8}, s.Paragraph(item.Heading, SizeMeta, 16, Semibold, p.Quiet))
	}
	row := s.Surface(item.Title, Look{}, Fixed(0, 0), func() { l.press(item.ID) })
	l.rows[item.ID] = row
	l.order = append(l.order, item.ID)
	return row
}

// dress draws every row as chosen or not.
func (l *List) dress() {
	s, p := l.style, l.style.Palette
	for _, item := range l.items {
		row, ok := l.rows[item.ID]
		if !ok {
			continue
		}
		title, look := s.Paragraph(item.Title, SizeBody, 20, Regular, p.Ink), Look{Hover: p.Hover}
		if item.ID == l.chosen {
			title, look = s.Paragraph(item.Title, SizeBody, 20, Semibold, p.Accent), Look{Fill: p.Soft}
			if l.open != nil {
				title = s.Paragraph(item.Title, SizeBody, 20, Regular, p.Ink)
			}
		}
		title.WithStrong(item.Strong)
		row.look, row.ring = look, l.focused && item.ID == l.chosen
		detail := fyne.CanvasObject(s.Meta(item.Detail))
		if item.Short {
			detail = s.OneLine(item.Detail, SizeMeta, 16, p.Quiet)
		}
		row.content = Pad(Inset{Top: 4, Bottom: 4, Left: 8, Right: 8}, Column(0, title, detail))
		row.Refresh()
	}
}

// Opens has Enter, Space and a click open a row, so that choosing one by the arrows does nothing more; leave is called by
// the arrow up on the first row.
func (l *List) Opens(open func(id string), leave func()) {
	l.open, l.leave = open, leave
	l.dress()
}

// press does what a click on a row does.
func (l *List) press(id string) {
	l.Choose(id)
	if l.open != nil {
		l.open(id)
	}
}

// Mark makes a row the chosen one and does not tell.
func (l *List) Mark(id string) {
	l.chosen = id
	l.dress()
	l.reveal()
}

// First puts the choice on the first row where none is chosen. It reports false where there are no rows.
func (l *List) First() bool {
	if _, ok := l.rows[l.chosen]; !ok && len(l.order) > 0 {
		l.Choose(l.order[0])
	}
	return len(l.order) > 0
}

// Keyed reports whether the row is being chosen by a key rather than the pointer.
func (l *List) Keyed() bool { return l.keyed }

// Choose makes a row the chosen one and tells.
func (l *List) Choose(id string) {
	if id == l.chosen {
		return
	}
	l.chosen = id
	l.dress()
	l.reveal()
	if l.OnChosen != nil {
		l.OnChosen(id)
	}
}

// reveal brings the chosen row into sight, with the heading where it is the first under one.
func (l *List) reveal() {
	row, ok := l.rows[l.chosen]
	if !ok || l.Reveal == nil {
		return
	}
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	if at := slices.Index(l.body.Objects, fyne.CanvasObject(row)); at > 0 && l.items[at-1].Heading != "" {
		top = l.body.Objects[at-1].Position().Y
	}
	l.Reveal(top, bottom)
}

// TypedKey implements fyne.Focusable.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	l.keyed = true
	defer func() { l.keyed = false }()
	at := slices.Index(l.order, l.chosen)
	last := len(l.order) - 1
	switch ev.Name {
	case fyne.KeyUp:
		if at <= 0 && l.leave != nil {
			l.leave()
			return
		}
		at = max(at-1, 0)
	case fyne.KeyDown:
		at = min(at+1, last)
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = last
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.open == nil || at < 0 {
			l.style.typedKey(ev)
			return
		}
		l.open(l.chosen)
		return
	default:
		l.style.typedKey(ev)
		return
	}
	if at >= 0 && at <= last {
		l.Choose(l.order[at])
	}
}

// TypedRune implements fyne.Focusable.
func (l *List) TypedRune(r rune) { l.style.typedRune(r) }

// FocusGained implements fyne.Focusable.
func (l *List) FocusGained() { l.focused = true; l.dress(); l.reveal() }

// FocusLost implements fyne.Focusable.
func (l *List) FocusLost() { l.focused = false; l.dress() }

// HeightFor implements [Wrapping].
func (l *List) HeightFor(width float32) float32 { return HeightFor(l.body, width) }

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.body) }
