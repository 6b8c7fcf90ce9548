package explore

import (
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
)

// From any claim whose figure another contradicts, one action leads to why they differ, in the chart and in the table.
func TestEveryClaimLeadsToItsContradiction(t *testing.T) {
	for _, id := range []string{"us_share", "annual_flow", "tracing_funnel"} {
		r := enter(t, words.English, State{Dataset: id})
		found := 0
		for _, row := range r.view.data.Rows {
			if len(r.view.deps.Set.ContradictionsOf(row.ID)) == 0 {
				continue
			}
			found++
			r.view.Open(Target{Row: row.ID})
			r.checkWhy(row.ID)
			r.view.ToggleTable()
			r.checkWhy(row.ID)
		}
		if found == 0 {
			t.Errorf("no figure of %s is contradicted", id)
		}
	}
}

// checkWhy has both claims of each disagreement about a row shown by one action.
func (r *room) checkWhy(row string) {
	r.t.Helper()
	if r.state.Row != row {
		r.t.Fatalf("%s is not read", row)
	}
	r.view.ToggleWhy()
	for _, c := range r.view.deps.Set.ContradictionsOf(row) {
		if !r.sideSays(c.Topic.In(words.English)) || !r.sideSays(c.ClaimA.In(words.English)) || !r.sideSays(c.ClaimB.In(words.English)) {
			r.t.Errorf("beside %s both claims of %s are not shown", row, c.ID)
		}
	}
	r.key(fyne.KeyEscape)
}

// The card of such a figure names the key, also where the figure is read after something was asked.
func TestWhyOutlastsAFilter(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "us_share"})
	q := r.view.lens()
	q.Text = "GAO"
	r.view.Ask(q)
	for range r.view.rows {
		r.key(fyne.KeyRight)
		row, _ := r.view.row()
		lines := r.view.reading(r.view.chart.Current()).Lines
		named := lines[len(lines)-1].Text == r.view.tr("explore.why.key")
		if want := len(r.view.deps.Set.ContradictionsOf(row.ID)) > 0; named != want {
			t.Errorf("%s: the key is named: %v", row.ID, named)
		}
	}
}
