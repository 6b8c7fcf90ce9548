package chart

import (
	"math"
	"slices"
	"strings"

	"doublefix/app/words"
)

// alt says the chart in sentences for people who do not see it: what is drawn, how many figures, where they begin and
// end, which is highest and lowest and who says so, what is missing, what is not whole, and the source. It is made of the
// marks alone, so it says what the chart shows. A long list of sources gives way to who, a short name of all of them.
func alt(spec Spec, who string) string {
	a := &teller{spec: spec, tr: spec.Tr, told: map[string]bool{}, named: map[string]int{}}
	for _, m := range spec.Marks {
		a.named[called(m)]++
	}
	a.say("alt.form."+string(spec.Form), words.Args{"Title": strings.TrimSuffix(spec.Title, ".")})
	if spec.Subtitle != "" {
		a.sentences = append(a.sentences, sentence(spec.Subtitle))
	}
	if spec.Asked != "" {
		a.say("chart.asked", words.Args{"Asked": sentence(spec.Asked)})
	}
	if len(spec.Marks) == 0 {
		a.say("alt.empty", nil)
		return a.text()
	}
	if len(spec.Series)+len(spec.Groups) == 0 && !printsRows(spec.Form) && spec.Form != Histogram {
		a.sentences = append(a.sentences, a.tr.N("alt.count", len(spec.Marks)))
	}
	a.tell()
	a.finding()
	a.statuses()
	a.doubts()
	a.notes()
	if len(strings.Fields(spec.Source)) > altSource && who != "" {
		spec.Source = who
	}
	a.say("alt.source", words.Args{"Source": strings.TrimSuffix(spec.Source, ".")})
	return a.text()
}

// Sizes of a chart in sentences, so that it can be listened to.
const (
	altWords  = 120 // before the source; caveats that would go beyond are counted
	altSource = 14  // words of a list of sources
	altNames  = 4   // figures that are named one by one,
	altListed = 16  // in so many words
	altBars   = 8   // bars that are told one by one
	altParts  = 12  // series, groups or steps
)

// tell says the figures as their form shows them.
func (a *teller) tell() {
	marks := a.spec.Marks
	switch a.spec.Form {
	case Lines:
		a.lines()
	case Claims, Ranges:
		a.blocks()
	case Funnel:
		a.steps()
	case Stacked, Dumbbell:
		a.rows()
	case Slope:
		a.slope()
	case Bars:
		a.bars()
	case Timeline:
		a.events()
	case Calendar:
		a.events()
		a.busiest()
	case Table:
		a.table()
	case HeadToHead:
		a.pairs()
	case Scatter:
		a.points()
	case Grouped:
		a.clusters()
	case SmallMultiples:
		a.panels()
	case Histogram:
		a.bins()
	case HeatMap:
		a.cells()
	case Bump:
		a.bump()
	case Flow:
		a.flowsTold()
	default:
		if len(marks) > altBars {
			a.extremes(marks, "")
			break
		}
		a.each(marks)
	}
}

// more says how many series, groups or steps are left out after the first [altParts].
func (a *teller) more(count int) {
	if count > altParts {
		a.sentences = append(a.sentences, a.tr.N("chart.alt.more", count-altParts))
	}
}

// each says all marks one by one.
func (a *teller) each(marks []Mark) {
	for _, m := range marks {
		a.say("alt.only", words.Args{"Name": a.name(m), "Figure": a.figure(m)})
		a.told[m.ID] = true
	}
}

// teller collects sentences.
type teller struct {
	spec      Spec
	tr        words.Tr
	sentences []string
	told      map[string]bool // ids of the marks that were named
	named     map[string]int  // how many marks have a name
	within    string          // the series that is told, which its marks need not name again
}

func (a *teller) say(key string, args words.Args) {
	a.sentences = append(a.sentences, a.tr.T(key, args))
}

func (a *teller) text() string { return strings.Join(a.sentences, " ") }

// sentence ends s with a full stop where it has no end.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

// name says which mark it is, with its period where another is called the same.
func (a *teller) name(m Mark) string {
	switch {
	case drawsEvents(a.spec.Form) && m.When != "":
		return m.Label + " (" + m.When + ")"
	case printsRows(a.spec.Form):
		return m.Label
	case a.spec.Form == Flow && m.Rival != "":
		return flowName(a.spec, m)
	}
	name := called(m)
	if a.spec.Form == Ranges && m.Who == "" && m.Label != "" {
		name = m.Label
	}
	if title := a.spec.seriesTitle(m); inRows(a.spec.Form) && len(a.spec.Series) > 1 && title != a.within {
		name += ", " + title
	}
	if m.Period != "" && a.named[name] > 1 && !strings.Contains(name, m.Period) {
		name += ", " + m.Period
	}
	return name
}

