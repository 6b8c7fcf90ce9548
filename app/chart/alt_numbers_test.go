package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// Every number of a chart in sentences stands in a mark, in the furniture of the chart, or counts marks.
func TestNumbersOfAltAreTraceable(t *testing.T) {
	count := 0
	check := func(name string, asked Asked) {
		spec := asked.Spec
		count++
		for _, d := range numbersFromNowhere(spec.Alt, saidOn(spec)+" "+countsIn(spec)+" "+sumsIn(spec)+" "+yearsIn(spec)) {
			t.Errorf("%s: %s comes from nowhere: %s", name, d, spec.Alt)
		}
	}
	offered(t, check)
	questions(t, check)
	if count < 800 {
		t.Errorf("only %d charts", count)
	}
}

// saidOn are the texts of a chart: of its marks, its furniture and its caveats.
func saidOn(spec Spec) string {
	texts := []string{namesIn(spec), spec.Title, spec.Subtitle, spec.Asked, spec.Source, spec.Who, spec.Unit}
	for _, m := range spec.Marks {
		texts = append(texts, figureText(spec, m), m.Written, m.Base, m.Tag, m.Method)
		if isBin(m) {
			texts = append(texts, edgeFigure(spec, m.Low), edgeFigure(spec, m.High))
		}
		if spec.Form == Scatter {
			texts = append(texts, spec.across(m))
		}
		if m.Band() {
			texts = append(texts, yearText(m.XTo))
		}
	}
	for _, n := range spec.Notes {
		texts = append(texts, n.Text)
	}
	return strings.Join(texts, " ")
}

// countsIn are the numbers of marks that have something in common, of names, of caveats, and of years without a figure.
func countsIn(spec Spec) string {
	groups := map[string]map[string]bool{}
	within := func(what string, in, of any) {
		key := what + " " + fmt.Sprint(in)
		if groups[key] == nil {
			groups[key] = map[string]bool{}
		}
		groups[key][fmt.Sprint(of)] = true
	}
	for i, m := range spec.Marks {
		year := math.Floor(m.X)
		for what, in := range map[string]any{
			"all": 0, "series": m.Series, "group": m.Group, "status": m.Status, "tag": m.Tag, "year": year, "group and tag": [2]any{m.Group, m.Tag},
			"month": [2]any{year, math.Floor(12 * (m.X - year))}, "bar": [2]any{m.Group, m.Label}, "emphasis": m.Emphasis, "letters": m.Letters,
		} {
			within(what, in, i)
		}
		within("labels", 0, m.Label)
		within("series that have marks", 0, m.Series)
		within("years", 0, m.X)
		within("empty", m.Value == 0, i)
		for _, l := range strings.Split(m.Letters, ",") {
			within("letter", l, i)
		}
	}
	for i, n := range spec.Notes {
		within("lettered", n.Letter != "", i)
	}
	for _, year := range strings.Fields(yearsIn(spec)) {
		within("columns", 0, year)
	}
	out := ""
	for _, g := range groups {
		for _, left := range []int{0, altParts, altBars, altTableRows, 1} {
			out += " " + spec.Tr.Int(len(g)-left)
		}
	}
	return out
}

// yearsIn are the years that the marks of a chart span, with a figure or without.
func yearsIn(spec Spec) string {
	from, to := math.Inf(1), math.Inf(-1)
	for _, m := range spec.Marks {
		if isYear(m.X) {
			from, to = min(from, math.Floor(m.X)), max(to, math.Floor(m.X))
		}
	}
	out := ""
	for year := from; year <= to; year++ {
		out += " " + yearText(year)
	}
	return out
}

// sumsIn are what the marks of a chart, of a bar, or of a place at the left of bands add up to, and how large each is of the first.
func sumsIn(spec Spec) string {
	sums := map[[2]any]float64{}
	for _, m := range spec.Marks {
		v := partValue(m)
		sums[[2]any{"all", 0}] += v
		sums[[2]any{"bar", [2]any{m.Group, m.Label}}] += v
		sums[[2]any{"to", m.Rival}] += v
		if first := spec.Marks[0].Value; spec.Form == Funnel && first > 0 {
			sums[[2]any{"share", m.ID}] = rounded(100*m.Value/first, 1)
		}
	}
	out := ""
	for _, s := range sums {
		out += " " + spec.Tr.Auto(s)
	}
	return out
}
