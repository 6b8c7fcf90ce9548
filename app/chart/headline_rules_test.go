package chart

import (
	"fmt"
	"math"
	"testing"

	"doublefix/app/words"
)

// newMark is a mark with a figure, its year or NaN, and nothing else.
func newMark(id, label string, year, value float64) Mark {
	nan := math.NaN()
	return Mark{ID: id, Label: label, X: year, XTo: nan, Value: value, Low: nan, High: nan, Status: Final}
}

func with(m Mark, change func(*Mark)) Mark {
	change(&m)
	return m
}

// inYears are figures of years, from 2019 on.
func inYears(values ...float64) []Mark {
	var out []Mark
	for i, v := range values {
		out = append(out, newMark(fmt.Sprint("y", i), fmt.Sprint(2019+i), float64(2019+i), v))
	}
	return out
}

// byName are figures of A, B, C ….
func byName(values ...float64) []Mark {
	var out []Mark
	for i, v := range values {
		out = append(out, newMark(fmt.Sprint("n", i), string(rune('A'+i)), math.NaN(), v))
	}
	return out
}

func TestHeadlineRules(t *testing.T) {
	nan := math.NaN()
	partial := func(m *Mark) { m.Status = Partial }
	for name, c := range map[string]struct {
		spec Spec
		want string
	}{
		"nothing left":              {Spec{Form: Bars}, "No figure is left."},
		"one":                       {Spec{Form: Lines, Marks: inYears(7)}, "2019: 7 guns."},
		"change":                    {Spec{Form: Bars, Marks: inYears(10, 40, 20)}, "From 10 guns in 2019 to 20 in 2021: ≈2 times the first figure. The highest was 40, in 2020."},
		"dip":                       {Spec{Form: Bars, Marks: inYears(100, 40, 80)}, "From 100 guns in 2019 to 80 in 2021: ≈20% less. The lowest was 40, in 2020."},
		"up and down":               {Spec{Form: Lines, Marks: inYears(50, 90, 10, 60)}, "From 50 guns in 2019 to 60 in 2022: ≈20% more. The highest was 90, in 2020; the lowest 10, in 2021."},
		"no change":                 {Spec{Form: Bars, Marks: inYears(20, 20)}, "20 guns in 2019, and the same, 20, in 2020."},
		"too little for percent":    {Spec{Form: Bars, Marks: inYears(2, 5)}, "From 2 guns in 2019 to 5 in 2020."},
		"from zero":                 {Spec{Form: Bars, Marks: inYears(0, 20)}, "From 0 guns in 2019 to 20 in 2020."},
		"points":                    {Spec{Form: Bars, Percent: true, Marks: inYears(25, 20)}, "From 25% in 2019 to 20% in 2020: ≈5 points less."},
		"part-year last":            {Spec{Form: Bars, Marks: append(inYears(10, 20), with(newMark("p", "2021", 2021, 900), partial))}, "From 10 guns in 2019 to 20 in 2020: ≈2 times the first figure."},
		"part-years only":           {Spec{Form: Bars, Marks: []Mark{with(newMark("p", "2020", 2020, 9), partial), with(newMark("q", "2021", 2021, 4), partial)}}, "2 figures, none of them for a whole period."},
		"bound":                     {Spec{Form: Bars, Marks: append(inYears(10), with(newMark("b", "2020", 2020, 30), func(m *Mark) { m.Written, m.Low = "more than 30", 30 }))}, "From 10 guns in 2019 to more than 30 in 2020."},
		"about":                     {Spec{Form: Bars, Marks: append(inYears(10), with(newMark("b", "2020", 2020, 15), func(m *Mark) { m.Written = "≈15" }))}, "From 10 guns in 2019 to about 15 in 2020: ≈50% more."},
		"provisional":               {Spec{Form: Bars, Marks: append(inYears(10), with(newMark("b", "2020", 2020, 15), func(m *Mark) { m.Status = Provisional }))}, "From 10 guns in 2019 to 15 (provisional) in 2020: ≈50% more."},
		"another kind":              {Spec{Form: Bars, Marks: append(inYears(10), with(newMark("b", "2020", 2020, 30), func(m *Mark) { m.Kind = "estimate" }))}, "10 guns (2019); 30 (2020). The two are not counted alike."},
		"another base in the midst": {Spec{Form: Bars, Marks: append(inYears(10, 20, 30), with(newMark("b", "2022", 2022, 300), func(m *Mark) { m.Sub = "also states" }))}, "From 10 guns in 2019 to 30 in 2021: ≈3 times the first figure."},
		"two figures for a year":    {Spec{Form: Lines, Marks: append(inYears(10, 20, 30), newMark("z", "2021", 2021, 50))}, "From 10 guns in 2019 to 20 in 2020: ≈2 times the first figure."},
		"a higher part of a year":   {Spec{Form: Bars, Marks: append(inYears(10, 40, 20), with(newMark("p", "2022", 2022, 90), partial))}, "From 10 guns in 2019 to 20 in 2021: ≈2 times the first figure."},
		"a lower part of a year":    {Spec{Form: Bars, Marks: append(inYears(100, 40, 80), with(newMark("p", "2022", 2022, 9), partial))}, "From 100 guns in 2019 to 80 in 2021: ≈20% less. The lowest was 40, in 2020."},
		"rivals for a year, higher": {Spec{Form: Lines, Marks: append(inYears(10, 40, 30, 20), newMark("z", "2021", 2021, 90))}, "From 10 guns in 2019 to 20 in 2022: ≈2 times the first figure."},
		"rivals for a year, lower":  {Spec{Form: Lines, Marks: append(inYears(90, 40, 50, 80), newMark("z", "2021", 2021, 7))}, "From 90 guns in 2019 to 80 in 2022: ≈11% less."},
		"below zero":                {Spec{Form: Bars, Marks: inYears(20, -30)}, "From 20 guns in 2019 to −30 in 2020."},
		"to zero":                   {Spec{Form: Bars, Marks: inYears(20, 0)}, "From 20 guns in 2019 to 0 in 2020: ≈100% less."},
		"a share of nothing":        {Spec{Form: Bars, Percent: true, Marks: inYears(0, 20)}, "From 0% in 2019 to 20% in 2020: ≈20 points more."},
		"too small a change":        {Spec{Form: Bars, Marks: inYears(100000, 100001)}, "From 100,000 guns in 2019 to 100,001 in 2020."},
		"gap":                       {Spec{Form: Lines, Marks: []Mark{newMark("a", "2019", 2019, 10), newMark("b", "2022", 2022, 11)}}, "From 10 guns in 2019 to 11 in 2022: ≈10% more. For 2 years in between there is no figure for the year."},

		"extremes":                  {Spec{Form: BarsHorizontal, Marks: byName(5, 9, 2)}, "Of 3 figures, the highest is 9 guns (B), 4 more than the next (A); the lowest is 2 (C)."},
		"a tie at the top":          {Spec{Form: BarsHorizontal, Marks: byName(9, 9, 2)}, "Of 3 figures, the highest is 9 guns (A; B); the lowest is 2 (C)."},
		"a tie behind the top":      {Spec{Form: BarsHorizontal, Marks: byName(9, 4, 4, 2)}, "Of 4 figures, the highest is 9 guns (A), 5 more than the next (B; C); the lowest is 2 (D)."},
		"below zero by name":        {Spec{Form: BarsHorizontal, Marks: byName(-5, 3, -8)}, "Of 3 figures, the highest is 3 guns (B), 8 more than the next (A); the lowest is −8 (C)."},
		"many at the bottom":        {Spec{Form: BarsHorizontal, Marks: byName(9, 1, 1, 1, 1)}, "Of 5 figures, the highest is 9 guns (A); the lowest is 1 (4 figures)."},
		"all the same":              {Spec{Form: BarsHorizontal, Marks: byName(4, 4, 4)}, "3 figures, all the same: 4 guns."},
		"two":                       {Spec{Form: BarsHorizontal, Marks: byName(4, 6)}, "The higher figure is 6 guns (B), the lower 4 (A)."},
		"one in full":               {Spec{Form: BarsHorizontal, Marks: []Mark{newMark("a", "A", nan, 3), with(newMark("b", "B", nan, 8), partial)}}, "The only figure for a whole period is 3 guns (A)."},
		"two units":                 {Spec{Form: BarsHorizontal, Marks: []Mark{newMark("a", "A", nan, 3), with(newMark("b", "B", nan, 8), func(m *Mark) { m.Unit = "shops" })}}, "2 figures, which do not all count the same."},
		"a name that tells nothing": {Spec{Form: BarsHorizontal, Marks: []Mark{newMark("a", "Guns", nan, 3), newMark("b", "Guns", nan, 8), newMark("c", "Guns", nan, 5)}}, "Of 3 figures, the highest is 8 guns; the lowest is 3."},
		"groups": {
			Spec{Form: BarsHorizontal, Groups: []Group{{Title: "North"}, {Title: "South"}}, Marks: []Mark{newMark("a", "A", nan, 3), newMark("b", "B", nan, 8), with(newMark("c", "C", nan, 5), func(m *Mark) { m.Group = 1 })}},
			"North: 3 guns (A); 8 (B). South: 5 guns (C).",
		},

		"claims": {
			Spec{Form: Claims, Percent: true, Marks: []Mark{with(newMark("a", "", nan, 12), func(m *Mark) { m.Who, m.When = "NSSF (industry)", "2021" }), with(newMark("b", "", nan, nan), func(m *Mark) { m.Who, m.Low, m.High, m.Written = "A lawsuit", 70, 90, "70–90%" })}},
			"12% according to NSSF (industry), 2021; 70–90% according to A lawsuit.",
		},
		"one claim":     {Spec{Form: Claims, Percent: true, Marks: []Mark{with(newMark("a", "", nan, 12), func(m *Mark) { m.Who = "NSSF" })}}, "12% according to NSSF."},
		"only words":    {Spec{Form: Ranges, Marks: []Mark{with(newMark("a", "Press", nan, nan), func(m *Mark) { m.Written = "many" })}}, "1 row."},
		"what is left":  {Spec{Form: Funnel, Marks: byName(1000, 400, 50)}, "Of 1,000 guns (A), 50 (C) are left: ≈5%."},
		"more than all": {Spec{Form: Funnel, Marks: byName(50, 400, 1000)}, "Of 3 figures, the highest is 1,000 guns (C), 600 more than the next (B); the lowest is 50 (A)."},
		"a cloud, ties": {Spec{Form: Scatter, XTitle: "Shops", YTitle: "Guns", Marks: []Mark{newMark("a", "A", 3, 30), newMark("b", "B", 7, 20), newMark("c", "C", 3, 20)}}, "“Shops” goes from 3 (A; C) to 7 (B). “Guns” goes from 20 (B; C) to 30 (A)."},
		"a level cloud": {Spec{Form: Scatter, XTitle: "Shops", YTitle: "Guns", Marks: []Mark{newMark("a", "A", 3, 30), newMark("b", "B", 7, 30)}}, "“Shops” goes from 3 (A) to 7 (B). “Guns” is 30 throughout."},
		"pairs, a tie":  {Spec{Form: HeadToHead, Marks: []Mark{with(newMark("a", "One", nan, 3), func(m *Mark) { m.Rival, m.Against = "Two", 9 }), with(newMark("b", "One", nan, 8), func(m *Mark) { m.Rival, m.Against = "Three", 2 })}}, "Of 2 pairs, 2 have the same lead, the largest; one of them is Two before One: 9 to 3."},
		"equal last parts": {
			Spec{Form: Stacked, Series: []Series{{Title: "Long"}, {Title: "Short"}, {Title: "Other"}}, Marks: []Mark{newMark("a", "2020", nan, 3), with(newMark("b", "2020", nan, 8), func(m *Mark) { m.Series = 1 }), with(newMark("c", "2020", nan, 3), func(m *Mark) { m.Series = 2 })}},
			"2020: the largest part is “Short”, 8 guns.",
		},
		"parts of one":  {Spec{Form: Stacked, Series: []Series{{Title: "Long"}, {Title: "Short"}}, Marks: []Mark{newMark("a", "2020", nan, 3), with(newMark("b", "2020", nan, 8), func(m *Mark) { m.Series = 1 })}}, "2020: the largest part is “Short”, 8 guns; the smallest is “Long”, 3."},
		"places":        {Spec{Form: Bump, Series: []Series{{Title: "Texas"}, {Title: "Arizona"}}, Marks: append(inYears(5, 2), with(newMark("a", "2019", 2019, 1), func(m *Mark) { m.Series = 1 }), with(newMark("b", "2020", 2020, 9), func(m *Mark) { m.Series = 1 }))}, "First in 2019: Texas, 5 guns. First in 2020: Arizona, 9 guns."},
		"pairs":         {Spec{Form: HeadToHead, Marks: []Mark{with(newMark("a", "One", nan, 3), func(m *Mark) { m.Rival, m.Against = "Two", 9 }), with(newMark("b", "One", nan, 6), func(m *Mark) { m.Rival, m.Against = "Three", 5 })}}, "Of 2 pairs, the clearest is Two before One: 9 to 3."},
		"even bins":     {Spec{Form: Histogram, Marks: []Mark{with(newMark("a", "0–5", nan, 2), func(m *Mark) { m.Low, m.High = 0, 5 }), with(newMark("b", "5–10", nan, 2), func(m *Mark) { m.Low, m.High = 5, 10 })}}, "The most frequent ranges are 0–5 and 5–10: 2 of 4 figures in each."},
		"table":         {Spec{Form: Table, Marks: byName(4, 6)}, "2 rows. The figures go from 4 guns (A) to 6 (B)."},
		"a cloud":       {Spec{Form: Scatter, XTitle: "Shops", YTitle: "Guns", Marks: []Mark{newMark("a", "A", 3, 30), newMark("b", "B", 7, 20)}}, "“Shops” goes from 3 (A) to 7 (B). “Guns” goes from 20 (B) to 30 (A)."},
		"events, a tie": {Spec{Form: Timeline, Marks: []Mark{newMark("a", "A", 2019.2, nan), newMark("b", "B", 2019.4, nan), newMark("c", "C", 2021.1, nan), newMark("d", "D", 2021.2, nan), newMark("e", "E", 2024, nan)}}, "5 events, from 2019 to 2024. The years with the most are 2019 and 2021, with 2 each."},
	} {
		t.Run(name, func(t *testing.T) {
			spec := c.spec
			spec.Tr, spec.Source = words.For(words.English), "s"
			if !spec.Percent {
				spec.Unit, spec.UnitOne = "guns", "gun"
			}
			told := Headline(spec)
			if told.Text != c.want {
				t.Errorf("got\n%s\nwant\n%s", told.Text, c.want)
			}
			checkTold(t, name, spec, told)
		})
	}
}

