package doublefix_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A door is an import that only some folders may have. Folders include what is below them.
type door struct {
	imported string   // the import path and everything below it
	folders  []string // who may import it
	why      string
}

var doors = []door{
	{"fyne.io", []string{"views", "cmd/doublefix"}, "the core works without a toolkit"},
	{"fyne.io/fyne/v2/app", []string{"cmd/doublefix"}, "it needs C and a display"},
	{"github.com/wcharczuk/go-chart", []string{"app/chart", "app/render"}, "a closed library has one door"},
	{"github.com/jung-kurt/gofpdf", []string{"app/render", "app/handout"}, "a closed library has one door"},
	{"doublefix/views", []string{"views", "cmd/doublefix"}, "state goes down, wishes go up"},
	{"doublefix/app/cli", []string{"app/cli", "cmd/doublefix-cli"}, "commands are the last in line"},
	{"doublefix/cmd", []string{}, "programs are for people"},
	{"net", []string{}, "the app never touches the network"},
	{"net/http", []string{}, "the app never touches the network"},
	{"net/rpc", []string{}, "the app never touches the network"},
	{"net/smtp", []string{}, "the app never touches the network"},
	{"crypto/tls", []string{}, "the app never touches the network"},
	{"golang.org/x/net", []string{}, "the app never touches the network"},
}

// order is that of the packages of the core: each imports only those before it.
var order = []string{
	"app", "app/look", "app/words", "app/safefile", "app/crash", "app/datapackage", "app/dataset", "app/concordance", "app/ballot", "app/ranking", "app/workshop",
	"app/render", "app/chart", "app/result", "app/handout", "app/cli",
}

// leaves import nothing of ours but themselves.
var leaves = []string{"data", "assets", "app/look"}

// objection says what is wrong with importing imported in folder, or "".
func objection(folder, imported string) string {
	for _, d := range doors {
		exact := d.imported == "net" // net/url has no network in it
		if d.imported != imported && (exact || !within(imported, d.imported)) {
			continue
		}
		if !slices.ContainsFunc(d.folders, func(f string) bool { return within(folder, f) }) {
			return d.why
		}
	}
	if at := slices.Index(order, folder); at < slices.Index(order, strings.TrimPrefix(imported, "doublefix/")) && within(folder, "app") {
		return "the core imports downwards only"
	}
	for _, leaf := range leaves {
		if within(folder, leaf) && within(imported, "doublefix") && !within(imported, "doublefix/"+leaf) {
			return leaf + " imports nothing of ours"
		}
	}
	return ""
}

// within reports whether name is parent or below it.
func within(name, parent string) bool { return name == parent || strings.HasPrefix(name, parent+"/") }

func TestObjections(t *testing.T) {
	for _, c := range []struct {
		folder, imported string
		wrong            bool
	}{
		{"app/chart", "fyne.io/fyne/v2", true},
		{"views/explore", "fyne.io/fyne/v2/widget", false},
		{"views", "fyne.io/fyne/v2/app", true},
		{"cmd/doublefix", "fyne.io/fyne/v2/app", false},
		{"cmd/doublefix-cli", "fyne.io/fyne/v2/lang", true},
		{"views/explore", "github.com/wcharczuk/go-chart/v2", true},
		{"app/chart", "github.com/wcharczuk/go-chart/v2/drawing", false},
		{"app/chart", "github.com/jung-kurt/gofpdf", true},
		{"app/workshop", "doublefix/views/task", true},
		{"cmd/doublefix", "doublefix/views", false},
		{"data", "doublefix/app/words", true},
		{"data", "doublefix/data", false},
		{"app/look", "doublefix/assets", true},
		{"app/handout", "doublefix/app/cli", true},
		{"app/datapackage", "net/http", true},
		{"app/datapackage", "net/url", false},
		{"views", "golang.org/x/net/html", true},
		{"app/dataset", "doublefix/app/chart", true},
		{"app/chart", "doublefix/app/dataset", false},
		{"app/unheard_of", "doublefix/app/words", true},
		{"views", "doublefix/app/cli", true},
	} {
		if why := objection(c.folder, c.imported); (why != "") != c.wrong {
			t.Errorf("%s importing %s: objection %q, want one: %v", c.folder, c.imported, why, c.wrong)
		}
	}
}

func TestLayers(t *testing.T) {
	files := goFiles(t)
	if len(files) < 20 {
		t.Fatalf("only %d Go files found", len(files))
	}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if why := objection(path.Dir(file), imported); why != "" {
				t.Errorf("%s must not import %s: %s", file, imported, why)
			}
		}
	}
}

// TestCommandLineIsPlainGo looks at everything that doublefix-cli is made of, near and far.
func TestCommandLineIsPlainGo(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "./cmd/doublefix-cli")
	cmd.Env = append(cmd.Environ(), "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if !slices.Contains(deps, "doublefix/app/cli") {
		t.Fatalf("doublefix-cli does not contain the commands; it has %d packages", len(deps))
	}
	for _, dep := range deps {
		if within(dep, "fyne.io") || dep == "runtime/cgo" || dep == "doublefix/views" || dep == "testing" {
			t.Errorf("doublefix-cli contains %s", dep)
		}
	}
}

// goFiles returns our Go files with slashes. Hidden folders, testdata and scripts are no part of the app.
func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if d.IsDir() && name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "scripts" || base == "bin") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(base, ".go") {
			files = append(files, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
