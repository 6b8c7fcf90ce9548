package chart

import "doublefix/app/words"

// cells tells a heat map: how many rows and columns it has, and of each row the lowest and the highest figure and the years that
// have none.
func (a *teller) cells() {
	g := heatGridOf(a.spec)
	if len(g.cells) == 0 {
		a.extremes(a.spec.Marks, "")
		return
	}
	a.say("chart.alt.heat.size", words.Args{
		"Rows": a.tr.N("chart.alt.heat.rows", len(g.rows)), "Columns": a.tr.N("chart.alt.heat.columns", len(g.columns)),
	})
	for i, r := range g.rows[:min(len(g.rows), altParts)] {
		var mine []Mark
		for c := range g.columns {
			for _, mark := range g.cells[[2]int{i, c}] {
				mine = append(mine, a.spec.Marks[mark])
			}
		}
		a.within = r.name
		a.extremes(mine, r.name)
		if !g.byName {
			a.gaps(mine)
		}
	}
	a.within = ""
	a.more(len(g.rows))
	if n := g.empty(); n > 0 && g.byName {
		a.sentences = append(a.sentences, a.tr.N("chart.alt.heat.empty", n))
	}
}
