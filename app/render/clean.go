package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean returns s as the renderers draw it: accents composed (NFC); line breaks
// and tabs as spaces; invisible format characters left out; and one replacement
// sign for each thing no renderer can draw, which is invalid UTF-8, control
// characters and runes from U+10000 on. Cleaning twice changes nothing more.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	sign := Regular.typeface().replacement
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case unicode.Is(unicode.Cf, r) && r < 0x10000:
		case !drawable(r):
			b.WriteRune(sign)
		default:
			b.WriteRune(r)
		}
	}
	// Composing comes after, since leaving characters out can bring a letter
	// and its accent together; it can also lead out of the first plane.
	out := norm.NFC.String(b.String())
	return strings.Map(func(r rune) rune {
		if !drawable(r) {
			return sign
		}
		return r
	}, out)
}

// plain is the fast way for most texts: printable ASCII, letters with their accents, and the dashes and quotation marks of
// running text. None of these is changed by composing, whatever stands beside it.
func plain(s string) bool {
	for _, r := range s {
		switch {
		case r >= 0x20 && r <= 0x7e, r >= 0xa0 && r < 0x300 && r != softHyphen, r >= '\u2010' && r <= '\u2027':
		default:
			return false
		}
	}
	return true
}

// softHyphen is a format character, which is left out.
const softHyphen = '\u00ad'

func drawable(r rune) bool {
	return r < 0xFFFE && r != utf8.RuneError && !unicode.IsControl(r)
}

// Missing returns the runes of s, cleaned, for which the fonts have no glyph,
// each once and in the order met. They would be drawn as empty boxes. The four
// faces have the same glyphs.
func Missing(s string) []rune {
	font := Font(Regular)
	var out []rune
	for _, r := range Clean(s) {
		if font.Index(r) == 0 && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}
