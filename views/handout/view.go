// Package handout is the place where people put the printed handout together and see the pages as they will print.
package handout

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	pages "doublefix/app/handout"
	"doublefix/app/words"
	"doublefix/views/kit"
	"doublefix/views/task"
)

// Choice is what a person has chosen to print; it is kept in the workshop.
type Choice struct {
	Sections []string // ids in order; nil is what is usual
	Lang     words.Lang
	Paper    pages.Paper
	Notes    bool // a person's own notes and marks on charts, too
}

// State is what this place remembers when the window is built anew, as for another language.
type State struct {
	Open map[string]bool // groups of the list that were opened or closed by hand
	List float32         // how far the list is scrolled
	Page float32         // the page at the upper edge of the preview, from 0, with the part of it that is out of sight
}

// Deps is what this place needs from the window.
type Deps struct {
	Runner   task.Runner
	Input    func(Choice) pages.Input // what a handout of this choice is made from
	Choose   func(Choice)             // asks for another choice; the outcome comes by [View.Show]
	Export   func()
	Fail     func(error)
	Focus    func(fyne.Focusable)
	Focused  func() fyne.Focusable
	Position func(text string)
}

// View is the place.
type View struct {
	Content fyne.CanvasObject

	style  kit.Style
	deps   Deps
	state  *State
	choice Choice
	doc    *pages.Document // nil until it is laid out for the first time
	build  task.Latest[laid]
	settle task.Settle

	left    *fyne.Container
	right   *fyne.Container
	list    *kit.Scroller
	preview *kit.Scroller
	sheets  *sheets // what the preview shows

	stops []string // the lines of the list from the top down, for the arrows
}

// laid is a handout laid out in the background, or why it could not be.
type laid struct {
	doc *pages.Document
	err error
}

const (
	panelWidth  = 332 // before the text factor
	widestPanel = 480 // leaves room for the pages however large the text is

	largeText = 1.25 // from text larger than this on, the settings scroll with the list

	togglePause = 100 * time.Millisecond // how long a choice must hold before the pages are laid out anew
)

// New builds the place for a state, which it keeps up to date; it is empty until the first [View.Show].
func New(style kit.Style, deps Deps, state *State) *View {
	if state.Open == nil {
		state.Open = map[string]bool{}
	}
	v := &View{style: style, deps: deps, state: state, left: kit.Fixed(0, 0), right: kit.Fixed(0, 0)}
	v.build.Runner = deps.Runner
	v.settle = task.Settle{Runner: deps.Runner, Wait: togglePause}
	v.left.Layout = kit.Wide(min(style.Px(panelWidth), widestPanel))
	v.right.Layout = kit.Fill{}
	v.left.Objects = []fyne.CanvasObject{kit.Gap()}
	v.Content = kit.RowTop(0, v.right, v.left, style.Rule(), v.right)
	return v
}

// Show shows a choice: the list at once, the pages as soon as they are laid out. The old ones stay until then. Of choices in
// quick succession only the last is laid out.
func (v *View) Show(c Choice) {
	v.choice = c
	v.showPanel()
	v.build.Cancel()
	if v.doc == nil {
		v.layOut()
	} else {
		v.settle.Call(v.layOut)
	}
}

func (v *View) layOut() {
	input := v.deps.Input(v.choice)
	v.build.Go(func() laid {
		doc, err := pages.New(input)
		return laid{doc, err}
	}, func(l laid) {
		if l.err != nil {
			v.deps.Fail(l.err)
			return
		}
		v.doc = l.doc
		v.showPanel()
		v.showPages()
	})
}

func (v *View) tr(key string, args ...words.Args) string { return v.style.Tr.T(key, args...) }

// Keep remembers how far list and pages are scrolled, before they are built anew or left.
func (v *View) Keep() {
	v.keepList()
	v.keepPage()
}

func (v *View) keepList() {
	if v.list != nil {
		v.state.List = v.list.Offset()
	}
}

