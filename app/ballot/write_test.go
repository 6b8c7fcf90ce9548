package ballot

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"doublefix/app"
)

func TestWritten(t *testing.T) {
	p := &Profile{Options: []string{"Ban, soon", "Ñ", "=C"}, Blank: 2, Spoilt: 1}
	p.Add([]uint8{2, 1, 2}, 3)
	p.Add([]uint8{0, 0, 1}, 1)
	full := &Profile{Options: []string{"A", "B", "C"}}
	full.Add([]uint8{2, 1, 2}, 3)
	full.Add([]uint8{1, 2, 3}, 1)
	full.Add([]uint8{2, 1, 2}, 1)
	for name, c := range map[string]struct {
		p    *Profile
		o    Output
		want string
	}{
		"CSV": {p, Output{Format: CSV}, "id,count,status,\"Ban, soon\",Ñ,'=C\n1,3,,2,1,2\n2,1,,,,1\n3,2,,,,\n4,1,spoilt,,,\n"},
		"CEF": {
			full,
			Output{Format: CEF},
			"#/Candidates: A ; B ; C\n#/Implicit Ranking: true\n#/Weight Allowed: false\n\nB > A = C * 3\nA > B > C\nB > A = C\n",
		},
		"CEF without opinion": {
			&Profile{Options: []string{"A", "B"}, Blank: 2, Spoilt: 1},
			Output{Format: CEF, Unranked: UnrankedNone},
			"#/Candidates: A ; B\n#/Implicit Ranking: false\n#/Weight Allowed: false\n\n/EMPTY_RANKING/ * 2\nspoilt || /EMPTY_RANKING/\n",
		},
		"TOC": {
			full,
			Output{Format: TOC, Title: "A day\nof", Date: "2026-10-01"},
			"# TITLE: A day of\n# DATA TYPE: toc\n# MODIFICATION TYPE: original\n# PUBLICATION DATE: 2026-10-01\n# NUMBER ALTERNATIVES: 3\n" +
				"# NUMBER VOTERS: 5\n# NUMBER UNIQUE ORDERS: 2\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n" +
				"4: 2,{1,3}\n1: 1,2,3\n",
		},
		"BLT": {p, Output{Format: BLT, Title: `A "day"`}, "3 1\n3 2 1=3 0\n1 3 0\n2 0\n0\n\"Ban, soon\"\n\"Ñ\"\n\"=C\"\n\"A 'day'\"\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := written(t, c.p, c.o); got != c.want {
				t.Errorf("wrote\n%s, want\n%s", got, c.want)
			}
		})
	}
}

