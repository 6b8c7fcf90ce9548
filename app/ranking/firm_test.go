package ranking

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"doublefix/app/ballot"
)

// slowFirm changes every group of 1, 2, … up to most ballots into every other, and returns how many it takes by each rule;
// most+1 stands for more than that.
func slowFirm(p *ballot.Profile, o Options, most int, rules []Rule) map[Rule][2]int64 {
	k := newKinds(p, o.Unranked)
	var f firmer
	f.o = o
	now := map[Rule]Outcome{}
	found := map[Rule][2]int64{}
	for _, rule := range rules {
		now[rule] = apply(rule, p, o)
		found[rule] = [2]int64{int64(most + 1), int64(most + 1)}
	}
	seen := map[string]bool{}
	var change func(have []int64, done int)
	change = func(have []int64, done int) {
		if id := fmt.Sprint(have, done); seen[id] {
			return
		} else {
			seen[id] = true
		}
		changed := k.profile(have)
		for _, rule := range rules {
			least := found[rule]
			if int64(done) < least[0] && f.changed(now[rule], false, changed) {
				least[0] = int64(done)
			}
			if int64(done) < least[1] && f.changed(now[rule], true, changed) {
				least[1] = int64(done)
			}
			found[rule] = least
		}
		if done == most {
			return
		}
		for from, count := range have {
			if count == 0 {
				continue
			}
			have[from]--
			for to := range have {
				if to != from {
					have[to]++
					change(have, done+1)
					have[to]--
				}
			}
			have[from]++
		}
	}
	change(k.have, 0)
	return found
}

var allRules = []Rule{FirstChoice, Borda, Copeland, Schulze, RankedPairs, IRV, Kemeny}

func checkFirm(t *testing.T, p *ballot.Profile, o Options, most int) {
	t.Helper()
	firm, err := Firm(p, o)
	if err != nil {
		t.Fatal(err)
	}
	slow := slowFirm(p, o, most, allRules)
	for i, f := range firm {
		for which, c := range []Change{f.Winners, f.Order} {
			want := slow[f.Rule][which]
			if f.Rule != allRules[i] || c.Least > c.Most || c.Most < want {
				t.Errorf("%s %d: %+v, want %d", f.Rule, which, c, want)
			}
			if want <= int64(most) && (c.Least > want || (c.Exact() && c.Most != want)) {
				t.Errorf("%s %d: %+v, want %d", f.Rule, which, c, want)
			}
			out := apply(f.Rule, p, o)
			tied := len(out.Winners) > 1 || !out.Unique || (which == 1 && len(out.Order) < len(p.Options))
			if !c.Exact() && !(f.Rule == Borda && o.Unranked == None) && !(tied && (f.Rule == RankedPairs || f.Rule == IRV)) {
				t.Errorf("%s %d: %+v is not exact", f.Rule, which, c)
			}
		}
	}
}

// Against trying everything: two and three options and few ballots.
func TestFirmAgainstTryingAll(t *testing.T) {
	for _, o := range []Options{{Last, WinningVotes, 0}, {Last, Margins, 0}, {None, WinningVotes, 0}} {
		t.Run(fmt.Sprint(o), func(t *testing.T) {
			r := rand.New(rand.NewPCG(8, 8))
			for i := range 24 {
				p := randomProfile(r, 2+i%2, 4, kind{ties: i%3 == 0, partial: i%4 == 0})
				checkFirm(t, p, o, 2)
				if t.Failed() {
					t.Fatalf("places %v, counts %v", p.Places, p.Counts)
				}
			}
		})
	}
}

// The same with four options, where only one change can be tried.
func TestFirmOfFour(t *testing.T) {
	for _, o := range []Options{{Last, WinningVotes, 0}, {Last, Margins, 0}, {None, Margins, 0}} {
		t.Run(fmt.Sprint(o), func(t *testing.T) {
			r := rand.New(rand.NewPCG(9, 9))
			for i := range 10 {
				p := randomProfile(r, 4, 7, kind{ties: i%3 == 0, partial: i%4 == 0})
				checkFirm(t, p, o, 1)
				if t.Failed() {
					t.Fatalf("places %v, counts %v", p.Places, p.Counts)
				}
			}
		})
	}
}
