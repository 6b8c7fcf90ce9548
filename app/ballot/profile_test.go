package ballot

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestAdd(t *testing.T) {
	for name, c := range map[string]struct {
		places []uint8
		count  int64
		want   string
	}{
		"as it is":          {[]uint8{2, 1, 3}, 1, "A,B,C | 213"},
		"ties":              {[]uint8{1, 1, 2}, 4, "A,B,C | 112*4"},
		"gaps are closed":   {[]uint8{9, 9, 4}, 1, "A,B,C | 221"},
		"highest place":     {[]uint8{255, 0, 254}, 1, "A,B,C | 201"},
		"partial":           {[]uint8{0, 0, 1}, 1, "A,B,C | 001"},
		"blank":             {[]uint8{0, 0, 0}, 3, "A,B,C | blank 3 spoilt 0"},
		"too short":         {[]uint8{1}, 1, "A,B,C | 100"},
		"too long":          {[]uint8{1, 2, 3, 4}, 1, "A,B,C | 123"},
		"no ballot":         {[]uint8{1, 2, 3}, 0, "A,B,C"},
		"less than nothing": {[]uint8{1, 2, 3}, -1, "A,B,C"},
	} {
		t.Run(name, func(t *testing.T) {
			p := &Profile{Options: []string{"A", "B", "C"}}
			before := slices.Clone(c.places)
			p.Add(c.places, c.count)
			if got := short(p); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			if !slices.Equal(before, c.places) {
				t.Error("the caller's places were changed")
			}
		})
	}
}

func TestCompact(t *testing.T) {
	p := &Profile{Options: []string{"A", "B"}, Blank: 2, Spoilt: 1}
	for _, row := range [][]uint8{{2, 1}, {1, 2}, {2, 1}, {1, 1}, {2, 1}} {
		p.Add(row, 2)
	}
	before := short(p)
	if got, want := short(p.Compact()), "A,B | 21*6 | 12*2 | 11*2 | blank 2 spoilt 1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if short(p) != before {
		t.Error("the profile itself was changed")
	}
}

func TestCompactKeepsBallots(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		p := random(r, 1+r.IntN(4), r.IntN(30), true, true)
		c := p.Compact()
		if c.Total() != p.Total() || c.Blank != p.Blank || wrongWith(c) != "" {
			t.Fatalf("%s became %s: %s", short(p), short(c), wrongWith(c))
		}
		if short(c.Compact()) != short(c) {
			t.Fatalf("%s can be compacted twice", short(c))
		}
	}
}

func TestRowCannotGrowIntoTheNext(t *testing.T) {
	p := random(rand.New(rand.NewPCG(1, 2)), 3, 2, false, false)
	before := short(p)
	_ = append(p.Row(0), 9)
	if short(p) != before {
		t.Errorf("appending to a row wrote into the next: %s, was %s", short(p), before)
	}
}
