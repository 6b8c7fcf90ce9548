package workshop

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"time"
)

// sheet is a file as lines of text.
type sheet struct {
	path    string
	head    header
	created time.Time
	text    []byte // the header
	lines   []sheetLine
	leftOut []int // the numbers of lines that cannot be read
}

// sheetLine is an event with its text, without the space around it.
type sheetLine struct {
	event Event
	text  []byte
}

func readSheet(path string, raw []byte) (sheet, error) {
	first, rest, _ := bytes.Cut(raw, []byte("\n"))
	h, err := head(path, first)
	if err != nil {
		return sheet{}, err
	}
	s := sheet{path: path, head: h, text: bytes.TrimSpace(bytes.TrimPrefix(first, []byte("\xef\xbb\xbf")))}
	s.created, _ = time.Parse(time.RFC3339, h.Created)
	n := 1
	for text := range bytes.SplitSeq(rest, []byte("\n")) {
		n++
		e, state := event(text)
		switch state {
		case whole:
			s.lines = append(s.lines, sheetLine{e, bytes.TrimSpace(text)})
		case noEvent, unreadable:
			s.leftOut = append(s.leftOut, n)
		}
	}
	return s, nil
}

// source tells about the file; nothing of it is new yet.
func (s sheet) source(id Identity) Source {
	out := Source{Path: s.path, Package: s.head.Package, Events: len(s.lines), LeftOut: s.leftOut}
	if out.Package.SHA256 != id.SHA256 && out.Events > 0 {
		args := map[string]any{"File": s.path, "Name": out.Package.Name, "Version": out.Package.Version}
		key := "workshop.finding.merged_package"
		if out.Package.Name == id.Name && out.Package.Version == id.Version {
			key = "workshop.finding.merged_edition"
		}
		out.Findings = append(out.Findings, Finding{key, args})
	}
	for _, n := range s.leftOut {
		out.Findings = append(out.Findings, Finding{"workshop.finding.left_out", map[string]any{"File": s.path, "Line": n}})
	}
	return out
}

// compare puts what was made first before the others, and what does not say when behind them.
func (s sheet) compare(o sheet) int {
	if s.created.IsZero() != o.created.IsZero() {
		if o.created.IsZero() {
			return -1
		}
		return 1
	}
	return cmp.Or(s.created.Compare(o.created), bytes.Compare(s.text, o.text))
}

// union is lines, each id once. That a person was forgotten is kept whatever else has the id.
type union map[string]sheetLine

func (u union) add(l sheetLine) (isNew bool) {
	key := l.event.ID
	if who := l.event.forgets(); who != "" {
		key += "\x00" + who
	}
	known, there := u[key]
	if !there || compareLines(l, known) < 0 {
		u[key] = l
	}
	return !there
}

// eraser takes out the names of those who are forgotten.
func (u union) eraser() *eraser {
	e := newEraser()
	for _, l := range u {
		if who := l.event.forgets(); who != "" {
			e.people[who] = true
		}
	}
	return e
}

// inOrder returns the lines by (clock, id), without the names of those who are forgotten.
func (u union) inOrder() []sheetLine {
	lines := slices.SortedFunc(maps.Values(u), compareLines)
	if e := u.eraser(); len(e.people) > 0 {
		for i, l := range lines {
			lines[i] = l.without(e)
		}
	}
	return lines
}

// compareLines is the order of lines. Names come last in it, so that forgetting somebody changes no order.
func compareLines(a, b sheetLine) int {
	if c := cmp.Or(cmp.Compare(a.event.Clock, b.event.Clock), cmp.Compare(a.event.ID, b.event.ID), cmp.Compare(a.event.Type, b.event.Type)); c != 0 {
		return c
	}
	bare, bareB := a.without(&eraser{}), b.without(&eraser{})
	return cmp.Or(bytes.Compare(bare.event.Data, bareB.event.Data), cmp.Compare(a.event.At, b.event.At), bytes.Compare(bare.text, bareB.text),
		bytes.Compare(a.text, b.text))
}

// without takes out the names that an eraser finds.
func (l sheetLine) without(e *eraser) sheetLine {
	if !mayName(l.text) {
		return l
	}
	if clean, _ := e.value(l.text); !bytes.Equal(clean, l.text) {
		l.event, _ = event(clean)
		l.text = clean
	}
	return l
}

// forgets returns whom an event forgets; "" for any other event.
func (e Event) forgets() string {
	if e.Type != typeForgotten {
		return ""
	}
	f, _ := decode[forgotten](e.Data)
	return f.Person
}
