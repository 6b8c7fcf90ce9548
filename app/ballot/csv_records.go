package ballot

import (
	"bytes"
	"errors"
	"io"
)

// longestRecord bounds a record whose quotation marks are never closed, in lines.
const longestRecord = 100

// records reads a CSV file record by record. Nearly all are a line without quotation marks, which is only split.
type records struct {
	in    *lines
	comma byte
	cells [][]byte
	text  []byte // of a record with quotation marks
	line  int    // where the record starts
}

// next returns the cells of the next record, valid until the following call; io.EOF after the last. A blank line has no
// cells.
func (r *records) next() ([][]byte, error) {
	line, err := r.in.next()
	if err != nil {
		return nil, err
	}
	r.line = r.in.number
	r.cells = r.cells[:0]
	if len(bytes.TrimSpace(line)) == 0 {
		return nil, nil
	}
	if bytes.IndexByte(line, '"') >= 0 {
		return r.quoted(line)
	}
	start := 0
	for at, b := range line {
		if b == r.comma {
			r.cells = append(r.cells, line[start:at])
			start = at + 1
		}
	}
	r.cells = append(r.cells, line[start:])
	return r.cells, nil
}

// quoted reads a record with quotation marks, which may run over lines.
func (r *records) quoted(line []byte) ([][]byte, error) {
	r.text = append(r.text[:0], line...)
	for n := 1; open(r.text, r.comma); n++ {
		more, err := r.in.next()
		if errors.Is(err, io.EOF) || n == longestRecord {
			r.in.problems.add(Error, r.line, 0, "ballot.csv.quote", nil)
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		r.text = append(append(r.text, '\n'), more...)
	}
	for rest := r.text; ; {
		cell, after, last := cut(rest, r.comma)
		r.cells = append(r.cells, cell)
		if last {
			return r.cells, nil
		}
		rest = after
	}
}

// open reports whether text ends within quotation marks.
func open(text []byte, comma byte) bool {
	inside, fresh := false, true // fresh: a cell starts here
	for _, b := range text {
		switch {
		case b == '"' && (inside || fresh):
			inside = !inside
			fresh = !inside // a doubled mark opens again
		case inside:
		default:
			fresh = b == comma || fresh && b == ' '
		}
	}
	return inside
}

// cut takes the first cell off a record. Within a cell that starts with a quotation mark, a doubled one stands for itself.
func cut(text []byte, comma byte) (cell, rest []byte, last bool) {
	trimmed := bytes.TrimLeft(text, " ")
	if len(trimmed) == 0 || trimmed[0] != '"' {
		if at := bytes.IndexByte(text, comma); at >= 0 {
			return text[:at], text[at+1:], false
		}
		return text, nil, true
	}
	cell = make([]byte, 0, len(trimmed))
	inside := false
	for at, b := range trimmed {
		switch {
		case b == '"':
			if !inside && at > 0 && trimmed[at-1] == '"' {
				cell = append(cell, '"')
			}
			inside = !inside
		case b == comma && !inside:
			return cell, trimmed[at+1:], false
		default:
			cell = append(cell, b)
		}
	}
	return cell, nil, true
}
