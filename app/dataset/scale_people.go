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
		people, of := s.Data.people(r)
		if math.IsNaN(people) || people <= 0 {
			missing = append(missing, r.yearText())
			continue
		}
		s.steps = append(s.steps, step{times: 100_000, by: people, method: s.peopleMethod(r, people), with: of})
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
// another; NaN where the package does not say.
func (d *Dataset) people(r Row) (float64, []Row) {
	if field, ok := d.roles[rolePopulation]; ok {
		if n := r.Number(field); !math.IsNaN(n) {
			return n, nil
		}
	}
	year := r.yearText()
	if year == "" {
		return math.NaN(), nil
	}
	for _, other := range d.set.Datasets {
		field := other.roles[rolePopulation]
		if other.Role == rolePopulation && field == "" {
			field = other.fieldsOf(View{}).value
		}
		if field == "" || other.ID == d.ID {
			continue
		}
		for _, o := range other.Rows {
			if n := o.Number(field); o.yearText() == year && sameCountry(r, o) && !math.IsNaN(n) {
				return n, []Row{o}
			}
		}
	}
	return math.NaN(), nil
}

// sameCountry reports whether a population is that of the country of a figure. Where a table of populations tells countries
// apart, a figure that says none has none.
func sameCountry(figure, people Row) bool {
	country := people.roleField("country")
	return country == "" || people.raw(country) == figure.raw(figure.roleField("country"))
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
