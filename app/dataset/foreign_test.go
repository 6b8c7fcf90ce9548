package dataset

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// foreign loads the table of a package that writes its values in its own way.
func foreign(t *testing.T, name string, more ...string) *Dataset {
	t.Helper()
	quoted, _ := json.Marshal(name)
	m := fstest.MapFS{
		datapackage.DescriptorName: {Data: []byte(`{"name":"p","sources":[{"title":"Town hall"}],"resources":[
			{"name":` + string(quoted) + `,"path":"t.csv","schema":{"missingValues":["","=NA()"],"fields":[{"name":"id"},
			{"name":"n","type":"number","decimalChar":",","groupChar":".","bareNumber":false,"doublefix:role":"value"},
			{"name":"day","type":"date","format":"%d/%m/%Y"},{"name":"stamp","type":"date","format":"%j of %Y"},
			{"name":"on","type":"boolean","trueValues":["=yes"],"falseValues":["-no"]},{"name":"big","type":"integer"},{"name":"text"}` + strings.Join(more, "") + `]}}]}`)},
		"t.csv": {Data: []byte("id,n,day,stamp,on,big,text\n" +
			"A,\"=1.234,5 €\",31/12/2020,=1 of 2020,=yes,12345678901234567890,\"\"\"quoted\"\" and\ttabbed\"\n" +
			"B,-7,01/02/2021,32 of 2021,-no,-3,＝SUM(A1)\nC,=NA(),,,,,\nD,INF,not a day,,maybe,,\"\nnext\"\nE,-INF,,,,,-\n")},
	}
	p, found, err := datapackage.Open(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range found {
		if problem.Type != datapackage.TypeError { // "not a day", "maybe"
			t.Fatal(problem.Message(words.For(words.English)))
		}
	}
	s, problems := Load(p)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s.Datasets[0]
}

// What a spreadsheet would run, whatever type its field has, is a text; amounts and dates read the same everywhere.
func TestExportsOfForeignValues(t *testing.T) {
	d := foreign(t, "t")
	var b bytes.Buffer
	if err := (Extract{Data: d, Rows: d.Rows, Lang: words.English, Asked: "=asked"}).WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{
		"A|1234.5|2020-12-31|'=1 of 2020|true|12345678901234567890|\"quoted\" and\ttabbed", "B|-7|2021-02-01|32 of 2021|false|-3|'＝SUM(A1)", "C||||||",
		"D|INF|not a day||maybe||'\nnext", "E|-Inf|||||'-",
	} {
		if have := strings.Join(records[i+1][:7], "|"); have != want {
			t.Errorf("%q, want %q", have, want)
		}
		if asked := records[i+1][len(records[i+1])-1]; asked != "'=asked" {
			t.Errorf("asked %q", asked)
		}
	}
	b.Reset()
	if err := (Extract{Data: d, Rows: d.Rows, Lang: words.English}).WriteTSV(&b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != 6 || !strings.Contains(lines[1], "\t\"\"\"quoted\"\" and tabbed\"\t") || slices.ContainsFunc(lines, func(l string) bool { return strings.Count(l, "\t") != strings.Count(lines[0], "\t") }) {
		t.Errorf("pasted:\n%s", b.String())
	}
}

// A package made of such a table has the same amounts, and no name of a table leads out of the zip file.
func TestBundlesOfForeignTables(t *testing.T) {
	for name, want := range map[string]string{
		"t": "t.csv", "../../up/x": "up-x.csv", `..\a:b`: "a-b.csv", "…": "table.csv", "": "table1.csv", strings.Repeat("x", 400): strings.Repeat("x", 100) + ".csv",
		"sources": "sources.csv", "datapackage.json": "datapackage-json.csv",
	} {
		d := foreign(t, "t")
		d.ID = name // a name is anything
		if name == "" {
			d.ID, want = "", "table.csv"
		}
		var raw bytes.Buffer
		if err := (Extract{Data: d, Rows: d.Rows, Lang: words.English}).WriteBundle(&raw, d.Charts[0]); err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(raw.Bytes()), int64(raw.Len()))
		if err != nil {
			t.Fatal(err)
		}
		if have := z.File[1].Name; have != want {
			t.Errorf("%.20q is in %q, want %q", name, have, want)
		}
		p, found, err := datapackage.Open(z)
		if err != nil || len(p.Resources) != 1 || slices.ContainsFunc(found, func(p datapackage.Problem) bool { return p.Type != datapackage.TypeError }) {
			t.Fatalf("%.20q: %v %v", name, err, found)
		}
		for i, r := range p.Resources[0].Rows {
			for j, v := range r.Values[:5] {
				was := d.Rows[i].cells[j]
				if same := v.Number == was.Number || math.IsNaN(v.Number) && math.IsNaN(was.Number); !same || v.Missing != was.Missing || v.Wrong != was.Wrong {
					t.Errorf("row %d, field %d: %+v became %+v", i, j, was, v)
				}
			}
		}
	}
}

// A table that is called as the table of sources beside it gets another name.
func TestABundleOfATableCalledSources(t *testing.T) {
	d := *shipped(t).Dataset("border_seizures")
	d.ID = "Sources"
	var raw bytes.Buffer
	if err := (Extract{Data: &d, Rows: d.Rows, Lang: words.English}).WriteBundle(&raw, d.Charts[0]); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(raw.Bytes()), int64(raw.Len()))
	if err != nil {
		t.Fatal(err)
	}
	p, found, err := datapackage.Open(z)
	if err != nil || len(found) > 0 || p.Resource("table") == nil || p.Resource("sources") == nil || len(p.Resource("table").Rows) != len(d.Rows) {
		t.Errorf("%v %v", err, found)
	}
}
