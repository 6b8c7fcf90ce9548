package concordance

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

// brief writes numbers for comparison: what is written = what it is.
func brief(numbers []Number) string {
	var out []string
	for _, n := range numbers {
		s := n.Written + " ="
		if !math.IsNaN(n.Value) {
			s += fmt.Sprintf(" %.6g", n.Value)
		}
		if ranged(n) {
			s += fmt.Sprintf("..%.6g", n.High)
		}
		if n.Unit != Year && n.Date != "" {
			s += " " + n.Date
		}
		if n.Unit != Plain {
			s += " " + string(n.Unit)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"1,171 guns in 2023.":             "1,171 = 1171; 2023 = 2023 year",
		"a share of 67.5%, or −4 %":       "67.5% = 67.5 percent; −4 % = -4 percent",
		".50-calibre and 9mm":             ".50 = 0.5; 9mm = 9",
		"$10bn, $54 million, US$15m, 3k":  "$10bn = 1e+10 money; $54 million = 5.4e+07 money; US$15m = 1.5e+07 money; 3k = 3000",
		"half a million; a half-million":  "half a million = 500000; half-million = 500000",
		"Sixty-eight percent of them":     "Sixty-eight percent = 68 percent",
		"seven out of 10, one in four":    "seven out of 10 = 70 percent; one in four = 25 percent",
		"nearly seven times as many":      "seven times = 7 times",
		"almost half, two-thirds":         "half = 50 percent; two-thirds = 66.6667 percent",
		"hundreds of thousands, dozens":   "hundreds of thousands = vague; dozens = vague",
		"several hundred; tens of guns":   "several hundred = vague; tens = vague",
		"a couple of hundred licences":    "a couple of hundred = 200",
		"a couple of decades":             "a couple of = 2",
		"two hundred and five thousand":   "two hundred and five thousand = 205000",
		"two thousand five hundred":       "two thousand five hundred = 2500",
		"two and a half million":          "two and a half million = 2.5e+06",
		"two and three":                   "two = 2; three = 3",
		"one of the two, no one":          "two = 2",
		"one percent":                     "one percent = 1 percent",
		"four people; a thousand guns":    "four = 4; a thousand = 1000",
		"200,000 to 500,000":              "200,000 to 500,000 = 200000..500000",
		"5 to 10 million, $5–10 million":  "5 to 10 million = 5e+06..1e+07; $5–10 million = 5e+06..1e+07 money",
		"70–90% of 2017–2022":             "70–90% = 70..90 percent; 2017–2022 = 2017..2022 year",
		"between 2015 and 2022":           "2015 = 2015 year; 2022 = 2022 year",
		"2021-22, 2021-08, 2021-08-04":    "2021-22 = 2021..2022 year; 2021-08 = 2021-08 date; 2021-08-04 = 2021-08-04 date",
		"a 5-4 vote":                      "5 = 5; 4 = 4",
		"fiscal years 2014 through 2019":  "fiscal years 2014 through 2019 = 2014..2019 year",
		"FY2014 to FY2019, FY22":          "FY2014 to FY2019 = 2014..2019 year; FY22 = 2022 year",
		"in the 1990s, the 21st century":  "1990s = 1990 year; 21st = 21 ordinal",
		"mid-2020":                        "2020 = 2020 year",
		"February 22; 22 Nov.; Nov. 22.":  "February 22 = --02-22 date; 22 Nov. = --11-22 date; Nov. 22 = --11-22 date",
		"Mar 24, 2021 or March 2024":      "Mar 24, 2021 = 2021-03-24 date; March 2024 = 2024-03 date",
		"they may 5 times march 10":       "5 times = 5 times; 10 = 10",
		"12/31/2020":                      "12/31/2020 = 2020-12-31 date",
		"2 Feb 2021 (a 2005 law)":         "2 Feb 2021 = 2021-02-02 date; 2005 = 2005 year",
		"AR-15, GAO-21-322, COVID-19":     "AR-15 = name; GAO-21-322 = name; COVID-19 = name",
		"an AR-15-style rifle, M16, 4T":   "AR-15 = name; M16 = name; 4T = 4 name",
		"the CDC Title 42 rule":           "Title 42 = name",
		"the Five Eyes":                   "Five = 5 name",
		"Five months later":               "Five = 5",
		"(Recommendation 3), page 12":     "Recommendation 3 = label; page 12 = label",
		"(1) this and (2) that [12]":      "1 = label; 2 = label; 12 = label",
		"725 S Figueroa St., Suite 450":   "725 = label; Suite 450 = label",
		"Los Angeles, CA 90017":           "90017 = label",
		"call 202-512-7777 at 10:30":      "202-512-7777 = label; 10:30 = label",
		"see www.example.org/2020/a.":     "www.example.org/2020/a = label",
		"call -555-123-4567 now":          "555-123-4567 = label",
		"1.555 123-4567":                  "555 123-4567 = label",
		"$555 123.4567":                   "$555 = 555 money; 123.4567 = 123.457",
		"found:\n1. Guns\n2. More":        "1 = label; 2 = label",
		"found were\n34. Then":            "34 = 34",
		"in 2015\n\n1,000 were":           "2015 = 2015 year; 1,000 = 1000",
		"thirty\n\nmillion":               "thirty = 30",
		"once upon a time":                "",
		"the second half of it":           "",
		"half-hearted":                    "",
		"in May and in March":             "",
		"7.62x39mm":                       "7.62x39mm = 7.62 name",
		"33 mil 550 homicidios":           "33 mil 550 = 33550",
		"$10 mil millones de pesos":       "$10 mil millones de pesos = 1e+10 money",
		"tres de cada cuatro armas":       "tres de cada cuatro = 75 percent",
		"medio millón, un millón y medio": "medio millón = 500000; un millón y medio = 1.5e+06",
		"cientos de miles de armas":       "cientos de miles = vague",
		"ciento veinte mil":               "ciento veinte mil = 120000",
		"doscientas cincuenta y tres":     "doscientas cincuenta y tres = 253",
		"el 68 por ciento, 67.5\u00a0%":   "68 por ciento = 68 percent; 67.5\u00a0% = 67.5 percent",
		"la mitad, una tercera parte":     "mitad = 50 percent; una tercera parte = 33.3333 percent",
		"un par de cientos de permisos":   "un par de cientos = 200",
		"un arma de una tienda":           "",
		"siete veces más":                 "siete veces = 7 times",
		"el 22 de febrero de 2026":        "22 de febrero de 2026 = 2026-02-22 date",
		"febrero de 2021, 1º de julio":    "febrero de 2021 = 2021-02 date; 1º de julio = --07-01 date",
		"de AF2014 a AF2019":              "AF2014 a AF2019 = 2014..2019 year",
		"del año fiscal 2021":             "año fiscal 2021 = 2021 year",
		"las once armas de la casa":       "once = 11",
	} {
		if got := brief(Numbers(text)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	text := "El año 2021:\n\nson “é” 12\tarmas y\u00a03 más"
	got := Numbers(text)
	if len(got) != 3 || got[0].Line != 1 || got[0].Column != 8 || got[1].Line != 3 || got[1].Column != 9 || got[2].Line != 3 || got[2].Column != 20 {
		t.Fatalf("%+v", got)
	}
	for n, want := range map[int]string{0: "… 12 …", 1: "… “é” 12 armas …", 2: "… son “é” 12 armas y …"} {
		if c := Context(text, got[1], n); c != want {
			t.Errorf("%d words: %q, want %q", n, c, want)
		}
	}
	if c := Context(text, got[2], 1); c != "… y 3 más" {
		t.Errorf("%q at the end", c)
	}
}

func FuzzNumbers(f *testing.F) {
	for _, s := range []string{
		"", "1,171 guns", "half a\n\nmillion", "$", "−", "2021-08-04", "FY", "GAO-21-322", "two and a half", "\xff1", "a couple of", "www.1",
		"cien mil millones de millones", "9999999999999999999999999999999999", "1/2/2020", "fiscal year 20", "1 to", "mil", "FY14 to FY15 to FY16", "\u0301é 3",
		"$000 000.0000", "-555-123-4567",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, n := range Numbers(text) {
			if n.Start < end || n.End <= n.Start || n.End > len(text) || n.Line < 1 || n.Column < 1 {
				t.Fatalf("%q: %+v after %d", text, n, end)
			}
			end = n.End
			if n.Written != text[n.Start:n.End] || n.Line != 1+strings.Count(text[:n.Start], "\n") || math.IsInf(n.Value, 0) {
				t.Fatalf("%q: %+v", text, n)
			}
			if ranged(n) && n.High <= n.Value {
				t.Fatalf("%q: range %v to %v", text, n.Value, n.High)
			}
			if c := Context(text, n, 2); utf8.ValidString(text) && !utf8.ValidString(c) {
				t.Fatalf("%q: context %q is cut within a character", text, c)
			}
		}
	})
}

func BenchmarkNumbers(b *testing.B) {
	text := strings.Repeat("CBP stopped 1,171 guns in fiscal year 2023, nearly seven times as many as in 2019; tres de cada cuatro. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Numbers(text)
	}
}
