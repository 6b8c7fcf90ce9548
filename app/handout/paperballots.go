package handout

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	"doublefix/app/look"
	"doublefix/app/render"
	"doublefix/app/words"
)

// BallotOption is what can be ranked on a ballot.
type BallotOption struct {
	ID             string
	Title, Summary words.Text // without a title the id is printed
}

// BallotPaper is one ballot: its number, its options from top to bottom, and the table it is for.
type BallotPaper struct {
	Serial string   // as it is read and typed: "014", "A-014"
	Order  []string // ids of all options, each once
	Table  string   // name, "" where it is for no table
}

// BallotsInput is what paper ballots are printed from. The same input gives the same bytes.
type BallotsInput struct {
	Question        words.Text
	Workshop, Round string // names, "" without
	Options         []BallotOption
	Papers          []BallotPaper
	PerPage         int          // 2 or 4, also 1; anything else is 2
	Langs           []words.Lang // one, or both on the same ballot; none is English
	Paper           Paper        // "" is A4
	Ties            bool         // one number may be given to several options
	Apart           bool         // an option without a number counts for nothing; else it counts as last
	Created         time.Time    // date of the file
}

// BallotSheets are paper ballots laid out, two or four to a page, to be cut apart.
type BallotSheets struct {
	in      BallotsInput
	trs     []words.Tr
	palette look.Palette
	w, h    float64
	perPage int
	pages   []*page
}

// What keeps ballots from being laid out. ErrBallotOrder comes wrapped, with the number of the ballot.
var (
	ErrNoBallots   = errors.New("handout: no ballots to print")
	ErrBallotOrder = errors.New("handout: the order of a ballot does not name every option once")
	ErrBallotLong  = errors.New("handout: the texts do not fit on a ballot of a whole page")
)

// Ballots lays out paper ballots. Where the texts are long the type gets smaller, within what can be read; then summaries are
// left out, then fewer ballots stand on a page, which [BallotSheets.Note] says.
func Ballots(in BallotsInput) (*BallotSheets, error) {
	if len(in.Papers) == 0 || len(in.Options) == 0 {
		return nil, ErrNoBallots
	}
	if len(in.Langs) == 0 {
		in.Langs = words.Langs()[:1]
	}
	if in.PerPage != 1 && in.PerPage != 4 {
		in.PerPage = 2
	}
	for _, p := range in.Papers {
		if !complete(p.Order, in.Options) {
			return nil, fmt.Errorf("%w: %s", ErrBallotOrder, p.Serial)
		}
	}
	s := &BallotSheets{in: in, palette: look.Print()}
	s.w, s.h = in.Paper.render().Size()
	for _, l := range in.Langs {
		s.trs = append(s.trs, words.For(l))
	}
	f, ok := s.form()
	if !ok {
		return nil, ErrBallotLong
	}
	s.perPage = f.grid.perPage()
	for papers := range slices.Chunk(in.Papers, s.perPage) {
		s.pages = append(s.pages, s.sheet(f, papers))
	}
	return s, nil
}

// complete reports whether an order names every option once.
func complete(order []string, options []BallotOption) bool {
	return len(order) == len(options) && !slices.ContainsFunc(options, func(o BallotOption) bool { return !slices.Contains(order, o.ID) })
}

// Pages returns how many pages there are.
func (s *BallotSheets) Pages() int { return len(s.pages) }

// PerPage returns how many ballots stand on a page: as many as were asked for, or fewer where texts are long.
func (s *BallotSheets) PerPage() int { return s.perPage }

// Note says in a sentence that fewer ballots stand on a page than were asked for; "" where that is not so.
func (s *BallotSheets) Note(tr words.Tr) string {
	if s.perPage == s.in.PerPage {
		return ""
	}
	return tr.N("paper.note.fewer", s.perPage, words.Args{"Asked": tr.Int(s.in.PerPage)})
}

// Size returns width and height of a page in points.
func (s *BallotSheets) Size() (w, h float64) { return s.w, s.h }

// Draw draws a page, counted from 0; there is nothing on pages that do not exist.
func (s *BallotSheets) Draw(page int, p render.Page) {
	if page >= 0 && page < len(s.pages) {
		s.pages[page].drawOn(p)
	}
}

// Preview draws a page (from 0) as pixels, scale of them a point.
func (s *BallotSheets) Preview(page int, scale float64) *image.RGBA {
	px := render.NewPixels(int(math.Round(s.w*scale)), int(math.Round(s.h*scale)), scale, color.White)
	s.Draw(page, screen{px})
	return px.Image()
}

// WritePDF writes the ballots as a PDF file.
func (s *BallotSheets) WritePDF(w io.Writer) error {
	author := s.in.Workshop
	if author == "" {
		author = program
	}
	tr := s.trs[0]
	file := render.NewDocument(s.in.Paper.render(), render.Options{
		Title: tr.T("paper.title"), Author: author, Subject: strings.TrimSpace(s.in.Question.In(s.in.Langs[0])),
		Language: string(s.in.Langs[0]), Created: s.in.Created,
	})
	for i := range s.pages {
		s.Draw(i, file.AddPage())
	}
	return file.Output(w)
}
