package data_test

import (
	"strings"
	"testing"
)

// A window of traced guns is the sum of its parts, and its share is theirs.
func TestTraceWindows(t *testing.T) {
	p := open(t)
	for _, row := range p.series("trace_windows", "part", "us") {
		id := strings.TrimSuffix(row["id"], "us")
		total, ok := p.figures[id]
		if !ok {
			continue // only the guns of US origin are known
		}
		all, mine := total.num(t, "value"), row.num(t, "value")
		near(t, id+" parts", mine+p.value(t, id+"other"), all, 0)
		near(t, id+" share", row.num(t, "share_computed"), 100*mine/all, 0.051)
		near(t, id+" share as reported", row.num(t, "share"), 100*mine/all, 0.5)
	}
	years := 0.0
	for _, id := range []string{"T2007", "T2008", "T2009", "T2010", "T2011"} {
		years += p.value(t, id)
	}
	near(t, "2007 to 2011, year by year", years, p.value(t, "W01"), 0)
	near(t, "2007 to 2011, other", p.value(t, "W01other"), 31530, 0)
	near(t, "2009 to 2014, the two other parts", p.value(t, "W02foreign")+p.value(t, "W02unknown"), p.value(t, "W02other"), 0)
	near(t, "requests 2017 to 2023", p.value(t, "W09"), p.value(t, "W06")+p.value(t, "W10"), 0)
	near(t, "requests 2021 to 2023", p.value(t, "W11"), p.value(t, "W10")+p.value(t, "T2021b"), 0)
	for window, claim := range map[string]string{"W01": "C04", "W07": "C13", "W08": "C16"} {
		near(t, claim+" base", p.figure(t, claim).num(t, "base_n"), p.value(t, window), 0)
		near(t, claim+" of US origin", p.figure(t, claim).num(t, "us_n"), p.value(t, window+"us"), 0)
	}
}

// Requests and traced guns are two measures: no chart holds both.
func TestRequestsStandApart(t *testing.T) {
	p := open(t)
	for _, use := range []string{"parts", "requests"} {
		metrics := map[string]bool{}
		for _, row := range p.series("trace_windows", "chart_use", use) {
			metrics[row["metric"]] = true
		}
		if len(metrics) != 1 {
			t.Errorf("the chart of %s holds %v", use, metrics)
		}
	}
}

// What is left when the states that a source names are taken away stands as derived; places inside one another are not added.
func TestPlacesOfOrigin(t *testing.T) {
	p := open(t)
	for total, ids := range map[string][]string{"S15": {"S06", "S07", "S08", "S09"}, "S16": {"S01", "S02", "S03", "S04", "S05"}} {
		all, sum := p.value(t, total), 0.0
		for _, id := range ids {
			row := p.figure(t, id)
			sum += row.num(t, "value")
			near(t, id+" share", row.num(t, "share_computed"), 100*row.num(t, "value")/all, 0.051)
			near(t, id+" share as given", row.num(t, "share"), row.num(t, "share_computed"), 0.5)
		}
		near(t, total, sum, all, 0)
		if rest := p.figure(t, ids[len(ids)-1]); rest["status"] != "derived" {
			t.Errorf("%s is what is left, but %s", rest["id"], rest["status"])
		}
	}
	near(t, "four countries", p.value(t, "S15"), 53411, 0)
	near(t, "four countries without Mexico", p.figure(t, "K42").num(t, "number_1"), p.value(t, "S15")-p.value(t, "W13us"), 0)
	near(t, "all states from the share of Texas", p.value(t, "S16"), p.value(t, "S01")/0.43, 1)
	if pima, tucson := p.figure(t, "Y02"), p.figure(t, "Y03"); pima["place"] != "Pima County" || tucson["place"] != "Tucson" {
		t.Errorf("the caveat that says that the one contains the other names %v and %v", pima, tucson)
	}
}

// Shares of one whole add up to it; where a source gives only some of them, they stay below.
func TestCompositionArithmetic(t *testing.T) {
	p := open(t)
	sum := func(ids ...string) float64 {
		total := 0.0
		for _, id := range ids {
			total += p.value(t, id)
		}
		return total
	}
	near(t, "types of gun 2012 to 2017", sum("P01", "P02", "P03", "P04", "P05"), 99.96, 0.001)
	near(t, "long and short 2017 to 2022", sum("P06", "P07", "P08"), 100, 0)
	for _, some := range [][]string{{"P09", "P10"}, {"P11", "P12"}, {"P13", "P15"}, {"P14", "P16"}} {
		if s := sum(some...); s >= 100 {
			t.Errorf("%v add up to %v, though not all parts are given", some, s)
		}
	}
	last := p.figure(t, "P18")
	near(t, "no buyer identified in 2024", last.num(t, "value"), 100*last.num(t, "firearms")/last.num(t, "base_n"), 0.051)
	near(t, "of the guns of US origin in 2024", last.num(t, "base_n"), p.value(t, "T2024us"), 0)
}

// The five routes are a part of the guns traced to a buyer, and less than what Texas and Arizona sold in all.
func TestRoutes(t *testing.T) {
	p := open(t)
	guns, shares := 0.0, 0.0
	for _, row := range p.series("trafficking_routes", "chart_use", "route") {
		guns, shares = guns+row.num(t, "value"), shares+row.num(t, "share")
	}
	all := p.figure(t, "R06")
	near(t, "five routes", all.num(t, "value"), guns, 0)
	near(t, "their shares", all.num(t, "share_sum"), shares, 0.001)
	near(t, "their shares added", shares, 31.7, 0.001)
	near(t, "their share as printed", all.num(t, "share"), shares, 0.5)
	if guns >= p.value(t, "S01")+p.value(t, "S02") {
		t.Errorf("%v on five routes", guns)
	}
}
