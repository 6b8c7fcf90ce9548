package workshop

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// randomLine is a line that some room may have written: from few ids, so that files share some and disagree on a few.
func randomLine(r *rand.Rand) string {
	id := r.IntN(40)
	at := [...]string{"", `,"at":"2026-11-22T09:00:00Z"`, ` , "by":"x"`}[r.IntN(3)]
	person := fmt.Sprint("p", r.IntN(3))
	name := [...]string{"!a", "Ana", "Beto", "~"}[r.IntN(4)]
	type kind struct{ name, data string }
	k := [...]kind{
		{typeNamed, `{"name":"` + name + `"}`},
		{typePeople, `{"people":[{"person":"` + person + `","name":"` + name + `","code":"K","table":"` + fmt.Sprint(r.IntN(2)) + `"}]}`},
		{typeForgotten, `{"person":"` + person + `"}`},
		{"from.the.future", `{"x":[1,{"person":"` + person + `","name":"` + name + `"}]}`},
		{typeUndo, `{"event":"e` + fmt.Sprint(r.IntN(40)) + `"}`},
		{typeCast, `{"round":"1","ballot":"b` + fmt.Sprint(r.IntN(4)) + `","person":"` + person + `","state":"` + [...]string{"valid", "withdrawn"}[r.IntN(2)] + `"}`},
	}[[...]int{0, 0, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5}[r.IntN(12)]]
	clock := 1 + id/4
	if r.IntN(10) == 0 {
		clock = 1 + r.IntN(9)
	}
	return fmt.Sprintf(`{"id":"e%d","clock":%d,"type":"%s","data":%s%s}`, id, clock, k.name, k.data, at)
}

// randomFile is a workshop of such lines; damage and other line ends are in some.
func randomFile(t *testing.T, r *rand.Rand) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, `{"format":"doublefix-workshop","version":1,"package":{"name":"test","sha256":"abc"},"created":"%s"}`+"\n",
		[...]string{"", "2026-11-22T09:00:00Z", "2026-11-22T03:00:00-06:00", "2026-11-21T09:00:00Z"}[r.IntN(4)])
	for range r.IntN(25) {
		line := randomLine(r)
		if r.IntN(15) == 0 {
			line = line[:r.IntN(len(line))]
		}
		b.WriteString(line + [...]string{"\n", "\n", "\r\n", "\n\n"}[r.IntN(4)])
	}
	if r.IntN(3) == 0 {
		b.WriteString(randomLine(r))
	}
	return saves(t, b.String())
}

// mergedFile puts files together and returns a file with the result.
func mergedFile(t *testing.T, paths ...string) string {
	t.Helper()
	m, err := Merge(paths, testOptions(1))
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "m.doublefix")
	if err := m.Save(out, testOptions(1)); err != nil {
		t.Fatal(err)
	}
	return out
}

// Putting files together is the same in any order, in any groups, and however often, byte for byte.
func TestMergeProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	twice := 0
	defer func() {
		if twice == 0 {
			t.Error("nobody has two ballots in any of the files")
		}
	}()
	for range 60 {
		a, b, c := randomFile(t, r), randomFile(t, r), randomFile(t, r)
		want := bytesOf(t, mergedFile(t, a, b, c))
		one, err := Merge([]string{a, b, c}, testOptions(1))
		other, err2 := Merge([]string{c, mergedFile(t, b, a), b}, testOptions(1))
		if err != nil || err2 != nil || !reflect.DeepEqual(one.Doc, other.Doc) {
			t.Fatalf("%v, %v; the documents differ:\n%+v\n%+v", err, err2, one.Doc, other.Doc)
		}
		for _, conflict := range one.Doc.Conflicts {
			if conflict.Twice.Person != "" {
				twice++
			}
		}
		for name, got := range map[string]string{
			"another order": mergedFile(t, c, a, b),
			"two first":     mergedFile(t, mergedFile(t, a, b), c),
			"the other two": mergedFile(t, a, mergedFile(t, c, b)),
			"some twice":    mergedFile(t, b, a, c, b, mergedFile(t, a)),
			"all again":     mergedFile(t, mergedFile(t, a, b, c), c, mergedFile(t, c, b, a)),
		} {
			if !bytes.Equal(bytesOf(t, got), want) {
				t.Fatalf("%s:\n%s\nwant\n%s\nof\n%s\nand\n%s\nand\n%s", name, bytesOf(t, got), want, bytesOf(t, a), bytesOf(t, b), bytesOf(t, c))
			}
		}
		if again := mergedFile(t, mergedFile(t, a)); !bytes.Equal(bytesOf(t, again), bytesOf(t, mergedFile(t, a))) {
			t.Fatal("a file by itself is not the same twice")
		}
	}
}

