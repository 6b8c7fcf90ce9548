package cli

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"doublefix/app/ranking"
	"doublefix/app/words"
)

// text writes the report for people: the result in a sentence, then the rules, the pairs, how much the ballots agree, and how
// firm the result is.
func (r *tallyReport) text(w io.Writer) error {
	var b strings.Builder
	b.WriteString(strings.Join(r.sentences(), " ") + "\n" + r.counted() + "\n")
	if r.result.Ballots > 0 {
		for _, part := range []func() string{r.rulesTable, r.pairsTable, r.agreementText, r.firmTable} {
			b.WriteString("\n" + part())
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// counted says what the numbers are out of, and how a CSV file was understood.
func (r *tallyReport) counted() string {
	parts := []string{
		r.tr.T("cli.tally.counted", words.Args{
			"Ballots": r.int(r.result.Ballots), "Blank": r.int(r.result.Blank), "Spoilt": r.int(r.result.Spoilt),
		}),
		r.tr.T("cli.tally.unranked." + string(r.result.Setting.Unranked)),
	}
	if r.round != "" {
		parts = append(parts, r.tr.T("cli.tally.round", words.Args{"Round": r.round}))
	}
	if r.table != "" {
		parts = append(parts, r.tr.T("cli.tally.table", words.Args{"Table": r.table}))
	}
	if file := r.reading; file != nil && file.Shape != "" {
		separator := "“" + file.Separator + "”"
		if file.Separator == "\t" {
			separator = r.tr.T("cli.tally.tab")
		}
		parts = append(parts, r.tr.T("cli.tally.csv."+string(file.Shape), words.Args{
			"Separator": separator, "Understood": r.int(int64(file.Understood)), "Rows": r.int(int64(file.Rows)),
		}))
	}
	return strings.Join(parts, " ")
}

func (r *tallyReport) int(n int64) string { return r.tr.Number(float64(n), 0) }

func (r *tallyReport) rulesTable() string {
	rows := [][]string{{r.tr.T("cli.tally.rule"), r.tr.T("cli.tally.order")}}
	var notes strings.Builder
	for _, o := range r.rules {
		rows = append(rows, []string{r.rule(o.Rule), r.written(o)})
		for _, note := range o.Notes {
			sentence := r.tr.T("cli.tally.note."+string(note), words.Args{"Rule": r.rule(o.Rule)})
			if note == ranking.SeveralOrders && o.Optimal > 1 {
				sentence = r.tr.T("cli.tally.optimal", words.Args{"Rule": r.rule(o.Rule), "Optimal": r.int(o.Optimal)})
			}
			notes.WriteString(sentence + "\n")
		}
	}
	return grid(rows, 2) + notes.String()
}

func (r *tallyReport) rule(rule ranking.Rule) string { return r.tr.T("cli.tally.rule." + string(rule)) }

// written is an order in signs, with the points of a rule that has them: A (34) > B (27) = C (27).
func (r *tallyReport) written(o ranking.Outcome) string {
	if len(o.Order) == 0 {
		return "–"
	}
	var tiers []string
	for _, tie := range o.Order {
		var names []string
		for _, a := range tie {
			name := r.name(a)
			if a < len(o.Scores) && o.Scores[a] != nil {
				name += " (" + r.tr.Auto(decimal(o.Scores[a])) + ")"
			}
			names = append(names, name)
		}
		tiers = append(tiers, strings.Join(names, " = "))
	}
	return strings.Join(tiers, " > ")
}

func (r *tallyReport) pairsTable() string {
	head := []string{""}
	var rows [][]string
	for a, row := range r.result.Pairwise {
		number := strconv.Itoa(a + 1)
		head = append(head, number)
		cells := []string{number + " " + r.name(a)}
		for b, count := range row {
			if a == b {
				cells = append(cells, "–")
			} else {
				cells = append(cells, r.int(count))
			}
		}
		rows = append(rows, cells)
	}
	return r.tr.T("cli.tally.pairs") + "\n" + grid(append([][]string{head}, rows...), 1)
}

func (r *tallyReport) agreementText() string {
	a := r.agreement
	var parts []string
	if r.result.Setting.Unranked == ranking.None {
		parts = append(parts, r.tr.T("cli.tally.whole", words.Args{"Whole": r.int(a.Ballots), "Ballots": r.int(r.result.Ballots)}))
	}
	if a.W == nil {
		parts = append(parts, r.tr.T("cli.tally.no_w"))
	} else {
		parts = append(parts, r.tr.T("cli.tally.w", words.Args{
			"W": r.tr.Number(decimal(a.W), 2), "Degree": r.tr.T("cli.tally.degree." + string(a.Degree)),
		}))
	}
	if a.TauB != nil {
		parts = append(parts, r.tr.T("cli.tally.tau", words.Args{"Tau": r.tr.Number(*a.TauB, 2)}))
	}
	if a.Indifferent > 0 {
		parts = append(parts, r.tr.T("cli.tally.indifferent", words.Args{"Ballots": r.int(a.Indifferent)}))
	}
	return strings.Join(parts, " ") + "\n"
}

func (r *tallyReport) firmTable() string {
	rows := [][]string{{r.tr.T("cli.tally.rule"), r.tr.T("cli.tally.firm.winners"), r.tr.T("cli.tally.firm.order")}}
	for _, f := range r.firm {
		rows = append(rows, []string{r.rule(f.Rule), r.change(f.Winners), r.change(f.Order)})
	}
	return r.tr.T("cli.tally.firm") + "\n" + grid(rows, 1)
}

// change is how many ballots have to change, or the bounds that are known.
func (r *tallyReport) change(c ranking.Change) string {
	switch {
	case c.Most == 0:
		return "–"
	case c.Exact():
		return r.int(c.Most)
	}
	return r.tr.T("cli.tally.between", words.Args{"Least": r.int(c.Least), "Most": r.int(c.Most)})
}

// grid sets rows in columns, the first left of them flush left and the others flush right.
func grid(rows [][]string, left int) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			gap := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i < left {
				line.WriteString("  " + cell + gap)
			} else {
				line.WriteString("  " + gap + cell)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}
