package chart

import "doublefix/app/words"

// sides are the titles of the fields that say where bands come from and where they go.
func (b builder) sides() []string {
	var out []string
	for _, name := range []string{b.view.Label, b.view.To} {
		f, _ := b.ds.Field(name)
		out = append(out, words.Capital(f.Title.In(b.tr.Lang())))
	}
	return out
}

// flowName is what a band is called: both of its ends.
func flowName(spec Spec, m Mark) string {
	return spec.Tr.T("chart.flow.band", words.Args{"From": m.Label, "To": m.Rival})
}
