package result

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"doublefix/app/words"
)

// WriteCSV writes the result as tables one below the other, each line beginning with what it is: the sentence, the pairs, the
// places and the rules. Numbers of ballots are written for programs, without thousands separators.
func (r *Report) WriteCSV(w io.Writer, tr words.Tr) error {
	out := csv.NewWriter(w)
	line := func(cells ...string) {
		for i := range cells {
			cells[i] = harmless(cells[i])
		}
		_ = out.Write(cells) // an error stays until Flush
	}
	line(tr.T("result.csv.finding"), r.Headline(tr).Text)
	line(tr.T("result.csv.basis"), r.Basis(tr))
	for a, o := range r.In.Options {
		line(tr.T("result.csv.option"), o.ID, o.Title.In(tr.Lang()))
		for b := range r.In.Options {
			if p := r.Now.Result.Pair(a, b); a != b {
				line(tr.T("result.csv.pair"), o.ID, r.In.Options[b].ID, plain(p.Above), plain(p.Below), plain(p.Tied))
			}
		}
	}
	places := placed(r.round().Profile, r.Now.Result.Setting.Unranked)
	for a, o := range r.In.Options {
		cells := []string{tr.T("result.csv.places"), o.ID}
		for place := range r.In.Options {
			cells = append(cells, strings.TrimSuffix(places.count(a, place).FloatString(4), ".0000"))
		}
		line(cells...)
	}
	for _, o := range r.Now.Result.Rules {
		line(tr.T("result.csv.rule"), r.ruleName(o.Rule, tr), r.signs(o.Order))
	}
	if a := r.Now.Agreement; a.W != nil {
		line(tr.T("result.csv.agreement"), tr.Number(floatOf(a.W), 2))
	}
	for _, f := range r.Now.Firm {
		line(tr.T("result.csv.firmness"), r.ruleName(f.Rule, tr), r.number(f.Winners, tr), r.number(f.Order, tr))
	}
	out.Flush()
	return out.Error()
}

func plain(n int64) string { return strconv.FormatInt(n, 10) }

// signs writes an order by ids: "A > B = C".
func (r *Report) signs(order [][]int) string {
	var groups []string
	for _, ids := range r.groupsOf(order) {
		groups = append(groups, strings.Join(ids, " = "))
	}
	return strings.Join(groups, " > ")
}

// harmless keeps a spreadsheet from taking a title for a formula.
func harmless(cell string) string {
	if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "+") || strings.HasPrefix(cell, "@") || strings.HasPrefix(cell, "-") {
		return "'" + cell
	}
	return cell
}
