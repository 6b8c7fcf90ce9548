package workshop

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"

	"doublefix/app"
)

// writer appends what is pending, one event after the other.
func (s *Store) writer() {
	defer close(s.done)
	for s.wait() {
		s.disk.Lock()
		_ = s.write() // the state tells
		s.disk.Unlock()
		s.tell()
	}
	s.disk.Lock()
	defer s.disk.Unlock()
	s.file.disk.Close()
}

// wait returns when there is something to write, or false when the store is closed and there is not.
func (s *Store) wait() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.pending) == 0 || s.state.Err != nil {
		if s.closing {
			s.ended = true
			return false
		}
		s.wake.Wait()
	}
	return true
}

// write appends the next event. The disk is held.
func (s *Store) write() error {
	s.mu.Lock()
	if len(s.pending) == 0 {
		s.mu.Unlock()
		return nil
	}
	line := s.pending[0]
	s.mu.Unlock()

	err := s.file.append(line)

	s.mu.Lock()
	defer s.mu.Unlock()
	s.learn()
	if err == nil {
		s.pending[0] = nil
		s.pending = s.pending[1:]
	}
	s.setState(err)
	return err
}

// setState takes down what became of the writing; it is told when mu and the disk are free.
func (s *Store) setState(err error) {
	s.state = State{Pending: len(s.pending), Err: err}
	s.untold = append(s.untold, s.state)
}

// tell passes on what is untold. Of several goroutines one tells for all, so that the order is kept.
func (s *Store) tell() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.telling {
		return
	}
	s.telling = true
	for len(s.untold) > 0 {
		f, state := s.onState, s.untold[0]
		s.untold = s.untold[1:]
		if f != nil {
			s.mu.Unlock()
			f(state)
			s.mu.Lock()
		}
	}
	s.telling = false
}

// learn takes in what the work on the file has found. The disk and mu are held.
func (s *Store) learn() {
	if s.file.kept != "" {
		for i, f := range s.findings {
			if f.Key == findingTorn {
				s.findings[i] = Finding{findingKept, map[string]any{"File": f.Args["File"], "Line": f.Args["Line"], "Kept": s.file.kept}}
			}
		}
	}
	if len(s.file.foreign) == 0 {
		return
	}
	for line := range bytes.SplitSeq(s.file.foreign, []byte("\n")) {
		// Later edits have to come after these too.
		if e, state := event(line); state == whole {
			s.clock = max(s.clock, e.Clock)
		}
	}
	s.file.foreign = nil
	if !slices.ContainsFunc(s.findings, func(f Finding) bool { return f.Key == findingForeign }) {
		s.findings = append(s.findings, Finding{findingForeign, map[string]any{"File": s.file.path}})
	}
}

// MoveTo writes the whole workshop to another place and goes on there: every line as it stands in the journal, also those
// that could not be read, then the events that are not saved. The old file stays as it is. A file that is at that place
// already is refused with an [app.Error] of code Conflict, unless the caller says replace; where it is the journal itself,
// what is pending is tried again. It works after Close too.
func (s *Store) MoveTo(path string, replace bool) error {
	s.disk.Lock()
	err := s.moveTo(path, replace)
	s.disk.Unlock()
	s.tell()
	return err
}

func (s *Store) moveTo(path string, replace bool) error {
	if same, err := s.file.is(path); same || err != nil {
		return s.flush(err)
	}
	if _, err := os.Lstat(path); err == nil && !replace {
		return refuse(app.Conflict, "error.workshop.other_there", path, nil)
	}
	_, lost := s.file.look() // what others have appended goes along where it can be read
	s.mu.Lock()
	s.learn()
	lines := slices.Clone(s.pending)
	s.mu.Unlock()

	good := s.file.good
	if s.file.openEnd() {
		good = append(good, '\n')
	}
	good = append(good, bytes.Join(lines, nil)...)
	next := file{path: path, good: good, kept: s.file.kept}
	if lost != nil && len(s.file.torn) > 0 && isFolder(filepath.Dir(path)) {
		var err error
		if next.kept, err = keepBeside(path, s.file.torn); err != nil {
			return err
		}
	}
	s.file.disk.Close()
	if err := writeWhole(path, good); err != nil {
		return err
	}
	next.disk = s.options.Disk(path)
	s.file = next

	s.mu.Lock()
	defer s.mu.Unlock()
	s.learn()
	s.path, s.pending = path, s.pending[len(lines):]
	s.setState(s.unwritten())
	s.wake.Broadcast()
	return nil
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
