package setup

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// addParts is the fast way in: one person a line.
func (p *People) addParts() []fyne.CanvasObject {
	area := p.lines("in.people.text", &p.text, 200, 4).hint(p.t("setup.people.text.hint"))
	return []fyne.CanvasObject{
		p.label(p.t("setup.people.text"), area, p.t("setup.people.text.note")),
		kit.Row(0, p.button(kit.ButtonSpec{ID: "in.people.add", Text: p.t("setup.people.add"), Icon: "plus", OnTapped: p.add})),
	}
}

// add puts the lines on the list that can be read; the others stay, and what is wrong with them is said.
func (p *People) add() {
	p.asked = true
	added, faults := p.typed()
	if len(faults) > 0 || len(added) == 0 {
		p.Problem()
		return
	}
	for _, person := range added {
		p.people = append(p.people, &personRow{Person: person, key: p.key()})
	}
	p.text = ""
	p.rebuildAt("in.people.text")
}

// typed reads the lines that were typed: name; code; table. What is wrong is said with the number of the line.
func (p *People) typed() (people []workshop.Person, faults []string) {
	codes := map[string]string{}
	for _, row := range p.people {
		if person := row.tidy(); person.Code != "" {
			codes[words.Fold(person.Code)] = p.called(row)
		}
	}
	for i, line := range strings.Split(strings.ReplaceAll(p.text, "\t", ";"), "\n") {
		if strings.Trim(line, "; \r") == "" {
			continue
		}
		person, wrong := p.person(line, codes)
		if wrong != "" {
			faults = append(faults, p.t("setup.people.line", words.Args{"Line": p.s.Tr.Int(i + 1), "What": wrong}))
			continue
		}
		people = append(people, person)
	}
	return people, faults
}

// person reads one line, and says what is wrong with it; codes are those that people have already.
func (p *People) person(line string, codes map[string]string) (person workshop.Person, wrong string) {
	parts := strings.Split(line, ";")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	for len(parts) > 3 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	if len(parts) > 3 {
		return person, p.t("setup.people.line.parts", words.Args{"Count": p.s.Tr.Int(len(parts))})
	}
	parts = append(parts, "", "")
	person.Name, person.Code = parts[0], parts[1]
	if person.Name == "" && person.Code == "" {
		return person, p.t("setup.people.line.nobody")
	}
	if parts[2] != "" {
		table, ok := p.tableOf(parts[2])
		if !ok {
			return person, p.noTable(parts[2])
		}
		person.Table = table
	}
	code := words.Fold(person.Code)
	if owner, taken := codes[code]; taken && code != "" {
		return person, p.t("setup.people.line.code", words.Args{"Code": person.Code, "Name": owner})
	}
	codes[code] = p.called(&personRow{Person: person})
	return person, ""
}

// tableOf finds a table by its number, its name, or both as it is shown.
func (p *People) tableOf(text string) (id string, ok bool) {
	text = words.Fold(text)
	at := slices.IndexFunc(p.tables, func(t *tableRow) bool {
		name := strings.TrimSpace(t.name)
		return text == words.Fold(t.id) || text == words.Fold(p.tableName(t.id)) || (name != "" && text == words.Fold(name))
	})
	if at < 0 {
		return "", false
	}
	return p.tables[at].id, true
}

func (p *People) noTable(text string) string {
	var names []string
	for _, t := range p.tables {
		names = append(names, t.id)
	}
	if len(names) == 0 {
		return p.t("setup.people.line.notables", words.Args{"Table": text})
	}
	return p.t("setup.people.line.table", words.Args{"Table": text, "Tables": p.s.Tr.List(names)})
}

// fault says what is wrong with what was typed, from top to bottom.
func (p *People) fault() fault {
	room, ok := count(p.count, mostPeople)
	if !ok {
		return fault{p.t("setup.people.count.bad", words.Args{"Text": p.count}), "in.people.count"}
	}
	sum := 0
	for _, t := range p.tables {
		n, ok := count(t.count, mostPeople)
		if !ok {
			return fault{p.t("setup.people.table.bad", words.Args{"Table": p.tableName(t.id), "Text": t.count}), "in.table.count" + t.key}
		}
		sum += n
	}
	if room > 0 && sum > room {
		return fault{p.t("setup.people.sum", words.Args{"Tables": p.s.Tr.Int(sum), "Room": p.s.Tr.Int(room)}), "in.people.count"}
	}
	if f := p.rowFault(); f.text != "" {
		return f
	}
	if _, faults := p.typed(); len(faults) > 0 {
		const most = 4
		return fault{strings.Join(faults[:min(len(faults), most)], "\n"), "in.people.text"}
	}
	return fault{}
}

// rowFault looks at the list: nobody without name and code, no code twice, no two people who cannot be told apart.
func (p *People) rowFault() fault {
	codes, names := map[string]bool{}, map[string]bool{}
	for _, row := range p.people {
		person := row.tidy()
		code, name := words.Fold(person.Code), words.Fold(person.Name)
		switch {
		case row.Forgotten:
		case code == "" && name == "":
			return fault{p.t("setup.people.row.nobody"), "in.person" + row.key}
		case codes[code] && code != "":
			return fault{p.t("setup.people.row.code", words.Args{"Code": person.Code}), "in.person.code" + row.key}
		case code == "" && names[name]:
			return fault{p.t("setup.people.row.name", words.Args{"Name": person.Name}), "in.person.code" + row.key}
		}
		codes[code] = true
		if code == "" {
			names[name] = true
		}
	}
	return fault{}
}
