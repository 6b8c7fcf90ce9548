package chart

import (
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

const rowsDescriptor = `{"name":"rows","resources":[
 {"name":"asked","path":"asked.csv","title":"Asked","doublefix:role":"dataset",
  "doublefix:charts":[{"name":"table","form":"table","label":"title","sub":"text","tag":"state","y":"value","when":"on","group":"who",
    "tags":[{"id":"done","title":{"en":"closed","es":"cerrada"}},{"id":"open","title":{"en":"open","es":"abierta"},"quiet":true}]},
   {"name":"when","form":"timeline","x":"on","label":"title","who":"who","sort":"on"}],
  "schema":{"fields":[{"name":"id"},{"name":"title","title":"What","doublefix:i18n":{"es":{"title":"Qué"}}},{"name":"title@es"},{"name":"text"},{"name":"state","title":"State"},{"name":"on","title":"Date"},
   {"name":"who"},{"name":"value","type":"number","title":"Figure"},{"name":"unit"},{"name":"unit@es"},{"name":"kind"},{"name":"status"},{"name":"source_id"}]}},
 {"name":"sources","path":"sources.csv","doublefix:role":"sources"}]}`

func rowsSet(t *testing.T) *dataset.Dataset {
	t.Helper()
	return loaded(t, fstest.MapFS{
		datapackage.DescriptorName: {Data: []byte(rowsDescriptor)},
		"asked.csv": {Data: []byte("id,title,title@es,text,state,on,who,value,unit,unit@es,kind,status,source_id\n" +
			"A1,Measures,Indicadores,Long,done,2021-02-22,ATF,12,courses,cursos,count,final,gao\n" +
			"A2,Analysis,Análisis,,open,2021-02,ICE,36,percent,por ciento,share,final,gao\n" +
			"A3,Training,Capacitación,,other,1968,ATF,,,,statement,final,gao\n" +
			"A4,,,,open,2020,ATF,,,,statement,final,gao\n" +
			"A5,Undated,Sin fecha,,,soon,ATF,,,,statement,final,gao\n")},
		"sources.csv": {Data: []byte("id,publisher,short,short@es,tier\ngao,GAO,GAO 2021,GAO 2021,P\n")},
	}).Dataset("asked")
}

func TestBuildTable(t *testing.T) {
	ds := rowsSet(t)
	spec, rows, err := Build(ds, ds.Charts[0], words.For(words.Spanish))
	if err != nil || len(rows) != len(spec.Marks) {
		t.Fatal(err, len(rows), len(spec.Marks))
	}
	var got []string
	for _, m := range spec.Marks {
		quiet := ""
		if m.TagQuiet {
			quiet = " quiet"
		}
		got = append(got, strings.Join([]string{m.ID, m.Label, m.Tag + quiet, m.When, m.Written, m.Unit}, "|"))
	}
	// A share has its sign and no unit; a row without a name and a figure is no row.
	want := "A1|Indicadores|Cerrada|22 de febrero de 2021|12|cursos;A3|Capacitación|Other|1968||;A5|Sin fecha||soon||;A2|Análisis|Abierta quiet|febrero de 2021|36\u00a0%|"
	if s := strings.Join(got, ";"); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if spec.Heads != (Heads{Label: "Qué", Tag: "State", When: "Date", Figure: "Figure"}) {
		t.Errorf("headings %+v", spec.Heads)
	}
}

func TestBuildTimeline(t *testing.T) {
	ds := rowsSet(t)
	spec, _, err := Build(ds, ds.Charts[1], words.For(words.English))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range spec.Marks {
		got = append(got, m.ID+" "+spec.Series[m.Series].Title+" "+m.When)
		if math.IsNaN(m.X) || m.Written != "" || !math.IsNaN(m.Value) {
			t.Errorf("mark %+v", m)
		}
	}
	if s := strings.Join(got, ", "); s != "A3 ATF 1968, A2 ICE February 2021, A1 ATF February 22, 2021" {
		t.Errorf("got %s", s)
	}
	if want := "3 events, from 1968 to February 22, 2021."; !strings.Contains(spec.Alt, want) {
		t.Errorf("%q is not in %q", want, spec.Alt)
	}
}

func TestBuildTableIsTold(t *testing.T) {
	ds := rowsSet(t)
	spec, _, err := Build(ds, ds.Charts[0], words.For(words.English))
	if err != nil {
		t.Fatal(err)
	}
	want := "Table: Asked. 4 rows. Closed: 1; Other: 1; Open: 1. ATF, 3 rows, beginning with Measures: 12 courses; Training. ICE: Analysis: 36%. Source: GAO 2021."
	if spec.Alt != want {
		t.Errorf("got  %s\nwant %s", spec.Alt, want)
	}
}

// A list in the order of the alphabet has that of its reader's language; blank cells come last in both.
func TestBuildInTheAlphabetOfTheReader(t *testing.T) {
	ds := rowsSet(t)
	view := ds.Charts[0]
	view.Group, view.Groups = "", nil
	for lang, want := range map[words.Lang]string{
		words.English: "Analysis|Measures|Training|Undated", words.Spanish: "Análisis|Capacitación|Indicadores|Sin fecha",
	} {
		for _, way := range []string{"", "-"} {
			view.Sort = way + "title"
			spec, rows, err := Build(ds, view, words.For(lang))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i, m := range spec.Marks {
				got = append(got, m.Label)
				if rows[i].ID != m.ID {
					t.Errorf("row %s at mark %s", rows[i].ID, m.ID)
				}
			}
			if way == "-" {
				slices.Reverse(got)
			}
			if s := strings.Join(got, "|"); s != want {
				t.Errorf("%s%s: %s", lang, way, s)
			}
		}
	}
}

// Whoever has no event in a view keeps their marker, so that a colour means the same in all views, but the legend is silent
// about them.
func TestViewsOfATimelineHaveTheSameMarkers(t *testing.T) {
	ds := rowsSet(t)
	view := ds.Charts[1]
	place := func(where ...dataset.Cond) (place int, keys []string) {
		view.Where = where
		spec := build(t, ds, view, words.English)
		c := newCanvas(spec.Tr, framed(Frame{W: 800, H: 500}))
		for _, k := range keysTimeline(c, spec) {
			keys = append(keys, k.text)
		}
		for _, m := range spec.Marks {
			if m.ID == "A2" {
				return seriesPlace(spec.Series, m.Series), keys
			}
		}
		t.Fatal("no event of ICE")
		return 0, nil
	}
	whole, all := place()
	part, some := place(dataset.Cond{Field: "who", Op: "=", Values: []string{"ICE"}})
	if whole != part || !slices.Contains(all, "ATF") || slices.Contains(some, "ATF") {
		t.Errorf("marker %d and %d, legends %q and %q", whole, part, all, some)
	}
}
