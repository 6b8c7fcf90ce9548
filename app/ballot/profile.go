// Package ballot holds the ballots of a group and reads and writes the formats
// in which groups and researchers exchange them: the Condorcet Election Format
// (.cvotes), CSV, PrefLib's order files and BLT.
package ballot

// Profile is the ballots that are counted together. It is compact: a million
// ballots over ten options take 18 MB.
type Profile struct {
	Options []string // names or ids, in the order of the columns
	Places  []uint8  // row after row, one column an option: 1 is first, equal numbers tie, 0 is unranked; places have no gaps (1,1,2)
	Counts  []int64  // how many ballots each row stands for, above 0; same length as rows

	Blank, Spoilt int64 // ballots that rank nothing, and ballots that cannot be read as a ranking
}

// Rows is the number of rows; each may stand for many ballots.
func (p *Profile) Rows() int { return len(p.Counts) }

// Row is the places of row i, one per option. It shares memory with the
// profile.
func (p *Profile) Row(i int) []uint8 {
	n := len(p.Options)
	return p.Places[i*n : (i+1)*n : (i+1)*n]
}

// Total is the number of ballots that rank something: blank and spoilt ones
// are not among them.
func (p *Profile) Total() int64 {
	var sum int64
	for _, n := range p.Counts {
		sum += n
	}
	return sum
}

// Add appends a row that stands for count ballots. Places may have gaps
// (1, 3, 3): they are closed (1, 2, 2). A row without any place counts as
// blank; a count below 1 adds nothing. Places has one entry per option: missing
// ones count as unranked, further ones are ignored.
func (p *Profile) Add(places []uint8, count int64) {
	if count < 1 {
		return
	}
	n := len(p.Options)
	start := len(p.Places)
	for i := range n {
		var place uint8
		if i < len(places) {
			place = places[i]
		}
		p.Places = append(p.Places, place)
	}
	if !closeGaps(p.Places[start:]) {
		p.Places = p.Places[:start]
		p.Blank += count
		return
	}
	p.Counts = append(p.Counts, count)
}

// closeGaps renumbers places from 1 without gaps, and says whether there is any
// place at all.
func closeGaps(row []uint8) bool {
	var used [256]uint8
	var highest uint8
	for _, place := range row {
		used[place] = 1
		highest = max(highest, place)
	}
	if highest == 0 {
		return false
	}
	used[0] = 0
	var next uint8
	gap := false
	for place := 1; place <= int(highest); place++ {
		if used[place] == 0 {
			gap = true
			continue
		}
		next++
		used[place] = next
	}
	if gap {
		for i, place := range row {
			row[i] = used[place]
		}
	}
	return true
}

// Compact returns the same ballots with equal rows merged, in the order in
// which they first appear.
func (p *Profile) Compact() *Profile {
	out := &Profile{Options: p.Options, Blank: p.Blank, Spoilt: p.Spoilt}
	seen := make(map[string]int)
	for i := range p.Rows() {
		row := p.Row(i)
		if at, ok := seen[string(row)]; ok {
			out.Counts[at] += p.Counts[i]
			continue
		}
		seen[string(row)] = out.Rows()
		out.Places = append(out.Places, row...)
		out.Counts = append(out.Counts, p.Counts[i])
	}
	return out
}
