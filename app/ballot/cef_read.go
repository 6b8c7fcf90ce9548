package ballot

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"doublefix/app/words"
)

// Marks of the Condorcet Election Format.
const (
	cefReserved = ">=;,#/*^<|" // cannot be in names; the format has no use for < and needs || for tags, so these neither
	cefEmpty    = "/EMPTY_RANKING/"
	cefSpoilt   = "spoilt" // our tag on an empty ranking: a ballot that was handed in, but cannot be read as a ranking
)

// cef reads the Condorcet Election Format.
type cef struct {
	*reader
	weights bool // lines may have a weight
	started bool // a ballot was seen
}

func (rd *reader) readCEF() error {
	c := &cef{reader: rd}
	rd.in.plainer = c.plainer
	for {
		if rd.plain() {
			c.started = true
			continue
		}
		line, err := rd.in.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if bytes.HasPrefix(line, []byte("#/")) {
			if err := c.parameter(string(line[2:])); err != nil {
				return err
			}
			continue
		}
		if at := bytes.IndexByte(line, '#'); at >= 0 {
			if bytes.HasPrefix(line[at:], []byte("#/")) && len(bytes.TrimSpace(line[:at])) == 0 {
				c.problems.add(Warning, c.in.number, at+1, "ballot.cef.indented", nil)
			}
			line = line[:at]
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		c.started = true
		c.Rows++
		if err := c.ballot(line); err != nil {
			return err
		}
	}
}

// parameter reads what stands after #/ on a line.
func (c *cef) parameter(text string) error {
	wrong := func(key string, args words.Args) { c.problems.add(Error, c.in.number, 1, key, args) }
	name, value, found := strings.Cut(text, ":")
	name = strings.ToLower(strings.Join(strings.Fields(name), " "))
	if !slices.Contains([]string{"candidates", "implicit ranking", "weight allowed"}, name) {
		return nil // seats, rules, or a parameter of another program
	}
	switch {
	case !found:
		wrong("ballot.cef.colon", words.Args{"Name": name})
		return nil
	case c.started:
		wrong("ballot.cef.late", words.Args{"Name": name})
		return nil
	case strings.ContainsRune(value, '#'):
		wrong("ballot.cef.comment", nil)
		return nil
	}
	if name == "candidates" {
		return c.candidates(value)
	}
	yes, ok := truth(value)
	if !ok {
		wrong("ballot.cef.truth", words.Args{"Name": name, "Value": shown(value)})
		return nil
	}
	if name == "weight allowed" {
		c.weights = yes
		return nil
	}
	c.Unranked = UnrankedNone
	if yes {
		c.Unranked = UnrankedLast
	}
	return nil
}

func truth(value string) (yes, ok bool) {
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "true":
		return true, true
	case "false":
		return false, true
	}
	return false, false
}

