package chart

import (
	"math"

	"doublefix/app/words"
)

// rangesSpec is the table of yearly estimates as the built-in data has it: closed, open and worded ranges over two decades.
func rangesSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	nan := math.NaN()
	spec := Spec{
		Form: Ranges, Tr: words.For(lang), Log: true, Unit: in("firearms", "armas de fuego"),
		Title:    in("Estimates of guns trafficked to Mexico in a year", "Estimaciones de armas traficadas a México en un año"),
		Subtitle: in("Firearms a year, logarithmic axis", "Armas de fuego por año, eje logarítmico"),
		Source:   in("Trans-Border Institute, GAO, complaint, press", "Trans-Border Institute, GAO, demanda, prensa"),
		Alt:      "x",
		Groups: []Group{
			{"model", in("Models", "Modelos"), in("computed from sales, traces and seizures", "calculados con ventas, rastreos y aseguramientos")},
			{"official", in("Official estimates", "Estimaciones oficiales"), in("method not published", "sin método publicado")},
			{"litigation", in("Court filings", "Demandas"), in("pleaded by a party", "alegadas por una parte")},
			{"converted", in("Converted to a year", "Convertidas a un año"), in("said by day or decade; times 365 or by ten computed here", "dichas por día o década; multiplicadas o divididas aquí")},
			{"press", in("Press and reports", "Prensa e informes"), in("no method given", "sin método declarado")},
		},
	}
	add := func(id string, group int, label, sub string, low, value, high float64) *Mark {
		spec.Marks = append(spec.Marks, Mark{
			ID: id, Group: group, Label: label, Sub: sub, Low: low, Value: value, High: high, X: nan, XTo: nan, Status: Final, Spoken: label,
		})
		return &spec.Marks[len(spec.Marks)-1]
	}
	m := add("E01", 0, in("Way of the Gun (demand model)", "Way of the Gun (modelo de demanda)"), "2010–2012", 103500, 253000, 425500)
	m.Status, m.Letters = Derived, "a"
	add("E16", 0, in("Way of the Gun, peer-reviewed version", "Way of the Gun, versión arbitrada"), "2010–2012", 89816, 212887, 359205).Emphasis = true
	add("E15", 0, in("Way of the Gun, earlier period", "Way of the Gun, periodo anterior"), "1997–1999", nan, 88000, nan)
	m = add("E02", 0, in("Academics in The Conversation", "Académicos en The Conversation"), "2022", 135000, 135000, nan)
	m.Written = in("more than 135,000", "más de 135,000")
	add("E03", 1, in("Mexican government", "Gobierno de México"), in("via GAO, 2021", "vía GAO, 2021"), 200000, 200000, 200000)
	add("E04", 1, in("Consul general M. Ibarra", "Cónsul general M. Ibarra"), "2021", 500000, 500000, 500000)
	add("E05", 1, in("Unnamed authorities, Al Jazeera", "Autoridades sin nombre, Al Jazeera"), "2026", 200000, nan, 500000)
	add("E06", 2, in("Mexico's lawsuit, as summarised", "Demanda de México, según resumen"), "2021", 342000, nan, 597000)
	m = add("E07", 2, in("Mexico's lawsuit, via Reuters", "Demanda de México, vía Reuters"), "2024", 500000, 500000, nan)
	m.Written = in("more than 500,000", "más de 500,000")
	add("E08", 3, in("500 to 600 a day, via Milenio", "500 a 600 por día, vía Milenio"), "2021", 182500, nan, 219000).Status = Derived
	add("E09", 3, in("2,000 a day (CESOP and press)", "2,000 por día (CESOP y prensa)"), "2014", 730000, 730000, 730000).Status = Derived
	add("E10", 3, in("2.5 to 3 million in ten years, via EFE", "2.5 a 3 millones en diez años, vía EFE"), "", 250000, nan, 300000).Status = Derived
	m = add("E11", 4, in("US intelligence sources, via CBS", "Fuentes de inteligencia de EE. UU., vía CBS"), "2023", nan, nan, 1000000)
	m.Written = in("up to 1,000,000", "hasta 1,000,000")
	m = add("E12", 4, "The Trace", "2024", nan, nan, nan)
	m.Written = in("hundreds of thousands", "cientos de miles")
	m = add("E13", 4, "Pacific Council", "2023", nan, nan, nan)
	m.Written = in("hundreds of thousands", "cientos de miles")
	add("E14", 4, in("Web video citing ATF", "Video en línea que cita a la ATF"), "", 20000, 20000, 20000).Letters = "b"
	spec.Notes = []Note{
		{"a", in("Low and high scaled here from 0.9–3.7% of US sales.", "Mínimo y máximo escalados aquí del 0.9–3.7 % de las ventas.")},
		{"b", in("Probably yearly traces, not smuggled guns.", "Probablemente rastreos al año, no armas traficadas.")},
	}
	return spec
}
