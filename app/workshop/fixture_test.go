package workshop

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"doublefix/app"
	"doublefix/app/dataset"
)

var testPackage = Identity{Name: "test", Version: "1", SHA256: "abc"}

// seeded is a source of ids that a test can repeat.
type seeded struct{ r *rand.Rand }

func (s seeded) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = byte(s.r.UintN(256))
	}
	return len(b), nil
}

func testOptions(seed uint64) Options {
	return Options{
		Package: testPackage, Options: []string{"A", "B", "C", "D"}, Random: seeded{rand.New(rand.NewPCG(seed, 1))},
		Create: true,
		Now:    func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) },
	}
}

func mustOpen(t testing.TB, path string, o Options) *Store {
	t.Helper()
	s, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustClose(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func do(s *Store, e Edit, ok bool) {
	if ok {
		s.Do(e)
	}
}

// randomEdit does what a person might: places, moves, takes out, undoes, redoes, names, chooses a handout, writes on charts.
func randomEdit(r *rand.Rand, s *Store) {
	d := s.Doc()
	option := d.options[r.IntN(len(d.options))]
	var e Edit
	var ok bool
	switch r.IntN(10) {
	case 0, 1:
		e, ok = Place(d, option, 1+r.IntN(len(d.options)))
	case 2:
		e, ok = Move(d, option, 1-2*r.IntN(2))
	case 3:
		e, ok = TakeOut(d, option)
	case 4:
		e, ok = d.UndoEdit()
	case 5:
		e, ok = d.RedoEdit()
	case 6:
		e, ok = Rename(d, string(rune('a'+r.IntN(26))))
	case 7:
		e, ok = SetHandout(d, Handout{Sections: []string{"cover"}[:r.IntN(2)], Lang: "es", Paper: []string{"a4", "letter"}[r.IntN(2)]})
	default:
		e, ok = randomChartEdit(r, d)
	}
	do(s, e, ok)
}

// randomChartEdit writes on a chart, marks a figure, or adds a chart to the handout and takes it out.
func randomChartEdit(r *rand.Rand, d Doc) (Edit, bool) {
	row, text := string(rune('0'+r.IntN(4))), string(rune('a'+r.IntN(26)))
	switch r.IntN(5) {
	case 0:
		return NoteRow(d, "traces", row, text)
	case 1:
		return MarkRow(d, "traces", row, !d.Charts.Highlighted("traces", row))
	case 2:
		return TitleChart(d, "traces", row, text)
	case 3:
		return KeepChart(d, "traces", dataset.Lens{Text: text}, seeded{r})
	default:
		if n := len(d.Charts.Kept); n > 0 {
			return DropChart(d, d.Charts.Kept[r.IntN(n)].ID)
		}
		return NoteRow(d, "traces", row, "")
	}
}

// written returns a journal of n random edits.
func written(t testing.TB, n int) (path string, doc Doc) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "w.doublefix")
	s := mustOpen(t, path, testOptions(1))
	r := rand.New(rand.NewPCG(7, 7))
	for range n {
		randomEdit(r, s)
	}
	mustClose(t, s)
	return path, s.Doc()
}

func bytesOf(t testing.TB, path string) []byte {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// eventsOf returns the events of a journal in their order.
func eventsOf(t testing.TB, path string) []Event {
	t.Helper()
	c, err := parse(path, bytesOf(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return c.events
}

// saves puts content into a new file.
func saves(t testing.TB, content string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "w.doublefix")
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const head1 = `{"format":"doublefix-workshop","version":1,"package":{"name":"test","version":"1","sha256":"abc"}}` + "\n"

func wantKey(t *testing.T, err error, key string) {
	t.Helper()
	var known *app.Error
	if !errors.As(err, &known) || known.Key != key {
		t.Errorf("error is %v, want one that reads %s", err, key)
	}
}
