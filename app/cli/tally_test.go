package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"doublefix/app/ballot"
	"doublefix/app/words"
)

// ballotFile writes a file of ballots.
func ballotFile(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestTallyGolden holds whole results to files that people have looked at and counted by hand. After a change, write them anew
// with doublefix-cli tally FILE … -o GOLDEN, and look at them.
func TestTallyGolden(t *testing.T) {
	for golden, args := range map[string][]string{
		"room.json":        {"room.cvotes", "--json"},
		"room_none_en.txt": {"room.cvotes", "--unranked", "none"},
		"circle.json":      {"circle.csv", "--json", "--lang", "es"},
		"circle_es.txt":    {"circle.csv", "--lang", "es"},
	} {
		t.Run(golden, func(t *testing.T) {
			dir := filepath.Join("testdata", "ballots")
			want, err := os.ReadFile(filepath.Join(dir, golden))
			if err != nil {
				t.Fatal(err)
			}
			args = append([]string{"tally", filepath.Join(dir, args[0])}, args[1:]...)
			code, out, _ := run(t, args...)
			if code != Done || out != string(want) {
				t.Errorf("code %d; the golden file has:\n%s\nbut now it is:\n%s", code, want, out)
			}
			target := filepath.Join(t.TempDir(), "result")
			if code, out, _ := run(t, append(args, "-o", target)...); code != Done || out != "" {
				t.Errorf("with -o: code %d, wrote %q", code, out)
			}
			if got, err := os.ReadFile(target); err != nil || string(got) != string(want) {
				t.Errorf("with -o: %v, another result", err)
			}
		})
	}
}

func TestTallySays(t *testing.T) {
	const abc = "#/Candidates: A ; B ; C\n"
	for name, c := range map[string]struct {
		file, text  string
		args        []string
		code        int
		out, stderr string // parts of them; out "" for none at all
	}{
		"agreed":               {"a.cvotes", abc + "A > B > C * 10\nB > A", nil, Done, "“A” comes first by all 7 rules. 10 of 11 ballots put it above “B”, which comes next (below: 1; tied: 0).", ""},
		"agreed, in Spanish":   {"a.cvotes", abc + "A > B > C * 10\nB > A", []string{"--lang", "es"}, Done, "“A” queda en primer lugar según las 7 reglas. 10 de 11 boletas ponen esta opción arriba de “B”", ""},
		"few ballots":          {"a.cvotes", abc + "A > B > C * 2", nil, Done, "fewer than 3 ballots for each option", ""},
		"tied":                 {"a.soi", "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n1: 1,2\n1: 2\n", nil, Done, "“A” and “B” tie for first place by all 7 rules.", ""},
		"one rule":             {"a.csv", "A,B\n1,2\n1,2\n2,1\n", []string{"--rule", "borda"}, Done, "“A” comes first. Rule: points by place (Borda). 2 of 3 ballots put it above", ""},
		"one rule, tied":       {"a.csv", "A,B\n1,2\n2,1\n", []string{"--rule", "irv"}, Done, "tie for first place. Rule: lowest drops out", ""},
		"rules that differ":    {"a.cvotes", abc + "A > B > C * 5\nC > B > A * 4\nB > C > A * 2", nil, Done, "The rules differ about which option comes first: “A” by first choices; ", ""},
		"a circle":             {"a.cvotes", "A > B > C\nB > C > A\nC > A > B", nil, Done, "The majorities go round in a circle: A > B > C > A.", ""},
		"no opinion, asked":    {"a.cvotes", abc + "A\nA > B\n", []string{"--unranked", "none"}, Done, "are compared with nothing", ""},
		"no opinion, in file":  {"a.cvotes", "#/Implicit Ranking: false\n" + abc + "A > B > C * 3\nA > C\n", nil, Done, "above “B”, which comes next (below: 0; tied: 0; no opinion: 1)", "leaving an option out means no opinion"},
		"asked against file":   {"a.cvotes", "#/Implicit Ranking: false\n" + abc + "A\nA > B\n", []string{"--unranked", "last"}, Done, "tied below all others", ""},
		"weights":              {"a.cvotes", "#/Weight Allowed: true\nA ^3\nB", nil, Done, "Ballots: 4;", "the numbers are weights"},
		"let pass":             {"a.cvotes", abc + "A > X\n", nil, Done, "“A” comes first", "Caution: Line 2, column 5: “X” is not among the options"},
		"how CSV was read":     {"a.csv", "id\tA\tB\n1\t1\t2\n2\t\t\n", nil, Done, "a column for each option; between cells stands a tab. Rows counted: 2 of 2.", ""},
		"columns of places":    {"a.csv", "1;2\nA;B\n", nil, Done, "a column for each place; between cells stands “;”", ""},
		"nothing to count":     {"a.cvotes", abc + "/EMPTY_RANKING/ * 3\n", nil, Done, "No ballot ranks anything, so there is no result.\nBallots: 0; blank: 3;", ""},
		"one option":           {"a.csv", "A\n1\n", nil, Done, "“A” comes first by all 7 rules.", ""},
		"problems":             {"a.cvotes", abc + "A > A\nB > X\nC * 0\n", nil, Problems, "", "Problem: Line 2, column 5: “A” stands twice"},
		"problems, counted":    {"a.cvotes", abc + "A > A\nB > X\nC * 0\n", []string{"--lang", "es"}, Problems, "", "2 problemas en "},
		"no option at all":     {"a.cvotes", "", nil, Failed, "", "There is no option in this file"},
		"another ending":       {"a.txt", abc, nil, Failed, "", ".cvotes, .csv, .soc"},
		"BLT is only written":  {"a.blt", "1 1\n0\n", nil, Failed, "", "its name does not end in one of .cvotes"},
		"unknown rule":         {"a.cvotes", abc, []string{"--rule", "plurality"}, Failed, "", "first-choice, borda, copeland"},
		"unknown reading":      {"a.cvotes", abc, []string{"--unranked", "first"}, Failed, "", "It can be: last, none"},
		"one word too many":    {"a.cvotes", abc, []string{"b.cvotes"}, Failed, "", "“b.cvotes” is one word too many"},
		"a table of something": {"a.csv", "id,name\n1,x\n", nil, Failed, "", "There is no option in this file"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, message := run(t, append([]string{"tally", ballotFile(t, c.file, c.text)}, c.args...)...)
			if code != c.code || !strings.Contains(message, c.stderr) || (c.stderr == "") != (message == "") {
				t.Errorf("code %d, said %q; want code %d and %q", code, message, c.code, c.stderr)
			}
			if !strings.Contains(out, c.out) || (c.out == "") != (out == "") {
				t.Errorf("wrote %q, want %q", out, c.out)
			}
			for _, gap := range []string{"cli.", "ballot.", "<no value>"} {
				if strings.Contains(strings.ReplaceAll(message, "/ballot.", "")+out, gap) {
					t.Errorf("a text is missing: %q, %q", message, out)
				}
			}
		})
	}
}

