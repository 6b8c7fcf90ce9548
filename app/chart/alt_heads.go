package chart

import "doublefix/app/words"

// Describe says a chart that is made of no dataset in sentences, for [Spec.Alt].
func Describe(spec Spec) string { return alt(spec, "") }

// pairs tells the first pairs one by one, and how many there are beside them.
func (a *teller) pairs() {
	for _, m := range a.spec.Marks[:min(len(a.spec.Marks), altParts)] {
		a.told[m.ID] = true
		key, args := "chart.alt.pair", words.Args{
			"Name": m.Label, "Figure": a.tr.Auto(headCount(m.Value)), "Rival": m.Rival, "Against": a.tr.Auto(headCount(m.Against)),
		}
		if tied := headCount(m.Tied); tied > 0 {
			key, args["Tied"] = "chart.alt.pair.tied", a.tr.Auto(tied)
		}
		a.say(key, args)
	}
	a.more(len(a.spec.Marks))
}
