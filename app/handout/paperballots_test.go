package handout

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"doublefix/app/chart"
	"doublefix/app/render"
	"doublefix/app/words"
)

// room is a workshop's ballots: n of them, three tables, the orders of the options turned from one to the next.
func room(t testing.TB, n, perPage int, paper Paper, langs ...words.Lang) BallotsInput {
	t.Helper()
	set := builtIn(t)
	in := BallotsInput{
		Question: set.Question, Workshop: "Taller de ejemplo", Round: "Ronda 1", PerPage: perPage, Paper: paper, Langs: langs, Created: set.Created,
	}
	for _, o := range set.Options {
		in.Options = append(in.Options, BallotOption{o.ID, o.Title, o.Summary})
	}
	for i := range n {
		in.Papers = append(in.Papers, BallotPaper{
			Serial: fmt.Sprintf("%03d", i+1), Order: turned(in.Options, i), Table: fmt.Sprintf("Mesa %d", 1+i*3/n),
		})
	}
	return in
}

// turned is an order of the options that differs from one ballot to the next.
func turned(options []BallotOption, by int) []string {
	var ids []string
	for i := range options {
		ids = append(ids, options[(i+by)%len(options)].ID)
	}
	if by%2 == 1 {
		slices.Reverse(ids)
	}
	return ids
}

