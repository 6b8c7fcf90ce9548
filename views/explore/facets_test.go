package explore

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// stops are the names of the parts that Tab comes by, from the way out of the drawer to a part; nil where it never comes there.
func (r *room) stops(to string) []string {
	r.win.Canvas().Focus(r.style.Register.Get("drawer.close"))
	var ids []string
	for range 60 {
		r.win.Canvas().(interface{ FocusNext() }).FocusNext()
		ids = append(ids, r.focused())
		if r.focused() == to {
			return ids
		}
	}
	return nil
}

// Whoever works with keys reaches what figures are put together by soon, in every table.
func TestFacetsDoNotKeepKeysFromGrouping(t *testing.T) {
	r := enter(t, words.English, State{})
	for _, id := range r.view.order() {
		r.view.Choose(id)
		if !r.view.HasFigures() || len(r.view.data.Groupable(dataset.Lens{}, r.style.Tr)) == 0 {
			continue
		}
		if !r.state.Drawer {
			r.view.ToggleAsk()
		}
		if stops := r.stops("ask.group.none"); len(stops) == 0 || len(stops) > 17 {
			t.Errorf("%s: %d presses: %v", id, len(stops), stops)
		}
	}
}

// A key leads there at once, and a second press does no harm.
func TestGroupKey(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "weapons_seized"})
	for range 2 {
		r.view.AskGroup()
		if r.focused() != "ask.group.none" || !r.state.Drawer {
			t.Errorf("the focus is on %q, the drawer open: %v", r.focused(), r.state.Drawer)
		}
	}
	field := r.view.data.Groupable(dataset.Lens{}, r.style.Tr)[0].Field
	r.press("ask.group." + field)
	r.key(fyne.KeyEscape)
	r.view.AskGroup()
	if r.focused() != "ask.group."+field {
		t.Errorf("the focus is on %q instead of what is chosen", r.focused())
	}
}

// A facet is opened and folded by keys, stays so while other things are asked, in another language too, and says folded what is
// asked of it.
func TestFacetsFold(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "weapons_seized"})
	r.view.ToggleAsk()
	var f dataset.Facet
	for _, each := range r.view.data.Facets(dataset.Lens{}, r.style.Tr) {
		if each.Kind == dataset.FacetValues && len(each.Values) > shortFacets {
			f = each
			break
		}
	}
	value := "ask." + f.Field + "." + f.Values[0].Value
	shown := func() bool {
		for _, id := range r.stops("ask.group.none") {
			if id == value {
				return true
			}
		}
		return false
	}
	if shown() {
		t.Fatalf("%s is open by itself", f.Field)
	}
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeySpace} {
		before := shown()
		r.win.Canvas().Focus(r.style.Register.Get("ask." + f.Field))
		r.key(key)
		if r.focused() != "ask."+f.Field || shown() == before {
			t.Fatalf("%s leaves it open: %v, and the focus on %q", key, before, r.focused())
		}
	}
	r.press(value)
	r.press(value)
	if !shown() || r.view.Asks() {
		t.Error("it folds when nothing is asked of it any more")
	}
	r.press(value)
	r = enter(t, words.Spanish, r.state)
	if !shown() {
		t.Error("the switch of language folds it")
	}
	r = enter(t, words.English, r.state)
	r.press("ask." + f.Field)
	if shown() || !r.sideSays(f.Values[0].Title) {
		t.Errorf("folded, it does not say %q", f.Values[0].Title)
	}
}

// typeIn types a text into a field of the drawer and leaves it by a key.
func (r *room) typeIn(id, text string, key fyne.KeyName) {
	f, ok := r.style.Register.Get(id).(*kit.Field)
	if !ok {
		r.t.Fatalf("there is no field %s", id)
	}
	r.win.Canvas().Focus(f)
	f.SetText(text)
	if key == fyne.KeyTab {
		r.win.Canvas().(interface{ FocusNext() }).FocusNext()
		return
	}
	r.key(key)
}

