package workshop

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"doublefix/app"
)

// State says how far the journal on the disk has caught up with the document.
type State struct {
	Pending int   // events that are not on the disk yet
	Err     error // why the disk refused the next of them; nil while it does not
}

// Store is a workshop that is open. The document changes at once; a writer appends its events to the journal in order, each
// synced before it counts as saved. Where the disk refuses, events wait, in order, and nothing is lost while the store is
// there. All methods may be called from any goroutine.
type Store struct {
	options Options
	done    chan struct{} // closed when the writer has ended

	// disk is held during work on the disk and taken before mu, which never is.
	disk sync.Mutex
	file file
	lock lock

	mu       sync.Mutex
	wake     *sync.Cond
	path     string
	history  history
	findings []Finding
	clock    uint64
	pending  [][]byte // lines
	state    State
	onState  func(State)
	untold   []State
	telling  bool
	closing  bool
	ended    bool // the writer writes no more
	readOnly bool
	by       string // who sits at the computer
}

// Options is what a store needs to know; the zero value of a function takes the real thing.
type Options struct {
	Package Identity
	Options []string // ids of the options of the package, in order
	Create  bool     // where there is no file, one is made
	Now     func() time.Time
	Random  io.Reader
	Disk    func(path string) Disk
	// Lock takes the lock of that file name. Where another window has it, the workshop opens to be read; an error says that
	// there are no locks here.
	Lock func(name string) (free func(), err error)
}

// Open opens the workshop at path. A file that is no workshop, or one of a newer version, is refused with an [app.Error]
// and left as it is; so is one that is missing, unless the options say that it be made. One that is open in another window
// opens to be read, and a finding says so; see [Store.ReadOnly].
func Open(path string, o Options) (*Store, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Disk == nil {
		o.Disk = osDisk
	}
	if o.Lock == nil {
		o.Lock = lockFile
	}
	if o.Create {
		_ = os.MkdirAll(filepath.Dir(path), 0o755) // the lock needs the folder; what is wrong with it is told below
	}
	l, held := o.guard(path)
	c, h, findings, err := open(path, o)
	if o.Create && !held && errors.Is(err, fs.ErrNotExist) {
		err = create(path, o.Package, o.Now())
		if err == nil {
			c, h, findings, err = open(path, o)
		}
	}
	if err != nil {
		l.give()
		return nil, err
	}
	if held {
		findings = append(findings, Finding{findingReadOnly, map[string]any{"File": path}})
	}
	s := &Store{options: o, path: path, history: h, findings: findings, done: make(chan struct{}), lock: l, readOnly: held}
	if n := len(c.events); n > 0 {
		s.clock = c.events[n-1].Clock
	}
	s.file = file{disk: o.Disk(path), path: path, good: c.good, torn: c.torn}
	s.wake = sync.NewCond(&s.mu)
	go s.writer()
	return s, nil
}

// Findings returns what people should know about the file, with what came up since it was opened.
func (s *Store) Findings() []Finding {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.findings)
}

// Doc returns the document.
func (s *Store) Doc() Doc {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.history.doc.clone()
}

// State returns how far the disk has caught up.
func (s *Store) State() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

// OnState calls f with what became of the writing, one call at a time and in order, on a goroutine of the store or on one
// that called it. f may use the store, but must not wait for Close.
func (s *Store) OnState(f func(State)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.onState = f
}

// ReadOnly reports whether another window has the file, so that nothing can be changed here. [Store.MoveTo] another place
// ends that.
func (s *Store) ReadOnly() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.readOnly
}

// Path returns where the journal is.
func (s *Store) Path() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.path
}

// Do carries out an edit and returns the document after it. The event is on the disk when [Store.State] says so. After
// Close nothing is written any more: the state says that the edit is unsaved, and [Store.MoveTo] can still save it. Where
// the store is read-only, nothing changes.
func (s *Store) Do(e Edit) Doc {
	s.mu.Lock()
	_, ok := read(e.Type, e.Data)
	if e.Type == "" || !ok || s.readOnly {
		defer s.mu.Unlock()
		return s.history.doc.clone()
	}
	event, line := s.newEvent(e)
	s.pending = append(s.pending, line)
	s.history.add(event)
	s.history.show()
	s.state = State{Pending: len(s.pending)}
	if s.ended {
		s.state.Err = refuse(app.Conflict, "error.workshop.closed", s.path, nil)
		s.untold = append(s.untold, s.state)
	}
	s.wake.Broadcast()
	doc, ended := s.history.doc.clone(), s.ended
	s.mu.Unlock()
	if ended {
		s.tell()
	}
	return doc
}

// newEvent returns an edit as the event that comes after all others, and its line. mu is held.
func (s *Store) newEvent(e Edit) (Event, []byte) {
	change, _ := read(e.Type, e.Data)
	s.clock++
	event := Event{
		ID: newID(s.options.Random), Clock: s.clock, Type: e.Type, Data: e.Data,
		At: s.options.Now().UTC().Format(time.RFC3339), By: s.by, change: change, After: s.history.known(change),
	}
	line, err := encode(event)
	if err != nil {
		panic(err.Error()) // strings and data that has been read always encode
	}
	return event, line
}

func newID(random io.Reader) string {
	var id [16]byte
	if _, err := io.ReadFull(random, id[:]); err != nil {
		panic("workshop: no random numbers: " + err.Error()) // crypto/rand itself ends the program here
	}
	return hex.EncodeToString(id[:])
}

// SetBy says who sits at the computer; it is kept with every edit from now on. "" says nothing.
func (s *Store) SetBy(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.by = name
}

// Retry tries again to write what the disk refused.
func (s *Store) Retry() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ended {
		s.state.Err = nil
		s.wake.Broadcast()
	}
}

// Close waits until everything is on the disk or the disk refuses, and returns why it did.
func (s *Store) Close() error {
	s.mu.Lock()
	s.closing = true
	if !s.ended {
		s.state.Err = nil
	}
	s.wake.Broadcast()
	s.mu.Unlock()
	<-s.done
	return s.State().Err
}
