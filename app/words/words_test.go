package words

import (
	"math"
	"testing"
)

// A sentence has one full stop, also after an abbreviation; dots that are no end stay.
func TestSentencesEndOnce(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "Out.": "Out.", "De EE. UU..": "De EE. UU.", "De EE. UU.. Fuente: GAO..": "De EE. UU. Fuente: GAO.", "“in the U.S..”": "“in the U.S.”",
		"(EE. UU.)..": "(EE. UU.).", "and so on...": "and so on...", "../data": "../data", "data/..": "data/..", "a..b": "a..b", "3..": "3..", "..": "..",
	} {
		if got := EndOnce(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	if got := For(Spanish).T("alt.source", Args{"Source": "EE. UU."}); got != "Fuente: EE. UU." {
		t.Error(got)
	}
}

func TestNumbers(t *testing.T) {
	en, es := For(English), For(Spanish)
	for _, tt := range []struct {
		name, got, want string
	}{
		{"thousands", en.Number(1171, 0), "1,171"},
		{"thousands as in Mexico", es.Number(1171, 0), "1,171"},
		{"millions", es.Int(1_000_000), "1,000,000"},
		{"small", en.Int(7), "7"},
		{"three digits", en.Int(999), "999"},
		{"decimals", en.Number(1234.5, 2), "1,234.50"},
		{"negative", en.Number(-1234, 0), "−1,234"},
		{"negative that rounds to nothing", en.Number(-0.2, 0), "0"},
		{"not a number", en.Number(math.NaN(), 0), "–"},
		{"infinite", es.Number(math.Inf(-1), 0), "–"},
		{"as many decimals as needed", en.Auto(67.5), "67.5"},
		{"no decimals needed", en.Auto(1171), "1,171"},
		{"two at most", en.Auto(1.0 / 3), "0.33"},
		{"nothing", en.Auto(0), "0"},
		{"hardly anything", es.Auto(0.004), "0.004"},
		{"two digits that say something", en.Auto(-0.001234), "−0.0012"},
		{"beyond decimals", en.Auto(1.5e-13), "1.5\u00a0×\u00a010⁻¹³"},
		{"beyond commas", es.Auto(-1e300), "−1\u00a0×\u00a010³⁰⁰"},
		{"within commas", en.Auto(1e15), "1,000,000,000,000,000"},
		{"no number", en.Auto(math.Inf(1)), "–"},
		{"share", en.Percent(67.5), "67.5%"},
		{"share in Spanish", es.Percent(67.5), "67.5\u00a0%"},
		{"day", en.Date("2024-03-18"), "March 18, 2024"},
		{"day in Spanish", es.Date("2024-03-18"), "18 de marzo de 2024"},
		{"month", en.Date("2024-03"), "March 2024"},
		{"month in Spanish", es.Date("2024-12"), "diciembre de 2024"},
		{"year", en.Date("2024"), "2024"},
		{"no date", en.Date("soon"), "soon"},
		{"no such day", en.Date("2024-02-31"), "2024-02-31"},
		{"nothing to list", en.List(nil), ""},
		{"one", en.List([]string{"a"}), "a"},
		{"three", en.List([]string{"a", "b", "c"}), "a, b and c"},
		{"and in Spanish", es.List([]string{"uno", "dos"}), "uno y dos"},
		{"and before i in Spanish", es.List([]string{"Francia", "Italia"}), "Francia e Italia"},
		{"and before hi in Spanish", es.List([]string{"padres", "hijos"}), "padres e hijos"},
		{"and before hie in Spanish", es.List([]string{"plomo", "hierro"}), "plomo y hierro"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

func TestTranslations(t *testing.T) {
	for _, tt := range []struct {
		lang      Lang
		got, want string
	}{
		{English, For(English).T("list.and", Args{"Head": "a", "Last": "b"}), "a and b"},
		{Spanish, For(Spanish).T("list.and", Args{"Head": "a", "Last": "b"}), "a y b"},
		{Spanish, For(Spanish).T("list.and", Args{"Head": Both("one", "uno"), "Last": Both("two", "dos")}), "uno y dos"},
		{English, For(English).N("explore.list.figures", 1), "1 figure"},
		{English, For(English).N("explore.list.figures", 1200), "1,200 figures"},
		{Spanish, For(Spanish).N("explore.list.figures", 27), "27 cifras"},
		{"fr", For("fr").T("dialog.close"), "Close"},
		{English, For(English).T("no.such.key"), "no.such.key"},
		{"", Tr{}.T("dialog.close"), "dialog.close"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.lang, tt.got, tt.want)
		}
	}
	if !For(Spanish).Has("dialog.close") || For(Spanish).Has("no.such.key") || (Tr{}).Has("dialog.close") {
		t.Error("Has does not tell which keys have a text")
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"García": "garcia", "ÑEEMBUCÚ": "neembucu", "Garci\u0301a": "garcia", "": "", "ATF 2009": "atf 2009"} {
		if got := Fold(in); got != want {
			t.Errorf("%q folds to %q, want %q", in, got, want)
		}
	}
}

func TestTextFallsBack(t *testing.T) {
	for _, tt := range []struct {
		text Text
		lang Lang
		want string
	}{
		{Both("fire", "fuego"), Spanish, "fuego"},
		{Both("fire", ""), Spanish, "fire"},
		{Both("", "fuego"), English, "fuego"},
		{Text{}, English, ""},
		{nil, Spanish, ""},
		{Text{"fr": "feu"}, Spanish, "feu"},
	} {
		if got := tt.text.In(tt.lang); got != tt.want {
			t.Errorf("%v in %s is %q, want %q", tt.text, tt.lang, got, tt.want)
		}
	}
}

func TestEveryKeyIsInBothLanguages(t *testing.T) {
	keys, err := Keys()
	if err != nil {
		t.Fatal(err)
	}
	for key, langs := range keys {
		if len(langs) != len(Langs()) {
			t.Errorf("%s is only in %v", key, langs)
		}
	}
	if len(keys) < 50 {
		t.Errorf("only %d keys were found", len(keys))
	}
}
