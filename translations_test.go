package doublefix_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
	"doublefix/assets"
)

// runTimeKeys are keys that code puts together from a prefix and something that stands nowhere in code as it is.
var runTimeKeys = map[string][]string{
	"date.month.": {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"},
	"key.":        {"next", "prior", "space"}, // the toolkit's names of keys, in lower case
}

// notKeys look like keys in code, but are something else.
var notKeys = []string{
	"handout.set", "ranking.placed", "ranking.shown", "workshop.named", "workshop.example", // types of events
	"ballots.printed", "ballots.returned", "ballots.imported", "ballot.cast", "ballot.second",
	"chart.noted", "chart.marked", "chart.titled", "chart.kept", "chart.dropped",
	"round.added", "round.paper", "round.state", "round.decision", "round.revealed", "round.named",
}

// sameInBoth are texts that are rightly the same in English and in Spanish.
var sameInBoth = []string{
	"action.view.lang.en", "action.view.lang.es", "lang.en", "lang.es", "lang.short.en", "lang.short.es", // each in itself
	"key.alt", "key.ctrl", "ballots.key.enter", "result.view.enter", // they stand on the keyboard
	"result.rule.borda", "result.rule.borda.name", "result.rule.copeland", "result.rule.copeland.name", "result.rule.schulze", // people's names
	"result.rule.schulze.name", "result.rule.kemeny", "result.rule.kemeny.name", "result.firm.each",
	"setup.format.csv", "setup.people.text.hint", "data.ask.no", "data.compare.field.id", "chart.alt.bump.series",
}

// message is a text in its plural forms; a text without plurals has only "other".
type message struct {
	file  string
	forms map[string]string
}

func (m message) plural() bool { return len(m.forms) > 1 }

var hole = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

// holes returns the names of the holes in any form of m. {{.Count}} may be missing from one form ("one person").
func (m message) holes() map[string]bool {
	names := map[string]bool{}
	for _, text := range m.forms {
		for _, match := range hole.FindAllStringSubmatch(text, -1) {
			names[match[1]] = true
		}
	}
	return names
}

func TestTranslationFilesAreInPairs(t *testing.T) {
	names, err := fs.Glob(assets.Translations(), "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		area, lang, _ := strings.Cut(strings.TrimSuffix(name, ".json"), ".")
		if !words.Lang(lang).Valid() || !strings.HasSuffix(name, ".json") {
			t.Errorf("%s is not named area.language.json", name)
		}
		for _, other := range words.Langs() {
			if !slices.Contains(names, area+"."+string(other)+".json") {
				t.Errorf("%s has no sister in %s", name, other)
			}
		}
	}
}

func TestTranslationsAreSorted(t *testing.T) {
	for _, lang := range words.Langs() {
		seen := map[string]string{}
		for _, entry := range entries(t, lang) {
			if file, twice := seen[entry.key]; twice {
				t.Errorf("%s: %s stands in %s already", entry.file, entry.key, file)
			}
			seen[entry.key] = entry.file
			if entry.before >= entry.key {
				t.Errorf("%s: %s should stand before %s", entry.file, entry.key, entry.before)
			}
		}
	}
}

func TestTranslationsAgree(t *testing.T) {
	en, es := messages(t, words.English), messages(t, words.Spanish)
	for _, key := range slices.Sorted(maps.Keys(en)) {
		m, other := en[key], es[key]
		if other.forms == nil {
			t.Errorf("%s: %s has no Spanish", m.file, key)
			continue
		}
		if !maps.Equal(m.holes(), other.holes()) {
			t.Errorf("%s: holes %v in English, %v in Spanish", key, m.holes(), other.holes())
		}
		if m.plural() != other.plural() {
			t.Errorf("%s: plural in one language only", key)
		}
		if letters(m.forms["other"]) && m.forms["other"] == other.forms["other"] && !slices.Contains(sameInBoth, key) {
			t.Errorf("%s: %q in both languages", key, m.forms["other"])
		}
	}
	for _, key := range slices.Sorted(maps.Keys(es)) {
		if en[key].forms == nil {
			t.Errorf("%s: %s has no English", es[key].file, key)
		}
	}
}

// letters reports whether text has words of its own outside its holes, so that there is something to translate.
func letters(text string) bool {
	return regexp.MustCompile(`\p{L}{2}`).MatchString(hole.ReplaceAllString(text, ""))
}

func TestTranslationsAreWhole(t *testing.T) {
	for _, lang := range words.Langs() {
		for key, m := range messages(t, lang) {
			for form, text := range m.forms {
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s: %s (%s) is empty", m.file, key, form)
				}
				if strings.Contains(hole.ReplaceAllString(text, ""), "{{") {
					t.Errorf("%s: %s (%s) has a hole that cannot be filled: %q", m.file, key, form, text)
				}
			}
			if m.plural() && (m.forms["one"] == "" || m.forms["other"] == "") {
				t.Errorf("%s: %s lacks a plural form, it has %v", m.file, key, slices.Sorted(maps.Keys(m.forms)))
			}
		}
	}
}

