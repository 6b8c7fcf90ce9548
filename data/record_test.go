package data_test

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// Someone who ranks an option can open what speaks for it, what speaks against it, and what is needed to judge it.
func TestEvidenceForEachOption(t *testing.T) {
	p := open(t)
	owner := owners(t, p)
	stances := map[string]int{}
	mains := map[string]int{}
	for _, row := range p.tables["evidence"] {
		option, target := row["option"], row["target"]
		stances[option+" "+row["stance"]]++
		i := slices.IndexFunc(p.Resources, func(r resource) bool { return r.Name == target })
		if _, isRow := p.figures[target]; !isRow && (i < 0 || p.Resources[i].Topic == "") {
			t.Errorf("%s: target %q is neither a table nor a row", row["id"], target)
		}
		if view := row["view"]; view != "" && (i < 0 || !slices.ContainsFunc(p.Resources[i].Charts, func(c chart) bool { return c.Name == view })) {
			t.Errorf("%s: %q has no chart %q", row["id"], target, view)
		}
		if row["main"] == "true" {
			if mains[option]++; i < 0 || mains[option] > 3 {
				t.Errorf("%s: a main piece is one of at most three tables, not %q", row["id"], target)
			}
		}
		if (row["ours"] == "true") == (row["source_id"] != "") {
			t.Errorf("%s: ours is %s, source %q", row["id"], row["ours"], row["source_id"])
		}
		if owner[option] != "options" || row["reason"] == "" {
			t.Errorf("%s: option %q, reason %q", row["id"], option, row["reason"])
		}
	}
	for _, option := range p.tables["options"] {
		for _, stance := range []string{"for", "against", "context"} {
			if stances[option["id"]+" "+stance] == 0 {
				t.Errorf("option %s has no evidence %s", option["id"], stance)
			}
		}
		if mains[option["id"]] == 0 {
			t.Errorf("option %s has no main evidence", option["id"])
		}
	}
}

func TestWhoActsOnEachOption(t *testing.T) {
	p := open(t)
	owner := owners(t, p)
	acts, countries := map[string]bool{}, map[string]bool{}
	for _, row := range p.tables["actors"] {
		acts[row["option"]] = true
		if owner[row["agency"]] != "agencies" || (row["ours"] == "true") == (row["source_id"] != "") {
			t.Errorf("%s: agency %q, ours %s, source %q", row["id"], row["agency"], row["ours"], row["source_id"])
		}
	}
	for _, row := range p.tables["agencies"] {
		countries[row["country"]] = true
	}
	for _, option := range p.tables["options"] {
		if !acts[option["id"]] {
			t.Errorf("nobody acts on option %s", option["id"])
		}
	}
	if !countries["US"] || !countries["MX"] {
		t.Errorf("agencies of %v", countries)
	}
}

// GAO's statuses are those of March 2024, and every place that shows one says so.
func TestRecommendationsOfGAO(t *testing.T) {
	p := open(t)
	status := map[string]int{}
	for _, row := range p.tables["gao_recommendations"] {
		status[row["status_code"]]++
		if row["status_as_of"] != "2024-03" || row["agency"] == "" {
			t.Errorf("%s: as of %s, agency %q", row["id"], row["status_as_of"], row["agency"])
		}
	}
	if status["implemented"] != 5 || status["open"] != 3 {
		t.Errorf("statuses %v", status)
	}
	told := 0
	eachText("", p.raw, func(_ string, en, es any) {
		a, _ := en.(string)
		b, _ := es.(string)
		if strings.Contains(a, "March 2024") && strings.Contains(b, "marzo de 2024") {
			told++
		}
	})
	if told < 3 {
		t.Errorf("March 2024 is said in %d texts", told)
	}
}

