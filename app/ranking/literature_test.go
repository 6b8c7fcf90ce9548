package ranking

import "testing"

// published is a table that somebody else has counted. Want has orders, or winners with a full stop behind them.
type published struct {
	name    string
	n       int
	options Options
	lines   []string
	want    map[Rule]string
}

func (c published) check(t *testing.T) {
	t.Helper()
	r := count(t, profile(t, c.n, c.lines...), c.options)
	for rule, want := range c.want {
		out := outcome(t, r, rule)
		got := text(out.Order)
		if len(want) > 0 && want[len(want)-1] == '.' {
			got = text([][]int{out.Winners}) + "."
		}
		if got != want {
			t.Errorf("%s by %s: %s, want %s", c.name, rule, got, want)
		}
	}
}

// The examples of section 3 of Markus Schulze, "The Schulze method of voting", arXiv 1804.02973, which continues his article of
// 2011. They are about ties, about votes that turn the result, and about how the strength of a majority is measured.
func TestSchulzeExamples(t *testing.T) {
	five := []string{"3 A>D>E>B>C>F", "3 B>F>E>C>D>A", "4 C>A>B>F>D>E", "1 D>B>C>E>F>A", "4 D>E>F>A>B>C", "2 E>C>B>D>F>A", "2 F>A>C>D>B>E"}
	ties := []string{
		"6 A>B>C>D", "8 A=B>C=D", "8 A=C>B=D", "18 A=C>D>B", "8 A=C=D>B", "40 B>A=C=D", "4 C>B>D>A", "9 C>D>A>B", "8 C=D>A=B", "14 D>A>B>C",
		"11 D>B>C>A", "4 D>C>A>B",
	}
	for _, c := range []published{
		{"two winners", 4, Options{}, []string{"3 A>B>C>D", "2 C>B>D>A", "2 D>A>B>C", "2 D>B>C>A"}, map[Rule]string{Schulze: "B=D."}},
		{"a long path", 4, Options{}, []string{"12 A>B>C>D", "6 A>D>B>C", "9 B>C>D>A", "15 C>D>A>B", "21 D>B>A>C"}, map[Rule]string{Schulze: "D."}},
		{"two winners again", 4, Options{}, []string{"6 A>C>D>B", "1 B>A>D>C", "3 C>B>D>A", "3 D>B>A>C", "2 D>C>B>A"}, map[Rule]string{Schulze: "A=D."}},
		{"six options", 6, Options{}, five, map[Rule]string{Schulze: "A."}},
		{"two more ballots for A elect D", 6, Options{}, append(five, "2 A>E>F>C>B>D"), map[Rule]string{Schulze: "D."}},
		{
			"before E is added", 4,
			Options{},
			[]string{"3 A>B>D>C", "5 A>D>B>C", "1 A>D>C>B", "2 B>A>D>C", "2 B>D>C>A", "4 C>A>B>D", "6 C>B>A>D", "2 D>B>C>A", "5 D>C>A>B"},
			map[Rule]string{Schulze: "A."},
		},
		{
			"E, whom D dominates, is added", 5,
			Options{},
			[]string{
				"3 A>B>D>E>C", "5 A>D>E>B>C", "1 A>D>E>C>B", "2 B>A>D>E>C", "2 B>D>E>C>A", "4 C>A>B>D>E", "6 C>B>A>D>E", "2 D>B>E>C>A",
				"5 D>E>C>A>B",
			},
			map[Rule]string{Schulze: "B."},
		},
		{"ties, by winning votes", 4, Options{}, ties, map[Rule]string{Schulze: "D."}},
		{"ties, by margins", 4, Options{Strength: Margins}, ties, map[Rule]string{Schulze: "A."}},
		{
			"turned round, one way", 5,
			Options{},
			[]string{"9 A>D>B>E>C", "6 B>C>A>D>E", "5 B>C>D>E>A", "2 C>D>B>E>A", "6 D>E>C>B>A", "14 E>A>C>B>D", "2 E>C>A>B>D", "1 E>D>A>C>B"},
			map[Rule]string{Schulze: "B."},
		},
		{
			"turned round, the other way", 5,
			Options{},
			[]string{"9 A>D>B>E>C", "1 B>A>C>E>D", "6 C>B>A>D>E", "2 C>D>B>E>A", "5 C>D>E>A>B", "6 D>E>C>A>B", "14 E>B>A>C>D", "2 E>B>C>A>D"},
			map[Rule]string{Schulze: "E."},
		},
	} {
		c.check(t)
	}
}

