package views

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
)

func TestCommandLine(t *testing.T) {
	en := words.For(words.English)
	for _, tt := range []struct {
		args string
		want call
		err  string // part of the sentence
	}{
		{"", call{}, ""},
		{"w.doublefix", call{workshop: "w.doublefix"}, ""},
		{"package", call{folder: "package"}, ""},
		{"package w.doublefix", call{workshop: "w.doublefix", folder: "package"}, ""},
		{"a.doublefix b.doublefix", call{}, "b.doublefix would be the second"},
		{"a b", call{}, "b would be the second"},
		{"--speed a", call{}, "does not know --speed"},
		{"a --version", call{says: "Doublefix 1.2"}, ""},
	} {
		got, err := Program{Name: "Doublefix", Version: "1.2", Args: strings.Fields(tt.args)}.read(en)
		if got != tt.want || (err == nil) != (tt.err == "") || err != nil && !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%q: %+v, error %v; want %+v, %q", tt.args, got, err, tt.want, tt.err)
		}
	}
}

// What a script or a mistaken call gets is one line in the language of the computer, without a display and without a window.
func TestOneLineAnswers(t *testing.T) {
	broken := t.TempDir()
	if err := os.WriteFile(filepath.Join(broken, "datapackage.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ arg, out, err string }{
		{"--help", "Doublefix abre una ventana", ""},
		{"--version", "Doublefix 1.2", ""},
		{"--nada", "", "Doublefix no conoce --nada"},
		{filepath.Join(broken, "missing"), "", "No se puede abrir la carpeta"},
		{t.TempDir(), "", "Aquí no hay datapackage.json"},
		{broken, "", "no es JSON válido"},
	} {
		var out bytes.Buffer
		err := Run(Program{
			Name: "Doublefix", Version: "1.2", Args: []string{tt.arg}, Out: &out,
			Env: func(name string) string { return map[string]string{"LANG": "es_MX.UTF-8", "DISPLAY": ":0"}[name] },
			App: func() fyne.App { t.Fatal("the window opens"); return nil },
		})
		said := ""
		if err != nil {
			said = err.Error()
		}
		if !strings.HasPrefix(out.String(), tt.out) || (tt.out == "") != (out.Len() == 0) || strings.Count(out.String(), "\n") > 1 {
			t.Errorf("%s writes %q, want %q", tt.arg, out.String(), tt.out)
		}
		if !strings.Contains(said, tt.err) || (tt.err == "") != (said == "") || strings.Contains(said, "\n") {
			t.Errorf("%s ends with %q, want %q", tt.arg, said, tt.err)
		}
	}
}

func TestLocale(t *testing.T) {
	mexico := func() string { return "es-MX" }
	for _, tt := range []struct {
		name, goos, lang string
		want             words.Lang
	}{
		{"Windows sets no variables", "windows", "", words.Spanish},
		{"nor does a Mac", "darwin", "", words.Spanish},
		{"a variable that is set counts", "darwin", "en_US", words.English},
		{"elsewhere none means none", "linux", "", words.English},
	} {
		env := func(name string) string { return map[string]string{"LANG": tt.lang}[name] }
		if got := words.System(locale(tt.goos, env, mexico)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
