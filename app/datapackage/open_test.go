package datapackage

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"doublefix/app"
	"doublefix/app/words"
)

// pack makes a package of a descriptor and files given as name, content, name, content ….
func pack(descriptor string, files ...string) fstest.MapFS {
	m := fstest.MapFS{DescriptorName: {Data: []byte(descriptor)}}
	for i := 0; i+1 < len(files); i += 2 {
		m[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return m
}

// table makes a package of one table t.csv with the given fields (JSON) and rest of the schema.
func oneTable(fields, rest, csv string) fstest.MapFS {
	return pack(`{"name":"p","resources":[{"name":"t","path":"t.csv","schema":{"fields":[`+fields+`]`+rest+`}}]}`, "t.csv", csv)
}

// brief writes problems as "type row:column cell" for comparison.
func brief(found []Problem) string {
	var out []string
	for _, p := range found {
		s := string(p.Type)
		if p.Row > 0 {
			s += fmt.Sprintf(" %d:%d", p.Row, p.FieldNumber)
		}
		if p.Cell != "" {
			s += " " + p.Cell
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func open(t *testing.T, fsys fs.FS) (*Package, []Problem) {
	t.Helper()
	p, found, err := Open(fsys)
	if err != nil {
		t.Fatal(err)
	}
	checkMessages(t, found)
	return p, found
}

// checkMessages holds every problem to having a sentence in both languages, without unfilled holes.
func checkMessages(t *testing.T, found []Problem) {
	t.Helper()
	for _, p := range found {
		for _, l := range words.Langs() {
			tr := words.For(l)
			m := p.Message(tr)
			if !tr.Has(p.Key) || strings.Contains(m, "<no value>") || strings.Contains(m, "data.") {
				t.Errorf("%s: %s in %s: %q", p.Type, p.Key, l, m)
			}
		}
	}
}

func TestOpenNothing(t *testing.T) {
	for name, tt := range map[string]struct {
		fsys fs.FS
		code app.Code
	}{
		"no descriptor": {fstest.MapFS{}, app.NotFound},
		"not JSON":      {pack(`{"name":`), app.Invalid},
		"two values":    {pack(`{"resources":[]} {}`), app.Invalid},
		"a list":        {pack(`[]`), app.Invalid},
		"a folder":      {fstest.MapFS{DescriptorName + "/x": {}}, app.Invalid},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := Open(tt.fsys)
			var e *app.Error
			if !errors.As(err, &e) || e.Code != tt.code {
				t.Fatalf("error %v, want code %s", err, tt.code)
			}
			if text := words.For(words.Spanish).T(e.Key, e.Args); strings.Contains(text, "error.") || !strings.Contains(text, DescriptorName) {
				t.Errorf("sentence %q", text)
			}
		})
	}
}

func TestOpenDescriptor(t *testing.T) {
	p, found := open(t, pack(`{
		"name":"guns","version":"1.2","title":"Guns","created":"2026-11-22T00:00:00Z",
		"doublefix:i18n":{"es":{"title":"Armas"}},"doublefix:question":{"en":"Which?","es":"¿Cuál?"},
		"doublefix:topics":[{"id":"x","title":{"en":"Crossing","es":"Cruce"}}],
		"resources":[{"name":"t","path":"./t.csv","doublefix:role":"dataset","doublefix:core":true,"doublefix:unit":{"en":"firearms","es":"armas"},
			"doublefix:caveats":[{"field":"a","from":2,"where":{"b":"x"},"text":{"en":"E","es":"S"}},{"where":[{"field":"a","op":">=","value":2}],"text":{"en":"E","es":"S"}}],
			"doublefix:charts":[{"name":"c","form":"bars","x":"a","percent":true,"tag":"b","tags":[{"id":"x","title":{"en":"open","es":"abierta"},"quiet":true}],"where":[{"field":"a","op":">","value":1},{"field":"b","value":["x","y"]}],"joined":[["1","2"]]}],
			"schema":{"fields":[{"name":"a","type":"integer","doublefix:role":"value"},{"name":"b"}],"primaryKey":"a","missingValues":["","-"]}}]
	}`, "t.csv", "\xef\xbb\xbfa,b\r\n1,x\r\n2,-\r\n"))
	if s := brief(found); s != "" {
		t.Fatal(s)
	}
	r := p.Resource("t")
	c := r.Charts[0]
	got := fmt.Sprint(p.Title.In(words.Spanish), p.Question.In(words.Spanish), p.Topics[0].Title.In(words.English), p.Created.Year(),
		r.Words.Unit.In(words.Spanish), r.PrimaryKey, len(r.Rows), r.Rows[1].Number, r.Rows[1].Values[1].Missing, r.Rows[1].Values[0].Number)
	if want := "Armas¿Cuál?Crossing2026armas[a]2 3 true 2"; strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
		t.Errorf("got %s", got)
	}
	if fmt.Sprint(c.Where) != "[{a > [1]} {b = [x y]}]" || fmt.Sprint(c.Joined) != "[[1 2]]" || !c.Percent || !r.Core {
		t.Errorf("chart %+v, core %v", c, r.Core)
	}
	if c.Tag != "b" || len(c.Tags) != 1 || c.Tags[0].Title.In(words.Spanish) != "abierta" || !c.Tags[0].Quiet || fmt.Sprint(c.Fields()) != "[a b]" {
		t.Errorf("tags %+v, fields %v", c.Tags, c.Fields())
	}
	if cv := r.Caveats[1]; fmt.Sprint(cv.Where) != "[{a >= [2]}]" || cv.Whole() {
		t.Errorf("caveat with a list of conditions %+v", cv)
	}
	if cv := r.Caveats[0]; cv.From != "2" || fmt.Sprint(cv.Where) != "[{b = [x]}]" || cv.Whole() {
		t.Errorf("caveat %+v", cv)
	}
}

// One slip in the descriptor is named and does not hide the next.
func TestDescriptorProblems(t *testing.T) {
	for name, tt := range map[string]struct{ descriptor, want string }{
		"no resources": {`{"name":"p"}`, "package-error"},
		"wrong types":  {`{"name":3,"resources":[{"name":"t","path":"t.csv","title":[],"schema":{"fields":7}},"x"]}`, "package-error\npackage-error\nresource-error\nschema-error"},
		"missing file": {`{"resources":[{"name":"t","path":"gone.csv"}]}`, "source-error"},
		"no path":      {`{"resources":[{"name":"t"}]}`, "resource-error"},
		"inline data":  {`{"resources":[{"name":"t","data":[]}]}`, "resource-error"},
		"two of one":   {`{"resources":[{"name":"t","path":"t.csv"},{"name":"t","path":"t.csv"}]}`, "package-error"},
		"no name":      {`{"resources":[{"path":"t.csv"}]}`, "resource-error"},
		"encoding":     {`{"resources":[{"name":"t","path":"t.csv","encoding":"latin1"}]}`, "resource-error"},
		"pattern":      {`{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"a","constraints":{"pattern":"(?=x)"}},{"name":"b"}]}}]}`, "schema-error"},
		"aggregation":  {`{"resources":[{"name":"t","path":"t.csv","doublefix:caveats":[{"aggregation":"sum"}],"schema":{"fields":[{"name":"a"},{"name":"b"}]}}]}`, "resource-error"},
		"type":         {`{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"a","type":"interger"},{"name":"b"}]}}]}`, "schema-error"},
		"bound":        {`{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"a","type":"integer","constraints":{"minimum":"x"}},{"name":"b"}]}}]}`, "schema-error"},
		"key field":    {`{"resources":[{"name":"t","path":"t.csv","schema":{"fields":["a"],"primaryKey":["z"]}}]}`, "schema-error\nextra-label 1:2 b"},
		"dialect":      {`{"resources":[{"name":"t","path":"t.csv","dialect":{"delimiter":"::"}}]}`, "dialect-error"},
		"hash":         {`{"resources":[{"name":"t","path":"t.csv","hash":"sha256:00","bytes":1}]}`, "byte-count-error\nhash-error"},
	} {
		t.Run(name, func(t *testing.T) {
			_, found := open(t, pack(tt.descriptor, "t.csv", "a,b\n1,2\n"))
			if name == "key field" { // a field given by its name alone is no field of the standard
				tt.want = "schema-error"
			}
			if got := brief(found); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestOutside(t *testing.T) {
	for _, path := range []string{"../t.csv", "/etc/passwd", "https://example.org/t.csv", "a/../../t.csv", `..\t.csv`, "C:t.csv", "", ".", "file:t.csv"} {
		_, found := open(t, pack(`{"resources":[{"name":"t","path":"`+strings.ReplaceAll(path, `\`, `\\`)+`"}]}`, "t.csv", "a\n1\n"))
		if len(found) != 1 || found[0].Type != ResourceError {
			t.Errorf("%q: %s", path, brief(found))
		}
	}
}

func TestIdentity(t *testing.T) {
	sum := func(files ...string) string {
		p, _ := open(t, pack(`{"name":"p","version":"1","resources":[{"name":"t","path":"t.csv"}]}`, files...))
		return p.Identity().SHA256
	}
	one, again, other := sum("t.csv", "a\n1\n"), sum("t.csv", "a\n1\n"), sum("t.csv", "a\n2\n")
	if one != again || one == other || len(one) != 64 {
		t.Errorf("%s %s %s", one, again, other)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(`{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"a","type":"integer"}],"primaryKey":"a"}}]}`), []byte("a,b\n1,\"2\n"))
	f.Add([]byte(`{"resources":[{"path":["t.csv"],"dialect":{"delimiter":";","quoteChar":"'","header":false}}]}`), []byte("1;'a''b'\n"))
	f.Add([]byte(`{"resources":[{"path":"t.csv","schema":{"fields":[{"type":"date","format":"%d/%m/%Y"}],"foreignKeys":[{"fields":"a","reference":{"resource":"","fields":"a"}}]}}]}`), []byte("a\n01/02/2003\n"))
	f.Add([]byte(`{"doublefix:topics":[1],"resources":[{"path":"t.csv","doublefix:charts":[{"where":[{"value":[[1]]}],"joined":[3]}]}]}`), []byte("\xff\xfea"))
	f.Fuzz(func(t *testing.T, descriptor, csv []byte) {
		start := time.Now()
		p, found, err := Open(fstest.MapFS{DescriptorName: {Data: descriptor}, "t.csv": {Data: csv}})
		if d := time.Since(start); d > time.Minute { // a hang, not a slow machine
			t.Fatalf("took %s", d)
		}
		if err != nil {
			return
		}
		for _, r := range p.Resources {
			for _, row := range r.Rows {
				if len(row.Values) != len(r.Fields) {
					t.Fatalf("row %d has %d values for %d fields", row.Number, len(row.Values), len(r.Fields))
				}
			}
		}
		if len(found) > 0 {
			_ = found[0].Message(words.For(words.Spanish))
		}
	})
}