// Tables on which the rules part.
func TestRulesPart(t *testing.T) {
	for _, c := range []published{
		// J. Malkevitch's ballots, known from "For all practical purposes" (COMAP 1988): five rules, five winners.
		{
			"Malkevitch", 5,
			Options{},
			[]string{"18 A>D>E>C>B", "12 B>E>D>C>A", "10 C>B>E>D>A", "9 D>C>E>B>A", "4 E>B>D>C>A", "2 E>C>D>B>A"},
			map[Rule]string{
				FirstChoice: "A.", IRV: "C.", Borda: "D.", Copeland: "E.", Schulze: "E.", RankedPairs: "E.", Kemeny: "E.", Minimax: "E.",
			},
		},
		// D. G. Saari's fifteen guests (Basic geometry of voting, 1995): milk A, beer B, wine C.
		{"Saari", 3, Options{}, []string{"6 A>C>B", "5 B>C>A", "4 C>B>A"}, map[Rule]string{
			FirstChoice: "A>B>C", Borda: "C>B>A", IRV: "B.", Copeland: "C>B>A", Schulze: "C>B>A", RankedPairs: "C>B>A", Kemeny: "C>B>A",
		}},
		// Borda's own 21 ballots (1781): who has the most first choices loses to everyone.
		{"Borda 1781", 3, Options{}, []string{"1 A>B>C", "7 A>C>B", "7 B>C>A", "6 C>B>A"}, map[Rule]string{
			FirstChoice: "A>B>C", Borda: "C>B>A", Copeland: "C>B>A", Schulze: "C>B>A", RankedPairs: "C>B>A", Kemeny: "C>B>A", IRV: "B>A>C",
		}},
		// The same paradox as H. Nurmi tells it (Voting paradoxes and how to deal with them, 1999).
		{"Nurmi", 3, Options{}, []string{"4 A>B>C", "3 B>C>A", "2 C>B>A"}, map[Rule]string{
			FirstChoice: "A>B>C", Borda: "B>A>C", Copeland: "B>C>A", Schulze: "B>C>A", RankedPairs: "B>C>A", Kemeny: "B>C>A", IRV: "B>A>C",
		}},
		// The 921 ballots of R. LeGrand's descriptions of ranked-ballot voting methods: Abby, Brad, Cora, Dave, Erin.
		{
			"LeGrand", 5,
			Options{},
			[]string{
				"98 A>C>E>D>B", "64 B>A>E>C>D", "12 B>A>E>D>C", "98 B>E>A>C>D", "13 B>E>A>D>C", "125 B>E>D>A>C", "124 C>A>E>D>B", "76 C>E>A>D>B",
				"21 D>A>B>E>C", "30 D>B>A>E>C", "98 D>B>E>C>A", "139 D>C>A>B>E", "23 D>C>B>A>E",
			},
			map[Rule]string{Schulze: "A>B>E>D>C", RankedPairs: "B>A>E>D>C"},
		},
		// E. Gorr's explanation of ranked pairs has two equal majorities, A over C and C over B, that close a circle with B over
		// A. There both are dropped; Tideman locks them one after the other, and each can come first.
		{
			"Gorr", 4,
			Options{},
			[]string{"12 A>D>C>B", "3 B>A>C>D", "25 B>C>A>D", "21 C>B>A>D", "12 D>A>B>C", "21 D>A>C>B", "6 D>B>A>C"},
			map[Rule]string{RankedPairs: "B=C."},
		},
		// A circle in which not everybody ranks everything: what is left out makes the difference.
		{"partial, no opinion", 3, Options{Unranked: None}, []string{"68 A>B", "72 B>C", "52 C>A"}, map[Rule]string{RankedPairs: "A.", Schulze: "A."}},
	} {
		c.check(t)
	}
}

// What T. N. Tideman (1987) calls clones: a twin takes first choices away, and lends points.
func TestTwins(t *testing.T) {
	split := []string{"35 A>B>C", "25 B>A>C", "40 C>A>B"} // A and B are twins; 60 of 100 want one of them
	lent := []string{"60 A>B>C>D", "40 B>C>D>A"}          // B, C and D are; 60 of 100 want A
	for _, c := range []published{
		{"without a twin", 2, Options{}, []string{"60 A>B", "40 B>A"}, map[Rule]string{FirstChoice: "A>B", Borda: "A>B"}},
		{"twins that split", 3, Options{}, split, map[Rule]string{
			FirstChoice: "C>A>B", IRV: "A.", Schulze: "A>B>C", RankedPairs: "A>B>C", Kemeny: "A>B>C", Borda: "A.",
		}},
		{"twins that lend", 4, Options{}, lent, map[Rule]string{
			Borda: "B.", FirstChoice: "A.", IRV: "A.", Schulze: "A>B>C>D", RankedPairs: "A>B>C>D", Kemeny: "A>B>C>D",
		}},
	} {
		c.check(t)
	}
}
