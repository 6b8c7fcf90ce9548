package chart

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app"
	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/look"
	"doublefix/app/words"
)

// Whatever a table holds and whatever is asked of it, in whatever form: the question is refused in a sentence, or the chart is
// laid out inside its frame and drawn by every renderer, and each mark says what it is.
func FuzzAsk(f *testing.F) {
	f.Add([]byte(builtDescriptor), []byte("id,year,year_to,value,note,note@es,kind,status,source_id,caveat,caveat@es\nB1,2009,x,-1e9,,,,derived,,{{fig B1}},\n"), []byte(`{"scale":"index"}`), uint8(3), 520.0)
	f.Add([]byte(`{"resources":[{"path":"stops.csv","schema":{"fields":[{"name":"year","type":"year"},{"name":"who","type":"string"},{"name":"n","type":"number"}]}}]}`),
		[]byte("year,who,n\n2019,a,1\n2019,b,2\n2020,a,3\n2020,b,\n2021,a,1e15\n"), []byte(`{"group":"year","split":"who","by":"sum","where":[{"field":"n","op":">","value":["1"]}]}`), uint8(14), 900.0)
	f.Add([]byte(`{"resources":[{"path":"stops.csv","schema":{"fields":[{"name":"from","type":"string"},{"name":"to","type":"string"},{"name":"n","type":"integer"},{"name":"m","type":"integer"}]}}]}`),
		[]byte("from,to,n,m\na,b,1,2\nb,a,3,4\na,a,0,-1\n,,5,6\n"), []byte(`{"text":"a","form":"scatter"}`), uint8(9), 300.0)
	f.Fuzz(func(t *testing.T, descriptor, csv, question []byte, form uint8, w float64) {
		p, _, err := datapackage.Open(fstest.MapFS{datapackage.DescriptorName: {Data: descriptor}, "stops.csv": {Data: csv}})
		if err != nil {
			return
		}
		var q dataset.Lens
		if json.Unmarshal(question, &q) != nil {
			return
		}
		if forms := append([]Form{""}, Forms()...); q.Form == "" {
			q.Form = string(forms[int(form)%len(forms)])
		}
		set, _ := dataset.Load(p)
		tr := words.For(words.Langs()[int(form)%2])
		for _, ds := range set.Datasets {
			for _, q := range []dataset.Lens{q, {Form: q.Form}} {
				asked, err := Ask(ds, q, tr)
				if err != nil {
					checkRefusal(t, err, tr)
					continue
				}
				if len(asked.Rows) != len(asked.Spec.Marks) {
					t.Fatalf("%d rows for %d marks", len(asked.Rows), len(asked.Spec.Marks))
				}
				for _, m := range asked.Spec.Marks {
					if m.Spoken == "" {
						t.Errorf("mark %q says nothing", m.ID)
					}
				}
				inTime(t, func() {
					frame := Frame{W: w, H: w / 2, Palette: look.Light(), Text: 1 + float64(form%3)/2, Title: true, Notes: true, Source: true}
					d, err := drawAll(asked.Spec, frame)
					if err != nil {
						t.Error(err)
						return
					}
					checkDrawing(t, tamed(asked.Spec), d)
				})
			}
		}
	})
}

// checkRefusal holds an error to being a sentence that people read.
func checkRefusal(t *testing.T, err error, tr words.Tr) {
	t.Helper()
	var known *app.Error
	if !errors.As(err, &known) || !tr.Has(known.Key) {
		t.Errorf("nobody can read %v", err)
		return
	}
	holes := func(s string) int { return strings.Count(s, "{{") + strings.Count(s, "<no value>") }
	named := holes(fmt.Sprint(known.Args)) // a field may be called "{{", and is named as it is
	if said := tr.T(known.Key, words.Args(known.Args)); holes(said) > named {
		t.Errorf("%v is said as %q", err, said)
	}
}
