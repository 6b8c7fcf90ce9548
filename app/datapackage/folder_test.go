package datapackage

import (
	"os"
	"path/filepath"
	"testing"

	"doublefix/app"
)

func TestOpenFolder(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(outside, "secret.csv"), "a\n1\n")
	write(filepath.Join(dir, "real.csv"), "a\n1\n")
	write(filepath.Join(dir, DescriptorName), `{"resources":[{"name":"real","path":"real.csv"},{"name":"link","path":"link.csv"},{"name":"out","path":"out.csv"}]}`)
	for name, target := range map[string]string{"link.csv": "real.csv", "out.csv": filepath.Join(outside, "secret.csv")} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	p, found, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	checkMessages(t, found)
	if len(found) != 1 || found[0].Resource != "out" || found[0].Type != SourceError {
		t.Errorf("problems %s", brief(found))
	}
	if len(p.Resource("link").Rows) != 1 || len(p.Resource("out").Rows) != 0 {
		t.Error("the link inside is not read, or the one to the outside is")
	}
	if _, _, err := OpenFolder(filepath.Join(dir, "nowhere")); app.CodeOf(err) != app.NotFound {
		t.Error(err)
	}
}

func TestSchemaInAFile(t *testing.T) {
	d := `{"resources":[{"name":"t","path":["t.csv"],"schema":"s.json","dialect":"d.json"}]}`
	_, found := open(t, pack(d, "t.csv", "a;b\nx;y\n", "s.json", `{"fields":[{"name":"a","type":"integer"},{"name":"b"}]}`, "d.json", `{"delimiter":";"}`))
	if brief(found) != "type-error 2:1 x" {
		t.Error(brief(found))
	}
	_, found = open(t, pack(d, "t.csv", "a;b\nx;y\n", "s.json", `{`))
	if brief(found) != "dialect-error\nschema-error" {
		t.Error(brief(found))
	}
	_, found = open(t, pack(`{"resources":[{"name":"t","path":["t.csv","u.csv"]}]}`, "t.csv", "a\n1\n"))
	if brief(found) != "resource-error" {
		t.Error(brief(found))
	}
}

func TestReferenceToAnotherTable(t *testing.T) {
	d := `{"resources":[
		{"name":"t","path":"t.csv","schema":{"fields":[{"name":"id"},{"name":"s","constraints":{"required":true}}],"foreignKeys":[{"fields":"s","reference":{"resource":"u","fields":"id"}}]}},
		{"name":"u","path":"u.csv","schema":{"fields":[{"name":"id"}]}}]}`
	_, found := open(t, pack(d, "t.csv", "id,s\n1,a\n2,\n3,c\n", "u.csv", "id\na\nb\n"))
	if brief(found) != "constraint-error 3:2\nforeign-key 4:2 c" {
		t.Error(brief(found))
	}
	// Where the other table is not there, its absence is said once, not for every row.
	_, found = open(t, pack(d, "t.csv", "id,s\n1,a\n2,b\n"))
	if brief(found) != "source-error" {
		t.Error(brief(found))
	}
}
