package dataset

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"doublefix/app/words"
)

func TestWriteCSV(t *testing.T) {
	d := clean(t).Dataset("claims")
	var b, again bytes.Buffer
	if err := (Extract{Data: d, Rows: d.Rows, Lang: words.Spanish}).WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if err := (Extract{Data: d, Rows: d.Rows, Lang: words.Spanish}).WriteCSV(&again); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("two runs differ", err)
	}
	if !strings.HasSuffix(b.String(), "\r\n") {
		t.Error("no CR LF")
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(records[0], ","); got != "id,who,stated,low,high,written,group,base,fuente,direccion_fuente,tipo,estado,advertencia" {
		t.Errorf("header %s", got)
	}
	if got := strings.Join(records[2], "|"); got != "C1|Auditoría|2009-06-18|67.5|67.5||A|123741|AP 2011; The Trace, 2024|https://www.example.org/a/|proporción|definitiva|" {
		t.Errorf("row %s", got)
	}
}

// A text may not run as a formula; a negative number is no text.
func TestFormulas(t *testing.T) {
	d := clean(t).Dataset("claims")
	var b bytes.Buffer
	if err := (Extract{Data: d, Rows: d.Rows, Lang: words.English}).WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "C5,'=Press,2023-01-01") {
		t.Error(b.String())
	}
	for s, want := range map[string]string{"=1": "'=1", "+x": "'+x", "-x": "'-x", "@x": "'@x", "\tx": "'\tx", "\rx": "'\rx", "x=": "x=", "": ""} {
		if got := unformula(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
	s, _ := example(t, "107,12,2008-10", "-107,12,2008-10")
	b.Reset()
	if err := (Extract{Data: s.Dataset("seizures"), Rows: s.Dataset("seizures").Rows[:1], Lang: words.English}).WriteCSV(&b); err != nil || !strings.Contains(b.String(), ",-107,") {
		t.Error(b.String(), err)
	}
}

// No text that is written begins as a formula does, in CSV and in TSV, and whoever takes the apostrophe away has the text again.
func TestUnformulaGoesBack(t *testing.T) {
	const starts = "=+-@\t\r\n＝＋－＠"
	alphabet := []rune(starts + "'\" ,a")
	var texts []string
	for _, a := range alphabet {
		for _, b := range alphabet {
			for _, c := range alphabet {
				texts = append(texts, string([]rune{a, b, c}))
			}
		}
	}
	for _, s := range append(texts, "", "'", "''", "=", "'=", "-1,5") {
		safe := unformula(s)
		if strings.IndexAny(safe, starts) == 0 {
			t.Errorf("%q is written %q", s, safe)
		}
		if cut, marked := strings.CutPrefix(safe, "'"); marked && strings.IndexAny(strings.TrimLeft(cut, "'"), starts) == 0 {
			safe = cut
		}
		if safe != s {
			t.Errorf("%q comes back as %q", s, safe)
		}
	}
	csvText := &bytes.Buffer{}
	out := csv.NewWriter(csvText)
	if err := out.Write([]string{"name", "n"}); err != nil {
		t.Fatal(err)
	}
	for _, s := range texts {
		if err := out.Write([]string{s, "1"}); err != nil {
			t.Fatal(err)
		}
	}
	out.Flush()
	d := plain(t, `{"name":"name"},{"name":"n","type":"integer"}`, csvText.String())
	var asCSV, asTSV bytes.Buffer
	e := Extract{Data: d, Rows: d.Rows, Lang: words.English}
	if err := errors.Join(e.WriteCSV(&asCSV), e.WriteTSV(&asTSV)); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&asCSV).ReadAll()
	lines := strings.Split(strings.TrimSuffix(asTSV.String(), "\n"), "\n")
	if err != nil || len(records) != len(d.Rows)+1 || len(lines) != len(d.Rows)+1 {
		t.Fatal(err, len(records), len(lines), len(d.Rows))
	}
	for i, r := range d.Rows {
		tsv := strings.TrimPrefix(lines[i+1], `"`)
		want := strings.ReplaceAll(unformula(r.raw("name")), "\r", "") // between lines that end with CR LF there is no other CR
		if records[i+1][0] != want || strings.IndexAny(tsv, starts) == 0 {
			t.Errorf("%q is written %q and %q", r.raw("name"), records[i+1][0], lines[i+1])
		}
	}
}

