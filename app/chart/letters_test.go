package chart

import (
	"math"
	"strings"
	"testing"

	"doublefix/app/words"
)

// Many letters are written short, and what is short still says which letters stand there.
func TestManyLettersAreWrittenShort(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a": "a", "a,b,c,d": "a,b,c,d", "a,b,c,d,e": "a–e", "a,b,d,e,f,h": "a,b,d–f,h", "y,z,aa,ab,ad": "y–ab,ad", "a,c,e,g,i": "a,c,e,g,i",
	} {
		got := inRuns(in)
		if got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
		for n := 1; n < 40; n++ {
			letter := strings.Repeat("a", (n-1)/26) + string(rune('a'+(n-1)%26))
			if has := in != "" && strings.Contains(","+in+",", ","+letter+","); hasLetter(got, letter) != has {
				t.Errorf("%q has %q: %t", got, letter, !has)
			}
		}
	}
}

// A note whose letter stands in a run keeps its letter.
func TestNotesOfRunsKeepTheirLetters(t *testing.T) {
	spec := Spec{Form: BarsHorizontal, Tr: words.For(words.English), Title: "T", Source: "S", Marks: []Mark{newMark("x", "X", math.NaN(), 3)}}
	spec.Marks[0].Letters = "a,b,c,d,e,f"
	for _, letter := range strings.Split(spec.Marks[0].Letters, ",") {
		spec.Notes = append(spec.Notes, Note{letter, "Because."})
	}
	drawn := map[string]bool{}
	for _, l := range labelsOf(laid(t, spec, 600, 400, 1)) {
		drawn[l.Text] = true
	}
	if !drawn["a–f"] || !drawn["d"] || drawn["–"] || drawn["a,b,c,d,e,f"] {
		t.Errorf("%v", drawn)
	}
}

// A figure that is wider than its column is broken after the dash of its range, not within a number.
func TestRangesBreakAfterTheirDash(t *testing.T) {
	c := newCanvas(words.For(words.English), framed(Frame{W: 400, H: 300}))
	s := c.as.value
	for text, want := range map[string]string{"≈182,500–219,000": "≈182,500–|219,000", "on/off-the-record": "on/off-the-|record"} {
		if got := strings.Join(c.wrap(text, s, c.width(s, text)-6, 0), "|"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