func TestTallyWithoutFile(t *testing.T) {
	for want, args := range map[string][]string{
		"Name a file of ballots": {"tally"},
		"There is no file":       {"tally", filepath.Join(t.TempDir(), "gone.cvotes")},
	} {
		if code, out, message := run(t, args...); code != Failed || out != "" || !strings.Contains(message, want) {
			t.Errorf("%v: code %d, wrote %q, said %q", args, code, out, message)
		}
	}
	folder := filepath.Join(t.TempDir(), "folder.csv")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if code, _, message := run(t, "tally", folder); code != Failed || !strings.Contains(message, "is a folder") {
		t.Errorf("a folder: code %d, said %q", code, message)
	}
}

// TestTallyJSONIsWhole reads the JSON as a machine does: every rule, names that need quoting, null where nothing is defined.
func TestTallyJSONIsWhole(t *testing.T) {
	path := ballotFile(t, "a.csv", "\"A \"\"x\"\" <b>\",B,C\n1,2,3\n")
	code, out, message := run(t, "tally", path, "--json")
	var result struct {
		Options   []string
		Ballots   int
		Pairwise  map[string]map[string]int
		Rules     map[string]struct{ Order [][]string }
		Agreement map[string]*float64
		Firmness  map[string]struct{ Exact bool }
	}
	if err := json.Unmarshal([]byte(out), &result); code != Done || err != nil || message != "" {
		t.Fatalf("code %d, %v, said %q", code, err, message)
	}
	const a = `A "x" <b>`
	if result.Options[0] != a || result.Pairwise[a]["B"] != 1 || result.Agreement["w"] != nil || len(result.Agreement) != 2 {
		t.Errorf("read %+v", result)
	}
	if strings.Contains(out, `\u003c`) {
		t.Error("signs are written as numbers")
	}
	for _, rule := range ruleNames() {
		if order := result.Rules[rule].Order; len(order) < 2 || order[0][0] != a {
			t.Errorf("%s: %v", rule, order)
		}
		if _, ok := result.Firmness[rule]; !ok {
			t.Errorf("no firmness of %s", rule)
		}
	}
	_, out, _ = run(t, "tally", path, "--json", "--rule", "irv")
	result.Rules, result.Firmness = nil, nil
	if err := json.Unmarshal([]byte(out), &result); err != nil || len(result.Rules) != 1 || len(result.Firmness) != 1 {
		t.Errorf("%v, %d rules, %d firmness", err, len(result.Rules), len(result.Firmness))
	}
}

