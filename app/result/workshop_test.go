package result

import (
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

// TestAsked takes each text from the workshop where it says one, and else from the data package.
func TestAsked(t *testing.T) {
	text := func(s string) words.Text { return words.Both(s, s) }
	set := &dataset.Set{Question: text("Which?"), Options: []dataset.Option{
		{ID: "A", Title: text("title A"), Short: text("short A"), Summary: text("summary A")},
		{ID: "B", Title: text("title B"), Short: text("short B"), Summary: text("summary B")},
	}}
	d := workshop.Doc{Rounds: []workshop.Round{{ID: "1", Paper: workshop.Paper{Options: []workshop.Option{
		{ID: "A", Title: text("new title")}, {ID: "B", Summary: text("new summary")}, {ID: "C"},
	}}}}}
	question, options := Asked(set, d, "1")
	if question.In(words.English) != "Which?" || len(options) != 3 {
		t.Fatalf("%v of %v", question, options)
	}
	for i, want := range [][3]string{{"new title", "new title", "summary A"}, {"title B", "short B", "new summary"}, {"C", "C", ""}} {
		o := options[i]
		if got := [3]string{o.Title.In(words.English), o.Short.In(words.English), o.Summary.In(words.English)}; got != want {
			t.Errorf("option %s is %v, want %v", o.ID, got, want)
		}
	}
}
