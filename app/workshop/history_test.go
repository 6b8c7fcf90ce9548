package workshop

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// line writes an event as it stands in a file.
func line(id string, clock uint64, kind, data string) string {
	return fmt.Sprintf(`{"id":%q,"clock":%d,"type":%q,"data":%s}`, id, clock, kind, data) + "\n"
}

func named(id string, clock uint64, name string) string {
	return line(id, clock, typeNamed, `{"name":"`+name+`"}`)
}

func undo(id string, clock uint64, event string) string {
	return line(id, clock, typeUndo, `{"event":"`+event+`"}`)
}

func mine4(id string, clock uint64, places string) string {
	return line(id, clock, typePlaced, `{"ballot":"mine","option":"A","place":1,"places":[`+places+`]}`)
}

// The last undo that speaks of an edit decides, and what holds is what the history offers to undo.
func TestUndoAfterMerges(t *testing.T) {
	edits := named("a", 1, "first") + named("b", 2, "second")
	for name, tt := range map[string]struct {
		events           string
		want, undo, redo string // names
	}{
		"two rooms took one edit back":      {undo("u1", 3, "b") + undo("u2", 3, "b"), "first", "first", "second"},
		"redo of either brings it back":     {undo("u1", 3, "b") + undo("u2", 3, "b") + undo("r", 4, "u1"), "second", "second", ""},
		"redo of the other too":             {undo("u1", 3, "b") + undo("u2", 3, "b") + undo("r", 4, "u2"), "second", "second", ""},
		"brought back in one room":          {undo("u1", 3, "b") + undo("r1", 4, "u1") + undo("u2", 3, "b"), "second", "second", ""},
		"taken back later in another":       {undo("u1", 3, "b") + undo("r1", 4, "u1") + undo("u2", 5, "b"), "first", "first", "second"},
		"an edit from the other room":       {undo("u1", 3, "b") + named("c", 4, "third"), "third", "third", ""},
		"an edit in the middle taken back":  {named("c", 3, "third") + undo("u1", 4, "b"), "third", "third", "second"},
		"brought back below a later edit":   {undo("u1", 3, "b") + named("c", 4, "third") + undo("r1", 5, "u1"), "third", "third", ""},
		"everything taken back":             {undo("u1", 3, "b") + undo("u2", 4, "a"), "", "", "first"},
		"an undo before its edit":           {undo("u1", 1, "b"), "second", "second", ""},
		"an undo of nothing":                {undo("u1", 3, "zz") + undo("u2", 4, "u1"), "second", "second", ""},
		"an undo of what cannot be read":    {line("x", 3, typeNamed, `{"nom":1}`) + undo("u", 4, "x"), "second", "second", ""},
		"an undo of another's ballot":       {line("p", 3, typePlaced, `{"ballot":"p1","places":["A"]}`) + undo("u", 4, "p"), "second", "second", ""},
		"a type that is not known":          {line("x", 3, "later.type", `{}`) + undo("u", 4, "x"), "second", "second", ""},
		"data of another type is no undone": {line("x", 3, "later.type", `{"event":"b"}`), "second", "second", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d, _, err := Read(saves(t, head1+edits+tt.events), testOptions(1))
			if err != nil || d.Name != tt.want {
				t.Errorf("%v, name %q, want %q", err, d.Name, tt.want)
			}
			for what, of := range map[string]struct {
				edit func() (Edit, bool)
				want string
			}{"undo": {d.Undo, tt.undo}, "redo": {d.Redo, tt.redo}} {
				if e, ok := of.edit(); ok != (of.want != "") || ok && !strings.Contains(string(e.Data), of.want) {
					t.Errorf("%s offers %s, want %q", what, e.Data, of.want)
				}
			}
		})
	}
}

// However rooms were merged: undo takes back what holds, one after the other, down to an empty workshop, and redo brings
// all of it back.
func TestUndoToTheBottomAfterMerges(t *testing.T) {
	for seed := range uint64(15) {
		base, _ := written(t, 3)
		text := string(bytesOf(t, base))
		for room := range uint64(3) {
			at := saves(t, string(bytesOf(t, base)))
			s := mustOpen(t, at, testOptions(100+3*seed+room))
			r := rand.New(rand.NewPCG(seed, room))
			for range 6 {
				randomEdit(r, s)
			}
			mustClose(t, s)
			text += strings.TrimPrefix(string(bytesOf(t, at)), string(bytesOf(t, base)))
		}
		s := mustOpen(t, saves(t, text), testOptions(7))
		full, n := s.Doc(), 0
		for e, ok := s.Doc().UndoEdit(); ok; e, ok = s.Doc().UndoEdit() {
			if d := s.Do(e); reflect.DeepEqual(d.undo, full.undo) {
				t.Fatalf("seed %d: an undo changed nothing", seed)
			}
			n++
		}
		if d := s.Doc(); d.Name != "" || len(d.Order()) > 0 || !reflect.DeepEqual(d.Handout, Handout{}) || !reflect.DeepEqual(d.Charts, Charts{}) {
			t.Fatalf("seed %d: after %d undos there is still %+v", seed, n, d)
		}
		for range n {
			e, ok := s.Doc().RedoEdit()
			if do(s, e, ok); !ok {
				t.Fatalf("seed %d: fewer redos than undos", seed)
			}
		}
		got := s.Doc()
		if got.Name != full.Name || !reflect.DeepEqual(got.Places, full.Places) || !reflect.DeepEqual(got.Handout, full.Handout) ||
			!reflect.DeepEqual(got.Charts, full.Charts) {
			t.Fatalf("seed %d: brought back %+v\nwant %+v", seed, got, full)
		}
		mustClose(t, s)
	}
}

