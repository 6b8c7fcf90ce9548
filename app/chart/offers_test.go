package chart

import (
	"errors"
	"fmt"
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
