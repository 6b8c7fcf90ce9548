package dataset

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/words"
)

// MayAggregate says why figures cannot be put together as by would, in the reader's words; "" where they can. A question
// without a group is taken to put all figures into one.
func (d *Dataset) MayAggregate(q Lens, by Aggregate, tr words.Tr) string {
	q.By = by
	if q.Group != "" && (q.Scale == PerMonth || q.Scale == Per100k) { // the figures are others then
		q.With = nil
		_, err := d.Ask(q)
		return inWords(err, tr)
	}
	a, err := d.shown(q)
	if err == nil {
		_, err = a.allowed(q.Group, q.Split, by)
	}
	return inWords(err, tr)
}

// allowed gathers figures and says why they cannot be put together.
func (a Answer) allowed(by, split string, how Aggregate) (gathered, error) {
	g, err := a.gather(by, split, how)
	if err == nil {
		err = a.refuse(g)
	}
	return g, err
}

// rule says why the rows of one group cannot be put together: the key of the sentence, "" where they can.
type rule func(c *checker, rows []Row) (key string, args words.Args)

// checker is what the rules look at besides the rows.
type checker struct {
	Answer
	by       Aggregate
	codes    []string  // the fields whose values tell what is counted
	bindings []binding // what caveats say of how figures go together
}

// refuse says why groups cannot be put together.
func (a Answer) refuse(g gathered) error {
	if g.by == Count {
		return nil
	}
	groups, all := g.groups, g.all()
	if g.by == Share { // the whole is the sum of all
		groups = []group{{rows: all}}
	}
	c := &checker{Answer: a, by: g.by, codes: a.Data.codes(), bindings: a.Data.bindings(all)}
	for _, r := range rulesOf(g.by) {
		for _, part := range groups {
			if key, args := r(c, part.rows); key != "" {
				return refused(key, args)
			}
		}
	}
	if isTime(g.group) {
		if err := c.underOneYear(g); err != nil {
			return err
		}
	}
	if err := c.parted(g); err != nil {
		return err
	}
	return c.besideEachOther(g, all)
}

// besideEachOther says why the figures of groups cannot stand on one axis: they count different things, are of different kinds that
// nobody tells apart, or are made of periods of different length, so that one looks smaller only because less of the year is in
// it. Where no group has more than one
// figure they stand as the table has them, each with its length.
func (c *checker) besideEachOther(g gathered, all []Row) error {
	if key, args := oneUnit(c, all); key != "" {
		return refused(key, args)
	}
	if !slices.ContainsFunc(g.groups, func(part group) bool { return len(part.rows) > 1 }) {
		return nil
	}
	if kind := c.Data.role("kind"); kind == "" || kind != g.group.Name && kind != g.split.Name {
		if key, args := oneKindOnly(c, all); key != "" {
			return refused(key, args)
		}
	}
	if key, args := oneLength(c, all); key != "" {
		return refused(key, args)
	}
	return nil
}

// rulesOf returns the rules for an aggregate, those that speak of the figures themselves first.
func rulesOf(by Aggregate) []rule {
	switch by {
	case Share:
		return append(rulesOf(Sum), oneWhole)
	case Sum:
		return []rule{noShares, noRates, oneKindOnly, oneUnit, noSteps, noTotals, noStocks, noForbidden, onceInAPeriod, noOverlap, oneLength, oneThing}
	}
	// The middle one of figures that have no mean together is as much of nothing as their mean; of two it is the mean.
	return []rule{oneBase, oneKindOnly, oneUnit, noSteps, noTotals, noRunning, noForbidden, noRivals, onceInAPeriod, noOverlap, oneLength, oneThing}
}

// samples returns a row for every unit and kind that rows have.
func (c *checker) samples(rows []Row) []Row {
	type sample struct{ unit, kind string }
	var seen []sample
	var out []Row
	unit := c.Data.place(c.Data.role("unit"))
	for i := range rows {
		s := sample{rows[i].rawAt(unit), rows[i].Kind}
		if !slices.Contains(seen, s) {
			seen, out = append(seen, s), append(out, rows[i])
		}
	}
	return out
}

// relative reports whether the figure of a row is a share or a rate: it is of something, and does not add up.
func (d *Dataset) relative(v View, r Row) bool {
	return r.Kind == KindShare || d.percent(r, d.fieldsOf(v), v) || isRate(d.unitWords(v, r))
}

func (d *Dataset) unitWords(v View, r Row) string { return plural(d, r, v, d.tr(words.English)) }

// isRate reports whether an English unit is of something per something else.
func isRate(unit string) bool {
	u := " " + strings.ToLower(strings.TrimSpace(unit)) + " "
	for _, sign := range []string{" per ", " a year ", " a month ", " a week ", " a day ", " an hour ", "/", " index ", "= 100"} {
		if strings.Contains(u, sign) {
			return true
		}
	}
	return false
}

