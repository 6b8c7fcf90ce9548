package handout

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
)

// fixture is a small package whose texts can be made as long and as many as a test needs.
type fixture struct {
	meaning  int // letters in the meaning of an option
	caveats  int // rows, each with a caveat of its own
	sources  int
	disputes int
	title    string
	more     []table // further tables
	topics   bool    // tables stand under topics
}

// table is a further table of a fixture: a resource and its rows.
type table struct {
	name, role, csv string
	extra           map[string]any
}

func prose(letters int) string {
	const words = "this is one of several measures that the report asks both governments to take in the coming years and "
	return strings.TrimSpace(strings.Repeat(words, letters/len(words)+1)[:letters])
}

func field(name string) map[string]any { return map[string]any{"name": name, "type": "string"} }

// set reads the fixture as the app reads a package.
func (f fixture) set(t testing.TB) *dataset.Set {
	t.Helper()
	var options, sources, rows, disputes strings.Builder
	options.WriteString("id,title,summary,meaning,source_id,place\n")
	for _, id := range []string{"A", "B", "C", "D"} {
		fmt.Fprintf(&options, "%s,Option %s of %s,What it is in a line,%s,s0,page 3\n", id, id, f.title, prose(f.meaning))
	}
	sources.WriteString("id,publisher,title,date,date_note,url,tier,short,licence\n")
	for i := range max(1, f.sources) {
		fmt.Fprintf(&sources, "s%d,Publisher %d,A title of a report that is not short %d,2021-02-%02d,,https://www.example.org/%s/%d,P,\"Publisher %d, 2021\",\n",
			i, i, i, i%28+1, strings.Repeat("long-path/", i%9), i, i)
	}
	rows.WriteString("id,year,value,source_id,caveat,caveat_short,kind,status,method,period\n")
	for i := range max(3, f.caveats, f.sources) {
		caveat, short := "", ""
		if i < f.caveats {
			caveat, short = fmt.Sprintf("Caveat number %d says what to mind: %s.", i, prose(60+i*7)), fmt.Sprintf("Short caveat %d", i)
		}
		fmt.Fprintf(&rows, "R%d,%d,%d,s%d,%s,%s,count,final,,%d\n", i, 1980+i, 100+i, i%max(1, f.sources), caveat, short, 1980+i)
	}
	disputes.WriteString("id,dataset,topic,claim_a,source_a,rows_a,claim_b,source_b,rows_b,cause,explanation,shown\n")
	for i := range f.disputes {
		fmt.Fprintf(&disputes, "K%d,numbers,Topic %d,one hundred,s0,R0,two hundred,s0,R1,definition,%s.,as it is\n", i, i, prose(120))
	}
	resource := func(name, role string, csv string, extra map[string]any) map[string]any {
		header, _, _ := strings.Cut(csv, "\n")
		var fields []map[string]any
		for _, n := range strings.Split(header, ",") {
			fl := field(n)
			if n == "year" || n == "value" {
				fl["type"] = "integer"
			}
			fields = append(fields, fl)
		}
		r := map[string]any{
			"name": name, "path": name + ".csv", "title": f.title, "doublefix:role": role,
			"schema": map[string]any{"fields": fields, "primaryKey": "id"},
		}
		for k, v := range extra {
			r[k] = v
		}
		return r
	}
	files := fstest.MapFS{}
	var resources []any
	for _, t := range append([]table{
		{"numbers", "dataset", rows.String(), numbersChart(f)},
		{"options", "options", options.String(), nil},
		{"sources", "sources", sources.String(), nil},
		{"contradictions", "contradictions", disputes.String(), nil},
	}, f.more...) {
		resources = append(resources, resource(t.name, t.role, t.csv, t.extra))
		files[t.name+".csv"] = &fstest.MapFile{Data: []byte(t.csv)}
	}
	raw, err := json.Marshal(map[string]any{
		"name": "fixture", "title": f.title, "version": "1", "created": "2026-11-22T00:00:00Z",
		"doublefix:question": both("Which should come first?"), "doublefix:running": both(f.title), "doublefix:options": "options",
		"resources": resources, "doublefix:topics": f.topicList(),
	})
	if err != nil {
		t.Fatal(err)
	}
	files["datapackage.json"] = &fstest.MapFile{Data: raw}
	p, problems, err := datapackage.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	set, more := dataset.Load(p)
	for _, pr := range append(problems, more...) {
		t.Errorf("fixture: %+v", pr)
	}
	if set.Created.IsZero() {
		set.Created = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	}
	return set
}

func both(s string) map[string]string { return map[string]string{"en": s, "es": s} }

// numbersChart is what the descriptor says of the table of figures.
func numbersChart(f fixture) map[string]any {
	out := map[string]any{
		"doublefix:finding": both("More in the last year than in the first"), "doublefix:headline": both("There were 103 in the last year."),
		"doublefix:lead": both("These are made up."), "doublefix:attribution": both("Publisher"), "doublefix:kinds": both("counts"),
		"doublefix:charts": []any{map[string]any{"name": "all", "form": "bars", "title": both("Numbers"), "subtitle": both("a year"), "x": "year", "y": "value", "label": "year"}},
	}
	if f.topics {
		out["doublefix:topic"], out["doublefix:core"] = "first", true
	}
	return out
}

func (f fixture) topicList() []any {
	if !f.topics {
		return nil
	}
	return []any{
		map[string]any{"id": "first", "title": both("First topic")}, map[string]any{"id": "last", "title": both("Last topic")},
	}
}

// small is a fixture as a package is at its smallest.
func small() fixture {
	return fixture{meaning: 200, caveats: 3, sources: 2, disputes: 1, title: "Guns trafficked from the United States to Mexico"}
}
