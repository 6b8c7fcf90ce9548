package ballot

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// plainer reads records on a line of their own, without quotation marks, that hold places or known names, counts and what is
// not read. Serials are compared in turn as long as they are compared at all.
func (c *csvReader) plainer() (plainLine, int) {
	serial := slices.ContainsFunc(c.columns, func(col column) bool { return col.role == roleSerial })
	if serial && len(c.serials) < maxSerials || c.tag != "" {
		return nil, 0
	}
	r := plainRecord{names: *c.index, columns: c.columns, comma: c.records.comma} // names added later lie beyond the copy
	return r.line, len(r.names.names)
}

type plainRecord struct {
	names   register
	columns []column
	comma   byte
}

func (r *plainRecord) line(line []byte, places []uint8) (count int64, ok bool) {
	if bytes.IndexByte(line, '"') >= 0 || !utf8.Valid(line) {
		return 0, false
	}
	count = 1
	for i := 0; ; i++ {
		cell, at := line, bytes.IndexByte(line, r.comma)
		if at >= 0 {
			cell = line[:at]
		}
		if cell = trimmed(cell); len(cell) > 0 && (i >= len(r.columns) || !r.cell(r.columns[i], cell, places, &count)) {
			return 0, false
		}
		if at < 0 {
			return count, closeGaps(places)
		}
		line = line[at+1:]
	}
}

// cell reads a cell that is not blank, and reports whether it is plain.
func (r *plainRecord) cell(col column, cell []byte, places []uint8, count *int64) (ok bool) {
	switch col.role {
	case roleOption:
		place := cell[0] - '0'
		if len(cell) > 1 || place > 9 {
			if place, ok = rank(cell); !ok {
				return false
			}
		}
		places[col.option] = place
		return int(place) <= len(places)
	case rolePlace:
		option := r.names.find(cell)
		if cell[0] == '\'' || option < 0 || places[option] != 0 { // the apostrophe may be there to be taken off
			return false
		}
		places[option] = col.place
		return true
	case roleCount:
		*count, ok = whole(cell)
		return ok
	case roleAside, roleSerial:
		return true
	default:
		return false
	}
}
