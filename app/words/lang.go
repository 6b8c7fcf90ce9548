// Package words holds everything the app says: translations, plurals, numbers and dates in the reader's language.
//
// A translator ([Tr]) is a value passed to whatever speaks; there is no current language, because a handout may be
// Spanish while the window is English.
package words

import (
	"maps"
	"slices"
)

// Lang is a language the app speaks, as its ISO 639-1 code.
type Lang string

// The languages of the app. Every text exists in both.
const (
	English Lang = "en"
	Spanish Lang = "es"
)

// Langs returns the languages of the app, in the order in which they are offered.
func Langs() []Lang { return []Lang{English, Spanish} }

// Valid reports whether the app speaks l.
func (l Lang) Valid() bool { return slices.Contains(Langs(), l) }

// Text is one text in several languages, as data packages hold it: {"en": "…", "es": "…"}.
type Text map[Lang]string

// In returns the text in l, else in English, else in whatever language is there, else "".
func (t Text) In(l Lang) string {
	if s := t[l]; s != "" {
		return s
	}
	if s := t[English]; s != "" {
		return s
	}
	for _, other := range slices.Sorted(maps.Keys(t)) {
		if s := t[other]; s != "" {
			return s
		}
	}
	return ""
}

// Both makes a Text of an English and a Spanish text.
func Both(en, es string) Text { return Text{English: en, Spanish: es} }
