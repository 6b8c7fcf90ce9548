package ballots

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/words"
	"doublefix/views/kit"
)

func TestSecondEntryIsBlind(t *testing.T) {
	r := enter(t, setting{})
	r.focus("ballots-boxes")
	r.types("3142⏎1234⏎4321⏎")
	r.tap("ballots.second")
	r.has("Second entry of 001", "hidden for the second entry")
	r.hasNot("3142", "A > B > C > D")
	r.types("3142⏎")
	r.has("Second entry of 002")
	r.types("1243⏎4321⏎")
	r.wants("001:3142:ABCD 002:1234:ABCD 003:4321:ABCD")
	r.has("Every paper with a number is entered twice", "002: first 1234 (A > B > C > D), second 1243 (A > B > D > C)")
	for id, want := range map[string]string{"b1": "checked", "b2": "differs", "b3": "checked"} {
		if row := r.m.row(id); row.Checked != (want == "checked") || row.Differs != (want == "differs") {
			t.Errorf("%s is not %s", id, want)
		}
	}
	r.tap("ballots.keep.second.b2")
	r.tap("ballots.keep.first.b2")
	if got := strings.Join(r.asked, ", "); got != "keep b2 true, keep b2 false" {
		t.Errorf("asked %s", got)
	}
	r.tap("ballots.second")
	r.has("3142", "Paper ballot 004")
}

func TestCloseSaysWhyNot(t *testing.T) {
	for _, c := range []struct {
		counts Counts
		say    string
	}{
		{Counts{}, "no ballot has come in yet"},
		{Counts{Entered: 3, Left: 1}, "1 ballot that came back is not entered yet"},
		{Counts{Entered: 3, Left: 6}, "6 ballots that came back are not entered yet"},
		{Counts{Entered: 3, Second: 3, Differ: 2}, "the two entries of 2 ballots differ"},
		{Counts{Entered: 3}, ""},
	} {
		r := enter(t, setting{model: func(m *Model) { m.Counts = c.counts }})
		r.tap("ballots.close")
		if closed := slices.Contains(r.asked, "close"); closed != (c.say == "") {
			t.Errorf("%+v: closed %v", c.counts, closed)
		}
		if c.say != "" {
			r.has("The round cannot be closed: " + c.say)
		} else {
			r.hasNot("The round cannot be closed")
		}
	}
}

// The strip has three numbers, each with its name, and with them what is missing or special.
func TestStripNamesItsNumbers(t *testing.T) {
	counts := Counts{Issued: 20, Returned: 18, Entered: 15, Left: 3, NotReturned: 2, Spoilt: 1, Blank: 2}
	r := enter(t, setting{model: func(m *Model) { m.Counts = counts }})
	r.has("20", "printed here · 2 not back", "18", "came back · 3 still to enter", "15", "entered · 1 spoilt · 2 blank")
	r = enter(t, setting{model: func(m *Model) { m.Counts, m.Phase = Counts{Entered: 3}, Closed }})
	r.has("printed here", "came back", "entered")
	r.hasNot("not back", "still to enter", "spoilt")
	if r.style.Register.Get("ballots-returned") != nil {
		t.Error("papers that came back can be typed after the round is closed")
	}
}

func TestReturnedIsTyped(t *testing.T) {
	r := enter(t, setting{})
	r.tap("ballots-returned")
	r.types("17⏎")
	if r.m.Counts.Returned != 17 {
		t.Errorf("%d returned", r.m.Counts.Returned)
	}
	if r.win.Canvas().Focused() != fyne.Focusable(r.view.boxes) {
		t.Error("typing does not go on")
	}
	r.tap("ballots-returned")
	r.types("3⎋")
	r.tap("ballots-returned")
	r.types("x⏎")
	if r.m.Counts.Returned != 17 {
		t.Errorf("%d returned", r.m.Counts.Returned)
	}
}

func TestRoundThatIsNotOpen(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, setting{lang: lang, model: func(m *Model) { m.Phase = Planned }})
		r.view.Rune('3')
		r.tap("ballots.open")
		r.m.Phase, r.m.Rows = Closed, []Row{{ID: "b1", Serial: "001", Paper: "1234", Order: "A > B > C > D"}}
		r.view.Show(r.m)
		r.view.Rune('3')
		r.view.Rune('b')
		r.focus("ballots-list")
		r.types("⏎␡")
		r.tap("ballots.reopen")
		r.tap("ballots.result")
		if got := strings.Join(r.asked, " "); got != "open open result" || r.state.Digits != "" || r.state.Target != "" || r.casts != nil || r.m.Rows[0].State != Valid {
			t.Errorf("asked %s, typed %q", got, r.state.Digits)
		}
	}
}

