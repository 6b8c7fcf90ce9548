package ranking

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"doublefix/app/ballot"
)

// profile reads ballots such as "3 A>B=C": a count, then groups of options that are letters; names are A, B, C … up to n.
func profile(t testing.TB, n int, lines ...string) *ballot.Profile {
	t.Helper()
	p := &ballot.Profile{}
	for a := range n {
		p.Options = append(p.Options, string(rune('A'+a)))
	}
	for _, line := range lines {
		count, order, _ := strings.Cut(line, " ")
		c, err := strconv.ParseInt(count, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		places := make([]uint8, n)
		for i, group := range strings.Split(order, ">") {
			for _, name := range strings.Split(group, "=") {
				places[strings.Index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", name)] = uint8(i + 1)
			}
		}
		p.Add(places, c)
	}
	return p
}

// text writes a weak order as "A>B=C".
func text(order [][]int) string {
	var groups []string
	for _, tie := range order {
		var names []string
		for _, a := range tie {
			names = append(names, string(rune('A'+a)))
		}
		groups = append(groups, strings.Join(names, "="))
	}
	return strings.Join(groups, ">")
}

func count(t testing.TB, p *ballot.Profile, o Options) Result {
	t.Helper()
	r, err := Count(p, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func outcome(t testing.TB, r Result, rule Rule) Outcome {
	t.Helper()
	o, ok := r.Outcome(rule)
	if !ok {
		t.Fatalf("no %s", rule)
	}
	return o
}

// kind says what random ballots may look like.
type kind struct{ ties, partial bool }

// randomPlaces is a ballot over n options.
func randomPlaces(r *rand.Rand, n int, k kind) []uint8 {
	places := make([]uint8, n)
	ranked := n
	if k.partial {
		ranked = 1 + r.IntN(n)
	}
	for i, a := range r.Perm(n)[:ranked] {
		places[a] = uint8(i + 1)
		if k.ties && r.IntN(3) == 0 {
			places[a] = uint8(1 + r.IntN(n))
		}
	}
	return places
}

// randomProfile has up to rows rows and small counts, so that ties are frequent.
func randomProfile(r *rand.Rand, n, rows int, k kind) *ballot.Profile {
	p := &ballot.Profile{}
	for a := range n {
		p.Options = append(p.Options, string(rune('A'+a)))
	}
	for range 1 + r.IntN(rows) {
		p.Add(randomPlaces(r, n, k), int64(1+r.IntN(3)))
	}
	return p
}

// many calls check with random profiles of every kind and with every setting.
func many(t *testing.T, rounds int, sizes []int, check func(t *testing.T, r *rand.Rand, p *ballot.Profile, o Options)) {
	t.Helper()
	for _, k := range []kind{{false, false}, {true, false}, {false, true}, {true, true}} {
		for _, o := range []Options{{Last, WinningVotes, 0}, {Last, Margins, 7}, {None, WinningVotes, 3}, {None, Margins, 0}} {
			t.Run(fmt.Sprint(k, o), func(t *testing.T) {
				r := rand.New(rand.NewPCG(1, 2))
				for i := range rounds {
					p := randomProfile(r, sizes[i%len(sizes)], 9, k)
					check(t, r, p, o)
					if t.Failed() {
						t.Fatalf("profile %v, places %v, counts %v", p.Options, p.Places, p.Counts)
					}
				}
			})
		}
	}
}

// permutations lists all orders of n things.
func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{{}}
	}
	var all [][]int
	for _, shorter := range permutations(n - 1) {
		for at := range n {
			all = append(all, slices.Insert(slices.Clone(shorter), at, n-1))
		}
	}
	return all
}
