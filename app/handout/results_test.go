package handout

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"doublefix/app/ballot"
	"doublefix/app/ranking"
	"doublefix/app/result"
	"doublefix/app/words"
)

// counted is a report on made-up ballots over so many options, of one round or of two, with tables in the last.
func counted(t testing.TB, options, rounds int) *result.Report {
	t.Helper()
	in := result.Input{
		Question: words.Both("Which should come first?", "¿Cuál debe ir primero?"), Example: true, Current: rounds - 1,
		Settings: ranking.Options{Unranked: ranking.Last},
	}
	var ids []string
	for i := range options {
		id := string(rune('A' + i))
		ids = append(ids, id)
		short := words.Both("Tracing and data "+id, "Rastreo y datos "+id)
		in.Options = append(in.Options, result.Option{ID: id, Title: short, Short: short})
	}
	profile := func(from, n int) *ballot.Profile {
		p := &ballot.Profile{Options: ids}
		for i := range n {
			row := make([]uint8, options)
			for k := range row {
				row[(k*(1+i%2)+i/3)%options] = uint8(1 + (k+from)%options)
			}
			p.Add(row, 1)
		}
		return p
	}
	for r := range rounds {
		round := result.Round{ID: fmt.Sprint(r + 1), Name: words.Both(fmt.Sprint("Round ", r+1), fmt.Sprint("Ronda ", r+1)), Profile: profile(r, 17), Rule: ranking.Schulze}
		if r > 0 {
			round.Seen = []words.Text{words.Both("Guns seized at the border", "Armas decomisadas en la frontera")}
			for k, n := range []int{9, 8} {
				name := fmt.Sprint("Mesa ", k+1)
				round.Groups = append(round.Groups, result.Group{ID: fmt.Sprint(k + 1), Name: words.Both(name, name), Profile: profile(k, n)})
			}
			round.People = []ranking.Person{{Before: round.Profile.Row(0), After: round.Profile.Row(1)}}
		}
		in.Rounds = append(in.Rounds, round)
	}
	r, err := result.New(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func mustResults(t testing.TB, in Input) *Document {
	t.Helper()
	d, err := Results(in)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The printed result has everything the report says, on one to three pages that are clean, and says on each that its ballots
// are made up.
func TestResultsAreWhole(t *testing.T) {
	set := builtIn(t)
	for _, options := range []int{2, 4, 7, 10} {
		for rounds := 1; rounds <= 2; rounds++ {
			report := counted(t, options, rounds)
			for _, l := range words.Langs() {
				for _, p := range Papers() {
					t.Run(fmt.Sprintf("%d options, %d rounds, %s, %s", options, rounds, l, p), func(t *testing.T) {
						d := mustResults(t, Input{Set: set, Lang: l, Paper: p, Report: report, Workshop: "Taller"})
						checkPages(t, d)
						if most := 3 + options/10; d.Pages() > most {
							t.Errorf("%d pages", d.Pages())
						}
						all := ""
						for i, p := range d.pages {
							got := squeezed(pageText(p))
							all += got
							if !strings.Contains(got, squeezed(d.tr.T("handout.results.example"))) {
								t.Errorf("page %d does not say that the ballots are made up", i+1)
							}
						}
						wanted := []string{report.Headline(d.tr).Text, report.Basis(d.tr)}
						for _, c := range report.Cards(d.tr) {
							wanted = append(append(append(wanted, c.Title), c.Text...), c.Notes...)
							for _, r := range c.Rules {
								wanted = append(wanted, r.Name, r.Plain)
							}
						}
						for _, want := range wanted {
							if want = squeezed(want); !strings.Contains(all, want) {
								t.Errorf("not on the pages: %s", want)
							}
						}
					})
				}
			}
		}
	}
}

// The result is a section that can be added where there is one, and only there; by itself it brings no other section along.
func TestResultsAsASection(t *testing.T) {
	set := builtIn(t)
	has := func(s Section) bool { return s.ID == sectionResults }
	if slices.ContainsFunc(Sections(Input{Set: set}), has) {
		t.Error("a result is offered that is not there")
	}
	if _, err := Results(Input{Set: set}); err == nil {
		t.Error("a result was printed that is not there")
	}
	in := Input{Set: set, Lang: words.Spanish, Report: counted(t, 4, 2)}
	if !slices.ContainsFunc(Sections(in), has) || slices.Contains(DefaultSections(in), sectionResults) {
		t.Error("a result is not offered, or put in unasked")
	}
	in.Sections = []string{sectionCover, sectionResults, sectionBallot}
	d := mustNew(t, in)
	checkPages(t, d)
	if at := d.PageOf(sectionResults); at != 2 || !strings.Contains(squeezed(pageText(d.pages[at-1])), squeezed(in.Report.Headline(d.tr).Text)) {
		t.Errorf("the result is on page %d", at)
	}
	in.Sections = []string{sectionCover, sectionContradictions, sectionSources, sectionBallot, sectionResults}
	want := []string{sectionCover, sectionResults, sectionContradictions, sectionSources, sectionBallot}
	if got := ids(mustNew(t, in).Sections()); !slices.Equal(got, want) {
		t.Errorf("a result that was added later: sections %v, want %v", got, want)
	}
	alone := mustResults(t, in)
	if s := alone.Sections(); len(s) != 1 || s[0].ID != sectionResults {
		t.Errorf("sections of the result by itself: %+v", s)
	}
	var first, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &again} {
		if err := mustResults(t, in).WritePDF(b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error("two runs differ")
	}
}

// A rule that differs keeps its reason, an order with a tie its sign.
func TestRulesShowTiesAndReasons(t *testing.T) {
	d := mustResults(t, Input{Set: builtIn(t), Report: counted(t, 4, 1)})
	b := newBuilder(d)
	pg := &page{}
	stack(pg, b.rules([]result.RuleRow{
		{Name: "One", Order: [][]string{{"A"}, {"B"}}, Decides: true},
		{Name: "Two", Order: [][]string{{"A", "B"}}, Differs: true, Why: "It sees a tie."},
	}), b.sheet.left, b.sheet.top)
	got := squeezed(pageText(pg))
	for _, want := range []string{"AB", "A=B", "Itseesatie.", squeezed(d.tr.T("handout.results.decides"))} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
}