// A person sees the own ballot alone; nothing is kept of one that is cancelled, and what is confirmed is seen by nobody.
func TestBallotOnScreenIsPrivate(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, setting{lang: lang})
		r.focus("ballots-boxes")
		r.types("3142⏎")
		r.tap("ballots.screen")
		r.hasNot("3142", "A > B > C > D", "001")
		r.types("⏎")
		r.hasNot("3142", "A > B > C > D", "001")
		if got := strings.Join(r.view.standing(), ""); got != "DBAC" {
			t.Errorf("options stand %s", got)
		}
		r.types("2↓1") // D second, B first
		if got := strings.Join(r.view.standing(), ""); got != "BDAC" {
			t.Errorf("options stand %s", got)
		}
		r.types("⎋")
		if r.state.Screen.Places != nil || len(r.casts) != 1 {
			t.Error("a cancelled ballot is still there")
		}
		r.types("⏎2↓1")
		r.tap("ballots.screen.confirm")
		e := r.casts[1]
		if !e.Screen || inOrder(e.Places) != "B > D" || e.Paper != "" || strings.Join(e.Shown, "") != "DBAC" || e.ID != "s1" || e.State != Valid {
			t.Errorf("cast %+v", e)
		}
		r.hasNot("B > D", "Traces", "Trace more guns")
		if r.state.Screen.Step != Thanks {
			t.Errorf("step is %v", r.state.Screen.Step)
		}
		r.types("⏎") // the next person begins with nothing
		if r.view.placed() != 0 {
			t.Error("the next ballot is not empty")
		}
		r.types("⎋⎋")
		r.hasNot("B > D")
		if r.view.OnScreen() {
			t.Error("Esc does not lead back")
		}
	}
}

func TestVotingKeys(t *testing.T) {
	r := enter(t, setting{})
	r.tap("ballots.screen")
	r.types("⏎1↓↓3")
	r.view.Move(-1)
	want := func(places string) {
		t.Helper()
		if got := strings.Join(r.state.Screen.Places, "."); got != places {
			t.Errorf("places are %s, want %s", got, places)
		}
	}
	want("D.A..")
	r.view.Move(-1)
	want("A.D..")
	r.view.Move(-1)
	want("A.D..")
	r.types("0")
	want(".D..")
	r.tap("ballots-place-C1")
	r.tap("ballots-down-C")
	want("D.C..")
	r.types("9")
	want("D.C..")
	r.tap("ballots-out-D")
	want(".C..")
	r.tap("ballots-out-C")
	r.tap("ballots.screen.confirm")
	if r.casts[0].State != Blank {
		t.Errorf("an empty ballot is %q", r.casts[0].State)
	}
}

// Everything can be reached and nothing is cut off at the right, in small windows and with large text.
func TestFits(t *testing.T) {
	for _, lang := range words.Langs() {
		for _, set := range []setting{{factor: 1, width: 1204, height: 720}, {factor: 1, width: 948, height: 590}, {factor: 1, width: 700, height: 500}, {factor: 2, width: 1204, height: 720}} {
			set.lang, set.model = lang, full
			r := enter(t, set)
			r.focus("ballots-boxes")
			r.types("3142")
			checks := func(what string) {
				t.Helper()
				if got := r.view.page.Container.MinSize().Width; got > set.width {
					t.Errorf("%s, %v × %v: %s needs %v", lang, set.width, set.factor, what, got)
				}
			}
			checks("paper")
			r.types("⏎")
			r.tap("ballots.screen")
			checks("waiting")
			r.types("⏎1")
			checks("voting")
		}
	}
}

func TestNineOptions(t *testing.T) {
	r := enter(t, setting{factor: 1, width: 948, height: 590, model: func(m *Model) {
		m.Options = nil
		for i := range 9 {
			id := string(rune('A' + i))
			m.Options = append(m.Options, Option{id, "Option " + id, id})
		}
		m.Counts = Counts{}
	}, bare: true})
	r.focus("ballots-boxes")
	r.types("987654321⏎")
	r.wants("001:987654321:IHGFEDCBA")
}

