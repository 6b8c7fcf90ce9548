package views

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"doublefix/app/words"
	"doublefix/app/workshop"
)

// example is the file of the example workshop, in the app's own storage.
const example = "example.doublefix"

// openExample opens a workshop in which every place is filled, beside one's own. It is made anew each time, so that whoever
// comes next finds it whole.
func (w *window) openExample() {
	path := filepath.Join(w.deps.App.Storage().RootURI().Path(), example)
	if w.deps.Store.Path() == path {
		return // the program was started with it
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		w.fail(err)
		return
	}
	store, err := openWorkshop("", path, w.deps.Set)
	if err != nil {
		w.fail(err)
		return
	}
	fillExample(store, w.style.Tr)
	own := w.deps.Store.Path()
	if w.change(store) {
		w.own = own
		w.showTop() // the way back has another name
		w.say(notice{text: w.tr("example.opened"), answers: []answer{{w.tr("example.back"), func() { w.do("help.example") }}}})
	}
}

// fillExample does what a person would: name the workshop, put every option in order, choose the handout.
func fillExample(store *workshop.Store, tr words.Tr) {
	do := func(e workshop.Edit, ok bool) {
		if ok {
			store.Do(e)
		}
	}
	do(workshop.MarkExample(store.Doc()))
	do(workshop.Rename(store.Doc(), tr.T("example.name")))
	do(workshop.Shuffle(store.Doc(), rand.Reader))
	for i := range store.Doc().Places {
		do(workshop.Place(store.Doc(), store.Doc().Shown[i], i+1))
	}
	do(workshop.SetHandout(store.Doc(), workshop.Handout{Lang: string(tr.Lang())}))
}

// closeExample goes back to one's own workshop, which was left as it was.
func (w *window) closeExample() {
	store, err := openWorkshop("", w.own, w.deps.Set)
	if err != nil {
		w.fail(err)
		return
	}
	if w.change(store) {
		w.own = ""
		w.showTop()
		w.closeNotice()
	}
}

// toggleExample opens the example workshop or leads back from it.
func (w *window) toggleExample() {
	if w.own != "" {
		w.closeExample()
	} else {
		w.openExample()
	}
}

func (w *window) exampleName(tr words.Tr) string {
	if w.own != "" {
		return tr.T("action.help.example.close")
	}
	return tr.T("action.help.example")
}

// change goes on with another workshop. It reports false, and closes that one again, where the present one cannot be left
// because something in it is not saved.
func (w *window) change(next *workshop.Store) bool {
	if err := w.deps.Store.Close(); err != nil {
		_ = next.Close() // nothing was done in it that has to be kept
		w.ended = true
		w.sayUnsaved(err)
		return false
	}
	w.take(next)
	w.rankState.Current = ""
	w.rebuild()
	w.focus(w.firstFocus()) // what had the focus belongs to the other workshop
	return true
}
