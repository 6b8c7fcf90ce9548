package dataset

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// record adds to the small package what ties tables together.
const recordTables = `
 {"name":"agencies","path":"agencies.csv","title":"Agencies","doublefix:role":"agencies","doublefix:topic":"crossing",
  "schema":{"fields":[{"name":"id"},{"name":"name"},{"name":"name@es"},{"name":"short"},{"name":"source_id"}]},
  "doublefix:charts":[{"name":"all","form":"table","label":"name","sub":"short"}]},
 {"name":"timeline","path":"timeline.csv","title":"Events","doublefix:i18n":{"es":{"title":"Sucesos"}},"doublefix:role":"timeline","doublefix:topic":"crossing","doublefix:core":true,
  "doublefix:charts":[{"name":"all","form":"timeline","x":"date","label":"label","sub":"detail","group":"lane","when":"when","who":"country","tag":"state",
   "tags":[{"id":"on","title":{"en":"in force","es":"vigente"},"quiet":true}],"groups":[{"id":"law","title":{"en":"Laws","es":"Leyes"}}]}],
  "schema":{"fields":[{"name":"id"},{"name":"date"},{"name":"lane"},{"name":"country","title":"Country","doublefix:i18n":{"es":{"title":"País"}}},{"name":"country@es"},{"name":"state"},
   {"name":"label"},{"name":"label@es"},{"name":"detail"},{"name":"detail@es"},{"name":"when"},{"name":"when@es"},{"name":"agency"},{"name":"rows"},{"name":"code","doublefix:role":"hidden"},{"name":"source_id"}],
   "foreignKeys":[{"fields":"agency","reference":{"resource":"agencies","fields":"id"}}]}},
 {"name":"glossary","path":"glossary.csv","title":"Words","doublefix:role":"glossary","doublefix:topic":"crossing"},
 {"name":"evidence","path":"evidence.csv","doublefix:role":"evidence"},
 {"name":"actors","path":"actors.csv","doublefix:role":"actors"},
 {"name":"sources",`

var recordFiles = map[string]string{
	"agencies.csv": "id,name,name@es,short,source_id\nAG1,Bureau of Guns,Oficina de Armas,BG,ap\n",
	"timeline.csv": `id,date,lane,country,country@es,state,label,label@es,detail,detail@es,when,when@es,agency,rows,code,source_id
V1,2021-08-04,law,Mexico,México,on,Act on guns,Ley de armas,It covers {{fig C5}} and {{fig B08}}.,Abarca {{fig C5}} y {{fig B08}}.,4 August 2021,4 de agosto de 2021,AG1,B08; C1,x9,trace
V2,2022,event,US,EE. UU.,,A fair,Una feria,,,2022,2022,,B01,x8,ap
`,
	"glossary.csv": `id,term,term@es,forms,forms@es,definition,definition@es,see,source_id
ghost-gun,ghost gun,arma fantasma,ghost guns,armas fantasma,"A gun without a number, unlike {{fig B01}} others.",Un arma sin número.,gun,trace
gun,gun,arma,guns,armas,A weapon.,Un arma.,,
us,US,EE. UU.,U.S.,Estados Unidos,The country.,El país.,,
`,
	"evidence.csv": `id,option,target,view,stance,reason,reason@es,ours,source_id,main
EV1,A,B08,,for,Because of {{fig B08}}.,Por {{fig B08}}.,false,ap,false
EV2,A,seizures,core,against,Or not.,O no.,true,,true
EV3,A,claims,,sideways,Who knows.,Quién sabe.,true,,
`,
	"actors.csv": "id,option,agency,part,part@es,ours,source_id\nACT1,A,AG1,Counts.,Cuenta.,yes,ap\n",
}

// withRecord loads the small package with all its tables after replacing texts in it.
func withRecord(t testing.TB, replace ...string) (*Set, []datapackage.Problem) {
	t.Helper()
	r := strings.NewReplacer(replace...)
	whole := strings.Replace(descriptor, "\n {\"name\":\"sources\",", recordTables, 1)
	whole = strings.Replace(whole, `"doublefix:role":"sources"`, `"doublefix:role":"sources","doublefix:topic":"crossing"`, 1)
	m := fstest.MapFS{datapackage.DescriptorName: {Data: []byte(r.Replace(whole))}}
	for _, all := range []map[string]string{files, recordFiles} {
		for name, text := range all {
			m[name] = &fstest.MapFile{Data: []byte(r.Replace(text))}
		}
	}
	p, found, err := datapackage.Open(m)
	if err != nil {
		t.Fatal(err)
	}
	s, more := Load(p)
	return s, append(found, more...)
}

func cleanRecord(t testing.TB) *Set {
	t.Helper()
	s, found := withRecord(t, "sideways", "context", "most,la mayoría", "most of {{fig C1}},casi {{fig C1}}")
	for _, p := range found {
		t.Error(p.Message(words.For(words.English)))
	}
	return s
}

