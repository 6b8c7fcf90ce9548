package workshop

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"doublefix/app/dataset"
)

func TestChartsAreKeptNotedAndMarked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.doublefix")
	s := mustOpen(t, path, testOptions(3))
	from := seeded{random(5)}
	q := dataset.Lens{View: "years", Group: "year", By: dataset.Sum, Where: []dataset.Cond{{Field: "agency", Op: "=", Values: []string{"ATF", "CBP"}}}}
	note := func(row, text string) { e, ok := NoteRow(s.Doc(), "traces", row, text); do(s, e, ok) }
	note("T1", "  first \n line ")
	note("", "of all")
	note("T2", "goes")
	note("T2", "")
	e, ok := MarkRow(s.Doc(), "traces", "T1", true)
	do(s, e, ok)
	e, ok = TitleChart(s.Doc(), "traces", "years", " Our\n title ")
	do(s, e, ok)
	e, ok = KeepChart(s.Doc(), "traces", q, from)
	do(s, e, ok)

	for what, again := range map[string]func() (Edit, bool){
		"note":       func() (Edit, bool) { return NoteRow(s.Doc(), "traces", "", "of all") },
		"mark":       func() (Edit, bool) { return MarkRow(s.Doc(), "traces", "T1", true) },
		"title":      func() (Edit, bool) { return TitleChart(s.Doc(), "traces", "years", "Our title") },
		"chart":      func() (Edit, bool) { return KeepChart(s.Doc(), "traces", q.Clone(), from) },
		"no chart":   func() (Edit, bool) { return DropChart(s.Doc(), "other") },
		"long note":  func() (Edit, bool) { return NoteRow(s.Doc(), "traces", "T3", strings.Repeat("ñ", MaxNote+1)) },
		"long title": func() (Edit, bool) { return TitleChart(s.Doc(), "traces", "x", strings.Repeat("ñ", MaxTitle+1)) },
		"huge chart": func() (Edit, bool) {
			return KeepChart(s.Doc(), "traces", dataset.Lens{Text: strings.Repeat("x", maxLens)}, from)
		},
	} {
		if _, ok := again(); ok {
			t.Errorf("the same %s is an edit", what)
		}
	}
	mustClose(t, s)
	s = mustOpen(t, path, testOptions(4))
	defer mustClose(t, s)
	c := s.Doc().Charts
	if c.Note("traces", "T1") != "first \n line" || c.Note("traces", "") != "of all" || c.Note("traces", "T2") != "" || len(c.Notes) != 2 {
		t.Errorf("notes %+v", c.Notes)
	}
	if !c.Highlighted("traces", "T1") || c.Title("traces", "years") != "Our title" {
		t.Errorf("%+v", c)
	}
	id, found := c.Find("traces", q)
	if !found || !reflect.DeepEqual(c.Kept[0].Lens, q) {
		t.Fatalf("kept %+v", c.Kept)
	}

	e, ok = DropChart(s.Doc(), id)
	do(s, e, ok)
	if len(s.Doc().Charts.Kept) != 0 {
		t.Error("the chart is still there")
	}
	for range 6 { // back to before the note on all
		e, ok := s.Doc().UndoEdit()
		do(s, e, ok)
	}
	if c := s.Doc().Charts; len(c.Kept) != 0 || len(c.Titles) != 0 || len(c.Highlights) != 0 || c.Note("traces", "T1") != "first \n line" {
		t.Errorf("after undo: %+v", c)
	}
}

// Two rooms that write different notes at one figure are told so; notes at others are put together.
func TestNotesOfTwoRooms(t *testing.T) {
	h := fold([]string{"A", "B"}, []Event{
		chartEvent(t, "a", 1, Note{"traces", "T1", "from A"}), chartEvent(t, "b", 1, Note{"traces", "T1", "from B"}), chartEvent(t, "c", 2, Note{"traces", "T2", "only B"}),
	})
	if got := h.doc.Charts.Notes; len(got) != 2 {
		t.Errorf("%+v", got)
	}
	if len(h.doc.Conflicts) != 1 {
		t.Errorf("conflicts %+v", h.doc.Conflicts)
	}
}

func chartEvent(t *testing.T, id string, clock uint64, n Note) Event {
	t.Helper()
	e := newEdit(typeNoted, n)
	c, ok := read(e.Type, e.Data)
	if !ok {
		t.Fatal(n)
	}
	return Event{ID: id, Clock: clock, Type: e.Type, Data: e.Data, After: []string{}, change: c}
}
