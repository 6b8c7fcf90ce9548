package setup

import (
	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// PrintInput is what the ballots are printed for.
type PrintInput struct {
	Tables  []workshop.Table
	People  int    // in the room, 0 where it is not known
	Issued  int    // ballots that were printed for this round already
	Options int    // of the round
	Paper   string // PaperA4 or PaperLetter
}

// PrintResult is how the ballots are printed.
type PrintResult struct {
	Count   int
	Table   string       // id; "" for the whole room
	PerPage int          // 2 or 4
	Langs   []words.Lang // one, or both on each ballot
	Paper   string       // PaperA4 or PaperLetter
}

// The papers.
const (
	PaperA4     = "a4"
	PaperLetter = "letter"
)

// Print is the dialog before ballots are printed.
type Print struct {
	sheet
	in      PrintInput
	count   string
	number  *field
	table   string
	perPage string
	lang    string
	paper   string
}

const (
	twoPages  = "two"
	fourPages = "four"
	bothLangs = "both"
)

// NewPrint returns the dialog before ballots are printed.
func NewPrint(s kit.Style, d Deps, in PrintInput) *Print {
	p := &Print{in: in, perPage: twoPages, lang: string(s.Tr.Lang()), paper: in.Paper}
	if p.paper != PaperLetter {
		p.paper = PaperA4
	}
	p.count = written(p.usual())
	p.start(s, d, "in.print.count", p.parts, p.fault)
	return p
}

// usual is how many ballots are printed unless something else is typed.
func (p *Print) usual() int {
	for _, t := range p.in.Tables {
		if t.ID == p.table {
			return t.People
		}
	}
	return max(p.in.People-p.in.Issued, 0)
}

// Result returns how the ballots are printed.
func (p *Print) Result() PrintResult {
	r := PrintResult{Table: p.table, PerPage: 2, Paper: p.paper, Langs: words.Langs()}
	r.Count, _ = count(p.count, mostPrinted)
	if p.perPage == fourPages {
		r.PerPage = 4
	}
	if p.lang != bothLangs {
		r.Langs = []words.Lang{words.Lang(p.lang)}
	}
	return r
}

// mostPrinted is how many ballots one print can have: serial numbers have three digits.
const mostPrinted = 999

func (p *Print) parts() []fyne.CanvasObject {
	p.number = p.field("in.print.count", &p.count, 96)
	parts := []fyne.CanvasObject{p.label(p.t("setup.print.count"), cells(cell{p.number, 0}), p.issued())}
	if len(p.in.Tables) > 0 {
		parts = append(parts, p.label(p.t("setup.print.table"), cells(cell{p.tablePick(), 0}), p.t("setup.print.table.note")))
	}
	return append(parts,
		p.label(p.t("setup.print.page"), p.segments("in.print.page", []choice{
			{twoPages, p.t("setup.print.two")}, {fourPages, p.t("setup.print.four")},
		}, p.perPage, func(id string) { p.perPage = id }), p.t("setup.print.page.note")),
		p.label(p.t("setup.print.lang"), p.segments("in.print.lang", []choice{
			{string(words.English), p.t("lang.en")}, {string(words.Spanish), p.t("lang.es")}, {bothLangs, p.t("setup.print.both")},
		}, p.lang, func(id string) { p.lang = id }), ""),
		p.label(p.t("setup.print.paper"), p.segments("in.print.paper", []choice{
			{PaperA4, p.t("setup.print.a4")}, {PaperLetter, p.t("setup.print.letter")},
		}, p.paper, func(id string) { p.paper = id }), ""),
		p.s.Meta(p.t("setup.print.order")),
	)
}

func (p *Print) issued() string {
	if p.in.Issued == 0 {
		return ""
	}
	return p.s.Tr.N("setup.print.issued", p.in.Issued)
}

func (p *Print) tablePick() fyne.CanvasObject {
	names, at := []string{p.t("setup.print.room")}, 0
	for i, t := range p.in.Tables {
		names = append(names, p.tableTitle(t))
		if t.ID == p.table {
			at = i + 1
		}
	}
	return p.pick("in.print.table", names, at, 220, func(at int) {
		usual := p.usual() // a number of the person's own stays
		p.table = ""
		if at > 0 {
			p.table = p.in.Tables[at-1].ID
		}
		if p.count == written(usual) {
			p.number.SetText(written(p.usual()))
		}
	})
}

// tableTitle is the name of a table, its number where it has none.
func (h *sheet) tableTitle(t workshop.Table) string {
	if t.Name != "" {
		return t.Name
	}
	return h.t("setup.table", words.Args{"ID": t.ID})
}

func (p *Print) fault() fault {
	n, ok := count(p.count, mostPrinted)
	if !ok || n == 0 {
		return fault{p.t("setup.print.bad", words.Args{"Max": p.s.Tr.Int(mostPrinted)}), "in.print.count"}
	}
	if p.in.Options > workshop.MaxDigits {
		return fault{p.t("setup.print.options", words.Args{"Max": workshop.MaxDigits}), "in.print.count"}
	}
	return fault{}
}
