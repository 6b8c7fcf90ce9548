package workshop

import (
	"os"
	"slices"

	"doublefix/app"
)

// Merged is what several files come to when they are put together: every event once, under the header that was made first.
type Merged struct {
	Doc     Doc // with its conflicts
	Sources []Source
	Events  int

	text  []byte
	lines map[string]bool
}

// Source is one of the files that were put together.
type Source struct {
	Path     string
	Package  Identity
	Events   int
	New      int   // of those, how many no file before it has
	LeftOut  []int // the numbers of lines that cannot be read
	Findings []Finding
}

// Merge puts the workshops at paths together: the union of their events by id, in the order of (clock, id), each as it
// stands. It changes no file. The order of the files does not matter, nor does it whether some were put together before:
// the result is the same byte for byte. What cannot be read is left out and reported. A file that was made with another data
// package than that of the options is reported and merged all the same. Who is forgotten in one file has no name in the
// result. Where two lines have one id, the first by clock, type, data and at counts, names not considered.
func Merge(paths []string, o Options) (Merged, error) {
	var sheets []sheet
	for _, path := range paths {
		raw, err := load(path)
		if err != nil {
			return Merged{}, err
		}
		s, err := readSheet(path, raw)
		if err != nil {
			return Merged{}, err
		}
		sheets = append(sheets, s)
	}
	return merge(sheets, o), nil
}

func merge(sheets []sheet, o Options) Merged {
	var m Merged
	var first sheet
	all := union{}
	for _, s := range sheets {
		if first.text == nil || s.compare(first) < 0 {
			first = s
		}
		source := s.source(o.Package)
		for _, l := range s.lines {
			if all.add(l) {
				source.New++
			}
		}
		m.Sources = append(m.Sources, source)
	}
	m.write(first, all.inOrder(), o)
	return m
}

// write puts down the result and what it comes to.
func (m *Merged) write(first sheet, lines []sheetLine, o Options) {
	m.text, m.Events = append(slices.Clone(first.text), '\n'), len(lines)
	m.lines = make(map[string]bool, len(lines))
	events := make([]Event, len(lines))
	for i, l := range lines {
		m.lines[string(l.text)] = true
		m.text = append(append(m.text, l.text...), '\n')
		events[i] = l.event
	}
	h := fold(o.Options, inOrder(events))
	m.Doc = h.doc.clone()
}

// Whole reports whether every line of every file is in the result.
func (m Merged) Whole() bool {
	return !slices.ContainsFunc(m.Sources, func(s Source) bool { return len(s.LeftOut) > 0 })
}

// Save puts the result into a file. One that is there already stays as it is, and the error is an [app.Error] of code
// Conflict, unless it is a workshop with nothing in it that the result does not have; so does one that is open in a window.
func (m Merged) Save(path string, o Options) error {
	if o.Lock == nil {
		o.Lock = lockFile
	}
	l, held := o.guard(path)
	if held {
		return inUse(path)
	}
	defer l.give()
	if _, err := os.Lstat(path); err == nil && !m.holds(path) {
		return refuse(app.Conflict, "error.workshop.other_there", path, nil)
	}
	return writeWhole(target(path), m.text)
}

// holds reports whether the file at path has nothing that the result does not have.
func (m Merged) holds(path string) bool {
	raw, err := load(path)
	if err != nil {
		return false
	}
	there, err := readSheet(path, raw)
	return err == nil && len(there.leftOut) == 0 && !slices.ContainsFunc(there.lines, func(l sheetLine) bool { return !m.lines[string(l.text)] })
}
