package ranking

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"doublefix/app/ballot"
)

func firm(t testing.TB, p *ballot.Profile, o Options) map[Rule]Firmness {
	t.Helper()
	list, err := Firm(p, o)
	if err != nil {
		t.Fatal(err)
	}
	byRule := map[Rule]Firmness{}
	for _, f := range list {
		byRule[f.Rule] = f
	}
	return byRule
}

// Rooms of the usual size: what is exact can never be above what a trial finds, nor below what majorities guarantee.
func TestFirmOfRooms(t *testing.T) {
	for _, o := range []Options{{Last, WinningVotes, 0}, {Last, Margins, 0}} {
		t.Run(fmt.Sprint(o), func(t *testing.T) {
			r := rand.New(rand.NewPCG(10, 10))
			for i := range 6 {
				p := randomProfile(r, 4, 40, kind{ties: i%4 == 0, partial: i%3 == 0}).Compact()
				result := count(t, p, o)
				f := firmer{p: p, r: &result, o: result.Setting, tops: tops(p, everyone(4))}
				got := firm(t, p, o)
				for _, out := range result.Rules[2:] {
					for order, c := range map[bool]Change{false: got[out.Rule].Winners, true: got[out.Rule].Order} {
						b := f.bounds(out, order)
						if c.Most > b.Most || c.Most < b.Least {
							t.Errorf("%s, order %v: %+v, bounds are %+v of %v %v", out.Rule, order, c, b, p.Places, p.Counts)
						}
						if !c.Exact() {
							t.Logf("%s, order %v: %+v of %d ballots is not exact", out.Rule, order, c, result.Ballots)
						}
					}
				}
			}
		})
	}
}

func TestFirmExamples(t *testing.T) {
	// A leads by 12 to 6 against each; every changed ballot takes two off the lead, and three make a tie.
	f := firm(t, profile(t, 4, "12 A>B>C>D", "6 D>C>B>A"), Options{})
	if got := f[Schulze].Winners; got != (Change{3, 3, [2]int{0, 1}}) && got != (Change{3, 3, [2]int{0, 3}}) && got != (Change{3, 3, [2]int{0, 2}}) {
		t.Errorf("Schulze: %+v", got)
	}
	if got := f[FirstChoice].Winners; got != (Change{3, 3, [2]int{0, 3}}) {
		t.Errorf("first choice: %+v", got)
	}
	// A lone ballot is changed by changing it; a tie parts at one ballot.
	for rule, got := range firm(t, profile(t, 4, "1 A>B>C>D"), Options{}) {
		if got.Winners.Most != 1 || got.Order.Most != 1 {
			t.Errorf("%s of one ballot: %+v", rule, got)
		}
	}
	for rule, got := range firm(t, profile(t, 4, "3 A>B>C>D", "3 B>A>C>D"), Options{}) {
		if !got.Winners.Exact() || got.Winners.Most != 1 {
			t.Errorf("%s of a tie: %+v", rule, got)
		}
	}
	for rule, got := range firm(t, profile(t, 1, "3 A"), Options{}) {
		if got.Winners != (Change{}) || got.Order != (Change{}) {
			t.Errorf("%s of one option: %+v", rule, got)
		}
	}
	for rule, got := range firm(t, profile(t, 3), Options{}) {
		if got.Winners != (Change{}) {
			t.Errorf("%s without ballots: %+v", rule, got)
		}
	}
}

// A hundred thousand times the ballots need about a hundred thousand times the changes.
func TestFirmScales(t *testing.T) {
	lines := []string{"4 A>B>C>D", "3 B>D>C>A", "3 C>A>D>B", "1 D>C>B>A"}
	large := profile(t, 4, lines...)
	for i := range large.Counts {
		large.Counts[i] *= 60_000
	}
	small, big := firm(t, profile(t, 4, lines...), Options{}), firm(t, large, Options{})
	for rule, f := range big {
		if s := small[rule].Winners; !f.Winners.Exact() || f.Winners.Most > 60_000*s.Most || f.Winners.Most < 60_000*(s.Most-2) {
			t.Errorf("%s: %+v of one, %+v of 60,000", rule, s, f.Winners)
		}
	}
}

// More options have bounds that hold what is true of points and majorities.
func TestFirmOfMany(t *testing.T) {
	f := firm(t, profile(t, 6, "10 A>B>C>D>E>F", "4 F>E>D>C>B>A"), Options{})
	for rule, got := range f {
		if got.Winners.Least < 1 || got.Winners.Most > 8 || got.Winners.Least > 3 {
			t.Errorf("%s: %+v", rule, got)
		}
	}
	if got := f[Kemeny].Winners; !got.Exact() || got.Most != 3 {
		t.Errorf("Kemeny: %+v", got)
	}
}

func BenchmarkFirmRoomOfFour(b *testing.B) {
	p := large(500, 4).Compact()
	for b.Loop() {
		firm(b, p, Options{})
	}
}

func BenchmarkFirmMillionOfTen(b *testing.B) {
	p := large(1_000_000, 10)
	for b.Loop() {
		firm(b, p, Options{})
	}
}
