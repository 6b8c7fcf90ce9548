package setup

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// PeopleInput is who is there so far.
type PeopleInput struct {
	HeadCount int    // of the room, 0 where it is not known
	Room      string // letter of the room, "" where there is one room
	Tables    []workshop.Table
	People    []workshop.Person
	Forget    func(id string) bool // takes name and code of a person out of the file at once, for good; false where it could not
}

// PeopleResult is who is there.
type PeopleResult struct {
	HeadCount int
	Tables    []workshop.Table
	People    []workshop.Person // those without an id are new
	Removed   []string          // ids of people who were there before
}

// People is the dialog of tables and people.
type People struct {
	sheet
	in      PeopleInput
	count   string
	tables  []*tableRow
	people  []*personRow
	removed []string
	text    string     // people to be added, one a line
	sure    *personRow // asked whether to forget
	keys    int        // of the last row, so that each row has a name of its own
}

type tableRow struct{ id, name, count, key string }

type personRow struct {
	workshop.Person
	key string
}

// NewPeople returns the dialog of tables and people.
func NewPeople(s kit.Style, d Deps, in PeopleInput) *People {
	p := &People{in: in, count: written(in.HeadCount)}
	for _, t := range in.Tables {
		p.tables = append(p.tables, &tableRow{id: t.ID, name: t.Name, count: written(t.People), key: p.key()})
	}
	for _, person := range in.People {
		p.people = append(p.people, &personRow{Person: person, key: p.key()})
	}
	p.start(s, d, "in.people.count", p.parts, p.fault)
	return p
}

func (p *People) key() string {
	p.keys++
	return "." + written(p.keys)
}

// Result returns who is there. Lines that were typed and not put on the list yet are among the people.
func (p *People) Result() PeopleResult {
	r := PeopleResult{Removed: slices.Clone(p.removed)}
	r.HeadCount, _ = count(p.count, mostPeople)
	known := true
	sum := 0
	for _, t := range p.tables {
		n, _ := count(t.count, mostPeople)
		r.Tables = append(r.Tables, workshop.Table{ID: t.id, Name: strings.TrimSpace(t.name), People: n})
		sum, known = sum+n, known && n > 0
	}
	if r.HeadCount == 0 && known {
		r.HeadCount = sum
	}
	for _, row := range p.people {
		r.People = append(r.People, row.tidy())
	}
	added, _ := p.typed()
	r.People = append(r.People, added...)
	return r
}

// mostPeople is how many people a room can have.
const mostPeople = 100000

func (r *personRow) tidy() workshop.Person {
	person := r.Person
	person.Name, person.Code = strings.TrimSpace(person.Name), strings.TrimSpace(person.Code)
	return person
}

func (p *People) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		p.label(p.t("setup.people.count"), cells(cell{p.field("in.people.count", &p.count, 96), 0}), p.t("setup.people.count.note")),
		p.heading(p.t("setup.people.tables")), p.s.Meta(p.t("setup.people.tables.note")),
	}
	for _, t := range p.tables {
		parts = append(parts, p.tableParts(t))
	}
	parts = append(parts,
		kit.Row(0, p.button(kit.ButtonSpec{ID: "in.people.table.add", Text: p.t("setup.people.table.add"), Icon: "plus", OnTapped: p.addTable})),
		p.heading(p.t("setup.people.list")), p.s.Meta(p.t("setup.people.list.note")),
	)
	for _, row := range p.people {
		parts = append(parts, p.personParts(row)...)
	}
	return append(parts, p.addParts()...)
}

func (p *People) tableParts(t *tableRow) fyne.CanvasObject {
	name := p.tableName(t.id)
	field := p.field("in.table"+t.key, &t.name, 160).hint(name)
	return cells(
		cell{p.label(p.t("setup.people.table.name", words.Args{"Table": name}), field, ""), 1},
		cell{p.label(p.t("setup.people.table.count"), p.field("in.table.count"+t.key, &t.count, 88), ""), 0},
		cell{p.button(kit.ButtonSpec{ID: "in.table.out" + t.key, Icon: "close", Name: p.t("setup.people.table.remove", words.Args{"Table": name}), OnTapped: func() { p.removeTable(t) }}), 0},
	)
}

// tableName is what a table is called while it has no name.
func (p *People) tableName(id string) string { return p.t("setup.table", words.Args{"ID": id}) }

func (p *People) addTable() {
	n := 1
	id := p.in.Room + written(n)
	for slices.ContainsFunc(p.tables, func(t *tableRow) bool { return t.id == id }) {
		n++
		id = p.in.Room + written(n)
	}
	t := &tableRow{id: id, key: p.key()}
	p.tables = append(p.tables, t)
	p.rebuildAt("in.table" + t.key)
}

// removeTable takes a table away; whoever sat there sits nowhere.
func (p *People) removeTable(t *tableRow) {
	p.tables = slices.DeleteFunc(p.tables, func(other *tableRow) bool { return other == t })
	for _, row := range p.people {
		if row.Table == t.id {
			row.Table = ""
		}
	}
	p.rebuildAt("in.people.table.add")
}
