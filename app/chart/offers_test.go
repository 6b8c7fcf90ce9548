package chart

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"doublefix/app"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// Every form that is offered builds and lays out, every other one is refused with the sentence that the chooser shows, and the form
// of the view leads.
func TestOffersAreKept(t *testing.T) {
	for _, ds := range shippedSet(t).Datasets {
		for _, view := range ds.Charts {
			a, err := ds.Ask(dataset.Lens{View: view.Name})
			if err != nil {
				t.Fatal(err)
			}
			for _, lang := range words.Langs() {
				offers := Offers(a, words.For(lang))
				if len(offers) != len(Forms())-1 || string(offers[0].Form) != view.Form {
					t.Errorf("%s/%s: %d forms, first %s", ds.ID, view.Name, len(offers), offers[0].Form)
				}
				for i, o := range offers {
					name := fmt.Sprintf("%s/%s/%s/%s", ds.ID, view.Name, o.Form, lang)
					if i > 0 && o.Fits && !offers[i-1].Fits {
						t.Errorf("%s fits and comes after one that does not", name)
					}
					checkOffer(t, name, a, o, words.For(lang))
				}
			}
		}
	}
}

func checkOffer(t *testing.T, name string, a dataset.Answer, o Offer, tr words.Tr) {
	t.Helper()
	if n := len(o.Why); n < 20 || o.Why[n-1] != '.' || untranslated.MatchString(o.Why) {
		t.Errorf("%s says %q", name, o.Why)
	}
	as, err := As(a, o.Form)
	if !o.Fits {
		var known *app.Error
		if !errors.As(err, &known) || known.Code != app.Invalid || tr.T(known.Key, known.Args) != o.Why {
			t.Errorf("%s is not offered and not refused in the same words: %v", name, err)
		}
		return
	}
	if err != nil {
		t.Errorf("%s is offered and refused: %v", name, err)
		return
	}
	spec, rows, err := Build(as.Data, as.View, tr)
	switch {
	case err != nil || len(spec.Marks) == 0 || len(rows) != len(spec.Marks):
		t.Errorf("%s: %d marks, %v", name, len(spec.Marks), err)
	case spec.Form != o.Form:
		t.Errorf("%s is drawn as %s", name, spec.Form)
	default:
		laid(t, spec, 900, 560, 1)
	}
}

// Forms that would say what the package's own words deny are refused, each with the sentence of its case.
func TestOffersObeyThePackage(t *testing.T) {
	set := shippedSet(t)
	only := func(field string, values ...string) []dataset.Cond {
		return []dataset.Cond{{Field: field, Op: "=", Values: values}}
	}
	for _, c := range []struct {
		dataset string
		lens    dataset.Lens
		form    Form
		why     string // the end of the key; "" where the form fits
	}{
		{"trace_composition", dataset.Lens{View: "nobuyer"}, Bars, "bases"},
		{"trace_composition", dataset.Lens{View: "nobuyer"}, Lines, "bases"},
		{"trace_composition", dataset.Lens{View: "sellers"}, Lines, ""}, // of one whole
		{"trace_composition", dataset.Lens{View: "types", Where: only("scheme", "calibre", "weapon_type")}, Grouped, "groups"},
		{"weapons_seized", dataset.Lens{View: "cumulative"}, BarsHorizontal, "apart"},
		{"weapons_seized", dataset.Lens{View: "types"}, BarsHorizontal, "apart"},
		{"weapons_seized", dataset.Lens{View: "years", Where: only("authority", "Army (Sedena)")}, Bars, ""}, // of one authority
		{"trace_windows", dataset.Lens{View: "requests"}, BarsHorizontal, "lengths"},
		{"trace_windows", dataset.Lens{View: "origin"}, Grouped, "lengths"},
		{"trace_windows", dataset.Lens{View: "origin"}, HeatMap, "lengths"},
		{"trace_windows", dataset.Lens{View: "origin"}, Dumbbell, "lengths"},
		{"trace_windows", dataset.Lens{View: "origin"}, Scatter, "lengths"},
		{"trace_windows", dataset.Lens{View: "requests", Where: only("id", "W06")}, BarsHorizontal, ""}, // one alone
		{"mexico_homicides", dataset.Lens{View: "rates"}, Histogram, "mixed_bins"},
		{"homicide_rates", dataset.Lens{View: "rates"}, Histogram, "mixed_bins"},
		{"overdose_deaths", dataset.Lens{View: "rates"}, Histogram, "mixed_bins"},
		{"homicide_rates", dataset.Lens{View: "rates", Where: only("country", "MX")}, Histogram, ""},
		{"mexico_homicides", dataset.Lens{View: "counts"}, Histogram, "units"},
		{"annual_flow", dataset.Lens{View: "all"}, Histogram, "groups"},
		{"border_seizures", dataset.Lens{View: "core"}, BarsHorizontal, ""}, // the other kind of bars
	} {
		a, err := set.Dataset(c.dataset).Ask(c.lens)
		if err != nil {
			t.Fatal(c.dataset, err)
		}
		_, err = As(a, c.form)
		var known *app.Error
		why := ""
		if errors.As(err, &known) {
			why = strings.TrimPrefix(known.Key, "chart.offer.not.")
		}
		if why != c.why {
			t.Errorf("%s %+v as %s: %q, want %q", c.dataset, c.lens, c.form, why, c.why)
		}
	}
}
