package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
)

// Kind is how much a button stands out.
type Kind int

// The kinds of button.
const (
	Plain   Kind = iota // bordered, on paper
	Primary             // the one main action of a screen
	Quiet               // no border until hovered
	Title               // as Quiet, in the size of a title
)

// ButtonSpec describes a button.
type ButtonSpec struct {
	ID       string // for [Register]
	Text     string
	Icon     string   // before the text; a button without text is as wide as it is high
	Trailing string   // an icon after the text
	Name     string   // what it does, when the text does not say it; shown as a hint
	Keys     []string // that do the same, for the hint
	Kind     Kind
	Small    bool
	On       bool    // what it would do holds already
	Off      string  // why it cannot be pressed now, as a translation key; "" when it can
	Wide     bool    // text in the middle of whatever width it gets
	Soft     bool    // a quieter ground: it can be pressed, but something is there already
	Tight    []Tight // what it says in a [Bar] without room, ever less
	OnTapped func()
}

// Tight is a picture, a few letters, or both, in the place of what a button says otherwise.
type Tight struct{ Icon, Text string }

const (
	buttonHeight = 32
	smallHeight  = 26
)

// Button returns a button.
func (s Style) Button(b ButtonSpec) *Tap {
	look, ink := s.buttonLook(b)
	name := b.Name
	if name == "" {
		name = b.Text
	}
	t := s.Tap(b.ID, name, look, s.buttonContent(b, ink), b.OnTapped)
	t.disabled = b.Off != ""
	t.hint = s.buttonHint(b)
	b.Name = name
	for _, tight := range b.Tight {
		b.Icon, b.Text = tight.Icon, tight.Text
		t.canTighten(s.buttonContent(b, ink), s.buttonHint(b))
	}
	return t
}

func (s Style) buttonContent(b ButtonSpec, ink color.NRGBA) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if b.Icon != "" {
		parts = append(parts, s.IconImage(b.Icon, 18, ink))
	}
	size, side, height := SizeBody, float32(12), s.Px(buttonHeight)
	switch {
	case b.Kind == Title:
		size, side = SizeTitle, 8
	case b.Small:
		size, side, height = SizeMeta, 8, s.Px(smallHeight)
	}
	if b.Text != "" {
		parts = append(parts, s.Text(b.Text, size, Semibold, ink))
	}
	if b.Trailing != "" {
		parts = append(parts, s.IconImage(b.Trailing, 14, ink))
	}
	inner := fyne.CanvasObject(Row(6, parts...))
	if b.Text == "" {
		side = (height - s.Px(18)) / 2
	}
	if b.Wide {
		inner = Center(inner)
	}
	return atLeast(height, Pad(Inset{Left: side, Right: side}, inner))
}

// buttonHint says what a button without words does, and why a button cannot be pressed.
func (s Style) buttonHint(b ButtonSpec) string {
	switch {
	case b.Off != "" && b.Name != "":
		return s.Tr.T("menu.item.disabled", words.Args{"Name": b.Name, "Why": s.Tr.T(b.Off)})
	case b.Off != "":
		return s.Tr.T(b.Off)
	case b.Name != "":
		return s.keyed(b.Name, b.Keys)
	}
	return ""
}

func (s Style) buttonLook(b ButtonSpec) (Look, color.NRGBA) {
	p := s.Palette
	switch {
	case b.Off != "":
		look := Look{Fill: p.Paper, Stroke: p.Rule}
		if b.Kind == Quiet {
			look.Fill, look.Stroke = nil, nil
		}
		return look, p.Grey
	case b.Kind == Primary:
		return Look{Fill: p.Accent, Hover: p.Second}, p.OnAccent
	case b.Kind == Quiet || b.Kind == Title:
		return Look{Hover: p.Hover}, p.Ink
	case b.On && p.Framed():
		return Look{Fill: p.Accent, Stroke: p.Rule}, p.OnAccent
	case b.On:
		return Look{Fill: p.Soft, Stroke: p.Rule}, p.Accent
	case b.Soft:
		return Look{Fill: p.GreySoft, Hover: p.Hover, Stroke: p.GreySoft}, p.Quiet
	}
	return Look{Fill: p.Paper, Hover: p.Hover, Stroke: p.Rule}, p.Ink
}