// A damaged clock is reported, and edits that are made later still come last.
func TestDamagedClocks(t *testing.T) {
	for name, tt := range map[string]struct {
		clock  uint64
		events string
		line   int // that is reported; 0 for none
	}{
		"zero":          {0, "", 2},
		"the maximum":   {1<<64 - 1, "", 2},
		"almost":        {1<<64 - 2, "", 2},
		"too large":     {maxClock + 1, "", 2},
		"large":         {maxClock - 9, "", 0},
		"beside others": {1 << 60, named("b", 7, "b"), 2},
	} {
		t.Run(name, func(t *testing.T) {
			path := saves(t, head1+named("a", tt.clock, "damaged?")+tt.events)
			s := mustOpen(t, path, testOptions(1))
			f := s.Findings()
			if tt.line == 0 && len(f) > 0 || tt.line > 0 && (len(f) != 1 || f[0].Args["Line"] != tt.line) {
				t.Errorf("findings %v, want line %d", f, tt.line)
			}
			for _, name := range []string{"later", "last"} {
				e, ok := Rename(s.Doc(), name)
				do(s, e, ok)
			}
			mustClose(t, s)
			if d, again, err := Read(path, testOptions(1)); err != nil || d.Name != "last" || len(again) != len(f) {
				t.Errorf("%v, name %q, findings %v", err, d.Name, again)
			}
		})
	}
}

func TestOneIDWithTwoContents(t *testing.T) {
	same := []string{
		named("a", 1, "x"), named("a", 1, "y"), line("a", 1, typeHandout, `{"paper":"a4"}`), undo("a", 1, "a"),
		strings.Replace(named("a", 1, "x"), "}\n", `,"at":"2026"}`+"\n", 1), named("a", 2, "z"), named("a", 0, "0"),
	}
	var want Doc
	r := rand.New(rand.NewPCG(1, 1))
	for i := range 50 {
		r.Shuffle(len(same), func(i, j int) { same[i], same[j] = same[j], same[i] })
		d, _, err := Read(saves(t, head1+strings.Join(same, "")), testOptions(1))
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			want = d
		} else if !reflect.DeepEqual(d, want) {
			t.Fatalf("in the order\n%s%+v\nwant %+v", strings.Join(same, ""), d, want)
		}
	}
}

func TestPlacesOfAnotherPackage(t *testing.T) {
	for name, tt := range map[string]struct{ options, places, want, gone string }{
		"all there":                 {"A B C D", `"B","A","",""`, "B A - -", ""},
		"shorter list":              {"A B", `"","","B","A"`, "B A", ""},
		"beyond the last, in order": {"A B C", `"","X","C","","B","A"`, "B A C", "X"},
		"longer list":               {"A B C", `"B"`, "B - -", ""},
		"gone, each once":           {"A B", `"X","Y","X","B"`, "B -", "X Y"},
		"twice":                     {"A B C", `"A","A","B","B"`, "A - B", ""},
	} {
		t.Run(name, func(t *testing.T) {
			o := testOptions(1)
			o.Options = strings.Fields(tt.options)
			path := saves(t, head1+mine4("a", 1, tt.places)+mine4("b", 2, tt.places))
			d, findings, err := Read(path, o)
			if err != nil {
				t.Fatal(err)
			}
			var gone []string
			for _, f := range findings {
				if f.Key == "workshop.finding.option_gone" {
					gone = append(gone, fmt.Sprint(f.Args["Option"]))
				}
			}
			got := strings.Fields(strings.ReplaceAll(fmt.Sprintf("%q", d.Places), `""`, "-"))
			if places := strings.Trim(strings.ReplaceAll(strings.Join(got, " "), `"`, ""), "[]"); places != tt.want {
				t.Errorf("places %s, want %s", places, tt.want)
			}
			if strings.Join(gone, " ") != tt.gone {
				t.Errorf("gone %v, want %s", gone, tt.gone)
			}
		})
	}
}

// Nobody outside can change the document of the store.
func TestDocIsAValue(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "w.doublefix"), testOptions(1))
	defer mustClose(t, s)
	e, _ := Place(s.Doc(), "A", 1)
	s.Do(e).Places[0] = "B"
	s.Doc().Places[1] = "C"
	if got := strings.Join(s.Doc().Places, ","); got != "A,,," {
		t.Errorf("places are %s", got)
	}
}