func TestRecord(t *testing.T) {
	s := cleanRecord(t)
	var got []string
	for _, d := range s.Datasets {
		got = append(got, fmt.Sprint(d.ID, "/", d.Role, "/", d.Core))
	}
	for _, e := range s.EvidenceFor("A") {
		got = append(got, fmt.Sprint(e.ID, " ", e.Dataset.ID, " ", e.View, " ", e.Row.ID, " ", e.One, " ", e.Stance, " ", e.Ours, " ", e.Main, " ", e.Reason.In(words.Spanish)))
	}
	for _, a := range s.ActorsFor("A") {
		got = append(got, fmt.Sprint(a.ID, " ", a.Agency.ID, " ", a.AgencyData.ID, " ", a.Part.In(words.Spanish), " ", a.Ours, " ", a.Source.ID))
	}
	term, _ := s.TermByID("ghost-gun")
	got = append(got, fmt.Sprint(term.Forms[words.English], term.Definition.In(words.English), term.See, term.Source.ID))
	want := []string{
		"seizures/dataset/false", "claims/dataset/false", "agencies/agencies/false", "timeline/timeline/true", "glossary/glossary/false", "sources/sources/false",
		"EV2 seizures core  false against true true O no.", "EV1 seizures  B08 true for false false Por 1,171.", "EV3 claims   false context true false Quién sabe.",
		"ACT1 AG1 agencies Cuenta. true ap",
		"[ghost gun ghost guns]A gun without a number, unlike 107 others.[gun]trace",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(s.EvidenceFor("Z"))+len(s.ActorsFor("")) > 0 {
		t.Error("evidence or actors for an option that is not there")
	}
	// A figure in words that names a figure itself is filled, wherever it is named from.
	if _, r := row(t, s, "V1"); r.Text("detail", words.Spanish) != "Abarca casi 67.5\u00a0% y 1,171." {
		t.Error(r.Text("detail", words.Spanish))
	}
}

func TestRecordProblems(t *testing.T) {
	for name, tt := range map[string]struct {
		replace []string
		key     string
	}{
		"target":           {[]string{"EV1,A,B08", "EV1,A,B99"}, "data.problem.no_target"},
		"view":             {[]string{"seizures,core", "seizures,cure"}, "data.problem.no_view"},
		"option":           {[]string{"EV1,A", "EV1,Q"}, "data.problem.no_option"},
		"option of actors": {[]string{"ACT1,A", "ACT1,Q"}, "data.problem.no_option"},
		"agency":           {[]string{"A,AG1", "A,AG9"}, "data.problem.no_row"},
		"rows":             {[]string{"B08; C1", "B08; C77"}, "data.problem.no_row"},
		"see":              {[]string{",gun,trace", ",gum,trace"}, "data.problem.no_term"},
		"evidence source":  {[]string{"false,ap,false", "false,aq,false"}, "data.problem.no_source"},
		"reason":           {[]string{"Because of {{fig B08", "Because of {{fig B88"}, "data.problem.figure"},
		"tag":              {[]string{`"tag":"state"`, `"tag":"stat"`}, "data.problem.chart_field"},
		"figures in a circle": {
			[]string{"most,la mayoría", "{{fig C5}},{{fig C5}}"}, "data.problem.figure",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, found := withRecord(t, tt.replace...)
			if len(found) == 0 || found[0].Key != tt.key {
				t.Fatalf("problems %v", found)
			}
			for _, l := range words.Langs() {
				if m := found[0].Message(words.For(l)); strings.Contains(m, "<no value>") || strings.Contains(m, "data.problem") {
					t.Error(m)
				}
			}
			for _, e := range s.Evidence {
				if e.Dataset == nil || e.One != (e.Row.ID != "") || e.Stance != For && e.Stance != Against && e.Stance != Context {
					t.Errorf("%+v", e)
				}
			}
		})
	}
}

func TestRestsOn(t *testing.T) {
	s := cleanRecord(t)
	var got []string
	for _, rest := range s.RestsOn("trace") {
		got = append(got, rest.Dataset.ID+": "+ids(rest.Rows))
	}
	want := "seizures: B06 B08 B09 B10 B11, claims: C2 C1 C4 C3, timeline: V1, glossary: ghost-gun"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %v", got)
	}
	if rest := s.RestsOn(""); rest != nil {
		t.Errorf("nothing: %v", rest)
	}
}

func TestContradictionsOf(t *testing.T) {
	s := cleanRecord(t)
	if c := s.ContradictionsOf("C2"); len(c) != 1 || c[0].ID != "X1" || c[0].DataA.ID != "claims" || c[0].DataB != nil {
		t.Errorf("%+v", c)
	}
	if c := append(s.ContradictionsOf("C3"), s.ContradictionsOf("")...); len(c) > 0 {
		t.Errorf("%+v", c)
	}
}

// Whatever stands in the tables that tie the others together, what is loaded leads somewhere.
func FuzzRecord(f *testing.F) {
	f.Add(recordFiles["evidence.csv"], recordFiles["actors.csv"], recordFiles["glossary.csv"])
	f.Add("id,target\n1,B08\n2,\n3,claims", "agency\nAG1\nB08\n", "id,term,forms,see\na,a,;;a;\xff,a;b\n,,,\n")
	f.Fuzz(func(t *testing.T, evidence, actors, glossary string) {
		tables := map[string]string{"evidence.csv": evidence, "actors.csv": actors, "glossary.csv": glossary}
		m := fstest.MapFS{datapackage.DescriptorName: {Data: []byte(strings.Replace(descriptor, "\n {\"name\":\"sources\",", recordTables, 1))}}
		for _, all := range []map[string]string{files, recordFiles, tables} {
			for name, text := range all {
				m[name] = &fstest.MapFile{Data: []byte(text)}
			}
		}
		p, _, err := datapackage.Open(m)
		if err != nil {
			t.Fatal(err)
		}
		s, _ := Load(p)
		for _, e := range s.Evidence {
			if e.Dataset == nil || e.One != (e.Row.ID != "") {
				t.Fatalf("%+v", e)
			}
		}
		for _, a := range s.Actors {
			if a.AgencyData == nil || a.Agency.ID == "" {
				t.Fatalf("%+v", a)
			}
		}
		s.TermsIn("a gun and "+glossary, words.English)
	})
}
