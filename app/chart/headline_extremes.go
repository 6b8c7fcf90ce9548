package chart

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// Sizes of a headline.
const (
	mostTold   = 2 // series that are told one by one
	mostBlocks = 3 // groups or bars
	mostTied   = 3 // marks with the same figure that are named
)

// only tells a single figure.
func (h *headliner) only(marks []Mark) bool {
	if len(marks) != 1 {
		return false
	}
	m := marks[0]
	if m.Who != "" {
		h.sentences = append(h.sentences, sentence(words.Capital(h.placed(h.valued(m), m))))
		return true
	}
	name := h.whose(m)
	if title := h.spec.seriesTitle(m); inRows(h.spec.Form) && title != "" && !strings.Contains(name, title) {
		name = strings.TrimPrefix(name+", "+title, ", ")
	}
	h.say("chart.headline.only", words.Args{"Name": name, "Figure": h.valued(m)})
	return true
}

// placed is a figure with the names of the marks that have it, or with who says so.
func (h *headliner) placed(figure string, marks ...Mark) string {
	var names []string
	said := true
	for _, m := range marks {
		said = said && m.Who != ""
		if name := h.whose(m); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	all := strings.Join(names, "; ")
	if len(names) > mostTied {
		all = h.counted(marks, false)
	}
	switch {
	case all == "", len(h.named) == 1 && len(h.spec.Marks) > 1 && all == called(marks[0]):
		return figure // all have this name, so it tells nothing
	case said && len(names) <= mostTied && h.speakers():
		return h.tr.T("chart.headline.by", words.Args{"Figure": figure, "Who": all})
	}
	return h.tr.T("chart.headline.at", words.Args{"Figure": figure, "Name": bracketed(all)})
}

// speakers reports whether who stands at the marks can follow "according to": it is who says so, not what a row is of, and does not
// say "according to" itself.
func (h *headliner) speakers() bool {
	by := strings.TrimSpace(h.tr.T("chart.headline.by", words.Args{"Figure": "", "Who": ""}))
	return h.spec.Form != Table && !slices.ContainsFunc(h.spec.Marks, func(m Mark) bool { return strings.Contains(m.Who, by+" ") })
}

// bracketed makes a name fit to stand in parentheses.
func bracketed(name string) string { return strings.NewReplacer("(", "[", ")", "]").Replace(name) }

// tied are the marks with the same figure, written the same, as m.
func (h *headliner) tied(marks []Mark, m Mark) []Mark {
	return slices.DeleteFunc(slices.Clone(marks), func(o Mark) bool { return middle(o) != middle(m) || figureText(h.spec, o) != figureText(h.spec, m) })
}

// byValue orders marks by what they say, the lowest first; byMost the highest first.
func byValue(a, b Mark) int { return compareAxis(middle(a), middle(b)) }

func byMost(a, b Mark) int { return compareAxis(-middle(a), -middle(b)) }

// alike reports whether two figures count the same: in kind, unit and base, and under the same addition to their name.
func alike(a, b Mark) bool { return sameKind(a, b) && a.Sub == b.Sub }

func sameKind(a, b Mark) bool { return a.Kind == b.Kind && a.Base == b.Base && sameUnit(a, b) }

func sameUnit(a, b Mark) bool {
	percent := func(m Mark) bool { return strings.HasSuffix(m.Written, "%") }
	return a.Unit == b.Unit && (percent(a) == percent(b) || a.Written == "" || b.Written == "")
}

// severalUnits reports whether figures count different things, so that none is more than another.
func severalUnits(marks []Mark) bool {
	return slices.ContainsFunc(marks, func(m Mark) bool { return !sameUnit(m, marks[0]) })
}

// whole leaves out what does not compare with the rest: parts of a period, and totals among their parts. It reports whether parts
// of a period were left out. Of claims nothing is left out: who says what is what is compared.
func (h *headliner) whole(marks []Mark) (out []Mark, partial bool) {
	if h.spec.Form == Claims || h.spec.Form == Ranges {
		return marks, false
	}
	for _, m := range marks {
		switch {
		case m.Status == Partial:
			partial = true
		case !isWhole(h.spec, m):
			out = append(out, m)
		}
	}
	return out, partial
}

// highest says which figure is highest, how far it is ahead of the next, and which is lowest; or that all are the same.
func (h *headliner) highest(all []Mark) bool {
	marks, partial := h.whole(all)
	switch {
	case severalUnits(all):
		return false
	case len(marks) == 0 && partial:
		h.say("chart.headline.partial", words.Args{"Count": h.counted(all, false)})
		return true
	case len(marks) == 0:
		return false
	case len(marks) == 1 && partial:
		h.say("chart.headline.only.whole", words.Args{"Figure": h.placed(h.valued(marks[0]), marks[0])})
		return true
	case len(marks) == 1:
		return h.only(marks)
	case len(marks) == 2 && !alike(marks[0], marks[1]):
		h.say("chart.headline.pair", words.Args{"First": h.placed(h.valued(marks[0]), marks[0]), "Second": h.placed(h.bare(marks[1]), marks[1])})
		return true
	}
	low, high := slices.MinFunc(marks, byValue), slices.MinFunc(marks, byMost)
	if middle(low) == middle(high) {
		h.say("chart.headline.equal", words.Args{"Count": h.counted(marks, partial), "Figure": h.valued(high)})
		return true
	}
	if len(marks) == 2 && !partial {
		h.say("chart.headline.two", words.Args{"High": h.placed(h.valued(high), high), "Low": h.placed(h.bare(low), low)})
		return true
	}
	args := words.Args{"Count": h.counted(marks, partial), "Lead": ""}
	ahead := h.tied(marks, high)
	args["High"] = h.placed(h.valued(high), ahead...)
	if len(ahead) == 1 {
		rest := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.ID == high.ID })
		args["Lead"] = h.lead(high, h.tied(rest, slices.MinFunc(rest, byMost)))
	}
	args["Low"] = h.placed(h.bare(low), h.tied(marks, low)...)
	h.say("chart.headline.highest", args)
	return true
}

