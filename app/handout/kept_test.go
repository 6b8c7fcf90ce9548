package handout

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

func from(field, value string) []dataset.Cond {
	return []dataset.Cond{{Field: field, Op: ">=", Values: []string{value}}}
}

// keptCharts are charts that somebody added: filtered, searched, in another form, with a title of their own, as they are, of a
// dataset that is gone, and one that is not answered.
func keptCharts() workshop.Charts {
	return workshop.Charts{
		Kept: []workshop.Kept{
			{ID: "filtered", Dataset: "atf_traces", Lens: dataset.Lens{Where: from("year", "2015")}},
			{ID: "found", Dataset: "us_share", Lens: dataset.Lens{Text: "GAO"}},
			{ID: "listed", Dataset: "weapons_seized", Lens: dataset.Lens{Form: "table"}},
			{ID: "table", Dataset: "gaps", Lens: dataset.Lens{Text: "ATF"}},
			{ID: "plain", Dataset: "annual_flow"},
			{ID: "time", Dataset: "timeline", Lens: dataset.Lens{Where: from("year", "2021")}},
			{ID: "months", Dataset: "timeline", Lens: dataset.Lens{Form: "calendar"}},
			{ID: "gone", Dataset: "nowhere"},
			{ID: "unanswered", Dataset: "atf_traces", Lens: dataset.Lens{Where: from("no_such_field", "1")}},
			{ID: "empty", Dataset: "atf_traces", Lens: dataset.Lens{Where: from("year", "3000")}},
		},
		Titles: []workshop.ChartTitle{{Dataset: "us_share", View: "", Title: "What the auditors said"}},
	}
}

// ownCharts are those with many notes and marks: at every third row, at the whole of each dataset.
func ownCharts(set *dataset.Set) workshop.Charts {
	c := keptCharts()
	c.Titles[0].View = dataset.Lens{}.Chart(set.Dataset("us_share"))
	for _, d := range set.Datasets {
		c.Notes = append(c.Notes, workshop.Note{Dataset: d.ID, Text: "Whole of " + d.ID + ". " + prose(300)})
		for i, r := range d.Rows {
			if i%3 == 0 {
				c.Notes = append(c.Notes, workshop.Note{Dataset: d.ID, Row: r.ID, Text: "Note at " + r.ID + "\n\nits second part"})
			}
			if i%4 == 1 {
				c.Highlights = append(c.Highlights, workshop.Highlight{Dataset: d.ID, Row: r.ID})
			}
		}
	}
	return c
}

func keptInput(set *dataset.Set, notes bool) Input {
	c := ownCharts(set)
	return Input{Set: set, Lang: words.English, Kept: KeptOf(c), Own: OwnOf(c, notes)}
}

func TestKeptSections(t *testing.T) {
	set := builtIn(t)
	for l, want := range map[words.Lang][]string{
		words.English: {"Guns traced, year by year · Year from 2015", "What the auditors said", "Guns seized in Mexico · List", "What is missing · With “ATF”"},
		words.Spanish: {"Armas rastreadas, año por año · Año desde 2015", "What the auditors said", "Armas decomisadas en México · Lista", "Qué falta · Con “ATF”"},
	} {
		in := keptInput(set, false)
		in.Lang = l
		var titles, missing []string
		for _, s := range Sections(in) {
			switch {
			case s.Group != "kept":
			case s.Missing != "":
				missing = append(missing, s.ID)
			default:
				titles = append(titles, s.Title)
			}
		}
		if got := titles[:min(len(want), len(titles))]; !slices.Equal(got, want) || len(titles) != 7 {
			t.Errorf("%s: titles are %q, want %q first", l, titles, want)
		}
		if !slices.Equal(missing, []string{KeptSection("unanswered"), KeptSection("empty")}) {
			t.Errorf("%s: missing are %v", l, missing)
		}
		usual := DefaultSections(in)
		if !slices.Contains(usual, KeptSection("filtered")) || slices.Contains(usual, KeptSection("empty")) || slices.Contains(usual, KeptSection("gone")) {
			t.Errorf("%s: usual are %v", l, usual)
		}
	}
}

