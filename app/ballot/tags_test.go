package ballot

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestOnly takes the ballots of a tag out of a reading, which must be those that reading for the tag alone finds.
func TestOnly(t *testing.T) {
	for name, c := range map[string]struct {
		format Format
		text   string
		want   map[string]string // by tag; "" is without any
	}{
		"cvotes": {
			CEF,
			"#/Candidates: A;B\nA\n/EMPTY_RANKING/\nt1 || A > B * 3\nt1, late || B\nt2 || /EMPTY_RANKING/ * 2\nB > A\nt2, spoilt || /EMPTY_RANKING/\nspoilt || /EMPTY_RANKING/ * 4\nt1, t1 || A\n",
			map[string]string{
				"t1": "A,B | 12*3 | 01 | 10", "late": "A,B | 01", "t2": "A,B | blank 2 spoilt 1", "": "A,B | 10 | 21 | blank 1 spoilt 4", "t3": "A,B",
			},
		},
		"no tags": {CEF, "A > B\n", map[string]string{"": "A,B | 12", "t1": "A,B"}},
		"CSV": {
			CSV,
			"id,mesa,status,A,B\n1,Norte,,1,2\n2,Norte,nula,1,1\n3,'=Sur,,2,1\n4,,,,\n5,Norte,,,\n",
			map[string]string{"Norte": "A,B | 12 | blank 1 spoilt 1", "=Sur": "A,B | 21", "": "A,B | blank 1 spoilt 0"},
		},
		"rank columns": {CSV, "table,group,1,2\nT1,G,A,B\nT2,G,B,A\nT1,H,B,\n", map[string]string{"T1": "A,B | 12 | 01", "G": "A,B | 12 | 21", "": "A,B"}},
	} {
		r := read(t, c.format, c.text)
		for tag, want := range c.want {
			only := r.Only(tag)
			if got := short(only); got != want {
				t.Errorf("%s: %q has %s, want %s", name, tag, got, want)
			}
			if tag == "" {
				continue
			}
			alone, err := Read(strings.NewReader(c.text), Input{Format: c.format, Tag: tag})
			if err != nil || (tag != "t1" || name != "no tags") && c.format == CEF && short(alone.Profile) != want {
				t.Errorf("%s: %q read alone %s, %v, want %s", name, tag, short(alone.Profile), err, want)
			}
		}
	}
}

// Every ballot is with its table or with none, in long files too, where tagged and plain lines take turns.
func TestOnlyInALongFile(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString("#/Candidates: A;B;C\n")
	want := make([]Profile, 4)
	for i := range want {
		want[i].Options = []string{"A", "B", "C"}
	}
	for range 60_000 {
		table, run := r.IntN(len(want)), 1+r.IntN(5)
		for range run {
			places := []uint8{0, 0, 0}
			text := cefEmpty
			if r.IntN(20) > 0 {
				perm := r.Perm(3)
				places = []uint8{0, uint8(perm[1] + 1), uint8(perm[2] + 1)}
				if places[1] < places[2] {
					text = "B > C"
				} else {
					text = "C > B"
				}
			}
			if table > 0 {
				fmt.Fprintf(&b, "t%d || ", table)
			}
			b.WriteString(text + "\n")
			want[table].Add(places, 1)
		}
	}
	if b.Len() < 4*longestLine {
		t.Fatal("the file is not long")
	}
	got := read(t, CEF, b.String())
	for table := range want {
		tag := ""
		if table > 0 {
			tag = fmt.Sprintf("t%d", table)
		}
		if short(got.Only(tag)) != short(&want[table]) {
			t.Errorf("table %d: other ballots", table)
		}
	}
}

func TestLabels(t *testing.T) {
	p := &Profile{Options: []string{"A", "B"}, Blank: 3, Spoilt: 1}
	p.Add([]uint8{1, 2}, 1)
	p.Add([]uint8{1, 1}, 2)
	labels := &Labels{Rows: []Label{{"A-001", "Norte, arriba"}, {"", "=Sur"}}, Blank: []Label{{"A-007", ""}, {"A-009", "Sur"}}, Spoilt: []Label{{"A-008", "Sur"}}}
	for name, c := range map[string]struct {
		o    Output
		want string
	}{
		"candidate columns": {
			Output{Format: CSV, Labels: labels},
			"id,count,table,status,A,B\nA-001,1,\"Norte, arriba\",,1,2\n,2,'=Sur,,1,1\nA-007,1,,,,\nA-009,1,Sur,,,\n,1,,,,\nA-008,1,Sur,spoilt,,\n",
		},
		"rank columns": {
			Output{Format: CSV, Shape: RankColumns, Labels: labels},
			"id,count,table,status,1,1,2\nA-001,1,\"Norte, arriba\",,A,,B\n,2,'=Sur,,A,B,\nA-007,1,,,,,\nA-009,1,Sur,,,,\n,1,,,,,\nA-008,1,Sur,spoilt,,,\n",
		},
		"only tables": {
			Output{Format: CSV, Labels: &Labels{Rows: []Label{{Table: "1"}}}},
			"id,count,table,status,A,B\n1,1,1,,1,2\n2,2,,,1,1\n3,3,,,,\n4,1,,spoilt,,\n",
		},
		"cvotes": {
			Output{Format: CEF, Labels: labels},
			"#/Candidates: A ; B\n#/Implicit Ranking: true\n#/Weight Allowed: false\n\nNorte arriba || A > B\nSur || A = B * 2\n" +
				"/EMPTY_RANKING/\nSur || /EMPTY_RANKING/\n/EMPTY_RANKING/\nSur, spoilt || /EMPTY_RANKING/\n",
		},
	} {
		got := written(t, p, c.o)
		if got != c.want {
			t.Errorf("%s:\n%s, want\n%s", name, got, c.want)
		}
		r := read(t, c.o.Format, got)
		if back := r.Profile; back.Total() != 3 || back.Blank != 3 || back.Spoilt != 1 || len(r.Problems) > 0 {
			t.Errorf("%s: read back as %s, %s", name, short(back), found(r.Problems))
		}
	}
	back := read(t, CSV, written(t, p, Output{Format: CSV, Labels: labels}))
	if got := short(back.Only("Sur")); got != "A,B | blank 1 spoilt 1" {
		t.Errorf("table Sur comes back as %s", got)
	}
	if got := short(back.Only("Norte, arriba")); got != "A,B | 12" {
		t.Errorf("the other table comes back as %s", got)
	}
}

// Rank columns hold the same ballots, their options in another order; those that nobody ranks are lost, which is said before.
func TestRankColumnsComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		p := random(r, 1+r.IntN(8), 1+r.IntN(20), r.IntN(2) == 0, r.IntN(2) == 0)
		o := Output{Format: CSV, Shape: RankColumns}
		list := o.Check(p)
		readable(t, list)
		back := read(t, CSV, written(t, p, o)).Profile
		if lost := len(back.Options) < len(p.Options); lost != (found(list) == "0:0 write.never_ranked") {
			t.Fatalf("%s came back as %s; said %s", short(p), short(back), found(list))
		}
		at := map[string]int{}
		for i, name := range back.Options {
			at[name] = i + 1
		}
		again := &Profile{Options: p.Options, Blank: back.Blank, Spoilt: back.Spoilt}
		for i := range back.Rows() {
			row := make([]uint8, len(p.Options))
			for k, name := range p.Options {
				if at[name] > 0 {
					row[k] = back.Row(i)[at[name]-1]
				}
			}
			again.Add(row, back.Counts[i])
		}
		if short(again) != short(p) {
			t.Fatalf("%s came back as %s", short(p), short(again))
		}
	}
}