// atLeast keeps an object at the given height or more, in the middle of it.
func atLeast(height float32, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: minHeight(height), Objects: []fyne.CanvasObject{object}}
}

type minHeight float32

func (m minHeight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(size.Width, max(size.Height, float32(m)))
}

func (m minHeight) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return max(HeightFor(objects[0], width), float32(m))
}

func (m minHeight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := min(HeightFor(objects[0], size.Width), size.Height)
	objects[0].Move(fyne.NewPos(0, (size.Height-h)/2))
	objects[0].Resize(fyne.NewSize(size.Width, h))
}

// Choice is one of several of which one holds.
type Choice struct {
	ID         string // for [Register]
	Text, Icon string
	Name       string // in words, when the text is short
	Off        string // why it cannot be chosen, as a translation key
}

// Segments returns choices side by side in one frame; chosen is called with the index of the one that was pressed.
func (s Style) Segments(choices []Choice, current int, chosen func(int)) *fyne.Container {
	var taps []fyne.CanvasObject
	for i, c := range choices {
		taps = append(taps, s.segment(c, i == current, func() {
			if i != current {
				chosen(i)
			}
		}))
	}
	frame := s.Rect(s.Palette.Paper, s.Palette.Rule)
	return Behind(frame, Pad(Even(1), Row(0, taps...)))
}

func (s Style) segment(c Choice, on bool, tapped func()) *Tap {
	p := s.Palette
	look, ink := Look{Hover: p.Hover}, p.Quiet
	if on {
		look, ink = Look{Fill: p.Soft}, p.Accent
		if p.Framed() {
			look, ink = Look{Fill: p.Accent}, p.OnAccent
		}
	}
	if c.Off != "" {
		ink = p.Grey
	}
	name := c.Name
	if name == "" {
		name = c.Text
	}
	content := func(text string) fyne.CanvasObject {
		var parts []fyne.CanvasObject
		if c.Icon != "" {
			parts = append(parts, s.IconImage(c.Icon, 18, ink))
		}
		if text != "" {
			parts = append(parts, s.Text(text, SizeBody, Semibold, ink))
		}
		return atLeast(s.Px(buttonHeight)-2, Pad(Inset{Left: 12, Right: 12}, Row(6, parts...)))
	}
	t := s.Tap(c.ID, name, look, content(c.Text), tapped)
	t.disabled = c.Off != ""
	t.hint = s.buttonHint(ButtonSpec{Name: c.Name, Off: c.Off})
	if c.Icon != "" && c.Text != "" {
		t.canTighten(content(""), s.buttonHint(ButtonSpec{Name: name, Off: c.Off}))
	}
	return t
}

// Chip returns a small filled label.
func (s Style) Chip(text string) *fyne.Container {
	label := s.Text(text, SizeMeta, Semibold, s.Palette.Quiet)
	back := s.Rect(s.Palette.GreySoft, nil)
	back.CornerRadius = 4
	return Behind(back, Pad(Inset{3, 8, 3, 8}, label))
}

// KeyCap returns the picture of a key.
func (s Style) KeyCap(key string) *fyne.Container {
	label := s.Text(key, SizeMeta, Semibold, s.Palette.Ink)
	label.Alignment = fyne.TextAlignCenter
	back := s.Rect(s.Palette.Ground, s.Palette.Rule)
	back.CornerRadius = 4
	w := max(label.MinSize().Width+10, s.Px(20))
	return Fixed(w, s.Px(18), back, Center(label))
}

// KeyCaps returns the pictures of keys named with spaces between; a dash stays a dash: "1 – 4".
func (s Style) KeyCaps(keys string) *fyne.Container {
	row := Row(4)
	for _, k := range strings.Fields(keys) {
		if k == "–" {
			Append(row, s.Text(k, SizeMeta, Regular, s.Palette.Quiet))
			continue
		}
		Append(row, s.KeyCap(k))
	}
	return row
}
