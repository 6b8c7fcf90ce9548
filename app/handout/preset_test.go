package handout

import (
	"slices"
	"testing"

	"doublefix/app/words"
)

func TestPresets(t *testing.T) {
	set := small().set(t)
	in := Input{Set: set, Lang: words.Spanish}
	ranked := in
	ranked.Places = []string{"B"}
	bare := small().set(t)
	bare.Options = nil
	for name, c := range map[string]struct {
		in   Input
		want map[string][]string
	}{
		"usual": {in, map[string][]string{
			"short":      {"cover", "sources", "ballot"},
			"usual":      {"cover", "data/numbers", "contradictions", "sources", "ballot"},
			"charts":     {"cover", "data/numbers", "sources"},
			"everything": {"cover", "data/numbers", "contradictions", "sources", "ballot"},
		}},
		"ranked": {ranked, map[string][]string{
			"short":      {"cover", "ranking", "sources", "ballot"},
			"usual":      {"cover", "data/numbers", "ranking", "contradictions", "sources", "ballot"},
			"charts":     {"cover", "data/numbers", "sources"},
			"everything": {"cover", "data/numbers", "ranking", "contradictions", "sources", "ballot"},
		}},
		"no options": {Input{Set: bare}, map[string][]string{
			"short":      {"cover", "sources"},
			"usual":      {"cover", "data/numbers", "contradictions", "sources"},
			"charts":     {"cover", "data/numbers", "sources"},
			"everything": {"cover", "data/numbers", "contradictions", "sources"},
		}},
		"record": {Input{Set: recorded(t), Lang: words.English}, map[string][]string{
			"short":  {"cover", "sources", "ballot"},
			"usual":  {"cover", "data/numbers", "recommendations", "contradictions", "glossary", "sources", "ballot"},
			"charts": {"cover", "data/numbers", "sources"},
			"everything": {
				"cover", "data/numbers", "timeline", "recommendations", "data/gaps", "data/agencies", "option/A", "option/B",
				"data/quotes", "contradictions", "glossary", "sources", "ballot",
			},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			ps := Presets(c.in)
			if len(ps) != len(c.want) {
				t.Fatalf("%d presets, want %d", len(ps), len(c.want))
			}
			for _, p := range ps {
				want := c.want[p.ID]
				if !slices.Equal(p.Sections, want) {
					t.Errorf("%s: %v, want %v", p.ID, p.Sections, want)
				}
				if p.Title == "" || p.Title == "handout.preset."+p.ID {
					t.Errorf("%s has no title", p.ID)
				}
				in := c.in
				in.Sections = p.Sections
				if got := ids(mustNew(t, in).Sections()); !slices.Equal(got, want) {
					t.Errorf("%s makes a handout of %v, want %v", p.ID, got, want)
				}
			}
		})
	}
	if Presets(Input{}) != nil {
		t.Error("presets without data")
	}
}
