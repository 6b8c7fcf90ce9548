package workshop

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// large returns a journal of n edits of a ranking.
func large(t testing.TB, n int) (path string) {
	t.Helper()
	var all strings.Builder
	all.WriteString(head1)
	r := rand.New(rand.NewPCG(1, 1))
	places := []string{"A", "B", "C", "D"}
	for clock := range uint64(n) {
		at := r.IntN(4)
		r.Shuffle(4, func(i, j int) { places[i], places[j] = places[j], places[i] })
		e := newEdit(typePlaced, placed{mine, places[at], at + 1, places})
		line, _ := encode(Event{ID: newID(seeded{r}), Clock: clock + 1, Type: e.Type, Data: e.Data, At: "2026-11-22T09:00:00Z"})
		all.Write(line)
	}
	return saves(t, all.String())
}

// A journal of 100,000 events opens within a second.
func BenchmarkOpen100k(b *testing.B) {
	path := large(b, 100_000)
	for b.Loop() {
		mustClose(b, mustOpen(b, path, testOptions(1)))
	}
}

// An edit after 100,000 others takes less than 5 ms; undo and redo too.
func BenchmarkDoAfter100k(b *testing.B) {
	s := mustOpen(b, large(b, 100_000), testOptions(1))
	for b.Loop() {
		oneOfEach(s)
	}
	mustClose(b, s)
}

// oneOfEach edits, undoes and redoes.
func oneOfEach(s *Store) {
	e, ok := Rename(s.Doc(), s.Doc().Name+".")
	do(s, e, ok)
	e, ok = s.Doc().UndoEdit()
	do(s, e, ok)
	e, ok = s.Doc().RedoEdit()
	do(s, e, ok)
}

// The limits of the benchmarks with room for a busy computer; folding all anew for each edit would miss them.
func TestLargeJournalIsQuick(t *testing.T) {
	s := mustOpen(t, large(t, 20_000), testOptions(1))
	start := time.Now()
	const rounds = 20
	for range rounds {
		oneOfEach(s)
	}
	if each := time.Since(start) / (3 * rounds); each > 5*time.Millisecond {
		t.Errorf("an edit after 20,000 others takes %v", each)
	}
	mustClose(t, s)
}
