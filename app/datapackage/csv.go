package datapackage

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Limits keep a file that is no table from hanging the program or filling its memory.
const (
	maxFile       = 200 << 20
	maxFiles      = 4 * maxFile // of a package
	maxDescriptor = 16 << 20
	maxRecord     = 4 << 20
	maxCell       = 1 << 20
	maxCells      = 10_000 // in a record
	maxValues     = 20_000_000
	maxRecoveries = 20 // how often a quote may stay open before the rest of a file is given up
)

// record is one line of a CSV file (several lines where a quoted cell has line breaks).
type record struct {
	number int // from 1
	cells  []string
	blank  bool // not one character
	faults []fault
}

// fault is something wrong with the writing of a record; cell is from 0, or -1.
type fault struct {
	key  string
	typ  Type
	cell int
}

// scanner splits a CSV file. It reads what RFC 4180 allows and a little more (LF, CR LF or CR at line ends, quotes inside
// an unquoted cell), because spreadsheets write it.
type scanner struct {
	data       []byte
	pos        int
	number     int
	recoveries int
	delimiter  []byte
	quote      byte // 0 for none
}

func newScanner(data []byte, d Dialect) *scanner {
	s := &scanner{data: bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))}
	s.delimiter = []byte(string(d.Delimiter))
	if d.Quote < utf8.RuneSelf {
		s.quote = byte(d.Quote)
	}
	return s
}

// next returns the next record, or false at the end.
func (s *scanner) next() (record, bool) {
	if s.pos >= len(s.data) {
		return record{}, false
	}
	s.number++
	start := s.pos
	rec := record{number: s.number}
	if s.read(&rec, true) {
		return rec, true
	}
	// A quote was opened and never closed. Read the line again with quotes as plain characters, and go on after it: the
	// rest of the file shall not be lost for one character.
	s.pos = start
	s.recoveries++
	if s.recoveries > maxRecoveries {
		s.pos = len(s.data)
		return record{number: s.number, faults: []fault{{"data.problem.given_up", SourceError, -1}}}, true
	}
	rec = record{number: s.number, faults: []fault{{"data.problem.open_quote", SourceError, -1}}}
	s.read(&rec, false)
	return rec, true
}

// read reads one record from s.pos on; false where a quote stays open.
func (s *scanner) read(rec *record, quotes bool) bool {
	start := s.pos
	for {
		cell, ok := s.cell(rec, quotes, start)
		if !ok {
			return false
		}
		rec.cells = append(rec.cells, s.clean(rec, cell))
		if bytes.HasPrefix(s.data[s.pos:], s.delimiter) {
			s.pos += len(s.delimiter)
			if len(rec.cells) < maxCells {
				continue
			}
			rec.faults = append(rec.faults, fault{"data.problem.long_row", SourceError, -1})
			if end := bytes.IndexAny(s.data[s.pos:], "\r\n"); end >= 0 {
				s.pos += end
			} else {
				s.pos = len(s.data)
			}
		}
		rec.blank = s.pos == start
		s.lineEnd()
		return true
	}
}

// cell reads one cell and stops before the delimiter or line end after it.
func (s *scanner) cell(rec *record, quotes bool, start int) ([]byte, bool) {
	if !quotes || s.quote == 0 || s.pos >= len(s.data) || s.data[s.pos] != s.quote {
		return s.bare(), true
	}
	s.pos++
	var out []byte
	for {
		i := bytes.IndexByte(s.data[s.pos:min(len(s.data), start+maxRecord)], s.quote)
		if i < 0 {
			return nil, false
		}
		out = append(out, s.data[s.pos:s.pos+i]...)
		s.pos += i + 1
		if s.pos < len(s.data) && s.data[s.pos] == s.quote {
			out = append(out, s.quote)
			s.pos++
			continue
		}
		break
	}
	if rest := s.bare(); len(rest) > 0 {
		rec.faults = append(rec.faults, fault{"data.problem.stray_quote", SourceError, len(rec.cells)})
		out = append(out, rest...)
	}
	return out, true
}

// bare reads up to the next delimiter or line end.
func (s *scanner) bare() []byte {
	start := s.pos
	for s.pos < len(s.data) {
		c := s.data[s.pos]
		if c == '\n' || c == '\r' || c == s.delimiter[0] && bytes.HasPrefix(s.data[s.pos:], s.delimiter) {
			break
		}
		s.pos++
	}
	return s.data[start:s.pos]
}

func (s *scanner) lineEnd() {
	if s.pos < len(s.data) && s.data[s.pos] == '\r' {
		s.pos++
	}
	if s.pos < len(s.data) && s.data[s.pos] == '\n' {
		s.pos++
	}
}

// clean makes a cell fit to be kept: not too long, and UTF-8.
func (s *scanner) clean(rec *record, cell []byte) string {
	if len(cell) > maxCell {
		rec.faults = append(rec.faults, fault{"data.problem.long_cell", SourceError, len(rec.cells)})
		cell = cell[:maxCell]
		for len(cell) > 0 && !utf8.RuneStart(cell[len(cell)-1]) {
			cell = cell[:len(cell)-1]
		}
		cell = cell[:max(len(cell)-1, 0)]
	}
	if !utf8.Valid(cell) {
		rec.faults = append(rec.faults, fault{"data.problem.encoding", EncodingError, len(rec.cells)})
		return strings.ToValidUTF8(string(cell), "\uFFFD")
	}
	return string(cell)
}
