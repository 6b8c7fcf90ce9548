package data_test

import (
	"math"
	"testing"
)

// ends returns the ids of the rows with the least and the most of a field; rows without it are left out.
func ends(t *testing.T, rows []record, name string) (least, most string) {
	t.Helper()
	low, high := math.Inf(1), math.Inf(-1)
	for _, row := range rows {
		if row[name] == "" {
			continue
		}
		n := row.num(t, name)
		if n < low {
			low, least = n, row["id"]
		}
		if n > high {
			high, most = n, row["id"]
		}
	}
	return least, most
}

// The texts say from where to where figures go. These are the rows they name.
func TestExtremesThatTextsName(t *testing.T) {
	p := open(t)
	traced := func(group string) []record {
		var out []record
		for _, row := range p.series("us_share", "group", group) {
			if row["claimant_type"] != "press" && row["claimant_type"] != "NGO" {
				out = append(out, row)
			}
		}
		return out
	}
	for what, c := range map[string]struct {
		rows        []record
		field       string
		least, most string
	}{
		"models":             {p.series("annual_flow", "basis", "model"), "central", "E15", "E01"},
		"officials":          {p.series("annual_flow", "basis", "official"), "central", "E03", "E04"},
		"all claims":         {p.tables["us_share"], "value", "C03", "C02"},
		"claims of traced":   {traced("A"), "value", "C16", "C02"},
		"claims with buyer":  {traced("B"), "value", "C18", "C17"},
		"guns traced a year": {p.series("atf_traces", "series", "recovered"), "value", "T2010", "T2008"},
		"INEGI":              {p.series("mexico_homicides", "series", "inegi"), "value", "H2007", "H2020"},
		"core seizures":      {p.series("border_seizures", "chart_use", "core"), "value", "B01", "B08"},
		"windows of traces":  {p.series("trace_windows", "part", "us"), "share", "W08us", "W02us"},
		"routes":             {p.series("trafficking_routes", "chart_use", "route"), "value", "R05", "R01"},
		"places of purchase": {p.series("source_places", "chart_use", "places"), "value", "Y07", "Y01"},
		"rates in Mexico":    {p.series("homicide_rates", "country", "MX"), "value", "X2007mx", "X2018mx"},
		"rates in the US":    {p.series("homicide_rates", "country", "US"), "value", "X2014us", "X1991us"},
		"homicides by gun":   {p.series("firearm_share", "chart_use", "yes"), "value", "Q03", "Q08"},
	} {
		if least, most := ends(t, c.rows, c.field); least != c.least || most != c.most {
			t.Errorf("%s: from %s to %s, not from %s to %s", what, least, most, c.least, c.most)
		}
	}
	if times := p.value(t, "B08") / p.value(t, "B04"); times < 6.5 || times >= 7 {
		t.Errorf("seizures: %v times is not nearly seven", times)
	}
}

// First releases came out lower than the final counts, by up to about four percent.
func TestFirstReleasesOfHomicides(t *testing.T) {
	p := open(t)
	most := 0.0
	for _, row := range p.series("mexico_homicides", "series", "inegi_preliminary") {
		final := p.value(t, "H"+row["year"])
		most = max(most, 100*(final-row.num(t, "value"))/row.num(t, "value"))
	}
	if most < 3 || most > 4 {
		t.Errorf("up to %v percent", most)
	}
}