func TestTranslationsAndCodeAgree(t *testing.T) {
	texts := messages(t, words.English)
	areas := map[string]bool{}
	for key := range texts {
		areas[strings.SplitN(key, ".", 2)[0]] = true
	}
	code := readCode(t)

	for prefix, endings := range runTimeKeys {
		if code.literals[prefix] == "" {
			t.Errorf("runTimeKeys: no code builds keys from %q", prefix)
		}
		for _, ending := range endings {
			if texts[prefix+ending].forms == nil {
				t.Errorf("%s, built at run time, has no text", prefix+ending)
			}
			code.literals[ending] = "runTimeKeys"
		}
	}
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		if !code.uses(key) {
			t.Errorf("%s: no code uses %s", texts[key].file, key)
		}
	}
	for literal, at := range code.literals {
		if looksLikeKey(literal) && areas[strings.SplitN(literal, ".", 2)[0]] && !slices.Contains(notKeys, literal) &&
			!code.ids[literal] && !code.partOf(literal, texts) {
			t.Errorf("%s: %q has no text", at, literal)
		}
	}
	for _, call := range code.calls {
		checkCall(t, call, texts)
	}
}

// checkCall holds a direct call of T or N to the text it asks for: there, with a plural where one is needed, and with
// every hole filled.
func checkCall(t *testing.T, c call, texts map[string]message) {
	t.Helper()
	m, ok := texts[c.key]
	if !ok {
		t.Errorf("%s: %q has no text", c.at, c.key)
		return
	}
	if c.counts != m.plural() {
		t.Errorf("%s: %q has plural forms: %v, the call counts: %v", c.at, c.key, m.plural(), c.counts)
	}
	if c.args == nil {
		return
	}
	for name := range m.holes() {
		if !slices.Contains(c.args, name) && (name != "Count" || !c.counts) {
			t.Errorf("%s: nothing fills the hole %s of %q", c.at, name, c.key)
		}
	}
	for _, name := range c.args {
		if !m.holes()[name] {
			t.Errorf("%s: %q has no hole %s", c.at, c.key, name)
		}
	}
}

var keyForm = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-zA-Z0-9_-]+)+$`)

func looksLikeKey(s string) bool {
	return keyForm.MatchString(s) && !regexp.MustCompile(`\.(json|csv|pdf|svg|png|go|md|zip|doublefix)$`).MatchString(s)
}

// entry is one key of a translation file in its place.
type entry struct {
	key, before, file string
	forms             map[string]string
}

func messages(t *testing.T, lang words.Lang) map[string]message {
	t.Helper()
	all := map[string]message{}
	for _, e := range entries(t, lang) {
		all[e.key] = message{file: e.file, forms: e.forms}
	}
	return all
}

// entries reads the translation files of lang key by key, since a map would hide order and repetition.
func entries(t *testing.T, lang words.Lang) []entry {
	t.Helper()
	var all []entry
	names, err := fs.Glob(assets.Translations(), "*."+string(lang)+".json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no texts in %s: %v", lang, err)
	}
	for _, name := range names {
		raw, err := fs.ReadFile(assets.Translations(), name)
		if err != nil {
			t.Fatal(err)
		}
		in := json.NewDecoder(bytes.NewReader(raw))
		if _, err := in.Token(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		before := ""
		for in.More() {
			key, err := in.Token()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			var value json.RawMessage
			if err := in.Decode(&value); err != nil {
				t.Fatalf("%s: %v: %v", name, key, err)
			}
			e := entry{key: fmt.Sprint(key), before: before, file: name, forms: map[string]string{}}
			var text string
			if json.Unmarshal(value, &text) == nil {
				e.forms["other"] = text
			} else if err := json.Unmarshal(value, &e.forms); err != nil {
				t.Errorf("%s: %s is neither a text nor its plural forms", name, e.key)
			}
			before = e.key
			all = append(all, e)
		}
	}
	return all
}
