package chart

import (
	"math"
	"slices"
	"testing"

	"doublefix/app/words"
)

func TestNiceStep(t *testing.T) {
	for in, want := range map[float64]float64{
		0.9: 1, 1: 1, 1.2: 2, 2.1: 2.5, 2.6: 5, 5.1: 10, 234: 250, 0.03: 0.05, 1e9: 1e9, 0: 1, -3: 1, math.Inf(1): 1,
	} {
		if got := niceStep(in); math.Abs(got-want) > 1e-9*want {
			t.Errorf("niceStep(%g) = %g, want %g", in, got, want)
		}
	}
	if got := niceStep(math.NaN()); got != 1 {
		t.Errorf("niceStep(NaN) = %g", got)
	}
}

func TestLinearCoversIsNiceAndRises(t *testing.T) {
	nan := math.NaN()
	for _, values := range [][]float64{
		{107, 279, 1171},
		{0},
		{},
		{nan},
		{5, 5, 5},
		{-3, 8},
		{-9, -2},
		{1e-9, 2e-9},
		{1e15, -1e15},
		{0.1, 0.2, 0.30000000000000004},
		{99, 100, 101},
		{math.Inf(1), 4},
		{1e300, 7},
		{1990, 2024},
	} {
		for _, zero := range []bool{false, true} {
			for count := 1; count <= 8; count++ {
				s := newLinear(values, zero, count, 400, 20)
				ticks := s.ticks()
				if len(ticks) < 2 || len(ticks) > count+3 {
					t.Errorf("%v, %d: %d ticks", values, count, len(ticks))
				}
				if !nice(s.step) {
					t.Errorf("%v, %d: step %g", values, count, s.step)
				}
				if zero && (s.lo > 0 || s.hi < 0) {
					t.Errorf("%v: %g to %g leaves out zero", values, s.lo, s.hi)
				}
				covers(t, s, values)
			}
		}
	}
}

// covers fails the test where a value lies outside s or a higher one does not stand at least as high.
func covers(t *testing.T, s linear, values []float64) {
	t.Helper()
	values = slices.DeleteFunc(slices.Clone(values), func(v float64) bool { return !hasFigure(v) })
	slices.Sort(values)
	for i, v := range values {
		if v < s.lo-1e-9*s.step || v > s.hi+1e-9*s.step {
			t.Errorf("%v: %g outside %g to %g", values, v, s.lo, s.hi)
		}
		if i > 0 && (s.at(v)-s.at(values[i-1]))*(s.to-s.from) < 0 {
			t.Errorf("%v: %g stands below %g", values, v, values[i-1])
		}
	}
}

func nice(step float64) bool {
	first := step / math.Pow10(int(math.Floor(math.Log10(step)+1e-9)))
	for _, n := range []float64{1, 2, 2.5, 5} {
		if math.Abs(first-n) < 1e-6 {
			return true
		}
	}
	return false
}

func TestLinearHoldsPlaces(t *testing.T) {
	s := linear{0, 10, 5, 100, 0}
	for v, want := range map[float64]float64{0: 100, 5: 50, 10: 0, -4: 100, 99: 0, math.Inf(1): 0} {
		if got := s.at(v); got != want {
			t.Errorf("at(%g) = %g, want %g", v, got, want)
		}
	}
	if got := s.at(math.NaN()); got != 100 {
		t.Errorf("at(NaN) = %g", got)
	}
}

func TestPercentAxisEndsAtHundred(t *testing.T) {
	for _, c := range []struct {
		values []float64
		hi     float64
	}{{[]float64{12, 87}, 100}, {[]float64{100}, 100}, {[]float64{99.9}, 100}, {[]float64{130}, 150}, {[]float64{3, 4}, 4}} {
		for count := 4; count <= 6; count++ {
			if s := percentLinear(c.values, count, 0, 1); s.hi != c.hi {
				t.Errorf("%v with %d steps ends at %g, want %g", c.values, count, s.hi, c.hi)
			}
		}
	}
}

func TestTickTextHasTheDecimalsOfItsStep(t *testing.T) {
	tr := words.For(words.English)
	for _, c := range []struct {
		step, v float64
		want    string
	}{{250, 1250, "1,250"}, {0.5, 1, "1.0"}, {0.25, 0.5, "0.50"}, {2.5, 7.5, "7.5"}, {1, 3, "3"}, {20, -40, "−40"}, {1e-9, 0, "0"}, {1e-9, 3e-9, "3\u00a0×\u00a010⁻⁹"}, {2e-8, 1.00000006, "1.00000006"}} {
		if got := (linear{step: c.step}).tickText(tr, c.v, false); got != c.want {
			t.Errorf("step %g: %q, want %q", c.step, got, c.want)
		}
	}
	if got := (linear{step: 25}).tickText(words.For(words.Spanish), 75, true); got != "75\u00a0%" {
		t.Errorf("percent in Spanish: %q", got)
	}
}
