package cli

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/handout"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

// printed returns a workshop file for which n paper ballots were printed, and the rounds of its document.
func printed(t *testing.T, n int) (string, workshop.Doc) {
	t.Helper()
	path, s, _ := begun(t)
	chance := rand.NewChaCha8([32]byte{1})
	if e, ok := workshop.SetTables(s.Doc(), []workshop.Table{{ID: "1", Name: "Norte"}}); ok {
		s.Do(e)
	}
	if e, ok := workshop.Print(s.Doc(), "1", n, "1", chance); ok {
		s.Do(e)
	}
	doc := s.Doc()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, doc
}

// The file has every ballot that was printed, with its options in the order that is on record.
func TestBallotsOfAWorkshop(t *testing.T) {
	path, doc := printed(t, 6)
	if len(doc.Round("1").Batches) != 1 {
		t.Fatalf("%d batches, want 1", len(doc.Round("1").Batches))
	}
	set, err := (&call{tr: words.For(words.English)}).load("")
	if err != nil {
		t.Fatal(err)
	}
	title := map[string]string{}
	for _, o := range set.Options {
		title[o.ID] = o.Title.In(words.Spanish)
	}
	name := filepath.Join(t.TempDir(), "a.pdf")
	code, out, message := run(t, "handout", "--template", "ballots", "--workshop", path, "--lang", "es", "--per-page", "1", "-o", name)
	if code != Done || out+message != "" {
		t.Fatalf("code %d, wrote %q, said %q", code, out, message)
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	text, err := exec.Command("pdftotext", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.ReplaceAll(string(text), "\u00a0", " "), "\f")
	batch := doc.Round("1").Batches[0]
	if len(pages)-1 != len(batch.Orders) {
		t.Fatalf("%d pages, want %d", len(pages)-1, len(batch.Orders))
	}
	for i, order := range batch.Orders {
		got := strings.Join(strings.Fields(pages[i]), " ")
		if !strings.Contains(got, batch.Serial(i).String()) || !strings.Contains(got, "Norte") {
			t.Errorf("page %d lacks its number or its table: %s", i+1, got)
		}
		at := 0
		for _, id := range order {
			next := strings.Index(got[at:], title[id])
			if next < 0 {
				t.Errorf("ballot %s has not the order %v: %s", batch.Serial(i), order, got)
				break
			}
			at += next
		}
	}
}

func TestBallotsThatCannotBePrinted(t *testing.T) {
	none, _ := printed(t, 0)
	some, _ := printed(t, 2)
	name := filepath.Join(t.TempDir(), "a.pdf")
	for want, args := range map[string][]string{
		"needs a workshop file":    {"--template", "ballots"},
		"has no paper ballots":     {"--template", "ballots", "--workshop", none},
		"There is no round 7":      {"--template", "ballots", "--workshop", some, "--round", "7"},
		"--per-page cannot be “3”": {"--template", "ballots", "--workshop", some, "--per-page", "3"},
	} {
		code, _, message := run(t, append([]string{"handout", "-o", name}, args...)...)
		if code != Failed || !strings.Contains(message, want) {
			t.Errorf("%v: code %d, said %q, want %q", args, code, message, want)
		}
	}
	if _, err := os.Stat(name); err == nil {
		t.Error("a file was written all the same")
	}
}

// castIn returns a workshop file with the ballots of a round in it, which is open or closed.
func castIn(t *testing.T, state workshop.RoundState) (path string) {
	t.Helper()
	path, doc := printed(t, 5)
	set, err := (&call{tr: words.For(words.English)}).load("")
	if err != nil {
		t.Fatal(err)
	}
	s, err := workshop.Open(path, workshop.Options{Package: workshop.Identity(set.Identity), Options: doc.Round("1").Batches[0].Orders[0]})
	if err != nil {
		t.Fatal(err)
	}
	do := func(e workshop.Edit, ok bool) {
		if ok {
			s.Do(e)
		}
	}
	chance := rand.NewChaCha8([32]byte{2})
	do(workshop.SetState(s.Doc(), "1", workshop.Opened))
	for i := range 5 {
		serial, table, order, _ := s.Doc().Round("1").Find(i+1, "")
		places, valid, why := workshop.ReadPaper([]string{"1234", "2134", "1243"}[i%3], order, false)
		do(workshop.Cast(s.Doc(), "1", workshop.Ballot{
			ID: workshop.NewBallotID(serial, chance), Serial: serial, Table: table, Shown: order, Places: places, State: valid, Why: why,
		}))
	}
	do(workshop.SetState(s.Doc(), "1", state))
	do(workshop.Reveal(s.Doc(), "1", true))
	do(workshop.SetHandout(s.Doc(), workshop.Handout{Sections: []string{"cover", "results"}}))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// The result is printed by itself, and in the usual handout where the workshop has put it there.
func TestResultOfAWorkshop(t *testing.T) {
	open, closed := castIn(t, workshop.Opened), castIn(t, workshop.Closed)
	empty, _ := printed(t, 1)
	name := filepath.Join(t.TempDir(), "a.pdf")
	for _, c := range []struct {
		args []string
		code int
		said string
	}{
		{[]string{"--template", "results", "--workshop", closed}, Done, ""},
		{[]string{"--template", "results", "--workshop", open}, Done, "Round 1 is not closed"},
		{[]string{"--workshop", closed}, Done, ""},
		{[]string{"--template", "results", "--workshop", empty}, Failed, "has no ballots to count"},
	} {
		code, _, message := run(t, append([]string{"handout", "-o", name}, c.args...)...)
		if code != c.code || (message == "") != (c.said == "") || !strings.Contains(message, c.said) {
			t.Errorf("%v: code %d, said %q", c.args, code, message)
			continue
		}
		if code != Done {
			continue
		}
		pdf, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(pdf, bookmark(words.For(words.English).T("handout.section.results"))) {
			t.Errorf("%v: the result is not in the file", c.args)
		}
	}
}

// What a workshop added to the handout is printed; notes where the workshop or the call says so.
func TestChartsOfAWorkshop(t *testing.T) {
	path, s, _ := begun(t)
	chance := rand.NewChaCha8([32]byte{3})
	do := func(e workshop.Edit, ok bool) {
		if ok {
			s.Do(e)
		}
	}
	q := dataset.Lens{Where: []dataset.Cond{{Field: "year", Op: ">=", Values: []string{"2015"}}}}
	do(workshop.KeepChart(s.Doc(), "atf_traces", q, chance))
	do(workshop.NoteRow(s.Doc(), "atf_traces", "", "Written by hand"))
	sections := append([]string{"cover"}, handout.KeptSection(s.Doc().Charts.Kept[0].ID))
	do(workshop.SetHandout(s.Doc(), workshop.Handout{Sections: sections}))
	print := func(args ...string) string {
		t.Helper()
		name := filepath.Join(t.TempDir(), "a.pdf")
		code, _, message := run(t, append([]string{"handout", "--lang", "en", "--workshop", path, "-o", name}, args...)...)
		if code != Done {
			t.Fatalf("code %d, said %q", code, message)
		}
		if _, err := exec.LookPath("pdftotext"); err != nil {
			t.Skip("pdftotext is not installed")
		}
		text, err := exec.Command("pdftotext", name, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(strings.Fields(string(text)), " ")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	const asked, note = "Only year from 2015", "Written by hand"
	if text := print(); !strings.Contains(text, asked) || strings.Contains(text, note) {
		t.Errorf("without notes it says %s", text)
	}
	if text := print("--notes"); !strings.Contains(text, asked) || !strings.Contains(text, note) {
		t.Errorf("with notes it says %s", text)
	}
}
