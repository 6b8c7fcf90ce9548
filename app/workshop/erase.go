package workshop

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// member is a part of a JSON object or, without key, of a list.
type member struct {
	key   string
	value []byte
}

// value returns a JSON text without the name and code of every object in it that says it is of a person to be forgotten.
// What has no such object comes back as it is. ok is false where it is not JSON.
func (e *eraser) value(text []byte) (clean []byte, ok bool) {
	inner := bytes.TrimSpace(text)
	if !json.Valid(inner) {
		return text, false
	}
	before, after, _ := bytes.Cut(text, inner)
	return slices.Concat(before, e.walk(inner), after), true
}

// walk goes down into a value that is JSON.
func (e *eraser) walk(text []byte) []byte {
	if len(text) == 0 || text[0] != '{' && text[0] != '[' {
		return text
	}
	all := members(text)
	ours := text[0] == '{' && e.concerns(all)
	changed := false
	kept := make([][]byte, 0, len(all))
	for _, m := range all {
		if ours && m.names() {
			e.remember(m)
			changed = true
			continue
		}
		now := e.walk(m.value)
		changed = changed || !bytes.Equal(now, m.value)
		if text[0] == '{' {
			key, _ := json.Marshal(m.key) // a string always marshals
			now = bytes.Join([][]byte{key, now}, []byte(":"))
		}
		kept = append(kept, now)
	}
	if !changed {
		return text
	}
	inside := bytes.Join(kept, []byte(","))
	return bytes.Join([][]byte{text[:1], inside, text[len(text)-1:]}, nil)
}

// members are the parts of an object or a list.
func members(text []byte) []member {
	in := json.NewDecoder(bytes.NewReader(text))
	_, _ = in.Token() // the bracket; the text is known to be JSON
	var out []member
	for in.More() {
		var m member
		if text[0] == '{' {
			key, _ := in.Token()
			m.key, _ = key.(string)
		}
		var value json.RawMessage
		if in.Decode(&value) != nil {
			break
		}
		m.value = value
		out = append(out, m)
	}
	return out
}

// concerns reports whether an object is of a person to be forgotten. Readers do not look at the case of keys, nor does this.
func (e *eraser) concerns(object []member) bool {
	for _, m := range object {
		var id string
		if strings.EqualFold(m.key, "person") && json.Unmarshal(m.value, &id) == nil && (e.people == nil || e.people[id]) {
			return true
		}
	}
	return false
}

func (m member) names() bool {
	return strings.EqualFold(m.key, "name") || strings.EqualFold(m.key, "code")
}

// remember keeps what a person was called, to look for it where lines are damaged.
func (e *eraser) remember(m member) {
	var text string
	if json.Unmarshal(m.value, &text) != nil || text == "" {
		return
	}
	list := &e.names
	if strings.EqualFold(m.key, "code") {
		list = &e.codes
	}
	quoted, _ := json.Marshal(text)
	for _, q := range [][]byte{m.value, quoted} {
		if !slices.ContainsFunc(*list, func(known []byte) bool { return bytes.Equal(known, q) }) {
			*list = append(*list, q)
		}
	}
}
