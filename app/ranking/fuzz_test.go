package ranking

import (
	"testing"

	"doublefix/app/ballot"
)

// FuzzCount makes a profile of the bytes: options, then rows of a count and places. Nothing panics, and what is said twice is
// said the same way.
func FuzzCount(f *testing.F) {
	f.Add([]byte{3, 2, 1, 2, 3, 1, 3, 0, 1}, false, false)
	f.Add([]byte{4, 1, 1, 2, 3, 4, 1, 4, 3, 2, 1}, true, true)
	f.Add([]byte{1, 9, 1}, true, false)
	f.Add([]byte{6, 1, 1, 1, 2, 2, 3, 0, 5, 0, 0, 0, 0, 0, 9}, false, true)
	f.Fuzz(func(t *testing.T, data []byte, none, margins bool) {
		if len(data) < 2 || len(data) > 200 {
			return
		}
		n := 1 + int(data[0])%7
		p := &ballot.Profile{Options: make([]string, n)}
		for data = data[1:]; len(data) > n; data = data[n+1:] {
			p.Add(data[1:n+1], 1+int64(data[0]))
		}
		o := Options{Unranked: Last, Strength: WinningVotes}
		if none {
			o.Unranked = None
		}
		if margins {
			o.Strength = Margins
		}
		r := count(t, p, o)
		for _, out := range r.Rules {
			if !out.Has(Undetermined) && setOf(out.Winners) == 0 {
				t.Errorf("%s has no winner", out.Rule)
			}
		}
		a := agree(t, p, o)
		if a.W != nil && (a.W.Sign() < 0 || a.W.Num().Cmp(a.W.Denom()) > 0) {
			t.Errorf("W is %s", a.W)
		}
		if _, err := Dissent(p, o, r.Rules[3].Order); err != nil {
			t.Error(err)
		}
		list, err := Firm(p, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list {
			for _, c := range []Change{f.Winners, f.Order} {
				if c.Least > c.Most || c.Least < 0 || c.Most > r.Ballots {
					t.Errorf("%s: %+v of %d ballots", f.Rule, c, r.Ballots)
				}
			}
		}
	})
}
