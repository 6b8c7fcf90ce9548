package setup

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/views/kit"
)

// AuditEntry is one thing that was done.
type AuditEntry struct {
	At     time.Time // shown in its own zone; the zero time shows none
	By     string    // who, "" where that is not known
	What   string    // in words
	Undone bool
}

// AuditConflict is two things of which only one can hold, done without knowing of each other.
type AuditConflict struct {
	Kept, Other   AuditEntry
	Person, Round string // where both are ballots of one person that count: who, and in which round; else ""
}

// AuditInput is what was done so far, the first first.
type AuditInput struct {
	Entries   []AuditEntry
	Conflicts []AuditConflict
}

// Audit is the dialog that shows who did what when, the newest first, after what contradicts each other. It only shows.
type Audit struct {
	sheet
	in    AuditInput
	shown int
}

// auditPage is how many entries are shown at once: each row is drawn, seen or not.
const auditPage = 150

// NewAudit returns the dialog that shows what was done.
func NewAudit(s kit.Style, d Deps, in AuditInput) *Audit {
	a := &Audit{in: in, shown: auditPage}
	a.start(s, d, "in.audit.list", a.parts, func() fault { return fault{} })
	return a
}

func (a *Audit) parts() []fyne.CanvasObject {
	if len(a.in.Entries) == 0 {
		return []fyne.CanvasObject{a.s.Body(a.t("setup.audit.empty"))}
	}
	var parts []fyne.CanvasObject
	if len(a.in.Conflicts) > 0 {
		parts = append(parts, a.heading(a.s.Tr.N("setup.audit.conflicts", len(a.in.Conflicts))))
		if slices.ContainsFunc(a.in.Conflicts, func(c AuditConflict) bool { return c.Person == "" }) {
			parts = append(parts, a.s.Meta(a.t("setup.audit.conflicts.note")))
		}
		for _, c := range a.in.Conflicts {
			parts = append(parts, a.conflict(c))
		}
		parts = append(parts, a.heading(a.t("setup.audit.all")))
	}
	list := a.list()
	parts = append(parts, list)
	if more := len(a.in.Entries) - a.shown; more > 0 {
		parts = append(parts, kit.Row(0, a.button(kit.ButtonSpec{ID: "in.audit.more", Text: a.s.Tr.N("setup.audit.more", more), OnTapped: func() {
			a.shown += auditPage
			a.rebuild()
			if a.shown >= len(a.in.Entries) {
				a.deps.Focus(a.First())
			}
		}})))
	}
	return parts
}

func (a *Audit) conflict(c AuditConflict) fyne.CanvasObject {
	p := a.s.Palette
	kept, other := words.Args{"What": c.Kept.What, "When": a.when(c.Kept)}, words.Args{"What": c.Other.What, "When": a.when(c.Other)}
	text := kit.Column(2)
	if c.Person != "" {
		kit.Append(text, a.s.Body(a.t("setup.audit.twice", words.Args{"Person": words.Capital(c.Person), "Round": c.Round})),
			a.s.Body(a.t("setup.audit.both", kept)), a.s.Body(a.t("setup.audit.both.and", other)))
	} else {
		kit.Append(text, a.s.Body(a.t("setup.audit.kept", kept)), a.s.Body(a.t("setup.audit.other", other)))
	}
	return kit.Behind(a.s.Rect(p.GreySoft, nil), kit.Pad(kit.Even(10), kit.RowGrow(10, text, a.s.IconImage("warning", 18, p.Amber), text)))
}

func (a *Audit) list() fyne.CanvasObject {
	var items []kit.Item
	day := ""
	newest := slices.Backward(a.in.Entries)
	n := 0
	for i, e := range newest {
		if n++; n > a.shown {
			break
		}
		if d := a.day(e.At); d != day {
			day = d
			items = append(items, kit.Item{Heading: words.Capital(d)})
		}
		items = append(items, kit.Item{ID: strconv.Itoa(i), Title: e.What, Detail: a.detail(e)})
	}
	list := a.s.List("in.audit.list", items, "", func(string) {})
	list.Reveal = func(top, bottom float32) { a.scroll.RevealIn(list, top, bottom) }
	return list
}

// day is the date of an entry in words.
func (a *Audit) day(at time.Time) string {
	if at.IsZero() {
		return a.t("setup.audit.nodate")
	}
	return a.s.Tr.Date(at.Format(time.DateOnly))
}

// detail is what stands under an entry: the time, who, and whether it was taken back.
func (a *Audit) detail(e AuditEntry) string {
	text := ""
	add := func(part string) {
		if part != "" && text != "" {
			text += " · "
		}
		text += part
	}
	if !e.At.IsZero() {
		add(e.At.Format("15:04"))
	}
	add(e.By)
	if e.Undone {
		add(a.t("setup.audit.undone"))
	}
	return text
}

// when is date and time in one, with who did it.
func (a *Audit) when(e AuditEntry) string {
	text := a.day(e.At)
	if !e.At.IsZero() {
		text += ", " + e.At.Format("15:04")
	}
	if e.By != "" {
		text += ", " + e.By
	}
	return text
}
