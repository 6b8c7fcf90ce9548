package chart

import (
	"math"
	"math/rand"
	"slices"
	"testing"
)

func TestSpread(t *testing.T) {
	for name, c := range map[string]struct {
		all  []stretch
		want []float64
		ok   bool
	}{
		"none":             {nil, []float64{}, true},
		"apart":            {[]stretch{{10, 20}, {50, 20}}, []float64{10, 50}, true},
		"on each other":    {[]stretch{{40, 20}, {40, 20}}, []float64{28, 52}, true},
		"at the start":     {[]stretch{{-5, 20}, {0, 20}}, []float64{0, 24}, true},
		"at the end":       {[]stretch{{95, 20}, {90, 20}}, []float64{80, 56}, true},
		"out of order":     {[]stretch{{60, 20}, {10, 20}}, []float64{60, 10}, true},
		"too many":         {[]stretch{{0, 60}, {50, 60}}, []float64{0, 64}, false},
		"pushing a third":  {[]stretch{{0, 30}, {20, 30}, {40, 30}}, []float64{0, 34, 68}, true},
		"no number at all": {[]stretch{{math.NaN(), 20}}, []float64{0}, true},
	} {
		got, ok := spread(c.all, 0, 100, 4)
		if ok != c.ok || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %t, want %v, %t", name, got, ok, c.want, c.ok)
		}
	}
}

// Whatever is spread stays within the line and apart; what had room stays where it wants.
func TestSpreadKeepsApart(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 3000 {
		all := make([]stretch, r.Intn(9))
		for i := range all {
			all[i] = stretch{r.Float64()*120 - 10, r.Float64() * 25}
		}
		at, ok := spread(all, 0, 100, 2)
		if !ok {
			continue
		}
		for i := range all {
			if at[i] < -1e-6 || at[i]+all[i].len > 100+1e-6 {
				t.Fatalf("%v leaves the line at %v", all, at)
			}
			for j := range i {
				if at[i] < at[j]+all[j].len+1.99 && at[j] < at[i]+all[i].len+1.99 {
					t.Fatalf("%v overlap at %v", all, at)
				}
			}
		}
		if len(all) == 1 && math.Abs(at[0]-hold(all[0].from, 0, 100-all[0].len)) > 1e-9 {
			t.Fatalf("%v is moved to %v without need", all, at)
		}
	}
}
