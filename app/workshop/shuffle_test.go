package workshop

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// The order is drawn once, kept in the file, and neither undone nor in the way of undo.
func TestShuffle(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.doublefix")
	s := mustOpen(t, path, testOptions(3))
	do2 := func(e Edit, ok bool) { do(s, e, ok) }
	do2(Place(s.Doc(), "B", 1))
	do2(s.Doc().UndoEdit())
	if d := s.Doc(); d.Drawn || !slices.Equal(d.Shown, []string{"A", "B", "C", "D"}) {
		t.Fatalf("before: drawn %v, %v", d.Drawn, d.Shown)
	}
	seed := bytes.Repeat([]byte{7}, 32)
	do2(Shuffle(s.Doc(), bytes.NewReader(seed)))
	drawn := s.Doc().Shown
	if !s.Doc().Drawn || slices.Equal(drawn, []string{"A", "B", "C", "D"}) {
		t.Errorf("drawn %v, %v", s.Doc().Drawn, drawn)
	}
	if sorted := slices.Sorted(slices.Values(drawn)); !slices.Equal(sorted, []string{"A", "B", "C", "D"}) {
		t.Errorf("drawn are %v", drawn)
	}
	if _, ok := s.Doc().Redo(); !ok {
		t.Error("drawing took away what redo would bring back")
	}
	if _, ok := Shuffle(s.Doc(), bytes.NewReader(seed)); ok {
		t.Error("drawn twice")
	}
	mustClose(t, s)

	o := testOptions(4)
	o.Options = []string{"A", "B", "C", "E"} // another package: D is gone, E is new
	again := mustOpen(t, path, o)
	want := append(slices.DeleteFunc(slices.Clone(drawn), func(id string) bool { return id == "D" }), "E")
	if got := again.Doc().Shown; !slices.Equal(got, want) {
		t.Errorf("with another package: %v, want %v", got, want)
	}
	mustClose(t, again)
}

func TestShuffleNeedsChanceAndChoice(t *testing.T) {
	d := empty([]string{"A", "B"})
	if _, ok := Shuffle(d, strings.NewReader("too little")); ok {
		t.Error("drawn without random numbers")
	}
	if _, ok := Shuffle(empty([]string{"A"}), bytes.NewReader(make([]byte, 32))); ok {
		t.Error("drawn from one option")
	}
}

// Every option comes first about as often as the others.
func TestShuffleIsFair(t *testing.T) {
	first := map[string]int{}
	const draws = 4000
	for i := range draws {
		d := empty([]string{"A", "B", "C", "D"})
		e, _ := Shuffle(d, bytes.NewReader(bytes.Repeat([]byte{byte(i), byte(i >> 8), 1, 2}, 8)))
		h := fold(d.pkg, nil)
		h.add(eventOf("e", 1, e))
		h.show()
		first[h.doc.Shown[0]]++
	}
	for _, id := range []string{"A", "B", "C", "D"} {
		if n := first[id]; n < draws/4-200 || n > draws/4+200 {
			t.Errorf("%s is first %d times of %d", id, n, draws)
		}
	}
}

// The first order that was drawn counts, wherever it stands in a merged file; what is damaged draws nothing.
func TestTheFirstOrderCounts(t *testing.T) {
	event := func(id, data string) Event { return eventOf(id, 1, Edit{typeShown, []byte(data)}) }
	h := fold([]string{"A", "B"}, []Event{
		event("1", `{"ballot":"other","options":["B","A"]}`),
		event("2", `{"ballot":"mine","options":["B","A","B"]}`),
		event("3", `{"ballot":"mine","options":["A","B"]}`),
	})
	if !slices.Equal(h.doc.Shown, []string{"B", "A"}) {
		t.Errorf("shown %v", h.doc.Shown)
	}
	for _, data := range []string{`{"ballot":"mine"}`, `{"options":[]}`, `[]`, `{"ballot":"mine","options":"A"}`} {
		if _, ok := read(typeShown, []byte(data)); ok {
			t.Errorf("%s is not damaged", data)
		}
	}
	if h.doc.Example {
		t.Error("an example without its mark")
	}
	h.add(eventOf("4", 2, Edit{Type: typeExample}))
	h.show()
	if _, again := MarkExample(h.doc); !h.doc.Example || again {
		t.Errorf("example %v, marked again %v", h.doc.Example, again)
	}
	if key, _ := (Edit{Type: typeShown}).Name(); !words.For(words.English).Has(key) {
		t.Errorf("no words for %s", key)
	}
}
