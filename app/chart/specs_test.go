package chart

import (
	"math"

	"doublefix/app/words"
)

// seizuresSpec is the counts of the border seizures table: gaps, a mean over six years, parts of years, derived figures.
func seizuresSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	months := in("10 months", "10 meses")
	spec := Spec{
		Form: Bars, Tr: words.For(lang), Unit: in("firearms", "armas de fuego"),
		Title:    in("Firearms stopped on the way to Mexico (CBP, southbound)", "Armas detenidas rumbo a México (CBP, hacia el sur)"),
		Subtitle: in("Firearms per US fiscal year (October to September), FY2009 to FY2024", "Armas por año fiscal de Estados Unidos (de octubre a septiembre), AF2009 a AF2024"),
		Source:   in("CBP, via AP, GAO, The Trace, Expreso", "CBP, vía AP, GAO, The Trace, Expreso"), Alt: "x",
		Notes: []Note{
			{"a", in("Printed as 2019, probably the fiscal year; already in the mean.", "Publicada como 2019, probablemente el año fiscal; ya está en el promedio.")},
			{"b", in("October to July.", "De octubre a julio.")},
			{"c", in("From 35 and 34.6 a month.", "De 35 y 34.6 al mes.")},
			{"d", in("October to July; regions add up to 1,111.", "De octubre a julio; las regiones suman 1,111.")},
		},
	}
	add := func(year, value float64, status Status, letters, sub string) *Mark {
		spec.Marks = append(spec.Marks, barMark(yearText(year), year, value))
		m := &spec.Marks[len(spec.Marks)-1]
		m.Status, m.Letters, m.Sub = status, letters, sub
		if status == Derived {
			m.Written = "≈" + spec.Tr.Auto(value)
		}
		return m
	}
	add(2009, 107, Final, "", "")
	add(2010, 279, Final, "", "")
	mean := add(2014, 115, Final, "", in("FY2014 to FY2019", "AF2014 a AF2019"))
	mean.XTo, mean.Label = 2019, in("a year on average,", "al año en promedio,")
	add(2019, 173, Final, "a", "")
	add(2020, 321, Partial, "b", months)
	add(2021, 420, Derived, "c", "")
	add(2022, 415, Derived, "c", "")
	add(2023, 1171, Final, "", "").Emphasis = true
	add(2024, 1030, Partial, "d", months)
	return spec
}

// funnelSpec is what is left of the guns seized in 2008, step by step.
func funnelSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec := Spec{
		Form: Funnel, Tr: words.For(lang), Unit: in("firearms", "armas de fuego"),
		Title:    in("From seizure to trace, 2008", "Del aseguramiento al rastreo, 2008"),
		Subtitle: in("Firearms, according to the NSSF", "Armas de fuego, según la NSSF"),
		Source:   in("NSSF in GUNS Magazine, August 2021", "NSSF en GUNS Magazine, agosto de 2021"), Alt: "x",
		Notes: []Note{{"a", in("Later submissions raised the total traced for 2008 to 32,111.", "Envíos posteriores elevaron a 32,111 el total rastreado de 2008.")}},
		Marks: []Mark{
			barMark(in("Seized", "Aseguradas"), math.NaN(), 30000), barMark(in("Sent to ATF", "Enviadas a rastreo"), math.NaN(), 7200),
			barMark(in("Traceable", "Rastreables"), math.NaN(), 4000), barMark(in("From the US", "De EE. UU."), math.NaN(), 3480),
		},
	}
	for i := range spec.Marks {
		if i != 1 {
			spec.Marks[i].Written = "≈" + spec.Tr.Auto(spec.Marks[i].Value)
		}
	}
	spec.Marks[1].Letters, spec.Marks[3].Emphasis = "a", true
	return spec
}

// statesSpec is names with counts, one of them long.
func statesSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec := Spec{
		Form: BarsHorizontal, Tr: words.For(lang), Unit: in("firearms", "armas de fuego"),
		Title:    in("Where traced guns were bought", "Dónde se compraron las armas rastreadas"),
		Subtitle: in("Firearms recovered in Mexico and traced to a first sale, 2022", "Armas recuperadas en México y rastreadas hasta su primera venta, 2022"),
		Source:   in("ATF, via press", "ATF, vía prensa"), Alt: "x",
	}
	for _, s := range []struct {
		name  string
		value float64
	}{
		{in("Texas", "Texas"), 4306},
		{in("Arizona", "Arizona"), 2312},
		{in("California", "California"), 1254},
		{in("New Mexico", "Nuevo México"), 331},
		{in("Florida", "Florida"), 290},
		{in("All other states and territories together", "Todos los demás estados y territorios juntos"), 1890},
		{in("Department of Ñeembucú", "Departamento de Ñeembucú"), math.NaN()},
	} {
		spec.Marks = append(spec.Marks, barMark(s.name, math.NaN(), s.value))
	}
	spec.Marks[0].Emphasis = true
	spec.Marks[1].Low, spec.Marks[1].High = 2000, 2600
	spec.Marks[2].Status, spec.Marks[3].Status, spec.Marks[4].Status = Partial, Derived, Provisional
	return spec
}

// changesSpec is bars above and below zero, by name.
func changesSpec(lang words.Lang) Spec {
	spec := Spec{Form: Bars, Tr: words.For(lang), Title: "Tres de ocho indicadores empeoran", Subtitle: "Cambio respecto de la ronda anterior, puntos", Source: "x", Alt: "x"}
	names := []string{"Cañón del Río Ñuble", "São Tomé", "Łódź", "Zürich (área metropolitana)", "Œuvre", "Ñeembucú", "Aysén", "Córdoba"}
	for i, v := range []float64{12, 9, 6.5, 3, 1, -2, -5, -8} {
		spec.Marks = append(spec.Marks, barMark(names[i], math.NaN(), v))
	}
	return spec
}

// sharesSpec is shares of a hundred.
func sharesSpec(lang words.Lang) Spec {
	spec := Spec{Form: BarsHorizontal, Tr: words.For(lang), Percent: true, Title: "Traced, no buyer identified", Subtitle: "ATF, in La Jornada; base unclear in 2019", Source: "x", Alt: "x"}
	spec.Marks = []Mark{barMark("2019", 2019, 49.8), barMark("2024", 2024, 36)}
	spec.Marks[1].Emphasis = true
	return spec
}

func barMark(label string, x, value float64) Mark {
	nan := math.NaN()
	return Mark{ID: label, Label: label, X: x, XTo: nan, Value: value, Low: nan, High: nan, Status: Final, Spoken: "x"}
}
