package setup

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
	"doublefix/app/workshop"
)

func openPeople(t *testing.T, lang words.Lang, in PeopleInput) (*stage, *People) {
	t.Helper()
	st := newStage(t, lang, 1)
	d := NewPeople(st.style, st.deps, in)
	st.show(d.Content, d)
	return st, d
}

func TestPeopleTypedByLines(t *testing.T) {
	for _, lang := range words.Langs() {
		st, d := openPeople(t, lang, PeopleInput{Tables: twoTables})
		st.write("in.people.text", "Ana Ruiz; A1; 1\n\n;B7;north\nLuis\tC3\ttable 2")
		if lang == words.Spanish {
			st.write("in.people.text", "Ana Ruiz; A1; 1\n\n;B7;north\nLuis\tC3\tmesa 2")
		}
		want := []workshop.Person{{Name: "Ana Ruiz", Code: "A1", Table: "1"}, {Code: "B7", Table: "1"}, {Name: "Luis", Code: "C3", Table: "2"}}
		if got := d.Result().People; !slices.Equal(got, want) {
			t.Errorf("%s: before the list: %v, want %v", lang, got, want)
		}
		st.press("in.people.add")
		if got := d.Result().People; !slices.Equal(got, want) || len(d.people) != 3 || d.text != "" {
			t.Errorf("%s: on the list: %v, want %v; left to add: %q", lang, got, want, d.text)
		}
		st.fine(d)
	}
}

func TestPeopleLineProblemsNameTheirLine(t *testing.T) {
	for _, c := range []struct{ lines, line, part string }{
		{"Ana\n;;1", "Line 2", ""},
		{"Ana\n\nLuis;;9", "Line 3", "9"},
		{"Ana;A;1;more", "Line 1", "4"},
		{"Ana;A1\nLuis; a1", "Line 2", "Ana"},
		{"Luis;X1", "Line 1", "Eva"}, // on the list already
	} {
		st, d := openPeople(t, words.English, PeopleInput{Tables: twoTables, People: []workshop.Person{{ID: "e", Name: "Eva", Code: "X1"}}})
		st.write("in.people.text", c.lines)
		st.press("in.people.add")
		if said := d.said.Visible(); !said {
			t.Errorf("%q: nothing is said", c.lines)
		}
		st.stuck(d, "in.people.text")
		if said := d.Problem(); !strings.Contains(said, c.line) || !strings.Contains(said, c.part) {
			t.Errorf("%q: said %q, want %s and %q", c.lines, said, c.line, c.part)
		}
		st.write("in.people.text", "Luis;L2;1")
		if d.said.Visible() {
			t.Errorf("%q: the problem is still said after it was mended", c.lines)
		}
	}
}

func TestTables(t *testing.T) {
	people := []workshop.Person{{ID: "p", Name: "Ana", Table: "B1"}}
	st, d := openPeople(t, words.Spanish, PeopleInput{Room: "B", Tables: []workshop.Table{{ID: "B1"}}, People: people})
	st.press("in.people.table.add")
	added := d.tables[1]
	if id := st.style.Register.IDOf(st.win.Canvas().Focused()); id != "in.table"+added.key {
		t.Errorf("the focus is on %q, want the new table", id)
	}
	st.write("in.table"+added.key, " Sur ")
	st.write("in.table.count"+added.key, "7")
	st.write("in.table.count"+d.tables[0].key, "5")
	r := d.Result()
	if want := []workshop.Table{{ID: "B1", People: 5}, {ID: "B2", Name: "Sur", People: 7}}; !slices.Equal(r.Tables, want) || r.HeadCount != 12 {
		t.Errorf("tables %v, %d people; want %v, 12", r.Tables, r.HeadCount, want)
	}
	st.press("in.table.out" + d.tables[0].key)
	if r := d.Result(); len(r.Tables) != 1 || r.People[0].Table != "" {
		t.Errorf("after removing a table: %v, %v", r.Tables, r.People)
	}
}

func TestPeopleCounts(t *testing.T) {
	st, d := openPeople(t, words.English, PeopleInput{Tables: twoTables})
	st.write("in.people.count", "ten")
	st.stuck(d, "in.people.count")
	st.write("in.people.count", "13") // the tables have 14
	st.stuck(d, "in.people.count")
	st.write("in.people.count", "14")
	st.fine(d)
	st.write("in.table.count"+d.tables[1].key, "-1")
	st.stuck(d, "in.table.count"+d.tables[1].key)
}

func TestForgettingAsksFirst(t *testing.T) {
	var forgotten []string
	people := []workshop.Person{{ID: "p1", Name: "Ana", Code: "A1"}, {ID: "p2", Name: "Luis"}}
	st, d := openPeople(t, words.English, PeopleInput{People: people, Forget: func(id string) bool { forgotten = append(forgotten, id); return true }})
	forget := "in.person.forget" + d.people[0].key
	st.press(forget)
	if len(forgotten) > 0 {
		t.Fatal("forgotten without a question")
	}
	st.press("in.person.keep")
	if id := st.style.Register.IDOf(st.win.Canvas().Focused()); len(forgotten) > 0 || id != forget {
		t.Errorf("kept: forgotten %v, focus on %q", forgotten, id)
	}
	st.press(forget)
	st.press("in.person.sure")
	r := d.Result()
	if !slices.Equal(forgotten, []string{"p1"}) || !r.People[0].Forgotten || r.People[0].Name != "" || r.People[0].Code != "" {
		t.Errorf("forgotten %v, the result is %v", forgotten, r.People)
	}
	st.press("in.person.out" + d.people[1].key)
	if r := d.Result(); !slices.Equal(r.Removed, []string{"p2"}) || len(r.People) != 1 {
		t.Errorf("removed %v, left %v", r.Removed, r.People)
	}
}

func TestPeopleOnTheListAreTold(t *testing.T) {
	st, d := openPeople(t, words.Spanish, PeopleInput{Tables: twoTables, People: []workshop.Person{{ID: "1", Name: "Ana"}, {ID: "2", Name: "ana"}}})
	st.stuck(d, "in.person.code"+d.people[1].key)
	st.write("in.person.code"+d.people[1].key, "A2")
	st.fine(d)
	st.write("in.person.code"+d.people[0].key, "a2")
	st.stuck(d, "in.person.code"+d.people[1].key)
	st.write("in.person"+d.people[1].key, "")
	st.write("in.person.code"+d.people[1].key, "")
	st.stuck(d, "in.person"+d.people[1].key)
	st.write("in.person"+d.people[1].key, "Eva")
	st.press("in.person.table"+d.people[1].key, fyne.KeyRight, fyne.KeyRight)
	if r := d.Result(); r.People[1] != (workshop.Person{ID: "2", Name: "Eva", Table: "2"}) {
		t.Errorf("the second person is %v", r.People[1])
	}
}
