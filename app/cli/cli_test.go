package cli

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"doublefix/app/words"
)

// run runs the program in process, in English unless the arguments say otherwise.
func run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = Run(args, &out, &messages, func(string) string { return "" })
	return code, out.String(), messages.String()
}

func TestCodesAndMessages(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "some.txt")
	if err := os.WriteFile(file, []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, "ballots.csv")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args    []string
		code    int
		message string // part of standard error
	}{
		"nothing":              {nil, Failed, "handout, chart, table"},
		"unknown command":      {[]string{"tabel"}, Failed, "There is no command tabel"},
		"unknown in Spanish":   {[]string{"tabel", "--lang", "es"}, Failed, "No existe el comando tabel"},
		"unknown option":       {[]string{"table", "--wher", "x"}, Failed, "no option --wher"},
		"option without value": {[]string{"table", "border_seizures", "--sort"}, Failed, "--sort needs a value"},
		"switch with value":    {[]string{"table", "border_seizures", "--json=maybe"}, Failed, "--json takes no value"},
		"unknown language":     {[]string{"table", "border_seizures", "--lang", "fr"}, Failed, "--lang cannot be “fr”. It can be: en, es"},
		"limit of words":       {[]string{"table", "border_seizures", "--limit", "ten"}, Failed, "Found: “ten”"},
		"limit below zero":     {[]string{"table", "border_seizures", "--limit", "-1"}, Failed, "Found: “-1”"},
		"no dataset":           {[]string{"table"}, Failed, "Name a dataset: "},
		"unknown dataset":      {[]string{"table", "seizures"}, Failed, "border_seizures"},
		"two datasets":         {[]string{"table", "border_seizures", "atf_traces"}, Failed, "“atf_traces” is one word too many"},
		"no condition":         {[]string{"table", "border_seizures", "--where", "year"}, Failed, "year"},
		"unknown field":        {[]string{"table", "border_seizures", "--where", "yaer=2019"}, Failed, "year"},
		"no row":               {[]string{"table", "border_seizures", "--where", "year<1900"}, Done, "No row of border_seizures"},
		"chart without file":   {[]string{"chart", "border_seizures"}, Failed, "one of: .svg, .png, .pdf.\n"},
		"chart of unknown end": {[]string{"chart", "border_seizures", "-o", "a.gif"}, Failed, "a.gif"},
		"unknown chart":        {[]string{"chart", "border_seizures", "-o", "a.svg", "--chart", "pie"}, Failed, "no chart called pie"},
		"chart at odd scale":   {[]string{"chart", "border_seizures", "-o", "a.png", "--scale", "3"}, Failed, "1, 2, 4"},
		"scale without pixels": {[]string{"chart", "border_seizures", "-o", "a.svg", "--scale", "2"}, Failed, "PNG files only"},
		"chart too small":      {[]string{"chart", "border_seizures", "-o", "a.svg", "--size", "100x100"}, Failed, "“100x100”"},
		"size of one number":   {[]string{"chart", "border_seizures", "-o", "a.svg", "--size", "800"}, Failed, "“800”"},
		"handout without file": {[]string{"handout"}, Failed, "one of: .pdf.\n"},
		"handout to text":      {[]string{"handout", "-o", "a.txt"}, Failed, "a.txt"},
		"handout with words":   {[]string{"handout", "border_seizures", "-o", "a.pdf"}, Failed, "“border_seizures” is one word too many"},
		"unknown paper":        {[]string{"handout", "--paper", "a5", "-o", "a.pdf"}, Failed, "a4, letter"},
		"unknown template":     {[]string{"handout", "--template", "slip", "-o", "a.pdf"}, Failed, "participant"},
		"package not there":    {[]string{"table", "x", "--package", filepath.Join(dir, "gone")}, Failed, "Check the name after --package"},
		"package is a file":    {[]string{"table", "x", "--package", file}, Failed, "is no data package"},
		"folder is no package": {[]string{"table", "x", "--package", dir}, Failed, "neither a file datapackage.json nor a CSV file"},
		"text is a folder":     {[]string{"figures", dir}, Failed, "is a folder"},
		"ballots are a folder": {[]string{"tally", folder}, Failed, "is a folder"},
		"write into nowhere":   {[]string{"table", "border_seizures", "-o", filepath.Join(dir, "no", "a.csv")}, Failed, "There is no folder"},
		"write onto a folder":  {[]string{"table", "border_seizures", "-o", dir}, Failed, filepath.Base(dir)},
		"help for nothing":     {[]string{"help", "everything"}, Failed, "There is no command everything"},
		"version and more":     {[]string{"version", "9"}, Failed, "“9”"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, message := run(t, c.args...)
			if code != c.code || !strings.Contains(message, c.message) {
				t.Errorf("code %d, said %q; want code %d and %q", code, message, c.code, c.message)
			}
			if code == Failed && out != "" {
				t.Errorf("wrote %q to standard output although it failed", out)
			}
			if strings.Contains(message, "cli.") || strings.Contains(message, "error.") || strings.Contains(message, "<no value>") {
				t.Errorf("said %q: a text is missing", message)
			}
		})
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		args []string
		env  string // NAME=value
		want words.Lang
	}{
		{nil, "", words.English},
		{nil, "LANG=es_MX.UTF-8", words.Spanish},
		{nil, "LANG=es", words.Spanish},
		{nil, "LC_ALL=es_ES", words.Spanish},
		{nil, "LANG=de_DE.UTF-8", words.English},
		{nil, "LANG=C", words.English},
		{[]string{"table", "--lang", "en"}, "LANG=es_MX.UTF-8", words.English},
		{[]string{"table", "--lang=es"}, "", words.Spanish},
		{[]string{"table", "-lang", "es", "x"}, "", words.Spanish},
		{[]string{"table", "--lang"}, "LANG=es", words.Spanish},
		{[]string{"table", "lang", "es"}, "", words.English},
	} {
		name, value, _ := strings.Cut(c.env, "=")
		env := func(asked string) string {
			if asked == name {
				return value
			}
			return ""
		}
		if got := language(c.args, env); got != c.want {
			t.Errorf("%v with %q: %s, want %s", c.args, c.env, got, c.want)
		}
	}
}

