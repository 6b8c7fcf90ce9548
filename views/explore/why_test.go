package explore

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/words"
)

// From any claim whose figure another contradicts, one action leads to why they differ: in the chart, in the table, and along the
// keys that lead to it.
func TestEveryClaimLeadsToItsContradiction(t *testing.T) {
	for _, id := range []string{"us_share", "annual_flow", "tracing_funnel"} {
		r := enter(t, words.English, State{Dataset: id})
		found := 0
		for _, row := range r.view.data.Rows {
			list := r.view.deps.Set.ContradictionsOf(row.ID)
			if len(list) == 0 {
				continue
			}
			found++
			r.view.Open(Target{Row: row.ID})
			if r.state.Row != row.ID {
				t.Fatalf("%s: %s cannot be read", id, row.ID)
			}
			r.view.ToggleWhy()
			shown := test.RenderObjectToMarkup(r.view.side)
			for _, c := range list {
				if !strings.Contains(shown, c.ID) || !saysAll(r.view.side, c.ClaimA.In(words.English)) || !saysAll(r.view.side, c.ClaimB.In(words.English)) {
					t.Errorf("%s: beside %s both claims of %s are not shown", id, row.ID, c.ID)
				}
			}
			r.key(fyne.KeyEscape)
		}
		if found == 0 {
			t.Errorf("no figure of %s is contradicted", id)
		}
	}
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
