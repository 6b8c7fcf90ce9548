package render

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"github.com/jung-kurt/gofpdf"
)

// Paper is a size of page, upright.
type Paper int

// The papers: A4 is 595.28 by 841.89 points, Letter 612 by 792.
const (
	A4 Paper = iota
	Letter
)

// Size returns width and height in points.
func (p Paper) Size() (width, height float64) {
	if p == Letter {
		return 612, 792
	}
	return 595.28, 841.89
}

// Options is what a PDF file says about itself.
type Options struct {
	Title, Author, Subject string
	Language               string    // of the text, as in "es" or "es-MX"
	Created                time.Time // never the clock, so that files can repeat; zero is 1970
}

// Document is a PDF file in the making: pages are added and drawn one after
// the other, then Output writes it. Faults of the library below, panics too,
// are kept and come back as the error of Output. The same calls give the same
// bytes.
type Document struct {
	pdf   *gofpdf.Fpdf
	paper Paper
	lang  string
	faces [faceCount]bool
	page  *sheet // the one being drawn
	marks []mark // internal links, set when all anchors are known
	names map[string]place
	depth int // deepest level the next bookmark may have
	done  []byte
	err   error
}

// place is a height on a page, in points from the top.
type place struct {
	page int
	y    float64
}

type mark struct {
	page       int
	x, y, w, h float64
	anchor     string
}

// NewDocument begins a file without pages.
func NewDocument(paper Paper, o Options) *Document {
	d := &Document{paper: paper, lang: language(o.Language), names: map[string]place{}}
	w, h := paper.Size()
	created := o.Created.UTC()
	if o.Created.IsZero() {
		created = time.Unix(0, 0).UTC()
	}
	d.try(func() {
		d.pdf = gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: w, Ht: h}})
		d.pdf.SetCatalogSort(true)
		d.pdf.SetCompression(false) // see pack
		d.pdf.SetAutoPageBreak(false, 0)
		d.pdf.SetMargins(0, 0, 0)
		d.pdf.SetCreationDate(created)
		d.pdf.SetModificationDate(created)
		d.pdf.SetProducer("Doublefix (gofpdf)", true)
		d.pdf.SetCreator("Doublefix", true)
		for _, info := range []struct {
			text string
			set  func(string, bool)
		}{{o.Title, d.pdf.SetTitle}, {o.Author, d.pdf.SetAuthor}, {o.Subject, d.pdf.SetSubject}} {
			if info.text != "" {
				info.set(Clean(info.text), true)
			}
		}
		d.setFont(Regular, 10) // from here on bookmarks too are Unicode
	})
	return d
}

// language keeps what a language tag is made of, so that nothing else can get
// into the catalogue.
func language(tag string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, tag)
}

// AddPage ends the page before it and begins the next. A page that has ended
// takes no more drawing: that is an error, too.
func (d *Document) AddPage() Page {
	d.endPage()
	d.try(d.pdf.AddPage)
	d.page = newSheet(d, d.PageCount())
	return d.page
}

// PageCount returns how many pages there are so far.
func (d *Document) PageCount() int { return d.pdf.PageCount() }

// Dangling returns the anchors that links lead to but that no page has set, in
// the order met. Such links are left out of the file.
func (d *Document) Dangling() []string {
	var out []string
	for _, m := range d.marks {
		if _, ok := d.names[m.anchor]; !ok {
			out = append(out, m.anchor)
		}
	}
	return out
}

// Output writes the file; after it, the document takes no more drawing. It can
// be called again for the same bytes.
func (d *Document) Output(w io.Writer) error {
	if d.done == nil {
		d.endPage()
		d.try(d.link)
		d.try(d.finish)
	}
	if d.err != nil {
		return d.err
	}
	if _, err := w.Write(d.done); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

var errPageEnded = errors.New("drawing on a page that has ended")

// try runs calls into the library and keeps the first thing that goes wrong.
func (d *Document) try(f func()) {
	if d.err != nil {
		return
	}
	defer func() {
		if r := recover(); r != nil {
			d.err = fmt.Errorf("pdf library: %v", r)
		}
	}()
	f()
	if err := d.pdf.Error(); err != nil {
		d.err = fmt.Errorf("pdf: %w", err)
	}
}

func (d *Document) endPage() {
	if d.page != nil {
		d.page.end()
		d.page = nil
	}
}

// link writes the internal links now that every anchor is known.
func (d *Document) link() {
	ids := map[string]int{}
	for _, m := range d.marks {
		to, ok := d.names[m.anchor]
		if !ok {
			continue
		}
		id, ok := ids[m.anchor]
		if !ok {
			id = d.pdf.AddLink()
			d.pdf.SetLink(id, to.y, to.page)
			ids[m.anchor] = id
		}
		d.pdf.SetPage(m.page)
		d.pdf.Link(m.x, m.y, m.w, m.h, id)
	}
	d.pdf.SetPage(d.pdf.PageCount())
}
