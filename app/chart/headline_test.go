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
	check := func(name string, asked Asked) {
		told := Headline(asked.Spec)
		count++
		if told.Text == "" || strings.Contains(told.Text, "{{") || strings.Contains(told.Text, "<no value>") || untranslated.MatchString(told.Text) || strings.Contains(told.Text, "..") {
			t.Errorf("%s: %q", name, told.Text)
		}
		checkTold(t, name, asked.Spec, told)
	}
	offered(t, check)
	questions(t, check)
	if count < 800 {
		t.Errorf("only %d headlines", count)
	}
}

// questions puts the questions that are allowed to every chart of the package: groups, scales, comparisons, filters.
func questions(t *testing.T, do func(name string, asked Asked)) {
	t.Helper()
	for _, d := range shippedSet(t).Datasets {
		for i, v := range d.Charts {
			tr := words.For(words.Langs()[i%2])
			for _, q := range questionsTo(d, v.Name, tr) {
				if asked, err := Ask(d, q, tr); err == nil { // a filter may leave too few figures for a comparison
					do(d.ID+"/"+v.Name+": "+asked.Spec.Asked, asked)
				}
			}
		}
	}
}

func questionsTo(d *dataset.Dataset, view string, tr words.Tr) (out []dataset.Lens) {
	plain := dataset.Lens{View: view}
	for _, g := range d.Groupable(plain, tr) {
		for _, by := range dataset.Aggregates() {
			if q := (dataset.Lens{View: view, Group: g.Field, By: by}); d.MayAggregate(q, by, tr) == "" {
				out = append(out, q)
			}
		}
	}
	for _, s := range dataset.Scales() {
		if s != dataset.AsIs && d.MayScale(plain, s, tr) == "" {
			out = append(out, dataset.Lens{View: view, Scale: s})
		}
	}
	for _, c := range first(d.Comparable(plain, tr), 2) {
		out = append(out, dataset.Lens{View: view, With: []dataset.Beside{c.Beside}})
	}
	for _, f := range d.Facets(plain, tr) {
		for _, v := range first(f.Values, 2) {
			out = append(out, dataset.Lens{View: view, Where: []dataset.Cond{{Field: f.Field, Op: "=", Values: []string{v.Value}}}})
		}
	}
	return out
}

func first[T any](list []T, most int) []T { return list[:min(len(list), most)] }

// checkTold fails the test where a number of a sentence is not what its marks make it, or comes from nowhere.
func checkTold(t *testing.T, name string, spec Spec, told Told) {
	t.Helper()
	known := spec.Unit + " " + spec.UnitOne + " " + spec.Who
	for _, n := range told.Numbers {
		known += " " + n.Text
		if got := made(spec, n); math.Abs(got-n.Value) > 0.51*math.Pow10(-decimals(n)) {
			t.Errorf("%s: %q is %g, its marks make %g: %s", name, n.Text, n.Value, got, told.Text)
		}
	}
	known += " " + namesIn(spec)
	for _, d := range numbersFromNowhere(told.Text, known) {
		t.Errorf("%s: %s comes from nowhere: %s", name, d, told.Text)
	}
}

// made is what the marks of a number come to.
func made(spec Spec, n Number) float64 {
	mark := func(id string) Mark {
		i := slices.IndexFunc(spec.Marks, func(m Mark) bool { return m.ID == id })
		if i < 0 {
			return Mark{Value: math.NaN(), Low: math.NaN(), High: math.NaN(), X: math.NaN()}
		}
		return spec.Marks[i]
	}
	a, sum, above := mark(n.Marks[0]), 0.0, 0.0
	for _, id := range n.Marks[1:] {
		sum += middle(mark(id))
		above += max(middle(mark(id)), 0)
	}
	switch n.How {
	case Counted:
		return float64(len(n.Marks))
	case Missing:
		gap := 0.0
		for year := math.Floor(a.X) + 1; year < math.Floor(mark(n.Marks[1]).X); year++ {
			if !slices.ContainsFunc(spec.Marks, func(m Mark) bool { return !m.Band() && math.Floor(m.X) == year }) {
				gap++
			}
		}
		return gap
	case Across:
		return a.X
	case Against:
		return a.Against
	case Total:
		return max(middle(a), 0) + above
	case Difference:
		return middle(a) - sum
	case Growth:
		return (middle(a)/sum - 1) * 100
	case Ratio:
		return middle(a) / sum
	case ShareOf:
		return 100 * middle(a) / sum
	case Figure:
	}
	return middle(a)
}

