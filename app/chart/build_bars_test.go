package chart

import (
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

const partsDescriptor = `{"name":"parts","resources":[
 {"name":"windows","path":"windows.csv","title":"Windows","doublefix:role":"dataset","doublefix:unit":{"en":"firearms","es":"armas"},
  "doublefix:charts":[
   {"name":"origin","form":"stacked","y":"value","label":"window","series":"part","group":"who",
    "seriesOrder":[{"id":"us","title":{"en":"From the US","es":"De EE. UU."}},{"id":"other","title":{"en":"Other","es":"Otro"},"quiet":true},{"id":"total","title":{"en":"Total","es":"Total"}}],
    "groups":[{"id":"atf","title":{"en":"ATF","es":"ATF"}},{"id":"gao","title":{"en":"GAO","es":"GAO"}}]},
   {"name":"rows","form":"dumbbell","y":"value","label":"window","series":"part"},
   {"name":"change","form":"slope","x":"year","y":"value","label":"year","series":"part"}],
  "schema":{"fields":[{"name":"id"},{"name":"window"},{"name":"year","type":"year"},{"name":"who"},{"name":"part"},{"name":"value","type":"integer"},{"name":"kind"},{"name":"status"},{"name":"source_id"}]}},
 {"name":"sources","path":"sources.csv","doublefix:role":"sources"}]}`

// Marks come bar by bar and part by part, however the rows stand in the table; on a slope line by line along the years.
func TestBuildParts(t *testing.T) {
	ds := loaded(t, fstest.MapFS{
		datapackage.DescriptorName: {Data: []byte(partsDescriptor)},
		"windows.csv": {Data: []byte("id,window,year,who,part,value,kind,status,source_id\nW2o,2012–2017,2017,atf,other,30,count,final,ap\nG1u,2009–2014,2014,gao,us,70,count,final,ap\n" +
			"W1t,2007–2011,2011,atf,total,100,count,final,ap\nW1o,2007–2011,2011,atf,other,,count,final,ap\nW2u,2012–2017,2017,atf,us,69,count,derived,ap\nW1u,2007–2011,2011,atf,us,68,count,final,ap\n")},
		"sources.csv": {Data: []byte("id,publisher,short,short@es,tier\nap,AP,AP 2011,AP 2011,S\n")},
	}).Dataset("windows")
	for i, want := range []string{
		"W2u ≈69 | W2o 30 | W1u 68 | W1t 100 | G1u 70",
		"W2o 30 | W2u ≈69 | G1u 70 | W1u 68 | W1t 100",
		"W2o 30 | W1u 68 | G1u 70 | W2u ≈69 | W1t 100",
	} {
		spec := build(t, ds, ds.Charts[i], words.English)
		if got := told(spec); got != want {
			t.Errorf("%s: %s, want %s", spec.Form, got, want)
		}
	}
	spec := build(t, ds, ds.Charts[0], words.Spanish)
	if !spec.Series[1].Quiet || spec.Series[0].Title != "De EE. UU." || spec.Groups[1].Title != "GAO" || !isWhole(spec, spec.Marks[3]) {
		t.Errorf("series %+v, groups %+v", spec.Series, spec.Groups)
	}
}
