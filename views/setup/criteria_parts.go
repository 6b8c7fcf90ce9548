package setup

import (
	"fyne.io/fyne/v2"

	"doublefix/app/ranking"
	"doublefix/app/words"
	"doublefix/views/kit"
)

func (c *Criteria) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{c.s.Body(c.t("setup.criteria.text")), c.heading(c.t("setup.criteria.list"))}
	for _, k := range c.list {
		parts = append(parts, c.criterionParts(k))
	}
	parts = append(parts, kit.Row(0, c.button(kit.ButtonSpec{ID: "in.criterion.add", Text: c.t("setup.criterion.add"), Icon: "plus", OnTapped: c.add})))
	c.outcome = kit.Column(6)
	if len(c.list) == 0 {
		return parts
	}
	parts = append(parts, c.heading(c.t("setup.score.title")))
	if len(c.in.People) > 0 {
		parts = append(parts, c.label(c.t("setup.score.person"), cells(cell{c.personPick(), 0}), ""))
	}
	parts = append(parts, c.s.Meta(c.t("setup.score.note", words.Args{"Max": mostScore})))
	c.cells, c.heads = map[string]*field{}, map[string][]*kit.Paragraph{}
	for _, o := range c.in.Options {
		var line []cell
		for _, k := range c.list {
			f := c.field("in.score."+o.ID+"."+k.id, c.of(c.person).at(o.ID, k.id), 72).then(c.tell)
			c.cells[o.ID+"/"+k.id] = f
			head := c.s.Paragraph(c.criterionName(k), kit.SizeMeta, 16, kit.Semibold, c.s.Palette.Ink)
			c.heads[k.id] = append(c.heads[k.id], head)
			score := kit.Column(3, head, f)
			line = append(line, cell{&fyne.Container{Layout: kit.Wide(c.s.Px(112)), Objects: []fyne.CanvasObject{score}}, 0})
		}
		parts = append(parts, kit.Column(4, c.s.Paragraph(c.optionName(o.ID), kit.SizeBody, 20, kit.Semibold, c.s.Palette.Accent), cells(line...)))
	}
	parts = append(parts, c.heading(c.t("setup.scale")), c.segments("in.scale", []choice{
		{string(ranking.AsGiven), c.t("setup.scale.given")}, {string(ranking.ShareOfMax), c.t("setup.scale.share")}, {string(ranking.MinMax), c.t("setup.scale.minmax")},
	}, c.scale, func(id string) { c.scale = id }), c.s.Meta(c.scaleNote()))
	c.outcome.Objects = c.outcomeParts()
	return append(parts, c.heading(c.t("setup.outcome")), c.outcome)
}

func (c *Criteria) criterionParts(k *criterionRow) fyne.CanvasObject {
	named := func() {
		for _, head := range c.heads[k.id] {
			head.SetText(c.criterionName(k))
		}
		c.tell()
	}
	en := cell{c.label(c.t("setup.criterion.en"), c.field("in.criterion."+k.id+".en", &k.en, 160).then(named), ""), 1}
	es := cell{c.label(c.t("setup.criterion.es"), c.field("in.criterion."+k.id+".es", &k.es, 160).then(named), ""), 1}
	if c.s.Tr.Lang() == words.Spanish {
		en, es = es, en
	}
	weight := c.field("in.criterion.weight."+k.id, &k.weight, 72).then(c.tell)
	return cells(en, es, cell{c.label(c.t("setup.criterion.weight"), weight, ""), 0},
		cell{c.button(kit.ButtonSpec{ID: "in.criterion.out." + k.id, Icon: "close", Name: c.t("setup.criterion.remove", words.Args{"Name": c.criterionName(k)}), OnTapped: func() { c.remove(k) }}), 0})
}

// personPick chooses whose scores are shown. The fields stay and take other texts, so that the focus does not move.
func (c *Criteria) personPick() fyne.CanvasObject {
	names, ids, at := []string{c.t("setup.score.group")}, []string{""}, 0
	for _, p := range c.in.People {
		if p.Forgotten {
			continue
		}
		if p.ID == c.person {
			at = len(ids)
		}
		names, ids = append(names, c.personName(p.ID)), append(ids, p.ID)
	}
	return c.pick("in.score.person", names, at, 220, func(at int) {
		c.person = ids[at]
		c.turnTo()
	})
}

// turnTo shows the scores of another person in the same fields.
func (c *Criteria) turnTo() {
	for _, o := range c.in.Options {
		for _, k := range c.list {
			f, to := c.cells[o.ID+"/"+k.id], c.of(c.person).at(o.ID, k.id)
			f.OnChanged = nil
			f.SetText(*to)
			f.OnChanged = func(text string) {
				*to = text
				c.changed()
				c.tell()
			}
		}
	}
	c.tell()
}

func (c *Criteria) personName(id string) string {
	for _, p := range c.in.People {
		switch {
		case p.ID != id:
		case p.Name != "":
			return p.Name
		case p.Code != "":
			return p.Code
		}
	}
	return c.t("setup.score.group")
}

func (c *Criteria) criterionName(k *criterionRow) string {
	if name := both(k.en, k.es).In(c.s.Tr.Lang()); name != "" {
		return name
	}
	return c.t("setup.criterion.nameless")
}

// optionName is letter and title of an option.
func (c *Criteria) optionName(id string) string {
	for _, o := range c.in.Options {
		if o.ID == id {
			return c.t("setup.import.option", words.Args{"ID": id, "Title": o.Title.In(c.s.Tr.Lang())})
		}
	}
	return id
}

func (c *Criteria) scaleNote() string {
	switch ranking.Scale(c.scale) {
	case ranking.ShareOfMax:
		return c.t("setup.scale.share.note")
	case ranking.MinMax:
		return c.t("setup.scale.minmax.note")
	}
	return c.t("setup.scale.given.note")
}

// tell shows anew what the scores come to.
func (c *Criteria) tell() {
	c.outcome.Objects = c.outcomeParts()
	c.scroll.Relayout()
	c.outcome.Refresh()
}
