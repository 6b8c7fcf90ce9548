package data_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mention is a figure that a text names: {{fig B08}} or {{fig B08 per_month}}.
var mention = regexp.MustCompile(`\{\{fig ([A-Za-z0-9-]+)(?: ([a-z0-9_]+))?\}\}`)

// eachText calls f with every pair of texts in the descriptor, and with where it stands.
func eachText(at string, node any, f func(at string, en, es any)) {
	switch n := node.(type) {
	case map[string]any:
		en, hasEN := n["en"]
		es, hasES := n["es"]
		if at != "" && (hasEN || hasES && !strings.HasSuffix(at, "i18n")) {
			f(at, en, es)
			return
		}
		if i18n, ok := n["doublefix:i18n"].(map[string]any); ok {
			es, _ := i18n["es"].(map[string]any)
			for _, key := range []string{"title", "description"} {
				if n[key] != nil || es[key] != nil {
					f(at+"."+key, n[key], es[key])
				}
			}
		}
		for key, child := range n {
			eachText(at+"."+key, child, f)
		}
	case []any:
		for i, child := range n {
			eachText(fmt.Sprintf("%s[%d]", at, i), child, f)
		}
	}
}

// eachCell calls f with every text cell and its translation.
func eachCell(p shipped, f func(at, en, es string)) {
	for _, r := range p.Resources {
		for _, name := range p.headers[r.Name] {
			if !slices.Contains(p.headers[r.Name], name+"@es") {
				continue
			}
			for _, row := range p.tables[r.Name] {
				f(r.Name+" "+row["id"]+" "+name, row[name], row[name+"@es"])
			}
		}
	}
}

func TestEveryTextIsInBothLanguages(t *testing.T) {
	p := open(t)
	texts := 0
	eachText("", p.raw, func(at string, en, es any) {
		texts++
		a, _ := en.(string)
		b, _ := es.(string)
		if strings.TrimSpace(a) == "" || strings.TrimSpace(b) == "" {
			t.Errorf("%s: %q, %q", at, en, es)
		}
	})
	if texts < 200 {
		t.Errorf("only %d texts were looked at", texts)
	}
	one := func(at string) bool { // titles of sources stay as printed; a term may have further forms in one language only
		return strings.HasPrefix(at, "sources ") && strings.HasSuffix(at, " title") ||
			strings.HasPrefix(at, "glossary ") && strings.HasSuffix(at, " forms")
	}
	eachCell(p, func(at, en, es string) {
		if (en == "") != (es == "") && !one(at) {
			t.Errorf("%s: %q, %q", at, en, es)
		}
	})
}

// Both languages must say the same: the same figures, and the same number of them.
func TestFiguresInTexts(t *testing.T) {
	p := open(t)
	check := func(at, en, es string) {
		var found [2][]string
		for i, text := range []string{en, es} {
			if strings.Count(text, "{{") != len(mention.FindAllString(text, -1)) {
				t.Errorf("%s: %q", at, text)
			}
			for _, m := range mention.FindAllStringSubmatch(text, -1) {
				found[i] = append(found[i], m[0])
				row, ok := p.figures[m[1]]
				switch {
				case !ok:
					t.Errorf("%s: no figure %s", at, m[1])
				case m[2] != "" && row[m[2]] == "":
					t.Errorf("%s: %s has no %s", at, m[1], m[2])
				}
			}
			slices.Sort(found[i])
		}
		if !slices.Equal(found[0], found[1]) {
			t.Errorf("%s: %v in English, %v in Spanish", at, found[0], found[1])
		}
	}
	eachText("", p.raw, func(at string, en, es any) { check(at, fmt.Sprint(en), fmt.Sprint(es)) })
	eachCell(p, check)
}

var (
	number = regexp.MustCompile(`\d[\d,.]*\d|\d`)
	names  = regexp.MustCompile(`GAO-\d\d-\d{3}|P\.L\. \d+-\d+|AK-47|100,000|Data Brief \d+|https?://\S+|(^|\D)\.(22|50)\b|9[ \x{a0}]?mm`)
)

// stray returns the numbers of a text that ought to come from a table: not years, not names and calibres, and not the small
// whole numbers that count months, days or times.
func stray(text string) []string {
	text = names.ReplaceAllString(mention.ReplaceAllString(text, ""), "")
	var out []string
	for _, span := range number.FindAllStringIndex(text, -1) {
		digits, rest := text[span[0]:span[1]], strings.TrimLeft(text[span[1]:], " \u00a0")
		n, err := strconv.Atoi(digits)
		small := err == nil && n <= 31 && !strings.HasPrefix(rest, "%")
		if year := err == nil && n >= 1960 && n <= 2026; !year && !small && digits != "365" {
			out = append(out, digits)
		}
	}
	return out
}

func TestStray(t *testing.T) {
	for text, want := range map[string]string{
		"In FY2023, 12 months; GAO-21-322, {{fig B08}}": "", "per 100,000 people, times 365": "", "1990–2024": "",
		"12% of 4,000": "12 4,000", "rose 12\u00a0%": "12", "34.6 a month": "34.6", "in 1889": "1889", "9mm, 9\u00a0mm, .22 and .50-calibre rifles, AK-47": "", "0.50 of": "0.50",
	} {
		if got := strings.Join(stray(text), " "); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

func TestNumbersInTextsComeFromTables(t *testing.T) {
	p := open(t)
	eachText("", p.raw, func(at string, en, es any) {
		if found := stray(fmt.Sprint(en) + " " + fmt.Sprint(es)); found != nil {
			t.Errorf("%s: %v", at, found)
		}
	})
	eachCell(p, func(at, en, es string) {
		part := strings.Fields(at)
		if part[0] == "sources" && part[2] == "title" || part[2] == "written" || part[2] == "base" {
			return // a title is a name; a figure in its own words stands beside its number; base is checked against base_n
		}
		if found := stray(en + " " + es); found != nil {
			t.Errorf("%s: %v", at, found)
		}
	})
	for _, row := range p.tables["us_share"] {
		if digits := strings.NewReplacer(",", "", "≈", "", ">", "").Replace(row["base"]); digits != row["base_n"] || row["base"] != row["base@es"] {
			t.Errorf("%s: base %q, %q", row["id"], row["base"], row["base_n"])
		}
	}
}

// ATF warns that traced guns stand for no other guns. The warning belongs to every table of traces, as a whole.
func TestTraceTablesCarryTheWarning(t *testing.T) {
	p := open(t)
	resources, _ := p.raw["resources"].([]any)
	for _, node := range resources {
		r, _ := node.(map[string]any)
		if r["doublefix:topic"] != "tracing" {
			continue
		}
		warned := false
		caveats, _ := r["doublefix:caveats"].([]any)
		for _, node := range caveats {
			c, _ := node.(map[string]any)
			text, _ := c["text"].(map[string]any)
			warned = warned || c["where"] == nil && c["field"] == nil && strings.Contains(fmt.Sprint(text["en"]), "no random sample") &&
				strings.Contains(fmt.Sprint(text["es"]), "muestra al azar")
		}
		if !warned {
			t.Errorf("%v does not carry the warning", r["name"])
		}
	}
}
