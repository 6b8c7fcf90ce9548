package rank

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"doublefix/app/chart"
	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/data"
	"doublefix/views/kit"
)

// shipped is the set that comes with the program.
func shipped(t *testing.T) *dataset.Set {
	t.Helper()
	p, _, err := datapackage.Open(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	set, _ := dataset.Load(p)
	return set
}

// texts returns all texts that stand in an object.
func texts(o fyne.CanvasObject) []string {
	var out []string
	switch o := o.(type) {
	case *canvas.Text:
		out = append(out, o.Text)
	case *fyne.Container:
		for _, part := range o.Objects {
			out = append(out, texts(part)...)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(o).Objects() {
			out = append(out, texts(part)...)
		}
	}
	return out
}

// Every piece of evidence of every option stands in its card, and leads to its table or row.
func TestEvidence(t *testing.T) {
	set := shipped(t)
	for _, lang := range words.Langs() {
		r := enter(t, lang)
		r.evidence = set.EvidenceFor
		for _, o := range r.view.deps.Options {
			all := set.EvidenceFor(o.ID)
			for _, stance := range []dataset.Stance{dataset.For, dataset.Against, dataset.Context} {
				if !slices.ContainsFunc(all, func(e dataset.Evidence) bool { return e.Stance == stance }) {
					t.Errorf("option %s has no evidence %s", o.ID, stance)
				}
			}
			r.focus(o.ID)
			r.view.ToggleEvidence()
			said := strings.Join(texts(r.view.cards[o.ID]), " ")
			for _, e := range all {
				if !strings.Contains(said, e.Reason.In(lang)) {
					t.Errorf("%s: %s is not said: %s", lang, e.ID, e.Reason.In(lang))
				}
				r.opened = nil
				lead, ok := r.style.Register.Get("rank.evidence." + e.ID).(*kit.Tap)
				if !ok {
					t.Errorf("%s leads nowhere", e.ID)
					continue
				}
				lead.Press()
				if len(r.opened) != 1 || r.opened[0] != targetOf(e) {
					t.Errorf("%s opens %v", e.ID, r.opened)
				}
			}
			r.view.ToggleEvidence()
		}
	}
}

// Every main piece of evidence has a chart small enough for its card, in both languages and at every size of text.
func TestMainEvidenceIsDrawn(t *testing.T) {
	set := shipped(t)
	drawn := 0
	for _, e := range set.Evidence {
		if !e.Main {
			continue
		}
		for _, l := range words.Langs() {
			spec, _, err := chart.Build(e.Dataset, e.Dataset.View(e.View), words.For(l))
			if err != nil {
				t.Fatal(err)
			}
			r := enter(t, l)
			if r.view.mainCard(dataset.Option{ID: e.Option}, e) == nil {
				t.Errorf("%s has no card", e.ID)
			}
			d, err := chart.Small(spec, chart.Frame{W: chartWidth, H: chartTall, Palette: r.style.Palette, Text: 1})
			if err != nil || len(d.Shapes) == 0 {
				t.Errorf("%s: %d shapes, %v", e.ID, len(d.Shapes), err)
			}
			drawn++
		}
	}
	if drawn < 2*len(set.Options) {
		t.Errorf("only %d charts were drawn", drawn)
	}
}

// A term is marked where a card mentions it first, and its mark leads to its entry.
func TestTermsInEvidence(t *testing.T) {
	set := shipped(t)
	r := enter(t, words.English)
	r.evidence, r.terms = set.EvidenceFor, set.TermsIn
	r.view.deps.Options = set.Options
	r.focus("B")
	r.view.ToggleEvidence()
	seen := map[string]bool{}
	first, again := r.view.marked("B", "The ATF traced guns.", seen), r.view.marked("B", "The ATF again.", seen)
	if !seen["atf"] || len(seen) < 2 {
		t.Errorf("marked are %v", seen)
	}
	press(t, first)
	if len(r.opened) != 1 || r.opened[0] != (Target{Term: "atf"}) {
		t.Errorf("a mark opens %v", r.opened)
	}
	if tappable(again) != nil {
		t.Error("a term is marked twice")
	}
}

// tappable returns the first part of a paragraph that can be pressed, nil where there is none.
func tappable(p *kit.Paragraph) fyne.Tappable {
	p.Resize(fyne.NewSize(400, p.HeightFor(400)))
	for _, o := range test.WidgetRenderer(p).Objects() {
		if tap, ok := o.(fyne.Tappable); ok {
			return tap
		}
	}
	return nil
}

func press(t *testing.T, p *kit.Paragraph) {
	t.Helper()
	tap := tappable(p)
	if tap == nil {
		t.Fatal("nothing can be pressed")
	}
	tap.Tapped(&fyne.PointEvent{})
}

// Page keys scroll through evidence that is longer than the window.
func TestPageKeysScroll(t *testing.T) {
	set := shipped(t)
	r := enter(t, words.English)
	r.evidence = set.EvidenceFor
	r.focus("B")
	r.view.ToggleEvidence()
	if !r.view.Key(&fyne.KeyEvent{Name: fyne.KeyPageDown}) || r.view.scroll.Offset() <= 0 {
		t.Errorf("page down scrolls to %v", r.view.scroll.Offset())
	}
	r.view.Key(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	if r.view.scroll.Offset() != 0 {
		t.Errorf("page up scrolls to %v", r.view.scroll.Offset())
	}
}
