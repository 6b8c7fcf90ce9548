package data_test

import (
	"strings"
	"testing"
)

// Long, short and other guns make the total of the one year that has them all; elsewhere a part stays below its total.
func TestSeizedInMexico(t *testing.T) {
	p := open(t)
	z := func(id string) float64 { return p.value(t, id) }
	near(t, "2019", z("Z01long")+z("Z01short"), z("Z01"), 0)
	near(t, "2021", z("Z03long")+z("Z03short")+z("Z03artisanal")+z("Z03unspecified"), z("Z03"), 0)
	near(t, "2021 in all", z("Z03"), 21751, 0)
	for _, row := range p.series("weapons_seized", "part", "long") {
		if total := strings.TrimSuffix(row["id"], "long"); row.num(t, "value") >= z(total) {
			t.Errorf("%s is not less than %s", row["id"], total)
		}
	}
	near(t, "two tables of one article", z("Z04alt"), z("Z04"), 5)
	for _, row := range p.tables["weapons_seized"] {
		if row["year"] == "" && row["chart_use"] != "cumulative" {
			t.Errorf("%s counts several years, but is drawn as %s", row["id"], row["chart_use"])
		}
	}
}

// A licence to carry, a permit to buy and a gun sold are three things, told apart by group and unit.
func TestLegalAccess(t *testing.T) {
	p := open(t)
	units := map[string]map[string]bool{}
	for _, row := range p.tables["legal_access"] {
		if units[row["group"]] == nil {
			units[row["group"]] = map[string]bool{}
		}
		units[row["group"]][row["unit"]] = true
	}
	for _, group := range []string{"carry", "sold"} {
		if len(units[group]) != 1 {
			t.Errorf("%s: units %v", group, units[group])
		}
	}
	near(t, "licences to carry a year", p.figure(t, "L06").num(t, "annual_mean"), p.value(t, "L06")/6.9, 0.5)
	near(t, "guns sold a year", p.figure(t, "L10").num(t, "annual_mean"), p.value(t, "L10")/6, 0.5)
	if p.value(t, "L07") >= p.value(t, "L06") || p.value(t, "L08") >= p.value(t, "L06") {
		t.Error("one year has more licences than all together")
	}
}
