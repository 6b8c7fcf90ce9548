package data_test

import (
	"slices"
	"strconv"
	"testing"
	"unicode/utf8"
)

func TestEveryFigureSaysWhatItIs(t *testing.T) {
	p := open(t)
	kinds := []string{"count", "share", "estimate", "statement"}
	statuses := []string{"final", "provisional", "partial", "derived"}
	for _, d := range p.explored() {
		if slices.Contains([]string{"contradictions", "glossary", "sources"}, d.Role) {
			continue // no figures; each names its sources in its own way
		}
		for _, row := range p.tables[d.Name] {
			if row["id"] == "" || row["source_id"] == "" || !slices.Contains(kinds, row["kind"]) || !slices.Contains(statuses, row["status"]) {
				t.Errorf("%s: %v", d.Name, row)
			}
			if d.Role == "dataset" && row["period"] == "" {
				t.Errorf("%s has no period", row["id"])
			}
			if start, end := row["start"], row["end"]; start > end {
				t.Errorf("%s: from %s to %s", row["id"], start, end)
			}
		}
	}
}

// A short caveat stands under a chart, in one line; the full one has to be there too.
func TestShortCaveats(t *testing.T) {
	p := open(t)
	for _, d := range p.explored() {
		for _, row := range p.tables[d.Name] {
			for _, name := range []string{"caveat_short", "caveat_short@es"} {
				plain := mention.ReplaceAllString(row[name], "000,000")
				if n := utf8.RuneCountInString(plain); n > 75 {
					t.Errorf("%s: %s is %d long", row["id"], name, n)
				}
			}
			if row["caveat_short"] != "" && row["caveat"] == "" {
				t.Errorf("%s: a short caveat without the full one", row["id"])
			}
		}
	}
}

// A derived figure says how it was made.
func TestDerivedFiguresSayHow(t *testing.T) {
	p := open(t)
	for _, d := range p.datasets() {
		for _, row := range p.tables[d.Name] {
			if row["status"] == "derived" && row["method"] == "" {
				t.Errorf("%s is derived, without a method", row["id"])
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