// called is who and when, or the label of a mark with what stands under it.
func called(m Mark) string {
	switch {
	case m.Who != "" && m.When != "":
		return m.Who + ", " + m.When
	case m.Who != "":
		return m.Who
	case m.Band(), m.Label == "":
		return m.Sub
	case m.Sub != "":
		return m.Label + ", " + m.Sub
	}
	return m.Label
}

// base says of how many a share is, where the mark knows.
func (a *teller) base(m Mark) string {
	if strings.Trim(m.Base, "-–— ") == "" {
		return ""
	}
	return a.tr.T("alt.base", words.Args{"Base": a.about(m.Base)})
}

// about says "≈" in words.
func (a *teller) about(figure string) string {
	if exact, ok := strings.CutPrefix(figure, "≈"); ok {
		return a.tr.T("alt.about", words.Args{"Figure": exact})
	}
	return figure
}

func (a *teller) figure(m Mark) string {
	text := a.about(m.Written)
	if b := a.base(m); b != "" {
		text += " " + b
	}
	return text
}

// middle is the value of a mark, or what stands for it; NaN where there are only words.
func middle(m Mark) float64 {
	switch {
	case !math.IsNaN(m.Value):
		return m.Value
	case math.IsNaN(m.Low):
		return m.High
	case math.IsNaN(m.High):
		return m.Low
	}
	return (m.Low + m.High) / 2
}

// ends are the least and the most that a mark says.
func ends(m Mark) (low, high float64) {
	low, high = m.Low, m.High
	if math.IsNaN(low) {
		low = middle(m)
	}
	if math.IsNaN(high) {
		high = middle(m)
	}
	return low, high
}

// open reports whether a mark has an open end: "more than", "up to".
func open(m Mark) bool { return math.IsNaN(m.Low) != math.IsNaN(m.High) }

// withNumber returns the marks that can be compared; means over a span are told on their own.
func withNumber(marks []Mark) []Mark {
	var out []Mark
	for _, m := range marks {
		if !math.IsNaN(middle(m)) && !m.Band() {
			out = append(out, m)
		}
	}
	return out
}

// extremes says the lowest and the highest figure and whose they are. title names the block they stand in.
func (a *teller) extremes(marks []Mark, title string) {
	if title != "" {
		a.sentences = append(a.sentences, a.tr.N("alt.block", len(marks), words.Args{"Title": title}))
	}
	numbers := withNumber(marks)
	switch len(numbers) {
	case 0:
	case 1:
		a.say("alt.only", words.Args{"Name": a.name(numbers[0]), "Figure": a.figure(numbers[0])})
		a.told[numbers[0].ID] = true
	default:
		low := slices.MinFunc(numbers, func(x, y Mark) int { l, _ := ends(x); m, _ := ends(y); return compareAxis(l, m) })
		high := slices.MaxFunc(numbers, func(x, y Mark) int { _, h := ends(x); _, i := ends(y); return compareAxis(h, i) })
		a.told[low.ID], a.told[high.ID] = true, true
		least, _ := ends(low)
		if _, most := ends(high); least == most {
			a.say("alt.equal", words.Args{"Figure": a.figure(low)})
			break
		}
		if low.ID == high.ID && len(numbers) <= altBars && slices.ContainsFunc(numbers, open) {
			a.each(numbers) // "more than 500,000" is not within a range that ends at 597,000
			break
		}
		if low.ID == high.ID {
			a.say("alt.within", words.Args{"Figure": a.figure(low), "Name": a.name(low)})
			break
		}
		a.say("alt.extremes", words.Args{
			"Low": a.figure(low), "LowName": a.name(low), "High": a.figure(high), "HighName": a.name(high),
		})
	}
	a.wordsOnly(marks)
}

// wordsOnly says what was said without a number, the same words once.
func (a *teller) wordsOnly(marks []Mark) {
	var said []string
	names := map[string][]string{}
	for _, m := range marks {
		if math.IsNaN(middle(m)) && m.Written != "" {
			if names[m.Written] == nil {
				said = append(said, m.Written)
			}
			names[m.Written] = append(names[m.Written], a.name(m))
			a.told[m.ID] = true
		}
	}
	for _, text := range said {
		a.say("alt.words", words.Args{"Name": strings.Join(names[text], "; "), "Figure": text})
	}
}
