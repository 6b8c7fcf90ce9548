package chart

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app"
	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

const builtDescriptor = `{"name":"built","resources":[
 {"name":"stops","path":"stops.csv","title":"Stops","doublefix:role":"dataset","doublefix:unit":{"en":"firearms","es":"armas"},"doublefix:attribution":{"en":"CBP","es":"CBP"},
  "doublefix:caveats":[{"text":{"en":"Found, not crossed.","es":"Encontradas, no cruzadas."}},{"field":"year","from":"2021","to":"2022","text":{"en":"From monthly means.","es":"De promedios mensuales."}}],
  "doublefix:charts":[{"name":"core","form":"bars","title":{"en":"Guns stopped","es":"Armas detenidas"},"x":"year","xTo":"year_to","y":"value","label":"year","sub":"note","emphasis":["B8"]},
   {"name":"byname","form":"bars-horizontal","y":"value","label":"year","sort":"-value","limit":2}],
  "schema":{"fields":[{"name":"id"},{"name":"year","type":"year"},{"name":"year_to","type":"year"},{"name":"value","type":"integer"},{"name":"note"},{"name":"note@es"},
   {"name":"kind"},{"name":"status"},{"name":"source_id"},{"name":"caveat"},{"name":"caveat@es"}]}},
 {"name":"shares","path":"shares.csv","title":"Shares","doublefix:role":"dataset",
  "doublefix:charts":[{"name":"claims","form":"claims","low":"low","high":"high","y":"low","who":"who","when":"said","base":"base","group":"group","shape":"shape","percent":true,
   "groups":[{"id":"A","title":{"en":"Of the traced","es":"De las rastreadas"},"note":{"en":"few","es":"pocas"}},{"id":"C","title":{"en":"Of all","es":"De todas"}}],
   "joined":[["C2","C3"]],"doubtful":["C5"]}],
  "schema":{"fields":[{"name":"id"},{"name":"who"},{"name":"said","type":"date"},{"name":"low","type":"number"},{"name":"high","type":"number"},{"name":"group"},{"name":"base","type":"integer"},
   {"name":"shape"},{"name":"kind"},{"name":"status"},{"name":"source_id"}]}},
 {"name":"deaths","path":"deaths.csv","title":"Deaths","doublefix:role":"dataset","doublefix:unit":{"en":"deaths","es":"muertes"},
  "doublefix:charts":[{"name":"lines","form":"lines","x":"year","y":"value","label":"year","series":"series",
   "seriesOrder":[{"id":"inegi","title":{"en":"INEGI","es":"INEGI"}},{"id":"sesnsp","title":{"en":"SESNSP","es":"SESNSP"}}]}],
  "schema":{"fields":[{"name":"id"},{"name":"year","type":"year"},{"name":"series"},{"name":"value","type":"integer"},{"name":"kind"},{"name":"status"},{"name":"source_id"}]}},
 {"name":"flow","path":"flow.csv","title":"Flow","doublefix:role":"dataset","doublefix:unit":{"en":"guns a year","es":"armas al año"},
  "doublefix:charts":[{"name":"ranges","form":"ranges","low":"low","high":"high","y":"central","label":"label","group":"way","written":"written","log":true}],
  "schema":{"fields":[{"name":"id"},{"name":"label"},{"name":"way"},{"name":"way@es"},{"name":"low","type":"integer"},{"name":"central","type":"integer"},{"name":"high","type":"integer"},
   {"name":"written"},{"name":"written@es"},{"name":"kind"},{"name":"status"},{"name":"source_id"}]}},
 {"name":"funnel","path":"funnel.csv","title":"Funnel","doublefix:role":"dataset","doublefix:charts":[{"name":"funnel","form":"funnel","y":"value","label":"step"}],
  "schema":{"fields":[{"name":"id"},{"name":"step"},{"name":"value","type":"integer"},{"name":"kind"},{"name":"status"},{"name":"source_id"}]}},
 {"name":"sources","path":"sources.csv","doublefix:role":"sources"}]}`

