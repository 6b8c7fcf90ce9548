package ballot

import "bytes"

// plainer reads lines of known names alone, tied or not, and their count. Names hold none of the marks of the format, so
// a tag, a weight or a remark is part of no name and makes the line not plain.
func (c *cef) plainer() (plainLine, int) {
	names := *c.index // what is added later lies beyond the ends of this copy
	if len(names.names) == 0 || c.tag != "" {
		return nil, 0
	}
	return func(line []byte, places []uint8) (int64, bool) {
		count := int64(1)
		for place := uint8(1); ; place++ {
			at := bytes.IndexByte(line, '>')
			if at >= 0 {
				if !names.tie(line[:at], place, places) {
					return 0, false
				}
				line = line[at+1:]
				continue
			}
			if names.tie(line, place, places) {
				return count, true
			}
			at = bytes.IndexByte(line, '*')
			if at < 0 {
				return 0, false
			}
			ok := false
			if count, ok = whole(bytes.TrimSpace(line[at+1:])); !ok {
				return 0, false
			}
			return count, names.tie(line[:at], place, places)
		}
	}, len(names.names)
}

// tie gives the options in a text A = B the place. It returns false where one of them is unknown or has a place.
func (r *register) tie(text []byte, place uint8, places []uint8) bool {
	for {
		name := text
		option := r.find(trimmed(name))
		at := -1
		if option < 0 {
			if at = bytes.LastIndexByte(text, '='); at >= 0 {
				name = text[at+1:]
				option = r.find(trimmed(name))
			}
		}
		if option < 0 || places[option] != 0 {
			return false
		}
		places[option] = place
		if at < 0 {
			return true
		}
		text = text[:at]
	}
}