// Added charts print as pages of evidence do, with or without notes, in every language and on every paper.
func TestKeptPages(t *testing.T) {
	set := builtIn(t)
	for _, l := range words.Langs() {
		for _, paper := range Papers() {
			for _, notes := range []bool{false, true} {
				t.Run(fmt.Sprint(l, paper, notes), func(t *testing.T) {
					in := keptInput(set, notes)
					in.Lang, in.Paper, in.Places = l, paper, []string{"A"}
					d := mustNew(t, everything(in))
					checkPages(t, d)
					all := allText(d)
					for _, text := range []string{"Only year from 2015", "Only year from 2021", "Only with “GAO”", "Only with “ATF”"} {
						if l == words.English && !strings.Contains(all, squeezed(text)) {
							t.Errorf("it is not said that it is %q", text)
						}
					}
					for _, text := range []string{"Whole of us_share", "Note at C01", "its second part"} {
						if strings.Contains(all, squeezed(text)) != notes {
							t.Errorf("%q is printed: %v", text, !notes)
						}
					}
				})
			}
		}
	}
}

// Every note at a figure that is drawn is printed once, under the number that stands at the figure, and every mark is seen.
func TestNotesAreNumbered(t *testing.T) {
	set := builtIn(t)
	in := keptInput(set, true)
	for _, id := range []string{"filtered", "found", "plain", "listed", "time", "months"} {
		in.Sections = []string{KeptSection(id)}
		d := mustNew(t, in)
		s := d.sections[0]
		asked, err := chart.Ask(s.data, *s.lens, d.tr)
		if err != nil {
			t.Fatal(err)
		}
		text := allText(d, s.ID)
		n := 0
		for _, m := range asked.Spec.Marks {
			if strings.Contains(text, squeezed("Note at "+m.ID+" ")) {
				n++
			}
		}
		want := ownNumbers(asked.Spec.Annotated(in.Own(s.data, *s.lens)))
		if n != len(want) || n == 0 {
			t.Errorf("%s: %d notes are printed, want %d", id, n, len(want))
		}
		for mark, number := range want {
			if at := squeezed(number + " Note at " + mark); !strings.Contains(text, at) {
				t.Errorf("%s: the note at %s is not under %s", id, mark, number)
			}
		}
	}
}

// More notes than a page holds go on over pages, and nothing of them is lost.
func TestManyNotesFlow(t *testing.T) {
	set := builtIn(t)
	var c workshop.Charts
	for _, r := range set.Dataset("atf_traces").Rows {
		c.Notes = append(c.Notes, workshop.Note{Dataset: "atf_traces", Row: r.ID, Text: prose(1900) + " End of " + r.ID})
	}
	d := mustNew(t, Input{Set: set, Lang: words.Spanish, Paper: Letter, Sections: []string{"data/atf_traces"}, Own: OwnOf(c, true)})
	checkPages(t, d)
	text := allText(d, "data/atf_traces")
	asked, err := chart.Ask(set.Dataset("atf_traces"), dataset.Lens{}, d.tr)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range asked.Spec.Marks {
		if !strings.Contains(text, squeezed("End of "+m.ID)) {
			t.Errorf("the note at %s is cut", m.ID)
		}
	}
}

// A chart that two rooms added is printed once; without a workshop nothing is added.
func TestKeptOf(t *testing.T) {
	c := workshop.Charts{Kept: []workshop.Kept{{ID: "1", Dataset: "a"}, {ID: "2", Dataset: "a", Lens: dataset.Lens{Text: "x"}}, {ID: "3", Dataset: "a"}}}
	if got := KeptOf(c); len(got) != 2 || got[0].ID != "1" || got[1].ID != "2" {
		t.Errorf("kept are %+v", got)
	}
	if got := KeptOf(workshop.Charts{}); got != nil {
		t.Errorf("kept are %+v", got)
	}
}

func TestKeptSameBytes(t *testing.T) {
	first := pdf(t, keptInput(builtIn(t), true))
	if !bytes.Equal(first, pdf(t, keptInput(builtIn(t), true))) {
		t.Error("two runs differ")
	}
}
