package dataset

import (
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// descriptor is a small package with everything that a dataset can have.
const descriptor = `{"name":"small","version":"1","title":"Guns","doublefix:i18n":{"es":{"title":"Armas"}},
"doublefix:question":{"en":"Which first?","es":"¿Cuál primero?"},"doublefix:options":"options",
"doublefix:topics":[{"id":"crossing","title":{"en":"Crossing","es":"Cruce"}}],
"resources":[
 {"name":"seizures","path":"seizures.csv","title":"Stopped","doublefix:i18n":{"es":{"title":"Detenidas"}},"doublefix:role":"dataset","doublefix:topic":"crossing",
  "doublefix:headline":{"en":"CBP stopped {{fig B08}}, {{fig C1}} of {{fig B08 months}} months","es":"La CBP detuvo {{fig B08}}, el {{fig C1}}"},
  "doublefix:attribution":{"en":"CBP, via AP","es":"CBP, vía AP"},"doublefix:kinds":{"en":"counts, one derived","es":"conteos, uno derivado"},
  "doublefix:unit":{"en":"firearms","es":"armas"},"doublefix:unitOne":{"en":"firearm","es":"arma"},
  "doublefix:caveats":[
   {"text":{"en":"Found, not crossed.","es":"Encontradas, no cruzadas."},"short":{"en":"Found only.","es":"Solo encontradas."}},
   {"field":"year","from":"2021","to":"2022","text":{"en":"Monthly means times twelve.","es":"Promedios mensuales por doce."},"short":{"en":"From months.","es":"De meses."}},
   {"where":{"status":"partial"},"text":{"en":"Ten months.","es":"Diez meses."}}],
  "doublefix:charts":[{"name":"core","form":"bars","x":"year","xTo":"year_to","y":"value","label":"year","emphasis":["B08"],
   "where":[{"field":"use","op":"=","value":"core"}],"title":{"en":"Stopped","es":"Detenidas"}}],
  "schema":{"fields":[{"name":"id"},{"name":"year","type":"year"},{"name":"year_to","type":"year"},{"name":"value","type":"integer","doublefix:role":"value"},
   {"name":"months","type":"integer"},{"name":"start","type":"yearmonth"},{"name":"period"},{"name":"period@es"},{"name":"use"},{"name":"kind"},{"name":"status"},
   {"name":"method"},{"name":"method@es"},{"name":"source_id"},{"name":"caveat"},{"name":"caveat@es"},{"name":"caveat_short"},{"name":"caveat_short@es"}],
   "primaryKey":"id","foreignKeys":[{"fields":"source_id","reference":{"resource":"sources","fields":"id"}}]}},
 {"name":"claims","path":"claims.csv","title":"Shares","doublefix:role":"dataset",
  "doublefix:charts":[{"name":"all","form":"claims","low":"low","high":"high","who":"who","when":"stated","base":"base","group":"group","percent":true,
   "groups":[{"id":"A","title":{"en":"Of the traced","es":"De las rastreadas"}},{"id":"C","title":{"en":"Of all secured","es":"De todas las aseguradas"}}],
   "joined":[["C2","C3"]],"doubtful":["C3"]}],
  "schema":{"fields":[{"name":"id"},{"name":"who"},{"name":"who@es"},{"name":"stated","type":"date"},
   {"name":"low","type":"number","doublefix:role":"low","doublefix:unit":{"en":"percent","es":"por ciento"}},{"name":"high","type":"number","doublefix:role":"high","doublefix:unit":{"en":"percent","es":"por ciento"}},
   {"name":"written"},{"name":"written@es"},{"name":"group"},{"name":"base","type":"integer"},{"name":"source_id"},{"name":"also_source_ids"},{"name":"kind"},{"name":"status"}]}},
 {"name":"options","path":"options.csv","doublefix:role":"options"},
 {"name":"sources","path":"sources.csv","doublefix:role":"sources","schema":{"fields":[{"name":"id"},{"name":"publisher"},{"name":"title"},{"name":"title@es"},
   {"name":"date"},{"name":"date_note"},{"name":"url"},{"name":"tier"},{"name":"short"},{"name":"short@es"}]}},
 {"name":"contradictions","path":"contradictions.csv","doublefix:role":"contradictions"}]}`

var files = map[string]string{
	"seizures.csv": `id,year,year_to,value,months,start,period,period@es,use,kind,status,method,method@es,source_id,caveat,caveat@es,caveat_short,caveat_short@es
B01,2009,,107,12,2008-10,FY2009,AF2009,core,count,final,,,ap,,,,
B03,2014,2019,115,72,2013-10,FY2014 to FY2019,AF2014 a AF2019,core,count,final,,,ap,,,,
B06,2021,,420,12,2020-10,FY2021,AF2021,core,count,derived,Mean of 35 a month,Promedio de 35 al mes,trace,,,,
B08,2023,,1171,12,2022-10,FY2023,AF2023,core,count,final,,,trace,"Compare {{fig B01}}.","Compárese con {{fig B01}}.",Printed so.,Así impresa.
B09,2024,,1030,10,2023-10,"FY2024, Oct 2023 to Jul 2024","AF2024, oct 2023 a jul 2024",core,count,partial,,,trace,,,,
B10,2020,,1,1,,,,context,count,final,,,trace,,,,
B11,2020,,,1,,,,core,count,final,,,trace,,,,
`,
	"claims.csv": `id,who,who@es,stated,low,high,written,written@es,group,base,source_id,also_source_ids,kind,status
C2,Minister,Ministro,2026-02-10,77,78,,,C,18000,trace,,statement,final
C1,Auditor,Auditoría,2009-06-18,67.5,67.5,,,A,123741,ap,trace; ap,share,final
C4,Lawsuit,Demanda,2021-08-04,70,,,,C,,trace,,statement,final
C3,Minister,Ministro,2026-02-23,80,80,,,C,,trace,,statement,final
C5,=Press,Prensa,2023-01-01,,,most,la mayoría,C,,ap,,statement,final
`,
	"options.csv":        "id,title,title@es,source_id,place\nA,Trace more,Rastrear más,ap,p. 4\n",
	"sources.csv":        "id,publisher,title,title@es,date,date_note,url,tier,short,short@es\nap,Associated Press,Guns,Armas,2011-03,,https://www.example.org/a/,S,AP 2011,AP 2011\ntrace,The Trace,Flow,,2024,about,,P,\"The Trace, 2024\",\"The Trace, 2024\"\n",
	"contradictions.csv": "id,dataset,claim_a,claim_a@es,source_a,rows_a,cause,explanation,explanation@es\nX1,claims,{{fig C1}} say some,el {{fig C1}} dicen,ap,C1; C2,denominator,Why,Por qué\n",
}

// example loads the small package after replacing texts in it: old, new, old, new ….
func example(t *testing.T, replace ...string) (*Set, []datapackage.Problem) {
	t.Helper()
	r := strings.NewReplacer(replace...)
	m := fstest.MapFS{datapackage.DescriptorName: {Data: []byte(r.Replace(descriptor))}}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(r.Replace(text))}
	}
	p, found, err := datapackage.Open(m)
	if err != nil || len(found) > 0 {
		for _, f := range found {
			t.Error(f.Message(words.For(words.English)))
		}
		t.Fatal(err)
	}
	return Load(p)
}

func clean(t *testing.T) *Set {
	t.Helper()
	s, found := example(t)
	for _, p := range found {
		t.Error(p.Message(words.For(words.English)))
	}
	return s
}

func row(t *testing.T, s *Set, id string) (*Dataset, Row) {
	t.Helper()
	d, r, ok := s.Row(id)
	if !ok {
		t.Fatalf("no row %s", id)
	}
	return d, r
}

func ids(rows []Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, r.ID)
	}
	return strings.Join(out, " ")
}
