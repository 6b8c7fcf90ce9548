package dataset

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// rule says why the rows of one group cannot be put together: the key of the sentence, "" where they can. What it says is the same
// for all aggregates that have it, unless it is of the aggregate. A wide one holds of parts of rows where it holds of all of them.
type rule struct {
	name  string
	check func(c *checker, rows []Row) (key string, args words.Args)
	reach int
}

// How far what a rule says reaches.
const (
	plainRule = iota
	ofAggregate
	wide
)

// checker is what the rules look at besides the rows.
type checker struct {
	Answer
	by       Aggregate
	codes    []string         // the fields whose values tell what is counted
	bindings []binding        // what caveats say of how figures go together
	known    map[string]error // what was found out, by the names of rules and what they looked at
	all      []group          // one of all rows
	sampled  []Row            // of all rows
}

// checker makes ready what the rules look at.
func (a Answer) checker(g gathered) *checker {
	c := &checker{Answer: a, codes: a.Data.codes(), bindings: a.Data.bindings(g.all()), known: map[string]error{}, all: []group{{rows: g.all()}}}
	c.sampled = c.samples(g.all())
	return c
}

// refuse says why groups cannot be put together.
func (c *checker) refuse(g gathered) error {
	if c.by = g.by; c.by == Count {
		return nil
	}
	groups, over := g.groups, "each"
	if g.by == Share { // the whole is the sum of all
		groups, over = c.all, "all"
	}
	for _, r := range rulesOf(g.by) {
		if err := c.holds(r, groups, over); err != nil {
			return err
		}
	}
	if isTime(g.group) {
		if err := c.once("under one year", func() error { return c.underOneYear(g) }); err != nil {
			return err
		}
	}
	if err := c.parted(g); err != nil {
		return err
	}
	return c.besideEachOther(g)
}

// holds says of which group a rule does not hold.
func (c *checker) holds(r rule, groups []group, over string) error {
	name := r.name + " of " + over
	switch {
	case r.reach == ofAggregate:
		name += " by " + string(c.by)
	case r.reach == wide && over != "all" && c.holds(r, c.all, "all") == nil:
		return nil
	}
	return c.once(name, func() error {
		for _, part := range groups {
			if key, args := r.check(c, part.rows); key != "" {
				return refused(key, args)
			}
		}
		return nil
	})
}

// once finds out what was not found out before.
func (c *checker) once(name string, find func() error) error {
	err, ok := c.known[name]
	if !ok {
		err = find()
		c.known[name] = err
	}
	return err
}

// besideEachOther says why the figures of groups cannot stand on one axis: they count different things, are of different wholes or
// of different kinds that nobody tells apart, or are made of periods of different length, so that one looks smaller only because
// less of the year is in it. Where no group has more than one figure each stands with its own length and under its own name.
func (c *checker) besideEachOther(g gathered) error {
	rules := []rule{{"unit", oneUnit, wide}, {"same base", sameBase, plainRule}}
	if kind := c.Data.role("kind"); kind == "" || kind != g.group.Name && kind != g.split.Name {
		rules = append(rules, rule{"kind", oneKindOnly, wide})
	}
	if slices.ContainsFunc(g.groups, func(part group) bool { return len(part.rows) > 1 }) {
		rules = append(rules, rule{"length", oneLength, wide}, rule{"told apart", g.toldApart, plainRule})
	}
	for _, r := range rules {
		if err := c.holds(r, c.all, "all"); err != nil {
			return err
		}
	}
	return nil
}

// sameBase keeps shares and rates of different wholes off one axis.
func sameBase(c *checker, rows []Row) (string, words.Args) {
	if slices.ContainsFunc(c.sampled, func(r Row) bool { return c.Data.relative(c.View, r) }) && differ(rows, c.Data.role("denominator")) {
		return "error.ask.bases.beside", nil
	}
	return "", nil
}

// toldApart lets what the table counts separately stand side by side only where the groups are what sets it apart, in the same words
// or others, or are by a field that a caveat keeps apart.
func (g gathered) toldApart(c *checker, rows []Row) (string, words.Args) {
	some := c.Data.only(rows)
	for _, field := range c.separate() {
		told := func(f datapackage.Field) bool {
			named := slices.ContainsFunc(c.bindings, func(b binding) bool { return slices.Contains(b.Apart, f.Name) })
			return f.Name != "" && (f.Name == field || named || some.alike(f.Name, field))
		}
		if differ(rows, field) && !told(g.group) && !told(g.split) {
			return "error.ask.apart", nil
		}
	}
	return "", nil
}

