package ballot

import (
	"strings"
	"testing"
)

func TestCEF(t *testing.T) {
	const abc = "#/Candidates: A ; B ; C\n"
	for name, c := range map[string]struct {
		text, want, problems string
	}{
		"the format's own example": {
			"# My beautiful election\n#/Candidates: Candidate A ; Candidate B ; Candidate C\n#/Number of Seats: 42\n#/Implicit Ranking: true\n" +
				"#/Weight allowed: true\n\n# Here the votes datas:\nCandidate A > Candidate B > Candidate C * 42\nCandidate C > Candidate A = Candidate B ^7\n" +
				"Candidate B = Candidate A > Candidate C\nCandidate C\nCandidate B > Candidate C\n",
			"Candidate A,Candidate B,Candidate C | 123*42 | 221*7 | 112 | 001 | 012", "",
		},
		"weight and count":        {abc + "#/Weight Allowed: true\nA > B ^7 * 8\nA>C^2*3 # said\n", "A,B,C | 120*56 | 102*6", ""},
		"weights not allowed":     {abc + "A > B ^7 * 8\n", "A,B,C | 120*8", "2:7 cef.weight_ignored"},
		"weight one is no weight": {abc + "A > B ^1\n", "A,B,C | 120", ""},
		"blank":                   {abc + "/EMPTY_RANKING/ * 2\n/empty/\n", "A,B,C | blank 3 spoilt 0", ""},
		"spoilt":                  {abc + "spoilt || /EMPTY_RANKING/ * 2\n", "A,B,C | blank 0 spoilt 2", ""},
		"tags":                    {abc + "table 1, julien@example.org || A > B\n|| B\n", "A,B,C | 120 | 010", ""},
		"names are learned":       {"B > A\nC = A\nD * 3\n", "B,A,C,D | 1200 | 0110 | 0001*3", ""},
		"alike":                   {"Más > B\nmas > B\n", "Más,B,mas | 120 | 021", "0:0 problem.alike"},
		"unknown name":            {abc + "X > A > Y = B > Z\nX\n", "A,B,C | 120 | blank 1 spoilt 0", "2:1 cef.unknown, 2:9 cef.unknown, 2:17 cef.unknown, 3:1 cef.unknown"},
		"nearly known":            {abc + " a > B\n", "A,B,C | 010", "2:2 cef.unknown_near"},
		"twice":                   {abc + "A > B > A\nA = A\nB\n", "A,B,C | 010", "2:9 problem.ranked_twice!, 3:5 problem.ranked_twice!"},
		"empty place":             {abc + "A > > B\nA >\n= B\nB\n", "A,B,C | 010", "2:5 cef.empty_place!, 3:4 cef.empty_place!, 4:1 cef.empty_place!"},
		"wrong signs":             {abc + "A < B > C\nA ; B\nA / B\n/EMPTY_RANKING/ > A\n", "A,B,C", "2:1 cef.name_sign!, 3:1 cef.name_sign!, 4:1 cef.name_sign!, 5:1 cef.name_sign!"},
		"amounts in disorder":     {abc + "A * 8 ^7\n", "A,B,C", "2:3 cef.amounts_order!"},
		"amounts that are none":   {abc + "A * 0\nA * x\nA * 1099511627777\nB * 2.5\nB * -1\nC ^\n", "A,B,C", "2:3 problem.count!, 3:3 problem.count!, 4:3 problem.count!, 5:3 problem.count!, 6:3 problem.count!, 7:3 problem.weight!"},
		"no ranking":              {abc + "tag ||\n * 3\n", "A,B,C", "2:0 cef.no_ranking!, 3:0 cef.no_ranking!"},
		"only a comment":          {abc + "# A > B\n   # B\n\n \t \nA # best\n", "A,B,C | 100", ""},
		"indented parameter":      {abc + "  #/Implicit Ranking: false\nA\n", "A,B,C | 100", "2:3 cef.indented"},
		"parameter too late":      {"A > B\n#/Candidates: A\n", "A,B | 12", "2:1 cef.late!"},
		"comment on a parameter":  {"#/Candidates: A;B # both\nA\n", "A | 1", "1:1 cef.comment!"},
		"neither true nor false":  {abc + "#/Implicit Ranking: yes\n#/weight  allowed\nA\n", "A,B,C | 100", "2:1 cef.truth!, 3:1 cef.colon!"},
		"odd options":             {"#/CANDIDATES : A;;B>C;A;B;\nA\n", "A,B | 10", "1:1 cef.candidate_empty!, 1:1 cef.candidate_sign!, 1:1 problem.option_twice!"},
		"options twice":           {abc + "#/Candidates: D\nD > A\n", "A,B,C | 100", "2:1 cef.candidates_twice!, 3:1 cef.unknown"},
		"as Windows writes":       {"\ufeff#/Candidates: Ñ ; Á\r\nÑ > Á\r\n\r\n", "Ñ,Á | 12", ""},
		"Windows-1252":            {"#/Candidates: \xd1and\xfa;B\nB > \xd1and\xfa\n", "Ñandú,B | 21", "1:0 problem.encoding"},
		"UTF-16":                  {"\xff\xfeA\x00>\x00\xd1\x00\n\x00", "A,Ñ | 12", ""},
		"no last line end":        {abc + "A>B>C", "A,B,C | 123", ""},
		"tabs and narrow spaces":  {abc + "\tA\t>\u00a0B\u00a0>C\n", "A,B,C | 123", ""},
		"nothing":                 {"", "", ""},
		"a very long line":        {abc + strings.Repeat("A", longestLine) + "\nB\n", "A,B,C | 010", "2:0 problem.long_line!"},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, CEF, c.text)
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
}

func TestCEFSaysMore(t *testing.T) {
	const text = "#/Candidates: A;B\n#/Implicit Ranking: FALSE\n#/Weight Allowed: true\n" +
		"table 1 || A * 3\ntable 2, late || B ^2\ntable 1 || A > A\nB\n"
	r := read(t, CEF, text)
	if r.Unranked != UnrankedNone || !r.Weighted || r.Rows != 4 || r.Understood != 3 || r.Errors != 1 || r.Warnings != 0 {
		t.Errorf("%+v", *r)
	}
	if len(r.Tags) != 3 || r.Tags[0].Name != "table 1" || r.Tags[0].Ballots != 3 || r.Tags[2].Name != "late" {
		t.Errorf("tags %+v", r.Tags)
	}
	only, err := Read(strings.NewReader(text), Input{Format: CEF, Tag: "table 2"})
	if err != nil || short(only.Profile) != "A,B | 01*2" {
		t.Errorf("table 2: %v, %v", only, err)
	}
	if said := read(t, CEF, "#/Implicit Ranking: true\nA").Unranked; said != UnrankedLast {
		t.Errorf("the file says true, read %q", said)
	}
	if said := read(t, CEF, "A").Unranked; said != "" {
		t.Errorf("the file says nothing, read %q", said)
	}
}
