package explore

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app"
	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
	"doublefix/views/viewtest"
)

// said is an error in the words of a reader.
func said(tr words.Tr, err error) string {
	var known *app.Error
	if errors.As(err, &known) {
		return tr.T(known.Key, words.Args(known.Args))
	}
	return err.Error()
}

func (r *room) sideSays(text string) bool { return saysAll(r.view.side, text) }

// saysAll reports whether every word of text stands in what is shown.
func saysAll(o fyne.CanvasObject, text string) bool {
	shown := test.RenderObjectToMarkup(o)
	return !slices.ContainsFunc(strings.Fields(text), func(word string) bool { return !strings.Contains(shown, word) })
}

// Every aggregate is offered, or stands there with why not; what is offered is answered.
func TestAggregatesAreOfferedOrRefused(t *testing.T) {
	offered, refused := 0, 0
	for _, id := range []string{"border_seizures", "us_share", "atf_traces", "displacement"} {
		r := enter(t, words.English, State{Dataset: id})
		r.view.ToggleAsk()
		for _, g := range r.view.data.Groupable(dataset.Lens{}, r.style.Tr) {
			r.view.Ask(dataset.Lens{Group: g.Field, By: dataset.Count})
			for _, a := range dataset.Aggregates() {
				why := r.view.data.MayAggregate(r.view.lens(), a, r.style.Tr)
				if why != "" && a != dataset.Count {
					refused++
					before := r.view.lens()
					r.press("ask.by." + string(a))
					if !r.sideSays(why) || r.view.lens().By != before.By {
						t.Errorf("%s by %s: %s does not say %q, or acts", id, g.Field, a, why)
					}
					continue
				}
				r.press("ask.by." + string(a))
				if r.view.lens().By != a || r.view.refused != nil || len(r.view.rows) == 0 {
					t.Errorf("%s by %s: %s answers %v, %d rows", id, g.Field, a, r.view.refused, len(r.view.rows))
				}
				offered++
				r.view.Ask(dataset.Lens{Group: g.Field, By: dataset.Count})
			}
		}
	}
	if offered == 0 || refused == 0 {
		t.Errorf("%d offered, %d refused: one of both was not tried", offered, refused)
	}
}

// What cannot be answered says so where the chart was, in both languages, and the way back leads to the chart.
func TestRefusalInThePlaceOfTheChart(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang, State{Dataset: "us_share"})
		r.view.Ask(dataset.Lens{Group: "claimant", By: dataset.Sum})
		if r.view.refused == nil || r.view.chart != nil {
			t.Fatalf("%s: shares are summed", lang)
		}
		if text := said(r.style.Tr, r.view.refused); !saysAll(r.view.main, text) {
			t.Errorf("%s: it does not say %q", lang, text)
		}
		r.key(fyne.KeyRight, fyne.KeyEnd, fyne.KeyEscape)
		r.view.ToggleTable()
		r.view.ToggleSources()
		r.view.ToggleForms()
		var failed []error
		r.view.deps.Fail = func(err error) { failed = append(failed, err) }
		for i, export := range []func(){r.view.ExportCSV, r.view.ExportSheet, r.view.ExportBundle, r.view.ExportSVG, func() { r.view.ExportPNG(2) }, r.view.ExportPDF, r.view.CopyTable, r.view.CopySentence} {
			export()
			if len(failed) != i+1 || len(r.saved) > 0 || r.copied != "" {
				t.Errorf("%s: export %d leaves %d refusals, %d files, %q", lang, i, len(failed), len(r.saved), r.copied)
			}
		}
		r.view.ExportAll()
		if len(r.saved) != 1 {
			t.Errorf("%s: all of it is not written", lang)
		}
		r.view.ToggleForms()
		r.view.ToggleTable()
		r.press("ask.clear")
		if r.view.refused != nil || r.view.chart == nil || r.view.Asks() {
			t.Errorf("%s: the way back leads to %v", lang, r.view.refused)
		}
	}
}