// TestTallyOfManyOptions is where Kemeny is not computed and firmness has bounds only.
func TestTallyOfManyOptions(t *testing.T) {
	var head, ballot []string
	for _, letter := range "ABCDEFGHIJKLMNOPQRST" {
		head = append(head, string(letter))
		ballot = append([]string{string(letter)}, ballot...)
	}
	path := ballotFile(t, "a.cvotes", "#/Candidates: "+strings.Join(head, ";")+"\n"+strings.Join(ballot, ">")+" * 70\n"+strings.Join(head, ">")+" * 31\n")
	for _, l := range words.Langs() {
		code, out, _ := run(t, "tally", path, "--lang", string(l))
		if code != Done || !strings.Contains(out, "6 r") || !strings.Contains(out, words.For(l).T("cli.tally.note.too-many-options", words.Args{"Rule": words.For(l).T("cli.tally.rule.kemeny")})) {
			t.Errorf("%s: code %d, %s", l, code, out)
		}
	}
	_, out, _ := run(t, "tally", path, "--json")
	var result struct {
		Rules    map[string]struct{ Order [][]string }
		Firmness map[string]map[string]any
	}
	if err := json.Unmarshal([]byte(out), &result); err != nil || len(result.Rules["kemeny"].Order) != 0 || result.Firmness["kemeny"]["winners"] != nil {
		t.Errorf("%v, %+v", err, result)
	}
}

// TestTallyOfEveryFormat counts the same ballots from each format to the same result.
func TestTallyOfEveryFormat(t *testing.T) {
	p := &ballot.Profile{Options: []string{"Ñ uno", "B", "C", "D"}}
	for _, row := range [][]uint8{{1, 2, 3, 4}, {4, 3, 2, 1}, {2, 1, 3, 4}} {
		p.Add(row, 7)
	}
	var first string
	for _, f := range ballot.Readable() {
		var b strings.Builder
		if err := ballot.Write(&b, p, ballot.Output{Format: f}); err != nil {
			t.Fatal(err)
		}
		code, out, message := run(t, "tally", ballotFile(t, "a."+string(f), b.String()), "--json")
		if first == "" {
			first = out
		}
		if code != Done || message != "" || out != first {
			t.Errorf("%s: code %d, said %q, result\n%s", f, code, message, out)
		}
	}
}
