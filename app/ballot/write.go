package ballot

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// Output says how ballots are written.
type Output struct {
	Format   Format
	Title    string // BLT and PrefLib
	Unranked string // .cvotes says it: UnrankedNone, else UnrankedLast
	Date     string // PrefLib: ISO date of the ballots, "" for none
}

// Write writes the ballots in the format. It refuses, with an *app.Error, what [Check] calls an error; call Check first to tell
// people also what is lost. The same ballots give the same bytes.
func Write(w io.Writer, p *Profile, o Output) error {
	for _, problem := range Check(p, o.Format) {
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
	times := func(count int64) {
		if count > 1 {
			w.text(" * ")
			w.int(count)
		}
		w.text("\n")
	}
	for i, count := range p.Counts {
		places(p.Row(i), " > ", " = ", func(option int, before string) { w.text(before, p.Options[option]) })
		times(count)
	}
	if p.Blank > 0 {
		w.text(cefEmpty)
		times(p.Blank)
	}
	if p.Spoilt > 0 {
		w.text(cefSpoilt, " || ", cefEmpty)
		times(p.Spoilt)
	}
}

func writeCSV(w *writer, p *Profile, _ Output) {
	w.text("id,count")
	if p.Spoilt > 0 {
		w.text(",status")
	}
	for _, name := range p.Options {
		w.text(",", quote(name))
	}
	w.text("\n")
	for i, count := range p.Counts {
		writeRow(w, int64(i+1), count, "", p, p.Row(i))
	}
	none := make([]uint8, len(p.Options))
	if p.Blank > 0 {
		writeRow(w, int64(p.Rows()+1), p.Blank, "", p, none)
	}
	if p.Spoilt > 0 {
		writeRow(w, int64(p.Rows()+2), p.Spoilt, cefSpoilt, p, none)
	}
}

func writeRow(w *writer, id, count int64, status string, p *Profile, row []uint8) {
	w.int(id)
	w.text(",")
	w.int(count)
	if p.Spoilt > 0 {
		w.text(",", status)
	}
	for _, place := range row {
		w.text(",")
		if place > 0 {
			w.int(int64(place))
		}
	}
	w.text("\n")
}

// quote writes a cell so that any separator that a reader may guess leaves it whole.
func quote(cell string) string {
	cell = guarded(cell)
	if !strings.ContainsAny(cell, separators+`"`) {
		return cell
	}
	return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
}
