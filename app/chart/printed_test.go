package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"doublefix/app/words"
)

// outputsSpec is a table with everything in it: groups, tags, who, when, figures with units and letters, and words.
func outputsSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	nan := math.NaN()
	spec := Spec{
		Form: Table, Tr: words.For(lang), Title: in("What the programmes report", "Lo que informan los programas"), Subtitle: in("As each agency counts", "Según cuenta cada dependencia"),
		Source: "GAO, KSAT", Alt: "x", Notes: []Note{{"a", in("Another outlet says 1,143.", "Otro medio dice 1,143.")}, {"b", in("Rounded.", "Redondeado.")}},
		Heads:  Heads{in("Output", "Resultado"), in("Status, as of March 2024", "Estado, a marzo de 2024"), in("Who says so", "Quién lo dice"), in("Period", "Periodo"), in("Figure", "Cifra")},
		Groups: []Group{{"seized", in("Seized", "Decomisado"), in("guns and parts", "armas y partes")}, {"other", in("Other", "Otros"), ""}},
	}
	for i, r := range []struct {
		group              int
		label, sub, who    string
		when, tag, letters string
		value              float64
		written, unit      string
	}{
		{0, in("Guns seized", "Armas decomisadas"), in("Operation Without a Trace of ICE and CBP", "Operación Without a Trace del ICE y la CBP"), "ICE", "2020–2021", in("Closed", "Cerrada"), "a", 1125, "", in("firearms", "armas de fuego")},
		{0, in("Rounds seized", "Cartuchos decomisados"), "", "ICE", in("to June 2023", "a junio de 2023"), in("Open", "Abierta"), "b", nan, in("more than 850,000", "más de 850,000"), in("rounds", "cartuchos")},
		{1, in("People arrested", "Personas detenidas"), strings.Repeat(in("With state and local police. ", "Con policías estatales y locales. "), 6), in("Homeland Security Investigations", "Investigaciones de Seguridad Nacional"), "2020", "", "", 227, "", in("people", "personas")},
		{1, in("Time frames for training", "Plazos para la capacitación"), in("So that more recovered guns are reported.", "Para que se informe de más armas recuperadas."), "", "", in("Open", "Abierta"), "a,b", nan, "", ""},
	} {
		m := barMark(r.label, nan, r.value)
		m.ID, m.Group, m.Sub, m.Who, m.When, m.Tag, m.Letters, m.Written, m.Unit = fmt.Sprintf("G%02d", i+1), r.group, r.sub, r.who, r.when, r.tag, r.letters, r.written, r.unit
		m.TagQuiet = i > 0
		spec.Marks = append(spec.Marks, m)
	}
	spec.Marks[1].Emphasis = true
	return spec
}

// longTable has so many rows.
func longTable(count int) func(words.Lang) Spec {
	return changed(outputsSpec, func(s *Spec) {
		rows := s.Marks
		s.Marks = nil
		for i := range count {
			m := rows[i%len(rows)]
			m.ID = fmt.Sprint(i)
			s.Marks = append(s.Marks, m)
		}
	})
}

func printedSpecs() map[string]func(words.Lang) Spec {
	return map[string]func(words.Lang) Spec{
		"outputs": outputsSpec, "sixty": longTable(60),
		"long":      changed(outputsSpec, longTexts),
		"long tags": changed(outputsSpec, func(s *Spec) { s.Marks[0].Tag, s.Marks[2].Tag = strings.Repeat("Cerrada y cumplida ", 9), "x" }),
		"long figures": changed(outputsSpec, func(s *Spec) {
			s.Marks[1].Written, s.Marks[0].Unit = strings.Repeat("hundreds of thousands ", 5), strings.Repeat("armas de fuego ", 9)
		}),
		"titles only": changed(outputsSpec, func(s *Spec) {
			for i := range s.Marks {
				m := &s.Marks[i]
				m.Who, m.When, m.Tag, m.Written, m.Value = "", "", "", "", math.NaN()
			}
		}),
		"no groups": changed(outputsSpec, func(s *Spec) { s.Groups, s.Heads = nil, Heads{} }),
		"one":       changed(outputsSpec, func(s *Spec) { s.Marks = s.Marks[3:] }),
	}
}

// checkPrinted fails the test where a row cannot be read or a text is cut.
func checkPrinted(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	if len(d.Hits) != len(spec.Marks) {
		t.Errorf("%d of %d rows can be read", len(d.Hits), len(spec.Marks))
	}
	checkWhole(t, spec, d)
}