func (v *View) showPanel() {
	v.keepList()
	v.style.Register.Keep(v.deps.Focused, v.deps.Focus, v.buildPanel)
	v.list.SetOffset(v.state.List)
}

func (v *View) buildPanel() {
	s := v.style
	sections := pages.Sections(v.deps.Input(v.choice))
	column := v.lines(sections)
	head := kit.Pad(kit.Inset{Left: 8, Right: 8, Bottom: 8}, kit.Column(2,
		s.Paragraph(v.tr("handout.view.title"), kit.SizeTitle, 24, kit.Semibold, s.Palette.Ink), s.Meta(v.count(sections)), kit.Pad(kit.Inset{Top: 6}, v.presets(sections))))
	above, below := []fyne.CanvasObject{head}, []fyne.CanvasObject{s.Rule(), v.settings(), v.export()}
	if s.Factor > largeText { // nearly everything scrolls: a pane of its own would show too little of the list
		column = kit.Column(0, head, column, s.Rule(), v.settings())
		above, below = nil, []fyne.CanvasObject{s.Rule(), v.export()}
	}
	v.list = kit.Scroll(column)
	body := kit.ColumnGrow(0, v.list.Container, slices.Concat(above, []fyne.CanvasObject{v.list.Container}, below)...)
	pane := kit.Behind(canvas.NewRectangle(s.Palette.Paper), kit.Pad(kit.Inset{Top: 20, Bottom: 16, Left: 16, Right: 16}, body))
	v.left.Objects = []fyne.CanvasObject{pane}
	v.left.Refresh()
}

// count says how much is chosen.
func (v *View) count(sections []pages.Section) string {
	in := 0
	for _, s := range sections {
		if v.chosen(s) {
			in++
		}
	}
	parts := v.tr("handout.view.count", words.Args{"In": v.style.Tr.Int(in), "All": v.style.Tr.Int(len(sections))})
	if v.doc == nil {
		return parts
	}
	return v.tr("handout.view.count.pages", words.Args{"Parts": parts, "Pages": v.style.Tr.N("handout.view.pages", v.doc.Pages())})
}

func (v *View) chosen(s pages.Section) bool {
	switch {
	case s.Locked:
		return true
	case s.Missing != "":
		return false
	}
	if v.choice.Sections == nil {
		return s.Usual
	}
	return slices.Contains(v.choice.Sections, s.ID)
}

// presets are the choices that most people want, one press each.
func (v *View) presets(sections []pages.Section) fyne.CanvasObject {
	var now []string
	for _, s := range sections {
		if v.chosen(s) {
			now = append(now, s.ID)
		}
	}
	row, input := kit.Flow(6), v.deps.Input(v.choice)
	for _, p := range pages.Presets(input) {
		kit.Append(row, v.style.Button(kit.ButtonSpec{
			ID: "handout.preset." + p.ID, Text: p.Title, Small: true, On: slices.Equal(now, p.Sections),
			OnTapped: func() {
				next := v.choice
				next.Sections = p.Sections
				if slices.Equal(p.Sections, pages.DefaultSections(input)) {
					next.Sections = nil // also what can be included only later
				}
				v.deps.Choose(next)
			},
		}))
	}
	return row
}

// put takes a section in or out; the order stays the usual one.
func (v *View) put(id string, on bool) {
	next := v.choice
	next.Sections = []string{}
	for _, s := range pages.Sections(v.deps.Input(v.choice)) {
		take := v.chosen(s)
		if s.ID == id {
			take = on
		}
		if take {
			next.Sections = append(next.Sections, s.ID)
		}
	}
	v.deps.Choose(next)
}

// Key scrolls the pages.
func (v *View) Key(ev *fyne.KeyEvent) bool {
	paging := ev.Name == fyne.KeyPageDown || ev.Name == fyne.KeyPageUp
	return paging && v.preview != nil && v.preview.Key(ev)
}
