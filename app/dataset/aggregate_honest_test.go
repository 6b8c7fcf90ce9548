package dataset

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"doublefix/app"
	"doublefix/app/words"
)

// everyGrouping calls do with every chart of the package that ships, put together by every field and pair of fields.
func everyGrouping(t *testing.T, do func(d *Dataset, name string, q Lens)) {
	t.Helper()
	for _, d := range shipped(t).Datasets {
		for _, v := range d.Charts {
			choices := d.Groupable(Lens{View: v.Name}, words.For(words.English))
			for _, group := range choices {
				for _, split := range append([]Choice{{}}, choices...) {
					if split.Field != group.Field {
						name := fmt.Sprintf("%s/%s by %s, %s", d.ID, v.Name, group.Field, split.Field)
						do(d, name, Lens{View: v.Name, Group: group.Field, Split: split.Field})
					}
				}
			}
		}
	}
}

// What is answered has one unit and one whole on its axis, and kinds of number only where they are what the groups are. No median
// stands where there is no mean, but of shares of who knows what.
func TestAnswersOfTheRecordAreOfOneThing(t *testing.T) {
	answered := 0
	everyGrouping(t, func(d *Dataset, name string, q Lens) {
		for _, scale := range []Scale{AsIs, PerMonth, Per100k} {
			refusal := map[Aggregate]error{}
			for _, by := range []Aggregate{Sum, Mean, Median, Share} {
				q.By, q.Scale = by, scale
				if _, refusal[by] = d.Ask(q); refusal[by] == nil {
					answered++
					checkOneThing(t, d, name+" "+string(by), q)
				}
			}
			var why *app.Error
			if refusal[Median] == nil && errors.As(refusal[Mean], &why) && why.Key != "error.ask.bases.unknown" {
				t.Errorf("%s has a median and no mean: %s", name, why.Key)
			}
		}
	})
	if answered < 200 {
		t.Errorf("only %d questions were answered", answered)
	}
}

func checkOneThing(t *testing.T, d *Dataset, name string, q Lens) {
	t.Helper()
	a, err := d.shown(q)
	if err != nil {
		t.Fatal(err)
	}
	g, err := a.gather(q.Group, q.Split, q.By)
	if err != nil {
		t.Fatal(err)
	}
	rows := g.all()
	same := func(what string, of func(Row) string) {
		for _, r := range rows {
			if of(r) != of(rows[0]) {
				t.Errorf("%s: %s of %s and of %s differ", name, what, rows[0].ID, r.ID)
				return
			}
		}
	}
	same("the units", func(r Row) string { return d.unitWords(a.View, r) })
	if slices.ContainsFunc(rows, func(r Row) bool { return d.relative(a.View, r) }) {
		same("the wholes", func(r Row) string { return r.raw(d.role("denominator")) })
	}
	if kind := d.role("kind"); kind != q.Group && kind != q.Split {
		same("the kinds", func(r Row) string { return r.Kind })
	}
}

// waysOut are what the sentence of a refusal says to do: "count" the rows, look at them without "grouping", "filter", or take another
// aggregate. What a sentence says under a condition ("where they are of the same whole") is none.
func waysOut() map[string][]string {
	return map[string][]string{
		"shares": {"count"}, "rates": {"count"}, "kinds": {"filter", "count"}, "units": {"filter", "count"}, "no_figure": {"count"},
		"bases": {"filter", "grouping"}, "bases.beside": {"filter", "grouping"}, "bases.unknown": {"median"}, "steps": {"grouping", "count"},
		"totals": {"filter", "grouping"}, "stocks": {"filter", "grouping"}, "forbidden": {"grouping", "count"}, "unadded": {"count"},
		"overlap": {"filter", "grouping"}, "again": {"filter", "grouping"}, "apart": {"filter", "grouping"}, "rivals": {"grouping"},
		"lengths": {"filter", "month"}, "lengths.unknown": {"filter", "grouping"}, "several_years": {"filter", "grouping"},
		"parted": {"filter", "by it"}, "parted.share": {"filter"}, "no_whole": {"count"},
	}
}

// Every refusal is a sentence in both languages, and each thing that it says to do leads to an answer or, where more than one thing
// is wrong, to the next sentence; filters do in a few steps.
func TestRefusalsSayWhatWorks(t *testing.T) {
	met := map[string]bool{}
	everyGrouping(t, func(d *Dataset, name string, q Lens) {
		if q.Split != "" {
			return
		}
		for _, by := range []Aggregate{Sum, Mean, Median, Share} {
			q.By = by
			_, err := d.Ask(q)
			key := refusalOf(err)
			if key == "" {
				continue
			}
			ways, known := waysOut()[key]
			if !known {
				t.Errorf("%s %s: %v", name, by, err)
			}
			for _, way := range ways {
				met[key+" "+way] = true
				if !leadsOut(d, q, key, way) {
					t.Errorf("%s %s: %s, and %s leads nowhere", name, by, inWords(err, words.For(words.English)), way)
				}
			}
		}
	})
	if len(met) < 15 {
		t.Errorf("only these were met: %v", met)
	}
}

// refusalOf is the end of the key of a refusal, "" for none.
func refusalOf(err error) string {
	var refused *app.Error
	if !errors.As(err, &refused) {
		return ""
	}
	return strings.TrimPrefix(refused.Key, "error.ask.")
}

// leadsOut reports whether a way leads out of a refusal.
func leadsOut(d *Dataset, q Lens, key, way string) bool {
	switch way {
	case "count":
		q.By = Count
	case "grouping":
		q.Group, q.Split = "", ""
	case "median":
		q.By = Median
	case "month":
		q.By, q.Scale = Mean, PerMonth
		next := refusalOf(second(d.Ask(q)))
		return next != key && !strings.HasPrefix(next, "scale.")
	case "by it":
		for _, c := range d.Caveats {
			for _, field := range c.Apart {
				next := q
				next.Group = field
				if refusalOf(second(d.Ask(next))) != key {
					return true
				}
			}
		}
		return false
	case "filter":
		return filterLeadsOut(d, q, key, 3)
	}
	return second(d.Ask(q)) == nil
}

// filterLeadsOut reports whether so many filters that the panel offers lead to an answer or to another refusal.
func filterLeadsOut(d *Dataset, q Lens, key string, steps int) bool {
	for _, f := range d.Facets(q, words.For(words.English)) {
		for _, next := range filtersOf(q, f) {
			if have := refusalOf(second(d.Ask(next))); have != key && have != "nothing" {
				return true
			}
		}
	}
	if steps == 1 {
		return false
	}
	for _, f := range d.Facets(q, words.For(words.English)) {
		for _, next := range filtersOf(q, f) {
			if refusalOf(second(d.Ask(next))) == key && filterLeadsOut(d, next, key, steps-1) {
				return true
			}
		}
	}
	return false
}

// filtersOf are the filters that choose one value of a facet more, or one year.
func filtersOf(q Lens, f Facet) []Lens {
	var out []Lens
	if f.Set {
		return nil
	}
	for _, v := range f.Values {
		out = append(out, q.Clone().Toggle(f.Field, v.Value))
	}
	if f.Kind == FacetYears {
		for year := f.Min; year <= f.Max; year++ {
			text := fmt.Sprint(year)
			out = append(out, q.Clone().Range(f.Field, text, text))
		}
	}
	return out
}

func second(_ Answer, err error) error { return err }
