package views

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// ending is how the files of workshops end.
const ending = ".doublefix"

// mostRecent is how many workshops the menu remembers.
const mostRecent = 5

// ownFolder is the folder of the workshops that were not put anywhere.
func (w *window) ownFolder() string { return w.deps.App.Storage().RootURI().Path() }

// newWorkshop begins another workshop in the app's own storage; the present one stays where it is.
func (w *window) newWorkshop() {
	var entry *field
	w.open(modalSpec{
		title: w.tr("new.title"), width: 480, confirm: w.tr("new.ok"),
		body: func(s kit.Style, m *modal) fyne.CanvasObject {
			entry = newField("", m.key)
			entry.SetPlaceHolder(w.tr("workshop.unnamed"))
			return kit.Column(8, s.Body(w.tr("new.text")), entry)
		},
		first: func() fyne.Focusable { return entry },
		onOK: func(m *modal) {
			m.close()
			w.begin(strings.TrimSpace(entry.Text))
		},
	})
}

// begin makes a workshop of that name in the next free file of the app's own storage.
func (w *window) begin(name string) {
	path := ""
	for n := 2; ; n++ {
		path = filepath.Join(w.ownFolder(), "workshop-"+strconv.Itoa(n)+ending)
		if _, err := os.Stat(path); err != nil {
			break // it is free, or nothing can be there, which opening tells
		}
	}
	store, err := openWorkshop("", path, w.deps.Set)
	if err != nil {
		w.fail(err)
		return
	}
	if w.change(store) {
		w.own = ""
		w.edit(workshop.Rename(w.doc, name))
		w.remember()
	}
}

// openOther asks for the file of a workshop and goes on with it.
func (w *window) openOther() { w.askFile(w.tr("open.title"), w.openPath) }

// openPath goes on with the workshop at path. One that is refused leaves everything as it is. The one that is open is opened
// again only where that can help: where another window had it.
func (w *window) openPath(path string) {
	if sameFile(w.deps.Store.Path(), path) && !w.deps.Store.ReadOnly() {
		return
	}
	store, err := openWorkshop(path, "", w.deps.Set)
	if err != nil {
		w.fail(err)
		return
	}
	if w.change(store) {
		w.own = ""
		w.remember()
		w.report()
	}
}

// sameFile reports whether two paths lead to one file, whatever way they go.
func sameFile(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// askFile asks for a file that is there.
func (w *window) askFile(title string, then func(path string)) {
	var entry *field
	w.open(modalSpec{
		title: title, width: 560, confirm: w.tr("open.ok"),
		body: func(s kit.Style, m *modal) fyne.CanvasObject {
			entry = newField(w.folder+string(filepath.Separator), m.key)
			choose := s.Button(kit.ButtonSpec{ID: "open.choose", Icon: "folder", Text: w.tr("open.choose"), OnTapped: func() { w.chooseFile(entry) }})
			return kit.Column(8, s.Body(w.tr("open.where")), entry, kit.Row(0, choose))
		},
		first: func() fyne.Focusable { return entry },
		onOK: func(m *modal) {
			m.close()
			path := expand(entry.Text)
			w.folder = filepath.Dir(path)
			then(path)
		},
	})
}

func (w *window) chooseFile(entry *field) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if file != nil {
			_ = file.Close() // only its name was wanted
			entry.SetText(file.URI().Path())
		}
	}, w.win)
	if at, err := storage.ListerForURI(storage.NewFileURI(w.folder)); err == nil {
		d.SetLocation(at)
	}
	d.Show()
}

// saveCopy writes all of the workshop into another file and stays with this one.
func (w *window) saveCopy() {
	w.askSpare(w.tr("copy.title"), w.tr("workshop.file")+ending, func(path string) {
		store := w.deps.Store
		w.writeFile(path, func(out io.Writer) error { return store.Copy(out) })
	})
}

// remember puts the workshop at the head of those that the menu offers, and opens it at the next start.
func (w *window) remember() {
	path := w.deps.Store.Path()
	recent := slices.DeleteFunc(w.settings.Recent, func(p string) bool { return p == path })
	recent = append([]string{path}, recent...)
	w.settings.Recent = recent[:min(len(recent), mostRecent+1)]
	w.settings.save()
	w.showMenu()
}

// openRecent shows the workshops that were open before, to go on with one of them.
func (w *window) openRecent() {
	w.open(modalSpec{
		title: w.tr("action.file.recent"), width: 560,
		body: func(s kit.Style, m *modal) fyne.CanvasObject {
			column := kit.Column(8)
			for i, path := range w.recent() {
				kit.Append(column, s.Button(kit.ButtonSpec{
					ID: "recent." + strconv.Itoa(i), Icon: "folder", Text: filepath.Base(path), Name: path, OnTapped: func() {
						m.close()
						w.openPath(path)
					},
				}), s.Meta(filepath.Dir(path)))
			}
			return column
		},
	})
}

// recent returns the workshops that were open before this one.
func (w *window) recent() []string {
	return slices.DeleteFunc(slices.Clone(w.settings.Recent), func(p string) bool { return p == w.deps.Store.Path() })
}

func (w *window) noRecent() string {
	if len(w.recent()) == 0 {
		return "disabled.recent"
	}
	return ""
}