// lead says how far a figure is ahead of the next, which several may share; "" where that cannot be said in a number, where one of
// them may be made of others, and where they are named by their years: spans of time may differ in length.
func (h *headliner) lead(high Mark, nexts []Mark) string {
	next := nexts[0]
	if len(nexts) > mostTied || slices.ContainsFunc(nexts, func(m Mark) bool { return !sameKind(high, m) || m.Status == Derived || hasYear(m.Label) }) {
		return ""
	}
	if !exact(h.spec, high) || !exact(h.spec, next) || hasYear(high.Label) {
		return ""
	}
	if high.Status == Derived || h.named[called(high)]+h.named[called(next)] > 2 {
		return ""
	}
	d, key := rounded(middle(high)-middle(next), 2), "chart.headline.lead"
	if h.isShare(high) {
		d, key = rounded(d, 1), "chart.headline.lead.points"
	}
	if d <= 0 {
		return ""
	}
	return h.tr.T(key, words.Args{"Amount": h.number(h.hedged(h.tr.Auto(d), high, next), d, Difference, high, next), "Name": h.names(nexts)})
}

// names are the names of marks, each once.
func (h *headliner) names(marks []Mark) string {
	var names []string
	for _, m := range marks {
		if name := h.whose(m); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, "; ")
}

// hedged marks an amount as not exact where one of the figures that it is made of is not.
func (h *headliner) hedged(amount string, marks ...Mark) string {
	if slices.ContainsFunc(marks, func(m Mark) bool { return strings.HasPrefix(figureText(h.spec, m), "≈") }) {
		return computed(amount)
	}
	return amount
}

// hasYear reports whether a name contains four digits in a row.
func hasYear(name string) bool {
	run := 0
	for _, r := range name {
		if r < '0' || r > '9' {
			run = 0
			continue
		}
		if run++; run == 4 {
			return true
		}
	}
	return false
}

// spread says how many rows of a table there are, and between which figures they lie where all count the same.
func (h *headliner) spread(marks []Mark) bool {
	if len(marks) < 2 || slices.ContainsFunc(marks, func(m Mark) bool {
		return !sameUnit(m, marks[0]) || m.Kind != marks[0].Kind || m.Group != marks[0].Group
	}) {
		return false
	}
	h.rowCount(marks)
	low, high := slices.MinFunc(marks, byValue), slices.MinFunc(marks, byMost)
	if middle(low) < middle(high) {
		h.say("chart.headline.spread", words.Args{"Low": h.placed(h.valued(low), h.tied(marks, low)...), "High": h.placed(h.bare(high), h.tied(marks, high)...)})
	}
	return true
}

// rowCount says how many rows there are where figures do not compare.
func (h *headliner) rowCount(marks []Mark) bool {
	all := h.spec.Marks
	if len(marks) > 1 && h.spec.Form != Table && severalUnits(marks) {
		h.say("chart.headline.units", words.Args{"Count": h.counted(marks, false)})
		return true
	}
	h.sentences = append(h.sentences, h.tr.N("chart.headline.rows", len(all)))
	h.number(h.tr.Int(len(all)), float64(len(all)), Counted, all...)
	return true
}
