package ballot

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// pieces of files that may stand anywhere, plain ones and others. Each piece is whole: reading it alone, behind the head, says
// the same as reading it in its place.
var pieces = map[Format]struct {
	head  string
	plain []string
	other []string
}{
	CEF: {
		"#/Candidates: A ; Ñ uno ; C\n#/Implicit Ranking: true\n",
		[]string{"A > Ñ uno > C", "C>A", "Ñ uno = C > A", "A=C=Ñ uno * 12", " C > A\t* 3 ", "C", "A > C\r", "\u00a0A > C"},
		[]string{"", "# A", "t || A > C", "A > X", "A > A", "A = A", "A >", "A > C * 0", "A * 2 > C", "A ^2", "/EMPTY_RANKING/", "\xd1 uno > A", "A > C # so", "=A", "> A", "*", "A * 2 * 3", "/EMPTY/ * 7"},
	},
	CSV: {
		"A,table,B,code,C,count\n1,,2,,3,\n",
		[]string{"1,,2,x,3,4", "3,,1,,2", "1", ",,1,y, 1,2", "2,,2.0,,,", "1,,3,,3,", "1,,2,,3,4\r", "1,,,,,,,"},
		[]string{"", "1,T,2,,3", "x", "4,,1", ",,,,", "1,,2,\"a\nb\",3,7", "1,,2,\"a\n1,,2,x,3\n2,,1,x,3\nb\",3,7", "1,,2,\xd1,3,7", "1,,2,,3,0", "1,,2,,3,1,9", "1,\"\",2", "256"},
	},
	SOI: {
		"# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n",
		[]string{"1: 1,2,3", "20: 3,1", "3:2", "1: 1,2,3\r"},
		[]string{"", "1: {1,2},3", "1: 4", "1: 1,1", "0: 1", "1: 1, 2", " 1: 1", "1:", "x", "# a: b", "1: 1,2 ", "1: 1,,2"},
	},
}

// TestPlainLinesAreReadAlike reads files of many blocks, whose plain lines other processors read, and the same files piece by
// piece, where none are.
func TestPlainLinesAreReadAlike(t *testing.T) {
	for format, c := range pieces {
		t.Run(string(format), func(t *testing.T) {
			r := rand.New(rand.NewPCG(7, 7))
			var text strings.Builder
			text.WriteString(c.head)
			first := read(t, format, c.head)
			want := first.Profile
			rows, understood, errors, line := first.Rows, first.Understood, 0, strings.Count(c.head, "\n")
			var problems []string
			known := map[string]*Reading{}
			for text.Len() < 5*longestLine/2 {
				piece := c.plain[r.IntN(len(c.plain))]
				if r.IntN(40) == 0 {
					piece = c.other[r.IntN(len(c.other))]
				}
				text.WriteString(piece + "\n")
				alone := known[piece]
				if alone == nil {
					alone = read(t, format, c.head+piece+"\n")
					known[piece] = alone
				}
				for i := min(1, first.Rows); i < alone.Profile.Rows(); i++ {
					want.Add(alone.Profile.Row(i), alone.Profile.Counts[i])
				}
				want.Blank += alone.Profile.Blank
				rows, understood = rows+alone.Rows-first.Rows, understood+alone.Understood-first.Understood
				errors += alone.Errors
				for _, p := range alone.Problems {
					if p.Level == Error && p.Line > 0 {
						p.Line += line - strings.Count(c.head, "\n")
						problems = append(problems, found([]Problem{p}))
					}
				}
				line += strings.Count(piece, "\n") + 1
			}
			got := read(t, format, text.String())
			if short(got.Profile) != short(want) {
				t.Error("other ballots")
			}
			if got.Rows != rows || got.Understood != understood || got.Errors != errors {
				t.Errorf("%d rows, %d understood, %d errors; piece by piece %d, %d, %d", got.Rows, got.Understood, got.Errors, rows, understood, errors)
			}
			var there []string
			for _, p := range got.Problems {
				if p.Level == Error && p.Line > 0 {
					there = append(there, found([]Problem{p}))
				}
			}
			n := min(len(there), len(problems), maxProblems)
			for i := range n {
				if there[i] != problems[i] {
					t.Fatalf("problem %d: %s, piece by piece %s", i, there[i], problems[i])
				}
			}
		})
	}
}

