package chart

import (
	"fmt"
	"strings"
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// In every form that is offered, marks of one series have different names, or something under or beside these that tells them
// apart.
func TestOfferedMarksAreToldApart(t *testing.T) {
	offered(t, func(name string, asked Asked) {
		seen := map[string]string{}
		for _, m := range asked.Spec.Marks {
			parts := []string{fmt.Sprint(m.Series, m.Group), m.Label, m.Sub, m.Who, m.When, m.Period, m.Rival, m.Tag, m.Base}
			if asked.Spec.Form != BarsHorizontal && asked.Spec.Form != Table { // where there is an axis, the place tells
				parts = append(parts, fmt.Sprint(m.X, m.XTo))
			}
			key := strings.Join(parts, "|")
			if seen[key] != "" {
				t.Errorf("%s: %s and %s are both called %s", name, seen[key], m.ID, key)
			}
			seen[key] = m.ID
		}
	})
}

// Where each series has one figure, its name is that of the row.
func TestTablesAreCalledByTheirSeries(t *testing.T) {
	asked, err := Ask(shippedSet(t).Dataset("source_places"), dataset.Lens{View: "states", Form: string(Table)}, words.For(words.Spanish))
	if err != nil {
		t.Fatal(err)
	}
	if m := asked.Spec.Marks; m[0].Label != "Texas" || m[2].Label != "California" || len(asked.Spec.Groups) > 1 {
		t.Errorf("the rows are called %q and %q, under %d headings", m[0].Label, m[2].Label, len(asked.Spec.Groups))
	}
}

func TestFlowsKeepBothPlacesInOtherForms(t *testing.T) {
	ds := shippedSet(t).Dataset("trafficking_routes")
	for _, form := range []Form{BarsHorizontal, Table} {
		asked, err := Ask(ds, dataset.Lens{View: "flow", Form: string(form)}, words.For(words.Spanish))
		if err != nil {
			t.Fatal(err)
		}
		if m := asked.Spec.Marks[0]; !strings.Contains(m.Label, "Arizona") || !strings.Contains(m.Label, "Sonora") {
			t.Errorf("%s: the first is called %q, %q", form, m.Label, m.Sub)
		}
	}
}
