package data_test

import (
	"io/fs"
	"regexp"
	"slices"
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

// tables are the resources by topic, as name:role; those without a topic are not explored by themselves.
var tables = map[string]string{
	"crossing": "border_seizures:dataset annual_flow:dataset trafficking_routes:dataset source_places:dataset",
	"tracing":  "us_share:dataset atf_traces:dataset trace_windows:dataset trace_composition:dataset tracing_funnel:dataset",
	"mexico":   "weapons_seized:dataset legal_access:dataset",
	"harm": "mexico_homicides:dataset homicide_rates:dataset firearm_share:dataset displacement:dataset " +
		"overdose_deaths:dataset",
	"response": "timeline:timeline programme_outputs:dataset gao_recommendations:recommendations agencies:agencies " +
		"gaps:gaps tools:tools",
	"record": "in_the_documents:dataset contradictions:contradictions glossary:glossary sources:sources",
	"":       "options:options evidence:evidence actors:actors",
}

func TestTopicsAndRoles(t *testing.T) {
	p := open(t)
	topics := []string{""}
	for _, topic := range p.Topics {
		topics = append(topics, topic.ID)
	}
	found := map[string]string{}
	for _, r := range p.Resources {
		found[r.Topic] = strings.TrimSpace(found[r.Topic] + " " + r.Name + ":" + r.Role)
		if !slices.Contains(topics, r.Topic) {
			t.Errorf("%s: topic %q", r.Name, r.Topic)
		}
	}
	for topic, want := range tables {
		if found[topic] != want {
			t.Errorf("topic %q: %s, not %s", topic, found[topic], want)
		}
	}
	if len(topics) != len(tables) || p.Options != "options" {
		t.Errorf("topics %v, options %q", topics, p.Options)
	}
}

func TestHeaders(t *testing.T) {
	p := open(t)
	for _, r := range p.Resources {
		var names []string
		for _, f := range r.Schema.Fields {
			names = append(names, f.Name)
		}
		if !slices.Equal(names, p.headers[r.Name]) {
			t.Errorf("%s: header %v, fields %v", r.Name, p.headers[r.Name], names)
		}
	}
}

func TestCellsFitTheirFields(t *testing.T) {
	p := open(t)
	types := map[string]*regexp.Regexp{
		"integer": regexp.MustCompile(`^\d+$`), "number": regexp.MustCompile(`^\d+(\.\d+)?$`),
		"year": regexp.MustCompile(`^\d{4}$`), "yearmonth": regexp.MustCompile(`^\d{4}-\d{2}$`), "string": regexp.MustCompile(`.`),
		"boolean": regexp.MustCompile(`^(true|false)$`),
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
