package dataset

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// shipped loads the package that comes with the program.
func shipped(t testing.TB) *Set {
	t.Helper()
	const dir = "../../data"
	if _, err := os.Stat(dir + "/" + datapackage.DescriptorName); err != nil {
		t.Skip("the shipped package is not there")
	}
	p, found, err := datapackage.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	s, more := Load(p)
	for _, f := range append(found, more...) {
		t.Error(f.Message(words.For(words.English)))
	}
	return s
}

func TestShippedRows(t *testing.T) {
	s := shipped(t)
	if len(s.Options) != 4 || len(s.Topics) == 0 || len(s.Contradictions) == 0 {
		t.Errorf("%d options, %d topics, %d contradictions", len(s.Options), len(s.Topics), len(s.Contradictions))
	}
	for _, d := range s.Datasets {
		for _, r := range d.Rows {
			figure := d.Role == RoleDataset
			if r.Source == nil || r.Source.Short.In(words.Spanish) == "" || r.ID == "" || figure && (r.Kind == "" || r.Status == "") {
				t.Errorf("%s %s: source %v, kind %q, status %q", d.ID, r.ID, r.Source, r.Kind, r.Status)
			}
			for _, l := range words.Langs() {
				reading := d.Reading(d.View(d.ViewOf(r)), r, words.For(l))
				if figure && reading.Tag == "" {
					t.Errorf("%s %s: no tag", d.ID, r.ID)
				}
				for _, text := range []string{reading.Heading, reading.Value, reading.Spoken} {
					if text == "" || strings.Contains(text, "{{") || strings.Contains(text, "<no value>") || strings.Contains(text, "..") {
						t.Errorf("%s %s in %s: %+v", d.ID, r.ID, l, reading)
					}
				}
			}
		}
		for _, l := range words.Langs() {
			for name, text := range map[string]words.Text{"title": d.Title, "summary": d.Summary, "headline": d.Headline, "lead": d.Lead, "finding": d.Finding} {
				if text[l] == "" || strings.Contains(text[l], "{{") {
					t.Errorf("%s: %s in %s: %q", d.ID, name, l, text[l])
				}
			}
		}
	}
}

func TestShippedIsWritten(t *testing.T) {
	for _, d := range shipped(t).Datasets {
		for _, l := range words.Langs() {
			var table, object bytes.Buffer
			if err := (Extract{Data: d, Rows: d.Rows, Lang: l}).WriteCSV(&table); err != nil {
				t.Error(err)
			}
			if err := (Extract{Data: d, Rows: d.Rows, Lang: l}).WriteJSON(&object); err != nil {
				t.Error(err)
			}
			if n := bytes.Count(table.Bytes(), []byte("\r\n")); n != len(d.Rows)+1 {
				t.Errorf("%s: %d lines for %d rows", d.ID, n, len(d.Rows))
			}
			if strings.Contains(table.String()+object.String(), "{{") {
				t.Errorf("%s: a figure is left open", d.ID)
			}
		}
	}
}