// What is typed wrongly says so under its field, in both languages, and the last good chart stands.
func TestSlipsLeaveTheChart(t *testing.T) {
	for _, lang := range words.Langs() {
		for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyTab} {
			r := enter(t, lang, State{Dataset: "atf_traces"})
			r.view.ToggleAsk()
			r.typeIn("ask.year.from", "2012", key)
			marks, lens := len(r.view.spec.Marks), fmt.Sprint(r.view.lens())
			for _, slip := range []struct{ field, text, why string }{
				{"ask.year.from", "some", r.style.Tr.T("explore.ask.no_number", words.Args{"Text": "some"})},
				{"ask.year.from", "2012.5", r.style.Tr.T("explore.ask.no_number", words.Args{"Text": "2012.5"})},
				{"ask.year.to", "2010", ""}, // both are wrong now
				{"ask.year.from", "2012", r.style.Tr.T("explore.ask.crossed", words.Args{"From": "2012", "To": "2010"})},
			} {
				r.typeIn(slip.field, slip.text, key)
				if r.view.chart == nil || r.view.refused != nil || len(r.view.spec.Marks) != marks || fmt.Sprint(r.view.lens()) != lens {
					t.Fatalf("%s %s: the chart is not what it was: %v, %v", lang, slip.text, r.view.refused, r.view.lens())
				}
				if field := r.style.Register.Get(slip.field).(*kit.Field); field.Text != slip.text || !r.sideSays(slip.why) {
					t.Errorf("%s: the field holds %q and does not say %q", lang, field.Text, slip.why)
				}
			}
			r.typeIn("ask.year.to", "2,015", key)
			if got := bound(r.view.lens(), "year", "<="); got != "2015" || r.sideSays("2010") {
				t.Errorf("%s: mended, it is up to %q", lang, got)
			}
		}
	}
}

// A year that cannot be 100 says so under its field.
func TestSlipOfTheBaseYear(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "homicide_rates"})
	r.view.ToggleAsk()
	r.press("ask.scale.index")
	marks := len(r.view.spec.Marks)
	r.typeIn("ask.base", "1066", fyne.KeyReturn)
	if len(r.view.spec.Marks) != marks || r.view.lens().Base != "" || !r.sideSays("1066 cannot be 100") {
		t.Errorf("the base is %q, %d marks of %d", r.view.lens().Base, len(r.view.spec.Marks), marks)
	}
}

// What was typed is asked of the dataset that it was typed for, also when another one is opened before the field has ended.
func TestTypedTextIsAskedWhereItWasTyped(t *testing.T) {
	for name, leave := range map[string]func(r *room){
		"by its key":  func(r *room) { r.view.Settle(); r.view.Step(1) },
		"by the list": func(r *room) { r.view.Choose("homicide_rates") },
		"by a link":   func(r *room) { r.view.Open(Target{Dataset: "homicide_rates"}) },
		"by going back": func(r *room) {
			r.state.Visit(Spot{Dataset: "homicide_rates"})
			r.view = New(r.style, r.view.deps, &r.state)
		},
	} {
		r := enter(t, words.English, State{Dataset: "atf_traces"})
		var waiting []func()
		r.view.deps.Runner.After = func(_ time.Duration, do func()) { waiting = append(waiting, do) }
		r.view.ToggleAsk()
		f := r.style.Register.Get("ask.text").(*kit.Field)
		f.SetText("jornada")
		f.OnLeave(f.Text)
		leave(r)
		for len(waiting) > 0 {
			do := waiting[0]
			waiting = waiting[1:]
			do()
		}
		if got := r.state.Lenses["atf_traces"].Text; got != "jornada" {
			t.Errorf("%s: the table it was typed for is asked for %q", name, got)
		}
		if id := r.state.Dataset; r.state.Lenses[id].Text != "" || id == "atf_traces" {
			t.Errorf("%s: %s is asked for %q", name, id, r.state.Lenses[id].Text)
		}
	}
}

// The tools stand on one line beside an open drawer, in both languages.
func TestToolbarIsOneLine(t *testing.T) {
	for _, lang := range words.Langs() {
		for _, size := range []fyne.Size{fyne.NewSize(1204, 690), fyne.NewSize(948, 590)} {
			r := enter(t, lang, State{})
			r.win.Resize(size)
			for _, id := range r.view.order() {
				r.view.Choose(id)
				if !r.view.HasFigures() {
					continue
				}
				for _, drawer := range []bool{false, true} {
					if r.state.Drawer != drawer {
						r.view.ToggleAsk()
					}
					r.win.Canvas().Capture()
					var tops []float32
					for _, part := range []string{"explore.export", "explore.chart", "tool.ask", "tool.forms", "tool.note"} {
						o := r.style.Register.Get(part).(*kit.Tap)
						at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
						tops = append(tops, at.Y)
						if at.X < 0 || at.X+o.Size().Width > size.Width {
							t.Errorf("%s %v %s: %s stands outside", lang, size, id, part)
						}
					}
					if slices.Max(tops)-slices.Min(tops) > 2 {
						t.Errorf("%s %v %s, drawer %v: tools at %v", lang, size, id, drawer, tops)
					}
				}
			}
		}
	}
}
