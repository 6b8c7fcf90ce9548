package chart

import (
	"math"

	"doublefix/app/words"
)

// homicidesSpec is two long lines close to each other, one of them younger and quieter.
func homicidesSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec := Spec{
		Form: Lines, Tr: words.For(lang), Unit: in("homicides", "homicidios"),
		Title:    in("Homicides in Mexico, 1990 to 2024", "Homicidios en México, 1990 a 2024"),
		Subtitle: in("Deaths by year; INEGI from death certificates, SESNSP from case files", "Muertes por año; INEGI por certificados, SESNSP por carpetas"),
		Source:   in("INEGI, SESNSP via El Financiero", "INEGI, SESNSP vía El Financiero"), Alt: "x",
		Series: []Series{{ID: "inegi", Title: "INEGI"}, {ID: "sesnsp", Title: "SESNSP", Quiet: true}},
		Notes:  []Note{{"a", in("2017 is the count of the microdata.", "2017 es el conteo de los microdatos.")}},
	}
	inegi := []float64{
		14493, 15128, 16594, 16040, 15839, 15612, 14505, 13552, 13656, 12249, 10737, 10285, 10088, 10087, 9329, 9921, 10452, 8867, 14006,
		19803, 25757, 27213, 25967, 23063, 20010, 20762, 24559, 32082, 36685, 36661, 36773, 35700, 33287, 32252, 33550,
	}
	for i, v := range inegi {
		m := lineMark(0, float64(1990+i), v)
		if m.X == 2017 {
			m.Status, m.Letters = Provisional, "a"
		}
		m.Emphasis = m.X == 2024
		spec.Marks = append(spec.Marks, m)
	}
	for i, v := range []float64{17886, 22545, 28871, 33743, 34718, 34563, 33350, 30968, 29713, 30057} {
		spec.Marks = append(spec.Marks, lineMark(1, float64(2015+i), v))
	}
	return spec
}

// tracesSpec is two kinds of counts with gaps, single years, and derived points.
func tracesSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec := Spec{
		Form: Lines, Tr: words.For(lang), Unit: in("firearms", "armas de fuego"),
		Title:    in("Guns recovered in Mexico and traced by ATF", "Armas recuperadas en México y rastreadas por la ATF"),
		Subtitle: in("Firearms by calendar year, 2007 to 2024", "Armas de fuego por año calendario, 2007 a 2024"),
		Source:   in("ATF via press and GAO", "ATF vía prensa y GAO"), Alt: "x",
		Series: []Series{
			{ID: "total", Title: in("Recovered and traced", "Recuperadas y rastreadas")},
			{ID: "us", Title: in("of these, US-sourced", "de ellas, de Estados Unidos")},
			{ID: "requests", Title: in("Trace requests", "Solicitudes de rastreo"), Quiet: true},
		},
	}
	for s, values := range []map[float64]float64{
		{2007: 17352, 2008: 32111, 2009: 21555, 2010: 8338, 2011: 20335, 2013: 16053, 2015: 17784, 2016: 13452, 2024: 25884},
		{2007: 11842, 2008: 21035, 2009: 14376, 2010: 6404, 2011: 14504, 2024: 18249},
		{2017: 16133, 2018: 16000, 2019: 19000, 2020: 21000, 2021: 23000, 2022: 24642, 2023: 25767},
	} {
		for year := 2007.0; year <= 2024; year++ {
			if v, ok := values[year]; ok {
				m := lineMark(s, year, v)
				if s == 2 && year == 2023 {
					m.Status = Derived
				}
				spec.Marks = append(spec.Marks, m)
			}
		}
	}
	return spec
}

// bandsSpec is three lines with intervals and a gap.
func bandsSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec := Spec{
		Form: Lines, Tr: words.For(lang), Percent: true, Title: in("Agreement", "Acuerdo"), Source: "x", Alt: "x",
		Series: []Series{{ID: "a", Title: in("Experts", "Expertos")}, {ID: "b", Title: in("Neighbours", "Vecinas y vecinos")}, {ID: "c", Title: in("Signage", "Señalización")}},
	}
	for s := range 3 {
		for year := 2005.0; year <= 2024; year++ {
			m := lineMark(s, year, math.Round(70-22*float64(s)+float64(year-2005)*0.5+6*math.Sin(year/1.5+float64(s))))
			m.Low, m.High = m.Value-5, m.Value+5
			if s == 0 && (year == 2014 || year == 2015) {
				m.Value, m.Low, m.High = math.NaN(), math.NaN(), math.NaN()
			}
			spec.Marks = append(spec.Marks, m)
		}
	}
	return spec
}

func lineMark(series int, year, value float64) Mark {
	nan := math.NaN()
	return Mark{ID: yearText(year), Label: yearText(year), X: year, XTo: nan, Value: value, Low: nan, High: nan, Series: series, Status: Final, Spoken: "x"}
}
