package workshop

import (
	"io"
	"slices"
)

// Copy writes the whole workshop: every line as it stands in the journal, also those that could not be read, and then what is
// not on the disk yet. The store goes on where it is.
func (s *Store) Copy(out io.Writer) error {
	s.disk.Lock()
	defer s.disk.Unlock()
	_, _ = s.file.look() // what others have appended goes along where it can be read
	s.mu.Lock()
	s.learn()
	lines := slices.Clone(s.pending)
	s.mu.Unlock()
	_, err := out.Write(s.file.with(lines))
	return err
}
