package chart

import (
	"fmt"
	"math"

	"doublefix/app/words"
)

// gridSpec is figures of several series over years, with years that none has, a partial and a derived one.
func gridSpec(series, years int) func(words.Lang) Spec {
	return func(lang words.Lang) Spec {
		in := func(en, es string) string { return words.Both(en, es).In(lang) }
		spec := Spec{
			Form: HeatMap, Tr: words.For(lang), Unit: in("firearms", "armas de fuego"),
			Title: in("Guns recovered, by state", "Armas recuperadas, por estado"), Subtitle: in("Firearms by year", "Armas de fuego por año"),
			Source: "ATF", Alt: "x", Notes: []Note{{"a", in("Another data pull differs.", "Otra extracción difiere.")}},
		}
		names := []string{"Texas", "Arizona", "California", in("New Mexico", "Nuevo México"), in("All other states together", "Todos los demás estados juntos")}
		for s := range series {
			spec.Series = append(spec.Series, Series{ID: fmt.Sprint(s), Title: names[s%len(names)]})
			for y := range years {
				if (y+s)%6 == 4 {
					continue
				}
				m := barMark(fmt.Sprint(2000+y), float64(2000+y), float64((s*37+y*53)%97)*float64(150-20*s%100))
				m.ID, m.Series = fmt.Sprint(s, "-", y), s
				switch (s + 2*y) % 11 {
				case 3:
					m.Status = Partial
				case 5:
					m.Status = Derived
				case 7:
					m.Letters = "a"
				case 9:
					m.Status = Provisional
				}
				spec.Marks = append(spec.Marks, m)
			}
		}
		spec.Marks[1].Emphasis = true
		return spec
	}
}

// namedSpec is the grid with names over its columns instead of years.
func namedSpec(series, columns int) func(words.Lang) Spec {
	return changed(gridSpec(series, columns), func(s *Spec) {
		names := []string{"Pistols", "Rifles", "Revolvers", "Shotguns", "Armas de fuego semiautomáticas"}
		for i := range s.Marks {
			s.Marks[i].Label, s.Marks[i].X = names[int(s.Marks[i].X)%len(names)], math.NaN()
		}
	})
}

func heatSpecs() map[string]func(words.Lang) Spec {
	values := func(form func(words.Lang) Spec, vs ...float64) func(words.Lang) Spec {
		return changed(form, func(s *Spec) {
			for i := range s.Marks {
				s.Marks[i].Value = vs[i%len(vs)]
			}
		})
	}
	return map[string]func(words.Lang) Spec{
		"few": gridSpec(3, 6), "many years": gridSpec(4, 40), "a century": gridSpec(2, 120), "many series": gridSpec(30, 8), "one": gridSpec(1, 2),
		"names": namedSpec(4, 5), "one row of names": changed(namedSpec(1, 5), func(s *Spec) { s.Series = nil }),
		"equal": values(gridSpec(2, 5), 7), "zero": values(gridSpec(2, 5), 0), "negative": values(gridSpec(2, 5), -30, -2, 14),
		"skewed": values(gridSpec(3, 9), 1, 2, 3, 4, 90000), "huge": values(gridSpec(2, 5), 1e14, 2.5e14), "tiny": values(gridSpec(2, 5), 1e-4, 3e-3, 0.01, 1e-4, 2e-4, 2e-4, 2e-4),
		"not all figures": values(gridSpec(3, 5), 5, math.NaN(), math.Inf(1), 1e18),
		"percent":         changed(values(gridSpec(2, 6), 12.5, 99.1, 40), func(s *Spec) { s.Percent = true }),
		"long":            changed(gridSpec(3, 6), longTexts),
		"words": changed(gridSpec(2, 4), func(s *Spec) {
			s.Marks[0].Value, s.Marks[0].Written = math.NaN(), "most"
		}),
		"twice": changed(gridSpec(2, 4), func(s *Spec) { s.Marks[1].X = s.Marks[0].X }),
		"apart": changed(gridSpec(2, 4), func(s *Spec) { s.Marks[0].X = 1900 }),
		"months": changed(gridSpec(2, 5), func(s *Spec) {
			for i := range s.Marks {
				s.Marks[i].X = 2020 + float64(i%5)/12
			}
		}),
	}
}
