package chart

import (
	"strings"
	"unicode/utf8"
)

const ellipsis = "…"

// wrap breaks text into lines no wider than width, between words, and inside a word only where it is wider than a line, after a dash
// or a slash if it has one: half a number is another number. With
// most above 0 it returns at most that many lines, the last of them shortened.
func (c *canvas) wrap(text string, s style, width float64, most int) []string {
	width = max(width, s.size)
	var lines []string
	line := ""
	for _, word := range splitWords(text) {
		next := word
		if line != "" {
			next = line + " " + word
		}
		if c.width(s, next) <= width {
			line = next
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for c.width(s, word) > width {
			head := c.head(word, s, width)
			if head == word {
				break
			}
			head = untilBreak(head)
			lines, word = append(lines, head), word[len(head):]
		}
		line = word
		if most > 0 && len(lines) > most {
			break
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	if most > 0 && len(lines) > most {
		rest := strings.Join(lines[most-1:], " ")
		lines = append(lines[:most-1], c.shorten(rest+ellipsis, s, width))
	}
	return lines
}

// fits reports whether text can be wrapped into so many lines without loss and without breaking a word.
func (c *canvas) fits(text string, s style, width float64, lines int) bool {
	for _, word := range splitWords(text) {
		if c.width(s, word) > width {
			return false
		}
	}
	return len(c.wrap(text, s, width, 0)) <= lines
}

// splitWords splits at spaces, but not at no-break spaces.
func splitWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' })
}

// head returns the longest beginning of word that is no wider than width, at least one character.
func (c *canvas) head(word string, s style, width float64) string {
	used, end := 0.0, 0
	for i, r := range word {
		size := utf8.RuneLen(r)
		if size < 0 {
			size = 1
		}
		used += c.width(s, word[i:min(i+size, len(word))])
		if used > width && i > 0 {
			break
		}
		end = min(i+size, len(word))
	}
	return word[:end]
}

// untilBreak cuts the beginning of a word after the last dash or slash in it, if any.
func untilBreak(head string) string {
	for _, sign := range []string{"–", "-", "/"} {
		if i := strings.LastIndex(head, sign); i > 0 {
			return head[:i+len(sign)]
		}
	}
	return head
}

// shorten cuts text so that it is no wider than width with an ellipsis at its end. Where not even that has room it returns "".
func (c *canvas) shorten(text string, s style, width float64) string {
	if c.width(s, text) <= width {
		return text
	}
	room := width - c.width(s, ellipsis)
	if room <= 0 {
		return ""
	}
	head := c.head(text, s, room)
	head = strings.TrimRight(head, " ,;:–"+ellipsis)
	if head == "" || c.width(s, head+ellipsis) > width {
		return ""
	}
	return head + ellipsis
}
