package chart

import (
	"math"
	"math/rand"
	"slices"
	"testing"
)

func TestLogScaleEnds(t *testing.T) {
	for name, c := range map[string]struct {
		values []float64
		lo, hi float64
	}{
		"guns a year":   {[]float64{20000, 89816, 212887, 1000000}, 20000, 1000000},
		"between steps": {[]float64{30, 700}, 20, 1000},
		"one value":     {[]float64{300}, 200, 500},
		"one step":      {[]float64{500}, 200, 1000},
		"all equal":     {[]float64{7, 7, 7}, 5, 10},
		"below one":     {[]float64{0.03, 0.4}, 0.02, 0.5},
		"none":          {nil, 1, 10},
		"nothing fits":  {[]float64{0, -5, math.NaN(), math.Inf(1), 1e300}, 1, 10},
		"some fit":      {[]float64{0, 40, -5, math.Inf(-1)}, 20, 50},
	} {
		t.Run(name, func(t *testing.T) {
			s := newLogScale(c.values, 0, 100)
			if math.Abs(s.lo/c.lo-1) > 1e-9 || math.Abs(s.hi/c.hi-1) > 1e-9 {
				t.Errorf("from %g to %g, want %g to %g", s.lo, s.hi, c.lo, c.hi)
			}
		})
	}
}

func TestLogScalePlacesAreTrue(t *testing.T) {
	s := newLogScale([]float64{10, 1000}, 200, 600)
	for v, want := range map[float64]float64{10: 200, 100: 400, 1000: 600, 5: 200, 1e9: 600, 0: 200, -3: 200} {
		if got := s.at(v); math.Abs(got-want) > 1e-6 {
			t.Errorf("at(%g) = %g, want %g", v, got, want)
		}
	}
	if got := s.at(math.NaN()); got != 200 {
		t.Errorf("not-a-number stands at %g, want the start", got)
	}
}

func TestLogTicks(t *testing.T) {
	s := newLogScale([]float64{20000, 1e6}, 0, 1)
	want := []float64{20000, 50000, 100000, 200000, 500000, 1000000}
	got := s.ticks()
	if len(got) != len(want) {
		t.Fatalf("ticks %v, want %v", got, want)
	}
	for i := range want {
		if math.Abs(got[i]/want[i]-1) > 1e-9 {
			t.Errorf("tick %d is %g, want %g", i, got[i], want[i])
		}
	}
}

// Whatever the values: the axis covers them, places rise with values, every tick is 1, 2 or 5 times a power of ten,
// and thinner sets are parts of the whole.
func TestLogScaleProperties(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 2000 {
		values := make([]float64, 1+r.Intn(5))
		for i := range values {
			values[i] = math.Pow(10, -14+28*r.Float64())
		}
		s := newLogScale(values, 50, 450)
		least, most := slices.Min(values), slices.Max(values)
		if s.lo > least*(1+1e-9) || s.hi < most*(1-1e-9) || s.lo >= s.hi {
			t.Fatalf("%v is not covered by %g to %g", values, s.lo, s.hi)
		}
		slices.Sort(values)
		if !slices.IsSortedFunc(values, func(a, b float64) int { return sign(s.at(a) - s.at(b)) }) {
			t.Fatalf("places of %v do not rise", values)
		}
		for _, set := range s.sparse() {
			checkSteps(t, s, set)
		}
	}
}

func sign(v float64) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

func checkSteps(t *testing.T, s logScale, set []float64) {
	t.Helper()
	if len(set) < 2 {
		t.Fatalf("%d ticks from %g to %g", len(set), s.lo, s.hi)
	}
	for i, v := range set {
		if digit := v / math.Pow10(int(math.Floor(math.Log10(v)+1e-9))); !slices.Contains([]float64{1, 2, 5}, math.Round(digit*1e6)/1e6) {
			t.Fatalf("tick %g is no 1-2-5 step", v)
		}
		if i > 0 && v <= set[i-1] {
			t.Fatalf("ticks %v do not rise", set)
		}
	}
}
