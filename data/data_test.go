package data_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"doublefix/data"
)

func TestFilesAreThoseOfTheDescriptor(t *testing.T) {
	p := open(t)
	if p.Schema != "https://datapackage.org/profiles/2.0/datapackage.json" || p.Created != "2026-11-22T00:00:00Z" {
		t.Errorf("schema %q, created %q", p.Schema, p.Created)
	}
	files, err := fs.Glob(data.FS, "*")
	if err != nil {
		t.Fatal(err)
	}
	named := []string{"datapackage.json"}
	for _, r := range p.Resources {
		named = append(named, r.Path)
	}
	slices.Sort(named)
	if !slices.Equal(files, named) {
		t.Errorf("files %v, named %v", files, named)
	}
	for _, name := range files {
		text, err := data.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s := string(text)
		if !utf8.ValidString(s) || strings.Contains(s, "\r") || !strings.HasSuffix(s, "\n") || strings.Contains(s, "SEED") {
			t.Errorf("%s: not UTF-8 with LF, or an id that is not ours", name)
		}
	}
}

func TestHeadersAndRoles(t *testing.T) {
	p := open(t)
	want := map[string]string{
		"border_seizures": "crossing", "annual_flow": "crossing", "us_share": "tracing", "atf_traces": "tracing",
		"tracing_funnel": "tracing", "mexico_homicides": "harm",
	}
	for _, r := range p.Resources {
		var names []string
		for _, f := range r.Schema.Fields {
			names = append(names, f.Name)
		}
		if !slices.Equal(names, p.headers[r.Name]) {
			t.Errorf("%s: header %v, fields %v", r.Name, p.headers[r.Name], names)
		}
		if r.Role == "dataset" && want[r.Name] != r.Topic {
			t.Errorf("%s: topic %q", r.Name, r.Topic)
		}
	}
	if len(p.datasets()) != len(want) || p.Options != "options" || len(p.tables["options"]) != 4 {
		t.Errorf("%d datasets, options %q with %d rows", len(p.datasets()), p.Options, len(p.tables["options"]))
	}
}

func TestRowCounts(t *testing.T) {
	p := open(t)
	for name, want := range map[string]int{"border_seizures": 27, "annual_flow": 16, "us_share": 25, "tracing_funnel": 8} {
		if n := len(p.tables[name]); n != want {
			t.Errorf("%s: %d rows, not %d", name, n, want)
		}
	}
	total := 0
	for _, s := range []string{"recovered", "requests", "requests_other"} {
		total += len(p.series("atf_traces", "series", s))
	}
	if total != 17 {
		t.Errorf("atf_traces: %d totals, not 17", total)
	}
	if n := len(p.series("mexico_homicides", "series", "inegi")); n != 35 {
		t.Errorf("mexico_homicides: INEGI has %d years, not 35", n)
	}
}

func TestCellsFitTheirFields(t *testing.T) {
	p := open(t)
	types := map[string]*regexp.Regexp{
		"integer": regexp.MustCompile(`^\d+$`), "number": regexp.MustCompile(`^\d+(\.\d+)?$`),
		"year": regexp.MustCompile(`^\d{4}$`), "yearmonth": regexp.MustCompile(`^\d{4}-\d{2}$`), "string": regexp.MustCompile(`.`),
	}
	for _, r := range p.Resources {
		for _, f := range r.Schema.Fields {
			form, ok := types[f.Type]
			if !ok {
				t.Fatalf("%s: type %q of %s", r.Name, f.Type, f.Name)
			}
			seen := map[string]bool{}
			for _, row := range p.tables[r.Name] {
				cell := row[f.Name]
				switch {
				case cell == "":
					if f.Constraints.Required {
						t.Errorf("%s %s: %s is blank", r.Name, row["id"], f.Name)
					}
					continue
				case !form.MatchString(cell) || cell != strings.TrimSpace(cell):
					t.Errorf("%s %s: %s is %q", r.Name, row["id"], f.Name, cell)
				case f.Constraints.Enum != nil && !slices.Contains(f.Constraints.Enum, cell):
					t.Errorf("%s %s: %s %q is none of %v", r.Name, row["id"], f.Name, cell, f.Constraints.Enum)
				case f.Constraints.Unique && seen[cell]:
					t.Errorf("%s: %s %q stands twice", r.Name, f.Name, cell)
				}
				seen[cell] = true
			}
		}
	}
}