func TestDatesOfTheTimeline(t *testing.T) {
	p := open(t)
	lanes := []string{"law", "operation", "lawsuit", "agreement", "report", "event", "statement"}
	for _, row := range p.tables["timeline"] {
		year, _, _ := strings.Cut(row["date"], "-")
		if year != row["year"] || !strings.Contains(row["when"], year) || !strings.Contains(row["when@es"], year) {
			t.Errorf("%s: date %s, year %s, %q, %q", row["id"], row["date"], row["year"], row["when"], row["when@es"])
		}
		if !slices.Contains(lanes, row["lane"]) || !slices.Contains([]string{"US", "MX", "both"}, row["country"]) {
			t.Errorf("%s: lane %q, country %q", row["id"], row["lane"], row["country"])
		}
		if len([]rune(mention.ReplaceAllString(row["label"], "000,000"))) > 60 || row["detail"] == "" {
			t.Errorf("%s: label %q, detail %q", row["id"], row["label"], row["detail"])
		}
	}
}

// Every number of the five documents has a row, and its document is its source.
func TestNumbersOfTheDocuments(t *testing.T) {
	p := open(t)
	of := map[string]int{}
	for _, row := range p.tables["in_the_documents"] {
		of[row["document"]]++
		if row["document"] != row["source_id"] || row["written"] == "" || row["said"] == "" {
			t.Errorf("%s: document %q, source %q, %q", row["id"], row["document"], row["source_id"], row["written"])
		}
		if row["value"] != "" && row["high"] != "" && row.num(t, "value") > row.num(t, "high") {
			t.Errorf("%s: from %s to %s", row["id"], row["value"], row["high"])
		}
	}
	for document, least := range map[string]int{
		"trace-2024": 16, "pacific-council-2023": 9, "al-jazeera-2026": 23, "border-report-2021": 14, "gao-2021": 26,
	} {
		if of[document] < least {
			t.Errorf("%s: %d numbers, not %d", document, of[document], least)
		}
	}
	if len(of) != 5 {
		t.Errorf("documents %v", of)
	}
}

// Where a row of a claim is named, one of them rests on the source of the claim, so that whoever opens it sees who says so.
func TestClaimsCanBeOpened(t *testing.T) {
	p := open(t)
	causes := map[string]int{}
	for _, row := range p.tables["contradictions"] {
		causes[row["cause"]]++
		for _, side := range []string{"a", "b"} {
			ids, source := list(row["rows_"+side]), row["source_"+side]
			if len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool {
				return p.figures[id]["source_id"] == source || slices.Contains(list(p.figures[id]["also_source_ids"]), source)
			}) {
				t.Errorf("%s: none of %v rests on %s", row["id"], ids, source)
			}
		}
		for _, name := range []string{"number_1", "number_2"} {
			texts := row["claim_a"] + row["claim_b"] + row["explanation"] + row["shown"]
			if named := strings.Contains(texts, "{{fig "+row["id"]+" "+name+"}}"); named != (row[name] != "") {
				t.Errorf("%s: %s is %q, named %v", row["id"], name, row[name], named)
			}
		}
	}
	// The headline says that two figures often count different things.
	if different := causes["denominator"] + causes["definition"] + causes["period"]; 5*different < 2*len(p.tables["contradictions"]) {
		t.Errorf("causes %v", causes)
	}
}

// The figures that only contradictions hold, where they can be worked out from rows.
func TestNumbersOfContradictions(t *testing.T) {
	p := open(t)
	k := func(id, name string) float64 { return p.figure(t, id).num(t, name) }
	rise := func(from, to string) float64 { return 100 * (p.value(t, to)/p.value(t, from) - 1) }
	near(t, "SESNSP 2015 to 2022", rise("H2015s", "H2022s"), k("K19", "number_1"), 0.051)
	near(t, "INEGI 2015 to 2022", rise("H2015", "H2022"), k("K19", "number_2"), 0.051)
	near(t, "INEGI 2018 to 2020", p.value(t, "H2018")+p.value(t, "H2019")+p.value(t, "H2020"), k("K20", "number_1"), 0)
	near(t, "SESNSP 2018 to 2020", p.value(t, "H2018s")+p.value(t, "H2019s")+p.value(t, "H2020s"), k("K20", "number_2"), 0)
	if sum := p.figure(t, "C04").num(t, "base_n"); math.Abs(sum-99691) > 0 || k("K25", "number_1") == p.value(t, "T2007") {
		t.Errorf("K25: %v with a sum of %v", k("K25", "number_1"), sum)
	}
}
