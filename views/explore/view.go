// Package explore is the place where people look at figures: datasets at the left, the finding and its chart or table in
// the middle, sources in a drawer at the right.
package explore

import (
	"io"
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/views/chartview"
	"doublefix/views/datatable"
	"doublefix/views/kit"
	"doublefix/views/task"
)

// Deps is what this place needs from the window.
type Deps struct {
	Set    *dataset.Set
	Runner task.Runner

	Save     func(name string, write func(io.Writer) error) // write runs beside the window and must not read what changes
	Fail     func(error)
	Said     func(error) string // an error in the words of the reader
	Copy     func(text, said string)
	Focus    func(fyne.Focusable)
	Focused  func() fyne.Focusable
	PopUp    func(menu *fyne.Menu, below fyne.CanvasObject)
	Position func(text string) // where one is, for the foot of the window
	Changed  func()            // the state has changed
	Paper    func() render.Paper

	Own func(dataset string) Own // nil where nothing can be kept

	Leave   func(Going)  // what is shown gives way to something else; nil keeps no trail
	Trail   func() Trail // where the trail leads
	Back    func()
	Forward func()
	Return  func() // to where the bar leads
}

// View is the place.
type View struct {
	Content fyne.CanvasObject

	style kit.Style
	deps  Deps
	state *State

	data     *dataset.Dataset // what is chosen from the list
	answer   dataset.Answer   // what it says to what is asked
	refused  error            // why it says nothing
	answered struct {         // what was asked last that was answered, and of which dataset
		of   string
		lens dataset.Lens
	}
	view  dataset.View
	plain chart.Spec    // as it was made of the figures
	spec  chart.Spec    // with what the person has added
	rows  []dataset.Row // one a mark of spec
	tally int           // rows of the whole dataset

	list    *kit.List
	chart   *chartview.View
	drawnOf string                    // the dataset of what is shown
	reveal  func(top, bottom float32) // scrolls a part of the chart into sight; nil where it has no pane of its own
	table   *datatable.Table

	listScroll *kit.Scroller
	search     *kit.Search
	listHolder *fyne.Container
	hits       map[string]dataset.Hit // of the results, by the id of the row

	entries *entries // nil where the face is no page of entries
	column  string   // of the table, to put the cursor in
	pending bool     // what is read has to be brought into sight when there is a size

	drawerShown Panel       // the panel that the drawer shows now
	noteShown   func() bool // the panel of notes shows what the workshop has

	mainPane, chartPane, drawerPane *kit.Scroller // of what is shown now, nil for none; the chart's is inside that of the middle

	restore, restoreDrawer *scrolled // where panes are put when they have a size; nil once they are

	main   *fyne.Container
	side   *fyne.Container
	left   *fyne.Container
	root   *fyne.Container
	narrow bool // too narrow for list and chart side by side
	covers bool // the drawer has no room beside the middle
}

const (
	listWidth   = 268
	drawerWidth = 320
)

// New builds the place for a state, which it keeps up to date.
func New(style kit.Style, deps Deps, state *State) *View {
	v := &View{style: style, deps: deps, state: state}
	state.ready()
	state.shown = v
	v.main, v.side, v.left = kit.Fixed(0, 0), kit.Fixed(0, 0), kit.Fixed(0, 0)
	v.main.Layout, v.side.Layout, v.left.Layout = settled{v}, settledSide{v}, kit.Fill{}
	v.open(state.Dataset)
	v.drawnOrTable()
	v.left.Objects = []fyne.CanvasObject{v.listPane()}
	v.root = &fyne.Container{Layout: &panes{v: v}, Objects: []fyne.CanvasObject{v.left, v.main, v.side}}
	v.showMain()
	v.showSide()
	v.Content = v.root
	if was := state.scroll; was.dataset != "" {
		v.restore, v.restoreDrawer = &was, &was
	}
	return v
}

// open takes a dataset, or the first where there is none of that id.
func (v *View) open(id string) {
	d := v.deps.Set.Dataset(id)
	if d == nil && len(v.deps.Set.Datasets) > 0 {
		d = v.deps.Set.Datasets[0]
	}
	v.data, v.rows, v.spec, v.answer, v.refused = d, nil, chart.Spec{}, dataset.Answer{}, nil
	if d == nil {
		return
	}
	v.state.Dataset = d.ID
	v.tally = len(d.Rows)
	v.ask()
}

// Choose goes to another dataset. What was only passed on the way through the list by keys is no stop on the way back.
func (v *View) Choose(id string) {
	if id == v.state.Dataset {
		return
	}
	v.Settle()
	passing := v.list != nil && v.list.Keyed()
	if !passing || !v.state.passing {
		v.leave(ByChoice)
	}
	v.state.passing = passing
	v.state.Row, v.state.Sorted, v.state.Down = "", "", false
	if v.state.Panel == PanelTerm || v.state.Panel == PanelWhy || v.state.Panel == PanelNote {
		v.state.Panel = PanelSources
	}
	listed := v.state.listed
	v.state.listed = false
	v.open(id)
	v.showMain()
	v.showSide()
	if listed { // the list has given way to what was chosen
		v.deps.Focus(v.style.Register.Get(v.FaceID()))
	}
	v.changed()
}

// Step goes to the next or the previous dataset of the list.
func (v *View) Step(by int) {
	order := v.order()
	for i, id := range order {
		if id == v.state.Dataset {
			next := order[(i+by+len(order))%len(order)]
			v.Choose(next)
			v.markList()
			return
		}
	}
}

func (v *View) changed() {
	v.showPosition()
	if v.deps.Changed != nil {
		v.deps.Changed()
	}
}

// Key uses a key that the focused part had no use for: arrows read the chart from anywhere, Page Up and Page Down scroll what
// does not fit, Esc clears the search and closes the drawer.
func (v *View) Key(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name == fyne.KeyEscape && v.escape():
		return true
	case v.entries != nil:
		return v.entryKey(ev) || v.page(ev)
	case v.chart != nil:
		return v.chart.Key(ev) || v.page(ev)
	case v.table != nil && v.deps.Focused() == nil:
		switch ev.Name {
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
			v.deps.Focus(v.table)
			v.table.TypedKey(ev)
			return true
		}
	}
	return v.page(ev)
}

// escape closes what Esc closes here, and reports whether there was something.
func (v *View) escape() bool {
	at := v.style.Register.IDOf(v.deps.Focused())
	if v.state.Query != "" && (at == "explore.list" || at == "explore.search") {
		v.clearSearch()
		return true
	}
	if v.state.Drawer {
		v.toggle(v.state.Panel)
		return true
	}
	return false
}

// page scrolls the drawer where it is open, else the chart, else the middle around it.
func (v *View) page(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyPageUp && ev.Name != fyne.KeyPageDown {
		return false
	}
	panes := []*kit.Scroller{v.chartPane, v.mainPane}
	if v.state.Drawer {
		panes = []*kit.Scroller{v.drawerPane}
	}
	return slices.ContainsFunc(panes, func(p *kit.Scroller) bool { return p != nil && p.Key(ev) })
}

// row returns the figure being read.
func (v *View) row() (dataset.Row, bool) {
	if v.answer.Data == nil || v.state.Row == "" {
		return dataset.Row{}, false
	}
	return v.answer.Data.Row(v.state.Row)
}
