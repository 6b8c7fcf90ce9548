package workshop

import (
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// after returns the places after an edit of a ranking written like "A.C." (a dot is an empty place).
func after(t *testing.T, places string, edit func(Doc) (Edit, bool)) string {
	t.Helper()
	d := empty([]string{"A", "B", "C", "D"})
	for i, c := range places {
		if c != '.' {
			d.Places[i] = string(c)
		}
	}
	e, ok := edit(d)
	if !ok {
		return "no edit"
	}
	d = with(d, e)
	var b strings.Builder
	for _, id := range d.Places {
		if id == "" {
			id = "."
		}
		b.WriteString(id)
	}
	return b.String()
}

func TestEditsOfTheRanking(t *testing.T) {
	place := func(option string, p int) func(Doc) (Edit, bool) {
		return func(d Doc) (Edit, bool) { return Place(d, option, p) }
	}
	move := func(option string, by int) func(Doc) (Edit, bool) {
		return func(d Doc) (Edit, bool) { return Move(d, option, by) }
	}
	drag := func(option string, p int) func(Doc) (Edit, bool) {
		return func(d Doc) (Edit, bool) { return Insert(d, option, p) }
	}
	out := func(option string) func(Doc) (Edit, bool) {
		return func(d Doc) (Edit, bool) { return TakeOut(d, option) }
	}
	for name, tt := range map[string]struct {
		from string
		edit func(Doc) (Edit, bool)
		want string
	}{
		"first option in an empty ranking":       {"....", place("B", 2), ".B.."},
		"changes with the one that is there":     {"AB..", place("A", 2), "BA.."},
		"changes with an empty place":            {"A...", place("A", 4), "...A"},
		"is put in between":                      {"AB..", place("C", 1), "CAB."},
		"those below move only as far as needed": {"A.B.", place("C", 1), "CAB."},
		"moves up where nothing is empty below":  {".ABC", place("D", 4), "ABCD"},
		"moves up to the nearest empty place":    {"A.BC", place("D", 3), "ABDC"},
		"same place":                             {"A...", place("A", 1), "no edit"},
		"no such place":                          {"A...", place("A", 5), "no edit"},
		"place zero":                             {"A...", place("B", 0), "no edit"},
		"no such option":                         {"A...", place("X", 2), "no edit"},
		"up":                                     {"AB..", move("B", -1), "BA.."},
		"up into an empty place":                 {".B..", move("B", -1), "B..."},
		"up from the first":                      {"B...", move("B", -1), "no edit"},
		"down":                                   {"AB..", move("A", 1), "BA.."},
		"down from the last":                     {"...A", move("A", 1), "no edit"},
		"up from nowhere":                        {"A.C.", move("B", -1), "ABC."},
		"down from nowhere":                      {"A...", move("B", 1), "no edit"},
		"dragged up, the others shift":           {"ABCD", drag("D", 1), "DABC"},
		"dragged down, the others shift":         {"ABCD", drag("A", 3), "BCAD"},
		"dragged over an empty place":            {"A.BC", drag("C", 1), "CA.B"},
		"dragged into an empty place":            {"AB..", drag("A", 4), "B..A"},
		"dragged in from nowhere":                {"AB..", drag("C", 1), "CAB."},
		"dragged to where it is":                 {"AB..", drag("B", 2), "no edit"},
		"dragged beyond the last place":          {"AB..", drag("B", 5), "no edit"},
		"taken out":                              {"ABC.", out("B"), "A.C."},
		"taken out of nowhere":                   {"A...", out("B"), "no edit"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := after(t, tt.from, tt.edit); got != tt.want {
				t.Errorf("%s becomes %s, want %s", tt.from, got, tt.want)
			}
		})
	}
}

// Whatever is edited, an option has one place at most and every place one option at most, and nothing is lost.
func TestRankingStaysAPartialOrder(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "w.doublefix"), testOptions(2))
	defer mustClose(t, s)
	r := rand.New(rand.NewPCG(3, 3))
	for range 300 {
		randomEdit(r, s)
		order := s.Doc().Order()
		if sorted := slices.Sorted(slices.Values(order)); len(slices.Compact(sorted)) != len(order) {
			t.Fatalf("an option stands twice: %v", s.Doc().Places)
		}
	}
}

// Undo and redo against a model that keeps every document.
func TestUndoRedoAgainstAModel(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "w.doublefix"), testOptions(3))
	defer mustClose(t, s)
	type shown struct {
		Name    string
		Places  []string
		Handout Handout
	}
	view := func() shown { d := s.Doc(); return shown{d.Name, d.Places, d.Handout} }
	past, future := []shown{view()}, []shown(nil)
	r := rand.New(rand.NewPCG(4, 4))
	for i := range 400 {
		d := s.Doc()
		switch r.IntN(3) {
		case 0:
			if e, ok := d.UndoEdit(); ok {
				s.Do(e)
				future = append(future, past[len(past)-1])
				past = past[:len(past)-1]
			}
		case 1:
			if e, ok := d.RedoEdit(); ok {
				s.Do(e)
				past = append(past, future[len(future)-1])
				future = future[:len(future)-1]
			}
		default:
			if e, ok := Place(d, d.options[r.IntN(4)], 1+r.IntN(4)); ok {
				s.Do(e)
				past, future = append(past, view()), nil
			}
		}
		if got, want := view(), past[len(past)-1]; !reflect.DeepEqual(got, want) {
			t.Fatalf("step %d: document is %v, want %v", i, got, want)
		}
		if _, can := s.Doc().Undo(); can != (len(past) > 1) {
			t.Fatalf("step %d: undo possible is %v", i, can)
		}
		if _, can := s.Doc().Redo(); can != (len(future) > 0) {
			t.Fatalf("step %d: redo possible is %v", i, can)
		}
	}
}

func TestEditNames(t *testing.T) {
	d := empty([]string{"A", "B"})
	e, _ := Place(d, "B", 2)
	if key, args := e.Name(); key != "edit.place" || args["Option"] != "B" || args["Place"] != 2 {
		t.Errorf("placing is called %s %v", key, args)
	}
	d = with(d, e)
	e, _ = TakeOut(d, "B")
	if key, args := e.Name(); key != "edit.take_out" || args["Option"] != "B" {
		t.Errorf("taking out is called %s %v", key, args)
	}
}

// with returns a document with nothing but one edit.
func with(d Doc, e Edit) Doc {
	h := fold(d.pkg, nil)
	h.add(eventOf("e", 1, e))
	h.show()
	return h.doc
}

// eventOf is an edit as it is read from a file.
func eventOf(id string, clock uint64, e Edit) Event {
	c, _ := read(e.Type, e.Data)
	return Event{ID: id, Clock: clock, Type: e.Type, Data: e.Data, change: c}
}
