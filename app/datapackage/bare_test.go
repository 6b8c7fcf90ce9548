package datapackage

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app"
	"doublefix/app/words"
)

// A folder of tables that nobody has described is read as well as it can be, and what was found is said.
func TestFolderWithoutDescriptor(t *testing.T) {
	m := fstest.MapFS{
		"Guns Found.csv": {Data: []byte("year,where,guns\n2019,Texas,\"1,171\"\n2020,Ohio,\"12,345,678\"\n2021,Utah,87\n")},
		"spain.csv":      {Data: []byte("lugar;tasa;cifra\nA;12,5;1.171\nB;7;3.000\n")},
		"tabs.tsv":       {Data: []byte("name\tdate\nx\t2020-01-02\n")},
		"wide.csv":       {Data: []byte("place,2019,2020,2021\nTexas,1,2,3\n")},
		"codes.csv":      {Data: []byte("a,b,c\n\"1,2\",\"1,171,5\",007\n")},
		"notes.txt":      {Data: []byte("no table")},
	}
	p, found, err := Open(m)
	if err != nil {
		t.Fatal(err)
	}
	checkMessages(t, found)
	for name, want := range map[string]string{
		"guns-found": "year:year where:string guns:integer", "spain": "lugar:string tasa:number cifra:number", "tabs": "name:string date:date",
		"wide": "place:string 2019:integer 2020:integer 2021:integer", "codes": "a:string b:string c:string",
	} {
		r := p.Resource(name)
		if r == nil {
			t.Fatalf("no table %s", name)
		}
		var have []string
		for _, f := range r.Fields {
			have = append(have, f.Name+":"+f.Type)
		}
		if strings.Join(have, " ") != want {
			t.Errorf("%s: %v, want %s", name, have, want)
		}
	}
	if v := p.Resource("guns-found").Rows[1].Values[2]; v.Number != 12345678 || v.Text != "12,345,678" {
		t.Errorf("commas between thousands: %+v", v)
	}
	if v := p.Resource("spain").Rows[0].Values; v[1].Number != 12.5 || v[2].Number != 1171 {
		t.Errorf("commas before decimals: %+v", v)
	}
	said := map[string]int{}
	for _, f := range found {
		if said[f.Key]++; f.Level != Warning {
			t.Errorf("%s", brief(found))
		}
	}
	if len(p.Resources) != 5 || said["data.problem.bare"] != 5 || said["data.problem.wide"] != 1 {
		t.Errorf("%d tables, said %v", len(p.Resources), said)
	}
	for l, want := range map[words.Lang]string{words.English: "year (years), where (words), guns (whole numbers)", words.Spanish: "year (años), where (palabras)"} {
		if text := found[0].Message(words.For(l)); !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
	if _, _, err := Open(fstest.MapFS{"notes.txt": {}}); app.CodeOf(err) != app.NotFound {
		t.Errorf("a folder without tables: %v", err)
	}
}

// zipped writes a zip file and returns its bytes.
func zipped(t testing.TB, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, data := range files {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOpenPath(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	descriptor, table := []byte(`{"resources":[{"name":"t","path":"t.csv"}]}`), []byte("a\n1\n2\n")
	many := map[string][]byte{}
	for i := range maxEntries + 1 {
		many[fmt.Sprintf("%d.csv", i)] = nil
	}
	for _, c := range []struct {
		name, path string
		rows       int    // of t
		key        string // of the error, or of the first problem
	}{
		{"zip", write("p.zip", zipped(t, map[string][]byte{DescriptorName: descriptor, "t.csv": table})), 2, ""},
		{"zip of a folder", write("f.zip", zipped(t, map[string][]byte{"p/" + DescriptorName: descriptor, "p/t.csv": table})), 2, ""},
		{"zip of tables", write("c.zip", zipped(t, map[string][]byte{"t.csv": table})), 2, "data.problem.bare"},
		{"one table", write("t.csv", table), 2, "data.problem.bare"},
		{"folder", dir, 2, "data.problem.bare"},
		{"no zip", write("n.zip", []byte("not zipped")), 0, "error.data.zip.damaged"},
		{"empty zip", write("e.zip", zipped(t, nil)), 0, "error.data.descriptor.missing"},
		{"too many", write("m.zip", zipped(t, many)), 0, "error.data.zip.large"},
		{"path out of it", write("o.zip", zipped(t, map[string][]byte{DescriptorName: []byte(`{"resources":[{"name":"t","path":"../t.csv"}]}`), "../t.csv": table})), 0, "data.problem.outside"},
		{"a text", write("x.txt", table), 0, "error.data.no_package"},
		{"nothing", filepath.Join(dir, "gone"), 0, "error.data.folder"},
	} {
		p, found, err := OpenPath(c.path)
		have, rows := "", 0
		if err != nil {
			have, _, _ = strings.Cut(err.Error(), ":")
		} else if len(found) > 0 {
			have = found[0].Key
		}
		if p != nil && p.Resource("t") != nil {
			rows = len(p.Resource("t").Rows)
		}
		if have != c.key || rows != c.rows {
			t.Errorf("%s: %q with %d rows, want %q with %d", c.name, have, rows, c.key, c.rows)
		}
	}
}

// A small file that unfolds into a large one is refused as soon as it is too large, however often the descriptor names it.
func TestZipBombs(t *testing.T) {
	var list []string
	for i := range 40 {
		list = append(list, fmt.Sprintf(`{"name":"t%d","path":"t.csv"}`, i))
	}
	for name, size := range map[string]int{"one file": maxZipped + 1, "one file, often": 2 << 20} {
		raw := zipped(t, map[string][]byte{
			DescriptorName: []byte(`{"resources":[` + strings.Join(list, ",") + `]}`), "t.csv": append(bytes.Repeat([]byte("long "), size/5), '\n'),
		})
		r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			t.Fatal(err)
		}
		_, found, err := openZipped(r)
		if err != nil || len(found) == 0 || len(raw) > 1<<20 {
			t.Fatalf("%s: %v", name, err)
		}
		if last := found[len(found)-1]; last.Key != "data.problem.unreadable.large" {
			t.Errorf("%s: the last problem is %s", name, last.Key)
		}
	}
}

// FuzzOpenZip reads whatever calls itself a zip file: no panic, and a sentence for what is wrong.
func FuzzOpenZip(f *testing.F) {
	f.Add(zipped(f, map[string][]byte{DescriptorName: []byte(`{"resources":[{"name":"t","path":"t.csv"}]}`), "t.csv": []byte("a\n1\n")}))
	f.Add(zipped(f, map[string][]byte{"p/t.csv": []byte("a;b\n1,5;2\n")}))
	f.Add(zipped(f, map[string][]byte{"../t.csv": []byte("a\n"), "/t.csv": nil, "t.csv/": nil}))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			return
		}
		_, found, err := openZipped(r)
		if err == nil {
			checkMessages(t, found)
		}
	})
}
