package result

import (
	"strings"
	"testing"

	"doublefix/app/ballot"
	"doublefix/app/ranking"
	"doublefix/app/words"
)

// counts makes a report of ballots written as "3 ABCD" (so many, best first; "A=B" ties, letters left out are unranked), round after round.
func counts(t *testing.T, rule ranking.Rule, rounds ...[]string) *Report {
	t.Helper()
	in := Input{Question: words.Both("Which?", "¿Cuál?")}
	for _, id := range []string{"A", "B", "C", "D"} {
		in.Options = append(in.Options, Option{ID: id, Title: words.Both("Title "+id, "Título "+id), Short: words.Both("Option "+id, "Opción "+id)})
	}
	for i, lines := range rounds {
		p := &ballot.Profile{Options: []string{"A", "B", "C", "D"}}
		var people []ranking.Person
		for _, line := range lines {
			count, order, _ := strings.Cut(line, " ")
			places := make([]uint8, 4)
			place := uint8(1)
			for k, r := range order {
				if r == '=' {
					continue
				}
				if k > 0 && order[k-1] != '=' {
					place++
				}
				places[r-'A'] = place
			}
			p.Add(places, int64(len(count)))
			people = append(people, ranking.Person{After: places})
		}
		in.Rounds = append(in.Rounds, Round{ID: string(rune('1' + i)), Profile: p, People: people, Rule: rule})
	}
	in.Current = len(rounds) - 1
	r, err := New(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestHeadline(t *testing.T) {
	en, es := words.For(words.English), words.For(words.Spanish)
	for name, c := range map[string]struct {
		rule    ranking.Rule
		ballots []string
		en, es  string
	}{
		"nothing": {
			"", nil, "No ballot ranks anything yet, so there is no result.",
			"Todavía ninguna boleta ordena nada, así que no hay resultado.",
		},
		"one ballot": {"", []string{"| BACD"}, "There is one ballot. It puts Option B first.", "Hay una sola boleta. Pone primero Opción B."},
		"a clear winner": {
			"",
			[]string{"||| ABCD", "| BACD"},
			"The group puts Option A first: 3 of 4 ballots prefer it to Option B, the runner-up. It hangs on 1 of 4 ballots. All 7 rules put it first; further down they differ.",
			"El grupo pone primero Opción A: 3 de 4 boletas la ponen antes que Opción B, que queda en segundo lugar. Depende de 1 de 4 boletas. Las 7 reglas la ponen primero; más abajo difieren.",
		},
		"a rule that decides": {
			ranking.Borda,
			[]string{"||| ABCD", "|| BCDA"},
			"Option B comes first, although more ballots prefer Option A, the runner-up: of 5 that compare the two, 3, against 2. It hangs on 1 of 5 ballots. " +
				"The rule that decides is Borda. Only 1 of 7 rules says so; " +
				"otherwise: Option A first by first choices, Copeland, Schulze, ranked pairs, instant-runoff and Kemeny–Young.", "",
		},
		"rules that differ": {
			"",
			[]string{"||| ABCD", "|| BCDA"},
			"No rule was named to decide, and the rules differ on first place: Option A first by first choices, Copeland, Schulze, ranked pairs, " +
				"instant-runoff and Kemeny–Young; Option B first by Borda. Option A beats every other option head to head.", "",
		},
		"a tie": {
			"",
			[]string{"| ABCD", "| BACD"},
			"Option A and Option B tie for first place on 2 ballots, by all 7 rules. The tie stays a tie.",
			"Opción A y Opción B empatan en el primer lugar con 2 boletas, según las 7 reglas. El empate queda como empate.",
		},
	} {
		r := counts(t, c.rule, c.ballots)
		if got := r.Headline(en).Text; got != c.en {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.en)
		}
		if got := r.Headline(es).Text; c.es != "" && got != c.es {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.es)
		}
		for _, part := range r.Headline(en).Strong {
			if !strings.Contains(r.Headline(en).Text, part) {
				t.Errorf("%s: %q stands out and is not there", name, part)
			}
		}
	}
}