// What an open workshop takes in comes to the same document as a file that was put together.
func TestAbsorbIsMerge(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 3))
	for range 25 {
		a, _ := written(t, 8)
		b, c := randomFile(t, r), randomFile(t, r)
		want, _, err := Read(mergedFile(t, a, b, c), testOptions(1))
		if err != nil {
			t.Fatal(err)
		}
		s := mustOpen(t, a, testOptions(3))
		for _, path := range []string{b, c, b, a} {
			before := bytesOf(t, path)
			if _, err := s.Absorb(path); err != nil {
				t.Fatal(err)
			}
			if path != a && !bytes.Equal(before, bytesOf(t, path)) {
				t.Fatal("a source was changed")
			}
		}
		got := s.Doc()
		mustClose(t, s)
		reopened, _, err := Read(a, testOptions(1))
		if err != nil || !reflect.DeepEqual(got, reopened) {
			t.Fatalf("%v; open it is\n%+v\nand in the file\n%+v", err, got, reopened)
		}
		if again, err := Merge([]string{a}, testOptions(1)); err != nil || !reflect.DeepEqual(again.Doc, want) {
			t.Fatalf("%v; taken in it is\n%+v\nput together\n%+v", err, again.Doc, want)
		}
	}
}

// Two rooms go on from one file; who takes the other in has all of both, and a conflict is listed.
func TestTwoRooms(t *testing.T) {
	base := mustOpen(t, filepath.Join(t.TempDir(), "base.doublefix"), testOptions(1))
	e, ok := Rename(base.Doc(), "both")
	do(base, e, ok)
	mustClose(t, base)
	var rooms []string
	for i, name := range []string{"north", "south"} {
		path := saves(t, string(bytesOf(t, base.Path())))
		s := mustOpen(t, path, testOptions(uint64(i)+5))
		e, ok := Rename(s.Doc(), name)
		do(s, e, ok)
		e, ok = SetPeople(s.Doc(), []Person{{ID: "p" + name, Name: "Ana"}})
		do(s, e, ok)
		mustClose(t, s)
		rooms = append(rooms, path)
	}
	m, err := Merge(rooms, testOptions(1))
	if err != nil {
		t.Fatal(err)
	}
	if m.Events != 5 || !m.Whole() || m.Sources[0].New != 3 || m.Sources[1].New != 2 || len(m.Doc.People) != 2 || len(m.Doc.Conflicts) != 1 {
		t.Errorf("%d events from %+v, people %v, conflicts %+v", m.Events, m.Sources, m.Doc.People, m.Doc.Conflicts)
	}
	s := mustOpen(t, rooms[0], testOptions(9))
	source, err := s.Absorb(rooms[1])
	if err != nil || source.New != 2 || source.Events != 3 || !reflect.DeepEqual(s.Doc().People, m.Doc.People) || len(s.Doc().Conflicts) != 1 {
		t.Errorf("%v, %+v, people %v, conflicts %v", err, source, s.Doc().People, s.Doc().Conflicts)
	}
	e, ok = Rename(s.Doc(), "settled")
	do(s, e, ok)
	mustClose(t, s)
	if d, findings, err := Read(rooms[0], testOptions(1)); err != nil || len(findings) > 0 || d.Name != "settled" || len(d.Conflicts) != 0 {
		t.Errorf("%v, %v, name %q, conflicts %+v", err, findings, d.Name, d.Conflicts)
	}
}

