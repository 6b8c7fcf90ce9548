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
		in                 Input
		short, charts, all []string
	}{
		"usual": {
			in,
			[]string{"cover", "sources", "ballot"},
			[]string{"cover", "data/numbers", "sources"},
			[]string{"cover", "data/numbers", "sources", "ballot"},
		},
		"ranked": {
			ranked,
			[]string{"cover", "ranking", "sources", "ballot"},
			[]string{"cover", "data/numbers", "sources"},
			[]string{"cover", "data/numbers", "ranking", "sources", "ballot"},
		},
		"no options": {
			Input{Set: bare},
			[]string{"cover", "sources"},
			[]string{"cover", "data/numbers", "sources"},
			[]string{"cover", "data/numbers", "sources"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			ps := Presets(c.in)
			if len(ps) != 3 {
				t.Fatalf("%d presets, want 3", len(ps))
			}
			for i, want := range [][]string{c.short, c.charts, c.all} {
				p := ps[i]
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
