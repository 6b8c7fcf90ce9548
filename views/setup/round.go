package setup

import (
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/ranking"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// RoundInput is a round as it is, or what a new one begins with.
type RoundInput struct {
	Number   int    // 1 for the first
	Name     string // "" for the usual
	New      bool   // the round is added
	Ballots  int    // that are in
	Revealed bool   // the result has been shown
	Decision workshop.Decision
}

// RoundResult is what was said about a round.
type RoundResult struct {
	Name     string
	Decision workshop.Decision
}

// Round is the dialog of a round: its name, the rule that decides, and what is done about a tie.
type Round struct {
	sheet
	in       RoundInput
	name     string
	decision workshop.Decision
}

// NewRound returns the dialog of a round.
func NewRound(s kit.Style, d Deps, in RoundInput) *Round {
	r := &Round{in: in, name: in.Name, decision: in.Decision}
	r.start(s, d, "in.round.name", r.parts, func() fault { return fault{} })
	return r
}

// Result returns the name and the rule that decides.
func (r *Round) Result() RoundResult {
	d := r.decision
	if d.Rule == "" {
		d.Tie = workshop.TieStays
	}
	return RoundResult{Name: strings.TrimSpace(r.name), Decision: d}
}

func (r *Round) parts() []fyne.CanvasObject {
	usual := r.t("setup.round.usual", words.Args{"Number": r.s.Tr.Int(r.in.Number)})
	var parts []fyne.CanvasObject
	if r.in.New {
		parts = append(parts, r.s.Body(r.t("setup.round.new")))
	}
	parts = append(parts, r.label(r.t("setup.round.name"), r.field("in.round.name", &r.name, 200).hint(usual), r.t("setup.round.name.note")))
	parts = append(parts, r.heading(r.t("setup.round.rule")), r.s.Meta(r.t("setup.round.rule.note")))
	if r.in.Ballots > 0 {
		parts = append(parts, r.late())
	}
	parts = append(parts, r.rules())
	if r.decision.Rule != "" {
		parts = append(parts, r.heading(r.t("setup.round.tie")), r.segments("in.round.tie", r.ties(), tieID(r.decision.Tie), func(id string) {
			r.decision.Tie = strings.TrimPrefix(id, tieStays)
		}), r.s.Meta(r.tieNote()))
	}
	return parts
}

// late warns that a rule that is named now was not named beforehand, and that this will be said with the result.
func (r *Round) late() fyne.CanvasObject {
	p := r.s.Palette
	text := r.s.Tr.N("setup.round.late", r.in.Ballots)
	if r.in.Revealed {
		text = r.t("setup.round.revealed")
	}
	line := r.s.Body(text)
	return kit.Behind(r.s.Rect(p.GreySoft, nil), kit.Pad(kit.Even(10), kit.RowGrow(10, line, r.s.IconImage("warning", 18, p.Amber), line)))
}

// noRule is the row of the list for a round without a rule that decides.
const noRule = "none"

func (r *Round) rules() fyne.CanvasObject {
	items := []kit.Item{{ID: noRule, Title: r.t("setup.rule.none"), Detail: r.t("setup.rule.none.plain")}}
	for _, rule := range []ranking.Rule{ranking.FirstChoice, ranking.Borda, ranking.Copeland, ranking.Schulze, ranking.RankedPairs, ranking.IRV, ranking.Kemeny} {
		items = append(items, kit.Item{ID: string(rule), Title: r.t("result.rule." + string(rule) + ".name"), Detail: r.t("result.rule." + string(rule) + ".plain")})
	}
	chosen := r.decision.Rule
	if chosen == "" {
		chosen = noRule
	}
	list := r.s.List("in.round.rule", items, chosen, func(id string) {
		if id == noRule {
			id = ""
		}
		r.decision.Rule = id
		r.rebuild()
	})
	list.Reveal = func(top, bottom float32) { r.scroll.RevealIn(list, top, bottom) }
	return list
}

// tieStays is the id of the choice that the document writes as "".
const tieStays = "stays"

func tieID(tie string) string {
	if tie == workshop.TieStays {
		return tieStays
	}
	return tie
}

func (r *Round) ties() []choice {
	return []choice{
		{tieStays, r.t("setup.round.tie.stays")}, {workshop.TieRevote, r.t("setup.round.tie.revote")}, {workshop.TieLot, r.t("setup.round.tie.lot")},
	}
}

func (r *Round) tieNote() string {
	switch r.decision.Tie {
	case workshop.TieRevote:
		return r.t("setup.round.tie.revote.note")
	case workshop.TieLot:
		return r.t("setup.round.tie.lot.note")
	}
	return r.t("setup.round.tie.stays.note")
}
