// Package handout sets the printed handout of a workshop: a cover with the options, a page of evidence for each dataset, the
// reader's own order, the sources, and blank ballots.
//
// A handout is laid out once, into pages that know what stands where; then any page can be drawn any number of times, into
// the file and on the screen. All measures are points.
package handout

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/look"
	"doublefix/app/render"
	"doublefix/app/result"
	"doublefix/app/words"
)

// Paper is a size of page.
type Paper string

// The papers there are.
const (
	A4     Paper = "a4"
	Letter Paper = "letter"
)

// Papers returns all papers, in the order in which they are offered.
func Papers() []Paper { return []Paper{A4, Letter} }

func (p Paper) render() render.Paper {
	if p == Letter {
		return render.Letter
	}
	return render.A4
}

// Input is what a handout is made from. The same input gives the same bytes.
type Input struct {
	Set      *dataset.Set
	Lang     words.Lang
	Paper    Paper     // "" is A4
	Sections []string  // ids in order; nil is [DefaultSections]; an id that is unknown is passed over
	Places   []string  // option ids by place, "" for an empty place; nil where nobody ranked
	Workshop string    // name, "" without
	Created  time.Time // date of the document; zero is that of the package

	Kept []Kept // charts that somebody added, in order
	// Own is what a person has added to a chart of a dataset: a title, and, where they are to be printed, notes and marks. nil for
	// nothing. It gives the same for the same chart.
	Own func(ds *dataset.Dataset, q dataset.Lens) chart.Notes

	Report *result.Report // of the round that was counted last; nil where no result is shown

	only string // id of the one section that is set, whatever else is chosen; "" for all
}

// Document is a handout laid out.
type Document struct {
	in       Input
	tr       words.Tr
	styles   *styles
	sheet    sheet
	sections []Section
	first    map[string]int // section id → page, from 1
	pages    []*page
}

var errNoSet = errors.New("handout: no data")

// New lays out a handout. It fails for a chart that cannot be built. Sections that do not exist are left out.
func New(in Input) (*Document, error) {
	if in.Set == nil {
		return nil, errNoSet
	}
	if in.Created.IsZero() {
		in.Created = in.Set.Created
	}
	st := newStyles(look.Print())
	w, h := in.Paper.render().Size()
	d := &Document{in: in, tr: words.For(in.Lang), styles: &st, sheet: newSheet(w, h), sections: chosen(in)}
	if err := d.lay(); err != nil {
		return nil, err
	}
	return d, nil
}

// lay sets the sections one after the other. Contents and sources name pages, and how long they are can change with the
// numbers in them, so everything is set again until the numbers hold. Glossary and sources usually come last and are made from
// what is there already, which saves a round.
func (d *Document) lay() error {
	b := newBuilder(d)
	for range 5 {
		var pages []*page
		n := numbers{first: map[string]int{}}
		for i, s := range d.sections {
			b.before = len(pages)
			if isLast(d.sections[i:]) {
				b.numbers.found(pages, b.inGlossary(n.terms))
			}
			made, err := b.section(s)
			if err != nil {
				return fmt.Errorf("handout: %s: %w", s.ID, err)
			}
			n.first[s.ID] = len(pages) + 1
			if s.ID == sectionBallot {
				n.first[s.ID] += notesBefore(len(pages))
			}
			pages, n.terms = append(pages, made...), append(n.terms, b.termsIn(s, made)...)
		}
		n.found(pages, b.inGlossary(n.terms))
		same := b.numbers.equal(n)
		b.numbers, d.first, d.pages = n, n.first, pages
		if same {
			break
		}
	}
	for i, p := range d.pages {
		p.items = append([]item{mark{anchor: pageAnchor(i + 1), y: b.sheet.top - 20}}, p.items...)
		d.frame(p, i)
	}
	for _, s := range d.sections {
		p := d.pages[d.first[s.ID]-1]
		p.items = append([]item{mark{s.ID, s.Title, b.sheet.top - 20}}, p.items...)
	}
	return nil
}

// isLast reports whether sections are only those that are made from what the others name.
func isLast(sections []Section) bool {
	return !slices.ContainsFunc(sections, func(s Section) bool {
		return s.ID != sectionGlossary && s.ID != sectionSources && s.ID != sectionBallot
	})
}

// Pages returns how many pages there are.
func (d *Document) Pages() int { return len(d.pages) }

// Size returns width and height of a page in points.
func (d *Document) Size() (w, h float64) { return d.sheet.w, d.sheet.h }

// Sections returns what is in the handout, in order.
func (d *Document) Sections() []Section { return append([]Section(nil), d.sections...) }

// PageOf returns the page on which a section begins, from 1, or 0 where it is not in the handout.
func (d *Document) PageOf(section string) int { return d.first[section] }

// Draw draws a page, counted from 0; there is nothing on pages that do not exist.
func (d *Document) Draw(page int, p render.Page) {
	if page >= 0 && page < len(d.pages) {
		d.pages[page].drawOn(p)
	}
}

// WritePDF writes the handout as a PDF file.
func (d *Document) WritePDF(w io.Writer) error {
	author := d.in.Workshop
	if author == "" {
		author = program
	}
	file := render.NewDocument(d.in.Paper.render(), render.Options{
		Title: d.topic(), Author: author, Subject: d.subject(),
		Language: string(d.tr.Lang()), Created: d.in.Created,
	})
	for i := range d.pages {
		d.Draw(i, file.AddPage())
	}
	return file.Output(w)
}

// subject says what the file is.
func (d *Document) subject() string {
	if d.in.only == sectionResults {
		return d.tr.T("handout.results.subject", words.Args{"Question": d.in.Report.In.Question.In(d.in.Lang)})
	}
	return d.tr.T("handout.subject", words.Args{"Question": d.in.Set.Question.In(d.in.Lang)})
}

// program is the name at the foot of every page.
const program = "Doublefix"

// topic is what the handout is about, for title and running head.
func (d *Document) topic() string {
	if s := d.in.Set.Running.In(d.in.Lang); s != "" {
		return s
	}
	return d.in.Set.Title.In(d.in.Lang)
}
