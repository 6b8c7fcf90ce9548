package cli

import (
	"strconv"
	"strings"

	"doublefix/app/dataset"
	"doublefix/app/handout"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

// ballots prints again the paper ballots that the workshop file says were printed: the orders of their options are on record
// there, so that entry can read them. No ballot is made here.
func (h *handoutCommand) ballots(c *call, set *dataset.Set, w workshop.Doc, paper handout.Paper) error {
	round, err := h.chosenRound(w)
	if err != nil {
		return err
	}
	in := handout.BallotsOf(set, w, round, h.langs(c))
	in.Paper = paper
	in.PerPage, _ = strconv.Atoi(h.perPage) // check has looked at it
	if len(in.Papers) == 0 {
		return wrong("cli.error.no_ballots", words.Args{"Path": h.workshop, "Round": round})
	}
	sheets, err := handout.Ballots(in)
	if err != nil {
		return err
	}
	if note := sheets.Note(c.tr); note != "" {
		c.note(note)
	}
	return c.deliver(h.out, sheets.WritePDF)
}

// chosenRound is the round that was asked for, the last one where none was.
func (h *handoutCommand) chosenRound(w workshop.Doc) (string, error) {
	if h.round == "" {
		return w.Latest().ID, nil
	}
	var ids []string
	for _, r := range w.Rounds {
		ids = append(ids, r.ID)
	}
	if w.Round(h.round) == nil {
		return "", wrong("cli.error.round", words.Args{"Round": h.round, "Rounds": strings.Join(ids, ", ")})
	}
	return h.round, nil
}

// langs are the languages of the ballots, that of the call first.
func (h *handoutCommand) langs(c *call) []words.Lang {
	out := []words.Lang{c.tr.Lang()}
	if !h.both {
		return out
	}
	for _, l := range words.Langs() {
		if l != c.tr.Lang() {
			out = append(out, l)
		}
	}
	return out
}
