package chart

import (
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// tableAndLineSpecs are the charts of lines, claims and ranges that every check of places goes through.
func tableAndLineSpecs() map[string]func(words.Lang) Spec {
	return map[string]func(words.Lang) Spec{
		"claims": claimsSpec, "ranges": rangesSpec, "homicides": homicidesSpec, "traces": tracesSpec, "bands": bandsSpec,
		"claims without groups": changed(claimsSpec, func(s *Spec) { s.Groups = nil }),
		"claims, one":           changed(claimsSpec, func(s *Spec) { s.Marks = s.Marks[:1] }),
		"claims, long":          changed(claimsSpec, longTexts),
		"claims, full axis":     changed(claimsSpec, func(s *Spec) { s.Marks[3].Low, s.Marks[3].High, s.Marks[4].Value = 0, 100, 100 }),
		"claims, in numbers":    changed(claimsSpec, func(s *Spec) { s.Percent, s.Marks[2].Value = false, 3e6 }),
		"claims, negative":      changed(claimsSpec, func(s *Spec) { s.Percent, s.Marks[2].Value = false, -40 }),
		"claims, open ends":     changed(claimsSpec, openEnds),
		"ranges, long":          changed(rangesSpec, longTexts),
		"ranges, linear":        changed(rangesSpec, func(s *Spec) { s.Log = false }),
		"ranges, some below 1":  changed(rangesSpec, func(s *Spec) { s.Marks[3].Value, s.Marks[4].Low, s.Marks[5].Value = 0, -3, math.NaN() }),
		"ranges, words only":    changed(rangesSpec, func(s *Spec) { s.Marks = s.Marks[13:15] }),
		"ranges, one":           changed(rangesSpec, func(s *Spec) { s.Marks = s.Marks[4:5] }),
		"lines, long":           changed(tracesSpec, longTexts),
		"lines, one point":      changed(tracesSpec, func(s *Spec) { s.Marks = s.Marks[:1] }),
		"lines, equal":          changed(tracesSpec, func(s *Spec) { setAll(s, 7) }),
		"lines, zero":           changed(tracesSpec, func(s *Spec) { setAll(s, 0) }),
		"lines, log":            changed(tracesSpec, func(s *Spec) { s.Log = true }),
		"lines, below zero":     changed(tracesSpec, func(s *Spec) { s.Marks[1].Value = -20000 }),
		"lines, a mean":         changed(tracesSpec, func(s *Spec) { s.Marks[9].XTo = s.Marks[9].X + 5 }),
		"lines, many letters":   changed(homicidesSpec, func(s *Spec) { lettered(s) }),
	}
}

func changed(base func(words.Lang) Spec, change func(*Spec)) func(words.Lang) Spec {
	return func(lang words.Lang) Spec {
		s := base(lang)
		change(&s)
		return s
	}
}

func longTexts(s *Spec) {
	long := strings.Repeat("Secretaría de Seguridad y Protección Ciudadana ", 7)
	for i := range s.Series {
		s.Series[i].Title = long[:60+i]
	}
	for i := range s.Groups {
		s.Groups[i].Title, s.Groups[i].Note = long, long
	}
	for i := range s.Marks {
		m := &s.Marks[i]
		m.Label, m.Sub, m.Who, m.When, m.Period, m.Base = long, long, long, long[:30], long, strings.Repeat("9", 60)
		if i%4 == 0 {
			m.Written, m.Letters = long[:90], "abcd"
		}
	}
}

func openEnds(s *Spec) {
	for i := range s.Marks {
		switch m := &s.Marks[i]; i % 4 {
		case 0:
			m.Low, m.Value = float64(5*i), math.NaN()
		case 1:
			m.High, m.Value = float64(5*i), math.NaN()
		case 2:
			m.Value = math.NaN()
		}
	}
}

func setAll(s *Spec, v float64) {
	for i := range s.Marks {
		s.Marks[i].Value = v
	}
}

func lettered(s *Spec) {
	for i := range s.Marks {
		s.Marks[i].Letters = string(rune('a' + i%26))
	}
}

func TestClaimsStandWhereTheirValuesAre(t *testing.T) {
	spec := claimsSpec(words.English)
	d := laid(t, spec, 860, 560, 1)
	slices.SortFunc(d.Hits, func(a, b Hit) int {
		return sign(lineValue(spec, spec.Marks[a.Mark]) - lineValue(spec, spec.Marks[b.Mark]))
	})
	for i := 1; i < len(d.Hits); i++ {
		a, b := d.Hits[i-1], d.Hits[i]
		if a.Anchor.X > b.Anchor.X+0.01 {
			t.Errorf("%s stands right of %s", spec.Marks[a.Mark].ID, spec.Marks[b.Mark].ID)
		}
	}
	if len(d.Hits) != len(spec.Marks) {
		t.Errorf("%d of %d claims can be read", len(d.Hits), len(spec.Marks))
	}
}

func TestColumnsFoldInOrder(t *testing.T) {
	spec := claimsSpec(words.Spanish)
	order := []string{"Base", "Period", "When"}
	last := 0
	for w := 1400.0; w >= 240; w -= 20 {
		cols := newClaims(newCanvas(spec.Tr, framed(Frame{W: w, H: 400})), spec, 0, w).cols
		folded := 0
		for i, col := range []span{cols.base, cols.period, cols.when} {
			switch {
			case col.w > 0 && folded < i:
				continue
			case col.w == 0 && folded == i:
				folded++
			case col.w == 0:
				t.Errorf("at %g %s folds before %s", w, order[i], order[folded])
			}
		}
		if folded < last {
			t.Errorf("at %g a column comes back that was folded when there was more room", w)
		}
		if last = folded; w == 700 && folded > 0 {
			t.Error("columns fold at the width of a printed page")
		}
	}
	if last != 3 {
		t.Errorf("at 240 %d columns are folded, want 3", last)
	}
}

func TestJoinedClaimsAreOneRow(t *testing.T) {
	for lang, want := range map[words.Lang]string{words.English: "77–78, then 80%", words.Spanish: "77–78, luego 80\u00a0%"} {
		spec := claimsSpec(lang)
		d := laid(t, spec, 860, 560, 1)
		if !slices.ContainsFunc(labelsOf(d), func(l Label) bool { return l.Text == want }) {
			t.Errorf("no label %q", want)
		}
		i := slices.IndexFunc(spec.Marks, func(m Mark) bool { return m.ID == "C23" })
		if next := d.Neighbour(i, 1, 0); next != i+1 {
			t.Errorf("right of %s is %s", spec.Marks[i].ID, spec.Marks[next].ID)
		}
		if next := d.Neighbour(i, 0, -1); next != i-1 {
			t.Errorf("above %s is %s", spec.Marks[i].ID, spec.Marks[next].ID)
		}
	}
}

func TestMarkFigure(t *testing.T) {
	nan := math.NaN()
	en := Spec{Tr: words.For(words.English)}
	percent := Spec{Tr: words.For(words.Spanish), Percent: true}
	for name, c := range map[string]struct {
		spec Spec
		mark Mark
		want string
	}{
		"written":       {en, Mark{Value: 3, Low: nan, High: nan, Written: "≈3"}, "≈3"},
		"value":         {en, Mark{Value: 1171, Low: nan, High: nan}, "1,171"},
		"percent":       {percent, Mark{Value: 67.5, Low: nan, High: nan}, "67.5\u00a0%"},
		"range":         {percent, Mark{Value: nan, Low: 70, High: 90}, "70–90\u00a0%"},
		"long range":    {en, Mark{Value: 212887, Low: 89816, High: 359205}, "89,816\u00a0– 212,887\u00a0– 359,205"},
		"equal ends":    {en, Mark{Value: nan, Low: 5, High: 5}, "5"},
		"open above":    {en, Mark{Value: 5, Low: 5, High: nan}, "5 or more"},
		"open below":    {percent, Mark{Value: nan, Low: nan, High: 5}, "hasta 5\u00a0%"},
		"nothing there": {en, Mark{Value: nan, Low: nan, High: nan}, ""},
	} {
		if got := markFigure(c.spec, c.mark); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestBlocksKeepEveryMark(t *testing.T) {
	spec := claimsSpec(words.English)
	spec.Marks[0].Group, spec.Marks[1].Group = 99, -1
	for i := range spec.Marks[2:] {
		spec.Marks[2+i].JoinedTo = spec.Marks[1+i].ID
	}
	seen := map[int]int{}
	for _, b := range blocksOf(spec) {
		if len(b.rows) == 0 {
			t.Errorf("group %q without rows", b.Title)
		}
		for _, r := range b.rows {
			if len(r.marks) > joinedAtMost {
				t.Errorf("%d marks on one row", len(r.marks))
			}
			for _, i := range r.marks {
				seen[i]++
			}
		}
	}
	for i := range spec.Marks {
		if seen[i] != 1 {
			t.Errorf("mark %d stands in %d rows", i, seen[i])
		}
	}
}
