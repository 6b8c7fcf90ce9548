package cli

import (
	"slices"

	"doublefix/app/dataset"
	"doublefix/app/handout"
	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

// results prints what the ballots of a round come to.
func (h *handoutCommand) results(c *call, set *dataset.Set, w workshop.Doc, paper handout.Paper) error {
	round, err := h.chosenRound(w)
	if err != nil {
		return err
	}
	if h.round == "" {
		round = lastUsed(w)
	}
	in := result.Of(set, w, round)
	if w.Profile(round).Total() == 0 {
		return wrong("cli.error.no_result", words.Args{"Path": h.workshop, "Round": round})
	}
	report, err := result.New(in)
	if err != nil {
		return err
	}
	doc, err := handout.Results(handout.Input{Set: set, Lang: c.tr.Lang(), Paper: paper, Workshop: w.Name, Report: report})
	if err != nil {
		return err
	}
	if w.Round(round).State != workshop.Closed {
		c.note(c.tr.T("cli.note.not_closed", words.Args{"Round": round}))
	}
	return c.deliver(h.out, doc.WritePDF)
}

// lastUsed is the last round that has ballots, the last of all where none has.
func lastUsed(w workshop.Doc) string {
	for i := range slices.Backward(w.Rounds) {
		if w.Rounds[i].Used() {
			return w.Rounds[i].ID
		}
	}
	return w.Latest().ID
}

// shown is the report of the last round whose result was shown to the group, where the workshop's handout has a place for it;
// else nil.
func shown(set *dataset.Set, w workshop.Doc) (*result.Report, error) {
	if !slices.Contains(w.Handout.Sections, handout.ResultSection) {
		return nil, nil
	}
	for _, r := range slices.Backward(w.Rounds) {
		if r.Revealed && w.Profile(r.ID).Total() > 0 {
			return result.New(result.Of(set, w, r.ID))
		}
	}
	return nil, nil
}
