package handout

import (
	"math/rand"
	"slices"
	"testing"
)

// blocks makes pieces of these heights that note where they are drawn.
func blocks(heights ...float64) []piece {
	ps := make([]piece, len(heights))
	for i, h := range heights {
		ps[i] = piece{h: h, draw: func(p *page, x, y float64) { p.put(mark{title: "block", y: y}) }}
	}
	return ps
}

func testSheet() sheet { return sheet{w: 300, h: 300, left: 20, right: 280, top: 50, bottom: 250} }

func TestFits(t *testing.T) {
	kept := blocks(40, 40, 40)
	kept[0].keep, kept[1].keep = true, true
	pair := blocks(40, 40, 40)
	pair[1].keep = true
	gaps := blocks(40, 40)
	gaps[0].gap, gaps[1].gap = 99, 30
	for name, c := range map[string]struct {
		ps    []piece
		room  float64
		fresh bool
		want  int
	}{
		"all":                       {blocks(40, 40), 80, false, 2},
		"some":                      {blocks(40, 40), 79, false, 1},
		"none":                      {blocks(40), 39, false, 0},
		"kept together":             {kept, 119, false, 0},
		"kept together fits":        {kept, 120, false, 3},
		"parted on a fresh page":    {kept, 90, true, 2},
		"a pair goes to the next":   {pair, 100, false, 1},
		"first gap is free":         {gaps, 110, false, 2},
		"second gap counts":         {gaps, 109, false, 1},
		"too high goes in all same": {blocks(500), 100, true, 1},
		"nothing":                   {nil, 100, true, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if got := fits(c.ps, c.room, c.fresh); got != c.want {
				t.Errorf("%d pieces, want %d", got, c.want)
			}
		})
	}
}

// Everything is drawn once, in order, inside the page, whatever the heights and ties are.
func TestFlowDrawsEverything(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 500 {
		random := func() []piece {
			hs := make([]float64, r.Intn(25))
			for i := range hs {
				hs[i] = 5 + 60*r.Float64()
			}
			ps := blocks(hs...)
			for i := range ps {
				ps[i].keep, ps[i].gap = r.Intn(3) == 0, 20*r.Float64()
			}
			return ps
		}
		f := newFlow(testSheet())
		a, l, rt := random(), random(), random()
		f.add(a...)
		f.columns(10, column{ps: l, head: blocks(12), more: nil}, column{ps: rt})
		want := len(a) + len(l) + len(rt)
		if len(l) > 0 {
			want++ // its heading
		}
		drawn := 0
		for i, p := range f.pages {
			drawn += len(p.items)
			for _, it := range p.items {
				if y := it.(mark).y; y < f.sheet.top-0.01 || y > f.sheet.bottom {
					t.Fatalf("page %d: something is drawn at %.1f", i, y)
				}
			}
			if len(p.items) == 0 && i > 0 {
				t.Fatalf("page %d is empty", i)
			}
		}
		if drawn != want {
			t.Fatalf("%d pieces drawn, want %d", drawn, want)
		}
	}
}

func TestLevel(t *testing.T) {
	kept := blocks(10, 10, 10, 10)
	kept[1].keep = true
	for name, c := range map[string]struct {
		ps   []piece
		n    int
		room float64
		want []int // pieces a column, then what is left over
	}{
		"equal":            {blocks(10, 10, 10, 10, 10, 10), 2, 1000, []int{3, 3, 0}},
		"longest first":    {blocks(10, 10, 10), 2, 1000, []int{2, 1, 0}},
		"three columns":    {blocks(10, 10, 10, 10), 3, 1000, []int{2, 2, 0, 0}},
		"kept together":    {kept, 2, 1000, []int{3, 1, 0}},
		"more than a page": {blocks(60, 60, 60, 60, 60), 2, 100, []int{1, 1, 3}},
		"no room":          {blocks(60), 2, 50, []int{0, 0, 1}},
		"nothing":          {nil, 2, 100, []int{0, 0, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			cols, rest := level(c.ps, c.n, c.room, false)
			var got []int
			for _, ps := range append(cols, rest) {
				got = append(got, len(ps))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%v pieces, want %v", got, c.want)
			}
		})
	}
}

// A heading is repeated on every page on which a list goes on, even where nothing fits beside it.
func TestRunRepeatsItsHeading(t *testing.T) {
	f := newFlow(testSheet())
	f.run(blocks(90, 90, 90, 250, 90, 90), blocks(15))
	var got []int
	for _, p := range f.pages {
		got = append(got, len(p.items))
	}
	if want := []int{2, 2, 1, 3}; !slices.Equal(got, want) {
		t.Errorf("%v pieces a page, want %v", got, want)
	}
}

// Lists that go on in the other column lose nothing, and leave no entry alone there.
func TestRunningLists(t *testing.T) {
	list := func(n int) column {
		ps := blocks(slices.Repeat([]float64{20}, n)...)
		for i := range ps {
			ps[i].gap = 4
		}
		return column{head: blocks(10), more: blocks(10), ps: ps}
	}
	for _, c := range []struct{ first, second, left, right int }{
		{2, 12, 2 + 1 + 5 + 1, 1 + 7}, {12, 2, 1 + 7, 1 + 5 + 1 + 2}, {3, 2, 4, 3}, {0, 8, 1 + 4, 1 + 4}, {1, 1, 2, 2}, {4, 1, 1 + 2, 1 + 2 + 2},
	} {
		left, right := running(list(c.first), list(c.second))
		if len(left)+len(right) < c.first+c.second || len(left) != c.left || len(right) != c.right {
			t.Errorf("%d and %d entries: %d and %d pieces, want %d and %d", c.first, c.second, len(left), len(right), c.left, c.right)
		}
	}
}
