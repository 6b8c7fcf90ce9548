package chart

import (
	"math"

	"doublefix/app/words"
)

// claimsSpec is the table of shares as the built-in data has it: three groups, joined and doubtful claims, a range.
func claimsSpec(lang words.Lang) Spec {
	tr := words.For(lang)
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	nan := math.NaN()
	spec := Spec{
		Form: Claims, Tr: tr, Percent: true,
		Title:    in("What share of Mexico's guns comes from the United States", "Qué parte de las armas en México viene de Estados Unidos"),
		Subtitle: in("Percent, by what the share is of", "Por ciento, según de qué armas sea parte"),
		Source:   in("ATF, GAO, Sedena and others, 2009–2026", "ATF, GAO, Sedena y otras fuentes, 2009–2026"),
		Alt:      "x",
		Groups: []Group{
			{"A", in("Of the guns recovered and traced", "De las armas recuperadas y rastreadas"), in("ATF traces; not all recovered guns are submitted", "rastreos de la ATF; no se envían todas las recuperadas")},
			{"B", in("Of the traced, with an identified US buyer", "De las rastreadas, con comprador identificado en EE. UU."), in("a stricter test", "un criterio más estricto")},
			{"C", in("Of all guns secured in Mexico", "De todas las armas aseguradas en México"), in("each authority counts its own", "cada autoridad cuenta las suyas")},
		},
		Notes: []Note{{"a", in("6,000 is a rounded count.", "6,000 es un conteo redondeado.")}},
	}
	add := func(id string, group int, who, when string, value float64, shape Shape, period, base string) *Mark {
		spec.Marks = append(spec.Marks, Mark{
			ID: id, Group: group, Who: who, When: when, Value: value, Low: nan, High: nan, X: nan, XTo: nan,
			Shape: shape, Period: period, Base: base, Label: who, Status: Final, Spoken: who,
		})
		return &spec.Marks[len(spec.Marks)-1]
	}
	add("C01", 0, in("GAO, ATF data", "GAO, datos de la ATF"), "2009", 87, Dot, "2004–2008", "–")
	add("C02", 0, in("ATF, testimony", "ATF, testimonio"), "2009", 90, Ring, in("to 2009", "hasta 2009"), "–")
	add("C04", 0, in("ATF, in El Paso Times", "ATF, en El Paso Times"), "2012", 68.4, Dot, "2007–2011", "99,691")
	add("C05", 0, in("GAO, ATF data", "GAO, datos de la ATF"), "2016", 70, Dot, "2009–2014", "104,850")
	add("C09", 0, in("GAO, ATF data", "GAO, datos de la ATF"), "2021", 70, Dot, "2014–2018", "–")
	add("C13", 0, in("ATF, via press", "ATF, según prensa"), "2023", 67.5, Dot, "2017–2022", "123,741")
	add("C16", 0, in("ATF, via La Jornada", "ATF, según La Jornada"), "2024", 67.1, Dot, "2018–2023", "136,894")
	add("C20", 0, in("ATF, via La Jornada", "ATF, según La Jornada"), "2025", 70.5, Dot, "2024", "25,884")
	add("C17", 1, in("ATF, via Telediario", "ATF, según Telediario"), "2025", 36, Dot, "2022–2023", "50,409")
	add("C18", 1, in("ATF, via Border Report", "ATF, según Border Report"), "2025", 33, Ring, "2021–2023", "71,277")
	add("C03", 2, in("NSSF (industry)", "NSSF (industria)"), "2021", 12, Diamond, "2008", "≈30,000").Emphasis = true
	m := add("C10", 2, in("Mexico's lawsuit", "Demanda de México"), "2021", nan, Diamond, in("no period", "sin periodo"), "–")
	m.Low, m.High = 70, 90
	add("C14", 2, "Sedena", "2024", 75.8, Dot, "2022", "7,916").Letters = "a"
	add("C15", 2, "Sedena", "2024", 56, Dot, in("Jan–Sep 2023", "ene–sep 2023"), "6,819").Doubtful = true
	add("C21", 2, in("García Harfuch, Security", "García Harfuch, Seguridad"), "2025", 75, Ring, in("Oct 2024–Apr 2025", "oct 2024–abr 2025"), ">10,000")
	add("C22", 2, in("Mexico–US group (press)", "Grupo México–EE. UU. (prensa)"), "2025", 75, Ring, "2025", "–")
	m = add("C23", 2, in("Trevilla Trejo, Defence", "Trevilla Trejo, Defensa"), "2026", nan, Ring, in("this government", "gobierno actual"), "18,000")
	m.Low, m.High = 77, 78
	add("C24", 2, in("Trevilla Trejo, Defence", "Trevilla Trejo, Defensa"), "2026", 80, Ring, in("not stated", "no se dice"), "–").JoinedTo = "C23"
	add("C25", 2, in("García Harfuch, Security", "García Harfuch, Seguridad"), "2026", 80, Ring, in("Oct 2024–Feb 2026", "oct 2024–feb 2026"), "24,122")
	return spec
}
