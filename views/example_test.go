package views

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"doublefix/app/workshop"
)

// The example has every place filled and leaves one's own workshop alone; the way back leads to it.
func TestExample(t *testing.T) {
	p := start(t)
	p.w.deps.Runner.OnUI = func(func()) {} // the stores would tell from goroutines of their own
	p.do("view.rank")
	p.typed("2")
	own, places := p.w.deps.Store.Path(), slices.Clone(p.w.doc.Places)
	p.do("help.example")
	if !p.w.doc.Example || slices.Contains(p.w.doc.Places, "") || p.w.doc.Name != "Example workshop" {
		t.Fatalf("example is %+v", p.w.doc)
	}
	p.want("title", p.w.win.Title(), "Example workshop – Doublefix")
	p.want("notice leads back", p.w.notice.answers[0].text, "Back to my workshop")
	p.typed("0")
	p.do("view.lang.es")
	p.want("name of the action", p.w.action("help.example").Title(p.w.style.Tr), "Volver a mi taller")
	p.do("help.example")
	if p.w.doc.Example || p.w.deps.Store.Path() != own || !slices.Equal(p.w.doc.Places, places) {
		t.Errorf("back in %s with %+v", p.w.deps.Store.Path(), p.w.doc)
	}
	p.do("edit.undo")
	p.want("own places after undo", strings.Join(p.w.doc.Places, ""), "")
	p.do("help.example")
	if slices.Contains(p.w.doc.Places, "") {
		t.Errorf("the example does not begin anew: %v", p.w.doc.Places)
	}
}

// Who cannot save what is open must not lose it for an example.
func TestExampleWaitsForTheDisk(t *testing.T) {
	p := start(t)
	p.w.deps.Runner.OnUI = func(func()) {} // the stores would tell from goroutines of their own
	p.do("view.rank")
	p.typed("1")
	if err := os.Remove(p.w.deps.Store.Path()); err != nil {
		t.Fatal(err)
	}
	p.typed("2")
	places := slices.Clone(p.w.doc.Places)
	p.do("help.example")
	if p.w.doc.Example || p.w.notice == nil || !p.w.notice.failed || !slices.Equal(p.w.doc.Places, places) {
		t.Errorf("notice %+v, document %+v", p.w.notice, p.w.doc)
	}
	p.w.folder = t.TempDir()
	path := filepath.Join(p.w.folder, "kept.doublefix")
	if err := p.w.deps.Store.MoveTo(path, true); err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(path); err != nil || !strings.Contains(string(kept), "ranking.placed") {
		t.Errorf("kept is %s, %v", kept, err)
	}
	p.do("help.example")
	if !p.w.doc.Example || p.w.ended {
		t.Errorf("once it was kept: %+v, ended %v", p.w.doc, p.w.ended)
	}
}

// The order in which options are read is drawn when a workshop is opened for the first time, and never again.
func TestOrderIsDrawnOnce(t *testing.T) {
	p := start(t)
	path, shown := p.w.deps.Store.Path(), p.w.doc.Shown
	if !p.w.doc.Drawn {
		t.Error("nothing was drawn")
	}
	if err := p.w.deps.Store.Close(); err != nil {
		t.Fatal(err)
	}
	store, err := openWorkshop("", path, p.w.deps.Set)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	p.w.take(store)
	if !slices.Equal(p.w.doc.Shown, shown) {
		t.Errorf("shown are %v, before %v", p.w.doc.Shown, shown)
	}
	if _, ok := workshop.Shuffle(p.w.doc, nil); ok {
		t.Error("it would be drawn again")
	}
}
