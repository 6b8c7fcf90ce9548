package chart

import (
	"strings"

	"doublefix/app/words"
)

// Sizes of bars with parts that are still told one by one.
const (
	altRows  = 8
	altMarks = 24
)

// rows tells bars or rows with marks of several series: each with all its figures while they are few, else the extremes of every
// series.
func (a *teller) rows() {
	blocks := stackBlocks(a.spec)
	rows := 0
	for _, b := range blocks {
		rows += len(b.rows)
	}
	if rows > altRows || len(a.spec.Marks) > altMarks {
		a.bySeries()
		return
	}
	for _, b := range blocks {
		if len(blocks) > 1 && b.Title != "" {
			a.sentences = append(a.sentences, sentence(b.Title))
		}
		for _, r := range b.rows {
			a.row(r)
		}
	}
}

// row tells a bar part by part, and what the parts add up to where the chart says so.
func (a *teller) row(r stackRow) {
	var items []string
	for _, i := range r.parts {
		m := a.spec.Marks[i]
		a.told[m.ID] = true
		items = append(items, strings.TrimSpace(a.spec.seriesTitle(m)+" "+a.figure(m)))
	}
	if r.whole >= 0 {
		a.told[a.spec.Marks[r.whole].ID] = true
	}
	if total, _ := r.total(a.spec); total != "" && (a.spec.Form == Stacked || r.whole >= 0) {
		items = append(items, a.tr.T("chart.alt.total", words.Args{"Figure": a.about(total)}))
	}
	name := r.label
	if r.sub != "" {
		name += ", " + r.sub
	}
	a.say("alt.only", words.Args{"Name": name, "Figure": strings.Join(items, "; ")})
}

// bySeries tells the lowest and the highest figure of every series.
func (a *teller) bySeries() {
	if len(a.spec.Series) == 0 {
		a.extremes(a.spec.Marks, "")
		return
	}
	for i, s := range a.spec.Series[:min(len(a.spec.Series), altParts)] {
		var mine []Mark
		for _, m := range a.spec.Marks {
			if m.Series == i {
				mine = append(mine, m)
			}
		}
		if len(mine) > 0 {
			a.within = s.Title
			a.extremes(mine, s.Title)
		}
	}
	a.within = ""
	a.more(len(a.spec.Series))
}

// slope tells every series from its first figure to its last.
func (a *teller) slope() {
	if len(a.spec.Series) == 0 {
		a.course(withNumber(a.spec.Marks), "")
		return
	}
	for i, s := range a.spec.Series[:min(len(a.spec.Series), altParts)] {
		var mine []Mark
		for _, m := range withNumber(a.spec.Marks) {
			if m.Series == i {
				mine = append(mine, m)
			}
		}
		if len(mine) > 0 {
			a.course(mine, s.Title)
		}
	}
	a.more(len(a.spec.Series))
}
