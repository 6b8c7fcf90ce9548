package ballot

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"doublefix/app/words"
)

// separators are what may stand between cells, the likelier first.
const separators = ",;\t|"

// separatorOf guesses what stands between the cells of a CSV file: what cuts the most lines into as many cells as the first
// line has, and the first line into the most.
func separatorOf(start []byte) byte {
	lines := bytes.SplitN(start, []byte{'\n'}, 202)
	if len(lines) > 1 {
		lines = lines[:len(lines)-1] // the last may be cut off
	}
	best, bestScore, bestCells := separators[0], -1, 1
	for _, comma := range []byte(separators) {
		cells := count(lines[0], comma)
		score := 0
		for _, line := range lines[1:] {
			if len(bytes.TrimSpace(line)) > 0 && count(line, comma) == cells {
				score++
			}
		}
		if cells > 1 && (score > bestScore || score == bestScore && cells > bestCells) {
			best, bestScore, bestCells = comma, score, cells
		}
	}
	return best
}

// count is how many cells a line has; what stands within quotation marks does not part them.
func count(line []byte, comma byte) int {
	cells, inside := 1, false
	for _, b := range line {
		switch {
		case b == '"':
			inside = !inside
		case b == comma && !inside:
			cells++
		}
	}
	return cells
}

// role is what a column of a CSV file holds.
type role int

const (
	roleOption role = iota
	rolePlace       // the options in a place, by name
	roleAside       // nothing that counts
	roleCount
	roleWeight
	roleStatus
	roleSerial // what tells ballots apart
	roleTag    // where ballots come from
)

// headings are names of columns that hold no options, in English and in Spanish, without case and accents.
func headings(heading string) (role, bool) {
	switch heading {
	case "count", "cantidad", "ballots", "boletas", "votes", "votos", "voters", "#":
		return roleCount, true
	case "weight", "peso":
		return roleWeight, true
	case "status", "estado":
		return roleStatus, true
	case "id", "ballot", "boleta", "serial", "serial number", "folio", "numero de folio":
		return roleSerial, true
	case "table", "mesa", "group", "grupo", "tags", "etiquetas":
		return roleTag, true
	case "person", "persona", "name", "nombre", "code", "codigo", "round", "ronda", "date", "fecha", "time", "hora",
		"timestamp", "marca temporal":
		return roleAside, true
	}
	return 0, false
}

// heading is a header cell as headings are compared.
func heading(cell string) string { return strings.Join(strings.Fields(words.Fold(cell)), " ") }

// placeOf reads the header of a column that holds the options in a place: 1, or "rank 1".
func placeOf(cell string) (int, bool) {
	text := strings.TrimLeft(strings.TrimPrefix(heading(cell), "rank"), " _")
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > MaxOptions || text != strconv.Itoa(n) {
		return 0, false
	}
	return n, true
}

// column is a column of a CSV file.
type column struct {
	role   role
	option int   // roleOption: its column in the profile
	place  uint8 // rolePlace
}

// roles settles what each column of a CSV file holds, from its header and the first records. Columns named by a place make
// the shape.
func roles(header []string, sample [][]string) ([]column, Shape) {
	shape := CandidateColumns
	if slices.ContainsFunc(header, func(cell string) bool { n, ok := placeOf(cell); return ok && n == 1 }) {
		shape = RankColumns
	}
	columns := make([]column, len(header))
	serial := false // only the first such column tells ballots apart
	for i, cell := range header {
		known, ok := headings(heading(cell))
		place, isPlace := placeOf(cell)
		switch {
		case ok && known == roleSerial && serial:
			columns[i].role = roleAside
		case ok:
			columns[i].role = known
			serial = serial || known == roleSerial
		case shape == RankColumns && isPlace:
			columns[i] = column{role: rolePlace, place: uint8(place)}
		case shape == RankColumns || cell == "" || !mayHoldPlaces(sample, i):
			columns[i].role = roleAside
		}
	}
	return columns, shape
}

// mayHoldPlaces reports whether a column is one of an option: a cell of it is a place, or all are blank. A column with cells of
// both kinds is one with mistakes, which must not go unseen.
func mayHoldPlaces(sample [][]string, column int) bool {
	filled := false
	for _, cells := range sample {
		if column >= len(cells) {
			continue
		}
		cell := strings.TrimSpace(cells[column])
		if _, ok := rank([]byte(cell)); ok {
			return true
		}
		filled = filled || cell != ""
	}
	return !filled
}

// rank reads a place as spreadsheets write it: 2 or 2.0. 0 is unranked.
func rank(cell []byte) (uint8, bool) {
	if at := bytes.IndexByte(cell, '.'); at > 0 && strings.Trim(string(cell[at+1:]), "0") == "" {
		cell = cell[:at]
	}
	if len(cell) == 0 || len(cell) > 3 {
		return 0, false
	}
	n := 0
	for _, digit := range cell {
		if digit < '0' || digit > '9' {
			return 0, false
		}
		n = n*10 + int(digit-'0')
	}
	return uint8(min(n, 255)), n < 256
}
