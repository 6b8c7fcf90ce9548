package ballot

import (
	"bytes"

	"doublefix/app/words"
)

// order is one order of a PrefLib file in progress.
type order struct {
	*preflib
	line   []byte
	at     int // byte of the line where the piece at hand starts
	place  uint8
	group  bool // within braces
	size   int  // options in the place at hand
	ranked int  // options in all
	tied   bool
}

// read puts 1,{2,3},4 into the places of the ballot at hand. It returns false, with a problem, where list is no order.
func (o *order) read(list []byte) bool {
	if len(trimmed(list)) == 0 {
		return true
	}
	if o.ranked = strict(list, o.preflib.place[:len(o.index.names)]); o.ranked > 0 {
		return true
	}
	clear(o.preflib.place[:])
	o.ranked = 0
	for more := true; more; {
		var piece []byte
		piece, list, more = bytes.Cut(list, []byte{','})
		o.at += lead(piece)
		if !o.piece(trimmed(piece)) {
			return false
		}
		o.at += len(piece) - lead(piece) + 1
	}
	if o.group {
		return o.wrong("ballot.preflib.brace", nil)
	}
	return true
}

// strict reads an order of numbers and commas without ties or mistakes, as nearly all are, into places that are all 0. It
// returns how many options have a place, 0 where it is no such order.
func strict(list []byte, places []uint8) int {
	place, number := uint8(1), 0
	for at := lead(list); at <= len(list); at++ {
		if at < len(list) && list[at] >= '0' && list[at] <= '9' {
			if number = number*10 + int(list[at]-'0'); number > len(places) {
				return 0
			}
			continue
		}
		if at < len(list) && list[at] != ',' || number == 0 || places[number-1] != 0 {
			return 0
		}
		places[number-1] = place
		place++
		number = 0
	}
	return int(place) - 1
}

// piece reads what stands between two commas: 2, {2 or 2}.
func (o *order) piece(text []byte) bool {
	if len(text) > 0 && text[0] == '{' {
		if o.group {
			return o.wrong("ballot.preflib.brace", nil)
		}
		o.group, text = true, trimmed(text[1:])
	}
	closes := len(text) > 0 && text[len(text)-1] == '}'
	if closes {
		if !o.group {
			return o.wrong("ballot.preflib.brace", nil)
		}
		text = trimmed(text[:len(text)-1])
	}
	if len(text) > 0 || !closes {
		if !o.option(text) {
			return false
		}
	}
	o.group = o.group && !closes
	if !o.group && o.size > 0 {
		o.tied = o.tied || o.size > 1
		o.place++
		o.size = 0
	}
	return true
}

// option gives the option of that number the place at hand.
func (o *order) option(text []byte) bool {
	number, ok := whole(text)
	options := o.index.names
	switch {
	case !ok || number > int64(len(options)):
		return o.wrong("ballot.preflib.unknown", words.Args{"Number": shown(text), "Options": len(options)})
	case o.preflib.place[number-1] != 0:
		return o.wrong("ballot.problem.ranked_twice", words.Args{"Name": shown(options[number-1])})
	}
	o.preflib.place[number-1] = o.place
	o.ranked++
	o.size++
	return true
}

func (o *order) wrong(key string, args words.Args) bool {
	o.problem(o.line, min(o.at, len(o.line)), key, args)
	return false
}