// decimals is to how many decimals a number was rounded.
func decimals(n Number) int {
	switch n.How {
	case Figure, Counted, Missing, Across, Against, Total:
		return 6
	case Difference, Growth, Ratio, ShareOf:
	}
	_, after, found := strings.Cut(n.Text, ".")
	if !found {
		return 0
	}
	return len(strings.TrimRight(after, "% \u00a0"))
}

var digits = regexp.MustCompile(`\d[\d,]*(\.\d+)?`)

// namesIn are the texts of a chart that name its marks.
func namesIn(spec Spec) string {
	texts := []string{spec.XTitle, spec.YTitle}
	texts = append(texts, spec.Columns...)
	for _, m := range spec.Marks {
		texts = append(texts, m.Label, m.Sub, m.Who, m.When, m.Period, m.Rival, m.Unit, yearText(m.X))
	}
	for _, s := range spec.Series {
		texts = append(texts, s.Title, s.Unit)
	}
	for _, g := range spec.Groups {
		texts = append(texts, g.Title)
	}
	return strings.Join(texts, " ")
}

// numbersFromNowhere are the numbers of a text that do not stand in what is known.
func numbersFromNowhere(text, known string) (out []string) {
	there := map[string]bool{}
	for _, d := range digits.FindAllString(known, -1) {
		there[strings.TrimRight(d, ",")] = true
	}
	for _, d := range digits.FindAllString(text, -1) {
		if d = strings.TrimRight(d, ","); !there[d] {
			out = append(out, d)
		}
	}
	return out
}

// Headlines of a few charts, as an editor has read them.
func TestHeadlinesOfThePackage(t *testing.T) {
	set := shippedSet(t)
	for _, c := range []struct {
		dataset string
		lens    dataset.Lens
		lang    words.Lang
		want    string
	}{
		{"border_seizures", dataset.Lens{View: "core"}, words.English, "From 107 firearms in 2009 to 1,171 in 2023: ≈10.9 times the first figure. For 8 years in between there is no figure for the year. " +
			"Source: CBP, via AP, GAO, The Trace, Expreso."},
		{"trafficking_routes", dataset.Lens{View: "flow"}, words.Spanish, "La banda más ancha va de Arizona a Sonora: 1,618 armas de fuego, ≈29_% de lo dibujado. Fuente: ATF, vía Telediario."},
		{"trace_windows", dataset.Lens{View: "requests"}, words.English, "5 rows. The figures go from 50,409 requests (2022–2023) to 148,200 (2017–2023). Source: ATF, via GAO and press."},
		{"trace_composition", dataset.Lens{View: "nobuyer"}, words.English, "49.8% (2019, base not stated); 36% (2024, of 18,249 of US origin, by arithmetic). The two are not counted alike. Source: ATF, via press."},
		{
			"us_share",
			dataset.Lens{View: "default", Where: []dataset.Cond{{Field: "group", Op: "=", Values: []string{"B"}}}},
			words.English,
			"33% according to ATF, via Border Report, 2025; 36% according to ATF, via Telediario, 2025.",
		},
		{
			"atf_traces",
			dataset.Lens{View: "years", Where: []dataset.Cond{{Field: "unit", Op: "=", Values: []string{"requests"}}}},
			words.Spanish,
			"De 16,133 solicitudes en 2017 a 24,642 en 2022: ≈53_% más. La más baja fue de cerca de 16,000, en 2018.",
		},
	} {
		asked, err := Ask(set.Dataset(c.dataset), c.lens, words.For(c.lang))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(Headline(asked.Spec).Text, "\u00a0", "_"); got != c.want {
			t.Errorf("%s/%s\n%s\n%s", c.dataset, c.lens.View, got, c.want)
		}
	}
}
