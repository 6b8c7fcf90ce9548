package render

import (
	"fmt"
	"math"
	"net/url"
	"strings"
)

// sheet is a page of a Document.
type sheet struct {
	*pen
	doc *Document
	out *content
}

var _ Page = (*sheet)(nil)

func newSheet(d *Document, page int) *sheet {
	out := &content{doc: d, page: page, now: state{alpha: 1}}
	_, out.height = d.paper.Size()
	out.raw(number(miterLimit) + " M")
	return &sheet{pen: &pen{back: out, scale: 1}, doc: d, out: out}
}

func (s *sheet) end() {
	for len(s.out.saved) > 0 {
		s.EndClip()
	}
}

// box turns a rectangle in steps into points, with sides that are not negative.
func (s *sheet) box(x, y, w, h int) (p point, width, height float64) {
	return s.pt(x, y), max(0, held(w)), max(0, held(h))
}

// Link leaves out every kind of address but http, https and mailto.
func (s *sheet) Link(x, y, w, h int, address string) {
	u, err := url.Parse(Clean(address))
	if err != nil {
		return
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "mailto":
	default:
		return
	}
	p, width, height := s.box(x, y, w, h)
	s.out.try(func() { s.doc.pdf.LinkString(p.x, p.y, width, height, ascii(u.String())) })
}

// ascii writes what is left beyond ASCII as percent signs, as PDF wants it.
func ascii(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c > 0x20 && c < 0x7f {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func (s *sheet) InternalLink(x, y, w, h int, anchor string) {
	p, width, height := s.box(x, y, w, h)
	s.doc.marks = append(s.doc.marks, mark{s.out.page, p.x, p.y, width, height, anchor})
}

func (s *sheet) Anchor(name string, y int) {
	if _, ok := s.doc.names[name]; !ok {
		s.doc.names[name] = place{s.out.page, math.Max(0, s.pt(0, y).y)}
	}
}

func (s *sheet) Bookmark(level int, title string, y int) {
	title = strings.TrimSpace(Clean(title))
	if title == "" {
		return
	}
	level = min(max(level, 0), s.doc.depth)
	s.doc.depth = level + 1
	s.out.try(func() { s.doc.pdf.Bookmark(title, level, math.Max(0, s.pt(0, y).y)) })
}

func (s *sheet) Clip(x, y, w, h int) {
	p, width, height := s.box(x, y, w, h)
	s.out.saved = append(s.out.saved, s.out.now)
	s.out.try(func() { s.doc.pdf.ClipRect(p.x, p.y, width, height, false) })
}

func (s *sheet) EndClip() {
	n := len(s.out.saved)
	if n == 0 {
		return
	}
	s.out.now, s.out.saved = s.out.saved[n-1], s.out.saved[:n-1]
	s.out.try(s.doc.pdf.ClipEnd)
}