func TestMergeReports(t *testing.T) {
	a := saves(t, head1+otherLine+"damage\n"+line("x", 1, typeTables, `[]`)+halfLine)
	b := saves(t, strings.Replace(head1, "abc", "def", 1)+otherLine)
	m, err := Merge([]string{a, b}, testOptions(1))
	if err != nil || m.Whole() || !slices.Equal(m.Sources[0].LeftOut, []int{3, 4, 5}) || m.Events != 1 {
		t.Errorf("%v, %+v", err, m.Sources)
	}
	if f := m.Sources[1].Findings; len(f) != 1 || f[0].Key != "workshop.finding.merged_edition" {
		t.Errorf("findings of another package: %v", f)
	}
	if f := m.Sources[0].Findings; len(f) != 3 || f[2].Key != "workshop.finding.left_out" || f[2].Args["Line"] != 5 {
		t.Errorf("findings of damage: %v", f)
	}
	_, err = Merge([]string{a, saves(t, "else")}, testOptions(1))
	wantKey(t, err, "error.workshop.not_one")
	_, err = Merge([]string{a, a + "gone"}, testOptions(1))
	wantKey(t, err, "error.workshop.missing")
}

// The result replaces nothing that it does not have.
func TestMergeOntoAFile(t *testing.T) {
	a, b := saves(t, head1+otherLine), saves(t, head1+named("b", 2, "b"))
	m, err := Merge([]string{a, b}, testOptions(1))
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct{ there, key string }{
		"nothing":          {"", ""},
		"the result":       {string(m.text), ""},
		"a part of it":     {head1 + otherLine, ""},
		"more":             {head1 + otherLine + named("c", 3, "c"), "error.workshop.other_there"},
		"damage":           {head1 + otherLine + "damage\n", "error.workshop.other_there"},
		"something else":   {"a,b\n", "error.workshop.other_there"},
		"open in a window": {head1 + otherLine, "error.workshop.in_use"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "c.doublefix")
			if tt.there != "" {
				path = saves(t, tt.there)
			}
			if tt.key == "error.workshop.in_use" {
				defer mustClose(t, mustOpen(t, path, testOptions(1)))
			}
			err := m.Save(path, testOptions(1))
			if tt.key == "" {
				if err != nil || !bytes.Equal(bytesOf(t, path), m.text) {
					t.Errorf("%v, file is\n%s", err, bytesOf(t, path))
				}
				return
			}
			wantKey(t, err, tt.key)
			if got, _ := os.ReadFile(path); string(got) != tt.there {
				t.Errorf("the file is now\n%s", got)
			}
		})
	}
}

// A file of a room that has not heard of it does not bring a name back, whoever takes in whom.
func TestMergeForgets(t *testing.T) {
	s := withPeople(t, testOptions(1))
	mustClose(t, s)
	other := saves(t, string(bytesOf(t, s.Path())))
	s = mustOpen(t, s.Path(), testOptions(2))
	if err := s.Forget("p1"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Absorb(other); err != nil {
		t.Fatal(err)
	}
	mustClose(t, s)
	noName(t, s.Path())
	noName(t, mergedFile(t, other, s.Path()))
	late := mustOpen(t, other, testOptions(3))
	if _, err := late.Absorb(s.Path()); err != nil {
		t.Fatal(err)
	}
	if late.Doc().Person("p1").Name != "" || !late.Doc().Person("p1").Forgotten {
		t.Errorf("people are %+v", late.Doc().People)
	}
	mustClose(t, late)
	noName(t, other)
}

func FuzzMerge(f *testing.F) {
	f.Add([]byte(head1+otherLine), []byte(head1+halfLine))
	f.Add([]byte(head1+`{"id":"a","clock":1,"type":"people.set","data":{"people":[{"person":"p","name":"A"}]}}`), []byte(head1+`{"id":"b","clock":1,"type":"person.forgotten","data":{"person":"p"}}`))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		one, err := readSheet("a", a)
		two, err2 := readSheet("b", b)
		if err != nil || err2 != nil {
			return
		}
		m, swapped := merge([]sheet{one, two}, testOptions(1)), merge([]sheet{two, one}, testOptions(1))
		if !bytes.Equal(m.text, swapped.text) {
			t.Fatalf("in another order it is\n%q\nnot\n%q", swapped.text, m.text)
		}
		result, err := readSheet("m", m.text)
		if err != nil || len(result.leftOut) > 0 {
			t.Fatalf("%v; lines %v of the result cannot be read:\n%q", err, result.leftOut, m.text)
		}
		if again := merge([]sheet{two, result}, testOptions(1)); !bytes.Equal(m.text, again.text) {
			t.Fatalf("again it is\n%q\nnot\n%q", again.text, m.text)
		}
	})
}
