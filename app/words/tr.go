package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"doublefix/assets"
)

// Args fills the named holes of a translation: {{.Count}} takes Args{"Count": …}. A [Text] fills its hole in the language of the
// sentence.
type Args map[string]any

// Tr speaks one language. The zero Tr returns keys untranslated; use [For].
type Tr struct {
	lang Lang
	loc  *i18n.Localizer
}

// For returns the translator of l; an unknown language speaks English.
func For(l Lang) Tr {
	if !l.Valid() {
		l = English
	}
	return Tr{lang: l, loc: i18n.NewLocalizer(bundle(), string(l))}
}

// Lang returns the language that t speaks.
func (t Tr) Lang() Lang { return t.lang }

// T returns the text of key with its holes filled. A key without a text comes back as it is, so that the gap shows.
func (t Tr) T(key string, args ...Args) string {
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: t.merged(args)})
}

// N returns the text of key in the plural form for count; the hole {{.Count}} holds count as the reader writes it.
func (t Tr) N(key string, count int, args ...Args) string {
	data := t.merged(args)
	data["Count"] = t.Int(count)
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data, PluralCount: count})
}

// Has reports whether key has a text of its own in the language of t.
func (t Tr) Has(key string) bool {
	if t.loc == nil {
		return false
	}
	_, tag, err := t.loc.LocalizeWithTag(&i18n.LocalizeConfig{MessageID: key, TemplateData: Args{}})
	return err == nil && tag.String() == string(t.lang)
}

func (t Tr) localize(c *i18n.LocalizeConfig) string {
	if t.loc == nil {
		return c.MessageID
	}
	s, err := t.loc.Localize(c)
	if err != nil && s == "" {
		return c.MessageID
	}
	return EndOnce(s)
}

// EndOnce takes out the full stop of a sentence that ends in an abbreviation, which has one already: "in the U.S..", "de EE. UU..".
func EndOnce(s string) string {
	const twice = ".."
	from := 0
	for {
		at := strings.Index(s[from:], twice)
		if at < 0 {
			return s
		}
		at += from
		from = at + len(twice)
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[from:])
		if (unicode.IsLetter(before) || strings.ContainsRune("”»)", before)) && (from == len(s) || unicode.IsSpace(after) || strings.ContainsRune("”»)\"", after)) {
			s = s[:at+1] + s[from:]
			from--
		}
	}
}

func (t Tr) merged(args []Args) Args {
	all := Args{}
	for _, a := range args {
		for k, v := range a {
			if text, ok := v.(Text); ok {
				v = text.In(t.lang)
			}
			all[k] = v
		}
	}
	return all
}

// bundle reads the embedded translations once. They are part of the program: a broken file is a broken build, found by
// every test, so it panics.
var bundle = sync.OnceValue(func() *i18n.Bundle {
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("json", json.Unmarshal)
	files := assets.Translations()
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".json") {
			return err
		}
		_, err = b.LoadMessageFileFS(files, name)
		return err
	})
	if err != nil {
		panic(fmt.Sprintf("words: embedded translations: %v", err))
	}
	return b
})

// Keys returns every translation key and the languages that have it, for the tests that hold code and texts together.
func Keys() (map[string][]Lang, error) {
	keys := map[string][]Lang{}
	files := assets.Translations()
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		raw, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		var texts map[string]json.RawMessage
		if err := json.Unmarshal(raw, &texts); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		lang := Lang(strings.TrimPrefix(path.Ext(strings.TrimSuffix(name, ".json")), "."))
		for key := range texts {
			keys[key] = append(keys[key], lang)
		}
	}
	return keys, nil
}
