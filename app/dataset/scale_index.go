package dataset

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"doublefix/app/words"
)

// rowName is what a row is called in a sentence in any language: its id, or "#" and its line in the file.
func rowName(r Row) string {
	if name := r.d.Cell(r, r.d.labelField(), words.English); name != "" && name == r.d.Cell(r, r.d.labelField(), words.Spanish) {
		return name // a year, or a name that is the same in every language
	}
	if r.ID != "" {
		return r.ID
	}
	return "#" + strconv.Itoa(r.Line)
}

// index makes the figure of the base year 100 in every series.
func (s *scaling) index() error {
	if err := s.indexable(); err != nil {
		return err
	}
	at, err := s.places()
	if err != nil {
		return err
	}
	base, err := s.base(at)
	if err != nil {
		return err
	}
	for _, r := range s.rows {
		of := at[r.raw(s.View.Series)][base]
		st := step{times: 100, by: of.Number(s.fields.value), method: func() words.Text { return s.indexMethod(r, of) }}
		if of.ID != r.ID || of.Line != r.Line {
			st.with = []Row{of}
		}
		s.steps = append(s.steps, st)
	}
	s.unit = func(_ string, tr words.Tr) string { return tr.T("data.scale.unit.index", words.Args{"Base": base}) }
	s.note(s.Data.texts("data.scale.note.index", words.Args{"Base": base}))
	if s.View.Form == "stacked" || s.View.Form == "slope" {
		s.View.Form = "lines" // parts that are 100 each are no parts of a whole
	}
	return nil
}

// indexable says why figures are no series over years of plain numbers. Those of no year are left out.
func (s *scaling) indexable() error {
	if f, ok := s.Data.Field(s.View.X); !ok || !f.YearLike() {
		return refused("error.ask.scale.index.years")
	}
	all := len(s.rows)
	s.rows = slices.DeleteFunc(s.rows, func(r Row) bool { return math.IsNaN(r.Number(s.View.X)) })
	if len(s.rows) == 0 {
		return refused("error.ask.scale.index.years")
	}
	if n := all - len(s.rows); n > 0 {
		s.note(s.Data.plurals("data.ask.note.undated", n))
	}
	var vague, parts []string
	for _, r := range s.rows {
		value, low, high := r.Number(s.fields.value), r.Number(s.fields.low), r.Number(s.fields.high)
		if math.IsNaN(value) || !math.IsNaN(low) && low != value || !math.IsNaN(high) && high != value {
			vague = append(vague, rowName(r))
		}
		if r.Status == StatusPartial {
			parts = append(parts, rowName(r))
		}
	}
	switch {
	case len(vague) > 0:
		return refused("error.ask.scale.index.ranges", words.Args{"Rows": someOf(vague)})
	case len(parts) > 0 && len(parts) < len(s.rows):
		return refused("error.ask.part_years", words.Args{"Rows": someOf(parts)})
	}
	return nil
}

// places returns the row of every series and year.
func (s *scaling) places() (map[string]map[string]Row, error) {
	at := map[string]map[string]Row{}
	for _, r := range s.rows {
		series, year := r.raw(s.View.Series), r.raw(s.View.X)
		if at[series] == nil {
			at[series] = map[string]Row{}
		}
		if _, twice := at[series][year]; twice {
			return nil, refused("error.ask.scale.index.twice", words.Args{"Year": year})
		}
		at[series][year] = r
	}
	return at, nil
}

// base returns the year that is 100: the one that is asked for, else the first that can be.
func (s *scaling) base(at map[string]map[string]Row) (string, error) {
	var years []string
	for _, r := range s.rows {
		if year := r.raw(s.View.X); !slices.Contains(years, year) && s.baseable(at, year) {
			years = append(years, year)
		}
	}
	slices.SortFunc(years, func(x, y string) int { return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)) })
	want := s.Lens.Base
	switch {
	case len(years) == 0:
		return "", refused("error.ask.scale.index.none")
	case want == "":
		return years[0], nil
	case !slices.Contains(years, want):
		return "", refused("error.ask.scale.index.base", words.Args{"Base": want, "Years": yearList(years)})
	}
	return want, nil
}

// baseable reports whether every series has a figure above zero for a year, and that year alone.
func (s *scaling) baseable(at map[string]map[string]Row, year string) bool {
	for _, series := range at {
		r, ok := series[year]
		n := r.Number(s.fields.value)
		if !ok || !(n > 0) || s.View.XTo != "" && r.Number(s.View.XTo) > r.Number(s.View.X) {
			return false
		}
	}
	return true
}

// yearList writes years in order, those that follow each other as one piece: "2007–2011, 2013".
func yearList(years []string) string {
	out, from, last := "", "", 0
	end := func() {
		if last > 0 && strconv.Itoa(last) != from {
			out += "–" + strconv.Itoa(last)
		}
	}
	for _, y := range years {
		n, _ := strconv.Atoi(y) // 0 for what is no year
		if last > 0 && n == last+1 {
			last = n
			continue
		}
		end()
		if out != "" {
			out += ", "
		}
		out, from, last = out+y, y, n
	}
	end()
	return out
}

// indexMethod says which division was made: "143 ÷ 107 × 100 (2009 = 100)".
func (s *scaling) indexMethod(r, of Row) words.Text {
	out := words.Text{}
	for _, l := range words.Langs() {
		tr := s.Data.tr(l)
		out[l] = tr.T("data.scale.method.index", words.Args{
			"Figure": tr.Auto(r.Number(s.fields.value)), "Base": tr.Auto(of.Number(s.fields.value)), "Year": of.raw(s.View.X),
		})
	}
	return s.after(r, out)
}
