package ballot

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Tag is a mark that ballots carry, such as the table they come from.
type Tag struct {
	Name    string
	Ballots int64 // blank and spoilt ones among them
}

// marks remembers which rows carry which tags. Ballots that follow each other mostly carry the same, so it keeps where that
// changes.
type marks struct {
	sets          [][]uint16        // numbers of tags, ascending; the first set is empty
	numbers       map[string]uint32 // of sets, by their bytes
	runs          []run
	blank, spoilt []int64 // ballots by set
}

// run says from which row on rows carry a set. Rows before the first run carry none.
type run struct{ row, set uint32 }

// number returns the number of a set of tags.
func (m *marks) number(tags []uint16) uint32 {
	if m.numbers == nil {
		m.numbers = map[string]uint32{"": 0}
		m.sets, m.blank, m.spoilt = make([][]uint16, 1), make([]int64, 1), make([]int64, 1)
	}
	var key []byte
	for _, tag := range tags {
		key = binary.LittleEndian.AppendUint16(key, tag)
	}
	if n, ok := m.numbers[string(key)]; ok {
		return n
	}
	n := uint32(len(m.sets))
	m.numbers[string(key)] = n
	m.sets, m.blank, m.spoilt = append(m.sets, tags), append(m.blank, 0), append(m.spoilt, 0)
	return n
}

// from says that rows from one on carry a set, until another is said to be.
func (m *marks) from(row int, set uint32) {
	last := uint32(0)
	if n := len(m.runs); n > 0 {
		last = m.runs[n-1].set
	}
	if set != last {
		m.runs = append(m.runs, run{uint32(row), set})
	}
}

// Only returns the ballots that carry the tag, "" for those that carry none of the Tags.
func (r *Reading) Only(tag string) *Profile {
	p := r.Profile
	at := slices.IndexFunc(r.Tags, func(t Tag) bool { return t.Name == tag })
	switch {
	case len(r.marks.sets) == 0 && tag == "":
		return p
	case at < 0 && tag != "" || len(r.marks.sets) == 0:
		return &Profile{Options: p.Options}
	}
	out, n := &Profile{Options: p.Options}, len(p.Options)
	wanted := make([]bool, len(r.marks.sets))
	var tagged Profile // its blank and spoilt ballots
	for i, set := range r.marks.sets {
		wanted[i] = tag == "" && i == 0 || tag != "" && slices.Contains(set, uint16(at))
		if wanted[i] {
			out.Blank += r.marks.blank[i]
			out.Spoilt += r.marks.spoilt[i]
		}
		tagged.Blank += r.marks.blank[i]
		tagged.Spoilt += r.marks.spoilt[i]
	}
	if tag == "" { // before the first tag nobody counted
		out.Blank += p.Blank - tagged.Blank
		out.Spoilt += p.Spoilt - tagged.Spoilt
	}
	set, start := uint32(0), 0
	for i := range len(r.marks.runs) + 1 {
		end, next := p.Rows(), set
		if i < len(r.marks.runs) {
			end, next = int(r.marks.runs[i].row), r.marks.runs[i].set
		}
		if wanted[set] {
			out.Places = append(out.Places, p.Places[start*n:end*n]...)
			out.Counts = append(out.Counts, p.Counts[start:end]...)
		}
		set, start = next, end
	}
	return out
}

// tagged reports whether a tag is among those in a list with commas.
func tagged(tags []byte, tag string) bool {
	for more := true; more; {
		var one []byte
		one, tags, more = bytes.Cut(tags, []byte{','})
		if string(trimmed(one)) == tag {
			return true
		}
	}
	return false
}

// carry gives the ballot at hand one more tag, count times.
func (rd *reader) carry(tag []byte, count int64) {
	at, known := rd.tags[string(tag)]
	if !known {
		if len(tag) == 0 || len(rd.Tags) >= maxTags {
			return
		}
		if rd.tags == nil {
			rd.tags = map[string]int{}
		}
		at = len(rd.Tags)
		rd.tags[string(tag)] = at
		rd.Tags = append(rd.Tags, Tag{Name: string(tag)})
	}
	if i, twice := slices.BinarySearch(rd.carried, uint16(at)); !twice {
		rd.carried = slices.Insert(rd.carried, i, uint16(at))
		rd.Tags[at].Ballots += count
	}
}

// mark notes the tags of a ballot that has been added: to row, or where that is -1 to the blank ones.
func (rd *reader) mark(row int, count int64) {
	if len(rd.Tags) == 0 {
		return
	}
	set := rd.marks.number(nil)
	if len(rd.carried) > 0 {
		set = rd.marks.number(slices.Clone(rd.carried))
		rd.carried = rd.carried[:0]
	}
	if row < 0 {
		rd.marks.blank[set] += count
	} else {
		rd.marks.from(row, set)
	}
	rd.lastSet = set
}
