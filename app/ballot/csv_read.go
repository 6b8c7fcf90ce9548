package ballot

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"doublefix/app/words"
)

// csvReader reads both shapes of CSV.
type csvReader struct {
	*reader
	records records
	columns []column
	serials map[string]int // the line where each stands
}

// maxSerials bounds the serials that are compared: a file of more ballots was not typed by hand.
const maxSerials = 100_000

func (rd *reader) readCSV() error {
	c := &csvReader{reader: rd, records: records{in: rd.in}, serials: map[string]int{}}
	header, err := c.start()
	if err != nil {
		return err
	}
	if err := c.layout(header); err != nil {
		return err
	}
	rd.in.plainer = c.plainer
	for {
		if rd.plain() {
			continue
		}
		cells, err := c.records.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if cells == nil {
			continue
		}
		c.Rows++
		if err := c.ballot(cells); err != nil {
			return err
		}
	}
}

// start finds the separator and reads the header: the first line that is not blank, or what follows a line "sep=;" that
// spreadsheets write.
func (c *csvReader) start() ([]string, error) {
	ahead := bytes.TrimLeft(c.in.ahead(), "\r\n")
	first, _, _ := bytes.Cut(ahead, []byte{'\n'})
	said := bytes.TrimRight(first, "\r")
	stated := len(said) == 5 && bytes.EqualFold(said[:4], []byte("sep="))
	if stated {
		c.records.comma = said[4]
	} else {
		c.records.comma = separatorOf(ahead)
	}
	c.Separator = string(rune(c.records.comma))
	for {
		cells, err := c.records.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil, refused("ballot.error.empty", nil)
		case err != nil:
			return nil, err
		case cells == nil:
		case stated:
			stated = false
		default:
			return texts(cells), nil
		}
	}
}

// texts are cells as names: cleaned, and without the mark that keeps a spreadsheet from running them as formulas.
func texts(cells [][]byte) []string {
	list := make([]string, len(cells))
	for i, cell := range cells {
		list[i] = plain(cleaned(string(cell)))
	}
	return list
}

// layout settles what each column holds.
func (c *csvReader) layout(header []string) error {
	headerLine := c.records.line
	c.columns, c.Shape = roles(header, c.sample())
	c.declared = c.Shape == CandidateColumns
	for i, name := range header {
		_, known := headings(heading(name))
		switch {
		case c.columns[i].role == roleAside && !known && name != "":
			c.problems.add(Warning, headerLine, i+1, "ballot.csv.aside", words.Args{"Name": shown(name)})
		case c.columns[i].role != roleOption:
		case c.index.find([]byte(name)) >= 0:
			c.problems.add(Error, headerLine, i+1, "ballot.problem.option_twice", words.Args{"Name": shown(name)})
			c.columns[i].role = roleAside
		default:
			option, err := c.newOption(name)
			if err != nil {
				return err
			}
			c.columns[i].option = option
		}
	}
	if c.Shape == CandidateColumns && len(c.index.names) == 0 {
		return refused("ballot.error.no_options", nil)
	}
	return nil
}

// sample returns the first records, as far as they can be seen without taking them.
func (c *csvReader) sample() [][]string {
	var list [][]string
	var ps problems
	text := c.in.ahead()
	if at := bytes.LastIndexByte(text, '\n'); len(text) == longestLine && at >= 0 {
		text = text[:at] // the last line may be cut off
	}
	in, err := newLines(bytes.NewReader(text), &ps)
	if err != nil {
		return nil
	}
	for r := (records{in: in, comma: c.records.comma}); len(list) < 200; {
		cells, err := r.next()
		if err != nil {
			break
		}
		var row []string
		for _, cell := range cells {
			row = append(row, string(cell))
		}
		list = append(list, row)
	}
	return list
}

// row is what a record says beside its ranking.
type row struct {
	count, weight int64
	status        string
	tags          [][]byte
}

