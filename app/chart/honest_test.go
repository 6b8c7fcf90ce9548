package chart

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// anyones is the table of a package that says nothing of its rows: no ids, no kinds, no sources of single rows.
func anyones(t *testing.T, fields, csv string) *dataset.Dataset {
	t.Helper()
	p, _, err := datapackage.Open(fstest.MapFS{
		datapackage.DescriptorName: {Data: []byte(`{"name":"p","sources":[{"title":"Town hall"}],"resources":[{"name":"t","title":"Shops","path":"t.csv","schema":{"fields":[` + fields + `]}}]}`)},
		"t.csv":                    {Data: []byte(csv)},
	})
	if err != nil {
		t.Fatal(err)
	}
	set, _ := dataset.Load(p)
	return set.Datasets[0]
}

// shops is a table of so many shops, each with a figure of its own and in one of three towns.
func shops(t *testing.T, count int) *dataset.Dataset {
	t.Helper()
	csv := "shop,town,sold\n"
	for i := range count {
		csv += fmt.Sprintf("Shop %d,Town %d,%d\n", i+1, i%3, 100+i)
	}
	return anyones(t, `{"name":"shop","type":"string"},{"name":"town","type":"string"},{"name":"sold","type":"integer"}`, csv)
}

// A chart that has no room for all rows says which it shows, in the picture and in its sentences, and counts those that filters leave.
func TestAChartSaysWhichRowsItShows(t *testing.T) {
	d := shops(t, 61)
	for _, c := range []struct {
		town   []string
		en, es string
	}{
		{nil, "The 30 largest of 61", "Las 30 mayores de 61"},
		{[]string{"Town 0", "Town 1"}, "The 30 largest of 41", "Las 30 mayores de 41"},
		{[]string{"Town 0"}, "", ""},
	} {
		var q dataset.Lens
		if c.town != nil {
			q.Where = []dataset.Cond{{Field: "town", Op: "=", Values: c.town}}
		}
		for lang, want := range map[words.Lang]string{words.English: c.en, words.Spanish: c.es} {
			asked, err := Ask(d, q, words.For(lang))
			if err != nil {
				t.Fatal(err)
			}
			spec := asked.Spec
			var file bytes.Buffer
			if err := WriteSVG(&file, spec, laid(t, spec, 900, 900, 1)); err != nil {
				t.Fatal(err)
			}
			drawn := ""
			for _, l := range labelsOf(laid(t, spec, 1400, 900, 1)) {
				drawn += l.Text + "\n"
			}
			for where, text := range map[string]string{"line": spec.Asked, "alternative": spec.Alt, "picture": drawn, "file": file.String()} {
				if want == "" && strings.Contains(text, "largest") || !strings.Contains(text, want) {
					t.Errorf("%v: the %s does not say %q: %s", c.town, where, want, text)
				}
			}
		}
	}
}

// Where the chart itself leaves rows out, the words over what is made of the rest say so.
func TestWhatIsPutTogetherIsNamed(t *testing.T) {
	d := shippedSet(t).Dataset("border_seizures")
	for lang, want := range map[words.Lang]string{words.English: "Figures of the chart “core series” · ", words.Spanish: "Cifras de la gráfica “serie principal” · "} {
		asked, err := Ask(d, dataset.Lens{View: "core", Group: "status"}, words.For(lang))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(asked.Spec.Asked, want) || !strings.Contains(asked.Spec.Alt, want) || !strings.HasPrefix(asked.Answer.Asked.In(lang), want) {
			t.Errorf("%q does not begin with %q", asked.Spec.Asked, want)
		}
	}
	all, err := Ask(shops(t, 61), dataset.Lens{Group: "town", By: dataset.Sum}, words.For(words.English))
	if err != nil || all.Spec.Asked != "Sum by town" {
		t.Errorf("a sum of all rows is said as %q (%v)", all.Spec.Asked, err)
	}
}

// Marks have ids of their own, whatever rows are called, and nobody reads one that was made here.
func TestMarksAreToldApart(t *testing.T) {
	check := func(name string, asked Asked) {
		seen := map[string]bool{"": true}
		for _, m := range asked.Spec.Marks {
			if seen[m.ID] {
				t.Errorf("%s: two marks are %q", name, m.ID)
			}
			seen[m.ID] = true
		}
		said := Headline(asked.Spec).Text + asked.Spec.Alt
		for _, l := range labelsOf(laid(t, asked.Spec, 700, 600, 1)) {
			said += l.Text
		}
		if name == "anyone's" && strings.Contains(said, "#") {
			t.Errorf("%s: somebody reads an id: %s", name, said)
		}
	}
	questions(t, check)
	same := anyones(t, `{"name":"id","type":"string"},{"name":"who","type":"string"},{"name":"n","type":"integer"}`, "id,who,n\na,A,3\na,B,9\n,,5\n,D,7\n")
	for _, d := range []*dataset.Dataset{shops(t, 12), same} {
		for _, form := range Forms() {
			if asked, err := Ask(d, dataset.Lens{Form: string(form)}, words.For(words.English)); err == nil {
				check("anyone's", asked)
			}
		}
	}
}

