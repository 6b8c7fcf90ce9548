package chart

import (
	"math"
	"math/rand"
	"strings"
	"testing"

	"doublefix/app/words"
)

// maker makes specs by chance, within what a table of data could hold.
type maker struct{ *rand.Rand }

const chanceWords = "a de Secretaría armas 2024 Departamento Ñeembucú of-the the United States México–EE. UU. 1,171 supercalifragilistico – ≈ (prensa)"

func (r maker) text(most int) string {
	all := strings.Fields(chanceWords)
	var out []string
	for range r.Intn(most + 1) {
		out = append(out, all[r.Intn(len(all))])
	}
	return strings.Join(out, " ")
}

func (r maker) number() float64 {
	switch r.Intn(8) {
	case 0:
		return math.NaN()
	case 1:
		return 0
	case 2:
		return -100 * r.Float64()
	case 3:
		return math.Pow(10, r.Float64()*12-3)
	}
	return math.Round(r.Float64() * 100)
}

// oneIn is true once in n times.
func (r maker) oneIn(n int) bool { return r.Intn(n) == 0 }

func (r maker) mark() Mark {
	m := Mark{
		ID: r.text(1), Label: r.text(8), Sub: r.text(4), Who: r.text(8), When: r.text(2), Period: r.text(4), Base: r.text(2),
		X: float64(1990 + r.Intn(35)), XTo: math.NaN(), Value: r.number(), Low: r.number(), High: r.number(),
		Series: r.Intn(6) - 1, Group: r.Intn(6) - 1, Emphasis: r.oneIn(8), Doubtful: r.oneIn(6), JoinedTo: r.text(1),
		Status: []Status{Final, Provisional, Partial, Derived}[r.Intn(4)], Shape: []Shape{Dot, Ring, Diamond}[r.Intn(3)],
		Letters: "abc"[:max(r.Intn(7)-3, 0)],
	}
	if r.oneIn(3) {
		m.Written = r.text(6)
	}
	if r.oneIn(10) {
		m.XTo = m.X + float64(r.Intn(9))
	}
	return m
}

func (r maker) spec() Spec {
	spec := Spec{
		Form: []Form{Lines, Claims, Ranges}[r.Intn(3)], Tr: words.For(words.Langs()[r.Intn(2)]), Source: "x", Title: r.text(10),
		Percent: r.oneIn(2), Log: r.oneIn(3),
	}
	for range r.Intn(5) {
		spec.Series = append(spec.Series, Series{Title: r.text(5), Quiet: r.oneIn(3)})
		spec.Groups = append(spec.Groups, Group{Title: r.text(8), Note: r.text(10)})
	}
	for range r.Intn(40) {
		spec.Marks = append(spec.Marks, r.mark())
	}
	return spec
}

// Whatever is said by whomever: texts stand clear of each other, all is inside the frame, every figure can be read.
func TestNothingOverlapsWhateverIsSaid(t *testing.T) {
	for seed := range int64(500) {
		r := maker{rand.New(rand.NewSource(seed))}
		spec := r.spec()
		d := laid(t, spec, 520+r.Float64()*880, float64(200+r.Intn(500)), 1+r.Float64())
		checkLabels(t, d)
		checkDrawing(t, tamed(spec), d)
		if t.Failed() {
			t.Fatalf("seed %d, %s, %g wide", seed, spec.Form, d.W)
		}
	}
}
