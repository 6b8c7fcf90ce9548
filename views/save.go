package views

import (
	"image/color"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"doublefix/app"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// save asks where to put a file and writes it there, whole or not at all. Fyne's own save dialog empties the chosen file
// before it knows whether there is something to put in.
func (w *window) save(name string, write func(io.Writer) error) {
	w.askSpare(w.tr("save.title"), name, func(path string) { w.writeFile(path, write) })
}

// askSpare asks for a place for a file that goes out of the workshop. Where a window has a workshop open there, it says so and
// asks on.
func (w *window) askSpare(title, name string, then func(path string)) {
	w.askPath(title, name, w.taken, then)
}

// taken is why nothing may be written to path: it is the file of this window's workshop, or that of another's.
func (w *window) taken(path string) error {
	if store := w.deps.Store; !store.ReadOnly() && sameFile(store.Path(), path) {
		return &app.Error{Code: app.Conflict, Key: "error.workshop.open_here", Args: map[string]any{"File": path}}
	}
	return workshop.Held(path)
}

// askPath asks for a place for a file, until refuse has nothing against it.
func (w *window) askPath(title, name string, refuse func(path string) error, then func(path string)) {
	path := filepath.Join(w.folder, name)
	var entry *field
	var refused func(text string)
	w.open(modalSpec{
		title: title, width: 560, confirm: w.tr("save.ok"),
		body: func(s kit.Style, m *modal) fyne.CanvasObject {
			entry = newField(path, m.key)
			note := &fyne.Container{Layout: kit.Fill{}}
			say := func(text string, sign color.NRGBA) {
				note.Objects = nil
				if text != "" {
					note.Objects = []fyne.CanvasObject{s.Warning(text, sign)}
				}
				m.fit()
			}
			refused = func(text string) { say(text, s.Palette.Brick) }
			entry.OnChanged = func(to string) { say(w.saveNote(to), s.Palette.Amber) }
			entry.OnChanged(path)
			choose := s.Button(kit.ButtonSpec{ID: "save.folder", Icon: "folder", Text: w.tr("save.folder"), OnTapped: func() { w.chooseFolder(entry) }})
			return kit.Column(8, s.Body(w.tr("save.where")), entry, note, kit.Row(0, choose))
		},
		first: func() fyne.Focusable { return entry },
		onOK: func(m *modal) {
			path := expand(entry.Text)
			if err := refuse(path); err != nil {
				refused(sentence(w.style.Tr, err))
				return
			}
			m.close()
			then(path)
		},
	})
}

// saveNote says what will happen to what is at that place already.
func (w *window) saveNote(path string) string {
	if _, err := os.Stat(expand(path)); err == nil {
		return w.tr("save.replaces")
	}
	return ""
}

// writeFile writes beside the window, so that write must not read what the window changes.
func (w *window) writeFile(path string, write func(io.Writer) error) {
	w.beside(func() error { return workshop.Write(path, write) }, func() {
		w.folder = filepath.Dir(path)
		w.say(notice{text: w.savedText(path), answers: []answer{{w.tr("save.open"), func() { w.openFile(path) }}}})
	})
}

// busyAfter is how long writing may take before the window says that it goes on.
const busyAfter = 150 * time.Millisecond

// beside does work on the disk beside the window and then, where it went well, what follows. The window stays open until
// it is done.
func (w *window) beside(work func() error, then func()) {
	done := false
	w.working++
	w.deps.Runner.Start(func() {
		err := work()
		w.deps.Runner.OnUI(func() {
			done = true
			w.working--
			if err != nil {
				w.leaving = false
				w.fail(err)
				return
			}
			then()
			if w.leaving && w.working == 0 {
				w.close()
			}
		})
	})
	w.deps.Runner.After(busyAfter, func() {
		if !done {
			w.say(notice{text: w.tr("save.writing"), busy: true})
		}
	})
}

func (w *window) savedText(path string) string {
	return w.tr("save.done", words.Args{"Name": filepath.Base(path), "Folder": filepath.Dir(path)})
}

func (w *window) chooseFolder(entry *field) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		if folder != nil {
			entry.SetText(filepath.Join(folder.Path(), filepath.Base(entry.Text)))
		}
	}, w.win)
	if at, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(expand(entry.Text)))); err == nil {
		d.SetLocation(at)
	}
	d.Show()
}

// expand understands the ~ that people write for their own folder.
func expand(path string) string {
	home, err := os.UserHomeDir()
	if rest, ok := strings.CutPrefix(path, "~"); ok && err == nil {
		path = filepath.Join(home, rest)
	}
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// documents returns the folder that people expect their files in.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	for _, name := range []string{"Documents", "Documentos"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}

// fileURL is the address of a file on this computer.
func fileURL(path string) *url.URL {
	return &url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(path), "/")}
}
