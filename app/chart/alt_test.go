package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"doublefix/app/words"
)

func TestAlt(t *testing.T) {
	set := built(t)
	for name, tt := range map[string]struct {
		lang words.Lang
		want string
	}{
		"stops": {words.English, "Bar chart: Guns stopped. 7 figures. First 107 (2009), last 1,030 (2024, 10 months). Highest 1,171 (2023). " +
			"115 a year on average, FY2014 to FY2019. No figure for 2010 to 2013 and 2020. Part of a period only: 2024, 10 months. " +
			"Derived, not printed so by the source: 2021; 2022. " +
			"Caution: Found, not crossed. 2019: Printed as 2019. 2021 and 2022: From monthly means. 2022: Odd. Source: CBP. AP 2011; Trace 2024."},
		"shares": {words.Spanish, "Afirmaciones lado a lado: Shares. De las rastreadas (1 cifra): GAO, 2009: 87_%. De todas (4 cifras): " +
			"La menor: 56_% de 6,819 (Army, 2024); la mayor: 70–90_% (Lawsuit, 2021). " +
			"Cada grupo es parte de un total distinto; los grupos no se comparan. La fuente no explica: 56_% de 6,819 (Army, 2024). Fuente: AP 2011; Trace 2024."},
		"deaths": {words.English, "Line chart: Deaths. INEGI (2 figures): First 20,762 (2015), last 36,685 (2018). No figure for 2016 and 2017. " +
			"SESNSP (3 figures): First 17,886 (2015), last 33,743 (2018). No figure for 2017. The same year in several series, 2018: " +
			"INEGI, 36,685 and SESNSP, 33,743. Provisional: 2018. Source: AP 2011; Trace 2024."},
		"flow": {words.English, "Ranges side by side: Flow. Model (3 figures): Model: 89,816_– 212,887_– 359,205. Day: about 182,500–219,000. Least: at least 135,000. " +
			"Press (2 figures): Press: up to 1,000,000. Words, in words only: hundreds of thousands. Derived, not printed so by the source: Day. Source: AP 2011; Trace 2024."},
		"funnel": {words.Spanish, "Lo que queda, paso a paso: Funnel. 3 cifras. Seized: 30,000. Sent: 7,200, 24_% del primer paso. From the US: 3,480, 11.6_% del primer paso. Fuente: AP 2011."},
	} {
		t.Run(name, func(t *testing.T) {
			ds := set.Dataset(name)
			got := strings.ReplaceAll(build(t, ds, ds.Charts[0], tt.lang).Alt, "\u00a0", "_")
			if got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestAltOfOddMarks(t *testing.T) {
	nan := math.NaN()
	mark := func(x, v float64) Mark {
		return Mark{ID: "m", Label: "m", X: x, XTo: nan, Value: v, Low: nan, High: nan, Written: "w"}
	}
	for name, marks := range map[string][]Mark{
		"none":        nil,
		"one":         {mark(1, 2)},
		"no numbers":  {mark(1, nan), mark(2, nan)},
		"far apart":   {mark(-1e300, 1), mark(1e300, 2)},
		"no places":   {mark(nan, 1), mark(nan, 2)},
		"huge span":   {{X: 1, XTo: 1e18, Value: 1}, mark(2, 2)},
		"infinite":    {mark(math.Inf(1), math.Inf(1)), mark(0, math.Inf(-1))},
		"zero at top": {mark(1, 0), mark(2, 5)},
	} {
		for _, form := range Forms() {
			for _, series := range [][]Series{nil, {{ID: "a", Title: "A"}}} {
				s := alt(Spec{Form: form, Tr: words.For(words.Spanish), Title: "T", Marks: marks, Source: "S", Series: series, Groups: []Group{{ID: "g", Title: "G"}}}, "")
				if !strings.Contains(s, "T.") || strings.Contains(s, "NaN") || strings.Contains(s, "<no value>") || len(s) > 600 {
					t.Errorf("%s as %s: %s", name, form, s)
				}
			}
		}
	}
}

func TestAltTellsCaveatsAndSourcesAsFarAsTheyCanBeListenedTo(t *testing.T) {
	set := built(t)
	ds := set.Dataset("stops")
	spec := build(t, ds, ds.Charts[0], words.English)
	spec.Source = strings.Repeat("The Trace, March 2024; ", 9)
	for _, c := range []struct{ note, who, has, not string }{
		{"Short.", "CBP and others", "2021 and 2022: Short. 2022: Odd. Source: CBP and others.", "caveats"},
		{strings.Repeat("Long and winding. ", 40), "", "3 caveats are told with their figures. Source: The Trace", "winding"},
	} {
		spec.Notes[1].Text = c.note
		if got := alt(spec, c.who); !strings.Contains(got, c.has) || strings.Contains(got, c.not) {
			t.Errorf("%s", got)
		}
	}
}

func TestAltDoesNotPutAnOpenEndWithinARange(t *testing.T) {
	nan := math.NaN()
	marks := []Mark{
		{ID: "a", Label: "Digest", Value: nan, Low: 342, High: 597, X: nan, XTo: nan, Written: "342–597"},
		{ID: "b", Label: "Press", Value: nan, Low: 500, High: nan, X: nan, XTo: nan, Written: "more than 500"},
	}
	spec := Spec{Form: Ranges, Tr: words.For(words.English), Title: "T", Marks: marks, Source: "S"}
	if got := alt(spec, ""); !strings.Contains(got, "Digest: 342–597. Press: more than 500.") || strings.Contains(got, "within") {
		t.Error(got)
	}
	spec.Marks[1].High = 550
	if got := alt(spec, ""); !strings.Contains(got, "All within 342–597 (Digest).") {
		t.Error(got)
	}
}

func TestAltOfManyPartsEnds(t *testing.T) {
	nan := math.NaN()
	for _, form := range []Form{Lines, Claims, Ranges, Funnel} {
		spec := Spec{Form: form, Tr: words.For(words.English), Title: "T", Source: "S"}
		for i := range 50 {
			spec.Marks = append(spec.Marks, Mark{ID: fmt.Sprint(i), Label: "m", X: 2000, XTo: nan, Value: 1, Low: nan, High: nan, Written: "1", Series: i, Group: i})
			spec.Series = append(spec.Series, Series{Title: "s"})
			spec.Groups = append(spec.Groups, Group{Title: "g"})
		}
		if got := alt(spec, ""); !strings.Contains(got, "And 38 more.") || len(got) > 900 {
			t.Errorf("%s: %s", form, got)
		}
	}
}
