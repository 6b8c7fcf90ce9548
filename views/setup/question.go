package setup

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// QuestionInput is what a round asks so far, with every text filled in.
type QuestionInput struct {
	Question words.Text
	Options  []workshop.Option
	Usual    workshop.Paper // the question and the options of the data package
	Ballots  int            // that are in: with any, what is asked anew is asked in a new round
}

// QuestionResult is what is to be asked.
type QuestionResult struct {
	Paper   workshop.Paper // what is as in the data package is nil
	Changed bool           // against the input
	Anew    bool           // ballots are in, so it takes a new round
}

// Question is the dialog of what is asked.
type Question struct {
	sheet
	in      QuestionInput
	en, es  string
	options []*optionRow
}

type optionRow struct{ id, titleEn, titleEs, shortEn, shortEs string }

// NewQuestion returns the dialog of the question and its options.
func NewQuestion(s kit.Style, d Deps, in QuestionInput) *Question {
	q := &Question{in: in}
	q.fill(in.Question, in.Options)
	q.start(s, d, "in.question."+string(s.Tr.Lang()), q.parts, q.fault)
	return q
}

func (q *Question) fill(question words.Text, options []workshop.Option) {
	q.en, q.es = question[words.English], question[words.Spanish]
	q.options = nil
	for _, o := range options {
		q.options = append(q.options, &optionRow{
			id: o.ID, titleEn: o.Title[words.English], titleEs: o.Title[words.Spanish],
			shortEn: o.Summary[words.English], shortEs: o.Summary[words.Spanish],
		})
	}
}

// Result returns what is to be asked.
func (q *Question) Result() QuestionResult {
	question, options := both(q.en, q.es), q.written()
	r := QuestionResult{Changed: !sameText(question, q.in.Question) || !slices.EqualFunc(options, q.in.Options, sameOption)}
	r.Anew = r.Changed && q.in.Ballots > 0
	if !sameText(question, q.in.Usual.Question) {
		r.Paper.Question = question
	}
	if !slices.EqualFunc(options, q.in.Usual.Options, sameOption) {
		r.Paper.Options = options
	}
	return r
}

func (q *Question) written() []workshop.Option {
	var list []workshop.Option
	for _, o := range q.options {
		list = append(list, workshop.Option{ID: o.id, Title: both(o.titleEn, o.titleEs), Summary: both(o.shortEn, o.shortEs)})
	}
	return list
}

// both is a text without the languages in which nothing was typed; nil where nothing was typed at all.
func both(en, es string) words.Text {
	t := words.Text{}
	for lang, text := range words.Both(strings.TrimSpace(en), strings.TrimSpace(es)) {
		if text != "" {
			t[lang] = text
		}
	}
	if len(t) == 0 {
		return nil
	}
	return t
}

func sameText(a, b words.Text) bool {
	for _, lang := range words.Langs() {
		if strings.TrimSpace(a[lang]) != strings.TrimSpace(b[lang]) {
			return false
		}
	}
	return true
}

func sameOption(a, b workshop.Option) bool {
	return a.ID == b.ID && sameText(a.Title, b.Title) && sameText(a.Summary, b.Summary)
}

func (q *Question) parts() []fyne.CanvasObject {
	note := q.t("setup.question.this")
	if q.in.Ballots > 0 {
		note = q.s.Tr.N("setup.question.anew", q.in.Ballots)
	}
	parts := []fyne.CanvasObject{
		q.s.Body(note),
		q.pair(
			q.label(q.t("setup.question.en"), q.lines("in.question.en", &q.en, 200, 3), ""),
			q.label(q.t("setup.question.es"), q.lines("in.question.es", &q.es, 200, 3), ""),
		),
		q.s.Meta(q.t("setup.question.langs")),
		q.heading(q.t("setup.question.options")),
	}
	for _, o := range q.options {
		parts = append(parts, q.optionParts(o))
	}
	return append(parts, kit.Flow(8,
		q.button(kit.ButtonSpec{ID: "in.option.add", Text: q.t("setup.option.add"), Icon: "plus", OnTapped: q.add}),
		q.button(kit.ButtonSpec{ID: "in.question.usual", Text: q.t("setup.question.usual"), OnTapped: func() {
			q.fill(q.in.Usual.Question, q.in.Usual.Options)
			q.rebuild()
		}}),
	))
}

// pair puts the two languages side by side, that of the window first.
func (q *Question) pair(en, es fyne.CanvasObject) fyne.CanvasObject {
	least := q.s.Px(240)
	if q.s.Tr.Lang() == words.Spanish {
		return kit.Pair(10, least, es, en)
	}
	return kit.Pair(10, least, en, es)
}

func (q *Question) optionParts(o *optionRow) fyne.CanvasObject {
	p := q.s.Palette
	id := "in.option." + o.id
	gap := kit.Gap()
	head := kit.RowGrow(8, gap, q.s.Text(q.t("setup.option.letter", words.Args{"ID": o.id}), kit.SizeBody, kit.Semibold, p.Accent), gap,
		q.button(kit.ButtonSpec{ID: id + ".out", Icon: "close", Small: true, Name: q.t("setup.option.remove", words.Args{"ID": o.id}), OnTapped: func() { q.remove(o) }}))
	body := kit.Column(6, head,
		q.pair(
			q.label(q.t("setup.option.title.en"), q.lines(id+".en", &o.titleEn, 200, 2), ""),
			q.label(q.t("setup.option.title.es"), q.lines(id+".es", &o.titleEs, 200, 2), ""),
		),
		q.pair(
			q.label(q.t("setup.option.short.en"), q.lines(id+".short.en", &o.shortEn, 200, 2), ""),
			q.label(q.t("setup.option.short.es"), q.lines(id+".short.es", &o.shortEs, 200, 2), ""),
		),
	)
	return kit.Behind(q.s.Rect(p.Ground, p.Rule), kit.Pad(kit.Even(10), body))
}

// mostOptions is how many options there can be: each has a letter.
const mostOptions = 26

// add puts an option with the next free letter at the end.
func (q *Question) add() {
	for letter := 'A'; letter < 'A'+mostOptions; letter++ {
		id := string(letter)
		if !slices.ContainsFunc(q.options, func(o *optionRow) bool { return o.id == id }) {
			q.options = append(q.options, &optionRow{id: id})
			q.rebuildAt("in.option." + id + "." + string(q.s.Tr.Lang()))
			return
		}
	}
	q.say(q.t("setup.option.most", words.Args{"Max": mostOptions}))
}

func (q *Question) remove(o *optionRow) {
	q.options = slices.DeleteFunc(q.options, func(other *optionRow) bool { return other == o })
	q.rebuildAt("in.option.add")
}

func (q *Question) fault() fault {
	lang := "." + string(q.s.Tr.Lang())
	if both(q.en, q.es) == nil {
		return fault{q.t("setup.question.empty"), "in.question" + lang}
	}
	if len(q.options) < 2 {
		return fault{q.t("setup.option.few"), "in.option.add"}
	}
	titles := map[string]string{}
	for _, o := range q.options {
		at := "in.option." + o.id + lang
		title := both(o.titleEn, o.titleEs)
		if title == nil {
			return fault{q.t("setup.option.empty", words.Args{"ID": o.id}), at}
		}
		for _, l := range words.Langs() {
			key := string(l) + words.Fold(title.In(l))
			if other, twice := titles[key]; twice {
				return fault{q.t("setup.option.twice", words.Args{"ID": o.id, "Other": other}), at}
			}
			titles[key] = o.id
		}
	}
	return fault{}
}