// rulesOf returns the rules for an aggregate, those that speak of the figures themselves first.
func rulesOf(by Aggregate) []rule {
	var out []rule
	switch by {
	case Sum, Share:
		out = []rule{{"shares", noShares, plainRule}, {"rates", noRates, plainRule}}
	default: // The middle one of figures that have no mean together is as much of nothing as their mean; of two it is the mean.
		out = []rule{{"base", oneBase, ofAggregate}}
	}
	out = append(out, rule{"kind", oneKindOnly, wide}, rule{"unit", oneUnit, wide}, rule{"steps", noSteps, plainRule}, rule{"totals", noTotals, plainRule})
	if by == Sum || by == Share {
		out = append(out, rule{"stocks", noStocks, plainRule}, rule{"forbidden", noForbidden, ofAggregate})
	} else {
		out = append(out, rule{"running", noRunning, plainRule}, rule{"forbidden", noForbidden, ofAggregate}, rule{"rivals", noRivals, plainRule})
	}
	out = append(out, rule{"again", onceInAPeriod, plainRule}, rule{"overlap", noOverlap, wide}, rule{"length", oneLength, wide}, rule{"thing", oneThing, wide})
	if by == Share {
		out = append(out, rule{"whole", oneWhole, plainRule})
	}
	return out
}

// samples returns a row for every unit and kind that rows have.
func (c *checker) samples(rows []Row) []Row {
	type sample struct{ unit, kind string }
	var seen []sample
	var out []Row
	unit := c.Data.place(c.Data.role("unit"))
	for i := range rows {
		s := sample{rows[i].rawAt(unit), rows[i].Kind}
		if n := len(seen); n > 0 && seen[n-1] == s {
			continue
		}
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

func noShares(c *checker, _ []Row) (string, words.Args) {
	for _, r := range c.sampled {
		if c.Data.percent(r, c.Data.fieldsOf(c.View), c.View) || r.Kind == KindShare && !isRate(c.Data.unitWords(c.View, r)) {
			return "error.ask.shares", nil
		}
	}
	return "", nil
}

func noRates(c *checker, _ []Row) (string, words.Args) {
	for _, r := range c.sampled {
		if isRate(c.Data.unitWords(c.View, r)) {
			return "error.ask.rates", nil
		}
	}
	return "", nil
}

// oneBase lets shares and rates together only where all are of the same; where the table does not say of what they are, they have a
// median and no mean.
func oneBase(c *checker, rows []Row) (string, words.Args) {
	relative := func(r Row) bool { return c.Data.relative(c.View, r) }
	if len(rows) == 1 || !slices.ContainsFunc(c.sampled, relative) || !slices.ContainsFunc(c.samples(rows), relative) {
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
	for _, field := range c.separate() {
		if differ(rows, field) {
			return "error.ask.apart", nil
		}
	}
	return "", nil
}

// separate are the fields of what the table counts separately.
func (c *checker) separate() []string {
	fields := []string{c.View.Group}
	if c.View.Form != "stacked" && c.View.Form != "flow" && c.View.Name != "default" {
		fields = append(fields, c.View.Series)
	}
	for _, field := range countedFields {
		if c.Data.has(field) {
			fields = append(fields, field)
		}
	}
	return fields
}

// countedFields are fields that say what is counted, by the names that the package gives them.
var countedFields = [...]string{"scope", "concept", "measure", "metric", "level"}

// sameLength is how much two lengths of time may differ and be the same, in months.
const sameLength = 0.1

// oneLength keeps part-years and whole years apart, unless figures are per month, which they can be where all say of how many
// months they are.
func oneLength(c *checker, rows []Row) (string, words.Args) {
	if c.Lens.Scale == PerMonth || isRate(c.Data.unitWords(c.View, rows[0])) {
		return "", nil
	}
	in := c.Data.times()
	first, known, apart := math.NaN(), true, false
	for i := range rows {
		n := in.length(&rows[i])
		known = known && n > 0
		switch {
		case math.IsNaN(n):
		case math.IsNaN(first):
			first = n
		default:
			apart = apart || math.Abs(n-first) > sameLength
		}
	}
	switch {
	case !apart:
		return "", nil
	case known:
		return "error.ask.lengths", nil
	}
	return "error.ask.lengths.unknown", nil
}

// underOneYear refuses to put a figure of several years under one of them.
func (c *checker) underOneYear(g gathered) error {
	in := c.Data.times()
	var several []string
	for _, part := range g.groups {
		for i := range part.rows {
			if s, ok := in.of(&part.rows[i]); ok && s.to-s.from > 12+sameLength {
				several = append(several, rowName(part.rows[i]))
			}
		}
	}
	if len(several) > 0 {
		return refused("error.ask.several_years", words.Args{"Rows": someOf(several)})
	}
	return nil
}
