package ballot

import (
	"bytes"
	"strings"
	"unicode"

	"doublefix/app/words"
)

// register finds the column of a name. Millions of names are looked up in a file, so it is a small table of its own: names
// whose ends and length agree share a chain.
type register struct {
	names []string
	text  [][]byte
	heads [256]uint8 // column+1 of the first name of a chain
	chain []uint8    // column+1 of the next
}

func newRegister() *register { return &register{} }

func slot(name []byte) uint8 {
	n := len(name)
	if n == 0 {
		return 0
	}
	return name[0]*31 + name[n-1]*7 + name[n/2]*3 + uint8(n)
}

// find returns the column of a name, -1 where it has none.
func (r *register) find(name []byte) int {
	for at := r.heads[slot(name)]; at != 0; at = r.chain[at-1] {
		if bytes.Equal(r.text[at-1], name) {
			return int(at - 1)
		}
	}
	return -1
}

// add gives a new name the next column. The caller sees to it that there are at most MaxOptions.
func (r *register) add(name string) int {
	at := slot([]byte(name))
	r.names = append(r.names, name)
	r.text = append(r.text, []byte(name))
	r.chain = append(r.chain, r.heads[at])
	r.heads[at] = uint8(len(r.names))
	return len(r.names) - 1
}

// cleaned is a name as we keep it: valid UTF-8 without control characters and without space around it.
func cleaned(name string) string {
	name = strings.ToValidUTF8(name, "\uFFFD")
	name = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return ' '
		}
		return c
	}, name)
	return strings.TrimSpace(name)
}

// reader is a reading in progress.
type reader struct {
	Reading
	in       *lines
	problems problems
	index    *register
	declared bool // the options are known; other names are no options
	learned  bool // names of options come from the ballots
	total    int64
	place    [MaxOptions]uint8 // of the ballot at hand
	tag      string
	tags     map[string]int // where they stand in Tags
	carried  []uint16       // by the ballot at hand, ascending
	lastSet  uint32         // of tags, by the ballot before
}

// option returns the column of a name, a new one where names are learned from ballots. It
// returns -1 for a name that is no option.
func (rd *reader) option(name []byte) (int, error) {
	if at := rd.index.find(name); at >= 0 {
		return at, nil
	}
	clean := cleaned(string(name))
	if at := rd.index.find([]byte(clean)); at >= 0 || rd.declared {
		return at, nil
	}
	return rd.newOption(clean)
}

// newOption adds a column to the profile.
func (rd *reader) newOption(name string) (int, error) {
	p := rd.Profile
	if len(rd.index.names) >= MaxOptions {
		return 0, refused("ballot.error.options", words.Args{"Max": MaxOptions, "Line": rd.in.number})
	}
	if len(name) > maxName {
		return 0, refused("ballot.error.name_long", words.Args{"Name": shown(name), "Max": maxName, "Line": rd.in.number})
	}
	old := len(rd.index.names)
	rd.learned = rd.learned || !rd.declared
	at := rd.index.add(name)
	p.Options = rd.index.names
	if p.Rows() == 0 {
		return at, nil
	}
	if p.Rows()*(old+1) > maxCells {
		return 0, tooMany()
	}
	wide := make([]uint8, p.Rows()*(old+1))
	for i := range p.Rows() {
		copy(wide[i*(old+1):], p.Places[i*old:(i+1)*old])
	}
	p.Places = wide
	return at, nil
}

// cast adds the ballot in rd.place, count times. Blank ballots are ballots too.
func (rd *reader) cast(count int64) error {
	p := rd.Profile
	if p.Rows() >= maxRows || (p.Rows()+1)*len(p.Options) > maxCells {
		return tooMany()
	}
	if count > MaxBallots-rd.total {
		return refused("ballot.error.ballots", words.Args{"Line": rd.in.number})
	}
	rd.total += count
	rows := p.Rows()
	p.Add(rd.place[:len(p.Options)], count)
	if p.Rows() == rows {
		rows = -1
	}
	rd.mark(rows, count)
	rd.Understood++
	return nil
}

func (rd *reader) spoil(count int64) error {
	clear(rd.place[:])
	if err := rd.cast(count); err != nil {
		return err
	}
	rd.Profile.Blank -= count
	rd.Profile.Spoilt += count
	if len(rd.Tags) > 0 {
		rd.marks.blank[rd.lastSet] -= count
		rd.marks.spoilt[rd.lastSet] += count
	}
	return nil
}

func tooMany() error {
	return refused("ballot.error.rows", words.Args{"Max": maxRows})
}

// alike warns of names that were learned from ballots and may be one name, written in two ways.
func (rd *reader) alike() {
	if !rd.learned {
		return
	}
	seen := map[string]string{}
	for _, name := range rd.index.names {
		folded := strings.Join(strings.Fields(words.Fold(name)), " ")
		if other, ok := seen[folded]; ok {
			rd.problems.add(Warning, 0, 0, "ballot.problem.alike", words.Args{"One": shown(other), "Other": shown(name)})
			continue
		}
		seen[folded] = name
	}
}
