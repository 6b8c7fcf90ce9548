package explore

import (
	"slices"

	"doublefix/app/dataset"
)

// Target is something in the record that can be opened. The most exact of what is named counts: a term, source,
// contradiction or row by its id, else a view of a dataset, else the dataset.
type Target struct {
	Dataset, View, Row, Term, Source, Contradiction string
}

// Going says how one gets from what is shown to something else.
type Going int

// The ways to something else.
const (
	ByChoice Going = iota // chosen from the list or among what was found: a new beginning
	ByLink                // along a link
	ByClaim               // from a disagreement to one of its claims: a bar leads back
)

// Trail is where one can go from here by going back.
type Trail struct {
	Back, Forward bool
	Thread        bool   // there is a place that a bar leads back to
	Place         string // the place of the window where it is; "" for this one
	Spot          Spot   // what was looked at there
}

// Open shows a target; the way back to what is shown now is kept.
func (v *View) Open(to Target) { v.goTo(to, ByLink) }

func (v *View) goTo(to Target, how Going) {
	spot, ok := Resolve(v.deps.Set, to)
	if !ok {
		return
	}
	v.Settle()
	v.leave(how)
	drawer := v.state.Drawer && how != ByClaim && !v.covers
	spot.Drawer, spot.Span = drawer, v.state.Spans[spot.Dataset]
	if drawer && v.state.Panel == PanelWhy {
		spot.Panel = PanelWhy
	}
	if spot.Dataset == v.state.Dataset {
		spot.Sorted, spot.Down = v.state.Sorted, v.state.Down
	}
	v.state.Visit(spot)
	v.open(spot.Dataset)
	v.drawnOrTable()
	v.showMain()
	v.showSide()
	v.markList()
	if how != ByChoice {
		v.deps.Focus(v.style.Register.Get(v.FaceID()))
	}
	v.changed()
}

// Resolve returns what is looked at when a target is opened; ok is false where the record has nothing of that name.
func Resolve(set *dataset.Set, to Target) (Spot, bool) {
	for _, entry := range []struct{ id, role string }{
		{to.Term, dataset.RoleGlossary}, {to.Source, dataset.RoleSources}, {to.Contradiction, dataset.RoleContradictions},
	} {
		if entry.id == "" {
			continue
		}
		d, r, ok := set.Row(entry.id)
		return Spot{Dataset: idOf(d), Row: r.ID}, ok && d.Role == entry.role
	}
	d, r, found := set.Row(to.Row)
	if to.Dataset != "" {
		d = set.Dataset(to.Dataset)
		if d != nil {
			r, found = d.Row(to.Row)
		}
	}
	if d == nil {
		return Spot{}, false
	}
	spot := Spot{Dataset: d.ID, Lens: dataset.Lens{View: to.View}}
	if found {
		spot.Row = r.ID
		if spot.Lens.View == "" {
			spot.Lens.View = d.ViewOf(r)
		}
	}
	return spot, true
}

func idOf(d *dataset.Dataset) string {
	if d == nil {
		return ""
	}
	return d.ID
}

// drawnOrTable has a row read that the chart does not draw: in a view that does, with all of a timeline, else in the table. A
// question that leaves it out is let go.
func (v *View) drawnOrTable() {
	drawn := func() bool {
		return v.state.Row == "" || slices.ContainsFunc(v.rows, func(r dataset.Row) bool { return r.ID == v.state.Row })
	}
	if v.data == nil || v.pageRole() || drawn() {
		return
	}
	if _, ok := v.row(); !ok {
		return
	}
	if !v.state.Spans[v.data.ID].all() {
		delete(v.state.Spans, v.data.ID)
		v.open(v.data.ID)
	}
	for _, c := range v.data.Charts {
		if drawn() {
			return
		}
		v.state.Lenses[v.data.ID] = dataset.Lens{View: c.Name}
		v.open(v.data.ID)
	}
	v.state.Table = v.state.Table || !drawn()
}

// markList shows in the list which dataset is open; among what was found it is the result that was chosen.
func (v *View) markList() {
	if v.list != nil && !v.searching() {
		v.list.Mark(v.state.Dataset)
	}
}

// leave tells the window that something else will be shown.
func (v *View) leave(how Going) {
	if v.deps.Leave != nil && v.data != nil {
		v.deps.Leave(how)
	}
}

func (v *View) trail() Trail {
	if v.deps.Trail == nil {
		return Trail{}
	}
	return v.deps.Trail()
}

// FaceID is the name of the part that shows the figures or the entry being read.
func (v *View) FaceID() string {
	switch {
	case v.state.Table:
		return "table"
	case v.paged():
		return entryID(v.state.Row)
	}
	return "chart"
}