// Where ballots leave options out and that says nothing, the runner-up is compared on those ballots that compare the two.
func TestSilentBallots(t *testing.T) {
	in := counts(t, "", []string{"||| ABCD", "| BACD", "|| AC"}).In
	in.Settings.Unranked = ranking.None
	r, err := New(in)
	if err != nil {
		t.Fatal(err)
	}
	tr := words.For(words.English)
	if got := r.Headline(tr).Text; !strings.Contains(got, "of the 4 ballots that compare it with Option B, the runner-up, 3 prefer it") {
		t.Error(got)
	}
	if notes := strings.Join(card(r, "agreement", tr).Notes, " "); !strings.Contains(notes, "Of 6 ballots, 4 rank every option") {
		t.Errorf("agreement is said of %q", notes)
	}
}

// A rule whose result is not known neither contradicts the others nor agrees with them.
func TestUndeterminedRule(t *testing.T) {
	tr := words.For(words.English)
	for _, c := range []struct {
		ballots []string
		want    string
	}{
		{[]string{"||| ABCD", "| BACD"}, "The group puts Option A first: 3 of 4 ballots prefer it to Option B, the runner-up. It hangs on 1 of 4 ballots. 6 of 7 rules agree; otherwise: undetermined by Kemeny–Young."},
		{[]string{"| A=BCD"}, "Option A and Option B tie for first place on 1 ballot by Schulze. The tie stays a tie."},
	} {
		r := counts(t, "", c.ballots)
		for i := range r.Now.Result.Rules {
			if o := &r.Now.Result.Rules[i]; o.Rule == ranking.Kemeny {
				o.Winners, o.Order = nil, nil
			}
		}
		if got := r.Headline(tr).Text; got != c.want {
			t.Errorf("%v: %s\nwant %s", c.ballots, got, c.want)
		}
	}
}

// TestTies says what was agreed on for a tie, and what a lot gave.
func TestTies(t *testing.T) {
	tr := words.For(words.English)
	r := counts(t, ranking.Schulze, []string{"| ABCD", "| BACD"})
	now := &r.In.Rounds[0]
	for tie, want := range map[string]string{
		"": "The tie stays a tie.", "revote": "the group votes again on it.", "lot": "a lot is to be drawn.",
	} {
		if now.Tie = tie; !strings.HasSuffix(r.Headline(tr).Text, want) {
			t.Errorf("tie %q: %s", tie, r.Headline(tr).Text)
		}
	}
	now.Lots = []Lot{{Among: []int{0, 2}, First: 2}}
	if got := r.Headline(tr).Text; strings.Contains(got, "that was drawn") {
		t.Errorf("a lot among others parts this tie: %s", got)
	}
	now.Lots = []Lot{{Among: []int{0, 1}, First: 1, Seed: "5eed"}}
	if got := r.Headline(tr).Text; !strings.HasSuffix(got, "The lot that was drawn puts Option B first.") {
		t.Errorf("after the lot: %s", got)
	}
	if c := card(r, "method", tr); !strings.Contains(strings.Join(c.Text, " "), "5eed") {
		t.Errorf("the seed is not told: %v", c.Text)
	}
}

func card(r *Report, id string, tr words.Tr) Card {
	for _, c := range r.Cards(tr) {
		if c.ID == id {
			return c
		}
	}
	return Card{}
}

// TestWhyRulesDiffer has numbers of the ballots in the reasons.
func TestWhyRulesDiffer(t *testing.T) {
	tr := words.For(words.English)
	r := counts(t, ranking.Schulze, []string{"||| ABCD", "|| BCDA"})
	for _, row := range card(r, "rules", tr).Rules {
		if row.Differs != (row.Rule == ranking.Borda) || row.Differs != (row.Why != "") || row.Decides != (row.Rule == ranking.Schulze) {
			t.Errorf("%+v", row)
		}
		if row.Differs && !strings.Contains(row.Why, "Option B gets 12, Option A 9") {
			t.Errorf("why: %s", row.Why)
		}
	}
	tennessee := counts(t, ranking.Schulze, []string{strings.Repeat("|", 42) + " ABCD", strings.Repeat("|", 26) + " BCDA", strings.Repeat("|", 15) + " DCBA", strings.Repeat("|", 17) + " CDBA"})
	for _, row := range card(tennessee, "rules", tr).Rules {
		if row.Rule == ranking.IRV && !strings.Contains(row.Why, "Option B has the fewest votes in round 2 of the count (26 of 100)") {
			t.Errorf("why instant-runoff differs: %s", row.Why)
		}
	}
}

