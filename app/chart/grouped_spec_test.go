package chart

import (
	"math"

	"doublefix/app/words"
)

// countriesSpec is two series over the same years, one with a gap, one figure of part of a year and one derived.
func countriesSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec := Spec{
		Form: Grouped, Tr: words.For(lang), Unit: in("per 100,000 people", "por cada 100,000 personas"),
		Title:    in("Homicides in two countries", "Homicidios en dos países"),
		Subtitle: in("Per 100,000 people of each country", "Por cada 100,000 personas de cada país"),
		Source:   in("UNODC, via Our World in Data", "UNODC, vía Our World in Data"), Alt: "x",
		Series: []Series{{ID: "mx", Title: in("Mexico", "México")}, {ID: "us", Title: in("United States", "Estados Unidos")}},
		Notes:  []Note{{"a", in("Ten months.", "Diez meses.")}},
	}
	for s, values := range [][]float64{{17.15, 20.09, 26, 29.45, 29.15, 29}, {4.87, 5.29, math.NaN(), 4.89, 4.93, 6.35}} {
		for i, v := range values {
			m := lineMark(s, float64(2015+i), v)
			m.ID = spec.Series[s].ID + m.ID
			spec.Marks = append(spec.Marks, m)
		}
	}
	spec.Marks[5].Status, spec.Marks[5].Letters = Partial, "a"
	spec.Marks[11].Status, spec.Marks[4].Emphasis = Derived, true
	return spec
}

// sellersSpec is long names with three series each.
func sellersSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec := Spec{
		Form: Grouped, Tr: words.For(lang), Unit: in("firearms", "armas"), Title: in("Who sold them", "Quién las vendió"), Source: "x", Alt: "x",
		Series: []Series{{ID: "a", Title: "2017"}, {ID: "b", Title: "2020"}, {ID: "c", Title: "2023"}},
	}
	for i, name := range []string{
		in("Licensed dealers with a shop of their own", "Vendedores con licencia y tienda propia"), in("Pawnbrokers", "Casas de empeño"), in("Manufacturers", "Fabricantes"),
		in("Private sellers at gun shows", "Particulares en ferias de armas"),
	} {
		for s := range 3 {
			m := barMark(name, math.NaN(), float64(1200-270*i+35*s))
			m.ID, m.Series = name+spec.Series[s].ID, s
			spec.Marks = append(spec.Marks, m)
		}
	}
	return spec
}

// agesSpec is a histogram with an empty bin.
func agesSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec := Spec{
		Form: Histogram, Tr: words.For(lang), Unit: in("figures", "cifras"), Title: in("How many figures lie where", "Cuántas cifras hay en cada tramo"),
		XTitle: in("Per 100,000 people", "Por cada 100,000 personas"), Source: "x", Alt: "x",
	}
	for i, v := range []float64{8, 29, 6, 0, 5, 6} {
		low := float64(i * 5)
		m := barMark(spec.Tr.Auto(low)+"–"+spec.Tr.Auto(low+5), math.NaN(), v)
		m.Low, m.High, m.Written = low, low+5, spec.Tr.Auto(v)
		spec.Marks = append(spec.Marks, m)
	}
	return spec
}

// panelsSpec is the traces in panels; unlike makes the last series count something else.
func panelsSpec(lang words.Lang, unlike bool) Spec {
	spec := tracesSpec(lang)
	spec.Form = SmallMultiples
	for i := range spec.Series {
		spec.Series[i].Unit = spec.Unit
		spec.Series[i].Quiet = false
	}
	for i := range spec.Marks {
		spec.Marks[i].ID = spec.Series[spec.Marks[i].Series].ID + spec.Marks[i].ID
	}
	if unlike {
		spec.Series[2].Unit, spec.Series[2].Percent = words.Both("percent of requests", "por ciento de las solicitudes").In(lang), true
		for i := range spec.Marks {
			if spec.Marks[i].Series == 2 {
				spec.Marks[i].Value = math.Round(spec.Marks[i].Value / 300)
				spec.Marks[i].Written = spec.Tr.Percent(spec.Marks[i].Value)
			}
		}
	}
	return spec
}
