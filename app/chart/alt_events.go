package chart

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"doublefix/app/words"
)

// events tells a timeline: how many events there are and from when to when, then the first and the last of every lane.
func (a *teller) events() {
	marks := slices.DeleteFunc(slices.Clone(a.spec.Marks), func(m Mark) bool { return !isDated(m) })
	if len(marks) == 0 {
		a.say("alt.empty", nil)
		return
	}
	slices.SortStableFunc(marks, func(x, y Mark) int { return cmp.Compare(x.X, y.X) })
	first, last := marks[0], marks[len(marks)-1]
	a.sentences = append(a.sentences, a.tr.N("chart.alt.events", len(marks), words.Args{"From": first.When, "To": last.When}))
	lanes := a.grouped(marks)
	key, name := "chart.alt.lane", a.name
	if len(lanes) > altFew {
		key, name = "chart.alt.lane.last", inYear
	}
	for _, g := range lanes[:min(len(lanes), altParts)] {
		from, to := g.marks[0], g.marks[len(g.marks)-1]
		a.told[from.ID], a.told[to.ID] = key == "chart.alt.lane", true
		a.sentences = append(a.sentences, a.tr.N(key, len(g.marks), words.Args{
			"Title": g.title, "First": name(from), "Last": name(to),
		}))
	}
	a.more(len(lanes))
}

// inYear names an event with the year alone.
func inYear(m Mark) string {
	return m.Label + " (" + strconv.Itoa(int(math.Floor(m.X))) + ")"
}

// grouped are the marks of the groups that have any, in the order of the groups; without groups there is nothing to tell apart.
func (a *teller) grouped(marks []Mark) []toldGroup {
	var out []toldGroup
	for i, g := range a.spec.Groups {
		mine := toldGroup{title: g.Title}
		for _, m := range marks {
			if m.Group == i {
				mine.marks = append(mine.marks, m)
			}
		}
		if len(mine.marks) > 0 {
			out = append(out, mine)
		}
	}
	return out
}

// toldGroup is a group with its marks.
type toldGroup struct {
	title string
	marks []Mark
}

// Sizes of a timeline or table in sentences.
const (
	altTableRows = 6 // rows that are told of a table without groups,
	altOfGroup   = 2 // of a group,
	altFew       = 4 // only one of each where there are more groups than these,
	altMany      = 8 // and none beyond these
)

// table tells a table: how many rows there are and in which states, then a few of every group. The rows are in the table of
// the data as well, where they can be read one by one.
func (a *teller) table() {
	a.sentences = append(a.sentences, a.tr.N("chart.alt.rows", len(a.spec.Marks)))
	a.tags()
	groups := a.grouped(a.spec.Marks)
	if len(groups) == 0 {
		a.sentences = append(a.sentences, a.first(a.spec.Marks, altTableRows)+".")
		a.more(altParts + len(a.spec.Marks) - min(len(a.spec.Marks), altTableRows))
		return
	}
	if len(groups) > altMany {
		var titles []string
		for _, g := range groups {
			titles = append(titles, a.tr.T("chart.alt.tag", words.Args{"Tag": g.title, "Count": len(g.marks)}))
		}
		a.sentences = append(a.sentences, strings.Join(titles, "; ")+".")
		return
	}
	most := altOfGroup
	if len(groups) > altFew {
		most = 1
	}
	for _, g := range groups {
		items := a.first(g.marks, most)
		if len(g.marks) <= most {
			a.sentences = append(a.sentences, g.title+": "+sentence(items))
			continue
		}
		a.sentences = append(a.sentences, a.tr.N("chart.alt.group", len(g.marks), words.Args{"Title": g.title, "Items": items}))
	}
}

// first names the first rows with their figures.
func (a *teller) first(marks []Mark, most int) string {
	var items []string
	for _, m := range marks[:min(len(marks), most)] {
		item := strings.TrimSuffix(a.name(m), ".")
		if figure := strings.TrimSpace(a.figure(m) + " " + m.Unit); figure != "" {
			item += ": " + figure
		}
		items = append(items, item)
		a.told[m.ID] = true
	}
	return strings.TrimSuffix(strings.Join(items, "; "), ".")
}

// tags says how many rows are in which state.
func (a *teller) tags() {
	var tags, items []string
	count := map[string]int{}
	for _, m := range a.spec.Marks {
		if m.Tag != "" {
			if count[m.Tag]++; count[m.Tag] == 1 {
				tags = append(tags, m.Tag)
			}
		}
	}
	for _, tag := range tags[:min(len(tags), altParts)] {
		items = append(items, a.tr.T("chart.alt.tag", words.Args{"Tag": tag, "Count": count[tag]}))
	}
	if len(items) > 0 {
		a.sentences = append(a.sentences, strings.Join(items, "; ")+".")
	}
}
