package kit

import "fyne.io/fyne/v2"

// Register knows the focusable parts of the window by name, so that the focus stays where it was when the views are built
// anew. The zero value is ready; a nil Register forgets.
type Register struct{ parts map[string]fyne.Focusable }

// Put names a part; an empty id leaves it unnamed, and the newest part of a name counts.
func (r *Register) Put(id string, part fyne.Focusable) {
	if r == nil || id == "" {
		return
	}
	if r.parts == nil {
		r.parts = map[string]fyne.Focusable{}
	}
	r.parts[id] = part
}

// Get returns the part of that name, nil if there is none.
func (r *Register) Get(id string) fyne.Focusable {
	if r == nil {
		return nil
	}
	return r.parts[id]
}

// IDOf returns the name of a part, "" if it has none.
func (r *Register) IDOf(part fyne.Focusable) string {
	if r == nil || part == nil {
		return ""
	}
	for id, p := range r.parts {
		if p == part {
			return id
		}
	}
	return ""
}

// Keep runs change, which makes parts anew, and puts the focus on the new part of the name that had it. Where change has
// taken that part away without a new one, the caller says where the focus goes.
func (r *Register) Keep(focused func() fyne.Focusable, focus func(fyne.Focusable), change func()) {
	before := focused()
	id := r.IDOf(before)
	change()
	if part := r.Get(id); part != nil && part != before {
		focus(part)
	}
}
