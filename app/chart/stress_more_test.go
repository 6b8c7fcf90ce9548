package chart

import (
	"math"
	"testing"
	"time"

	"doublefix/app/look"
	"doublefix/app/words"
)

// A line of many points, years from long before clocks count, an axis of next to no width and an index that begins at zero
// are drawn, each in seconds.
func TestLinesThatOtherProgramsChokeOn(t *testing.T) {
	const limit = 10 * time.Second
	for name, c := range map[string]struct {
		n               int
		from, step      float64
		first, quotient float64
	}{
		"12,000 points":        {12000, 2000, 1. / 365, 100, 1},
		"before 1678":          {300, 1400, 1, 100, 1},
		"from the year 1":      {2026, 1, 1, 100, 1},
		"hardly any width":     {20, 2020, 1e-9, 100, 1},
		"an index from zero":   {20, 2000, 1, 0, 1},
		"a line of zeros only": {20, 2000, 1, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && c.n > 10000 {
				t.Skip("several seconds, many times that with the race detector")
			}
			values := make([]float64, c.n)
			for i := range values {
				values[i] = (c.first + float64(i)*math.Abs(math.Sin(float64(i)))) * c.quotient
			}
			spec := stressSpec(Lines, values, "Cañón", words.Spanish)
			for i := range spec.Marks {
				m := &spec.Marks[i]
				m.X, m.XTo, m.Series, m.Value = c.from+float64(i)*c.step, math.NaN(), 0, values[i]
			}
			began := time.Now()
			inTime(t, func() {
				d, err := drawAll(spec, Frame{W: 700, H: 400, Palette: look.Light(), Title: true, Notes: true, Source: true})
				if err != nil {
					t.Error(err)
					return
				}
				checkDrawing(t, tamed(spec), d)
			})
			if took := time.Since(began); took > limit {
				t.Errorf("took %v", took)
			}
		})
	}
}
