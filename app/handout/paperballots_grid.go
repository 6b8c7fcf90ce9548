package handout

import (
	"slices"

	"doublefix/app/chart"
	"doublefix/app/words"
)

// grid is how ballots stand on a page: columns and rows of them, and the free space within each around what is printed.
type grid struct {
	columns, rows int
	side, end     float64 // left and right; above and below
	size          float64 // of the type, 1 for two to a page
	steps         []float64
}

func (g grid) perPage() int { return g.columns * g.rows }

// grids are those that are tried for so many ballots a page, one after the other.
func grids(perPage int) []grid {
	all := []grid{
		{2, 2, 28, 25, 0.89, []float64{1, 0.94, 0.88}},
		{1, 2, 44, 27, 1, []float64{1.15, 1, 0.92, 0.85, 0.79}},
		{1, 1, 50, 50, 1.2, []float64{1, 0.85, 0.75, 0.66}},
	}
	for len(all) > 1 && all[0].perPage() > perPage {
		all = all[1:]
	}
	return all
}

// form is the first form that every ballot fits into: with summaries where that can be, in type as large as can be.
func (s *BallotSheets) form() (ballotForm, bool) {
	for _, g := range grids(s.in.PerPage) {
		for _, summaries := range [...]bool{true, false} {
			for _, step := range g.steps {
				f := s.newForm(g, step, summaries)
				if s.fitsAll(f) {
					return f, true
				}
			}
		}
	}
	return ballotForm{}, false
}

// fitsAll reports whether ballots have room in a form. In whatever order the options stand, they are as high; only the heads
// differ.
func (s *BallotSheets) fitsAll(f ballotForm) bool {
	first := s.in.Papers[0]
	below := height(f.ballot(first, 0)) - f.head(first).h
	return !slices.ContainsFunc(s.in.Papers, func(p BallotPaper) bool { return f.head(p).h+below > f.room })
}

// sheet is a page of ballots with the lines to cut along.
func (s *BallotSheets) sheet(f ballotForm, papers []BallotPaper) *page {
	pg := &page{}
	title := s.trs[0].T("paper.bookmark.one", words.Args{"Serial": papers[0].Serial})
	if last := len(papers) - 1; last > 0 {
		title = s.trs[0].T("paper.bookmark.some", words.Args{"From": papers[0].Serial, "To": papers[last].Serial})
	}
	pg.put(mark{anchor: pageAnchor(len(s.pages) + 1), title: title})
	w, h := s.w/float64(f.grid.columns), s.h/float64(f.grid.rows)
	for i, p := range papers {
		x, y := float64(i%f.grid.columns)*w+f.grid.side, float64(i/f.grid.columns)*h+f.grid.end
		spare := f.room - height(f.ballot(p, 0))
		stack(pg, f.ballot(p, min(spare/float64(len(p.Order)), f.looser)), x, y)
	}
	s.cuts(pg, f)
	return pg
}

const (
	cutEnd   = 14.0 // from the edge of the paper, where few printers print
	cutWidth = 0.7
)

// cuts draws the lines between ballots, also beside places that stay empty.
func (s *BallotSheets) cuts(pg *page, f ballotForm) {
	stroke := chart.Stroke{Color: s.palette.Quiet, Width: cutWidth, Dash: []float64{3, 3}}
	for row := 1; row < f.grid.rows; row++ {
		y := s.h * float64(row) / float64(f.grid.rows)
		word := s.each("paper.cut", " · ")
		pg.text(f.tiny, f.grid.side, y+0.33*f.tiny.size, word, chart.Start)
		pg.rule(cutEnd, f.grid.side-6, y, cutWidth, s.palette.Quiet, 3, 3)
		pg.rule(f.grid.side+f.tiny.width(word)+6, s.w-cutEnd, y, cutWidth, s.palette.Quiet, 3, 3)
	}
	for column := 1; column < f.grid.columns; column++ {
		x := s.w * float64(column) / float64(f.grid.columns)
		pg.put(shape{chart.Line{Points: []chart.Point{{X: x, Y: cutEnd}, {X: x, Y: s.h - cutEnd}}, Stroke: stroke}})
	}
}

// each is a text in every language of the ballots.
func (s *BallotSheets) each(key, between string) string {
	out := ""
	for i, tr := range s.trs {
		if i > 0 {
			out += between
		}
		out += tr.T(key)
	}
	return out
}