func TestKeys(t *testing.T) {
	p := open(t)
	owner := map[string]string{}
	for _, r := range p.Resources {
		if !slices.Equal(r.Schema.PrimaryKey, []string{"id"}) {
			t.Errorf("%s: primary key %v", r.Name, r.Schema.PrimaryKey)
		}
		for _, row := range p.tables[r.Name] {
			if other, twice := owner[row["id"]]; twice {
				t.Errorf("%s and %s both have %s", other, r.Name, row["id"])
			}
			owner[row["id"]] = r.Name
		}
	}
	used := map[string]bool{}
	for _, r := range p.Resources {
		for _, row := range p.tables[r.Name] {
			for _, key := range r.Schema.ForeignKeys {
				id := row[key.Fields[0]]
				if owner[id] != key.Reference.Resource {
					t.Errorf("%s %s: %s %q is not in %s", r.Name, row["id"], key.Fields[0], id, key.Reference.Resource)
				}
				used[id] = true
			}
			for id := range strings.SplitSeq(row["also_source_ids"], ";") {
				if id != "" && owner[id] != "sources" {
					t.Errorf("%s %s: no source %q", r.Name, row["id"], id)
				}
				used[id] = true
			}
			for id := range strings.SplitSeq(row["rows_a"]+";"+row["rows_b"], ";") {
				if _, ok := p.figures[id]; id != "" && !ok {
					t.Errorf("%s %s: no figure %q", r.Name, row["id"], id)
				}
			}
		}
	}
	for _, s := range p.tables["sources"] {
		if !used[s["id"]] {
			t.Errorf("source %s is not used", s["id"])
		}
	}
}

func TestEveryFigureSaysWhatItIs(t *testing.T) {
	p := open(t)
	kinds := []string{"count", "share", "estimate", "statement"}
	statuses := []string{"final", "provisional", "partial", "derived"}
	for _, d := range p.datasets() {
		for _, row := range p.tables[d.Name] {
			if row["id"] == "" || row["source_id"] == "" || !slices.Contains(kinds, row["kind"]) || !slices.Contains(statuses, row["status"]) || row["period"] == "" {
				t.Errorf("%s: %v", d.Name, row)
			}
			for _, name := range []string{"caveat_short", "caveat_short@es"} {
				plain := mention.ReplaceAllString(row[name], "000,000")
				if n := utf8.RuneCountInString(plain); n > 75 {
					t.Errorf("%s: %s is %d long", row["id"], name, n)
				}
			}
			if row["caveat_short"] != "" && row["caveat"] == "" {
				t.Errorf("%s: a short caveat without the full one", row["id"])
			}
			if start, end := row["start"], row["end"]; start > end {
				t.Errorf("%s: from %s to %s", row["id"], start, end)
			}
		}
	}
}

func TestChartsNameRows(t *testing.T) {
	p := open(t)
	for _, d := range p.datasets() {
		if len(d.Charts) == 0 {
			t.Errorf("%s has no chart", d.Name)
		}
		for _, c := range d.Charts {
			for _, id := range slices.Concat(append(slices.Clone(c.Joined), c.Emphasis, c.Doubtful)...) {
				if _, ok := p.figures[id]; !ok {
					t.Errorf("%s %s: no figure %s", d.Name, c.Name, id)
				}
			}
			for _, w := range c.Where {
				if !slices.Contains(p.headers[d.Name], w.Field) {
					t.Errorf("%s %s: no field %s", d.Name, c.Name, w.Field)
				}
			}
		}
	}
	claims := 0
	for _, row := range p.tables["us_share"] {
		if row["claimant_type"] != "press" && row["claimant_type"] != "NGO" && row["group"] != "D" {
			claims++
		}
	}
	if core := len(p.series("border_seizures", "chart_use", "core")); claims != 19 || core != 9 {
		t.Errorf("%d claims and %d seizures in the first charts, not 19 and 9", claims, core)
	}
}

func TestMonthsFitTheirPeriod(t *testing.T) {
	p := open(t)
	ordinal := func(s string) float64 {
		year, _ := strconv.Atoi(s[:4])
		month, _ := strconv.Atoi(s[5:])
		return float64(12*year + month)
	}
	for _, row := range p.tables["border_seizures"] {
		want := ordinal(row["end"]) - ordinal(row["start"]) + 1
		if row["id"] == "B15" {
			want -= 0.5 // to the middle of June
		}
		near(t, row["id"]+" months", row.num(t, "months"), want, 0)
		if partial := row.num(t, "months") < 12; partial != (row["status"] == "partial") {
			t.Errorf("%s: %s months, status %s", row["id"], row["months"], row["status"])
		}
	}
}
