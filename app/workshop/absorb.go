package workshop

import (
	"bytes"
	"slices"

	"doublefix/app"
	"doublefix/app/safefile"
)

// Absorb takes the events of another file in, as [Merge] does. The journal is written anew whole, with all that was in it
// and, at the end, what is new; or it stays as it was and the error says why. The other file is not changed.
func (s *Store) Absorb(path string) (Source, error) {
	s.disk.Lock()
	source, err := s.absorb(path)
	s.disk.Unlock()
	s.tell()
	return source, err
}

func (s *Store) absorb(path string) (Source, error) {
	raw, err := load(path)
	if err != nil {
		return Source{}, err
	}
	theirs, err := readSheet(path, raw)
	if err != nil {
		return Source{}, err
	}
	pending, err := s.prepare()
	if err != nil {
		return Source{}, err
	}
	text := s.file.with(pending)
	ours, err := readSheet(s.file.path, text)
	if err != nil {
		return Source{}, err
	}
	source, more, e := ours.more(theirs, theirs.source(s.options.Package))
	if source.New == 0 && len(more) == 0 {
		return source, nil
	}
	next := file{path: s.file.path, good: append(e.erase(text), more...), kept: s.file.kept}
	return source, s.goOn(next, len(pending), e)
}

// prepare makes the journal ready to be written anew, and returns the lines that are not in it yet. The disk is held.
func (s *Store) prepare() (pending [][]byte, err error) {
	if s.ReadOnly() {
		return nil, inUse(s.file.path)
	}
	if err := s.file.mend(); err != nil {
		return nil, safefile.Explain(s.file.path, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return nil, refuse(app.Conflict, "error.workshop.closed", s.file.path, nil)
	}
	s.learn()
	return slices.Clone(s.pending), nil
}

// more returns the lines that have to be added for the union with theirs, and what takes the names of all those out who are
// forgotten in one of both.
func (s sheet) more(theirs sheet, source Source) (Source, []byte, *eraser) {
	all := union{}
	for _, l := range s.lines {
		all.add(l)
	}
	for _, l := range theirs.lines {
		if all.add(l) {
			source.New++
		}
	}
	e := all.eraser()
	known := make(map[string]bool, len(s.lines))
	for _, l := range s.lines {
		known[string(l.without(e).text)] = true
	}
	var out bytes.Buffer
	for _, l := range all.inOrder() {
		if !known[string(l.text)] {
			out.Write(l.text)
			out.WriteByte('\n')
		}
	}
	return source, out.Bytes(), e
}
