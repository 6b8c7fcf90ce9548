package explore

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

func (r *room) ask(query string) {
	r.view.Search()
	r.view.search.SetText(query)
}

func TestSearchByKeys(t *testing.T) {
	r := enter(t, words.English, State{})
	r.view.Search()
	test.Type(r.win.Canvas().Focused(), "supreme court")
	if r.state.Query != "supreme court" || len(r.view.hits) == 0 {
		t.Fatalf("query %q, %d results", r.state.Query, len(r.view.hits))
	}
	r.key(fyne.KeyDown)
	if r.focused() != "explore.list" || r.state.Hit == "" {
		t.Fatalf("focus on %q, result %q", r.focused(), r.state.Hit)
	}
	r.key(fyne.KeyReturn)
	hit := r.view.hits[r.state.Hit]
	if r.state.Dataset != hit.Dataset || r.state.Row != hit.Row || r.focused() != "explore.list" {
		t.Errorf("open is %s %s, found was %+v", r.state.Dataset, r.state.Row, hit)
	}
	r.key(fyne.KeyHome, fyne.KeyUp)
	if r.focused() != "explore.search" {
		t.Errorf("focus on %q", r.focused())
	}
	r.key(fyne.KeyEscape)
	if r.state.Query != "" || r.view.search.Text != "" || r.state.Dataset != hit.Dataset {
		t.Errorf("query %q, open %q", r.state.Query, r.state.Dataset)
	}
	if _, listed := r.view.hits[r.state.Hit]; listed && r.view.searching() {
		t.Error("results are still there")
	}
}

func TestSearchFindsNothing(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang, State{})
		before := r.state.Dataset
		r.ask("xyzzy")
		r.key(fyne.KeyDown, fyne.KeyReturn)
		if markup := test.RenderObjectToMarkup(r.view.listHolder); !strings.Contains(markup, "xyzzy") {
			t.Errorf("%s: nothing says that nothing was found: %s", lang, markup)
		}
		if r.focused() != "explore.search" || r.state.Dataset != before {
			t.Errorf("%s: focus on %q, open %q", lang, r.focused(), r.state.Dataset)
		}
	}
}

// Whatever is found can be opened, and is seen when it is.
func TestEveryResultOpens(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang, State{})
		for _, query := range []string{"atf", "K05", "C10", "2019", "straw", "trace-2024"} {
			r.ask(query)
			if len(r.view.hits) == 0 {
				t.Errorf("%s: nothing for %q", lang, query)
			}
			n := 0
			for id, hit := range r.view.hits {
				if n++; n > 6 {
					break // the rest is alike
				}
				r.view.openHit(id)
				if r.state.Dataset != hit.Dataset || r.state.Row != hit.Row {
					t.Errorf("%s: %q opens %s %s, found was %+v", lang, query, r.state.Dataset, r.state.Row, hit)
				}
				if hit.Row != "" && !r.shows(hit.Row) {
					t.Errorf("%s: %s of %s is not shown", lang, hit.Row, hit.Dataset)
				}
			}
		}
	}
}

// In a package whose sources and disagreements have no tables of their own, they lead to figures.
func TestResultsWithoutATable(t *testing.T) {
	r := enter(t, words.English, State{})
	set := r.view.deps.Set
	for _, c := range set.Contradictions {
		to := r.view.instead(dataset.Hit{Kind: dataset.HitContradiction, Row: c.ID})
		if spot, ok := Resolve(set, to); !ok || len(c.RowsA) > 0 && spot.Row != c.RowsA[0] {
			t.Errorf("%s leads to %+v", c.ID, to)
		}
	}
	for id := range set.Sources {
		rests := set.RestsOn(id)
		to := r.view.instead(dataset.Hit{Kind: dataset.HitSource, Source: id})
		if spot, ok := Resolve(set, to); ok != (len(rests) > 0) || ok && spot.Row != rests[0].Rows[0].ID {
			t.Errorf("%s leads to %+v", id, to)
		}
	}
	if to := r.view.instead(dataset.Hit{Kind: dataset.HitTerm, Term: "x"}); to != (Target{}) {
		t.Errorf("a term leads to %+v", to)
	}
}

// shows reports whether a row is the one being read where it is shown.
func (r *room) shows(id string) bool {
	v := r.view
	switch {
	case v.entries != nil:
		return v.entries.taps[id] != nil && r.state.Row == id
	case v.table != nil:
		return r.state.Row == id
	}
	return v.chart != nil && v.chart.Current() >= 0 && v.rows[v.chart.Current()].ID == id
}

func TestResultsStandUnderTheirHeadings(t *testing.T) {
	r := enter(t, words.English, State{})
	r.ask("atf")
	heading := ""
	kinds := map[string][]dataset.HitKind{}
	for _, item := range r.view.found() {
		if item.Heading != "" {
			heading = item.Heading
			continue
		}
		kinds[heading] = append(kinds[heading], r.view.hits[item.ID].Kind)
		for _, part := range item.Strong {
			if !strings.EqualFold(item.Title[part.Start:part.End], "atf") {
				t.Errorf("%q marks %q", item.Title, item.Title[part.Start:part.End])
			}
		}
	}
	if len(kinds) < 4 {
		t.Errorf("only %v", kinds)
	}
	for heading, list := range kinds {
		for _, k := range list[1:] {
			same := slices.ContainsFunc(hitGroups[:], func(g struct {
				key   string
				kinds []dataset.HitKind
			},
			) bool {
				return slices.Contains(g.kinds, k) && slices.Contains(g.kinds, list[0])
			})
			if !same {
				t.Errorf("under %q stand %v", heading, list)
			}
		}
	}
}

// Another language or theme builds the place anew; the search stays.
func TestSearchOutlastsBuildingAnew(t *testing.T) {
	r := enter(t, words.English, State{})
	r.ask("gao")
	r.key(fyne.KeyDown, fyne.KeyReturn)
	hit, open := r.state.Hit, r.state.Dataset
	again := enter(t, words.Spanish, r.state)
	if again.view.search.Text != "gao" || len(again.view.hits) == 0 || again.state.Hit != hit || again.state.Dataset != open {
		t.Errorf("query %q, %d results, %q, open %q", again.view.search.Text, len(again.view.hits), again.state.Hit, again.state.Dataset)
	}
}

func TestSearchUnfoldsTheList(t *testing.T) {
	r := enter(t, words.Spanish, State{Drawer: true})
	r.win.Resize(fyne.NewSize(700, 500))
	r.ask("glosario")
	if !r.view.left.Visible() || r.state.Drawer || r.focused() != "explore.search" {
		t.Errorf("list %v, drawer %v, focus %q", r.view.left.Visible(), r.state.Drawer, r.focused())
	}
	r.key(fyne.KeyReturn)
	if !r.view.main.Visible() || r.view.left.Visible() || r.state.Dataset != "glossary" {
		t.Errorf("open %q, middle %v", r.state.Dataset, r.view.main.Visible())
	}
	r.key(fyne.KeyDown)
	if r.state.Row != r.view.entries.order[0] {
		t.Errorf("the keys do not read what was opened: %q, focus on %q", r.state.Row, r.focused())
	}
}
