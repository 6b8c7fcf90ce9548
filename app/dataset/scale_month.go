package dataset

import (
	"math"
	"regexp"
	"strings"

	"doublefix/app/words"
)

// wholeYear is a period that is a year and no more: "2019", "FY2019".
var wholeYear = regexp.MustCompile(`^(?:(?:FY|AF)\s?)?(?:19|20)\d\d$`)

// perMonth divides figures by the months that they are of.
func (s *scaling) perMonth() error {
	if s.relative() {
		return refused("error.ask.scale.month.relative")
	}
	var unknown []string
	for _, r := range s.rows {
		months := s.months(r)
		if math.IsNaN(months) || months <= 0 {
			if unknown = append(unknown, rowName(r)); len(unknown) > mostSaid {
				break
			}
			continue
		}
		s.steps = append(s.steps, step{times: 1, by: months, method: func() words.Text { return s.monthMethod(r, months) }})
	}
	if len(unknown) > 0 {
		return refused("error.ask.scale.month.unknown", words.Args{"Rows": someOf(unknown)})
	}
	s.unit = func(unit string, tr words.Tr) string {
		return strings.TrimSpace(tr.T("data.scale.unit.month", words.Args{"Unit": unit}))
	}
	return nil
}

// months returns of how many months a figure is; NaN where the table does not say. A mean a year over several years is of
// twelve, and so is the figure of a period that is a year and of which no part is missing.
func (s *scaling) months(r Row) float64 {
	if s.View.XTo != "" && r.Number(s.View.XTo) > r.Number(s.View.X) {
		return 12
	}
	in := s.in
	if in.months != "" {
		if n := r.Number(in.months); !math.IsNaN(n) {
			return n
		}
	}
	if span, ok := in.of(&r); ok && in.pairs[0][0] != "" && span.to-span.from > 0 && !math.IsNaN(r.Number(in.pairs[0][0])) {
		return span.to - span.from
	}
	if r.Status == "" || r.Status == StatusPartial || !s.ofOneYear(r) {
		return math.NaN()
	}
	return 12
}

// ofOneYear reports whether the period of a row is one year and nothing else: "end of 2019" is a day.
func (s *scaling) ofOneYear(r Row) bool {
	if period := s.Data.role("period"); period != "" {
		return wholeYear.MatchString(r.Period(words.English))
	}
	span, ok := s.in.of(&r)
	return ok && span.to-span.from == 12
}

// monthMethod says which division was made: "135 ÷ 10 months".
func (s *scaling) monthMethod(r Row, months float64) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		tr := s.Data.tr(l)
		key := "data.scale.method.month"
		if s.View.XTo != "" && r.Number(s.View.XTo) > r.Number(s.View.X) {
			key = "data.scale.method.month.mean"
		}
		out[l] = tr.T(key, words.Args{"Figure": s.figure(r, tr), "Months": tr.Auto(months)})
	}
	return s.after(r, out)
}

// figure writes the amount that is divided.
func (s *scaling) figure(r Row, tr words.Tr) string {
	value, low, high := r.Number(s.fields.value), r.Number(s.fields.low), r.Number(s.fields.high)
	if !math.IsNaN(value) {
		return tr.Auto(value)
	}
	if text := ranged(value, low, high, tr.Auto, tr); text != "" {
		return text
	}
	if math.IsNaN(low) {
		low = high
	}
	return tr.Auto(low)
}

// after puts how a figure was made behind how the figure it was made of was, where the table says.
func (s *scaling) after(r Row, method words.Text) words.Text {
	for _, l := range words.Langs() {
		if before := strings.TrimSuffix(r.Method(l), "."); before != "" {
			method[l] = s.Data.tr(l).T("data.scale.method.after", words.Args{"Before": before, "Then": method[l]})
		}
	}
	return method
}

// mostSaid is how many rows a sentence names.
const mostSaid = 5

// someOf lists names, the first few of many.
func someOf(names []string) string {
	if len(names) > mostSaid {
		names = append(names[:mostSaid:mostSaid], "…")
	}
	return strings.Join(names, ", ")
}
