package doublefix_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"doublefix"
)

func TestAbout(t *testing.T) {
	d := doublefix.About()
	if d.Name != "Doublefix" || d.ID != "org.doublefix.app" || d.Build < 1 {
		t.Errorf("About() = %+v", d)
	}
	if !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(d.Version) {
		t.Errorf("version %q is not three numbers", d.Version)
	}
	if !d.Migrations["fyneDo"] {
		t.Error("the app must agree to fyneDo: all its UI calls from goroutines go through fyne.Do")
	}
}

// TestFyneAppNamesFiles holds FyneApp.toml to what packaging needs: an icon that is there, and the app's languages.
func TestFyneAppNamesFiles(t *testing.T) {
	var file struct {
		Languages []string
		Details   struct{ Icon string }
	}
	if _, err := toml.Decode(doublefix.FyneApp(), &file); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file.Details.Icon); err != nil {
		t.Error(err)
	}
	if got := strings.Join(file.Languages, " "); got != "en es" {
		t.Errorf("languages %q, want those of the app, \"en es\"", got)
	}
}

func TestChangelogKnowsTheVersion(t *testing.T) {
	changes, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(changes), "\n## "+doublefix.About().Version) {
		t.Errorf("CHANGELOG.md says nothing about %s", doublefix.About().Version)
	}
}