func (c *csvReader) ballot(cells [][]byte) error {
	clear(c.place[:])
	r := row{count: 1, weight: 1}
	for i, cell := range cells {
		cell = trimmed(cell)
		if len(cell) == 0 {
			continue
		}
		if i >= len(c.columns) {
			c.problem(i, "ballot.csv.extra_cell", words.Args{"Cell": shown(cell), "Columns": len(c.columns)})
			return nil
		}
		if ok, err := c.cell(i, cell, &r); !ok {
			return err
		}
	}
	if c.tag != "" && !slices.ContainsFunc(r.tags, func(tag []byte) bool { return string(tag) == c.tag }) {
		c.Rows--
		return nil
	}
	if r.weight != 1 {
		c.Weighted = true
	}
	count := capped(r.count, r.weight)
	for _, tag := range r.tags {
		c.carry(tag, count)
	}
	switch r.status {
	case "spoilt", "spoiled", "nula", "nulo", "anulada":
		return c.spoil(count)
	case "blank", "en blanco", "blanca":
		clear(c.place[:])
		return c.cast(count)
	default:
		return c.cast(count)
	}
}

// cell reads a cell that is not blank. It returns false, with a problem or an error, where the record cannot be counted.
func (c *csvReader) cell(i int, cell []byte, r *row) (bool, error) {
	var ok bool
	switch col := c.columns[i]; col.role {
	case roleOption:
		return c.placed(i, col.option, cell), nil
	case rolePlace:
		return c.named(i, col.place, cell)
	case roleCount:
		if r.count, ok = whole(cell); !ok {
			c.problem(i, "ballot.problem.count", words.Args{"Value": shown(cell), "Max": MaxBallots})
			return false, nil
		}
	case roleWeight:
		if r.weight, ok = whole(cell); !ok {
			c.problem(i, "ballot.problem.weight", words.Args{"Value": shown(cell), "Max": MaxBallots})
			return false, nil
		}
	case roleStatus:
		r.status = heading(string(cell))
		switch r.status {
		case "spoilt", "spoiled", "nula", "nulo", "anulada", "blank", "en blanco", "blanca", "valid", "valida":
		default:
			c.problem(i, "ballot.csv.status", words.Args{"Value": shown(cell)})
			return false, nil
		}
	case roleSerial:
		c.serial(i, cell)
	case roleTag:
		r.tags = append(r.tags, []byte(cleaned(plain(string(cell)))))
	case roleAside:
	}
	return true, nil
}

// serial warns of a ballot that has been entered before.
func (c *csvReader) serial(i int, cell []byte) {
	if len(c.serials) >= maxSerials {
		return
	}
	if before, ok := c.serials[string(cell)]; ok {
		c.problems.add(Warning, c.records.line, i+1, "ballot.csv.serial", words.Args{"Serial": shown(cell), "Before": before})
		return
	}
	c.serials[string(cell)] = c.records.line
}

// placed reads the place of an option.
func (c *csvReader) placed(i, option int, cell []byte) bool {
	place := cell[0] - '0'
	if len(cell) > 1 || place > 9 {
		var ok bool
		if place, ok = rank(cell); !ok {
			c.problem(i, "ballot.csv.place", words.Args{"Cell": shown(cell), "Option": c.index.names[option]})
			return false
		}
	}
	if int(place) > len(c.index.names) {
		c.problem(i, "ballot.csv.place_high", words.Args{"Place": int(place), "Option": c.index.names[option], "Options": len(c.index.names)})
		return false
	}
	c.place[option] = place
	return true
}

// named reads the name of an option in a place.
func (c *csvReader) named(i int, place uint8, cell []byte) (bool, error) {
	name := []byte(plain(cleaned(string(cell))))
	if len(name) == 0 {
		return true, nil
	}
	option, err := c.option(name)
	if err != nil {
		return false, err
	}
	if c.place[option] != 0 {
		c.problem(i, "ballot.problem.ranked_twice", words.Args{"Name": shown(cell)})
		return false, nil
	}
	c.place[option] = place
	return true, nil
}

func (c *csvReader) problem(column int, key string, args words.Args) {
	c.problems.add(Error, c.records.line, column+1, key, args)
}

// A cell that a spreadsheet would run as a formula is written with an apostrophe before it, which is taken off again.
const formula = "=+-@"

// plain takes the apostrophe off.
func plain(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); len(rest) < len(cell) && rest != "" && strings.Contains(formula, rest[:1]) {
		return cell[1:]
	}
	return cell
}

// guarded puts the apostrophe before it.
func guarded(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != "" && strings.Contains(formula, rest[:1]) {
		return "'" + cell
	}
	return cell
}
