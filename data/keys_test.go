package data_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// owners returns the table that each id belongs to; an id is there once in the whole package.
func owners(t *testing.T, p shipped) map[string]string {
	t.Helper()
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
	return owner
}

// list splits ids with semicolons between.
func list(cell string) []string {
	var out []string
	for id := range strings.SplitSeq(cell, ";") {
		if id = strings.TrimSpace(id); id != "" {
			out = append(out, id)
		}
	}
	return out
}

func TestForeignKeys(t *testing.T) {
	p := open(t)
	owner := owners(t, p)
	for _, r := range p.Resources {
		for _, row := range p.tables[r.Name] {
			for _, key := range r.Schema.ForeignKeys {
				if id := row[key.Fields[0]]; id != "" && owner[id] != key.Reference.Resource {
					t.Errorf("%s %s: %s %q is not in %s", r.Name, row["id"], key.Fields[0], id, key.Reference.Resource)
				}
			}
		}
	}
}

func TestEverySourceIsUsedAndThere(t *testing.T) {
	p := open(t)
	owner, used := owners(t, p), map[string]bool{}
	for _, r := range p.Resources {
		for _, row := range p.tables[r.Name] {
			cited := append(list(row["also_source_ids"]), row["source_id"], row["source_a"], row["source_b"])
			for _, id := range cited {
				if id != "" && owner[id] != "sources" {
					t.Errorf("%s %s: no source %q", r.Name, row["id"], id)
				}
				used[id] = true
			}
			if also := list(row["also_source_ids"]); slices.Contains(also, row["source_id"]) {
				t.Errorf("%s %s names its source twice", r.Name, row["id"])
			}
		}
	}
	for _, s := range p.tables["sources"] {
		if !used[s["id"]] {
			t.Errorf("source %s is not used", s["id"])
		}
	}
}

// Lists of ids name rows that can be opened.
func TestListsOfRows(t *testing.T) {
	p := open(t)
	owner := owners(t, p)
	for _, c := range []struct{ table, field, in string }{
		{"contradictions", "rows_a", ""},
		{"contradictions", "rows_b", ""},
		{"in_the_documents", "rows", ""},
		{"glossary", "see", "glossary"},
	} {
		for _, row := range p.tables[c.table] {
			for _, id := range list(row[c.field]) {
				if _, ok := p.figures[id]; !ok || c.in != "" && owner[id] != c.in || id == row["id"] {
					t.Errorf("%s %s: %s names %q", c.table, row["id"], c.field, id)
				}
			}
		}
	}
	for _, row := range p.tables["contradictions"] {
		if !slices.ContainsFunc(p.explored(), func(r resource) bool { return r.Name == row["dataset"] }) {
			t.Errorf("%s: no table %q", row["id"], row["dataset"])
		}
	}
}

// Rows are called by a letter and a number, or by a year; each table has all that its facts need.
func TestIDsAreComplete(t *testing.T) {
	p := open(t)
	owner := owners(t, p)
	for _, c := range []struct {
		table, form string
		first, last int
	}{
		{"border_seizures", "B%02d", 1, 27},
		{"annual_flow", "E%02d", 1, 16},
		{"us_share", "C%02d", 1, 25},
		{"tracing_funnel", "F%02d", 1, 8},
		{"trafficking_routes", "R%02d", 1, 5},
		{"source_places", "S%02d", 1, 14},
		{"source_places", "Y%02d", 1, 7},
		{"trace_composition", "P%02d", 1, 18},
		{"weapons_seized", "Z%02d", 1, 12},
		{"legal_access", "L%02d", 1, 10},
		{"mexico_homicides", "H%d", 1990, 2024},
		{"homicide_rates", "X%dmx", 1990, 2023},
		{"firearm_share", "Q%02d", 1, 9},
		{"displacement", "D%02d", 1, 17},
		{"overdose_deaths", "O%d", 1999, 2025},
		{"programme_outputs", "G%02d", 1, 25},
		{"timeline", "V%02d", 1, 52},
		{"gao_recommendations", "GAO%d", 1, 8},
		{"in_the_documents", "N%02d", 1, 88},
		{"contradictions", "K%02d", 1, 44},
	} {
		var missing []string
		for i := c.first; i <= c.last; i++ {
			if id := fmt.Sprintf(c.form, i); owner[id] != c.table {
				missing = append(missing, id)
			}
		}
		if missing != nil {
			t.Errorf("%s lacks %v", c.table, missing)
		}
	}
}

// A year without a figure is not filled: what is blank in the sources has no row.
func TestGapsStayGaps(t *testing.T) {
	p := open(t)
	for _, id := range []string{"T2012", "T2014", "X2003us", "X2004us", "X2005us", "O2023rs", "O2024r"} {
		if row, ok := p.figures[id]; ok && row["value"] != "" {
			t.Errorf("%s is %s, but no source gives a figure", id, row["value"])
		}
	}
	total := 0
	for _, s := range []string{"recovered", "requests", "requests_other"} {
		total += len(p.series("atf_traces", "series", s))
	}
	if total != 17 {
		t.Errorf("atf_traces: %d totals, not 17", total)
	}
}