// Figures of rows without ids are compared as those of any: the highest is not taken for the lowest, nor for all of them.
func TestRowsWithoutIdsAreToldTruly(t *testing.T) {
	asked, err := Ask(shops(t, 12), dataset.Lens{}, words.For(words.English))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := Headline(asked.Spec).Text, "Of 12 figures, the highest is 111 (Shop 12), 1 more than the next (Shop 11); the lowest is 100 (Shop 1)."; !strings.HasPrefix(got, want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if want := "Lowest 100 (Shop 1), highest 111 (Shop 12)."; !strings.Contains(asked.Spec.Alt, want) {
		t.Errorf("%s\nlacks\n%s", asked.Spec.Alt, want)
	}
}

// Counted rows are no finding about what the rows are of.
func TestCountedRowsAreCalledRows(t *testing.T) {
	d := shippedSet(t).Dataset("homicide_rates")
	for lang, want := range map[words.Lang][3]string{
		words.English: {"Number of rows in this table by country", "How many rows the table “", "Most rows in the table: 34 (Mexico); fewest: 31 (United States)."},
		words.Spanish: {"Número de filas en esta tabla por país", "Cuántas filas tiene la tabla “", "Más filas en la tabla: 34 (México); menos: 31 (Estados Unidos)."},
	} {
		asked, err := Ask(d, dataset.Lens{Group: "country"}, words.For(lang))
		if err != nil {
			t.Fatal(err)
		}
		spec := asked.Spec
		if spec.Title != want[0] || !strings.HasPrefix(spec.Subtitle, want[1]) || !strings.HasPrefix(Headline(spec).Text, want[2]) {
			t.Errorf("%s\n%s\n%s", spec.Title, spec.Subtitle, Headline(spec).Text)
		}
		for _, l := range labelsOf(laid(t, spec, 900, 600, 1)) {
			if strings.Contains(l.Text, "100,000") {
				t.Errorf("%s %q", l.Role, l.Text)
			}
		}
	}
	spec := Spec{Form: BarsHorizontal, Tr: words.For(words.English), Source: "s", Who: "ATF", Counts: true, Unit: "rows", Marks: byName(2, 1, 1, 1, 1)}
	if got, want := Headline(spec).Text, "Most rows in the table: 2 (A); fewest: 1 (4 groups)."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A caveat that holds for a figure in two ways has its letter once.
func TestLettersStandOnce(t *testing.T) {
	if got := inOrder("aa,b,a,b,aa"); got != "a,b,aa" {
		t.Error(got)
	}
}

// What is generated ends its sentences once, quotes as the language does, and says who says so in one way.
func TestGeneratedSentencesAreWellFormed(t *testing.T) {
	bad := []string{"..", "según ATF, según", "«", "»", "fue cerca", " es cerca de", "≈≈", "about about", "el ≈"}
	count := 0
	check := func(name string, asked Asked) {
		count++
		texts := []string{Headline(asked.Spec).Text, asked.Spec.Alt, described(asked.Spec), asked.Spec.Asked, asked.Spec.Title, asked.Spec.Subtitle}
		for _, m := range asked.Spec.Marks {
			texts = append(texts, m.Spoken)
		}
		for _, text := range texts {
			if i := slices.IndexFunc(bad, func(b string) bool { return strings.Contains(text, b) }); i >= 0 {
				t.Errorf("%s: %q in %s", name, bad[i], text)
			}
		}
	}
	offered(t, check)
	for _, d := range shippedSet(t).Datasets {
		for _, v := range d.Charts {
			for _, q := range questionsTo(d, v.Name, words.For(words.English)) {
				for _, lang := range words.Langs() {
					if asked, err := Ask(d, q, words.For(lang)); err == nil {
						check(d.ID+"/"+v.Name+": "+asked.Spec.Asked, asked)
					}
				}
			}
		}
	}
	if count < 1500 {
		t.Errorf("only %d charts", count)
	}
}
