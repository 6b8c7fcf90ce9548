package explore

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// compared presses the first series that would be drawn in a way, and returns it.
func (r *room) compared(how string) (dataset.Candidate, bool) {
	for _, c := range r.view.data.Comparable(r.view.lens(), r.style.Tr) {
		if c.How == how && !slices.Contains(r.view.lens().With, c.Beside) {
			r.press("compare." + c.Beside.Dataset + "." + c.Beside.View + "." + c.Beside.Series)
			return c, true
		}
	}
	return dataset.Candidate{}, false
}

func (r *room) series() int {
	seen := map[int]bool{}
	for _, m := range r.view.spec.Marks {
		seen[m.Series] = true
	}
	return len(seen)
}

func TestCompareAddsSeries(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "atf_traces"})
	r.view.ToggleCompare()
	before := r.series()
	c, ok := r.compared(dataset.Multiples)
	if !ok {
		t.Fatal("nothing is offered in small multiples")
	}
	if r.view.view.Form != string(chart.SmallMultiples) || r.series() <= before {
		t.Fatalf("beside %s it is %s of %d series", c.Title, r.view.view.Form, r.series())
	}
	id := "compare." + c.Beside.Dataset + "." + c.Beside.View + "." + c.Beside.Series
	r.win.Canvas().Focus(r.style.Register.Get(id))
	r.key(fyne.KeySpace)
	if r.view.Asks() || r.series() != before || r.focused() != id {
		t.Errorf("taken back, there are %d series; the focus is on %q", r.series(), r.focused())
	}
}

// In percent of a year all series have one unit, and share an axis.
func TestCompareIndexed(t *testing.T) {
	r := enter(t, words.Spanish, State{Dataset: "homicide_rates"})
	r.view.ToggleAsk()
	r.press("ask.scale.index")
	field, ok := r.style.Register.Get("ask.base").(*kit.Field)
	if !ok || r.view.refused != nil {
		t.Fatalf("no field for the base year, %v", r.view.refused)
	}
	field.SetText("2000")
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r.view.lens().Base != "2000" || r.view.refused != nil {
		t.Fatalf("the base is %q, %v", r.view.lens().Base, r.view.refused)
	}
	for i, m := range r.view.spec.Marks {
		if m.X == 2000 && m.Value != 100 {
			t.Errorf("mark %d of the base year is %v", i, m.Value)
		}
	}
	r.view.ToggleCompare()
	if c, ok := r.compared(dataset.Overlaid); ok && r.view.view.Form == string(chart.SmallMultiples) {
		t.Errorf("beside %s each has an axis of its own", c.Title)
	}
}

// The table shows the rows of the answer, and a figure stays the one that is read between chart and table.
func TestTableOfAnAnswer(t *testing.T) {
	year := func(op, value string) dataset.Cond {
		return dataset.Cond{Field: "year", Op: op, Values: []string{value}}
	}
	for _, q := range []dataset.Lens{
		{Where: []dataset.Cond{year(">=", "2015")}},
		{Group: "label", By: dataset.Count},
		{Text: "jornada"},
	} {
		r := enter(t, words.English, State{Dataset: "atf_traces"})
		r.view.Ask(q)
		r.key(fyne.KeyRight, fyne.KeyRight)
		row := r.state.Row
		r.view.ToggleTable()
		if r.state.Row != row || row == "" {
			t.Errorf("%+v: row %q became %q", q, row, r.state.Row)
		}
		var want []string
		for _, each := range r.view.answer.Rows {
			want = append(want, each.ID)
		}
		var got []string
		for _, each := range r.view.ordered() {
			got = append(got, each.ID)
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) || len(got) == len(r.view.data.Rows) {
			t.Errorf("%+v: the table has %d rows, the answer %d", q, len(got), len(want))
		}
		r.view.sort("value")
		r.view.ToggleTable()
		if r.view.rows[r.view.chart.Current()].ID != row {
			t.Errorf("%+v: the chart reads another figure than the table did", q)
		}
	}
}
