package chart

import "doublefix/app/words"

// points tells what the axes are of, and the points one by one or, of many, how far they go.
func (a *teller) points() {
	if a.spec.XTitle != "" && a.spec.YTitle != "" {
		a.say("chart.scatter.axes", words.Args{"X": a.spec.XTitle, "Y": a.spec.YTitle})
	}
	var marks []Mark
	for _, i := range plotted(a.spec) {
		marks = append(marks, a.spec.Marks[i])
	}
	if len(marks) > altBars {
		marks = furthest(marks)
	}
	for _, m := range marks {
		a.told[m.ID] = true
		a.say("chart.scatter.point", words.Args{"Name": a.name(m), "X": a.spec.across(m), "Y": a.figure(m)})
	}
}

// furthest are the points that lie least and most far along and up, each once.
func furthest(marks []Mark) []Mark {
	ends := [4]Mark{marks[0], marks[0], marks[0], marks[0]}
	for _, m := range marks {
		for i, better := range []bool{m.X < ends[0].X, m.X > ends[1].X, m.Value < ends[2].Value, m.Value > ends[3].Value} {
			if better {
				ends[i] = m
			}
		}
	}
	var out []Mark
	seen := map[string]bool{}
	for _, m := range ends {
		if !seen[m.ID] {
			seen[m.ID] = true
			out = append(out, m)
		}
	}
	return out
}
