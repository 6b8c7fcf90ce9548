package setup

import (
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/views/kit"
)

// personParts is the line of a person, and the question below it whether to forget them.
func (p *People) personParts(row *personRow) []fyne.CanvasObject {
	remove := cell{p.button(kit.ButtonSpec{ID: "in.person.out" + row.key, Icon: "close", Name: p.t("setup.people.remove", words.Args{"Name": p.called(row)}), OnTapped: func() { p.remove(row) }}), 0}
	if row.Forgotten {
		gone := p.s.Paragraph(p.t("setup.people.forgotten"), kit.SizeBody, 20, kit.Italic, p.s.Palette.Quiet)
		return []fyne.CanvasObject{cells(cell{kit.Pad(kit.Inset{Bottom: 6}, gone), 1}, remove)}
	}
	line := []cell{
		{p.field("in.person"+row.key, &row.Name, 150).hint(p.t("setup.people.name")), 2},
		{p.field("in.person.code"+row.key, &row.Code, 84).hint(p.t("setup.people.code")), 1},
	}
	if len(p.tables) > 0 {
		line = append(line, cell{p.tablePick(row), 1})
	}
	if row.ID != "" {
		line = append(line, cell{p.button(kit.ButtonSpec{ID: "in.person.forget" + row.key, Text: p.t("setup.people.forget"), OnTapped: func() { p.ask(row) }}), 0})
	}
	parts := []fyne.CanvasObject{cells(append(line, remove)...)}
	if p.sure == row {
		parts = append(parts, p.sureParts(row))
	}
	return parts
}

func (p *People) tablePick(row *personRow) fyne.CanvasObject {
	names, at := []string{p.t("setup.people.notable")}, 0
	for i, t := range p.tables {
		name := t.name
		if name == "" {
			name = p.tableName(t.id)
		}
		names = append(names, name)
		if t.id == row.Table {
			at = i + 1
		}
	}
	return p.pick("in.person.table"+row.key, names, at, 120, func(at int) {
		row.Table = ""
		if at > 0 {
			row.Table = p.tables[at-1].id
		}
		p.changed()
	})
}

// sureParts says what forgetting does before it is done: it is the one thing here that cannot be taken back.
func (p *People) sureParts(row *personRow) fyne.CanvasObject {
	text := p.s.Body(p.t("setup.people.forget.text", words.Args{"Name": p.called(row)}))
	buttons := kit.Flow(8,
		p.button(kit.ButtonSpec{ID: "in.person.keep", Text: p.t("setup.people.forget.not"), OnTapped: func() { p.ask(nil) }}),
		p.button(kit.ButtonSpec{ID: "in.person.sure", Text: p.t("setup.people.forget.yes"), OnTapped: func() { p.forget(row) }}),
	)
	ground := p.s.Rect(p.s.Palette.GreySoft, nil)
	return kit.Behind(ground, kit.Pad(kit.Even(12), kit.Column(8, text, buttons)))
}

func (p *People) ask(row *personRow) {
	before := p.sure
	p.sure = row
	if row != nil {
		p.rebuildAt("in.person.keep")
		return
	}
	p.rebuildAt("in.person.forget" + before.key)
}

func (p *People) forget(row *personRow) {
	if !p.in.Forget(row.ID) {
		p.ask(nil)
		return
	}
	row.Name, row.Code, row.Forgotten = "", "", true
	p.sure = nil
	p.rebuildAt("in.person.out" + row.key)
}

func (p *People) remove(row *personRow) {
	at := slices.Index(p.people, row)
	p.people = slices.Delete(p.people, at, at+1)
	if row.ID != "" {
		p.removed = append(p.removed, row.ID)
	}
	if p.sure == row {
		p.sure = nil
	}
	next := "in.people.text"
	if at < len(p.people) {
		next = "in.person.out" + p.people[at].key
	}
	p.rebuildAt(next)
}

// called is a person in words.
func (p *People) called(row *personRow) string {
	person := row.tidy()
	switch {
	case person.Name != "":
		return person.Name
	case person.Code != "":
		return person.Code
	}
	return p.t("setup.people.nameless")
}
