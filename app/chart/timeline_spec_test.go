package chart

import (
	"fmt"
	"math"

	"doublefix/app/words"
)

// eventsSpec is a timeline as the built-in data has them: lanes of unequal size, a crowd at the end, dates that are days,
// months and years.
func eventsSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec := Spec{
		Form: Timeline, Tr: words.For(lang),
		Title:    in("Laws, operations and lawsuits", "Leyes, operaciones y demandas"),
		Subtitle: in("Dated events by kind", "Sucesos con fecha, por tipo"),
		Source:   in("GAO, courts and press, 1968–2026", "GAO, tribunales y prensa, 1968–2026"), Alt: "x",
		Groups: []Group{{"law", in("Laws and rules", "Leyes y reglas"), ""}, {"suit", in("Lawsuits and trials", "Demandas y juicios"), ""}, {"report", in("Reports", "Informes"), ""}},
		Series: []Series{{ID: "US", Title: in("United States", "Estados Unidos")}, {ID: "MX", Title: in("Mexico", "México")}, {ID: "both", Title: in("Both countries", "Ambos países")}},
		Notes:  []Note{{"a", in("Another source gives 2004.", "Otra fuente da 2004.")}},
	}
	for i, e := range []struct {
		date          string
		group, series int
		label         string
	}{
		{"1968", 0, 0, in("Gun Control Act", "Ley de Control de Armas (Gun Control Act)")},
		{"1994-09-13", 0, 0, in("Federal assault weapons ban is signed", "Se firma la prohibición federal de armas de asalto")},
		{"2005", 0, 0, in("Protection of Lawful Commerce in Arms Act (PLCAA)", "Ley de protección del comercio legal de armas (PLCAA)")},
		{"2022-06-25", 0, 0, in("Bipartisan Safer Communities Act is signed", "Se firma la Ley Bipartidista de Comunidades Más Seguras")},
		{"2021-08-04", 1, 1, in("Mexico sues gun makers in Massachusetts", "México demanda a fabricantes de armas en Massachusetts")},
		{"2022-09-30", 1, 0, in("A judge dismisses the suit against makers", "Un juez desecha la demanda contra fabricantes")},
		{"2022-10", 1, 1, in("Mexico sues five Arizona gun shops", "México demanda a cinco armerías de Arizona")},
		{"2024-01-22", 1, 0, in("First Circuit revives the suit", "El Primer Circuito revive la demanda")},
		{"2025-06-05", 1, 0, in("The Supreme Court rules 9–0 against Mexico", "La Corte Suprema falla 9–0 contra México")},
		{"2013-03", 2, 2, in("The Way of the Gun is published", "Se publica The Way of the Gun")},
		{"2021-02-22", 2, 0, in("Report GAO-21-322 is published", "Se publica el informe GAO-21-322")},
		{"2023-10", 2, 2, in("The U.S.-Mexico Double Fix is published", "Se publica The U.S.-Mexico Double Fix")},
	} {
		m := barMark(e.label, math.NaN(), math.NaN())
		m.ID, m.Group, m.Series = fmt.Sprintf("V%02d", i+1), e.group, e.series
		m.X, m.Soft = isoSpan(e.date)
		m.When, m.Who = spec.Tr.Date(e.date), spec.Series[e.series].Title
		spec.Marks = append(spec.Marks, m)
	}
	spec.Marks[8].Emphasis, spec.Marks[2].Letters = true, "a"
	return spec
}

// crowdSpec is so many events that not all can have a label at a usual height.
func crowdSpec(count int) func(words.Lang) Spec {
	return changed(eventsSpec, func(s *Spec) {
		events := s.Marks
		s.Marks = nil
		for i := range count {
			m := events[i%len(events)]
			m.ID, m.Emphasis = fmt.Sprint(i), i == 40
			m.X += float64(i/len(events)) / 12
			if i%5 == 0 {
				m.Letters = "a"
			}
			s.Marks = append(s.Marks, m)
		}
	})
}
