package handout

import (
	"math"
	"slices"
	"testing"

	"doublefix/app/chart"
)

func TestYears(t *testing.T) {
	year := func(ys ...float64) []chart.Mark {
		var ms []chart.Mark
		for _, y := range ys {
			ms = append(ms, chart.Mark{X: y, XTo: math.NaN()})
		}
		return ms
	}
	mean := chart.Mark{X: 2014, XTo: 2019}
	for name, c := range map[string]struct {
		marks []chart.Mark
		want  []string
		ok    bool
	}{
		"one":              {year(2019), []string{"2019"}, true},
		"two in a row":     {year(2010, 2009), []string{"2009", "2010"}, true},
		"three in a row":   {year(2009, 2010, 2011), []string{"2009–2011"}, true},
		"a gap":            {year(1990, 1991, 1992, 1995), []string{"1990–1992", "1995"}, true},
		"twice":            {year(2019, 2019), []string{"2019"}, true},
		"a mean by itself": {append(year(2020), mean), []string{"2014–2019", "2020"}, true},
		"inside a mean":    {append(year(2019), mean), []string{"2014–2019", "2019"}, true},
		"months":           {year(2019.5), nil, false},
		"no years":         {year(3), nil, false},
		"no place":         {year(math.NaN()), nil, false},
		"none":             {nil, nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			if got, ok := years(c.marks); ok != c.ok || !slices.Equal(got, c.want) {
				t.Errorf("got %v, %v, want %v, %v", got, ok, c.want, c.ok)
			}
		})
	}
}
