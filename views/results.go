package views

import (
	"crypto/rand"
	"io"
	"slices"

	"doublefix/app/chart"
	pages "doublefix/app/handout"
	"doublefix/app/ranking"
	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/app/workshop"
	resultview "doublefix/views/result"
)

// newResult is the step that shows what the group says.
func newResult(w *window) *resultview.View {
	return resultview.New(w.style, w.resultDeps(), &w.resultState)
}

func (w *window) resultDeps() resultview.Deps {
	return resultview.Deps{
		Head: w.stepBar, ChooseRound: w.chooseRound, ChooseTable: w.chooseTable,
		Reveal: func() { w.do("workshop.reveal") }, Cover: func() { w.do("workshop.cover") },
		DrawLot: w.drawLot, ToBallots: func() { w.goStep(stepBallots) },
		Export: w.exportResult, ExportCard: w.exportCard, KeepInHandout: w.resultToHandout,
		Focus: w.focus, Focused: w.win.Canvas().Focused, PopUp: w.popUp, Position: w.showPositionText,
	}
}

// resultModel is the round as the step Result shows it. Nothing is counted while the result is covered.
func (w *window) resultModel() resultview.Model {
	r := w.round()
	m := resultview.Model{
		Covered: !r.Revealed, Open: r.State != workshop.Closed, Ballots: r.Counts().Entered, Round: r.ID, Table: w.chosenTable(),
	}
	for _, o := range w.doc.Rounds {
		m.Rounds = append(m.Rounds, resultview.Choice{ID: o.ID, Name: w.roundName(o)})
	}
	for _, t := range w.doc.Tables {
		m.Tables = append(m.Tables, resultview.Choice{ID: t.ID, Name: w.tableName(t.ID)})
	}
	if m.Covered = m.Covered && r.Used(); m.Covered || !r.Used() {
		return m
	}
	m.Report = w.groupReport(w.chosenTable())
	m.InHandout, m.Twice = w.resultInHandout(), w.twice(r)
	// A lot parts what the whole group leaves tied, not one table.
	m.Tied = r.Decision.Tie == workshop.TieLot && m.Table == "" && m.Report != nil && len(w.tied(m.Report)) > 1
	return m
}

// counted is the report that was made last, and what it was made of.
type counted struct {
	rounds       *workshop.Round
	round, table string
	report       *result.Report
}

// groupReport is what the round that is shown comes to, at one table or at all; nil where it cannot be counted. It is counted anew
// when something was edited.
func (w *window) groupReport(table string) *result.Report {
	return w.reportOf(w.round().ID, table)
}

func (w *window) reportOf(round, table string) *result.Report {
	key := counted{rounds: &w.doc.Rounds[0], round: round, table: table}
	if last := w.counted; last.rounds == key.rounds && last.round == key.round && last.table == key.table {
		return last.report
	}
	var tables []string
	if table != "" {
		tables = []string{table}
	}
	report, err := result.New(result.Of(w.deps.Set, w.doc, round, tables...))
	if err != nil {
		w.fail(err)
		return nil
	}
	key.report = report
	w.counted = key
	return report
}

// tied are the options that the rule that decides puts first, where it was not parted by lot yet.
func (w *window) tied(report *result.Report) []string {
	o, ok := report.Now.Result.Outcome(ranking.Rule(w.round().Decision.Rule))
	if !ok {
		return nil
	}
	var ids []string
	for _, a := range o.Winners {
		ids = append(ids, report.In.Options[a].ID)
	}
	slices.Sort(ids)
	for _, l := range w.round().Lots {
		if slices.Equal(l.Among, ids) {
			return nil
		}
	}
	return ids
}

func (w *window) drawLot() {
	if report := w.groupReport(""); report != nil {
		w.ask(workshop.DrawLot(w.doc, w.round().ID, w.tied(report), rand.Reader))
	}
}

// exportResult writes the result as a table, for programs, or as pages to print.
func (w *window) exportResult(kind string) {
	report, tr := w.groupReport(w.chosenTable()), w.style.Tr
	if report == nil {
		return
	}
	input := w.handoutInput(w.handoutChoice())
	input.Report, input.Sections = report, []string{pages.ResultSection}
	name := w.tr("export.result.file", words.Args{"Round": w.round().ID}) + "." + kind
	w.save(name, func(out io.Writer) error {
		switch kind {
		case "csv":
			return report.WriteCSV(out, tr)
		case "json":
			return report.WriteJSON(out)
		}
		doc, err := pages.Results(input)
		if err != nil {
			return err
		}
		return doc.WritePDF(out)
	})
}

// The size of an exported chart of a result, in logical pixels.
const cardWidth, cardHeight = 900, 520

// exportCard writes the chart of a card.
func (w *window) exportCard(id, kind string) {
	report := w.groupReport(w.chosenTable())
	if report == nil {
		return
	}
	cards := report.Cards(w.style.Tr)
	i := slices.IndexFunc(cards, func(c result.Card) bool { return c.ID == id })
	if i < 0 || cards[i].Chart == nil {
		return
	}
	spec := *cards[i].Chart
	w.save(w.tr("export.result.file", words.Args{"Round": w.round().ID})+"-"+id+"."+kind, func(out io.Writer) error {
		drawing, err := chart.Lay(spec, chart.Alone(cardWidth, cardHeight))
		if err != nil {
			return err
		}
		if kind == "png" {
			return chart.WritePNG(out, spec, drawing, 2)
		}
		return chart.WriteSVG(out, spec, drawing)
	})
}

// resultToHandout puts the result into the handout, or takes it out again.
func (w *window) resultToHandout() {
	choice := w.handoutChoice()
	h, in := w.doc.Handout, w.resultInHandout()
	h.Sections = choice.Sections
	if h.Sections == nil {
		h.Sections = pages.DefaultSections(w.handoutInput(choice))
	}
	key := "result.in_handout"
	if in {
		key = "result.out_of_handout"
		h.Sections = slices.DeleteFunc(slices.Clone(h.Sections), func(id string) bool { return id == pages.ResultSection })
	} else {
		h.Sections = pages.With(w.handoutInput(choice), h.Sections, pages.ResultSection)
	}
	if w.ask(workshop.SetHandout(w.doc, h)) {
		w.say(notice{text: w.tr(key), holds: func() bool { return w.resultInHandout() != in }})
	}
}

// resultInHandout reports whether the result is printed with the handout.
func (w *window) resultInHandout() bool {
	choice := w.handoutChoice()
	sections := choice.Sections
	if sections == nil {
		sections = pages.DefaultSections(w.handoutInput(choice))
	}
	return slices.Contains(sections, pages.ResultSection)
}

// twice are the people who have more than one ballot that counts in a round, as when two rooms let them vote.
func (w *window) twice(r *workshop.Round) []string {
	var names []string
	for _, p := range w.doc.People {
		n := 0
		for _, b := range r.Ballots {
			if b.Person == p.ID && b.State != workshop.Withdrawn {
				n++
			}
		}
		if n > 1 {
			names = append(names, w.personName(p))
		}
	}
	return names
}

// shownReport is the last result that the group has seen; nil where none was shown. Nothing else gets into print.
func (w *window) shownReport() *result.Report {
	for _, r := range slices.Backward(w.doc.Rounds) {
		if r.Revealed {
			return w.reportOf(r.ID, "")
		}
	}
	return nil
}
