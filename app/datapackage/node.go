package datapackage

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"doublefix/app/words"
)

// node is a JSON value with its path in the descriptor. A property that has another type than expected is reported once
// and read as absent, so that one slip does not hide the rest.
type node struct {
	value  any
	path   string
	report func(path, want string)
}

func (n node) at(key string) (node, bool) {
	object, _ := n.value.(map[string]any)
	v, ok := object[key]
	if v == nil {
		ok = false
	}
	path := key
	if n.path != "" {
		path = n.path + "." + key
	}
	return node{v, path, n.report}, ok
}

func (n node) has(key string) bool {
	_, ok := n.at(key)
	return ok
}

// child returns the object under key; an absent one is empty.
func (n node) child(key string) node {
	c, ok := n.at(key)
	if !ok {
		return c
	}
	if _, object := c.value.(map[string]any); !object {
		n.report(c.path, "object")
		c.value = nil
	}
	return c
}

func (n node) keys() []string {
	object, _ := n.value.(map[string]any)
	return slices.Sorted(maps.Keys(object))
}

// array returns the values of the list under key.
func (n node) array(key string) []node {
	c, ok := n.at(key)
	if !ok {
		return nil
	}
	return c.items()
}

func (n node) items() []node {
	values, ok := n.value.([]any)
	if !ok {
		n.report(n.path, "list")
		return nil
	}
	out := make([]node, len(values))
	for i, v := range values {
		out[i] = node{v, fmt.Sprintf("%s[%d]", n.path, i), n.report}
	}
	return out
}

// list returns the objects of the list under key.
func (n node) list(key string) []node {
	var out []node
	for _, c := range n.array(key) {
		if _, ok := c.value.(map[string]any); !ok {
			n.report(c.path, "object")
			continue
		}
		out = append(out, c)
	}
	return out
}

func (n node) str(key string) string {
	c, ok := n.at(key)
	if !ok {
		return ""
	}
	s, ok := c.value.(string)
	if !ok {
		n.report(c.path, "string")
	}
	return s
}

func (n node) flag(key string) bool {
	c, ok := n.at(key)
	if !ok {
		return false
	}
	b, ok := c.value.(bool)
	if !ok {
		n.report(c.path, "boolean")
	}
	return b
}

// scalar returns a string, number or boolean as text.
func (n node) scalar(key string) string {
	c, ok := n.at(key)
	if !ok {
		return ""
	}
	return c.asScalar()
}

func (n node) asScalar() string {
	switch v := n.value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return fmt.Sprint(v)
	}
	n.report(n.path, "scalar")
	return ""
}

// scalars returns a scalar or a list of scalars as texts.
func (n node) scalars(key string) []string {
	c, ok := n.at(key)
	if !ok {
		return nil
	}
	if _, list := c.value.([]any); list {
		return c.scalarList()
	}
	return []string{c.asScalar()}
}

func (n node) scalarList() []string {
	var out []string
	for _, v := range n.items() {
		out = append(out, v.asScalar())
	}
	return out
}

// strs returns a string or a list of strings.
func (n node) strs(key string) []string {
	c, ok := n.at(key)
	if !ok {
		return nil
	}
	if s, one := c.value.(string); one {
		return []string{s}
	}
	var out []string
	for _, v := range c.items() {
		if s, ok := v.value.(string); ok {
			out = append(out, s)
		} else {
			n.report(v.path, "string")
		}
	}
	return out
}

// text reads {"en": …, "es": …}; a plain string counts for English.
func (n node) text(key string) words.Text {
	c, ok := n.at(key)
	if !ok {
		return nil
	}
	if s, plain := c.value.(string); plain {
		return words.Text{words.English: s}
	}
	if _, object := c.value.(map[string]any); !object {
		n.report(c.path, "text")
		return nil
	}
	out := words.Text{}
	for _, lang := range c.keys() {
		if s := c.str(lang); s != "" {
			out[words.Lang(lang)] = s
		}
	}
	return out
}

// translated joins a standard property, which is English, with its translations under doublefix:i18n.
func (n node) translated(key string) words.Text {
	out := words.Text{}
	if s := n.str(key); s != "" {
		out[words.English] = s
	}
	if !n.has("doublefix:i18n") {
		return out
	}
	i18n := n.child("doublefix:i18n")
	for _, lang := range i18n.keys() {
		if s := strings.TrimSpace(i18n.child(lang).str(key)); s != "" {
			out[words.Lang(lang)] = s
		}
	}
	return out
}
