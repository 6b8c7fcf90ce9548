package setup

import (
	"math/big"

	"fyne.io/fyne/v2"

	"doublefix/app/ranking"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// outcomeParts says what the scores of the person come to: the order with its sums, and what each weight does.
func (c *Criteria) outcomeParts() []fyne.CanvasObject {
	w, missing, err := c.weigh()
	switch {
	case missing > 0:
		return []fyne.CanvasObject{c.s.Body(c.s.Tr.N("setup.outcome.missing", missing))}
	case err != nil:
		return []fyne.CanvasObject{c.s.Body(c.t("setup.outcome.cannot"))}
	}
	var parts []fyne.CanvasObject
	place := 1
	for _, group := range w.Order {
		for _, option := range group {
			parts = append(parts, c.sumLine(place, option, w.Totals[option], len(group) > 1))
		}
		place += len(group)
	}
	parts = append(parts, c.s.Meta(c.t("setup.outcome.sums")))
	for j := range w.Turns {
		parts = append(parts, c.s.Body(c.turn(w, j)))
	}
	return parts
}

// weigh reads scores and weights as they stand; missing is how many cannot be read.
func (c *Criteria) weigh() (w ranking.Weighed, missing int, err error) {
	in := ranking.Criteria{Scale: ranking.Scale(c.scale)}
	for _, k := range c.list {
		v, ok := decimal(k.weight, mostWeight)
		if !ok {
			missing++
		}
		in.Weights = append(in.Weights, exact(v))
	}
	for _, o := range c.in.Options {
		var row []*big.Rat
		for _, k := range c.list {
			v, ok := decimal(*c.of(c.person).at(o.ID, k.id), mostScore)
			if !ok {
				missing++
			}
			row = append(row, exact(v))
		}
		in.Scores = append(in.Scores, row)
	}
	if missing > 0 {
		return w, missing, nil
	}
	w, err = ranking.Weigh(in)
	return w, 0, err
}

// exact is the number as it was typed: 0.1 is a tenth.
func exact(v float64) *big.Rat {
	r, ok := new(big.Rat).SetString(plain(v))
	if !ok {
		return new(big.Rat)
	}
	return r
}

func (c *Criteria) sumLine(place, option int, total *big.Rat, tied bool) fyne.CanvasObject {
	p := c.s.Palette
	key := "setup.outcome.place"
	if tied {
		key = "setup.outcome.tied"
	}
	sum, _ := total.Float64()
	title := c.s.Paragraph(c.optionName(c.in.Options[option].ID), kit.SizeBody, 20, kit.Regular, p.Ink)
	rank := c.s.Text(c.t(key, words.Args{"Place": c.s.Tr.Int(place)}), kit.SizeBody, kit.Semibold, p.Accent)
	return kit.RowGrow(10, title,
		kit.Fixed(max(c.s.Px(64), rank.MinSize().Width), rank.MinSize().Height, rank), title, c.s.Text(c.s.Tr.Number(sum, 2), kit.SizeBody, kit.Semibold, p.Ink))
}

// turn says at which weight of a criterion others would come first.
func (c *Criteria) turn(w ranking.Weighed, j int) string {
	t := w.Turns[j]
	args := words.Args{"Name": c.criterionName(c.list[j]), "Weight": c.share(w.Weights[j])}
	var first []string
	for _, option := range w.Order[0] {
		first = append(first, c.in.Options[option].ID)
	}
	args["First"] = c.s.Tr.List(first)
	switch {
	case t.At == nil:
		return c.t("setup.turn.never", args)
	case len(t.To) == 0:
		return c.t("setup.turn.parts", args)
	}
	var to []string
	for _, option := range t.To {
		to = append(to, c.in.Options[option].ID)
	}
	args["At"], args["To"] = c.share(t.At), c.s.Tr.List(to)
	return c.s.Tr.N("setup.turn.at", len(to), args)
}

// share is a weight as a share of all weights.
func (c *Criteria) share(w *big.Rat) string {
	v, _ := w.Float64()
	return c.s.Tr.Percent(v * 100)
}
