package dataset

import (
	"math"
	"slices"

	"doublefix/app/words"
)

// rolePopulation is the role of a field that holds how many people there were, and of a table of them.
const rolePopulation = "population"

// perPeople divides figures by the people that there were, and multiplies by 100,000.
func (s *scaling) perPeople() error {
	if s.relative() {
		return refused("error.ask.scale.people.relative")
	}
	var missing []string
	for _, r := range s.rows {
		people, of := s.people(r)
		if math.IsNaN(people) || people <= 0 {
			missing = append(missing, r.yearText())
			continue
		}
		s.steps = append(s.steps, step{times: 100_000, by: people, method: func() words.Text { return s.peopleMethod(r, people) }, with: of})
	}
	if len(missing) > 0 {
		return withoutPeople(missing)
	}
	s.unit = func(unit string, tr words.Tr) string {
		if unit == "" {
			return tr.T("data.scale.unit.people")
		}
		return tr.T("data.scale.unit.people.of", words.Args{"Unit": unit})
	}
	return nil
}

// withoutPeople is the sentence about years for which there is no population.
func withoutPeople(years []string) error {
	years = slices.DeleteFunc(years, func(y string) bool { return y == "" })
	if len(years) == 0 {
		return refused("error.ask.scale.people.undated")
	}
	slices.Sort(years)
	return refused("error.ask.scale.people.none", words.Args{"Years": yearList(slices.Compact(years))})
}

// yearText is the year of a row as it stands in the table; "" where it has none, or is of several.
func (r Row) yearText() string {
	if to := r.roleField("year_to"); to != "" && r.raw(to) != "" && r.raw(to) != r.raw(r.roleField("year")) {
		return ""
	}
	return r.raw(r.roleField("year"))
}

// people returns how many people there were where and when the figure of r is of, with the row that says so where that is
// another; NaN where the package does not say, or says several numbers for that year (of regions, or of two counts).
func (s *scaling) people(r Row) (float64, []Row) {
	if field, ok := s.Data.roles[rolePopulation]; ok {
		if n := r.Number(field); !math.IsNaN(n) {
			return n, nil
		}
	}
	year := r.yearText()
	if year == "" {
		return math.NaN(), nil
	}
	if s.censuses == nil {
		s.censuses = s.Data.censuses()
	}
	for _, c := range s.censuses {
		key := [2]string{year, ""}
		if c.countries {
			key[1] = r.raw(r.roleField("country"))
		}
		if o, ok := c.rows[key]; ok {
			return o.Number(c.field), []Row{o}
		}
	}
	return math.NaN(), nil
}

// census is a table that says how many people there were.
type census struct {
	field     string            // of the numbers
	countries bool              // it tells countries apart: a figure that says none has none
	rows      map[[2]string]Row // by year and country; without those for which it has several numbers
}

// censuses are those of the package, in its order, without d.
func (d *Dataset) censuses() []census {
	out := []census{}
	for _, other := range d.set.Datasets {
		field := other.roles[rolePopulation]
		if other.Role == rolePopulation && field == "" {
			field = other.fieldsOf(View{}).value
		}
		if field == "" || other.ID == d.ID {
			continue
		}
		country := other.role("country")
		c := census{field: field, countries: country != "", rows: map[[2]string]Row{}}
		several := map[[2]string]bool{}
		for _, o := range other.Rows {
			n, key := o.Number(field), [2]string{o.yearText(), o.raw(country)}
			if math.IsNaN(n) || key[0] == "" {
				continue
			}
			if first, again := c.rows[key]; again && first.Number(field) != n {
				several[key] = true
			} else if !again {
				c.rows[key] = o
			}
		}
		for key := range several {
			delete(c.rows, key)
		}
		out = append(out, c)
	}
	return out
}

// peopleMethod says which division was made: "28,000 ÷ 125,000,000 × 100,000 people".
func (s *scaling) peopleMethod(r Row, people float64) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		tr := s.Data.tr(l)
		out[l] = tr.T("data.scale.method.people", words.Args{"Figure": s.figure(r, tr), "People": tr.Auto(people)})
	}
	return s.after(r, out)
}