// Where nothing is left, the way back and the charts that draw what is left are offered.
func TestNothingLeft(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "atf_traces"})
	r.view.Ask(dataset.Lens{Text: "no row says this at all"})
	r.view.ToggleTable()
	if r.view.table != nil || !saysAll(r.view.main, r.style.Tr.T("explore.ask.nothing")) {
		t.Error("an empty table says nothing")
	}
	r.view.ToggleTable()
	if !saysAll(r.view.main, r.view.data.Rows[0].Source.Publisher.In(words.English)) {
		t.Error("the line under it names nobody")
	}
	r.press("ask.clear")
	if r.view.Asks() || len(r.view.rows) == 0 {
		t.Error("the way back does not lead to the chart")
	}
}

// What is pressed in a long panel stays where it is.
func TestDrawerKeepsItsPlace(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "us_share"})
	r.view.ToggleAsk()
	var value string
	for _, f := range r.view.data.Facets(r.view.lens(), r.style.Tr) {
		if f.Kind == dataset.FacetValues {
			r.state.Open[r.view.facetKey(f)] = true
			value = "ask." + f.Field + "." + f.Values[0].Value
		}
	}
	r.view.showSide()
	r.win.Canvas().Capture()
	r.view.drawerPane.SetOffset(300)
	r.press(value)
	r.win.Canvas().Capture()
	if at := r.view.drawerPane.Offset(); at != 300 || !r.view.Asks() {
		t.Errorf("the drawer is scrolled to %v", at)
	}
	r.view.ToggleCompare()
	if at := r.view.drawerPane.Offset(); at != 0 {
		t.Errorf("another panel begins at %v", at)
	}
}

// The chooser draws every form that it offers, says of every other why not, and marks the one that is drawn.
func TestChooser(t *testing.T) {
	r := enter(t, words.English, State{})
	for _, id := range r.view.order() {
		r.view.Choose(id)
		if !r.view.HasFigures() {
			continue
		}
		if !r.state.Drawer {
			r.view.ToggleForms()
		}
		own := r.view.view.Form
		for _, o := range chart.Offers(r.view.answer, r.style.Tr) {
			if !o.Fits {
				if _, there := r.style.Register.Get("form." + string(o.Form)).(*kit.Tap); there && !r.sideSays(o.Why) {
					t.Errorf("%s: why not %s is not said", id, o.Form)
				}
				continue
			}
			r.press("form." + string(o.Form))
			if r.view.view.Form != string(o.Form) || len(r.view.spec.Marks) == 0 || r.view.refused != nil {
				t.Errorf("%s: pressed %s, drawn is %s, %v", id, o.Form, r.view.view.Form, r.view.refused)
			}
		}
		r.press("form." + own)
		if r.view.lens().Form != "" {
			t.Errorf("%s: its own form is kept as %q", id, r.view.lens().Form)
		}
	}
}

// Where an index is refused, no other reason advises it.
func TestReasonsDoNotAdviseWhatIsRefused(t *testing.T) {
	refused := 0
	for _, lang := range words.Langs() {
		tr := words.For(lang)
		for _, d := range viewtest.Set(t).Datasets {
			for _, c := range d.Charts {
				q := dataset.Lens{View: c.Name}
				if d.MayScale(q, dataset.Index, tr) == "" {
					continue
				}
				for _, scale := range []dataset.Scale{dataset.PerMonth, dataset.Per100k} {
					why := d.MayScale(q, scale, tr)
					if why != "" {
						refused++
					}
					if strings.Contains(why, "an index") || strings.Contains(why, "un índice") || strings.Contains(why, "como índice") {
						t.Errorf("%s of %s: %s", scale, d.ID, why)
					}
				}
			}
		}
	}
	if refused == 0 {
		t.Error("nothing is refused")
	}
}

// The line under a chart of many sources names some and says how many there are besides.
func TestSourceLineOfManyIsShort(t *testing.T) {
	for lang, more := range map[words.Lang]string{words.English: " more sources · ", words.Spanish: " fuentes más · "} {
		r := enter(t, lang, State{Dataset: "mexico_homicides"})
		r.view.ToggleCompare()
		for range 4 {
			if _, ok := r.compared(dataset.Multiples); !ok {
				t.Fatal("nothing is left to compare")
			}
		}
		line := r.view.answer.Data.SourceSummary(r.view.view, r.view.rows, r.style.Tr)
		if n := len([]rune(line)); n > 190 || !strings.Contains(line, more) {
			t.Errorf("%d letters: %s", n, line)
		}
	}
}
