package explore

import (
	"archive/zip"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// lines is how many rows a table has that was exported.
func lines(table string) int { return strings.Count(strings.TrimSpace(table), "\n") }

// As shown and all data are two choices where something is asked, and one where nothing is.
func TestExportsAsShownAndAll(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "border_seizures"})
	plain := len(r.view.exportMenu().Items)
	r.view.Ask(dataset.Lens{Where: []dataset.Cond{{Field: "year", Op: ">=", Values: []string{"2020"}}}})
	if n := len(r.view.exportMenu().Items); n != plain+1 {
		t.Errorf("the menu has %d choices, %d without a question", n, plain)
	}
	r.view.ExportCSV()
	r.view.ExportAll()
	part, all := r.saved["border_seizures-part-en.csv"], r.saved["border_seizures-part-en-all.csv"]
	for name, file := range r.saved {
		if strings.Contains(name, "all") {
			all = file
		} else {
			part = file
		}
	}
	if len(r.saved) != 2 {
		t.Errorf("saved are %d files", len(r.saved))
	}
	if got, want := lines(all), len(r.view.data.Rows); got < want {
		t.Errorf("all data has %d rows of %d", got, want)
	}
	if got := lines(part); got < len(r.view.answer.Rows) || got >= lines(all) {
		t.Errorf("as shown has %d rows, shown are %d", got, len(r.view.answer.Rows))
	}
	asked := r.view.answer.Asked.In(words.English)
	if asked == "" || !strings.Contains(part, asked) || strings.Contains(all, asked) {
		t.Errorf("what was asked, %q, does not stand in the one table alone", asked)
	}
}

func TestExportOfADerivedAnswer(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang, State{Dataset: "atf_traces"})
		r.view.Ask(dataset.Lens{Group: "label", By: dataset.Count})
		r.view.ExportCSV()
		r.view.ExportBundle()
		r.view.ExportSVG()
		r.view.ExportPDF()
		asked := r.view.answer.Asked.In(lang)
		kinds := map[string]bool{}
		for name, file := range r.saved {
			at := strings.LastIndexByte(name, '.')
			kinds[name[at:]] = true
			switch name[at:] {
			case ".csv":
				if !strings.Contains(file, asked) || lines(file) < len(r.view.answer.Rows) {
					t.Errorf("%s: %s does not say %q", lang, name, asked)
				}
			case ".svg":
				if !strings.Contains(file, strings.Fields(asked)[0]) {
					t.Errorf("%s: the picture does not say %q", lang, asked)
				}
			case ".zip":
				checkBundle(t, file)
			}
		}
		if len(kinds) != 4 {
			t.Errorf("%s: saved are %v", lang, kinds)
		}
	}
}

func checkBundle(t *testing.T, file string) {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	names := ""
	for _, f := range z.File {
		names += f.Name + " "
	}
	for _, want := range []string{"datapackage.json", "README", ".csv"} {
		if !strings.Contains(names, want) {
			t.Errorf("the package has no %s, only %s", want, names)
		}
	}
}

func TestCopies(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "us_share"})
	r.view.Ask(dataset.Lens{Text: "GAO"})
	r.view.CopyTable()
	if n := lines(r.copied); n < len(r.view.answer.Rows) || !strings.Contains(r.copied, "\t") {
		t.Errorf("copied %d lines of %d rows", n, len(r.view.answer.Rows))
	}
	r.view.CopySentence()
	if r.copied != r.view.spec.Alt || !strings.Contains(r.copied, "GAO") {
		t.Errorf("copied %q", r.copied)
	}
	r.key(fyne.KeyRight)
	r.view.CopySentence()
	row, _ := r.view.row()
	if want := r.view.data.Reading(r.view.view, row, r.style.Tr).Spoken; r.copied != want {
		t.Errorf("copied %q, want %q", r.copied, want)
	}
}

// A person's own title stands over the chart; the description stays that of the figures.
func TestOwnTitleOverTheChart(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "us_share"})
	plain := r.view.spec
	own := r.view.own()
	own.Title = func(string) string { return "In our own words" }
	own.Mark = func(row string) bool { return row == plain.Marks[0].ID }
	r.view.deps.Own = func(string) Own { return own }
	r.view.Show()
	if r.view.spec.Title != "In our own words" || !r.view.spec.Marks[0].Highlight || r.view.spec.Marks[1].Highlight {
		t.Errorf("the title is %q", r.view.spec.Title)
	}
	var svg strings.Builder
	d, err := chart.Lay(r.view.spec, chart.Alone(900, 600))
	if err == nil {
		err = chart.WriteSVG(&svg, r.view.spec, d)
	}
	if err != nil || !strings.Contains(svg.String(), "In our own words") {
		t.Errorf("it is not drawn: %v", err)
	}
	if !strings.Contains(r.view.spec.Alt, strings.Fields(plain.Alt)[0]) {
		t.Errorf("the description became %q", r.view.spec.Alt)
	}
}