// Where one side ties, the options that are compared are two, and those on which the rules differ.
func TestWhyComparesTwo(t *testing.T) {
	tr := words.For(words.English)
	r := counts(t, "", []string{"| ABCD", "| BACD"})
	for _, c := range []struct {
		winners []int
		rule    ranking.Rule
		want    string
	}{
		{[]int{0}, ranking.Schulze, "1 to 1 for Option A before Option B;"},
		{[]int{0, 1, 2}, ranking.Schulze, "0 to 2 for Option C against Option A;"},
		{[]int{2, 3}, ranking.IRV, "more than one can win."},
	} {
		if got := r.why(ranking.Outcome{Rule: c.rule, Winners: c.winners}, tr); !strings.Contains(got, c.want) {
			t.Errorf("%v: %s", c.winners, got)
		}
	}
}

// TestCards has a title, an explanation and something to say on every card, in both languages, for many kinds of ballots.
func TestCards(t *testing.T) {
	for name, rounds := range map[string][][]string{
		"one ballot":  {{"| ABCD"}},
		"ties":        {{"|| A=B=C=D"}},
		"a cycle":     {{"| ABCD", "| BCAD", "| CABD"}},
		"partial":     {{"|| A", "| B=C", "||| D"}},
		"two rounds":  {{"||| ABCD", "|| BCDA"}, {"||| BACD", "|| BCDA"}},
		"a first one": {nil, {"||| BACD"}},
	} {
		for _, l := range words.Langs() {
			tr := words.For(l)
			r := counts(t, "", rounds...)
			for _, c := range r.Cards(tr) {
				text := strings.Join(append(append([]string{c.Title, c.How}, c.Text...), c.Notes...), "\n")
				if c.Title == "" || c.How == "" || len(c.Text) == 0 && c.Chart == nil && c.Rules == nil {
					t.Errorf("%s, %s: card %s says nothing: %+v", name, l, c.ID, c)
				}
				for _, bad := range []string{"result.", "<no value>", "{{", "%!"} {
					if strings.Contains(text, bad) {
						t.Errorf("%s, %s: card %s has %q in\n%s", name, l, c.ID, bad, text)
					}
				}
			}
		}
	}
}

func TestCycle(t *testing.T) {
	r := counts(t, "", []string{"| ABCD", "| BCAD", "| CABD"})
	if got := card(r, "pairs", words.For(words.English)).Text[0]; !strings.Contains(got, "go round in a circle: Option A > Option B > Option C > Option A") {
		t.Errorf("a circle is told as %s", got)
	}
}

func TestMoves(t *testing.T) {
	tr := words.For(words.English)
	r := counts(t, "", []string{"||| ABCD", "|| BACD"}, []string{"|| ABCD", "||| BACD"})
	c := card(r, "moves", tr)
	if all := strings.Join(c.Text, " "); !strings.Contains(all, "The majority between Option B and Option A turned: 2 to 3 in the round before, 3 to 2 now.") {
		t.Errorf("what turned: %s", all)
	}
	if !strings.Contains(strings.Join(c.Notes, " "), "no proof") {
		t.Error("nothing is said of causes")
	}
}

// Two options with one name are told apart by their signs.
func TestSameNames(t *testing.T) {
	r := counts(t, "", []string{"||| ABCD", "| BACD"})
	r.In.Options[1].Short = r.In.Options[0].Short
	want := "The group puts Option A (A) first: 3 of 4 ballots prefer it to Option A (B), the runner-up."
	if got := r.Headline(words.For(words.English)).Text; !strings.HasPrefix(got, want) {
		t.Error(got)
	}
}

// Programs read the numbers.
func TestCSVNumbers(t *testing.T) {
	r := counts(t, "", []string{strings.Repeat("|", 1171) + " ABCD", "| A=BCD"})
	var out strings.Builder
	if err := r.WriteCSV(&out, words.For(words.Spanish)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{",A,B,1171,0,1\n", ",A,1171.5000,0.5000,0,0\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

// TestCSV has every pair and every rule, and no title that a spreadsheet would run.
func TestCSV(t *testing.T) {
	r := counts(t, "", []string{"||| ABCD", "| BACD"})
	r.In.Options[2].Title = words.Both("=SUM(A1)", "=SUM(A1)")
	var out strings.Builder
	if err := r.WriteCSV(&out, words.For(words.English)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"pair: before, after, tied",A,B,3,1,0`, "option,C,'=SUM(A1)", "order by rule,Schulze,A > B > C > D"} {
		if !strings.Contains(out.String(), want+"\n") {
			t.Errorf("no line %q in\n%s", want, out.String())
		}
	}
}
