package cli

import (
	"flag"
	"path/filepath"
	"slices"
	"strings"

	"doublefix/app/handout"
	"doublefix/app/words"
)

// The templates: for people who take part, everything but notes for the facilitator; the paper ballots of a workshop; and its
// result.
const (
	participant    = "participant"
	ballotTemplate = "ballots"
	resultTemplate = "results"
)

// handoutCommand writes the printed handout.
type handoutCommand struct {
	shared
	paper, template, workshop string
	round, perPage            string
	both, notes               bool
}

func (h *handoutCommand) declare(options *flag.FlagSet) {
	h.shared.declare(options)
	options.StringVar(&h.paper, "paper", "", "")
	options.StringVar(&h.template, "template", participant, "")
	options.StringVar(&h.workshop, "workshop", "", "")
	options.StringVar(&h.round, "round", "", "")
	options.StringVar(&h.perPage, "per-page", "4", "")
	options.BoolVar(&h.both, "both", false, "")
	options.BoolVar(&h.notes, "notes", false, "")
}

func (h *handoutCommand) run(c *call, args []string) error {
	if err := h.check(args); err != nil {
		return err
	}
	set, err := c.load(h.pkg)
	if err != nil {
		return err
	}
	w, err := c.workshop(h.workshop, set)
	if err != nil {
		return err
	}
	paper := handout.Paper(h.paper)
	if chosen := handout.Paper(w.Handout.Paper); paper == "" && slices.Contains(handout.Papers(), chosen) {
		paper = chosen
	}
	switch h.template {
	case ballotTemplate:
		return h.ballots(c, set, w, paper)
	case resultTemplate:
		return h.results(c, set, w, paper)
	}
	report, err := shown(set, w)
	if err != nil {
		return err
	}
	doc, err := handout.New(handout.Input{
		Set: set, Lang: c.tr.Lang(), Paper: paper, Sections: w.Handout.Sections, Places: w.Places, Workshop: w.Name,
		Report: report, Kept: handout.KeptOf(w.Charts), Own: handout.OwnOf(w.Charts, h.notes || w.Handout.Notes),
	})
	if err != nil {
		return err
	}
	return c.deliver(h.out, doc.WritePDF)
}

func (h *handoutCommand) check(args []string) error {
	if err := noMore(args); err != nil {
		return err
	}
	if strings.ToLower(filepath.Ext(h.out)) != ".pdf" {
		return unnamed(h.out, ".pdf")
	}
	var papers []string
	for _, p := range handout.Papers() {
		papers = append(papers, string(p))
	}
	if h.paper != "" {
		if err := oneOf("paper", h.paper, papers); err != nil {
			return err
		}
	}
	if err := oneOf("per-page", h.perPage, []string{"1", "2", "4"}); err != nil {
		return err
	}
	if err := oneOf("template", h.template, []string{participant, ballotTemplate, resultTemplate}); err != nil {
		return err
	}
	if h.template != participant && h.workshop == "" {
		return wrong("cli.error.no_workshop", words.Args{"Template": h.template})
	}
	return nil
}
