package setup

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/ballot"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// ImportInput is a file of ballots that was read, and the round it is for.
type ImportInput struct {
	File    string // its name without the folder
	Reading *ballot.Reading
	Options []workshop.Option // of the round, with every text filled in
	Tables  []workshop.Table
	Unrank  string // how the workshop counts unranked options: ballot.UnrankedLast or ballot.UnrankedNone
}

// Import is the dialog before ballots of a file are added: what was found, and which column is which option.
type Import struct {
	sheet
	in      ImportInput
	columns []int // by column of the file: number of an option of the round, -1 where it is left out
	table   string
	sum     *kit.Paragraph
	missing *kit.Paragraph
}

// NewImport returns the dialog before ballots are added.
func NewImport(s kit.Style, d Deps, in ImportInput) *Import {
	m := &Import{in: in}
	for _, name := range in.Reading.Profile.Options {
		m.columns = append(m.columns, optionOf(name, in.Options))
	}
	m.alone()
	m.start(s, d, "in.import.column.0", m.parts, m.fault)
	return m
}

// optionOf finds the option of a name: by its letter, by its title in either language, or by both, as in "B) Title".
func optionOf(name string, options []workshop.Option) int {
	bare := func(text string) string {
		return strings.Join(strings.FieldsFunc(words.Fold(text), func(r rune) bool { return strings.ContainsRune(" .,:;()-–—“”\"'\u00a0", r) }), " ")
	}
	name = bare(name)
	for i, o := range options {
		id := bare(o.ID)
		if name == id || name == "option "+id || name == "opcion "+id {
			return i
		}
		for _, title := range o.Title {
			if t := bare(title); t != "" && (name == t || name == id+" "+t) {
				return i
			}
		}
	}
	return -1
}

// alone leaves an option only to the first column that seems to be it.
func (m *Import) alone() {
	for i, option := range m.columns {
		if option >= 0 && slices.Contains(m.columns[:i], option) {
			m.columns[i] = -1
		}
	}
}

// Result returns the ballots as the round takes them.
func (m *Import) Result() workshop.Import {
	p := m.mapped().Compact()
	r := workshop.Import{File: m.in.File, Table: m.table, Blank: p.Blank, Spoilt: p.Spoilt}
	for i := range p.Rows() {
		places := map[string]int{}
		for j, place := range p.Row(i) {
			if place > 0 {
				places[p.Options[j]] = int(place)
			}
		}
		r.Rows = append(r.Rows, workshop.Row{Places: places, Count: p.Counts[i]})
	}
	return r
}

// mapped is the ballots of the file over the options of the round.
func (m *Import) mapped() *ballot.Profile {
	from := m.in.Reading.Profile
	to := &ballot.Profile{Blank: from.Blank, Spoilt: from.Spoilt}
	for _, o := range m.in.Options {
		to.Options = append(to.Options, o.ID)
	}
	places := make([]uint8, len(to.Options))
	for i := range from.Rows() {
		clear(places)
		for j, place := range from.Row(i) {
			if option := m.columns[j]; option >= 0 {
				places[option] = place
			}
		}
		to.Add(places, from.Counts[i])
	}
	return to
}

func (m *Import) parts() []fyne.CanvasObject {
	m.sum = m.s.Paragraph("", kit.SizeTitle, 22, kit.Semibold, m.s.Palette.Ink)
	m.missing = m.s.Meta("")
	m.tell()
	parts := []fyne.CanvasObject{m.sum, m.facts()}
	for _, note := range m.notes() {
		parts = append(parts, m.s.Meta(note))
	}
	parts = append(parts, m.heading(m.t("setup.import.columns")), m.s.Meta(m.t("setup.import.columns.note")))
	for i, name := range m.in.Reading.Profile.Options {
		parts = append(parts, m.label(m.t("setup.import.column", words.Args{"Name": name}), m.columnPick(i), ""))
	}
	parts = append(parts, m.missing)
	if len(m.in.Tables) > 0 {
		parts = append(parts, m.label(m.t("setup.import.table"), m.tablePick(), ""))
	}
	return append(parts, m.problems()...)
}