func mustBallots(t testing.TB, in BallotsInput) *BallotSheets {
	t.Helper()
	s, err := Ballots(in)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// rooms are the ballots that the tests look at.
func rooms(t testing.TB) map[string]BallotsInput {
	t.Helper()
	out := map[string]BallotsInput{}
	for _, paper := range Papers() {
		for _, perPage := range []int{1, 2, 4} {
			for name, langs := range map[string][]words.Lang{"en": {words.English}, "es": {words.Spanish}, "es-en": {words.Spanish, words.English}, "en-es": words.Langs()} {
				out[fmt.Sprintf("%s/%d/%s", paper, perPage, name)] = room(t, 9, perPage, paper, langs...)
				many := room(t, 5, perPage, paper, langs...)
				for i := range 5 {
					o := many.Options[i%4]
					o.ID = string(rune('E' + i))
					many.Options = append(many.Options, o)
				}
				for i := range many.Papers {
					many.Papers[i].Order = turned(many.Options, i)
				}
				out[fmt.Sprintf("%s/%d/%s/nine", paper, perPage, name)] = many
				long := room(t, 3, perPage, paper, langs...)
				for i := range long.Options {
					long.Options[i].Title = words.Both(prose(150+i), prose(190+i))
				}
				long.Workshop, long.Papers[1].Table = prose(90), strings.Repeat("incomprehensible", 4)
				out[fmt.Sprintf("%s/%d/%s/long", paper, perPage, name)] = long
			}
		}
	}
	return out
}

// cell is the box of the ballot with a number on a page.
func (s *BallotSheets) cell(g, i int) chart.Rect {
	columns, rows := 1, g
	if g == 4 {
		columns, rows = 2, 2
	}
	w, h := s.w/float64(columns), s.h/float64(rows)
	return chart.Rect{X: float64(i%columns) * w, Y: float64(i/columns) * h, W: w, H: h}
}

// within are the texts of a page in a box, in reading order.
func within(p *page, box chart.Rect) string {
	var out []string
	for _, s := range texts(p) {
		if x, y := s.box.X+s.box.W/2, s.box.Y+s.box.H/2; x > box.X && x < box.Right() && y > box.Y && y < box.Bottom() {
			out = append(out, s.text)
		}
	}
	return strings.Join(out, " ")
}

// Every ballot has its number, its table and all its options in its order, in every language, with a square for each; and no
// ballot reaches over the line to the next one, or to where printers do not print.
func TestEveryBallotIsWhole(t *testing.T) {
	squeeze := strings.NewReplacer(" ", "", "\u00a0", "")
	for name, in := range rooms(t) {
		t.Run(name, func(t *testing.T) {
			s := mustBallots(t, in)
			if want := (len(in.Papers) + s.PerPage() - 1) / s.PerPage(); s.Pages() != want {
				t.Fatalf("%d pages of %d, want %d", s.Pages(), s.PerPage(), want)
			}
			for i, paper := range in.Papers {
				box := s.cell(s.PerPage(), i%s.PerPage())
				got := squeeze.Replace(within(s.pages[i/s.PerPage()], box))
				for _, want := range []string{paper.Serial, squeeze.Replace(paper.Table), squeeze.Replace(in.Workshop)} {
					if !strings.Contains(got, want) {
						t.Errorf("ballot %s lacks %q: %s", paper.Serial, want, got)
					}
				}
				for _, l := range in.Langs {
					if !strings.Contains(got, squeeze.Replace(in.Question.In(l))) {
						t.Errorf("ballot %s lacks the question in %s", paper.Serial, l)
					}
					at := 0
					for _, id := range paper.Order {
						o := in.Options[slices.IndexFunc(in.Options, func(o BallotOption) bool { return o.ID == id })]
						next := strings.Index(got[at:], squeeze.Replace(o.Title.In(l)))
						if next < 0 {
							t.Fatalf("ballot %s: option %s is not where its order has it (%s): %s", paper.Serial, id, l, got)
						}
						at += next
						if len(in.Options) < 9 {
							at++ // with nine, titles repeat
						}
					}
				}
				inside(t, s, s.pages[i/s.PerPage()], box)
			}
		})
	}
}

// inside checks a ballot: its texts in its box and readable, none over another, and as many squares as options.
func inside(t *testing.T, s *BallotSheets, p *page, box chart.Rect) {
	t.Helper()
	const free = 12.0
	var ts []shown
	for _, a := range texts(p) {
		b := a.box
		if y := b.Y + b.H/2; b.X >= box.X && b.X < box.Right() && y >= box.Y && y < box.Bottom() {
			ts = append(ts, a)
		}
	}
	for i, a := range ts {
		b := a.box
		cut := strings.Contains(s.each("paper.cut", " · "), a.text)
		if b.X < box.X+free || b.Right() > box.Right()-free || !cut && (b.Y < box.Y+free || b.Bottom() > box.Bottom()-free) {
			t.Errorf("%q leaves its ballot: %+v", a.text, b)
		}
		if m := render.Missing(a.text); len(m) > 0 {
			t.Errorf("no glyph for %q in %q", m, a.text)
		}
		if b.H < 0.92*7 {
			t.Errorf("%q is %.1f points small", a.text, b.H/0.92)
		}
		for _, c := range ts[:i] {
			if b.Overlaps(c.box) {
				t.Errorf("%q overlaps %q", a.text, c.text)
			}
		}
	}
	squares := 0
	for _, it := range p.items {
		if sh, ok := it.(shape); ok {
			if a, ok := sh.Shape2D.(chart.Area); ok && a.Points[0].X >= box.X && a.Points[0].X < box.Right() && a.Points[0].Y >= box.Y && a.Points[2].Y < box.Bottom() {
				squares++
				if side := a.Points[1].X - a.Points[0].X; side < 20 {
					t.Errorf("a square of %.1f points is too small to write in", side)
				}
			}
		}
	}
	if squares != len(s.in.Options) {
		t.Errorf("%d squares for %d options", squares, len(s.in.Options))
	}
}

func TestFewerBallotsAPage(t *testing.T) {
	in := room(t, 6, 4, A4, words.Langs()...)
	if s := mustBallots(t, in); s.PerPage() != 4 || s.Note(words.For(words.English)) != "" {
		t.Errorf("four usual ballots: %d a page, %q", s.PerPage(), s.Note(words.For(words.English)))
	}
	for i := range in.Options {
		in.Options[i].Title = words.Both(prose(260), prose(260)+" x")
	}
	s := mustBallots(t, in)
	if s.PerPage() >= 4 || !strings.Contains(s.Note(words.For(words.English)), "4") {
		t.Errorf("long ones: %d a page, %q", s.PerPage(), s.Note(words.For(words.English)))
	}
	for i := range in.Options {
		in.Options[i].Title = words.Both(prose(9000), "")
	}
	if _, err := Ballots(in); !errors.Is(err, ErrBallotLong) {
		t.Errorf("far too long ones: %v", err)
	}
}

func TestBallotsThatCannotBe(t *testing.T) {
	in := room(t, 2, 2, A4)
	in.Papers[1].Order = []string{"A", "B", "C", "C"}
	if _, err := Ballots(in); !errors.Is(err, ErrBallotOrder) || !strings.Contains(err.Error(), "002") {
		t.Errorf("an order that is none: %v", err)
	}
	if _, err := Ballots(BallotsInput{Options: in.Options}); !errors.Is(err, ErrNoBallots) {
		t.Errorf("no ballots: %v", err)
	}
}

// What the ballot says of ties and of blanks is what the workshop does with them.
func TestInstructionsFollowTheSettings(t *testing.T) {
	tr := words.For(words.English)
	for _, c := range []struct {
		ties, apart bool
		want        []string
	}{
		{false, false, []string{"paper.ballot.once", "paper.ballot.blank.last"}},
		{true, false, []string{"paper.ballot.ties", "paper.ballot.blank.last"}},
		{true, true, []string{"paper.ballot.ties", "paper.ballot.blank.apart"}},
	} {
		in := room(t, 1, 2, A4, words.English)
		in.Ties, in.Apart = c.ties, c.apart
		got := strings.ReplaceAll(within(mustBallots(t, in).pages[0], chart.Rect{W: 999, H: 999}), "\u00a0", " ")
		for _, key := range c.want {
			if !strings.Contains(got, tr.T(key)) {
				t.Errorf("%+v: %q is not on the ballot: %s", c, tr.T(key), got)
			}
		}
	}
}

func TestBallotsFile(t *testing.T) {
	in := room(t, 20, 4, Letter, words.Langs()...)
	var first, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &again} {
		if err := mustBallots(t, in).WritePDF(b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error("two runs differ")
	}
	if out := tool(t, first.Bytes(), "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Errorf("qpdf: %s", out)
	}
	out := tool(t, first.Bytes(), "pdftotext", "FILE", "-")
	for _, p := range in.Papers {
		if !strings.Contains(out, p.Serial) {
			t.Errorf("the text of the file lacks %s", p.Serial)
		}
	}
}