// plainFor is what reads plain lines of a format once the head is read.
func plainFor(t testing.TB, format Format, head string) (plainLine, int) {
	t.Helper()
	rd := &reader{Reading: Reading{Format: format, Profile: &Profile{}}, index: newRegister()}
	in, err := newLines(strings.NewReader(head), &rd.problems)
	if err != nil {
		t.Fatal(err)
	}
	rd.in = in
	if err := rd.by(format)(); err != nil {
		t.Fatal(err)
	}
	return in.plainer()
}

// alike fails where a line that is taken for plain says something else to the one who reads line by line.
func alike(t *testing.T, format Format, plain plainLine, options int, head, line string) (ok bool) {
	t.Helper()
	places := make([]uint8, options)
	count, ok := plain([]byte(strings.TrimSuffix(line, "\r")), places)
	if !ok {
		return false
	}
	first, r := read(t, format, head), read(t, format, head+line+"\n")
	p := first.Profile
	p.Add(places, count)
	if short(r.Profile) != short(p) || r.Errors > 0 || r.Rows != first.Rows+1 || r.Understood != r.Rows || len(r.Tags) > 0 {
		t.Errorf("%s: %q is %s as a plain line, else %s, %s", format, line, short(p), short(r.Profile), found(r.Problems))
	}
	return true
}

func TestPlain(t *testing.T) {
	for format, c := range pieces {
		plain, options := plainFor(t, format, c.head)
		for _, line := range c.plain {
			if !alike(t, format, plain, options, c.head, line) {
				t.Errorf("%s: %q is not plain", format, line)
			}
		}
		for _, line := range c.other {
			if !strings.Contains(line, "\n") && alike(t, format, plain, options, c.head, line) {
				t.Errorf("%s: %q is plain", format, line)
			}
		}
	}
}

// FuzzPlain reads single lines both ways.
func FuzzPlain(f *testing.F) {
	for format, c := range pieces {
		for _, line := range append(c.plain, c.other...) {
			f.Add(string(format), line)
		}
	}
	f.Add(string(TOC), "2: 1,2,3")
	f.Fuzz(func(t *testing.T, format, line string) {
		c, ok := pieces[Format(format)]
		if Format(format) == TOC || Format(format) == SOC {
			c, ok = pieces[SOI]
		}
		if !ok || strings.ContainsAny(line, "\n") || len(line) > 1000 {
			return
		}
		plain, options := plainFor(t, Format(format), c.head)
		alike(t, Format(format), plain, options, c.head, line)
	})
}

// A line that is too long, at the ends of blocks, and what stands around it.
func TestLongLines(t *testing.T) {
	const head = "#/Candidates: A;B\n"
	for _, size := range []int{longestLine - 2, longestLine - 1, longestLine, longestLine + 1, 2 * longestLine, 3*longestLine + 7} {
		for _, before := range []int{0, 1, 1000} {
			for _, end := range []string{"\nB > A\nB\n", "\nB > A\nB", "", "\n"} {
				text := head + strings.Repeat("A > B\n", before) + "# " + strings.Repeat("x", size-2) + end
				r := read(t, CEF, text)
				want := strings.Repeat(" | 12", before)
				if len(end) > 1 {
					want += " | 21 | 01"
				}
				if short(r.Profile) != "A,B"+want {
					t.Errorf("%d bytes behind %d lines, then %q: %s", size, before, end, short(r.Profile)[:min(60, len(short(r.Profile)))])
				}
				problem := ""
				if size >= longestLine { // with its end, where there is one, it does not fit
					problem = fmt.Sprintf("%d:0 problem.long_line!", before+2)
				}
				if found(r.Problems) != problem {
					t.Errorf("%d bytes behind %d lines, then %q: problems %s, want %s", size, before, end, found(r.Problems), problem)
				}
			}
		}
	}
}