// checkWhole fails the test where a text of the table is cut.
func checkWhole(t *testing.T, spec Spec, d Drawing) {
	t.Helper()
	var said strings.Builder
	for _, l := range labelsOf(d) {
		said.WriteString(strings.ReplaceAll(l.Text, " ", ""))
	}
	for _, m := range spec.Marks {
		for _, text := range []string{m.Label, m.Sub, m.Tag, m.Written} {
			if text = strings.ReplaceAll(strings.TrimSpace(text), " ", ""); !strings.Contains(said.String(), text) {
				t.Errorf("%s: %q is not there", m.ID, text)
			}
		}
	}
}

// Columns that no row needs are left out, and where the title had too little room they stand under it, without headings.
func TestColumnsOfATable(t *testing.T) {
	heads := func(spec Spec, w float64) string {
		var out []string
		in := []string{spec.Heads.Label, spec.Heads.Who, spec.Heads.When, spec.Heads.Tag, spec.Heads.Figure}
		for _, l := range labelsOf(laid(t, spec, w, 400, 1)) {
			if l.Role == "sub" && slices.Contains(in, l.Text) {
				out = append(out, l.Text)
			}
		}
		return strings.Join(out, "|")
	}
	for _, c := range []struct {
		name string
		w    float64
		want string
	}{
		{"outputs", 1000, "Output|Who says so|Period|Status|Figure"},
		{"outputs", 520, ""},
		{"titles only", 1000, ""},
		{"one", 1000, "Output|Status"},
	} {
		spec := printedSpecs()[c.name](words.English)
		spec.Heads.Tag = "Status"
		if c.name == "outputs" {
			spec.Marks[2].Who = "HSI"
		}
		if got := heads(spec, c.w); got != c.want {
			t.Errorf("%s at %g: headings %q, want %q", c.name, c.w, got, c.want)
		}
	}
}

func TestTagsDifferWithoutColour(t *testing.T) {
	d := laid(t, outputsSpec(words.English), 860, 400, 1)
	solid, dashed := 0, 0
	for _, s := range d.Shapes {
		if a, ok := s.(Area); ok && len(a.Points) > 4 {
			if len(a.Stroke.Dash) > 0 {
				dashed++
			} else {
				solid++
			}
		}
	}
	if solid != 1 || dashed != 2 {
		t.Errorf("%d solid and %d dashed pills, want 1 and 2", solid, dashed)
	}
}

func TestATableWithoutEndSaysWhatIsMissing(t *testing.T) {
	spec := longTable(1400)(words.English)
	d := laid(t, spec, 520, 300, 2)
	if len(d.Hits) == len(spec.Marks) || d.H > printedMost+2000 {
		t.Fatalf("%d rows on %g", len(d.Hits), d.H)
	}
	want := fmt.Sprintf("%d more rows", len(spec.Marks)-len(d.Hits))
	if !slices.ContainsFunc(labelsOf(d), func(l Label) bool { return strings.HasPrefix(strings.ReplaceAll(l.Text, ",", ""), want) }) {
		t.Errorf("it does not say %q", want)
	}
}

func idsOf(marks []Mark) []string {
	var ids []string
	for _, m := range marks {
		ids = append(ids, m.ID)
	}
	return ids
}

// Parts of a table hold every row once and in order, are no higher than asked for, and explain the letters they have.
func TestSplit(t *testing.T) {
	spec := longTable(60)(words.Spanish)
	frame := Alone(700, 480)
	for _, h := range []float64{500, 980, 1e5} {
		var ids []string
		parts := Split(spec, frame, h)
		for i, p := range parts {
			if got := MinHeight(p, frame); got > h {
				t.Errorf("part %d is %g high, more than %g", i, got, h)
			}
			if want := fmt.Sprintf("parte %d de %d", i+1, len(parts)); len(parts) > 1 && !strings.HasSuffix(p.Subtitle, want) {
				t.Errorf("%q does not say %q", p.Subtitle, want)
			}
			ids = append(ids, idsOf(p.Marks)...)
			for _, m := range p.Marks {
				if strings.Contains(m.Letters, "a") && !slices.ContainsFunc(p.Notes, func(n Note) bool { return n.Letter == "a" }) {
					t.Errorf("part %d does not explain a", i)
				}
			}
		}
		want := idsOf(rowsInOrder(spec))
		if len(parts) == 1 {
			want = idsOf(spec.Marks)
		}
		if !slices.Equal(ids, want) || len(parts) > 1 != (h < 1e5) {
			t.Errorf("%d parts at %g hold %v", len(parts), h, ids)
		}
	}
	if parts := Split(spec, frame, 1); len(parts) != len(spec.Marks) {
		t.Errorf("%d parts where none fits, want a row each", len(parts))
	}
	if parts := Split(claimsSpec(words.English), frame, 10); len(parts) != 1 {
		t.Error("claims are split")
	}
}
