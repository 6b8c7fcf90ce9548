package ballot

import (
	"slices"
	"strconv"
	"strings"
)

// csvLayout is the columns of a CSV file.
type csvLayout struct {
	ids, tables, status bool  // ids: those of labels; else lines are numbered
	width               []int // rank columns: how many there are for each place; nil for candidate columns
}

func writeCSV(w *writer, p *Profile, o Output) {
	l := layoutOf(p, o)
	w.text("id,count")
	if l.tables {
		w.text(",table")
	}
	if l.status {
		w.text(",status")
	}
	if l.width == nil {
		for _, name := range p.Options {
			w.text(",", quote(name))
		}
	}
	for i, columns := range l.width {
		w.text(strings.Repeat(","+strconv.Itoa(i+1), columns))
	}
	w.text("\n")
	for line, b := range piles(p, o.Labels) {
		w.head(l, line, b)
		if l.width == nil {
			w.candidates(len(p.Options), b.row)
		} else {
			w.ranks(l.width, p.Options, b.row)
		}
		w.text("\n")
	}
}

// layoutOf has only the columns in which something stands.
func layoutOf(p *Profile, o Output) csvLayout {
	l := csvLayout{status: p.Spoilt > 0}
	if o.Labels != nil {
		for _, label := range slices.Concat(o.Labels.Rows, o.Labels.Blank, o.Labels.Spoilt) {
			l.ids = l.ids || label.ID != ""
			l.tables = l.tables || label.Table != ""
		}
	}
	if o.Shape != RankColumns {
		return l
	}
	l.width = []int{1} // without a first place it would be taken for the other shape
	for i := range p.Rows() {
		var size [256]int
		for _, place := range p.Row(i) {
			size[place]++
		}
		for place := 1; place <= len(p.Options) && size[place] > 0; place++ {
			if place > len(l.width) {
				l.width = append(l.width, 0)
			}
			l.width[place-1] = max(l.width[place-1], size[place])
		}
	}
	return l
}

// head writes what stands before the ranking.
func (w *writer) head(l csvLayout, line int, b pile) {
	if l.ids {
		w.text(quote(cleaned(b.ID)))
	} else {
		w.int(int64(line))
	}
	w.text(",")
	w.int(b.count)
	if l.tables {
		w.text(",", quote(cleaned(b.Table)))
	}
	if l.status {
		w.text(",")
		if b.spoilt {
			w.text(cefSpoilt)
		}
	}
}

func (w *writer) candidates(options int, row []uint8) {
	for option := range options {
		w.text(",")
		if row != nil && row[option] > 0 {
			w.int(int64(row[option]))
		}
	}
}

func (w *writer) ranks(width []int, options []string, row []uint8) {
	for i, columns := range width {
		for option, place := range row {
			if int(place) == i+1 {
				w.text(",", quote(options[option]))
				columns--
			}
		}
		w.text(strings.Repeat(",", columns))
	}
}

// quote writes a cell so that any separator that a reader may guess leaves it whole.
func quote(cell string) string {
	cell = guarded(cell)
	if !strings.ContainsAny(cell, separators+`"`) {
		return cell
	}
	return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
}
