package chart

import (
	"math"

	"doublefix/app/words"
)

// partsSpec begins a spec of stacked bars, dumbbells or slopes; add puts a mark into it.
func partsSpec(form Form, lang words.Lang, title, subtitle words.Text, series ...Series) (spec *Spec, add func(label, sub string, series int, value float64) *Mark) {
	spec = &Spec{
		Form: form, Tr: words.For(lang), Title: title.In(lang), Subtitle: subtitle.In(lang), Series: series, Alt: "x",
		Source: words.Both("ATF, in press reports", "ATF, en la prensa").In(lang),
	}
	nan := math.NaN()
	return spec, func(label, sub string, series int, value float64) *Mark {
		m := Mark{
			ID: label + spec.Series[series].ID, Label: label, Sub: sub, Series: series, X: nan, XTo: nan, Value: value, Low: nan, High: nan,
			Status: Final, Spoken: "x",
		}
		spec.Marks = append(spec.Marks, m)
		return &spec.Marks[len(spec.Marks)-1]
	}
}

// windowsSpec is guns traced in windows of years by where they were bought, as the built-in data has them: whole windows, one
// of which only the total is known, and one of which only a part is.
func windowsSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec, add := partsSpec(Stacked, lang, words.Both("Guns traced in Mexico", "Armas rastreadas en México"),
		words.Both("Firearms by where they come from, according to ATF", "Armas de fuego por su origen, según la ATF"),
		Series{ID: "us", Title: in("From the United States", "De Estados Unidos")},
		Series{ID: "other", Title: in("Other or undetermined", "Otro o sin determinar")},
		Series{ID: "total", Title: "Total"})
	for _, w := range []struct {
		years            string
		total, us, other float64
	}{
		{"2007–2011", 99691, 68161, 31530},
		{"2009–2014", 104850, 73684, 31166},
		{"2011–2016", 106000, math.NaN(), math.NaN()},
		{"2012–2017", 98654, 69140, 29514},
		{"2014–2018", math.NaN(), 56000, math.NaN()},
		{"2017–2022", 123741, 83560, 40181},
	} {
		for i, v := range []float64{w.us, w.other, w.total} {
			if hasFigure(v) {
				add(w.years, "", i, v)
			}
		}
	}
	spec.Unit = in("firearms", "armas de fuego")
	spec.Notes = []Note{{"a", in("Rounded total.", "Total redondeado.")}, {"b", in("Of which 1,744 had been sold legally.", "De ellas, 1,744 se habían vendido legalmente.")}}
	for i := range spec.Marks {
		switch m := &spec.Marks[i]; m.ID {
		case "2011–2016total":
			m.Letters, m.Written = "a", "≈106,000"
		case "2012–2017us":
			m.Letters = "b"
		case "2017–2022other":
			m.Status = Derived
		case "2017–2022us":
			m.Emphasis = true
		}
	}
	return *spec
}

// compositionSpec is shares of kinds of guns in groups with parts of their own, some of them small, some lettered.
func compositionSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec, add := partsSpec(Stacked, lang, words.Both("What kinds of guns are traced", "Qué tipos de armas se rastrean"),
		words.Both("Percent of the guns traced, according to ATF", "Por ciento de las armas rastreadas, según la ATF"),
		Series{ID: "pistol", Title: in("Pistols", "Pistolas")}, Series{ID: "rifle", Title: in("Rifles", "Rifles")},
		Series{ID: "revolver", Title: in("Revolvers", "Revólveres")}, Series{ID: "shotgun", Title: in("Shotguns", "Escopetas")},
		Series{ID: "short", Title: in("Short guns", "Armas cortas")}, Series{ID: "long", Title: in("Long guns", "Armas largas")},
		Series{ID: "other", Title: in("Other", "Otras"), Quiet: true})
	spec.Percent = true
	spec.Groups = []Group{
		{"type", in("By type of gun", "Por tipo de arma"), ""},
		{"length", in("Short and long guns", "Armas cortas y largas"), in("other guns left out", "sin otras armas")},
	}
	of := in("of 98,654 traced", "de 98,654 rastreadas")
	for i, v := range []float64{46.71, 31.46, 13.9, 5.66} {
		add("2012–2017", of, i, v)
	}
	add("2012–2017", of, 6, 2.23).Letters = "a"
	for _, period := range []string{"2017–2022", "2022–2023"} {
		add(period, in("of 123,741 traced", "de 123,741 rastreadas"), 4, 63).Group = 1
		add(period, "", 5, 35).Group = 1
	}
	spec.Marks[7].Status, spec.Marks[8].Value = Partial, 20
	spec.Notes = []Note{{"a", in("The five shares add up to 99.96%.", "Las cinco partes suman 99.96 %.")}}
	return *spec
}

// ratesSpec is two countries in several years, close to each other and far apart.
func ratesSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec, add := partsSpec(Dumbbell, lang, words.Both("Homicides per 100,000 people", "Homicidios por cada 100,000 habitantes"),
		words.Both("Selected years, Mexico and the United States", "Años escogidos, México y Estados Unidos"),
		Series{ID: "us", Title: in("United States", "Estados Unidos")}, Series{ID: "mx", Title: in("Mexico", "México")})
	for _, y := range []struct {
		year   string
		us, mx float64
	}{{"1990", 9.4, 17.5}, {"2000", 5.5, 10.9}, {"2007", 5.7, 8.1}, {"2011", 4.7, 23.4}, {"2014", 4.4, 16.1}, {"2020", 6.4, 29.0}, {"2022", 6.4, 25.2}} {
		add(y.year, "", 0, y.us)
		add(y.year, "", 1, y.mx)
	}
	spec.Marks[1].Letters, spec.Marks[12].Status, spec.Marks[11].Emphasis = "a", Provisional, true
	spec.Marks[6].Low, spec.Marks[6].High = 3.9, 5.4
	spec.Notes = []Note{{"a", in("Counted by death certificates.", "Contados por certificados de defunción.")}}
	return *spec
}

// changeSpec is a few series at four points in time, with a gap, an early end and two that end close together.
func changeSpec(lang words.Lang) Spec {
	in := func(en, es string) string { return words.Both(en, es).In(lang) }
	spec, add := partsSpec(Slope, lang, words.Both("Where traced guns were bought", "Dónde se compraron las armas rastreadas"),
		words.Both("Percent of the guns traced to a first buyer", "Por ciento de las armas rastreadas hasta un primer comprador"),
		Series{ID: "tx", Title: "Texas"}, Series{ID: "az", Title: "Arizona"}, Series{ID: "ca", Title: "California"},
		Series{ID: "nm", Title: in("New Mexico", "Nuevo México")}, Series{ID: "rest", Title: in("All other states", "Todos los demás estados"), Quiet: true})
	spec.Percent = true
	years := []float64{2008, 2012, 2016, 2023}
	for s, values := range [][]float64{{39, 41, math.NaN(), 43}, {10, 15, 19, 22}, {20, 17, 12, 9}, {math.NaN(), 4, 3, 2.7}, {31, 23, 27, math.NaN()}} {
		for i, v := range values {
			if hasFigure(v) {
				m := add(spec.Series[s].Title, "", s, v)
				m.X, m.ID = years[i], m.ID+yearText(years[i])
			}
		}
	}
	spec.Marks[4].Letters, spec.Marks[2].Status = "a", Derived
	spec.Notes = []Note{{"a", in("Read off a chart.", "Leída en una gráfica.")}}
	return *spec
}
