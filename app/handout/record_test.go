package handout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// everything is a handout of all sections that there are.
func everything(in Input) Input {
	in.Sections = idsOf(Sections(in), func(s Section) bool { return s.Missing == "" })
	return in
}

// allText is what stands on the pages of some sections, without blanks; of all where none is named.
func allText(d *Document, sections ...string) string {
	var b strings.Builder
	for i, p := range d.pages {
		at := ""
		for _, s := range d.sections {
			if d.PageOf(s.ID) <= i+1 {
				at = s.ID
			}
		}
		if len(sections) == 0 || slices.Contains(sections, at) {
			b.WriteString(pageText(p))
		}
	}
	return b.String()
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// Nothing of a record is left out or cut, however much there is of it.
func TestRecordsFlow(t *testing.T) {
	for name, f := range map[string]fixture{
		"small": record(6, 90), "no details": record(6, 0), "many rows": record(70, 200), "long rows": record(8, 3000),
	} {
		for _, paper := range Papers() {
			t.Run(name+"/"+string(paper), func(t *testing.T) {
				set := f.set(t)
				d := mustNew(t, everything(Input{Set: set, Lang: words.English, Paper: paper, Places: []string{"D", "A"}}))
				checkPages(t, d)
				all := allText(d)
				for _, ds := range set.Datasets {
					for _, r := range ds.Rows {
						want := []string{"label", "title", "name", "said", "written", "claimant", "agency"}
						for _, field := range want {
							if text := squeezed(r.Text(field, words.English)); !strings.Contains(all, text[:min(len(text), 30)]) {
								t.Errorf("%s: %.60q is not in the handout", ds.ID, text)
							}
						}
						for _, field := range []string{"detail", "text", "answers_for"} {
							if text := squeezed(r.Text(field, words.English)); !strings.Contains(all, text[max(len(text)-30, 0):]) {
								t.Errorf("%s: the end of %.60q is not in the handout", ds.ID, text)
							}
						}
					}
				}
			})
		}
	}
}

// An option's evidence stands under its stance or what it is, with where it comes from.
func TestEvidenceOnAnOption(t *testing.T) {
	set := recorded(t)
	d := mustNew(t, Input{Set: set, Lang: words.English, Sections: []string{"option/A", "data/numbers"}})
	text := allText(d, "option/A")
	at := 0
	for _, want := range []string{
		"Evidence on option A", "Speaks for it", "The numbers grew.", "page 2", "Connection: Publisher 0",
		"Speaks against it", "to Mexico: 1981.", "One of them fell.", "Connection made here", "Good to know", "This came first.",
		"What is missing", "It closes a gap.", "for it", "What agencies were asked to do", "It was recommended.", "Who would act", "Agency 0", "It would begin.",
	} {
		i := strings.Index(text[at:], squeezed(want))
		if i < 0 {
			t.Fatalf("%q does not come next in %s", want, text[at:])
		}
		at += i
	}
	if strings.Contains(text, squeezed("It was said.")) || strings.Contains(text, squeezed("It would go on.")) {
		t.Error("evidence on another option is there too")
	}
}

// The glossary has the terms that the other pages use; alone it has all.
func TestGlossaryOfTermsUsed(t *testing.T) {
	set := recorded(t)
	for _, c := range []struct {
		sections     []string
		used, unused bool
	}{
		{[]string{"data/gaps", "glossary"}, true, false},
		{[]string{"glossary"}, true, true},
	} {
		d := mustNew(t, Input{Set: set, Lang: words.English, Sections: c.sections})
		text := allText(d, "glossary")
		if strings.Contains(text, "Finding0.") != c.used || strings.Contains(text, "Zeppelin.") != c.unused {
			t.Errorf("%v: %s", c.sections, text)
		}
	}
}

// Pairs of claims stand once: in their section where that is in, with their table where it is not.
func TestContradictionsStandOnce(t *testing.T) {
	f := record(4, 60)
	f.disputes = 3
	set := f.set(t)
	for _, sections := range [][]string{{"data/numbers", "contradictions"}, {"data/numbers"}, {"contradictions"}} {
		d := mustNew(t, Input{Set: set, Lang: words.English, Sections: sections})
		all := allText(d)
		for i := range 3 {
			if n := strings.Count(all, fmt.Sprintf("Topic%d", i)); n != 1 {
				t.Errorf("%v: topic %d stands %d times", sections, i, n)
			}
		}
		leads := strings.Contains(all, squeezed("Where sources disagree on this: page 2"))
		if want := len(sections) == 2; leads != want {
			t.Errorf("%v: the table leads to the pairs: %v, want %v", sections, leads, want)
		}
	}
	// Of a table that is not in, nothing is said beside one that is.
	d := mustNew(t, Input{Set: set, Lang: words.English, Sections: []string{"data/gaps", "contradictions"}})
	if !strings.Contains(allText(d), "Topic0") {
		t.Error("with no table that has contradictions, all of them should be there")
	}
}

// A list of sources has what the pages cite, and nothing else.
func TestSourcesAreThoseCited(t *testing.T) {
	set := recorded(t)
	d := mustNew(t, Input{Set: set, Lang: words.English, Sections: []string{"recommendations"}})
	text := allText(d, "sources")
	if !strings.Contains(text, "Publisher0") || strings.Contains(text, "Publisher1") {
		t.Errorf("sources of a table that rests on the first alone: %s", text)
	}
}

func TestYearsOfATimeline(t *testing.T) {
	d := mustNew(t, Input{Set: recorded(t), Lang: words.English, Sections: []string{"timeline"}})
	text := allText(d, "timeline")
	from := strings.Index(text, squeezed("Year by year"))
	if from < 0 {
		t.Fatalf("no list in %s", text)
	}
	at := from
	for _, want := range []string{"2000Event number 0", "2 March 2000 · Country · Kind nought", "Event number 1", "2001Event number 2", "2002Event number 4"} {
		i := strings.Index(text[at:], squeezed(want))
		if i < 0 {
			t.Fatalf("%q does not come next in %s", want, text[at:])
		}
		at += i
	}
}