func TestWriteJSON(t *testing.T) {
	d := clean(t).Dataset("seizures")
	var b bytes.Buffer
	if err := (Extract{Data: d, Rows: d.Rows, Lang: words.Spanish}).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var back struct {
		Dataset, Title, Unit string
		Rows                 []struct {
			Values  map[string]any
			Sources []struct{ Short string }
			Status  string
			Caveats []string
		}
	}
	if err := json.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	r := back.Rows[2]
	if back.Title != "Detenidas" || back.Unit != "armas" || r.Values["value"] != 420.0 || r.Values["year"] != 2021.0 || r.Values["year_to"] != nil ||
		r.Values["method"] != "Promedio de 35 al mes" || r.Sources[0].Short != "The Trace, 2024" || r.Status != "derived" || len(r.Caveats) != 2 {
		t.Errorf("%+v", r)
	}
	if i, j := strings.Index(b.String(), `"id"`), strings.Index(b.String(), `"year"`); i < 0 || j < i {
		t.Error("fields out of order")
	}
}

func TestColumnsAndCells(t *testing.T) {
	s := clean(t)
	d, r := row(t, s, "C2")
	var names []string
	for _, c := range d.Columns(words.Spanish) {
		names = append(names, c.Field)
	}
	if got := strings.Join(names, " "); got != "id who stated low high written group base source_id kind status" {
		t.Errorf("columns %s", got)
	}
	for field, want := range map[string]string{
		"who": "Ministro", "stated": "10 de febrero de 2026", "low": "77\u00a0%", "base": "18,000", "source_id": "The Trace, 2024",
		"kind": "declaración", "status": "definitiva", "written": "", "nowhere": "",
	} {
		if got := d.Cell(r, field, words.Spanish); got != want {
			t.Errorf("%s: %q", field, got)
		}
	}
	d, r = row(t, s, "B06")
	for field, want := range map[string]string{"value": "≈420", "months": "12", "status": "derivada"} {
		if got := d.Cell(r, field, words.Spanish); got != want {
			t.Errorf("%s of a derived row: %q", field, got)
		}
	}
	d, r = row(t, s, "B08")
	for field, want := range map[string]string{"year": "2023", "value": "1,171", "start": "October 2022", "year_to": ""} {
		if got := d.Cell(r, field, words.English); got != want {
			t.Errorf("%s: %q", field, got)
		}
	}
}

// A figure that was made of many rows names them all where it leaves the app, and as many as a sentence holds where it is read.
func TestExportedMethodsNameEveryRow(t *testing.T) {
	var b strings.Builder
	b.WriteString(usualHead)
	for i := range 40 {
		fmt.Fprintf(&b, "M%02d,%d,,Ohio,,%d,,,,count,final\n", i, 2010+i/20, i+1)
	}
	d := plain(t, usual, b.String())
	for name, q := range map[string]Lens{
		"sum": {Group: "place", By: Sum}, "years": {Group: "year", By: Mean}, "index": {Group: "year", By: Sum, Scale: Index}, "bins": {Form: "histogram"},
	} {
		a, err := d.Ask(q)
		if name == "bins" && err == nil {
			a, err = a.Bins()
		}
		if err != nil {
			t.Fatal(name, err)
		}
		var asCSV, asTSV, asJSON, asZip bytes.Buffer
		e := Extract{Data: a.Data, Rows: a.Rows, Lang: words.Spanish}
		if err := errors.Join(e.WriteCSV(&asCSV), e.WriteTSV(&asTSV), e.WriteJSON(&asJSON), e.WriteBundle(&asZip, a.View)); err != nil {
			t.Fatal(name, err)
		}
		raw, err := zip.NewReader(bytes.NewReader(asZip.Bytes()), int64(asZip.Len()))
		if err != nil {
			t.Fatal(name, err)
		}
		table, err := fs.ReadFile(raw, "made.csv")
		if err != nil {
			t.Fatal(name, err)
		}
		for i := range 40 {
			for form, text := range map[string]string{"CSV": asCSV.String(), "TSV": asTSV.String(), "JSON": asJSON.String(), "zip": string(table)} {
				if !strings.Contains(text, fmt.Sprintf("M%02d", i)) {
					t.Errorf("%s: M%02d is not in the %s", name, i, form)
				}
			}
		}
		for _, r := range a.Rows {
			if text := a.Data.Reading(a.View, r, words.For(words.English)).Spoken + r.Method(words.English); strings.Count(text, "M") > 2*mostMethodRows {
				t.Errorf("%s is read as %q", name, text)
			}
		}
	}
}
