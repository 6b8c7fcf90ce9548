package ballot

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// Check says what stands in the way of writing the ballots in the format, level Error, and what the file would not hold, level
// Warning.
func Check(p *Profile, f Format) []Problem {
	if !slices.Contains(Writable(), f) {
		return []Problem{{Key: "ballot.error.format", Args: words.Args{"Format": string(f)}, Level: Error}}
	}
	var list []Problem
	if n := len(p.Options); n == 0 || n > MaxOptions {
		list = append(list, Problem{Key: "ballot.write.options", Args: words.Args{"Max": MaxOptions, "Options": n}, Level: Error})
	}
	seen := map[string]bool{}
	for i, name := range p.Options {
		key, args := nameObjection(name, f)
		if seen[name] {
			key, args = "ballot.write.name_twice", words.Args{}
		}
		seen[name] = true
		if key != "" {
			args["Name"], args["Number"] = shown(name), i+1
			list = append(list, Problem{Key: key, Args: args, Level: Error})
		}
	}
	return append(list, checkBallots(p, f)...)
}

// Check says what stands in the way of writing the ballots so, as [Check] does for the format.
func (o Output) Check(p *Profile) []Problem {
	list := Check(p, o.Format)
	if o.Format != CSV || o.Shape != RankColumns {
		return list
	}
	var lost []string
	for option, name := range p.Options {
		ranked := false
		for i := 0; i < p.Rows() && !ranked; i++ {
			ranked = p.Row(i)[option] > 0
		}
		if !ranked {
			lost = append(lost, "“"+shown(name)+"”")
		}
	}
	if len(lost) > 0 {
		list = append(list, Problem{Key: "ballot.write.never_ranked", Args: words.Args{"Names": strings.Join(lost, ", ")}, Level: Warning})
	}
	return list
}

// checkBallots is Check without the options. Condorcet Election Format and CSV hold any ballot.
func checkBallots(p *Profile, f Format) []Problem {
	if f == CEF || f == CSV {
		return nil
	}
	ties, partial := p.shape()
	other := string(PrefLibFormat(p))
	var list []Problem
	for _, c := range []struct {
		level   Level
		ballots int64
		formats []Format
		key     string
	}{
		{Error, ties, []Format{SOC, SOI}, "ballot.write.ties"},
		{Warning, ties, []Format{BLT}, "ballot.write.ties_blt"},
		{Error, partial, []Format{SOC, TOC}, "ballot.write.partial"},
		{Warning, p.Blank, []Format{SOC, SOI, TOC, TOI}, "ballot.write.blank"},
		{Warning, p.Spoilt, []Format{SOC, SOI, TOC, TOI, BLT}, "ballot.write.spoilt"},
	} {
		if c.ballots > 0 && slices.Contains(c.formats, f) {
			args := words.Args{"Count": c.ballots, "Format": string(f), "Other": other}
			list = append(list, Problem{Key: c.key, Args: args, Level: c.level})
		}
	}
	return list
}

// nameObjection returns why a name cannot be written in the format, "" where it can.
func nameObjection(name string, f Format) (string, words.Args) {
	switch {
	case name == "":
		return "ballot.write.name_empty", words.Args{}
	case name != cleaned(name):
		return "ballot.write.name_space", words.Args{}
	case len(name) > maxName:
		return "ballot.write.name_long", words.Args{"Max": maxName}
	}
	switch f {
	case CEF:
		if strings.ContainsAny(name, cefReserved) {
			return "ballot.write.name_sign", words.Args{"Signs": spaced(cefReserved)}
		}
	case BLT:
		if strings.Contains(name, `"`) {
			return "ballot.write.name_sign", words.Args{"Signs": `"`}
		}
	case CSV:
		_, known := headings(heading(name))
		_, place := placeOf(name)
		if known || place {
			return "ballot.write.name_heading", words.Args{}
		}
	default: // PrefLib takes any
	}
	return "", nil
}

// shape counts the ballots with a tie, and those that leave options out.
func (p *Profile) shape() (ties, partial int64) {
	for i, count := range p.Counts {
		var used [256]uint8
		tie, gap := uint8(0), false
		for _, place := range p.Row(i) {
			if place == 0 {
				gap = true
				continue
			}
			tie |= used[place]
			used[place] = 1
		}
		if tie != 0 {
			ties += count
		}
		if gap {
			partial += count
		}
	}
	return ties, partial
}

// PrefLibFormat is the most restrictive of PrefLib's formats that holds the ballots.
func PrefLibFormat(p *Profile) Format {
	ties, partial := p.shape()
	switch {
	case ties == 0 && partial == 0:
		return SOC
	case ties == 0:
		return SOI
	case partial == 0:
		return TOC
	}
	return TOI
}
