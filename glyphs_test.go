package doublefix_test

import (
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"doublefix/app/render"
	"doublefix/assets"
	"doublefix/data"
)

// Every text that can be drawn has its glyphs: a missing one shows as a box, in the window and on paper, without an error.
func TestEveryTextHasItsGlyphs(t *testing.T) {
	check := func(where, text string) {
		if missing := render.Missing(text); len(missing) > 0 {
			t.Errorf("%s: %q has no glyph for %q", where, text, string(missing))
		}
	}
	translations, err := fs.Glob(assets.Translations(), "*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range translations {
		raw, err := fs.ReadFile(assets.Translations(), name)
		if err != nil {
			t.Fatal(err)
		}
		eachText(t, name, raw, check)
	}
	descriptor, err := data.FS.ReadFile("datapackage.json")
	if err != nil {
		t.Fatal(err)
	}
	eachText(t, "datapackage.json", descriptor, check)
	tables, err := fs.Glob(data.FS, "*.csv")
	if err != nil || len(tables) == 0 {
		t.Fatalf("%d tables, %v", len(tables), err)
	}
	for _, name := range tables {
		raw, err := data.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(string(raw))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				check(name, cell)
			}
		}
	}
}

// eachText calls check with every string in a JSON document.
func eachText(t *testing.T, where string, raw []byte, check func(where, text string)) {
	t.Helper()
	var value any
	if err := json.Unmarshal(raw, &value); err != nil {
		t.Fatal(err)
	}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			check(where, strings.ReplaceAll(v, "\n", " "))
		case []any:
			for _, item := range v {
				walk(item)
			}
		case map[string]any:
			for _, item := range v {
				walk(item)
			}
		}
	}
	walk(value)
}