// facts is what the file is, a line each.
func (m *Import) facts() fyne.CanvasObject {
	r := m.in.Reading
	facts := kit.Column(2, m.s.Body(m.t("setup.import.file", words.Args{"File": m.in.File, "Format": m.t("setup.format." + string(r.Format))})))
	if r.Title != "" {
		kit.Append(facts, m.s.Body(m.t("setup.import.title", words.Args{"Title": r.Title})))
	}
	if left := r.Rows - r.Understood; left > 0 {
		kit.Append(facts, m.s.Body(m.s.Tr.N("setup.import.left", left)))
	}
	return facts
}

// notes say what to beware of with this file.
func (m *Import) notes() []string {
	var notes []string
	if m.in.Reading.Weighted {
		notes = append(notes, m.t("setup.import.weighted"))
	}
	if u := m.in.Reading.Unranked; u != "" && m.in.Unrank != "" && u != m.in.Unrank {
		notes = append(notes, m.t("setup.import.unranked"))
	}
	return notes
}

func (m *Import) columnPick(i int) fyne.CanvasObject {
	names := []string{m.t("setup.import.leave")}
	for _, o := range m.in.Options {
		names = append(names, m.t("setup.import.option", words.Args{"ID": o.ID, "Title": o.Title.In(m.s.Tr.Lang())}))
	}
	return m.pick("in.import.column."+strconv.Itoa(i), names, m.columns[i]+1, 260, func(at int) {
		m.columns[i] = at - 1
		m.tell()
		m.changed()
	})
}

func (m *Import) tablePick() fyne.CanvasObject {
	names := []string{m.t("setup.import.notable")}
	for _, t := range m.in.Tables {
		names = append(names, m.tableTitle(t))
	}
	return cells(cell{m.pick("in.import.table", names, 0, 260, func(at int) {
		m.table = ""
		if at > 0 {
			m.table = m.in.Tables[at-1].ID
		}
	}), 0})
}

// tell says how many ballots are added as the columns stand now, and which options no column is.
func (m *Import) tell() {
	p := m.mapped()
	m.sum.SetText(m.s.Tr.N("setup.import.sum", int(p.Total()+p.Blank+p.Spoilt), words.Args{
		"Valid": m.s.Tr.Int(int(p.Total())), "Blank": m.s.Tr.Int(int(p.Blank)), "Spoilt": m.s.Tr.Int(int(p.Spoilt)),
	}))
	var missing []string
	for i, o := range m.in.Options {
		if !slices.Contains(m.columns, i) {
			missing = append(missing, o.ID)
		}
	}
	m.missing.SetText("")
	if len(missing) > 0 {
		m.missing.SetText(m.s.Tr.N("setup.import.missing", len(missing), words.Args{"Options": m.s.Tr.List(missing)}))
	}
}

// mostProblems is how many problems of a file are listed.
const mostProblems = 40

func (m *Import) problems() []fyne.CanvasObject {
	r := m.in.Reading
	if len(r.Problems) == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{m.heading(m.t("setup.import.problems")), m.s.Meta(m.t("setup.import.problems.note"))}
	for _, p := range r.Problems[:min(len(r.Problems), mostProblems)] {
		ink := m.s.Palette.Amber
		if p.Level == ballot.Error {
			ink = m.s.Palette.Brick
		}
		text := m.s.Body(p.Message(m.s.Tr))
		parts = append(parts, kit.RowGrow(8, text, m.s.IconImage("warning", 18, ink), text))
	}
	if more := r.Errors + r.Warnings - mostProblems; more > 0 {
		parts = append(parts, m.s.Meta(m.s.Tr.N("setup.import.more", more)))
	}
	return parts
}

func (m *Import) fault() fault {
	used := map[int]string{}
	for i, option := range m.columns {
		if option < 0 {
			continue
		}
		name, at := m.in.Reading.Profile.Options[i], "in.import.column."+strconv.Itoa(i)
		if other, twice := used[option]; twice {
			return fault{m.t("setup.import.twice", words.Args{"One": other, "Other": name, "ID": m.in.Options[option].ID}), at}
		}
		used[option] = name
	}
	if len(used) == 0 {
		return fault{m.t("setup.import.none"), "in.import.column.0"}
	}
	if p := m.in.Reading.Profile; p.Total()+p.Blank+p.Spoilt == 0 {
		return fault{m.t("setup.import.empty"), ""}
	}
	return fault{}
}
