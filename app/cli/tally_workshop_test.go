package cli

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"doublefix/app/workshop"
)

// voted returns a workshop file of two tables and two rounds: 4 ballots for A before B and one blank one at the first table, 2
// for B before A at the second, and in the second round 3 for C.
func voted(t *testing.T) string {
	t.Helper()
	path, s, _ := begun(t)
	do := func(e workshop.Edit, ok bool) {
		t.Helper()
		if !ok {
			t.Fatal("an edit was refused")
		}
		s.Do(e)
	}
	number := 0
	cast := func(round, table string, count int, places map[string]int) {
		for range count {
			number++
			b := workshop.Ballot{ID: strings.Repeat("b", number), Table: table, Places: places, State: workshop.Valid}
			if places == nil {
				b.State = workshop.Blank
			}
			do(workshop.Cast(s.Doc(), round, b))
		}
	}
	do(workshop.SetTables(s.Doc(), []workshop.Table{{ID: "1", Name: "Norte"}, {ID: "2", Name: "Sur"}, {ID: "3", Name: "Oeste"}}))
	do(workshop.SetState(s.Doc(), "1", workshop.Opened))
	cast("1", "1", 4, map[string]int{"A": 1, "B": 2, "C": 3, "D": 4})
	cast("1", "1", 1, nil)
	cast("1", "2", 2, map[string]int{"B": 1, "A": 2})
	do(workshop.SetState(s.Doc(), "1", workshop.Closed))
	do(workshop.AddRound(s.Doc(), ""))
	do(workshop.SetState(s.Doc(), "2", workshop.Opened))
	cast("2", "1", 3, map[string]int{"C": 1})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTallyOfAWorkshop(t *testing.T) {
	path := voted(t)
	for name, c := range map[string]struct {
		args        []string
		code        int
		out, stderr string // parts of them; "" for none at all
	}{
		"the last round":      {nil, Done, "Ballots: 3; blank: 0; spoilt: 0. Options that a ballot leaves out count as tied below all others. Round 2 of the workshop.", ""},
		"a round":             {[]string{"--round", "1"}, Done, "4 of 6 ballots put it above “B (Tracing and data)", ""},
		"a round, in Spanish": {[]string{"--round", "1", "--lang", "es"}, Done, "Ronda 1 del taller.", ""},
		"a table":             {[]string{"--round", "1", "--table", "2"}, Done, "Ballots: 2; blank: 0;", ""},
		"a table by its name": {[]string{"--round", "1", "--table", "Norte"}, Done, "Ballots: 4; blank: 1;", ""},
		"a table with none":   {[]string{"--round", "1", "--table", "3"}, Done, "No ballot ranks anything", ""},
		"another round":       {[]string{"--round", "7"}, Failed, "", "There is no round 7"},
		"another table":       {[]string{"--table", "9"}, Failed, "", "There are ballots of: 1, 2, 3"},
		"another package":     {[]string{"--package", filepath.Join("testdata", "gone")}, Failed, "", "gone"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, message := run(t, append([]string{"tally", path}, c.args...)...)
			if code != c.code || !strings.Contains(message, c.stderr) || (c.stderr == "") != (message == "") {
				t.Errorf("code %d, said %q; want code %d and %q", code, message, c.code, c.stderr)
			}
			if !strings.Contains(out, c.out) || (c.out == "") != (out == "") {
				t.Errorf("wrote %q, want %q", out, c.out)
			}
		})
	}
	var result struct {
		Options  []string
		Ballots  int
		Pairwise map[string]map[string]int
	}
	_, out, _ := run(t, "tally", path, "--round", "1", "--json", "--lang", "es")
	if err := json.Unmarshal([]byte(out), &result); err != nil || strings.Join(result.Options, "") != "ABCD" || result.Ballots != 6 || result.Pairwise["A"]["B"] != 4 {
		t.Errorf("%v, %+v", err, result)
	}
}

// Files of other programs say tables by tags and columns.
func TestTallyOfATable(t *testing.T) {
	cef := ballotFile(t, "a.cvotes", "#/Candidates: A;B\nNorte || A > B * 3\nSur, late || B > A\nB\n")
	csv := ballotFile(t, "a.csv", "id,mesa,A,B\n1,Norte,1,2\n2,Norte,1,2\n3,Norte,1,2\n4,Sur,2,1\n5,,,1\n")
	for _, path := range []string{cef, csv} {
		code, out, message := run(t, "tally", path, "--table", "Norte")
		if code != Done || !strings.Contains(out, "Ballots: 3;") || !strings.Contains(out, "Only the ballots of table “Norte”.") {
			t.Errorf("%s: code %d, wrote %q, said %q", path, code, out, message)
		}
		if code, _, message := run(t, "tally", path, "--table", "Este"); code != Failed || !strings.Contains(message, "Norte, Sur") {
			t.Errorf("%s: code %d, said %q", path, code, message)
		}
		if code, _, message := run(t, "tally", path, "--round", "1"); code != Failed || !strings.Contains(message, "is no workshop") {
			t.Errorf("%s: code %d, said %q", path, code, message)
		}
	}
	if code, _, message := run(t, "tally", ballotFile(t, "b.csv", "A,B\n1,2\n"), "--table", "1"); code != Failed || !strings.Contains(message, "which table") {
		t.Errorf("without tables: code %d, said %q", code, message)
	}
}
