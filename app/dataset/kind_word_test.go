package dataset

import (
	"strings"
	"testing"

	"doublefix/app/words"
)

// A rate is called one wherever its kind is said: of all rows, of those that a filter leaves, in the filter, and of one figure.
func TestRatesAreNotCalledShares(t *testing.T) {
	d := shipped(t).Dataset("homicide_rates")
	for l, want := range map[words.Lang][3]string{words.English: {"rates", "rate", "shar"}, words.Spanish: {"tasas", "tasa", "proporci"}} {
		tr := words.For(l)
		for _, q := range []Lens{{}, {Where: []Cond{{Field: "year", Op: ">=", Values: []string{"2015"}}}}, {Where: []Cond{{Field: "kind", Op: "=", Values: []string{KindShare}}}}} {
			a, err := d.Ask(q)
			if err != nil {
				t.Fatal(err)
			}
			said := a.Data.SourceSummary(a.View, a.Rows, tr) + " " + d.onlyWords(q, tr)
			if !strings.Contains(strings.ToLower(said), want[0]) || strings.Contains(said, want[2]) {
				t.Errorf("%s, %+v: %s", l, q.Where, said)
			}
			if got := a.Data.Reading(a.View, a.Rows[0], tr).Tag; !strings.Contains(got, want[1]) {
				t.Errorf("%s: a rate is tagged %q", l, got)
			}
		}
	}
	traces := shipped(t).Dataset("atf_traces")
	for _, r := range traces.Rows {
		if r.Kind == KindShare && r.kindWord() != KindShare {
			t.Errorf("%s is called a %s", r.ID, r.kindWord())
		}
	}
}
