package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"doublefix/app/concordance"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// figuresReport is what the command says about a text.
type figuresReport struct {
	text     string
	set      *dataset.Set
	tr       words.Tr
	source   string // id; "" where it is not known which document the text is
	guessed  bool
	numbers  []concordance.Number
	findings []concordance.Finding
}

// about settles which document the text is.
func (r *figuresReport) about(source string) error {
	if source == "" {
		r.source = concordance.Guess(r.set, r.numbers)
		r.guessed = r.source != ""
		return nil
	}
	if r.set.Sources[source] == nil {
		return wrong("cli.error.source", words.Args{"Source": source, "Program": program})
	}
	r.source = source
	return nil
}

func (r *figuresReport) sourceName() string {
	if s := r.set.Sources[r.source]; s != nil {
		return s.Short.In(r.tr.Lang())
	}
	return r.source
}

func (r *figuresReport) count(where concordance.Where) int {
	n := 0
	for _, f := range r.findings {
		if f.Where == where {
			n++
		}
	}
	return n
}

// shownRows is how many rows a line names; the rest are counted.
const shownRows = 3

// lines writes one line a number, its parts parted by tabs: place, number in context, where it was found.
func (r *figuresReport) lines(w io.Writer) error {
	for _, f := range r.findings {
		n := f.Number
		if _, err := fmt.Fprintf(w, "%d:%d\t%s\t%s\n", n.Line, n.Column, concordance.Context(r.text, n, 2), r.where(f)); err != nil {
			return err
		}
	}
	return nil
}

func (r *figuresReport) where(f concordance.Finding) string {
	if len(f.Rows) == 0 {
		return r.tr.T("cli.figures.where." + string(f.Where))
	}
	var rows []string
	for _, m := range f.Rows[:min(len(f.Rows), shownRows)] {
		rows = append(rows, r.row(m))
	}
	text := strings.Join(rows, " | ")
	if more := len(f.Rows) - shownRows; more > 0 {
		text += " | " + r.tr.N("cli.figures.more", more)
	}
	if f.Where == concordance.Elsewhere {
		return r.tr.T("cli.figures.where.other", words.Args{"Rows": text})
	}
	return text
}

// row names a row: id, table, figure, source, and the rows that it refers to.
func (r *figuresReport) row(m concordance.Match) string {
	l := r.tr.Lang()
	parts := []string{m.Row.ID, m.Dataset.Title.In(l)}
	if figure := m.Dataset.Figure(m.Row, dataset.View{}, r.tr); figure != "" {
		parts = append(parts, figure)
	}
	if m.Row.Source != nil {
		parts = append(parts, m.Row.Source.Short.In(l))
	}
	text := strings.Join(parts, " · ")
	if len(m.Refers) > 0 {
		text += " → " + strings.Join(m.Refers, ", ")
	}
	return text
}

// figureJSON and rowJSON are a number and a row for a machine.
type figureJSON struct {
	Line    int       `json:"line"`
	Column  int       `json:"column"`
	Written string    `json:"written"`
	Context string    `json:"context"`
	Unit    string    `json:"unit,omitempty"`
	Value   *float64  `json:"value,omitempty"`
	High    *float64  `json:"high,omitempty"`
	Date    string    `json:"date,omitempty"`
	Found   string    `json:"found"`
	Rows    []rowJSON `json:"rows"`
}

type rowJSON struct {
	ID     string   `json:"id"`
	Table  string   `json:"table"`
	Title  string   `json:"title"`
	Figure string   `json:"figure"`
	Source string   `json:"source"`
	Rows   []string `json:"rows"`
}

func (r *figuresReport) json(w io.Writer) error {
	numbers := []figureJSON{}
	for _, f := range r.findings {
		n := f.Number
		o := figureJSON{
			Line: n.Line, Column: n.Column, Written: n.Written, Context: n.Around, Unit: string(n.Unit), Date: n.Date,
			Value: known(n.Value), High: known(n.High), Found: string(f.Where), Rows: []rowJSON{},
		}
		for _, m := range f.Rows {
			row := rowJSON{ID: m.Row.ID, Table: m.Dataset.ID, Title: m.Dataset.Title.In(r.tr.Lang()), Figure: m.Dataset.Figure(m.Row, dataset.View{}, r.tr), Rows: []string{}}
			if m.Row.Source != nil {
				row.Source = m.Row.Source.ID
			}
			row.Rows = append(row.Rows, m.Refers...)
			o.Rows = append(o.Rows, row)
		}
		numbers = append(numbers, o)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(struct {
		Source  string       `json:"source"`
		Guessed bool         `json:"guessed"`
		Numbers []figureJSON `json:"numbers"`
	}{r.source, r.guessed, numbers})
}

// known is a value that there is; JSON has no NaN.
func known(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	return &v
}