// built returns the datasets of a small package, one for each form.
func built(t *testing.T) *dataset.Set {
	t.Helper()
	m := fstest.MapFS{datapackage.DescriptorName: {Data: []byte(builtDescriptor)}}
	for name, text := range map[string]string{
		"stops.csv": "id,year,year_to,value,note,note@es,kind,status,source_id,caveat,caveat@es\nB8,2023,,1171,,,count,final,ap,,\nB1,2009,,107,,,count,final,ap,,\n" +
			"B3,2014,2019,115,FY2014 to FY2019,AF2014 a AF2019,count,final,ap,,\nB4,2019,,173,,,count,final,ap,Printed as 2019.,Impresa como 2019.\n" +
			"B6,2021,,420,,,count,derived,trace,,\nB7,2022,,415,,,count,derived,trace,Odd.,Rara.\nB9,2024,,1030,10 months,10 meses,count,partial,trace,,\nB0,2008,,,,,count,final,ap,,\n",
		"shares.csv": "id,who,said,low,high,group,base,shape,kind,status,source_id\nC3,Minister,2026-02-23,80,80,C,,statement,statement,final,ap\nC4,Lawsuit,2021-08-04,70,90,C,,party,statement,final,trace\n" +
			"C5,Army,2024-02-12,56,56,C,6819,administrative,share,final,ap\nC2,Minister,2026-02-10,77,78,C,18000,statement,statement,final,ap\nC1,GAO,2009-06-18,87,87,A,,administrative,share,final,ap\n",
		"deaths.csv": "id,year,series,value,kind,status,source_id\nD4,2016,sesnsp,22545,count,final,trace\nD3,2015,sesnsp,17886,count,final,trace\nD1,2015,inegi,20762,count,final,ap\nD2,2018,inegi,36685,count,provisional,ap\nD5,2018,sesnsp,33743,count,final,trace\n",
		"flow.csv": "id,label,way,way@es,low,central,high,written,written@es,kind,status,source_id\nE1,Model,model,modelo,89816,212887,359205,,,estimate,final,ap\nE2,Press,press,prensa,,,1000000,,,statement,final,ap\n" +
			"E3,Day,model,modelo,182500,,219000,,,estimate,derived,ap\nE4,Words,press,prensa,,,,hundreds of thousands,cientos de miles,statement,final,trace\nE5,Least,model,modelo,135000,135000,,,,estimate,final,trace\n",
		"funnel.csv":  "id,step,value,kind,status,source_id\nF1,Seized,30000,count,final,ap\nF2,Sent,7200,count,final,ap\nF3,From the US,3480,count,final,ap\n",
		"sources.csv": "id,publisher,short,short@es,tier\nap,AP,AP 2011,AP 2011,S\ntrace,The Trace,Trace 2024,Trace 2024,S\n",
	} {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return loaded(t, m)
}

func loaded(t *testing.T, fsys fstest.MapFS) *dataset.Set {
	t.Helper()
	p, found, err := datapackage.Open(fsys)
	if err != nil {
		t.Fatal(err)
	}
	set, more := dataset.Load(p)
	for _, f := range append(found, more...) {
		t.Error(f.Message(words.For(words.English)))
	}
	return set
}

func build(t *testing.T, ds *dataset.Dataset, view dataset.View, lang words.Lang) Spec {
	t.Helper()
	spec, rows, err := Build(ds, view, words.For(lang))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(spec.Marks) {
		t.Fatalf("%d rows for %d marks", len(rows), len(spec.Marks))
	}
	for i, m := range spec.Marks {
		figure := m.Written != "" && rows[i].Source != nil || printsRows(spec.Form) // those show rows that are no figures
		if m.ID != rows[i].ID || !figure || m.Spoken == "" || m.Label == "" && spec.Form != Claims {
			t.Errorf("mark %d: %+v of row %s", i, m, rows[i].ID)
		}
	}
	if spec.Source == "" || spec.Alt == "" || spec.Title == "" {
		t.Errorf("source %q, alt %q, title %q", spec.Source, spec.Alt, spec.Title)
	}
	return spec
}

// told writes marks as "id written^letters" for comparison.
func told(spec Spec) string {
	var out []string
	for _, m := range spec.Marks {
		s := m.ID + " " + m.Written
		if m.Letters != "" {
			s += "^" + m.Letters
		}
		out = append(out, s)
	}
	return strings.ReplaceAll(strings.Join(out, " | "), "\u00a0", "_")
}

func TestBuildOrderAndWriting(t *testing.T) {
	set := built(t)
	for name, tt := range map[string]struct {
		view int
		lang words.Lang
		want string
	}{
		"stops":  {0, words.English, "B1 107 | B3 115 | B4 173^a | B6 ≈420^b | B7 ≈415^b,c | B8 1,171 | B9 1,030"},
		"stops ": {1, words.English, "B8 1,171 | B9 1,030"},
		"shares": {0, words.Spanish, "C1 87_% | C4 70–90_% | C5 56_% | C2 77–78_% | C3 80_%"},
		"deaths": {0, words.English, "D1 20,762 | D2 36,685 | D3 17,886 | D4 22,545 | D5 33,743"},
		"flow":   {0, words.Spanish, "E1 89,816_– 212,887_– 359,205 | E3 ≈182,500–219,000 | E5 al menos 135,000 | E2 hasta 1,000,000 | E4 cientos de miles"},
		"funnel": {0, words.English, "F1 30,000 | F2 7,200 | F3 3,480"},
	} {
		t.Run(name, func(t *testing.T) {
			ds := set.Dataset(strings.TrimSpace(name))
			if got := told(build(t, ds, ds.Charts[tt.view], tt.lang)); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestBuildMarks(t *testing.T) {
	set := built(t)
	ds := set.Dataset("stops")
	spec := build(t, ds, ds.Charts[0], words.Spanish)
	band, partial, finding := spec.Marks[1], spec.Marks[6], spec.Marks[5]
	if !band.Band() || band.Label != "al año en promedio" || band.Sub != "AF2014 a AF2019" {
		t.Errorf("band %+v", band)
	}
	if partial.Status != Partial || partial.Sub != "10 meses" || partial.Label != "2024" || !finding.Emphasis || partial.Emphasis {
		t.Errorf("marks %+v %+v", partial, finding)
	}
	if got, want := fmt.Sprint(spec.Notes), "[{a Impresa como 2019.} {b De promedios mensuales.} {c Rara.} { Encontradas, no cruzadas.}]"; got != want {
		t.Errorf("notes %s", got)
	}
	if spec.Source != "CBP. AP 2011; Trace 2024" || spec.Unit != "armas" || spec.Title != "Armas detenidas" {
		t.Errorf("%q %q %q", spec.Source, spec.Unit, spec.Title)
	}
}

func TestBuildClaims(t *testing.T) {
	ds := built(t).Dataset("shares")
	spec := build(t, ds, ds.Charts[0], words.English)
	got := map[string]Mark{}
	for _, m := range spec.Marks {
		got[m.ID] = m
	}
	told := fmt.Sprint(got["C3"].JoinedTo, got["C2"].JoinedTo, got["C5"].Doubtful, got["C5"].Base, got["C1"].When, got["C4"].Shape, got["C1"].Group, got["C4"].Group, spec.Groups[0])
	if want := "C2 true 6,819 2009 party 0 1 {A Of the traced few}"; strings.ReplaceAll(told, " ", "") != strings.ReplaceAll(want, " ", "") {
		t.Errorf("got %s", told)
	}
}

func TestBuildGroupsAndSeries(t *testing.T) {
	set := built(t)
	ds := set.Dataset("flow")
	spec := build(t, ds, ds.Charts[0], words.Spanish)
	if len(spec.Groups) != 2 || spec.Groups[1].Title != "Prensa" || !spec.Log || !math.IsNaN(spec.Marks[4].Value) {
		t.Errorf("%+v", spec.Groups)
	}
	ds = set.Dataset("deaths")
	if spec = build(t, ds, ds.Charts[0], words.Spanish); len(spec.Series) != 2 || spec.Marks[2].Series != 1 || spec.Marks[2].X != 2015 {
		t.Errorf("%+v", spec.Series)
	}
}

// A joined claim stands alone when the one before it is filtered out.
func TestBuildFiltered(t *testing.T) {
	ds := built(t).Dataset("shares")
	view := ds.Charts[0]
	view.Where = []dataset.Cond{{Field: "id", Op: "=", Values: []string{"C3", "C1"}}}
	spec := build(t, ds, view, words.English)
	if told(spec) != "C1 87% | C3 80%" || spec.Marks[1].JoinedTo != "" {
		t.Errorf("%s %q", told(spec), spec.Marks[1].JoinedTo)
	}
	view.Where = []dataset.Cond{{Field: "id", Op: "=", Values: []string{"C99"}}}
	spec, rows, err := Build(ds, view, words.For(words.English))
	if err != nil || len(rows) != 0 || !strings.Contains(spec.Alt, "no figure") {
		t.Errorf("%v %q", err, spec.Alt)
	}
	view.Where = []dataset.Cond{{Field: "nowhere", Op: "=", Values: []string{"x"}}}
	if _, _, err := Build(ds, view, words.For(words.English)); app.CodeOf(err) != app.NotFound {
		t.Error(err)
	}
}

func TestTogether(t *testing.T) {
	ds := built(t).Dataset("stops")
	for want, ids := range map[string][]string{
		"B8 B9 B1 B3 B4 B6 B7 B0": {"B8", "B9"},
		"B1 B3 B4 B6 B7 B9 B8 B0": {"B9", "B8"},
		"B8 B1 B4 B3 B6 B7 B9 B0": {"B1", "B4", "B3"},
		"B8 B1 B3 B4 B6 B7 B9 B0": {"B1", "none"},
	} {
		rows := slices.Clone(ds.Rows)
		together(rows, ids)
		var got []string
		for _, r := range rows {
			got = append(got, r.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%v: %v", ids, got)
		}
	}
}

// The chart is the same whenever it is built, and building it leaves the dataset as it was.
func TestBuildIsPure(t *testing.T) {
	set := built(t)
	for _, ds := range set.Datasets {
		before := fmt.Sprint(ds.Charts)
		one, two := build(t, ds, ds.Charts[0], words.English), build(t, ds, ds.Charts[0], words.English)
		for i := range one.Marks { // NaN is not equal to itself
			one.Marks[i], two.Marks[i] = comparable64(one.Marks[i]), comparable64(two.Marks[i])
		}
		if !reflect.DeepEqual(one, two) || fmt.Sprint(ds.Charts) != before {
			t.Errorf("%s differs", ds.ID)
		}
	}
}

func comparable64(m Mark) Mark {
	for _, v := range []*float64{&m.X, &m.XTo, &m.Value, &m.Low, &m.High} {
		if math.IsNaN(*v) {
			*v = -1
		}
	}
	return m
}

// Whatever a descriptor says, its charts build or say why not.
func FuzzBuild(f *testing.F) {
	f.Add([]byte(builtDescriptor), []byte("id,year,year_to,value,note,note@es,kind,status,source_id,caveat,caveat@es\nB1,2009,x,-1e9,,,,derived,,{{fig B1}},\n"))
	f.Add([]byte(`{"resources":[{"path":"stops.csv"}]}`), []byte("date,a,b\n2019-01-01,1,x\n2019-01-02,NaN,\"\"\n"))
	f.Add([]byte(`{"resources":[{"path":"stops.csv","doublefix:charts":[{"form":"claims","joined":[["1","1"],[]],"sort":"-","limit":-3}]}]}`), []byte("id,n\n1,INF\n1,2\n"))
	f.Fuzz(func(t *testing.T, descriptor, csv []byte) {
		p, _, err := datapackage.Open(fstest.MapFS{datapackage.DescriptorName: {Data: descriptor}, "stops.csv": {Data: csv}})
		if err != nil {
			return
		}
		set, _ := dataset.Load(p)
		for _, ds := range set.Datasets {
			for _, view := range ds.Charts {
				spec, rows, err := Build(ds, view, words.For(words.Spanish))
				if err == nil && len(rows) != len(spec.Marks) {
					t.Fatalf("%d rows for %d marks", len(rows), len(spec.Marks))
				}
				ds.SourceSummary(view, rows, spec.Tr)
			}
		}
	})
}
