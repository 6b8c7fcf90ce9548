package explore

import (
	"slices"

	"doublefix/app/dataset"
)

// State is what this place remembers when the window is built anew, as for another language.
type State struct {
	Dataset string
	Lenses  map[string]dataset.Lens // what is asked, by dataset
	Table   bool
	Row     string // id of the figure or entry being read
	Sorted  string // column of the table
	Down    bool
	Drawer  bool
	Panel   Panel           // what the drawer shows
	Term    string          // id of the term in it
	Spans   map[string]Span // what a timeline shows, by dataset
	Query   string          // what is searched for
	Hit     string          // the result last chosen
	Whole   map[string]bool // which long facets are shown whole, by dataset and field
	Open    map[string]bool // which facets were opened or folded, by dataset and field

	opener  string // name of the part that had the focus before the drawer opened
	passing bool   // only passed on the way through the list by keys
	listed  bool   // the window is narrow, and the list is shown in place of the chart
	shown   *View  // what was built for it last
	late    *late  // nil where nothing is
	slip    slip
	scroll  scrolled
}

// Panel is a matter that the drawer can show.
type Panel string

// The panels of the drawer.
const (
	PanelSources Panel = ""        // who says so, and what to beware of
	PanelTerm    Panel = "term"    // one term of the glossary
	PanelTerms   Panel = "terms"   // the terms that stand in what is shown
	PanelWhy     Panel = "why"     // why the figure differs from another
	PanelAsk     Panel = "ask"     // filter, group, put in relation
	PanelCompare Panel = "compare" // set beside other figures
	PanelForms   Panel = "forms"   // the form of the chart
	PanelNote    Panel = "note"    // a person's own note
)

// asks reports whether a panel changes what is shown while it stays open.
func (p Panel) asks() bool { return p == PanelAsk || p == PanelCompare || p == PanelForms }

// Span is the part of a timeline that is shown.
type Span struct {
	From, To int      // years, both included; 0 for all
	Off      []string // lanes that are left out
}

func (s Span) all() bool { return s.From == 0 && len(s.Off) == 0 }

// Spot is what was looked at, for the way back to it.
type Spot struct {
	Dataset, Row  string
	Lens          dataset.Lens
	Table, Drawer bool
	Panel         Panel
	Term          string
	Sorted        string
	Down          bool
	Span          Span
}

// Spot returns what is looked at now.
func (s State) Spot() Spot {
	return Spot{
		Dataset: s.Dataset, Lens: s.Lenses[s.Dataset].Clone(), Row: s.Row, Table: s.Table, Drawer: s.Drawer, Panel: s.Panel, Term: s.Term,
		Sorted: s.Sorted, Down: s.Down, Span: s.Spans[s.Dataset].clone(),
	}
}

// Visit makes a spot what is looked at; the place has to be built anew after it. The search stays as it is.
func (s *State) Visit(to Spot) {
	s.Dataset, s.Row, s.Table, s.Drawer, s.Panel, s.Term = to.Dataset, to.Row, to.Table, to.Drawer, to.Panel, to.Term
	s.Sorted, s.Down, s.passing, s.listed = to.Sorted, to.Down, false, false
	s.ready()
	s.Lenses[to.Dataset], s.Spans[to.Dataset] = to.Lens.Clone(), to.Span.clone()
}

// ready makes the maps of a new state.
func (s *State) ready() {
	if s.Lenses == nil {
		s.Lenses = map[string]dataset.Lens{}
	}
	if s.Whole == nil {
		s.Whole = map[string]bool{}
	}
	if s.Open == nil {
		s.Open = map[string]bool{}
	}
	if s.Spans == nil {
		s.Spans = map[string]Span{}
	}
}

func (s Span) clone() Span {
	s.Off = slices.Clone(s.Off)
	return s
}