func noShares(c *checker, rows []Row) (string, words.Args) {
	for _, r := range c.samples(rows) {
		if c.Data.percent(r, c.Data.fieldsOf(c.View), c.View) || r.Kind == KindShare && !isRate(c.Data.unitWords(c.View, r)) {
			return "error.ask.shares", nil
		}
	}
	return "", nil
}

func noRates(c *checker, rows []Row) (string, words.Args) {
	for _, r := range c.samples(rows) {
		if isRate(c.Data.unitWords(c.View, r)) {
			return "error.ask.rates", nil
		}
	}
	return "", nil
}

// oneBase lets shares and rates together only where all are of the same; where the table does not say of what they are, they have a
// median and no mean.
func oneBase(c *checker, rows []Row) (string, words.Args) {
	if len(rows) == 1 || !slices.ContainsFunc(c.samples(rows), func(r Row) bool { return c.Data.relative(c.View, r) }) {
		return "", nil
	}
	of := c.Data.role("denominator")
	if differ(rows, of) || differ(rows, c.View.Series) {
		return "error.ask.bases", nil
	}
	if rows[0].raw(of) == "" { // a chart that says nothing better keeps wholes apart by its headings
		of = c.View.Group
	}
	if differ(rows, of) {
		return "error.ask.bases", nil
	}
	if of == "" && c.by == Mean && c.Data.percent(rows[0], c.Data.fieldsOf(c.View), c.View) {
		return "error.ask.bases.unknown", nil
	}
	return "", nil
}

// differ reports whether rows have more than one value in a field.
func differ(rows []Row, field string) bool {
	if field == "" || len(rows) == 0 {
		return false
	}
	place := rows[0].d.place(field)
	first := rows[0].rawAt(place)
	for i := range rows {
		if rows[i].rawAt(place) != first {
			return true
		}
	}
	return false
}

// oneWhole takes a share only of what can be a whole.
func oneWhole(c *checker, rows []Row) (string, words.Args) {
	values := figures(rows, c.Data.fieldsOf(c.View).value)
	if !(total(values) > 0) || slices.ContainsFunc(values, func(n float64) bool { return n < 0 }) {
		return "error.ask.no_whole", nil
	}
	return "", nil
}

func oneKindOnly(_ *checker, rows []Row) (string, words.Args) {
	for i := range rows {
		if rows[i].Kind != rows[0].Kind {
			return "error.ask.kinds", nil
		}
	}
	return "", nil
}

func oneUnit(c *checker, rows []Row) (string, words.Args) {
	d := c.Data
	if unit := d.role("unit"); unit == "" || !differ(rows, unit) {
		return "", nil
	}
	first := d.unitWords(c.View, rows[0])
	for _, r := range c.samples(rows) {
		if d.unitWords(c.View, r) != first {
			return "error.ask.units", nil
		}
	}
	return "", nil
}

// noSteps keeps the steps of a funnel apart: each is part of the one before it.
func noSteps(c *checker, rows []Row) (string, words.Args) {
	funnel := func(v View) bool { return v.Form == "funnel" }
	if len(rows) > 1 && (funnel(c.View) || slices.ContainsFunc(c.Data.Charts, funnel)) {
		return "error.ask.steps", nil
	}
	return "", nil
}

// oneThing keeps apart what the table counts separately: a chart that draws series beside each other, or figures under
// different headings, does not say that they add up. What is drawn as parts of one bar does.
func oneThing(c *checker, rows []Row) (string, words.Args) {
	fields := []string{c.View.Group}
	if c.View.Form != "stacked" && c.View.Form != "flow" && c.View.Name != "default" {
		fields = append(fields, c.View.Series)
	}
	for _, field := range countedFields {
		if c.Data.has(field) {
			fields = append(fields, field)
		}
	}
	for _, field := range fields {
		if differ(rows, field) {
			return "error.ask.apart", nil
		}
	}
	return "", nil
}

// countedFields are fields that say what is counted, by the names that the package gives them.
var countedFields = [...]string{"scope", "concept", "measure", "metric", "level"}

// sameLength is how much two lengths of time may differ and be the same, in months.
const sameLength = 0.1

// oneLength keeps part-years and whole years apart, unless figures are per month.
func oneLength(c *checker, rows []Row) (string, words.Args) {
	if c.Lens.Scale == PerMonth || isRate(c.Data.unitWords(c.View, rows[0])) {
		return "", nil
	}
	in := c.Data.times()
	first := math.NaN()
	for i := range rows {
		switch n := in.length(rows[i]); {
		case math.IsNaN(n):
		case math.IsNaN(first):
			first = n
		case math.Abs(n-first) > sameLength:
			return "error.ask.lengths", nil
		}
	}
	return "", nil
}

// underOneYear refuses to put a figure of several years under one of them.
func (c *checker) underOneYear(g gathered) error {
	in := c.Data.times()
	for _, part := range g.groups {
		for i := range part.rows {
			if s, ok := in.of(part.rows[i]); ok && s.to-s.from > 12+sameLength {
				return refused("error.ask.several_years")
			}
		}
	}
	return nil
}
