package chart

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// Each number of a headline is what its marks make it, and each number that stands in one is accounted for.
func TestHeadlinesAreTraceable(t *testing.T) {
	count := 0
	offered(t, func(name string, asked Asked) {
		told := Headline(asked.Spec)
		count++
		if told.Text == "" || strings.Contains(told.Text, "{{") || strings.Contains(told.Text, "<no value>") || untranslated.MatchString(told.Text) || strings.Contains(told.Text, "..") {
			t.Errorf("%s: %q", name, told.Text)
		}
		for _, n := range told.Numbers {
			if got := made(asked.Spec, n); math.Abs(got-n.Value) > 0.51*math.Pow10(-decimals(n)) {
				t.Errorf("%s: %q is %g, its marks make %g: %s", name, n.Text, n.Value, got, told.Text)
			}
		}
		checkNumbers(t, name, asked.Spec, told)
	})
	if count < 100 {
		t.Errorf("only %d headlines", count)
	}
}

// made is what the marks of a number come to.
func made(spec Spec, n Number) float64 {
	value := func(id string) float64 {
		i := slices.IndexFunc(spec.Marks, func(m Mark) bool { return m.ID == id })
		if i < 0 {
			return math.NaN()
		}
		return middle(spec.Marks[i])
	}
	mark := func(id string) Mark {
		return spec.Marks[slices.IndexFunc(spec.Marks, func(m Mark) bool { return m.ID == id })]
	}
	switch n.How {
	case Counted:
		return float64(len(n.Marks))
	case Missing:
		return without(spec, mark(n.Marks[0]), mark(n.Marks[1]))
	case Across:
		return mark(n.Marks[0]).X
	case Against:
		return mark(n.Marks[0]).Against
	}
	a := value(n.Marks[0])
	sum := 0.0
	for _, id := range n.Marks[1:] {
		sum += value(id)
	}
	switch n.How {
	case Total:
		return a + sum
	case Difference:
		return a - sum
	case Growth:
		return (a/sum - 1) * 100
	case Ratio:
		return a / sum
	case ShareOf:
		return 100 * a / sum
	}
	return a
}

// without counts the years between two marks of a series that have no figure of their own.
func without(spec Spec, first, last Mark) float64 {
	gap := 0.0
	for year := math.Floor(first.X) + 1; year < math.Floor(last.X); year++ {
		if !slices.ContainsFunc(spec.Marks, func(m Mark) bool {
			return !m.Band() && math.Floor(m.X) == year && (len(spec.Series) < 2 || m.Series == first.Series) && hasFigure(middle(m))
		}) {
			gap++
		}
	}
	return gap
}

// decimals is to how many decimals a number was rounded.
func decimals(n Number) int {
	switch n.How {
	case Figure, Counted, Missing, Across, Against, Total:
		return 9
	}
	_, after, found := strings.Cut(n.Text, ".")
	if !found {
		return 0
	}
	return len(strings.TrimRight(after, "% \u00a0"))
}

var digits = regexp.MustCompile(`\d[\d,]*(\.\d+)?`)

// checkNumbers fails the test where a number of the text is neither one of those that were made nor part of a name.
func checkNumbers(t *testing.T, name string, spec Spec, told Told) {
	t.Helper()
	known := spec.Unit + " " + spec.XTitle + " " + spec.YTitle
	for _, n := range told.Numbers {
		known += " " + n.Text
	}
	for _, m := range spec.Marks {
		known += " " + strings.Join([]string{m.Label, m.Sub, m.Who, m.When, m.Period, m.Rival, m.Unit, yearText(m.X)}, " ")
	}
	for _, s := range spec.Series {
		known += " " + s.Title
	}
	for _, g := range spec.Groups {
		known += " " + g.Title + " " + g.Note
	}
	known += " " + spec.Who
	there := map[string]bool{}
	for _, d := range digits.FindAllString(known, -1) {
		there[strings.TrimRight(d, ",")] = true
	}
	for _, d := range digits.FindAllString(told.Text, -1) {
		if d = strings.TrimRight(d, ","); !there[d] && !isGap(told.Text, d) {
			t.Errorf("%s: %s comes from nowhere: %s", name, d, told.Text)
		}
	}
}

// isGap reports whether a number counts what is not there, or series that are not told: years without a figure have no marks.
func isGap(text, d string) bool {
	for _, s := range []string{"For " + d + " year", "De " + d + " año", d + " more series", "dibujan " + d, "dibuja " + d} {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}

// Headlines of a few charts, as an editor has read them.
func TestHeadlines(t *testing.T) {
	set := shippedSet(t)
	for _, c := range []struct {
		dataset, view string
		lang          words.Lang
		want          string
	}{
		{"border_seizures", "core", words.English, "From 107 firearms in 2009 to 1,171 in 2023: ≈10.9 times the first figure. For 8 years in between there is no figure for the year. Source: CBP, via AP, GAO, The Trace, Expreso."},
	} {
		ds := set.Dataset(c.dataset)
		asked, err := Ask(ds, dataset.Lens{View: c.view}, words.For(c.lang))
		if err != nil {
			t.Fatal(err)
		}
		if got := Headline(asked.Spec).Text; got != c.want {
			t.Errorf("%s/%s: %s", c.dataset, c.view, got)
		}
	}
}

// A part of a year is never the end of a change, and nothing compares with zero.
func TestHeadlinesCompareOnlyWhatCompares(t *testing.T) {
	mark := func(id string, year, value float64, status Status) Mark {
		return Mark{ID: id, Label: yearText(year), X: year, XTo: math.NaN(), Value: value, Low: math.NaN(), High: math.NaN(), Status: status}
	}
	spec := Spec{Form: Bars, Tr: words.For(words.English), Unit: "guns", Source: "s", Marks: []Mark{
		mark("a", 2019, 10, Final), mark("b", 2020, 40, Final), mark("c", 2021, 20, Final), mark("d", 2022, 900, Partial),
	}}
	if got := Headline(spec).Text; got != "From 10 guns in 2019 to 20 in 2021: ≈2 times the first figure. The highest was 40, in 2020." {
		t.Error(got)
	}
	spec.Marks[0].Value = 0
	if got := Headline(spec).Text; got != "From 0 guns in 2019 to 20 in 2021. The highest was 40, in 2020." {
		t.Error(got)
	}
	spec.Percent, spec.Marks[0].Value = true, 25
	if got := Headline(spec).Text; got != "From 25% in 2019 to 20% in 2021: ≈5 points less. The highest was 40%, in 2020." {
		t.Error(got)
	}
	spec.Marks = nil
	if got := Headline(spec).Text; got != "No figure is left." {
		t.Error(got)
	}
}
