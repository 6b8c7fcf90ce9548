package ballot

import (
	"bufio"
	"io"
	"iter"
	"strconv"
	"strings"
)

// Output says how ballots are written.
type Output struct {
	Format   Format
	Shape    Shape   // CSV: RankColumns, else CandidateColumns
	Title    string  // BLT and PrefLib
	Unranked string  // .cvotes says it: UnrankedNone, else UnrankedLast
	Date     string  // PrefLib: ISO date of the ballots, "" for none
	Labels   *Labels // CSV, and tables also .cvotes: what tells ballots apart; nil for nothing
}

// Labels say where ballots come from: those of each row, and blank and spoilt ballots one by one. Lists that are too short leave
// the rest without a label; blank and spoilt ballots of the rest are counted together.
type Labels struct{ Rows, Blank, Spoilt []Label }

// Label is where a ballot comes from; "" says nothing.
type Label struct{ ID, Table string }

// Write writes the ballots in the format. It refuses, with an *app.Error, what [Output.Check] calls an error; call that first to
// tell people also what is lost. The same ballots give the same bytes.
func Write(w io.Writer, p *Profile, o Output) error {
	for _, problem := range o.Check(p) {
		if problem.Level == Error {
			return refused(problem.Key, problem.Args)
		}
	}
	write := map[Format]func(*writer, *Profile, Output){
		CEF: writeCEF, CSV: writeCSV, SOC: writePrefLib, SOI: writePrefLib, TOC: writePrefLib, TOI: writePrefLib, BLT: writeBLT,
	}[o.Format]
	out := &writer{Writer: bufio.NewWriterSize(w, 64<<10)}
	write(out, p, o)
	return out.Flush()
}

// writer is a buffer with what all formats need. Its first error is kept and comes back from Flush.
type writer struct {
	*bufio.Writer
	digits [20]byte
}

func (w *writer) text(parts ...string) {
	for _, part := range parts {
		_, _ = w.WriteString(part) // Flush returns it
	}
}

func (w *writer) int(n int64) {
	_, _ = w.Write(strconv.AppendInt(w.digits[:0], n, 10)) // Flush returns it
}

// places calls each with the options of row, best first, and what stands before each: "" before the first, tie before one that
// is tied with the one before, next before one in another place.
func places(row []uint8, next, tie string, each func(option int, before string)) {
	before := ""
	for place, found := uint8(1), true; found; place++ {
		found = false
		for option, its := range row {
			if its != place {
				continue
			}
			if found {
				before = tie
			}
			each(option, before)
			found, before = true, next
		}
	}
}

func writeCEF(w *writer, p *Profile, o Output) {
	w.text("#/Candidates: ", strings.Join(p.Options, " ; "), "\n")
	implicit := o.Unranked != UnrankedNone
	w.text("#/Implicit Ranking: ", strconv.FormatBool(implicit), "\n#/Weight Allowed: false\n\n")
	for _, b := range piles(p, o.Labels) {
		table := tagOf(b.Table)
		switch {
		case b.spoilt && table != "":
			w.text(table, ", ", cefSpoilt, " || ")
		case b.spoilt:
			w.text(cefSpoilt, " || ")
		case table != "":
			w.text(table, " || ")
		}
		if b.row == nil {
			w.text(cefEmpty)
		}
		places(b.row, " > ", " = ", func(option int, before string) { w.text(before, p.Options[option]) })
		if b.count > 1 {
			w.text(" * ")
			w.int(b.count)
		}
		w.text("\n")
	}
}

// tagOf is a label as a tag: the marks of the format become blanks.
func tagOf(label string) string {
	blank := func(r rune) rune {
		if strings.ContainsRune(cefReserved, r) {
			return ' '
		}
		return r
	}
	return strings.Join(strings.Fields(strings.Map(blank, cleaned(label))), " ")
}

// pile is equal ballots as a line of a file says them.
type pile struct {
	Label
	row    []uint8 // nil for blank and spoilt ones
	count  int64
	spoilt bool
}

// piles yields the rows, then blank and spoilt ballots, with the number of the line from 1.
func piles(p *Profile, labels *Labels) iter.Seq2[int, pile] {
	if labels == nil {
		labels = &Labels{}
	}
	return func(yield func(int, pile) bool) {
		line := 0
		put := func(b pile) bool {
			line++
			return yield(line, b)
		}
		for i, count := range p.Counts {
			b := pile{row: p.Row(i), count: count}
			if i < len(labels.Rows) {
				b.Label = labels.Rows[i]
			}
			if !put(b) {
				return
			}
		}
		for _, of := range []struct {
			labels []Label
			count  int64
			spoilt bool
		}{{labels.Blank, p.Blank, false}, {labels.Spoilt, p.Spoilt, true}} {
			single := of.labels[:min(int64(len(of.labels)), of.count)]
			for _, label := range single {
				if !put(pile{Label: label, count: 1, spoilt: of.spoilt}) {
					return
				}
			}
			if rest := of.count - int64(len(single)); rest > 0 && !put(pile{count: rest, spoilt: of.spoilt}) {
				return
			}
		}
	}
}
