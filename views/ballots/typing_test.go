package ballots

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"doublefix/app/words"
)

// Five papers in a row take nothing but their digits and Enter, and each is un-shuffled by its number.
func TestRunOfPapers(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, setting{lang: lang})
		r.focus("ballots-boxes")
		r.types("3142⏎1234⏎1234⏎4321⏎2143⏎")
		r.wants("001:3142:ABCD 002:1234:ABCD 003:1234:DCBA 004:4321:CADB 005:2143:ACBD")
		if got := r.win.Canvas().Focused(); got != fyne.Focusable(r.view.boxes) {
			t.Errorf("the focus has gone to %T", got)
		}
		if r.state.Serial != "006" || r.state.Digits != "" {
			t.Errorf("goes on with %q, %q", r.state.Serial, r.state.Digits)
		}
	}
}

// Sixty papers are sixty times digits and Enter; all numbers are used and none twice.
func TestSixtyPapers(t *testing.T) {
	r := enter(t, setting{})
	for i := range 60 {
		r.printed[fmt.Sprintf("%03d", i+1)] = strings.Split("DBAC", "")
	}
	r.focus("ballots-boxes")
	r.types(strings.Repeat("1234⏎", 60))
	if len(r.casts) != 60 || r.casts[59].Serial != "060" || inOrder(r.casts[59].Places) != "D > B > A > C" {
		t.Errorf("%d entered, the last is %+v", len(r.casts), r.casts[len(r.casts)-1])
	}
	if r.state.Serial != "" {
		t.Errorf("goes on with %s, which was not printed", r.state.Serial)
	}
}

func TestCorrectingWhileTyping(t *testing.T) {
	for _, c := range []struct{ name, keys, want string }{
		{"backspace", "31⌫⌫⌫4321⏎", "001:4321:BDAC"},
		{"more digits than options", "31429⏎", "001:3142:ABCD"},
		{"too few", "314⏎", ""},
		{"too few, then the rest", "314⏎2⏎", "001:3142:ABCD"},
		{"nothing", "⏎⏎", ""},
		{"no number on a line", "3102⏎", "001:3102:ABC"},
		{"a number twice", "2214⏎", "001:2214:spoilt"},
		{"no number at all", "0000⏎", "001:0000:blank"},
		{"blank", "b", "001::blank"},
		{"blank after digits", "31B", "001::blank"},
		{"spoilt keeps what was typed", "31s", "001:31:spoilt"},
		{"escape", "31⎋1234⏎", "001:1234:CADB"},
		{"letters mean nothing", "3x1y42⏎", "001:3142:ABCD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := enter(t, setting{})
			r.focus("ballots-boxes")
			r.types(c.keys)
			r.wants(c.want)
		})
	}
}

func TestTies(t *testing.T) {
	r := enter(t, setting{model: func(m *Model) { m.Ties = true }})
	r.focus("ballots-boxes")
	r.types("2213")
	r.has("complete, with a tie", "=")
	r.types("⏎")
	if len(r.casts) != 1 || r.casts[0].State != Valid || r.casts[0].Places["C"] != 2 || r.casts[0].Places["A"] != 2 {
		t.Errorf("entered %+v", r.casts)
	}
}

func TestMissingDigitsAreNamed(t *testing.T) {
	r := enter(t, setting{lang: words.Spanish})
	r.focus("ballots-boxes")
	r.types("31⏎")
	r.has("Faltan 2 números")
	r.types("4")
	r.hasNot("Faltan 2 números")
	r.types("2")
	r.has("completa, sin empates")
}

func TestSerials(t *testing.T) {
	for _, c := range []struct{ name, keys, want string }{
		{"another number", "n17⏎1234⏎", "017:1234:CADB"},
		{"by the number pad", "/17⏎1234⏎2134⏎", "017:1234:CADB 018:2134:BACD"},
		{"the number before the digits typed last", "31n5⏎42⏎", "005:3142:ABCD"},
		{"not printed", "n99⏎", ""},
		{"on paper of one's own", "n⌫⏎1234⏎", ":1234:ABCD"},
		{"the last one goes on with the first that is missing", "n20⏎1234⏎1234⏎", "020:1234:BDAC 001:1234:CADB"},
		{"escape leaves the number", "n⎋1234⏎", "001:1234:CADB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := enter(t, setting{})
			r.focus("ballots-boxes")
			r.types(c.keys)
			r.wants(c.want)
		})
	}
}

func TestUnknownNumber(t *testing.T) {
	r := enter(t, setting{})
	r.focus("ballots-boxes")
	r.types("n99⏎")
	r.has("No paper with the number 99 was printed for this round.")
	r.focus("ballots-boxes")
	r.types("1234⏎")
	r.wants("")
	if r.state.Digits != "1234" {
		t.Errorf("what was typed is gone: %q", r.state.Digits)
	}
}

// Where nothing was printed, any number will do and the paper is read in the order of the options.
func TestOwnPaper(t *testing.T) {
	r := enter(t, setting{bare: true})
	r.has("no printed order: read as A B C D")
	r.focus("ballots-boxes")
	r.types("2143⏎1234⏎")
	r.wants("001:2143:BADC 002:1234:ABCD")
}

func TestNumberThatIsEntered(t *testing.T) {
	r := enter(t, setting{})
	r.focus("ballots-boxes")
	r.types("3142⏎n1⏎")
	r.has("001 is entered already.")
	r.types("1234⏎")
	r.wants("001:3142:ABCD")
	r.types("⎋⏎")
	r.has("Correcting 001")
	r.types("1234⏎")
	r.wants("001:3142:ABCD 001:1234:CADB")
	if r.casts[1].ID != "b1" || len(r.m.Rows) != 1 {
		t.Errorf("%d rows, corrected %q", len(r.m.Rows), r.casts[1].ID)
	}
}

func TestCorrectFromTheList(t *testing.T) {
	r := enter(t, setting{})
	r.focus("ballots-boxes")
	r.types("3142⏎1234⏎4321⏎")
	r.focus("ballots-list")
	r.types("↓⏎")
	r.has("Correcting 002")
	r.types("4321⏎")
	if e := r.casts[3]; e.ID != "b2" || e.Serial != "002" || inOrder(e.Places) != "D > C > B > A" {
		t.Errorf("corrected %+v", e)
	}
	if r.state.Serial != "004" {
		t.Errorf("goes on with %s", r.state.Serial)
	}
}

func TestWithdraw(t *testing.T) {
	r := enter(t, setting{})
	r.focus("ballots-boxes")
	r.types("3142⏎1234⏎")
	r.focus("ballots-list")
	r.types("␡")
	if r.m.Rows[0].State != Withdrawn || r.m.Rows[1].State != Valid {
		t.Errorf("rows are %+v", r.m.Rows)
	}
	r.has("withdrawn")
	r.focus("ballots-boxes")
	r.types("n2⏎1234⏎") // its number is free again
	if len(r.casts) != 3 || r.casts[2].Serial != "002" {
		t.Errorf("entered %s", r.casting())
	}
}

// What the window could not keep stays where it was typed.
func TestRefusedEntryStays(t *testing.T) {
	r := enter(t, setting{})
	r.refuse = true
	r.focus("ballots-boxes")
	r.types("3142⏎")
	if r.state.Digits != "3142" || r.state.Serial != "001" {
		t.Errorf("now %q, %q", r.state.Serial, r.state.Digits)
	}
}

func TestPadded(t *testing.T) {
	for in, want := range map[string]string{"7": "007", "14": "014", "123": "123", "1234": "1234", "0": "000", "A-014": "A-014", "": ""} {
		if got := padded(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
