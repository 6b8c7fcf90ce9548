package ballot

import (
	"strings"
	"testing"
)

func TestPrefLib(t *testing.T) {
	const head = "# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B: the second\n# ALTERNATIVE NAME 3: C\n"
	const abc = "A,B: the second,C"
	for name, c := range map[string]struct {
		format               Format
		text, want, problems string
	}{
		"strict, complete":      {SOC, head + "2: 3,1,2\n1: 1,2,3\n", abc + " | 231*2 | 123", ""},
		"strict, incomplete":    {SOI, head + "2: 3\n1: 2, 1\n", abc + " | 001*2 | 210", ""},
		"ties":                  {TOC, head + "2: {1,3},2\n1: {1,2,3}\n1: 2,{ 3 , 1 }\n", abc + " | 121*2 | 111 | 212", ""},
		"braces around one":     {SOC, head + "1: {2},1,{3}\n", abc + " | 213", ""},
		"blank":                 {TOI, head + "4: \n1: {}\n", abc + " | blank 5 spoilt 0", ""},
		"a head as published":   {SOC, "# FILE NAME: x.soc\n# TITLE: Cr 2017-03\n# RELATED FILES: \n# NUMBER VOTERS: 3\n# NUMBER UNIQUE ORDERS: 1\n" + head + "3: 1,2,3", abc + " | 123*3", ""},
		"a head that is off":    {SOC, "# NUMBER VOTERS: 4\n# NUMBER UNIQUE ORDERS: 2\n" + head + "3: 1,2,3", abc + " | 123*3", "0:0 preflib.voters, 0:0 preflib.orders"},
		"ending too strict":     {SOC, head + "1: {1,2},3\n1: 1\n", abc + " | 112 | 100", "5:0 preflib.tie, 6:0 preflib.incomplete"},
		"names are missing":     {SOC, "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 2: A\n1: 2,1\n", "1,A | 21", "0:0 preflib.no_name"},
		"number is missing":     {SOC, "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n1: 2,1\n", "A,B | 21", "3:0 preflib.no_options"},
		"names that are equal":  {SOC, "# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: A\n# ALTERNATIVE NAME 3: A\n1: 3,2,1\n", "A,A (2),A (3) | 321", "0:0 preflib.name_twice, 0:0 preflib.name_twice"},
		"name too late":         {SOC, head + "1: 1,2,3\n# ALTERNATIVE NAME 1: Z\n", abc + " | 123", "6:0 preflib.late!"},
		"numbers that are none": {SOC, "# NUMBER VOTERS: some\n# ALTERNATIVE NAME x: A\n" + head, abc, "1:0 preflib.number!, 2:0 preflib.number!"},
		"no options of ours":    {SOI, head + "1: 4\n1: 0,1\n1: 1,x\n1: 1,,2\n1: 1 2\n1: -1\n", abc, "5:4 preflib.unknown!, 6:4 preflib.unknown!, 7:6 preflib.unknown!, 8:6 preflib.unknown!, 9:4 preflib.unknown!, 10:4 preflib.unknown!"},
		"twice":                 {TOI, head + "1: 1,2,1\n1: {2,2}\n", abc, "5:8 problem.ranked_twice!, 6:7 problem.ranked_twice!"},
		"braces in disorder":    {TOI, head + "1: {1,2\n1: 1,2}\n1: {1,{2}}\n1: {1}}\n", abc, "5:8 preflib.brace!, 6:6 preflib.brace!, 7:7 preflib.brace!, 8:4 preflib.unknown!"},
		"no count":              {SOI, head + "1,2,3\nx: 1\n0: 1\n", abc, "5:1 preflib.colon!, 6:1 problem.count!, 7:1 problem.count!"},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, c.format, c.text)
			if got := short(r.Profile); got != c.want {
				t.Errorf("read %s, want %s", got, c.want)
			}
			if got := found(r.Problems); got != c.problems {
				t.Errorf("problems %s, want %s", got, c.problems)
			}
			readable(t, r.Problems)
			if wrong := wrongWith(r.Profile); wrong != "" {
				t.Error(wrong)
			}
		})
	}
	if title := read(t, SOC, "# TITLE: Cr 2017-03\n"+head).Title; title != "Cr 2017-03" {
		t.Errorf("title %q", title)
	}
}

func TestProblemsAreBounded(t *testing.T) {
	r := read(t, CEF, "#/Candidates: A\n"+strings.Repeat("B\n", 2500)+"A > A\n")
	if len(r.Problems) != maxProblems+2 || r.Warnings != 2500 || r.Errors != 1 {
		t.Fatalf("%d problems, %d warnings, %d errors", len(r.Problems), r.Warnings, r.Errors)
	}
	readable(t, r.Problems)
	if r.Profile.Blank != 2500 {
		t.Errorf("%d blank", r.Profile.Blank)
	}
}
