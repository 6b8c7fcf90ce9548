// Package action describes what a person can do: one table of actions is behind the menu, the keys and the help.
package action

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"doublefix/app/words"
)

// Action is one thing a person can do.
type Action struct {
	ID   string   // "edit.undo": its name is the translation action.edit.undo
	Menu string   // the menu it stands in: file, edit, view, data, help
	Keys Shortcut // with Ctrl or Alt: works everywhere, also while a field has the focus
	Key  string   // a single key ("T"): works while no field has the focus
	Rule bool     // a line above it in the menu
	Sub  string   // the menu within the menu that it stands in, "export"; "" for none. All of one stand together

	Name     func(words.Tr) string // a name that depends on the state; nil takes the translation of ID
	Disabled func() string         // why it cannot be done now, as a translation key; "" when it can
	Checked  func() bool           // for actions that are a state
	Run      func()
}

// Shortcut is a key with modifiers; the zero Shortcut is none.
type Shortcut struct {
	Key  fyne.KeyName
	Mods fyne.KeyModifier
}

// Ctrl returns the shortcut of key with Ctrl (Cmd on macOS).
func Ctrl(key fyne.KeyName) Shortcut { return Shortcut{key, fyne.KeyModifierShortcutDefault} }

// CtrlShift returns the shortcut of key with Ctrl (Cmd) and Shift.
func CtrlShift(key fyne.KeyName) Shortcut {
	return Shortcut{key, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// Alt returns the shortcut of key with Alt.
func Alt(key fyne.KeyName) Shortcut { return Shortcut{key, fyne.KeyModifierAlt} }

// Plain returns the shortcut of a function key alone.
func Plain(key fyne.KeyName) Shortcut { return Shortcut{Key: key} }

// Fyne returns the shortcut as the toolkit wants it, nil for none. The toolkit has types of its own for undo and redo.
func (s Shortcut) Fyne() fyne.Shortcut {
	switch {
	case s.Key == "":
		return nil
	case s == Ctrl(fyne.KeyZ):
		return &fyne.ShortcutUndo{}
	case s == Ctrl(fyne.KeyY):
		return &fyne.ShortcutRedo{}
	}
	return &desktop.CustomShortcut{KeyName: s.Key, Modifier: s.Mods}
}

// Caps returns the names of the keys to press together, in the reader's language, for pictures of keys.
func (s Shortcut) Caps(tr words.Tr) []string {
	var caps []string
	for _, m := range []struct {
		mod fyne.KeyModifier
		key string
	}{
		{fyne.KeyModifierShortcutDefault, "key.ctrl"},
		{fyne.KeyModifierAlt, "key.alt"},
		{fyne.KeyModifierShift, "key.shift"},
	} {
		if s.Mods&m.mod != 0 {
			caps = append(caps, tr.T(m.key))
		}
	}
	return append(caps, KeyName(tr, string(s.Key)))
}

// KeyName returns what stands on a key: an arrow, a letter, or a word in the reader's language.
func KeyName(tr words.Tr, key string) string {
	switch fyne.KeyName(key) {
	case fyne.KeyUp:
		return "↑"
	case fyne.KeyDown:
		return "↓"
	case fyne.KeyLeft:
		return "←"
	case fyne.KeyRight:
		return "→"
	}
	if named := "key." + strings.ToLower(key); tr.Has(named) {
		return tr.T(named)
	}
	return key
}

// Caps returns the keys of the action, as [Shortcut.Caps].
func (a Action) Caps(tr words.Tr) []string {
	if a.Key != "" {
		return []string{KeyName(tr, a.Key)}
	}
	if a.Keys.Key != "" {
		return a.Keys.Caps(tr)
	}
	return nil
}

// Title returns the name of the action.
func (a Action) Title(tr words.Tr) string {
	if a.Name != nil {
		return a.Name(tr)
	}
	return tr.T("action." + a.ID)
}

// Why returns why the action cannot be done now, as a translation key; "" when it can.
func (a Action) Why() string {
	if a.Disabled == nil {
		return ""
	}
	return a.Disabled()
}

// Do runs the action if it can be done now and reports whether it did.
func (a Action) Do() bool {
	if a.Why() != "" || a.Run == nil {
		return false
	}
	a.Run()
	return true
}

// MainMenu builds the menu bar from the table; do runs an action by its id. Menus appear in the order of menus; an action that
// cannot be done says why.
func MainMenu(tr words.Tr, menus []string, actions []Action, do func(id string)) *fyne.MainMenu {
	bar := &fyne.MainMenu{}
	for _, name := range menus {
		menu := fyne.NewMenu(tr.T("menu." + name))
		for i, a := range actions {
			if a.Menu != name {
				continue
			}
			into := menu
			if a.Rule {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			}
			if a.Sub != "" {
				if i == 0 || actions[i-1].Sub != a.Sub {
					menu.Items = append(menu.Items, subMenu(tr, a, actions[i:]))
				}
				into = menu.Items[len(menu.Items)-1].ChildMenu
			}
			into.Items = append(into.Items, a.item(tr, do))
		}
		bar.Items = append(bar.Items, menu)
	}
	return bar
}

// subMenu is the item that opens a menu within the menu, whose first action is a. Where none of its actions can be done, it
// says why the first cannot.
func subMenu(tr words.Tr, a Action, actions []Action) *fyne.MenuItem {
	label := tr.T("menu." + a.Menu + "." + a.Sub)
	item := fyne.NewMenuItem(label, nil)
	item.ChildMenu = fyne.NewMenu(label)
	item.Disabled = !slices.ContainsFunc(actions, func(o Action) bool { return o.Sub == a.Sub && o.Why() == "" })
	if item.Disabled {
		item.Label = tr.T("menu.item.disabled", words.Args{"Name": label, "Why": tr.T(a.Why())})
	}
	return item
}

func (a Action) item(tr words.Tr, do func(id string)) *fyne.MenuItem {
	label := a.Title(tr)
	why := a.Why()
	shortcut := a.Keys
	switch {
	case why != "":
		label = tr.T("menu.item.disabled", words.Args{"Name": label, "Why": tr.T(why)})
	case a.Key != "" && runtime.GOOS == "darwin": // there the system takes a shortcut, also from who types
		label = tr.T("menu.item.key", words.Args{"Name": label, "Key": KeyName(tr, a.Key)})
	case a.Key != "":
		shortcut = Plain(fyne.KeyName(a.Key)) // only shown: the toolkit takes no shortcut without Ctrl or Alt
	}
	item := fyne.NewMenuItem(label, func() { do(a.ID) })
	item.Disabled = why != ""
	item.Checked = a.Checked != nil && a.Checked()
	item.Shortcut = shortcut.Fyne()
	item.IsQuit = a.ID == "file.quit"
	return item
}
