// Package explore is the place where people look at figures: datasets at the left, the finding and its chart or table in
// the middle, sources in a drawer at the right.
package explore

import (
	"io"
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/views/chartview"
	"doublefix/views/datatable"
	"doublefix/views/kit"
	"doublefix/views/task"
)

// State is what this place remembers when the window is built anew, as for another language.
type State struct {
	Dataset string
	Charts  map[string]string // chosen view by dataset
	Table   bool
	Row     string // id of the figure being read
	Sorted  string // column of the table
	Down    bool
	Drawer  bool
	opener  string // name of the part that had the focus before the drawer opened
}

// Deps is what this place needs from the window.
type Deps struct {
	Set    *dataset.Set
	Runner task.Runner

	Save     func(name string, write func(io.Writer) error) // write runs beside the window and must not read what changes
	Fail     func(error)
	Copy     func(text, said string)
	Focus    func(fyne.Focusable)
	Focused  func() fyne.Focusable
	PopUp    func(menu *fyne.Menu, below fyne.CanvasObject)
	Position func(text string) // where one is, for the foot of the window
	Changed  func()            // the state has changed
}

// View is the place.
type View struct {
	Content fyne.CanvasObject

	style kit.Style
	deps  Deps
	state *State

	data  *dataset.Dataset
	view  dataset.View
	spec  chart.Spec
	rows  []dataset.Row // one a mark of spec
	tally int           // rows of the whole dataset

	list   *kit.List
	chart  *chartview.View
	reveal func(top, bottom float32) // scrolls a part of the chart into sight; nil where it has no pane of its own
	table  *datatable.Table

	listScroll *kit.Scroller

	mainPane, chartPane, drawerPane *kit.Scroller // of what is shown now, nil for none; the chart's is inside that of the middle

	main   *fyne.Container
	side   *fyne.Container
	left   *fyne.Container
	root   *fyne.Container
	narrow bool // too narrow for list and chart side by side
	listed bool // narrow, and the list is shown in place of the chart
}

const (
	listWidth   = 268
	drawerWidth = 320
)

// New builds the place for a state, which it keeps up to date.
func New(style kit.Style, deps Deps, state *State) *View {
	v := &View{style: style, deps: deps, state: state}
	if state.Charts == nil {
		state.Charts = map[string]string{}
	}
	v.main, v.side, v.left = kit.Fixed(0, 0), kit.Fixed(0, 0), kit.Fixed(0, 0)
	v.main.Layout, v.side.Layout, v.left.Layout = kit.Fill{}, kit.Fill{}, kit.Fill{}
	v.open(state.Dataset)
	v.left.Objects = []fyne.CanvasObject{v.listPane()}
	v.root = &fyne.Container{Layout: &panes{v: v}, Objects: []fyne.CanvasObject{v.left, v.main, v.side}}
	v.showMain()
	v.showSide()
	v.Content = v.root
	return v
}

// open takes a dataset, or the first where there is none of that id.
func (v *View) open(id string) {
	d := v.deps.Set.Dataset(id)
	if d == nil && len(v.deps.Set.Datasets) > 0 {
		d = v.deps.Set.Datasets[0]
	}
	v.data, v.rows, v.spec = d, nil, chart.Spec{}
	if d == nil {
		return
	}
	v.state.Dataset = d.ID
	v.view = d.View(v.state.Charts[d.ID])
	v.tally = len(d.Rows)
	spec, rows, err := chart.Build(d, v.view, v.style.Tr)
	if err != nil {
		v.deps.Fail(err)
		return
	}
	v.spec, v.rows = spec, rows
}

// Choose goes to another dataset.
func (v *View) Choose(id string) {
	if id == v.state.Dataset {
		return
	}
	v.state.Row, v.state.Sorted, v.state.Down = "", "", false
	v.listed = false
	v.open(id)
	v.showMain()
	v.showSide()
	v.changed()
}

// Step goes to the next or the previous dataset of the list.
func (v *View) Step(by int) {
	order := v.order()
	for i, id := range order {
		if id == v.state.Dataset {
			v.list.Choose(order[(i+by+len(order))%len(order)])
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
// does not fit, Esc closes the drawer.
func (v *View) Key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape && v.state.Drawer {
		v.ToggleSources()
		return true
	}
	if v.chart != nil {
		return v.chart.Key(ev) || v.page(ev)
	}
	if v.table != nil && v.deps.Focused() == nil {
		switch ev.Name {
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
			v.deps.Focus(v.table)
			v.table.TypedKey(ev)
			return true
		}
	}
	return v.page(ev)
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
	if v.data == nil || v.state.Row == "" {
		return dataset.Row{}, false
	}
	return v.data.Row(v.state.Row)
}
