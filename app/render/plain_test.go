package render

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// What takes the fast way through Clean is what the slow way would leave as it is, whatever it stands beside.
func TestPlainIsWhatCleaningLeavesAlone(t *testing.T) {
	var all strings.Builder
	for r := rune(0); r < 0x10000; r++ {
		s := string(r)
		if !plain(s) {
			continue
		}
		all.WriteString(s)
		if p := norm.NFC.PropertiesString(s); !p.BoundaryBefore() || p.CCC() != 0 || !norm.NFC.IsNormalString(s) {
			t.Errorf("%U changes with what is before it", r)
		}
		// A character that is not plain sends the same text the slow way.
		if got := Clean(s + "\u4e2d"); got != s+"\u4e2d" {
			t.Errorf("%U becomes %q", r, got)
		}
	}
	if got := Clean(all.String() + "\u4e2d"); got != all.String()+"\u4e2d" {
		t.Error("plain characters change beside each other")
	}
	for _, s := range []string{"Jalisco: 1,171 detenidos — “así”… 67.5\u00a0%", "ÁÉÍÓÚÜÑ¿¡"} {
		if !plain(s) {
			t.Errorf("%q takes the slow way", s)
		}
	}
}

func TestAdvancesKeptAreThoseOfTheFont(t *testing.T) {
	for f := Regular; f < faceCount; f++ {
		for r := rune(-1); r < 2*latinEnd; r++ {
			if got, want := f.typeface().advance(r), f.typeface().lookUp(r); got != want {
				t.Errorf("face %d, %U: %v, want %v", f, r, got, want)
			}
		}
	}
}