func TestCheck(t *testing.T) {
	whole := func(names ...string) *Profile {
		p := &Profile{Options: names}
		row := make([]uint8, len(names))
		for i := range row {
			row[i] = uint8(i + 1)
		}
		p.Add(row, 1)
		return p
	}
	tied := whole("A", "B")
	tied.Add([]uint8{1, 1}, 2)
	partial := whole("A", "B")
	partial.Add([]uint8{1, 0}, 2)
	odd := whole("A", "B")
	odd.Blank, odd.Spoilt = 1, 1
	for name, c := range map[string]struct {
		p       *Profile
		formats []Format
		want    string
	}{
		"nothing wrong":      {whole("A", "B"), Writable(), ""},
		"ties, strict":       {tied, []Format{SOC, SOI}, "0:0 write.ties!"},
		"ties, BLT":          {tied, []Format{BLT}, "0:0 write.ties_blt"},
		"ties elsewhere":     {tied, []Format{CEF, CSV, TOC, TOI}, ""},
		"partial, complete":  {partial, []Format{SOC, TOC}, "0:0 write.partial!"},
		"partial elsewhere":  {partial, []Format{CEF, CSV, SOI, TOI, BLT}, ""},
		"blank and spoilt":   {odd, []Format{CEF, CSV}, ""},
		"no place for them":  {odd, []Format{SOC, TOI}, "0:0 write.blank, 0:0 write.spoilt"},
		"only for blank":     {odd, []Format{BLT}, "0:0 write.spoilt"},
		"no options":         {&Profile{}, Writable(), "0:0 write.options!"},
		"too many":           {random(rand.New(rand.NewPCG(1, 1)), MaxOptions+1, 0, false, false), Writable(), "0:0 write.options!"},
		"equal names":        {whole("A", "A"), Writable(), "0:0 write.name_twice!"},
		"no name":            {whole("A", ""), Writable(), "0:0 write.name_empty!"},
		"space around":       {whole("A", "B "), Writable(), "0:0 write.name_space!"},
		"a line break":       {whole("A", "B\nC"), Writable(), "0:0 write.name_space!"},
		"no UTF-8":           {whole("A", "B\xff"), Writable(), "0:0 write.name_space!"},
		"a very long name":   {whole("A", strings.Repeat("B", maxName+1)), Writable(), "0:0 write.name_long!"},
		"signs of CEF":       {whole("A > B", "C#1"), []Format{CEF}, "0:0 write.name_sign!, 0:0 write.name_sign!"},
		"signs elsewhere":    {whole("A > B", "C#1"), []Format{CSV, SOC, BLT}, ""},
		"quotation marks":    {whole(`"A"`, "B"), []Format{BLT}, "0:0 write.name_sign!"},
		"quotation mark, ok": {whole(`"A"`, "B"), []Format{CSV, CEF, TOI}, ""},
		"headings":           {whole("Mesa", "2", "Rank 3"), []Format{CSV}, "0:0 write.name_heading!, 0:0 write.name_heading!, 0:0 write.name_heading!"},
		"an unknown format":  {whole("A"), []Format{"xls", ""}, "0:0 error.format!"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, f := range c.formats {
				list := Check(c.p, f)
				if got := found(list); got != c.want {
					t.Errorf("%s: %s, want %s", f, got, c.want)
				}
				readable(t, list)
				err := Write(&strings.Builder{}, c.p, Output{Format: f})
				if refused := strings.Contains(c.want, "!"); refused != (app.CodeOf(err) == app.Invalid) {
					t.Errorf("%s: writing says %v", f, err)
				}
			}
		})
	}
}

func TestPrefLibFormat(t *testing.T) {
	for want, row := range map[Format][]uint8{SOC: {1, 2, 3}, SOI: {1, 2, 0}, TOC: {1, 1, 2}, TOI: {1, 1, 0}} {
		p := &Profile{Options: []string{"A", "B", "C"}}
		p.Add([]uint8{3, 1, 2}, 1)
		p.Add(row, 1)
		if got := PrefLibFormat(p); got != want {
			t.Errorf("%s: %s, want %s", short(p), got, want)
		}
	}
}

// TestRoundTrip writes random ballots in every format that holds them and reads them back.
func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		p := random(r, 1+r.IntN(12), r.IntN(20), r.IntN(2) == 0, r.IntN(2) == 0)
		p.Blank, p.Spoilt = p.Blank+int64(r.IntN(3)), int64(r.IntN(3))
		for _, f := range []Format{CEF, CSV, PrefLibFormat(p), TOI} {
			same(t, p, f)
		}
	}
}

// same fails where what is written in a format and read again is something else. PrefLib joins equal rows, and has neither
// blank nor spoilt ballots.
func same(t testing.TB, p *Profile, f Format) {
	t.Helper()
	text := written(t, p, Output{Format: f})
	r := read(t, f, text)
	want := p
	if f != CEF && f != CSV {
		want = p.Compact()
		want.Blank, want.Spoilt = 0, 0
	}
	if short(r.Profile) != short(want) || len(r.Problems) > 0 {
		t.Fatalf("%s\nwritten as %s\nis read as %s, %s", short(want), text, short(r.Profile), found(r.Problems))
	}
}

// full is a disk without space left.
type full struct{ left int }

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errors.New("no space left")
	}
	return len(b), nil
}

func TestWriteSaysThatTheDiskIsFull(t *testing.T) {
	p := random(rand.New(rand.NewPCG(1, 1)), 10, 10000, true, true)
	for _, f := range []Format{CEF, CSV, TOI, BLT} {
		if err := Write(&full{left: 1000}, p, Output{Format: f}); err == nil {
			t.Errorf("%s: no error", f)
		}
	}
}
