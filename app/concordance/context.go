package concordance

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longWord is how many bytes a word of a context is given; what has no spaces is cut.
const longWord = 32

// Context returns n with up to so many words before and after it, on one line; "…" stands where the text goes on.
func Context(text string, n Number, count int) string {
	first, last := window(text, n, longWord*(count+1))
	before, after := text[first:n.Start], text[n.End:last]
	start, end := len(before), 0
	for range count {
		start, end = wordBefore(before, start), wordAfter(after, end)
	}
	out := strings.Join(strings.Fields(text[first+start:n.End+end]), " ")
	if first > 0 || strings.TrimSpace(before[:start]) != "" {
		out = "… " + out
	}
	if last < len(text) || strings.TrimSpace(after[end:]) != "" {
		out += " …"
	}
	return out
}

// window returns the part of a text around n that is looked at, so that a text without spaces takes no longer than others.
func window(text string, n Number, size int) (first, last int) {
	first, last = max(n.Start-size, 0), min(n.End+size, len(text))
	for first < n.Start && !utf8.RuneStart(text[first]) {
		first++
	}
	for last < len(text) && last > n.End && !utf8.RuneStart(text[last]) {
		last--
	}
	return first, last
}

// wordBefore returns where the word begins that ends before a place.
func wordBefore(text string, at int) int {
	text = strings.TrimRightFunc(text[:at], unicode.IsSpace)
	space := strings.LastIndexFunc(text, unicode.IsSpace)
	if space < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[space:])
	return space + size
}

// wordAfter returns where the word ends that begins after a place.
func wordAfter(text string, at int) int {
	word := strings.TrimLeftFunc(text[at:], unicode.IsSpace)
	space := strings.IndexFunc(word, unicode.IsSpace)
	if space < 0 {
		return len(text)
	}
	return len(text) - len(word) + space
}
