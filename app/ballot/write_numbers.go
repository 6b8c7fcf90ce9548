package ballot

import (
	"strconv"
	"strings"
)

func writePrefLib(w *writer, p *Profile, o Output) {
	c := p.Compact()
	for _, field := range [][2]string{
		{"TITLE", cleaned(o.Title)},
		{"DATA TYPE", string(o.Format)},
		{"MODIFICATION TYPE", "original"},
		{"PUBLICATION DATE", cleaned(o.Date)},
		{"NUMBER ALTERNATIVES", strconv.Itoa(len(p.Options))},
		{"NUMBER VOTERS", strconv.FormatInt(p.Total(), 10)},
		{"NUMBER UNIQUE ORDERS", strconv.Itoa(c.Rows())},
	} {
		if field[1] != "" {
			w.text("# ", field[0], ": ", field[1], "\n")
		}
	}
	for i, name := range p.Options {
		w.text("# ALTERNATIVE NAME ", strconv.Itoa(i+1), ": ", name, "\n")
	}
	for i, count := range c.Counts {
		w.int(count)
		w.text(": ")
		w.groups(c.Row(i))
		w.text("\n")
	}
}

// groups writes an order as 1,{2,3},4.
func (w *writer) groups(row []uint8) {
	var size [256]int
	for _, place := range row {
		size[place]++
	}
	left := 0 // options that the braces still hold
	places(row, ",", ",", func(option int, before string) {
		w.text(before)
		if left == 0 {
			if left = size[row[option]]; left > 1 {
				w.text("{")
			} else {
				left = 0
			}
		}
		w.int(int64(option + 1))
		if left > 0 {
			if left--; left == 0 {
				w.text("}")
			}
		}
	})
}

func writeBLT(w *writer, p *Profile, o Output) {
	w.int(int64(len(p.Options)))
	w.text(" 1\n")
	for i, count := range p.Counts {
		w.int(count)
		places(p.Row(i), " ", "=", func(option int, before string) {
			if before == "" {
				before = " "
			}
			w.text(before)
			w.int(int64(option + 1))
		})
		w.text(" 0\n")
	}
	if p.Blank > 0 {
		w.int(p.Blank)
		w.text(" 0\n")
	}
	w.text("0\n")
	for _, name := range p.Options {
		w.text(`"`, name, "\"\n")
	}
	w.text(`"`, strings.ReplaceAll(cleaned(o.Title), `"`, "'"), "\"\n")
}
