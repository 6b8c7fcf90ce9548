package dataset

import (
	"strings"
	"testing"

	"doublefix/app/words"
)

func TestReadingOfWords(t *testing.T) {
	s := cleanRecord(t)
	for name, tt := range map[string]struct {
		id   string
		lang words.Lang
		want string // heading, value, tag, lines
	}{
		"event": {"V1", words.English, `Act on guns · 4 August 2021
It covers most of 67.5% and 1,171.
in force · Laws
Country: Mexico
Source: The Trace, 2024 (primary)`},
		"event in Spanish": {"V1", words.Spanish, `Ley de armas · 4 de agosto de 2021
Abarca casi 67.5` + "\u00a0" + `% y 1,171.
vigente · Leyes
País: México
Fuente: The Trace, 2024 (primaria)`},
		"event without a text": {"V2", words.English, "A fair · 2022\n\nevent\nCountry: US\nSource: AP 2011 (press)"},
		"agency":               {"AG1", words.Spanish, "Oficina de Armas\nBG\n\nFuente: AP 2011 (prensa)"},
		"term":                 {"us", words.English, "US\nU.S.\n\nSource: Guns, glossary.csv"},
		"source":               {"trace", words.English, "The Trace\nFlow\n\nSource: The Trace, 2024 (primary)"},
	} {
		t.Run(name, func(t *testing.T) {
			d, r := row(t, s, tt.id)
			got := d.Reading(d.Charts[0], r, words.For(tt.lang))
			all := []string{got.Heading, got.Value, got.Tag}
			for _, l := range got.Lines {
				all = append(all, l.Label+": "+l.Text)
			}
			if strings.Join(all, "\n") != tt.want {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(all, "\n"), tt.want)
			}
			if !strings.HasPrefix(got.Spoken, got.Heading) || !strings.HasSuffix(got.Spoken, ".") || strings.Contains(got.Spoken, "..") {
				t.Errorf("spoken %q", got.Spoken)
			}
			if title := d.RowTitle(r, tt.lang); title != got.Heading {
				t.Errorf("title %q", title)
			}
		})
	}
}

// Codes and keys are read in words, and what only charts and checks read is no column.
func TestColumnsOfWords(t *testing.T) {
	s := cleanRecord(t)
	d, r := row(t, s, "V1")
	var names []string
	for _, c := range d.Columns(words.English) {
		names = append(names, c.Field)
	}
	if got := strings.Join(names, " "); got != "id date lane country state label detail when agency source_id" {
		t.Errorf("columns %s", got)
	}
	for field, want := range map[string]string{
		"lane": "Leyes", "state": "vigente", "agency": "Oficina de Armas", "date": "4 de agosto de 2021", "source_id": "The Trace, 2024", "rows": "B08; C1",
	} {
		if got := d.Cell(r, field, words.Spanish); got != want {
			t.Errorf("%s: %q, not %q", field, got, want)
		}
	}
	d, r = row(t, s, "trace")
	if got := d.Cell(r, "tier", words.Spanish); got != "primaria" {
		t.Errorf("tier %q", got)
	}
	d, _ = row(t, s, "ghost-gun")
	for _, c := range d.Columns(words.English) {
		if c.Field == "see" {
			t.Error("a column of ids is shown")
		}
	}
}

func TestSummaryOfWords(t *testing.T) {
	s := cleanRecord(t)
	tr := words.For(words.English)
	for id, want := range map[string]string{
		"timeline": "The Trace, Associated Press | The Trace, 2024; AP 2011",
		"sources":  "Associated Press, The Trace | Guns",
	} {
		d := s.Dataset(id)
		if got := d.SourceSummary(d.Charts[0], d.Rows, tr) + " | " + d.SourceLine(d.Charts[0], d.Rows, tr); got != want {
			t.Errorf("%s: %q, not %q", id, got, want)
		}
	}
}
