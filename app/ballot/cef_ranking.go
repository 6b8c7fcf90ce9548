package ballot

import (
	"bytes"

	"doublefix/app/words"
)

// ranking reads A > B = C into the places of the ballot at hand. It returns false, with a problem or an error, where body is
// no ranking. Body starts at byte before of the line.
func (c *cef) ranking(line, body []byte, before int) (bool, error) {
	place, filled := uint8(1), false // filled: an option has this place
	start := 0
	for at := 0; at <= len(body); at++ {
		if at < len(body) && body[at] != '>' && body[at] != '=' {
			continue
		}
		name := trimmed(body[start:at])
		option := c.index.find(name)
		if option < 0 {
			var ok bool
			var err error
			if option, ok, err = c.unheard(line, name, before+start+lead(body[start:])); !ok {
				return false, err
			}
		}
		if option >= 0 {
			if c.place[option] != 0 {
				c.problem(Error, line, before+start+lead(body[start:]), "ballot.problem.ranked_twice", words.Args{"Name": shown(name)})
				return false, nil
			}
			c.place[option] = place
			filled = true
		}
		if at < len(body) && body[at] == '>' && filled {
			place++
			filled = false
		}
		start = at + 1
	}
	return true, nil
}

// unheard deals with a name that has no column yet. The option is -1 where the ballot counts without it.
func (c *cef) unheard(line, name []byte, at int) (option int, ok bool, err error) {
	switch {
	case cleaned(string(name)) == "":
		c.problem(Error, line, at, "ballot.cef.empty_place", nil)
		return 0, false, nil
	case bytes.ContainsAny(name, cefReserved):
		c.problem(Error, line, at, "ballot.cef.name_sign", words.Args{"Name": shown(name), "Signs": spaced(cefReserved)})
		return 0, false, nil
	}
	option, err = c.option(name)
	if err != nil {
		return 0, false, err
	}
	if option < 0 && c.problems.wants(Warning) {
		c.problems.list = append(c.problems.list, c.unknown(line, name, at))
	}
	return option, true, nil
}

// unknown says that a name is not among the options, and which of them it may be meant to be.
func (c *cef) unknown(line, name []byte, at int) Problem {
	p := Problem{Line: c.in.number, Column: len([]rune(string(line[:at]))) + 1, Key: "ballot.cef.unknown", Args: words.Args{"Name": shown(name)}, Level: Warning}
	folded := words.Fold(cleaned(string(name)))
	for _, option := range c.index.names {
		if words.Fold(option) == folded {
			p.Key, p.Args["Option"] = "ballot.cef.unknown_near", shown(option)
			break
		}
	}
	return p
}

// lead is how many blanks text starts with.
func lead(text []byte) int {
	n := 0
	for n < len(text) && (text[n] == ' ' || text[n] == '\t') {
		n++
	}
	return n
}

// trimmed takes the blanks off a name; other space than blanks and tabs is rare, and is looked for only where it may be.
func trimmed(name []byte) []byte {
	for len(name) > 0 && (name[0] == ' ' || name[0] == '\t') {
		name = name[1:]
	}
	for n := len(name); n > 0 && (name[n-1] == ' ' || name[n-1] == '\t'); n = len(name) {
		name = name[:n-1]
	}
	if n := len(name); n > 0 && (name[0] < ' ' || name[0] >= 0x80 || name[n-1] < ' ' || name[n-1] >= 0x80) {
		return bytes.TrimSpace(name)
	}
	return name
}
