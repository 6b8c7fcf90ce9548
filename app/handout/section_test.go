package handout

import (
	"slices"
	"strings"
	"testing"
	"time"

	"doublefix/app/words"
)

func ids(ss []Section) []string {
	var out []string
	for _, s := range ss {
		out = append(out, s.ID)
	}
	return out
}

func TestSectionsThatAreIn(t *testing.T) {
	set := small().set(t)
	for name, c := range map[string]struct {
		sections, places, want []string
	}{
		"usual":                  {nil, nil, []string{"cover", "data/numbers", "contradictions", "sources", "ballot"}},
		"usual with a ranking":   {nil, []string{"", "B"}, []string{"cover", "data/numbers", "ranking", "contradictions", "sources", "ballot"}},
		"unknown ones":           {[]string{"data/none", "cover", "slides", ""}, nil, []string{"cover", "sources"}},
		"ballots last":           {[]string{"ballot", "sources", "cover"}, nil, []string{"sources", "cover", "ballot"}},
		"sources always":         {[]string{"ballot"}, nil, []string{"sources", "ballot"}},
		"order is kept":          {[]string{"sources", "data/numbers", "cover"}, nil, []string{"sources", "data/numbers", "cover"}},
		"none":                   {[]string{}, nil, []string{"sources"}},
		"once each":              {[]string{"cover", "cover"}, nil, []string{"cover", "sources"}},
		"ranking without places": {[]string{"ranking", "cover"}, nil, []string{"cover", "sources"}},
		"places of no option":    {[]string{"ranking"}, []string{"Z", ""}, []string{"sources"}},
		"ranking":                {[]string{"ranking"}, []string{"C"}, []string{"ranking", "sources"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := mustNew(t, Input{Set: set, Lang: words.English, Sections: c.sections, Places: c.places})
			if got := ids(d.Sections()); !slices.Equal(got, c.want) {
				t.Errorf("sections %v, want %v", got, c.want)
			}
			if d.PageOf(c.want[0]) != 1 || d.PageOf("data/none") != 0 {
				t.Errorf("the first section is on page %d", d.PageOf(c.want[0]))
			}
		})
	}
}

func TestSectionsOnOffer(t *testing.T) {
	set := small().set(t)
	all := Sections(Input{Set: set, Lang: words.Spanish})
	want := []string{"cover", "data/numbers", "ranking", "contradictions", "sources", "ballot"}
	if !slices.Equal(ids(all), want) {
		t.Fatalf("sections %v, want %v", ids(all), want)
	}
	for _, s := range all {
		if s.Title == "" {
			t.Errorf("%s has no title", s.ID)
		}
		if s.Locked != (s.ID == "sources") {
			t.Errorf("%s: locked is %v", s.ID, s.Locked)
		}
		if (s.Missing != "") != (s.ID == "ranking") {
			t.Errorf("%s: missing is %q", s.ID, s.Missing)
		}
		if s.Missing != "" && words.For(words.Spanish).T(s.Missing) == s.Missing {
			t.Errorf("%s: no text for %q", s.ID, s.Missing)
		}
	}
	set.Options = nil
	for _, s := range Sections(Input{Set: set}) {
		if wantMissing := s.ID == "ranking" || s.ID == "ballot"; (s.Missing != "") != wantMissing {
			t.Errorf("without options %s: missing is %q", s.ID, s.Missing)
		}
	}
	checkPages(t, mustNew(t, Input{Set: set, Lang: words.English}))
}

// A package can be a lone table that says nothing about itself, or no table at all.
func TestBarePackages(t *testing.T) {
	set := small().set(t)
	set.Options, set.Question, set.Created, set.Contradictions = nil, nil, time.Time{}, nil
	d := set.Datasets[0]
	d.Finding, d.Headline, d.Lead, d.Attribution, d.Kinds = nil, nil, nil, nil, nil
	for i := range d.Rows {
		d.Rows[i].Source = nil
	}
	bare := mustNew(t, Input{Set: set, Lang: words.Spanish})
	checkPages(t, bare)
	for _, s := range texts(bare.pages[1]) {
		if strings.Contains(s.text, words.For(words.Spanish).T("handout.evidence.no_source")) {
			return
		}
	}
	t.Error("figures without a source are drawn")
}

// Tables stand under their topics; what belongs to the options and the record behind the figures has headings too.
func TestSectionsOfARecord(t *testing.T) {
	in := Input{Set: recorded(t), Lang: words.English}
	type line struct{ id, heading string }
	want := []line{
		{"cover", ""},
		{"data/numbers", "First topic"},
		{"timeline", "First topic"},
		{"recommendations", "First topic"},
		{"data/gaps", "First topic"},
		{"data/agencies", "First topic"},
		{"option/A", "The options"},
		{"option/B", "The options"},
		{"ranking", "The options"},
		{"data/quotes", "Last topic"},
		{"contradictions", "Last topic"},
		{"glossary", "Last topic"},
		{"sources", "Last topic"},
		{"ballot", ""},
	}
	var got []line
	for _, s := range Sections(in) {
		got = append(got, line{s.ID, s.Heading})
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	usual := []string{"cover", "data/numbers", "recommendations", "contradictions", "glossary", "sources", "ballot"}
	if got := DefaultSections(in); !slices.Equal(got, usual) {
		t.Errorf("usual are %v, want %v", got, usual)
	}
}

func TestRefusals(t *testing.T) {
	if _, err := New(Input{}); err == nil {
		t.Error("a handout without data was made")
	}
}

// What is added to a choice stands where it usually does, not behind the record.
func TestWith(t *testing.T) {
	in := Input{Set: recorded(t), Places: []string{"B"}, Report: counted(t, 4, 1)}
	for name, c := range map[string]struct {
		report   bool
		sections []string
		id       string
		want     []string
	}{
		"result":           {true, DefaultSections(in), "results", []string{"cover", "data/numbers", "recommendations", "ranking", "results", "contradictions", "glossary", "sources", "ballot"}},
		"result not shown": {false, []string{"cover", "sources", "ballot"}, "results", []string{"cover", "results", "sources", "ballot"}},
		"chart":            {true, []string{"cover", "ranking", "sources"}, "data/gaps", []string{"cover", "data/gaps", "ranking", "sources"}},
		"last":             {true, []string{"cover", "sources"}, "ballot", []string{"cover", "sources", "ballot"}},
		"into nothing":     {true, nil, "results", []string{"results"}},
	} {
		t.Run(name, func(t *testing.T) {
			with := in
			if !c.report {
				with.Report = nil
			}
			before := slices.Clone(c.sections)
			if got := With(with, c.sections, c.id); !slices.Equal(got, c.want) {
				t.Errorf("got  %v\nwant %v", got, c.want)
			}
			if !slices.Equal(c.sections, before) {
				t.Error("the choice itself has changed")
			}
		})
	}
}
