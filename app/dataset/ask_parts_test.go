package dataset

import (
	"testing"

	"doublefix/app/words"
)

// Each part says what it is, and a question without all of its parts asks nothing.
func TestAskedParts(t *testing.T) {
	d := shipped(t).Dataset("border_seizures")
	q := Lens{
		Form: "table", Text: "trace", Group: "year", By: Count, Scale: PerMonth, With: []Beside{{Dataset: "atf_traces"}},
		Where: []Cond{{Field: "year", Op: ">=", Values: []string{"2015"}}, {Field: "kind", Op: "=", Values: []string{"count"}}, {Field: "year", Op: "<=", Values: []string{"2020"}}},
	}
	for _, l := range words.Langs() {
		parts := d.AskedParts(q, words.For(l))
		if len(parts) != 6 {
			t.Fatalf("%d parts: %+v", len(parts), parts)
		}
		seen := map[string]bool{}
		for _, p := range parts {
			if p.Text == "" || seen[p.ID] || p.Without.Form != "" {
				t.Errorf("%s: part %+v", l, p)
			}
			seen[p.ID] = true
		}
	}
	left := q
	for n := 6; n > 0; n-- {
		parts := d.AskedParts(left, words.For(words.English))
		if len(parts) != n {
			t.Fatalf("%d parts, want %d", len(parts), n)
		}
		left = parts[0].Without
	}
	if left.Asks() {
		t.Errorf("%+v is left", left)
	}
}
