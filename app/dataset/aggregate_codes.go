package dataset

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// The codes that say that a figure holds others, by the words that tables use for them.
var (
	totalCodes   = [...]string{"total", "totals", "all", "sum", "overall"}
	runningCodes = [...]string{"cumulative", "running"}
	stockCodes   = [...]string{"stock", "cumulative", "running"}
)

// longestCode is how long the codes are at most.
const longestCode = 12

// codes names the fields, hidden ones too, whose values say of some rows that they are totals, stocks or running totals. Those of a
// table of the set are found once.
func (d *Dataset) codes() []string {
	if d.of != nil || d.set.Dataset(d.ID) != d {
		return d.findCodes()
	}
	d.set.lazy.Lock()
	defer d.set.lazy.Unlock()
	if d.set.codesOf == nil {
		d.set.codesOf = map[*Dataset][]string{}
	}
	codes, ok := d.set.codesOf[d]
	if !ok {
		codes = d.findCodes()
		d.set.codesOf[d] = codes
	}
	return codes
}

func (d *Dataset) findCodes() []string {
	var out []string
	for _, f := range d.Fields {
		if _, _, translation := f.Base(); translation || f.Type != "string" && f.Type != "any" || f.Name == d.role("id") {
			continue
		}
		for value := range d.values(f.Name, maxFacet) {
			if text := strings.ToLower(value); slices.Contains(totalCodes[:], text) || slices.Contains(stockCodes[:], text) {
				out = append(out, f.Name)
				break
			}
		}
	}
	return out
}

// values returns the different values of a field; none where there are more than limit.
func (d *Dataset) values(field string, limit int) map[string]bool {
	seen := map[string]bool{}
	place, last := d.place(field), ""
	for i := range d.Rows {
		text := d.Rows[i].rawAt(place)
		if text == "" || text == last {
			continue
		}
		last = text
		if seen[text] = true; len(seen) > limit {
			return nil
		}
	}
	return seen
}

// marked reports whether some rows have one of these codes in a field.
func (c *checker) marked(rows []Row, codes []string) (some, every bool) {
	for _, field := range c.codes {
		n, place := 0, c.Data.place(field)
		for i := range rows {
			if text := rows[i].rawAt(place); text != "" && len(text) <= longestCode && slices.Contains(codes, strings.ToLower(text)) {
				n++
			}
		}
		if n > 0 && n < len(rows) {
			return true, false
		}
		every = every || n == len(rows)
	}
	return every, every
}

// noTotals keeps a total and its parts apart.
func noTotals(c *checker, rows []Row) (string, words.Args) {
	if some, every := c.marked(rows, totalCodes[:]); some && !every {
		return "error.ask.totals", nil
	}
	return "", nil
}

// noStocks keeps figures apart that count what was there before once more.
func noStocks(c *checker, rows []Row) (string, words.Args) {
	if some, _ := c.marked(rows, stockCodes[:]); some && len(rows) > 1 {
		return "error.ask.stocks", nil
	}
	return "", nil
}

// noRunning keeps running totals out of a mean.
func noRunning(c *checker, rows []Row) (string, words.Args) {
	if some, _ := c.marked(rows, runningCodes[:]); some && len(rows) > 1 {
		return "error.ask.stocks", nil
	}
	return "", nil
}