// Every form has a headline for marks of any kind, in both languages, without holes and always the same.
func TestHeadlineOfOddMarks(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, form := range Forms() {
		for i, marks := range [][]Mark{
			nil, inYears(1), inYears(1, nan, inf), byName(nan, nan), byName(0, 0), byName(-5, 3, -inf),
			{{X: 1, XTo: 1e18, Value: 1}},
			{newMark("a", "", nan, 5), newMark("a", "", nan, 5)},
			{with(newMark("a", "A", 2020, 4), func(m *Mark) { m.Series, m.Group = 7, -3 }), newMark("b", "B", 2021, 5)},
		} {
			for _, lang := range words.Langs() {
				spec := Spec{Form: form, Tr: words.For(lang), Source: "s", Unit: "u", Marks: marks, Series: []Series{{Title: "S"}, {Title: "T"}}, Groups: []Group{{Title: "G"}}}
				told := Headline(spec)
				if told.Text == "" || untranslated.MatchString(told.Text) || Headline(spec).Text != told.Text || len(told.Text) > 400 {
					t.Errorf("%s %d: %q", form, i, told.Text)
				}
			}
		}
	}
}

// Who says so is said once, and what a row is of says nothing.
func TestNobodySaysAccordingToTwice(t *testing.T) {
	for _, c := range []struct {
		form      Form
		who, want string
	}{
		{Claims, "ATF", "70 guns according to ATF."},
		{Claims, "ATF, according to the press", "70 guns (ATF, according to the press)."},
		{Table, "Courses on tracing", "70 guns (A)."},
	} {
		spec := Spec{Form: c.form, Tr: words.For(words.English), Source: "s", Unit: "guns", Marks: []Mark{with(newMark("a", "A", math.NaN(), 70), func(m *Mark) { m.Who = c.who })}}
		h := &headliner{teller: teller{spec: spec, tr: spec.Tr, told: map[string]bool{}, named: map[string]int{}}}
		if h.only(spec.Marks); h.text() != c.want {
			t.Errorf("%q, want %q", h.text(), c.want)
		}
	}
}