// candidates reads the list of options. From then on other names are no options.
func (c *cef) candidates(value string) error {
	wrong := func(key string, args words.Args) { c.problems.add(Error, c.in.number, 1, key, args) }
	if c.declared {
		wrong("ballot.cef.candidates_twice", nil)
		return nil
	}
	list := strings.Split(value, ";")
	if n := len(list); n > 1 && strings.TrimSpace(list[n-1]) == "" {
		list = list[:n-1]
	}
	c.declared = true
	for i, name := range list {
		name = cleaned(name)
		switch {
		case name == "":
			wrong("ballot.cef.candidate_empty", words.Args{"Number": i + 1})
		case strings.ContainsAny(name, cefReserved):
			wrong("ballot.cef.candidate_sign", words.Args{"Name": shown(name), "Signs": spaced(cefReserved)})
		case c.index.find([]byte(name)) >= 0:
			wrong("ballot.problem.option_twice", words.Args{"Name": shown(name)})
		default:
			if _, err := c.newOption(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// spaced writes signs one by one, as a sentence lists them.
func spaced(signs string) string { return strings.Join(strings.Split(signs, ""), " ") }

// ballot reads tags || A > B = C ^weight * count.
func (c *cef) ballot(line []byte) error {
	var tags []byte
	body, before := line, 0
	if at := bytes.IndexByte(line, '|'); at >= 0 && at+1 < len(line) && line[at+1] == '|' {
		tags, body, before = line[:at], line[at+2:], at+2
	}
	if c.tag != "" && !tagged(tags, c.tag) {
		c.Rows--
		return nil
	}
	body, count, ok := c.amounts(line, body, before)
	if !ok {
		return nil
	}
	clear(c.place[:])
	if len(trimmed(body)) == 0 {
		c.problems.add(Error, c.in.number, 0, "ballot.cef.no_ranking", words.Args{"Empty": cefEmpty})
		return nil
	}
	cast, spoilt := c.cast, false
	if isEmpty(trimmed(body)) {
		if spoilt = tagged(tags, cefSpoilt); spoilt {
			cast = c.spoil
		}
	} else if ok, err := c.ranking(line, body, before); !ok {
		return err
	}
	c.note(tags, count, spoilt)
	return cast(count)
}

// isEmpty reports whether a ranking is the word for none, in either of the spellings that programs use.
func isEmpty(ranking []byte) bool {
	return ranking[0] == '/' && (strings.EqualFold(string(ranking), cefEmpty) || strings.EqualFold(string(ranking), "/EMPTY/"))
}

// amounts cuts weight and count off a ballot, and returns their product.
func (c *cef) amounts(line, body []byte, before int) (rest []byte, count int64, ok bool) {
	count = 1
	for _, sign := range []byte("*^") {
		at := bytes.IndexByte(body, sign)
		if at < 0 {
			continue
		}
		text := bytes.TrimSpace(body[at+1:])
		n, good := whole(text)
		switch {
		case sign == '*' && bytes.IndexByte(text, '^') >= 0:
			c.problem(Error, line, before+at, "ballot.cef.amounts_order", nil)
			return nil, 0, false
		case !good:
			key := "ballot.problem.count"
			if sign == '^' {
				key = "ballot.problem.weight"
			}
			c.problem(Error, line, before+at, key, words.Args{"Value": shown(text), "Max": MaxBallots})
			return nil, 0, false
		case sign == '^' && !c.weights:
			if n != 1 {
				c.problem(Warning, line, before+at, "ballot.cef.weight_ignored", words.Args{"Value": shown(text)})
			}
		default:
			c.Weighted = c.Weighted || sign == '^' && n != 1
			count = capped(count, n)
		}
		body = body[:at]
	}
	return body, count, true
}

// whole reads a whole number from 1 to MaxBallots.
func whole(text []byte) (int64, bool) {
	var n int64
	for _, digit := range text {
		if digit < '0' || digit > '9' {
			return 0, false
		}
		if n = n*10 + int64(digit-'0'); n > MaxBallots {
			return 0, false
		}
	}
	return n, n > 0
}

// capped multiplies two numbers of at most MaxBallots; a product beyond it is just beyond it, which cast refuses.
func capped(a, b int64) int64 {
	if a > MaxBallots/b {
		return MaxBallots + 1
	}
	return a * b
}

// note gives the ballot at hand its tags. The word for spoilt is none where it has done its work.
func (c *cef) note(tags []byte, count int64, spoilt bool) {
	for more := len(tags) > 0; more; {
		var tag []byte
		tag, tags, more = bytes.Cut(tags, []byte{','})
		if tag = trimmed(tag); !spoilt || string(tag) != cefSpoilt {
			c.carry(tag, count)
		}
	}
}

// problem adds a problem at a byte of the line.
func (c *cef) problem(level Level, line []byte, at int, key string, args words.Args) {
	c.problems.add(level, c.in.number, utf8.RuneCount(line[:at])+1, key, args)
}
