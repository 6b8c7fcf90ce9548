package data_test

import "testing"

func TestFirearmShareArithmetic(t *testing.T) {
	p := open(t)
	for _, row := range p.tables["firearm_share"] {
		id := row["id"]
		if row["by_firearm"] != "" {
			near(t, id+" computed", row.num(t, "computed"), 100*row.num(t, "by_firearm")/row.num(t, "homicides"), 0.051)
			near(t, id+" is the computed share", row.num(t, "value"), row.num(t, "computed"), 0)
		} else if row["value"] != row["printed"] {
			t.Errorf("%s: %s printed, %s shown", id, row["printed"], row["value"])
		}
	}
	if q := p.figure(t, "Q03"); q["printed"] != "70" || q["value"] != "66.9" || q["status"] != "derived" || q["method"] == "" || q["caveat"] == "" {
		t.Errorf("2020, where print and counts differ: %v", q)
	}
	drawn := map[string]bool{}
	for _, row := range p.series("firearm_share", "chart_use", "yes") {
		if year := row["year"]; drawn[year] || row["status"] == "partial" {
			t.Errorf("%s is drawn: a second figure for %s, or part of a year", row["id"], year)
		}
		drawn[row["year"]] = true
	}
	near(t, "2018 against the homicides of INEGI", p.figure(t, "Q01").num(t, "homicides"), p.value(t, "H2018"), 0)
}

func TestOverdoseArithmetic(t *testing.T) {
	p := open(t)
	sum, most := 0.0, ""
	for _, row := range p.series("overdose_deaths", "series", "deaths") {
		if row["year"] <= "2020" {
			sum += row.num(t, "value")
		}
		if row["status"] == "final" && (most == "" || row.num(t, "value") > p.value(t, most)) {
			most = row["id"]
		}
		if late := row["year"] > "2023"; late != (row["status"] == "provisional") {
			t.Errorf("%s is %s", row["id"], row["status"])
		}
	}
	near(t, "deaths 1999 to 2020, as NCHS adds them up", sum, 932364, 0)
	if most != "O2022" {
		t.Errorf("the highest final count is %s", most)
	}
	for _, row := range p.series("overdose_deaths", "series", "rate_synthetic") {
		if all := p.value(t, "O"+row["year"]+"r"); row.num(t, "value") > all {
			t.Errorf("%s is more than the rate of all drugs, %v", row["id"], all)
		}
	}
	if p.value(t, "O2013s") >= p.value(t, "O2013") || p.value(t, "O2019s") >= p.value(t, "O2019") {
		t.Error("a part of the deaths is more than all of them")
	}
}

// Mexico's rate was higher than that of the United States in every year that both have.
func TestHomicideRates(t *testing.T) {
	p := open(t)
	both := 0
	for _, us := range p.series("homicide_rates", "country", "US") {
		both++
		if mx := p.value(t, "X"+us["year"]+"mx"); mx <= us.num(t, "value") {
			t.Errorf("%s: %v in Mexico, %s in the United States", us["year"], mx, us["value"])
		}
	}
	if both != 31 {
		t.Errorf("the United States has %d years, not 31", both)
	}
}

func TestDisplacementArithmetic(t *testing.T) {
	p := open(t)
	d := func(id string) float64 { return p.value(t, id) }
	revised := p.figure(t, "D01").num(t, "other_value")
	near(t, "2016 to 2021, as a peace index adds them up", revised+d("D02")+d("D03")+d("D04")+d("D05")+d("D07"), 117301, 0)
	if d("D08") >= d("D07") || d("D06") >= d("D07") || d("D10") >= d("D09") || d("D17") >= d("D11") {
		t.Error("a part is more than its whole, or a final count above the preliminary one")
	}
	for _, row := range p.tables["displacement"] {
		if final := row["concept"] == "episodes" && row["chart_use"] == "yes"; final && row["status"] != "final" {
			t.Errorf("%s is drawn, but %s", row["id"], row["status"])
		}
	}
}

// Running totals only grow, and they are never drawn as if each were a year.
func TestProgrammeOutputs(t *testing.T) {
	p := open(t)
	g := func(id string) float64 { return p.value(t, id) }
	if !(g("G08") < g("G11") && g("G11") < g("G13") && g("G09") < g("G12") && g("G12") < g("G14")) {
		t.Error("Operation Without a Trace: a later total is less than an earlier one")
	}
	for _, id := range []string{"G11", "G12", "G13", "G14", "G15", "G26", "G27"} {
		if row := p.figure(t, id); row["span"] != "running" {
			t.Errorf("%s is a running total, not a %s", id, row["span"])
		}
	}
	for _, id := range []string{"G20", "G21"} {
		if row := p.figure(t, id); row.num(t, "value") >= row.num(t, "of_total") {
			t.Errorf("%s is more than its whole", id)
		}
	}
	near(t, "taskforces of ICE", g("G01"), 1104, 0)
}
