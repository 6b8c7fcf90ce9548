package dataset

import (
	"fmt"
	"strings"
	"testing"

	"doublefix/app/words"
)

func TestRefusesOfTheRecord(t *testing.T) {
	s := shipped(t)
	eq := func(field string, values ...string) Cond { return Cond{Field: field, Op: "=", Values: values} }
	for _, c := range []struct {
		dataset, want string
		q             Lens
	}{
		{"us_share", "shares", Lens{View: "all", Group: "group", By: Sum}},
		{"us_share", "bases", Lens{View: "all", Group: "claimant_type", By: Mean}},
		{"firearm_share", "", Lens{View: "years", Group: "status", By: Mean}},
		{"homicide_rates", "rates", Lens{Group: "country", By: Sum}},
		{"homicide_rates", "bases", Lens{Group: "year", By: Mean}},
		{"annual_flow", "rates", Lens{Group: "basis", By: Sum}},
		{"annual_flow", "bases", Lens{Group: "confidence", By: Median}},
		{"annual_flow", "forbidden", Lens{Group: "basis", By: Mean}},
		{"annual_flow", "forbidden", Lens{Group: "basis", By: Median}},
		{"displacement", "rivals", Lens{View: "all", Group: "kind", By: Mean, Where: []Cond{eq("concept", "survey"), eq("year", "2015")}}},
		{"programme_outputs", "units", Lens{Group: "source_id", By: Median, Where: []Cond{eq("kind", "count"), eq("status", "final")}}},
		{"tracing_funnel", "steps", Lens{View: "accounts", Group: "account", By: Sum}},
		{"weapons_seized", "totals", Lens{View: "types", Group: "year", By: Sum}},
		{"displacement", "stocks", Lens{View: "stock", Group: "concept", By: Sum}},
		{"border_seizures", "several_years", Lens{View: "core", Group: "year", By: Sum}},
		{"border_seizures", "overlap", Lens{View: "core", Group: "agency", By: Mean}},
		{"border_seizures", "overlap", Lens{View: "core", Group: "agency", By: Median}},
		{"border_seizures", "lengths", Lens{View: "core", Group: "agency", By: Median, Where: []Cond{eq("scope", "southbound")}}},
		{"mexico_homicides", "units", Lens{View: "counts", Group: "year", By: Sum}},
		{"mexico_homicides", "", Lens{View: "counts", Group: "year", By: Sum, Where: []Cond{eq("series", "inegi")}}},
		{"atf_traces", "apart", Lens{View: "years", Group: "year", By: Sum, Where: []Cond{{Field: "series", Op: "!=", Values: []string{"requests"}}}}},
		{"source_places", "forbidden", Lens{View: "places", Group: "state", By: Sum}}, // Pima County contains Tucson
		{"source_places", "", Lens{View: "places", Group: "state", By: Sum, Where: []Cond{eq("level", "city")}}},
		{"source_places", "apart", Lens{View: "places", Group: "state", By: Mean, Where: []Cond{{Field: "place", Op: "!=", Values: []string{"Tucson"}}}}},
		{"weapons_seized", "parted", Lens{View: "years", Group: "counted_by", By: Mean, Where: []Cond{eq("status", "final")}}},
		{"weapons_seized", "parted", Lens{View: "years", Group: "year", By: Sum}}, // no two of a year, and yet no series
		{"weapons_seized", "", Lens{View: "years", Group: "year", Split: "authority", By: Sum}},
		{"weapons_seized", "", Lens{View: "years", Group: "year", By: Sum, Where: []Cond{eq("authority", "Army (Sedena)")}}},
		{"weapons_seized", "", Lens{View: "years", Group: "authority", By: Sum, Where: []Cond{eq("status", "final")}}},
		{"weapons_seized", "totals", Lens{View: "types", Group: "year", By: Median}},
		{"displacement", "again", Lens{View: "all", Group: "year", By: Sum, Where: []Cond{eq("concept", "episodes"), eq("chart_use", "yes", "other"), eq("status", "final", "provisional")}}},
		{"displacement", "parted", Lens{View: "all", Group: "year", By: Sum, Where: []Cond{eq("concept", "episodes", "survey"), eq("status", "final"), eq("year", "2021", "2023")}}},
		{"legal_access", "forbidden", Lens{View: "all", Group: "group", By: Sum, Where: []Cond{eq("group", "carry"), eq("status", "final")}}}, // the highest year is part of all
		{"in_the_documents", "forbidden", Lens{View: "all", Group: "kind", By: Sum, Where: []Cond{eq("kind", "statement"), eq("source_id", "gao-2021")}}},
		{"programme_outputs", "forbidden", Lens{View: "all", Group: "programme", By: Sum, Where: []Cond{eq("programme", "ATF’s office in Mexico")}}},
		{"atf_traces", "units", Lens{View: "years", Group: "label", By: Sum}},
		{"atf_traces", "apart", Lens{View: "years", Group: "year", By: Median, Where: []Cond{{Field: "series", Op: "!=", Values: []string{"requests"}}}}},
		{"tracing_funnel", "steps", Lens{View: "accounts", Group: "account", By: Median}},
		{"us_share", "bases", Lens{View: "all", Group: "kind", By: Median}},
		{"trace_windows", "forbidden", Lens{View: "requests", Group: "kind", By: Sum}},
		{"timeline", "no_figure", Lens{Group: "lane", By: Sum}},
		{"timeline", "", Lens{Group: "lane", By: Count}},
		{"trafficking_routes", "nothing", Lens{Group: "status", By: Count, Where: []Cond{eq("value", "1")}}},
	} {
		check(t, s.Dataset(c.dataset), c.q, fmt.Sprintf("%s %+v", c.dataset, c.q), c.want)
	}
}

// A sentence says in the reader's language which field sets figures apart, and why.
func TestRefusalsSayWhy(t *testing.T) {
	d := shipped(t).Dataset("weapons_seized")
	for l, want := range map[words.Lang][]string{
		words.English: {"“Counted by”", "“Each authority counts its own seizures; not one series.”"},
		words.Spanish: {"“Quién contó”", "“Cada autoridad cuenta sus propios decomisos; no es una serie.”"},
	} {
		why := d.MayAggregate(Lens{View: "years", Group: "year"}, Sum, words.For(l))
		for _, part := range want {
			if !strings.Contains(why, part) {
				t.Errorf("%q lacks %q", why, part)
			}
		}
	}
	table := plain(t, usual, usualHead+"A,2010,,X,,9,,,,count,final\nB,2011,,X,,6,,,,count,final\n", `"doublefix:caveats":[{"text":{"en":"In full."},"aggregation":"none"}],`)
	if why := table.MayAggregate(Lens{Group: "place"}, Sum, words.For(words.English)); !strings.Contains(why, "“In full.”") {
		t.Errorf("without a short form: %q", why)
	}
}