func TestOptionsStandAnywhere(t *testing.T) {
	for _, args := range [][]string{
		{"--sort", "-year", "border", "--where", "a=1", "--where=b=2", "-limit", "3"},
		{"border", "--sort", "-year", "--where", "a=1", "--where", "b=2", "--limit=3"},
		{"--where", "a=1", "--limit", "3", "--sort=-year", "--where", "b=2", "--", "border"},
	} {
		cmd := &tableCommand{}
		rest, err := parse("table", cmd, args)
		if err != nil {
			t.Errorf("%v: %v", args, err)
			continue
		}
		if strings.Join(rest, " ") != "border" || cmd.where.String() != "a=1 b=2" || cmd.sort.String() != "-year" || cmd.limit != "3" {
			t.Errorf("%v: read %v and %+v", args, rest, cmd)
		}
	}
	if rest, err := parse("table", &tableCommand{}, []string{"a", "--", "--b", "-c"}); err != nil || len(rest) != 3 {
		t.Errorf("after --: %v, %v; want three arguments", rest, err)
	}
}

func TestHelpNamesEverything(t *testing.T) {
	for _, lang := range words.Langs() {
		_, overview, _ := run(t, "help", "--lang", string(lang))
		for _, c := range commands() {
			if !strings.Contains(overview, "\n  "+c.name+" ") {
				t.Errorf("%s: help does not name %s", lang, c.name)
			}
			code, details, _ := run(t, "help", c.name, "--lang", string(lang))
			options, _ := declared(c.name, c.fresh())
			options.VisitAll(func(f *flag.Flag) {
				if !strings.Contains(details, "\n  "+dashed(f.Name)+" ") {
					t.Errorf("%s: help %s does not name %s", lang, c.name, dashed(f.Name))
				}
			})
			if code != Done || strings.Contains(overview+details, "cli.") {
				t.Errorf("%s: help %s: code %d, %q", lang, c.name, code, details)
			}
			if _, same, _ := run(t, c.name, "--lang", string(lang), "--help"); same != details {
				t.Errorf("%s: %s --help differs from help %s", lang, c.name, c.name)
			}
		}
	}
}

func TestVersion(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"--version"}} {
		if code, out, _ := run(t, args...); code != Done || !strings.HasPrefix(out, "Doublefix 0.") {
			t.Errorf("%v: code %d, %q", args, code, out)
		}
	}
}

// A folder of CSV files that nobody has described gives a first chart, from the folder, from a zip file of it or from one file, and
// what was told from the values is said of the table that is drawn.
func TestChartOfAFolderWithoutDescriptor(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"guns.csv": "year,guns\n2019,\"1,171\"\n2020,987\n", "wide.csv": "place,2019,2020\nTexas,1,2\nOhio,4,5\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	target := filepath.Join(t.TempDir(), "a.svg")
	for _, c := range []struct{ name, pkg, drawn, said string }{
		{"guns", dir, ">1,171<", "year (years), guns (whole numbers)"},
		{"guns", filepath.Join(dir, "guns.csv"), ">1,171<", "year (years), guns (whole numbers)"},
		{"wide", dir, ">Texas<", "Each year from 2019 to 2020 has a column of its own"},
	} {
		code, _, message := run(t, "chart", c.name, "--package", c.pkg, "-o", target)
		drawn, err := os.ReadFile(target)
		if code != Done || err != nil || !strings.Contains(string(drawn), c.drawn) || !strings.Contains(message, c.said) {
			t.Errorf("%s: code %d, %v, said %q; no %s", c.name, code, err, message, c.drawn)
		}
		if other := map[string]string{"guns": "wide.csv", "wide": "guns.csv"}[c.name]; strings.Contains(message, other) {
			t.Errorf("of %s it says %q", c.name, message)
		}
	}
}
