package explore

import "slices"

// State is what this place remembers when the window is built anew, as for another language.
type State struct {
	Dataset string
	Charts  map[string]string // chosen view by dataset
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

	opener  string // name of the part that had the focus before the drawer opened
	passing bool   // only passed on the way through the list by keys
	listed  bool   // the window is narrow, and the list is shown in place of the chart
}

// Panel is a matter that the drawer can show.
type Panel string

// The panels of the drawer.
const (
	PanelSources Panel = ""      // who says so, and what to beware of
	PanelTerm    Panel = "term"  // one term of the glossary
	PanelTerms   Panel = "terms" // the terms that stand in what is shown
	PanelWhy     Panel = "why"   // why the figure differs from another
)

// Span is the part of a timeline that is shown.
type Span struct {
	From, To int      // years, both included; 0 for all
	Off      []string // lanes that are left out
}

func (s Span) all() bool { return s.From == 0 && len(s.Off) == 0 }

// Spot is what was looked at, for the way back to it.
type Spot struct {
	Dataset, View, Row string
	Table, Drawer      bool
	Panel              Panel
	Term               string
	Sorted             string
	Down               bool
	Span               Span
}

// Spot returns what is looked at now.
func (s State) Spot() Spot {
	return Spot{
		Dataset: s.Dataset, View: s.Charts[s.Dataset], Row: s.Row, Table: s.Table, Drawer: s.Drawer, Panel: s.Panel, Term: s.Term,
		Sorted: s.Sorted, Down: s.Down, Span: s.Spans[s.Dataset].clone(),
	}
}

// Visit makes a spot what is looked at; the place has to be built anew after it. The search stays as it is.
func (s *State) Visit(to Spot) {
	s.Dataset, s.Row, s.Table, s.Drawer, s.Panel, s.Term = to.Dataset, to.Row, to.Table, to.Drawer, to.Panel, to.Term
	s.Sorted, s.Down, s.passing, s.listed = to.Sorted, to.Down, false, false
	s.ready()
	s.Charts[to.Dataset], s.Spans[to.Dataset] = to.View, to.Span.clone()
}

// ready makes the maps of a new state.
func (s *State) ready() {
	if s.Charts == nil {
		s.Charts = map[string]string{}
	}
	if s.Spans == nil {
		s.Spans = map[string]Span{}
	}
}

func (s Span) clone() Span {
	s.Off = slices.Clone(s.Off)
	return s
}
