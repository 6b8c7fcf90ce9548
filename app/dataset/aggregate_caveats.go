package dataset

import (
	"regexp"
	"strings"

	"doublefix/app/words"
)

// notAdded is how a caveat says, in English, that figures do not go together.
var notAdded = regexp.MustCompile(`(?i)\b(?:cannot be|can not be|must not be|are not|is not|never) (?:added|summed|averaged)\b`)

// noForbidden obeys the caveats: what they say is not added is not. A caveat at single figures ("Pima County contains
// Tucson: the two are never added") holds where two of them meet; so does one of the table that speaks of two things, which
// other rules keep apart.
func noForbidden(c *checker, rows []Row) (string, words.Args) {
	if len(rows) < 2 {
		return "", nil
	}
	seen := map[string]bool{}
	met := func(text string) bool {
		again := seen[text]
		seen[text] = true
		return again
	}
	if c.Data.of != nil {
		for i := range rows {
			for _, cav := range rows[i].carried {
				if text := cav.Text.In(words.English); c.forbids(text, cav.Whole()) && met(text) {
					return "error.ask.forbidden", nil
				}
			}
		}
		return "", nil
	}
	for _, cav := range c.Data.Caveats {
		if !c.forbids(cav.Text.In(words.English), cav.Whole()) {
			continue
		}
		under, n := c.Data.all(bounds(cav)), 0
		for i := range rows {
			if under(rows[i]) {
				if n++; n > 1 {
					return "error.ask.forbidden", nil
				}
			}
		}
	}
	own := c.Data.place(c.Data.role("caveat"))
	for i := range rows {
		if text := rows[i].rawAt(own); text != "" && c.forbids(text, false) && met(text) {
			return "error.ask.forbidden", nil
		}
	}
	return "", nil
}

// forbids reports whether a caveat says that figures are not put together so; a median is a kind of average to a reader. A
// caveat of the whole table that names two things does not speak of figures of one of them.
func (c *checker) forbids(text string, whole bool) bool {
	said := strings.ToLower(text)
	if c.by == Median && !strings.Contains(said, "averaged") {
		return false
	}
	return notAdded.MatchString(text) && !(whole && strings.Contains(said, "the two "))
}
