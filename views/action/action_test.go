package action

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"doublefix/app/words"
)

func TestMenuTellsWhyNot(t *testing.T) {
	ran := ""
	actions := []Action{
		{ID: "edit.undo", Menu: "edit", Keys: Ctrl(fyne.KeyZ), Disabled: func() string { return "disabled.undo" }, Run: func() { t.Error("ran though disabled") }},
		{ID: "data.face", Menu: "data", Key: "T", Checked: func() bool { return true }, Run: func() { ran = "face" }},
		{ID: "data.csv", Menu: "data", Sub: "export", Rule: true},
		{ID: "data.svg", Menu: "data", Sub: "export", Disabled: func() string { return "disabled.explore" }},
		{ID: "data.later", Menu: "data", Sub: "years", Disabled: func() string { return "disabled.timeline" }},
	}
	do := func(id string) {
		for _, a := range actions {
			if a.ID == id {
				a.Do()
			}
		}
	}
	bar := MainMenu(words.For(words.English), []string{"edit", "data"}, actions, do)
	undo, face := bar.Items[0].Items[0], bar.Items[1].Items[0]
	if undo.Label != "Undo (nothing to undo)" || !undo.Disabled {
		t.Errorf("undo reads %q, disabled %v", undo.Label, undo.Disabled)
	}
	if _, ok := undo.Shortcut.(*fyne.ShortcutUndo); !ok {
		t.Errorf("undo has shortcut %T, which Ctrl+Z would never reach", undo.Shortcut)
	}
	undo.Action()
	face.Action()
	if key, ok := face.Shortcut.(*desktop.CustomShortcut); runtime.GOOS != "darwin" && (!ok || key.KeyName != "T" || key.Modifier != 0) {
		t.Errorf("face has shortcut %v, want T at the right of its row", face.Shortcut)
	}
	if !strings.HasPrefix(face.Label, "Chart or table") || !face.Checked || ran != "face" {
		t.Errorf("face reads %q, checked %v, ran %q", face.Label, face.Checked, ran)
	}
	if !bar.Items[1].Items[1].IsSeparator {
		t.Error("no line above the export")
	}
	export := bar.Items[1].Items[2]
	if export.Label != "Export" || export.Disabled || len(export.ChildMenu.Items) != 2 || len(bar.Items[1].Items) != 4 {
		t.Errorf("the exports do not stand in a menu of their own: %+v", export)
	}
	if years := bar.Items[1].Items[3]; years.Label != "Years of the timeline (open a timeline first)" || !years.Disabled {
		t.Errorf("the years read %q, disabled %v", years.Label, years.Disabled)
	}
}

func TestCaps(t *testing.T) {
	en, es := words.For(words.English), words.For(words.Spanish)
	for _, tt := range []struct {
		name string
		got  []string
		want []string
	}{
		{"two keys", Action{Keys: Ctrl(fyne.KeyZ)}.Caps(en), []string{"Ctrl", "Z"}},
		{"three keys in Spanish", Action{Keys: CtrlShift(fyne.KeyC)}.Caps(es), []string{"Ctrl", "Mayús", "C"}},
		{"arrow", Action{Keys: Alt(fyne.KeyUp)}.Caps(en), []string{"Alt", "↑"}},
		{"a key alone", Action{Key: "T"}.Caps(en), []string{"T"}},
		{"a function key", Action{Keys: Plain(fyne.KeyF1)}.Caps(en), []string{"F1"}},
		{"a named key in Spanish", Action{Keys: Ctrl(fyne.KeyPageDown)}.Caps(es), []string{"Ctrl", "AvPág"}},
		{"none", Action{}.Caps(en), nil},
	} {
		if !slices.Equal(tt.got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, tt.got, tt.want)
		}
	}
}

func TestShortcutsOfTheToolkit(t *testing.T) {
	if (Shortcut{}).Fyne() != nil {
		t.Error("no key has a shortcut")
	}
	if _, ok := Ctrl(fyne.KeyY).Fyne().(*fyne.ShortcutRedo); !ok {
		t.Error("Ctrl+Y is not the toolkit's redo")
	}
	if got := Alt(fyne.KeyUp).Fyne().ShortcutName(); got != "CustomDesktop:Alt+Up" {
		t.Errorf("Alt+Up is %q", got)
	}
}
