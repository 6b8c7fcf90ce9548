package workshop

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"

	"doublefix/app"
)

// MoveTo writes the whole workshop to another place and goes on there: every line as it stands in the journal, also those
// that could not be read, then the events that are not saved. The old file stays as it is. A file that is at that place
// already is refused with an [app.Error] of code Conflict, unless the caller says replace; where it is the journal itself,
// what is pending is tried again. A file that another window has open is refused in any case. It works after Close too, and
// where the store is read-only, which it is no longer in the new place.
func (s *Store) MoveTo(path string, replace bool) error {
	s.disk.Lock()
	err := s.moveTo(path, replace)
	s.disk.Unlock()
	s.tell()
	return err
}

func (s *Store) moveTo(path string, replace bool) error {
	same, err := s.file.is(path)
	if err == nil && same && s.ReadOnly() {
		return inUse(path)
	}
	if same || err != nil {
		return s.flush(err)
	}
	if _, err := os.Lstat(path); err == nil && !replace {
		return refuse(app.Conflict, "error.workshop.other_there", path, nil)
	}
	l, err := s.reserve(path)
	if err != nil {
		return err
	}
	err = s.copyTo(path)
	s.keep(l, err)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		s.lock.give()
	}
	return err
}

// copyTo writes everything to path and goes on there.
func (s *Store) copyTo(path string) error {
	_, lost := s.file.look() // what others have appended goes along where it can be read
	s.mu.Lock()
	s.learn()
	lines := slices.Clone(s.pending)
	s.mu.Unlock()

	next := file{path: path, good: s.file.with(lines), kept: s.file.kept}
	if lost != nil && len(s.file.torn) > 0 && isFolder(filepath.Dir(path)) {
		var err error
		if next.kept, err = keepBeside(path, s.file.torn); err != nil {
			return err
		}
	}
	return s.goOn(next, len(lines), nil)
}

// goOn writes a file whole and goes on with it. It holds the first n of what is pending; names go out of the rest too, where
// there is an eraser. The document is what all these lines come to. The disk is held.
func (s *Store) goOn(next file, n int, e *eraser) error {
	c, err := parse(next.path, next.good)
	if err != nil {
		return err
	}
	s.file.disk.Close() // Windows does not replace a file that is open
	if err := writeWhole(target(next.path), next.good); err != nil {
		return err
	}
	next.disk = s.options.Disk(next.path)
	s.file = next
	h := fold(s.options.Options, c.events)

	s.mu.Lock()
	defer s.mu.Unlock()
	s.learn()
	s.path, s.pending, s.readOnly = next.path, s.pending[n:], false
	s.findings = slices.DeleteFunc(s.findings, func(f Finding) bool { return f.Key == findingReadOnly })
	for i := range s.pending {
		if e != nil {
			s.pending[i] = e.erase(s.pending[i])
		}
	}
	if late := eventsIn(s.pending); len(late) > 0 {
		h = fold(s.options.Options, inOrder(slices.Concat(c.events, late)))
	}
	s.history = h
	if last := len(c.events); last > 0 {
		s.clock = max(s.clock, c.events[last-1].Clock)
	}
	s.setState(s.unwritten())
	s.wake.Broadcast()
	return nil
}

// target is the file that is written for path: where a link leads, so that no other copy is left there.
func target(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// eventsIn returns the events of lines.
func eventsIn(chunks [][]byte) []Event {
	var out []Event
	for _, chunk := range chunks {
		for line := range bytes.SplitSeq(chunk, []byte("\n")) {
			if e, state := event(line); state == whole {
				out = append(out, e)
			}
		}
	}
	return out
}

// unwritten is why what is pending will not be written: the store is closed.
func (s *Store) unwritten() error {
	if s.ended && len(s.pending) > 0 {
		return refuse(app.Conflict, "error.workshop.closed", s.path, nil)
	}
	return nil
}

// flush writes all that is pending, unless err says that this cannot be.
func (s *Store) flush(err error) error {
	for err == nil && s.State().Pending > 0 {
		err = s.write()
	}
	select {
	case <-s.done:
		s.file.disk.Close()
	default:
	}
	return err
}