func TestLongListMakesOnlyRowsInSight(t *testing.T) {
	r := enter(t, setting{model: func(m *Model) {
		for i := range 500 {
			m.Rows = append(m.Rows, Row{ID: strconv.Itoa(i), Serial: padded(strconv.Itoa(500 - i)), Paper: "1234", Order: "A > B > C > D"})
		}
	}})
	if n := strings.Count(r.reads(), "A > B > C > D"); n > 60 || n == 0 {
		t.Errorf("%d rows are made", n)
	}
	r.focus("ballots-list")
	r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if r.state.Current != "499" {
		t.Errorf("chosen is %s", r.state.Current)
	}
}

func TestMenus(t *testing.T) {
	r := enter(t, setting{model: full})
	choose := func(id string, item int) {
		t.Helper()
		r.tap(id)
		if item < 0 {
			item = len(r.menu.Items) - 1
		}
		r.menu.Items[item].Action()
	}
	choose("ballots.round", 0)
	choose("ballots.table", 2)
	choose("ballots.person", 1)
	choose("ballots.more", -1)
	r.tap("ballots.people")
	if got := strings.Join(r.asked, ", "); got != "round 1, table 2, person p1, audit, people" {
		t.Errorf("asked %s", got)
	}
}

// The menu of a row corrects and withdraws; a ballot cast on screen cannot be corrected by anyone else.
func TestRowMenu(t *testing.T) {
	r := enter(t, setting{model: func(m *Model) {
		m.Rows = []Row{{ID: "x", Screen: true, Order: "D > A > B > C"}, {ID: "y", Serial: "001", Paper: "1234", Shown: []string{"C", "A", "D", "B"}}}
	}})
	r.hasNot("D > A > B > C")
	r.view.rowMenu("x", r.view.list)
	if !r.menu.Items[0].Disabled || r.menu.Items[1].Disabled {
		t.Error("a ballot cast on screen can be corrected, or cannot be withdrawn")
	}
	r.view.rowMenu("y", r.view.list)
	r.menu.Items[0].Action()
	if r.state.Target != "y" {
		t.Errorf("target is %q", r.state.Target)
	}
}

func TestShowingTwiceIsTheSame(t *testing.T) {
	r := enter(t, setting{model: full})
	r.focus("ballots-boxes")
	r.types("31")
	first := test.RenderObjectToMarkup(r.view.Content)
	r.view.Show(r.m)
	if second := test.RenderObjectToMarkup(r.view.Content); first != second {
		t.Error("the same round looks different the second time")
	}
}

// Another language builds the place anew: what was typed and the ballot on screen stay.
func TestStateOutlivesTheView(t *testing.T) {
	r := enter(t, setting{})
	r.focus("ballots-boxes")
	r.types("n7⏎31")
	r.view = New(r.style, r.deps(), &r.state)
	r.win.SetContent(r.view.Content)
	r.view.Show(r.m)
	r.has("Paper ballot 007")
	r.focus("ballots-boxes")
	r.types("42⏎")
	r.wants("007:3142:CADB")
	if _, ok := r.style.Register.Get("ballots.enter").(*kit.Tap); !ok {
		t.Error("no button to enter")
	}
}

func TestHintsFollowWhatIsDone(t *testing.T) {
	r := enter(t, setting{})
	if h := r.view.Hints(); len(h) == 0 || h[0].Keys != "1 – 4" {
		t.Errorf("hints are %v", h)
	}
	r.tap("ballots.screen")
	if h := r.view.Hints(); h != nil {
		t.Errorf("while the laptop is handed on, hints are %v", h)
	}
	r.types("⏎")
	if h := r.view.Hints(); len(h) == 0 || h[0].Keys != "↑ ↓" {
		t.Errorf("hints are %v", h)
	}
}

func BenchmarkEnterWith500Ballots(b *testing.B) {
	t := &testing.T{}
	r := enter(t, setting{model: func(m *Model) {
		for i := range 500 {
			m.Rows = append(m.Rows, Row{ID: strconv.Itoa(i), Serial: padded(strconv.Itoa(500 - i)), Paper: "1234", Order: "A > B > C > D"})
		}
		m.Counts = Counts{Entered: 500}
	}, bare: true})
	r.focus("ballots-boxes")
	for b.Loop() {
		r.types("1234⏎")
	}
}

// A letter that enters a ballot does nothing while the list has the focus; a digit goes to the paper.
func TestLettersInTheList(t *testing.T) {
	r := enter(t, setting{model: full})
	r.focus("ballots-list")
	r.types("bsB3")
	if r.casts != nil || r.state.Digits != "3" || r.win.Canvas().Focused() != fyne.Focusable(r.view.boxes) {
		t.Errorf("entered %s, typed %q", r.casting(), r.state.Digits)
	}
}
