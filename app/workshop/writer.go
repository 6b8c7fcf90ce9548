package workshop

import (
	"bytes"
	"slices"
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
	s.lock.give()
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
