package ranking

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"doublefix/app/ballot"
)

func agree(t testing.TB, p *ballot.Profile, o Options) Agreement {
	t.Helper()
	a, err := Agree(p, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAgreementByHand(t *testing.T) {
	for _, c := range []struct {
		lines      []string
		o          Options
		w, tau     string
		degree     Degree
		m, left    int64
		few        bool
		tauBallots int64
	}{
		{[]string{"12 A>B>C>D"}, Options{}, "1", "1", Unanimous, 12, 0, false, 12},
		{[]string{"3 A>B>C>D", "3 D>C>B>A"}, Options{}, "0", "-1/5", VeryWeak, 6, 0, true, 6},
		{[]string{"1 A>B>C>D"}, Options{}, "", "", Undefined, 1, 0, true, 1},
		{[]string{"5 A=B=C=D"}, Options{}, "", "", Undefined, 5, 5, true, 0},
		// Places 1 2.5 2.5 4 and 1.5 1.5 3.5 3.5: S is 14.5, T is 6 and 12, W = 174/204.
		{[]string{"1 A>B=C>D", "1 A=B>C=D"}, Options{}, "29/34", "", VeryStrong, 2, 0, true, 2},
		// Only the ballots that rank all are compared.
		{[]string{"2 A>B>C>D", "9 D"}, Options{Unranked: None}, "1", "1", Unanimous, 2, 0, true, 2},
		{[]string{"2 D>B>C>A", "9 D"}, Options{}, "", "", VeryStrong, 11, 0, true, 11},
	} {
		a := agree(t, profile(t, 4, c.lines...), c.o)
		if c.w != "" && (a.W == nil || a.W.RatString() != c.w) {
			t.Errorf("%v: W %v, want %s", c.lines, a.W, c.w)
		}
		if c.tau != "" {
			want, _ := new(big.Rat).SetString(c.tau)
			if f, _ := want.Float64(); a.TauB == nil || math.Abs(*a.TauB-f) > 1e-12 {
				t.Errorf("%v: tau-b %v, want %s", c.lines, a.TauB, c.tau)
			}
		}
		if a.Degree != c.degree || a.Ballots != c.m || a.Indifferent != c.left || a.Few != c.few || a.TauBallots != c.tauBallots {
			t.Errorf("%v: %+v", c.lines, a)
		}
	}
}

// naiveTau compares every ballot with every other.
func naiveTau(p *ballot.Profile, o Options) (mean float64, ballots int) {
	n := len(p.Options)
	var rows [][]float64
	for i := range p.Rows() {
		var row []float64
		untied, silent := 0.0, false
		for a := range n {
			for b := a + 1; b < n; b++ {
				sign, ok := prefers(p.Row(i), a, b, o.Unranked)
				row, untied, silent = append(row, float64(sign)), untied+float64(sign*sign), silent || !ok
			}
		}
		if silent || untied == 0 {
			continue
		}
		for k := range row {
			row[k] /= math.Sqrt(untied)
		}
		for range p.Counts[i] {
			rows = append(rows, row)
		}
	}
	sum, pairs := 0.0, 0.0
	for i, x := range rows {
		for _, y := range rows[i+1:] {
			for k := range x {
				sum += x[k] * y[k]
			}
			pairs++
		}
	}
	return sum / pairs, len(rows)
}

func TestAgreementOfRandomBallots(t *testing.T) {
	many(t, 150, []int{2, 3, 4, 6}, func(t *testing.T, _ *rand.Rand, p *ballot.Profile, o Options) {
		n := len(p.Options)
		a := agree(t, p, o)
		mean, ballots := naiveTau(p, o)
		if int64(ballots) != a.TauBallots || (a.TauB == nil) != (ballots < 2) || (a.TauB != nil && math.Abs(*a.TauB-mean) > 1e-9) {
			t.Errorf("tau-b %v of %d, want %g of %d", a.TauB, a.TauBallots, mean, ballots)
		}
		if a.W != nil && (a.W.Sign() < 0 || a.W.Cmp(big.NewRat(1, 1)) > 0) {
			t.Errorf("W is %s", a.W.RatString())
		}
		// Every ballot gives each option one place, and each place one option.
		for x := range n {
			byOption, byPlace := new(big.Rat), new(big.Rat)
			for y := range n {
				byOption.Add(byOption, a.Places[x][y])
				byPlace.Add(byPlace, a.Places[y][x])
			}
			want := p.Total()
			if o.Unranked == None {
				want -= a.Unranked[x]
			}
			if byOption.Cmp(big.NewRat(want, 1)) != 0 || (o.Unranked == Last && byPlace.Cmp(big.NewRat(want, 1)) != 0) {
				t.Errorf("option %d has %s places, place %d has %s options, want %d", x, byOption.RatString(), x, byPlace.RatString(), want)
			}
		}
		// The mean place is n minus the Borda points of a ballot.
		if o.Unranked == Last {
			for x, points := range borda(tallyPairs(p, Last), Last).Scores {
				sum := new(big.Rat)
				for y, share := range a.Places[x] {
					sum.Add(sum, new(big.Rat).Mul(share, big.NewRat(int64(n-1-y), 1)))
				}
				if sum.Cmp(points) != 0 {
					t.Errorf("option %d: %s points by places, %s by Borda", x, sum.RatString(), points.RatString())
				}
			}
		}
	})
}

// Without ties mean tau and W measure the spread of the same ranks; with two options they say the same.
func TestAgreementOfTwoOptions(t *testing.T) {
	for yes := range int64(12) {
		p := profile(t, 2, "1 A>B")
		p.Counts[0] = yes + 1
		p.Add([]uint8{2, 1}, 12-yes)
		m, d := big.NewRat(13, 1), big.NewRat(2*yes-11, 1)
		want := d.Quo(d.Mul(d, d), m.Mul(m, m))
		if a := agree(t, p, Options{}); a.W.Cmp(want) != 0 {
			t.Errorf("%d of 13: W %s, want %s", yes+1, a.W.RatString(), want.RatString())
		}
	}
}

func TestPair(t *testing.T) {
	p := profile(t, 3, "3 A>B", "2 B=A>C", "4 C", "1 B>A>C")
	r := count(t, p, Options{Unranked: None})
	if got := r.Pair(0, 1); got != (Pair{3, 1, 2, 4}) {
		t.Errorf("under none: %+v", got)
	}
	r = count(t, p, Options{})
	if got := r.Pair(1, 0); got != (Pair{1, 3, 6, 0}) {
		t.Errorf("under last: %+v", got)
	}
}
