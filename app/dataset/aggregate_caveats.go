package dataset

import (
	"slices"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// binding is a caveat that says how figures go together, with the test of whether it holds for a row.
type binding struct {
	Caveat
	holds func(*Row) bool
}

// binds reports whether a caveat says how figures go together.
func binds(c Caveat) bool { return c.Aggregation != "" || len(c.Apart) > 0 }

// bindings returns the caveats that say how figures of rows go together. A row that was made is bound by what it was made of.
func (d *Dataset) bindings(rows []Row) []binding {
	var out []binding
	if d.of == nil {
		for _, c := range d.Caveats {
			if binds(c) {
				met := d.all(bounds(c))
				out = append(out, binding{c, func(r *Row) bool { return met(*r) }})
			}
		}
		return out
	}
	for i := range rows {
		for _, c := range rows[i].carried {
			same := func(o Caveat) bool {
				return o.Aggregation == c.Aggregation && slices.Equal(o.Apart, c.Apart) && o.Text.In(words.English) == c.Text.In(words.English)
			}
			if binds(c) && !slices.ContainsFunc(out, func(b binding) bool { return same(b.Caveat) }) {
				out = append(out, binding{c, func(r *Row) bool { return slices.ContainsFunc(r.carried, same) }})
			}
		}
	}
	return out
}

// noForbidden obeys the caveats: a caveat of two figures ("Pima County contains Tucson: the two are never added") forbids where
// the two meet.
func noForbidden(c *checker, rows []Row) (string, words.Args) {
	for _, b := range c.bindings {
		key := map[string]string{datapackage.NotTogether: "error.ask.forbidden", datapackage.NotAdded: "error.ask.unadded"}[b.Aggregation]
		if key == "" || b.Aggregation == datapackage.NotAdded && c.by != Sum && c.by != Share {
			continue
		}
		n := 0
		for i := range rows {
			if b.holds(&rows[i]) {
				if n++; n > 1 {
					return key, words.Args{"Why": b.why()}
				}
			}
		}
	}
	return "", nil
}

// onceInAPeriod keeps figures of the same time apart where a caveat says that they are rival or revised counts of the same. Of
// figures that do not say of when they are, none is known to be of another time.
func onceInAPeriod(c *checker, rows []Row) (string, words.Args) {
	for _, b := range c.bindings {
		if b.Aggregation != datapackage.OnceInAPeriod {
			continue
		}
		in, seen := c.Data.times(), map[timeSpan]bool{}
		for i := range rows {
			if !b.holds(&rows[i]) {
				continue
			}
			span, _ := in.of(&rows[i])
			if seen[span] {
				return "error.ask.again", nil
			}
			seen[span] = true
		}
	}
	return "", nil
}

// parted keeps figures apart that a caveat sets apart by a field: also in different groups, where they would stand as if they
// were one series, unless the groups are of that very field. The parts of a whole are never of several.
func (c *checker) parted(g gathered) error {
	for _, b := range c.bindings {
		for _, field := range b.Apart {
			told := g.by != Share && field != "" && (field == g.group.Name || field == g.split.Name)
			if told || !c.Data.has(field) || !b.parts(g.groups, c.Data.place(field)) {
				continue
			}
			key := "error.ask.parted"
			if g.by == Share {
				key = "error.ask.parted.share"
			}
			return refused(key, words.Args{"Field": c.Data.FieldTitle(field), "Why": b.why()})
		}
	}
	return nil
}

// parts reports whether rows that b holds for differ in the cell at a place.
func (b binding) parts(groups []group, place int) bool {
	first, some := "", false
	for _, part := range groups {
		for i := range part.rows {
			r := &part.rows[i]
			if !b.holds(r) {
				continue
			}
			text := r.rawAt(place)
			if some && text != first {
				return true
			}
			first, some = text, true
		}
	}
	return false
}

// why is what the caveat says, as short as it does.
func (b binding) why() words.Text {
	if len(b.Short) > 0 {
		return b.Short
	}
	return b.Text
}
