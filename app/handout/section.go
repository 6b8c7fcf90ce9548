package handout

import (
	"slices"
	"strings"

	"doublefix/app"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// The sections that are there once; each dataset has one of its own, "data/" and its id.
const (
	sectionCover   = "cover"
	sectionRanking = "ranking"
	sectionBallot  = "ballot"
	sectionSources = "sources"
	dataPrefix     = "data/"
)

// Section is a part of the handout that can be chosen.
type Section struct {
	ID      string
	Title   string // in the language of the handout
	Locked  bool   // always in
	Missing string // translation key that says why it cannot be included now; "" where it can
}

// Sections returns every section there is for in, in the usual order, whatever is chosen.
func Sections(in Input) []Section {
	if in.Set == nil {
		return nil
	}
	tr := words.For(in.Lang)
	out := []Section{{ID: sectionCover, Title: tr.T("handout.section.cover")}}
	for _, d := range in.Set.Datasets {
		out = append(out, Section{ID: dataPrefix + d.ID, Title: d.Title.In(in.Lang)})
	}
	ranking := Section{ID: sectionRanking, Title: tr.T("handout.section.ranking")}
	ballot := Section{ID: sectionBallot, Title: tr.T("handout.section.ballot")}
	switch {
	case len(in.Set.Options) == 0:
		ranking.Missing, ballot.Missing = "handout.missing.options", "handout.missing.options"
	case !ranked(in):
		ranking.Missing = "handout.missing.ranking"
	}
	return append(out, ranking, Section{ID: sectionSources, Title: tr.T("handout.section.sources"), Locked: true}, ballot)
}

// DefaultSections returns the ids of every section that can be included now, in the usual order.
func DefaultSections(in Input) []string {
	var ids []string
	for _, s := range Sections(in) {
		if s.Missing == "" {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// ranked reports whether an option of the set has a place.
func ranked(in Input) bool {
	return slices.ContainsFunc(in.Set.Options, func(o dataset.Option) bool { return slices.Contains(in.Places, o.ID) })
}

// chosen returns the sections of in: each once, those that are missing left out, the locked ones added. Ballots come last:
// they are cut out, and nothing that somebody wants to keep may be on their back.
func chosen(in Input) ([]Section, error) {
	all := Sections(in)
	ids := in.Sections
	if ids == nil {
		ids = DefaultSections(in)
	}
	var out []Section
	has := func(id string) bool { return slices.ContainsFunc(out, func(s Section) bool { return s.ID == id }) }
	for _, id := range ids {
		i := slices.IndexFunc(all, func(s Section) bool { return s.ID == id })
		if i < 0 {
			var names []string
			for _, s := range all {
				names = append(names, s.ID)
			}
			return nil, &app.Error{
				Code: app.NotFound, Key: "handout.error.no_section",
				Args: map[string]any{"Section": id, "Sections": strings.Join(names, ", ")},
			}
		}
		if all[i].Missing == "" && !has(id) {
			out = append(out, all[i])
		}
	}
	for _, s := range all {
		if s.Locked && !has(s.ID) {
			out = append(out, s)
		}
	}
	if i := slices.IndexFunc(out, func(s Section) bool { return s.ID == sectionBallot }); i >= 0 {
		ballot := out[i]
		out = append(slices.Delete(out, i, i+1), ballot)
	}
	return out, nil
}
