package workshop

import (
	"path/filepath"
	"reflect"
	"strconv"
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

// A chart that two rooms added is taken out at once, and comes back so.
func TestChartOfTwoRooms(t *testing.T) {
	keep := func(seed uint64) func(Doc) (Edit, bool) {
		return func(d Doc) (Edit, bool) {
			return KeepChart(d, "traces", dataset.Lens{View: "years"}, seeded{random(seed)})
		}
	}
	h := apart(t, nil, todo{keep(1)}, todo{keep(2)})
	if len(h.doc.Charts.Kept) != 2 || len(h.doc.Conflicts) > 0 {
		t.Fatalf("kept %+v, conflicts %+v", h.doc.Charts.Kept, h.doc.Conflicts)
	}
	for i, edit := range []func(Doc) (Edit, bool){
		func(d Doc) (Edit, bool) { return DropChart(d, d.Charts.Kept[1].ID) }, Doc.UndoEdit,
	} {
		e, ok := edit(h.doc)
		if !ok {
			t.Fatal("no edit")
		}
		h.add(eventOf("z"+strconv.Itoa(i), 1000+uint64(i), e))
		h.show()
		if n := len(h.doc.Charts.Kept); n != 2*i {
			t.Errorf("%d kept after step %d", n, i)
		}
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

// What a later version or another package says is kept and passed over.
func TestChartsOfOthers(t *testing.T) {
	text := head1 + line("a", 1, typeKept, `{"chart":"k","dataset":"unknown","lens":{"view":"v","later":{"x":1},"scale":"per-star"},"later":[]}`) +
		line("b", 2, typeNoted, `{"dataset":"unknown","row":"?","text":"note","later":1}`) + line("c", 3, typeDropped, `{"chart":"never"}`)
	d, findings, err := Read(saves(t, text), testOptions(1))
	if err != nil || len(findings) > 0 {
		t.Fatalf("%v, %v", err, findings)
	}
	want := Charts{Notes: []Note{{"unknown", "?", "note"}}, Kept: []Kept{{"k", "unknown", dataset.Lens{View: "v", Scale: "per-star"}}}}
	if !reflect.DeepEqual(d.Charts, want) {
		t.Errorf("charts %+v, want %+v", d.Charts, want)
	}
}

// A full workshop still takes changes to what is there, and no more of it.
func TestMostCharts(t *testing.T) {
	var d Doc
	for i := range mostNotes {
		d.Charts.Notes = append(d.Charts.Notes, Note{"d", strconv.Itoa(i), "x"})
		d.Charts.Titles = append(d.Charts.Titles, ChartTitle{"d", strconv.Itoa(i), "x"})
	}
	for i := range mostKept {
		d.Charts.Kept = append(d.Charts.Kept, Kept{strconv.Itoa(i), "d", dataset.Lens{Text: strconv.Itoa(i)}})
	}
	ok := func(_ Edit, ok bool) bool { return ok }
	if !ok(NoteRow(d, "d", "7", "y")) || !ok(NoteRow(d, "d", "7", "")) || !ok(TitleChart(d, "d", "7", "y")) || !ok(DropChart(d, "7")) {
		t.Error("what is there cannot be changed")
	}
	if ok(NoteRow(d, "d", "more", "y")) || ok(TitleChart(d, "d", "more", "y")) || ok(KeepChart(d, "d", dataset.Lens{}, seeded{random(1)})) {
		t.Error("there is no end to it")
	}
}

// Ids with marks in them are not taken for each other.
func TestRegistersOfCharts(t *testing.T) {
	seen := map[string]string{}
	for _, e := range []Edit{
		newEdit(typeNoted, Note{"a:b", "c", "x"}), newEdit(typeNoted, Note{"a", "b:c", "x"}), newEdit(typeNoted, Note{`a"`, `"c`, "x"}), newEdit(typeNoted, Note{`a""`, "c", "x"}),
		newEdit(typeMarked, chartMarked{Highlight{"a:b", "c"}, true}), newEdit(typeTitled, ChartTitle{"a:b", "c", "x"}), newEdit(typeKept, Kept{ID: "a", Dataset: "d"}),
	} {
		c, ok := read(e.Type, e.Data)
		if !ok || len(c.parts) != 1 {
			t.Fatalf("%s is not read", e.Data)
		}
		if other := seen[c.parts[0].key]; other != "" {
			t.Errorf("%s and %s are one register", e.Data, other)
		}
		seen[c.parts[0].key] = string(e.Data)
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
