package dataset

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

func TestLoad(t *testing.T) {
	s := clean(t)
	d := s.Dataset("seizures")
	got := []string{
		d.Headline.In(words.English), d.Headline.In(words.Spanish), d.Title.In(words.Spanish), s.Running.In(words.Spanish),
		s.Options[0].Title.In(words.Spanish), s.Options[0].Source.ID, s.Options[0].Place.In(words.English),
		s.Contradictions[0].ClaimA.In(words.Spanish), fmt.Sprint(s.Contradictions[0].RowsA), s.Topics[0].Title.In(words.Spanish),
		fmt.Sprint(len(s.Dataset("claims").Contradictions()), len(d.Contradictions())), s.Identity.Name,
	}
	want := []string{
		"CBP stopped 1,171, 67.5% of 12 months", "La CBP detuvo 1,171, el 67.5\u00a0%", "Detenidas", "Armas",
		"Rastrear más", "ap", "p. 4", "el 67.5\u00a0% dicen", "[C1 C2]", "Cruce", "1 0", "small",
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
	_, r := row(t, s, "B08")
	if c := r.Caveats()[0]; c.Text.In(words.Spanish) != "Compárese con 107." {
		t.Errorf("caveat %q", c.Text.In(words.Spanish))
	}
	if _, r := row(t, s, "C1"); len(r.Also) != 2 || r.Also[0].ID != "trace" {
		t.Errorf("further sources %v", r.Also)
	}
}

func TestLoadProblems(t *testing.T) {
	for name, tt := range map[string]struct {
		replace []string
		key     string
	}{
		"unknown figure":     {[]string{"{{fig B08}}, {{", "{{fig Z99}}, {{"}, "data.problem.figure"},
		"unknown field":      {[]string{"B08 months", "B08 moths"}, "data.problem.figure"},
		"no figure at all":   {[]string{"{{fig B01}}", "{{figure B01}}"}, "data.problem.figure"},
		"blank figure":       {[]string{"{{fig B01}}", "{{fig B11}}"}, "data.problem.figure"},
		"source":             {[]string{"C1,ap", "C1,ap", "trace; ap", "trace; aq"}, "data.problem.no_source"},
		"row":                {[]string{"C1; C2", "C1; C9"}, "data.problem.no_row"},
		"id twice":           {[]string{"\nC4,", "\nB01,"}, "data.problem.id_twice"},
		"form":               {[]string{`"form":"claims"`, `"form":"pie"`}, "data.problem.form"},
		"chart field":        {[]string{`"base":"base"`, `"base":"bass"`}, "data.problem.chart_field"},
		"chart row":          {[]string{`["B08"]`, `["B99"]`}, "data.problem.chart_row"},
		"chart condition":    {[]string{`"op":"="`, `"op":"=="`}, "data.problem.chart_condition"},
		"caveat field":       {[]string{`{"status":"partial"}`, `{"state":"partial"}`}, "data.problem.caveat_field"},
		"caveat condition":   {[]string{`"from":"2021"`, `"from":"then"`}, "data.problem.caveat_condition"},
		"caveat apart":       {[]string{`{"status":"partial"},`, `{"status":"partial"},"apart":["whose"],`}, "data.problem.caveat_field"},
		"options table":      {[]string{`"doublefix:options":"options"`, `"doublefix:options":"choices"`}, "data.problem.no_options"},
		"figure in a choice": {[]string{"Trace more", "Trace {{fig Q}}"}, "data.problem.figure"},
	} {
		t.Run(name, func(t *testing.T) {
			s, found := example(t, tt.replace...)
			if len(found) == 0 || found[0].Key != tt.key {
				t.Fatalf("problems %v", found)
			}
			for _, l := range words.Langs() {
				if m := found[0].Message(words.For(l)); strings.Contains(m, "<no value>") || strings.Contains(m, "data.problem") {
					t.Error(m)
				}
			}
			if len(s.Datasets) != 2 {
				t.Errorf("%d datasets", len(s.Datasets))
			}
		})
	}
}

// A table of anyone's opens, with its figures tied to the file they come from.
func TestPlainPackage(t *testing.T) {
	for name, tt := range map[string]struct{ csv, want string }{
		"years":         {"year,people\n2019,5\n2020,7\n", "bars x=year y=people"},
		"many years":    {"date,people\n2019-01-01,5\n2020-02-01,7\n", "lines x=date y=people"},
		"series":        {"year,who,n\n2019,a,1\n2019,b,2\n2020,a,3\n", "lines x=year y=n series=who"},
		"names":         {"name,n\nx,1\ny,2\n", "bars-horizontal y=n label=name"},
		"numbered":      {"no,name,n\n1,x,4\n2,y,2\n", "bars-horizontal y=n label=name"},
		"no numbers":    {"name\nx\ny\n", "table"},
		"only a header": {"name,n\n", "table"},
		"years, twice":  {"year,who,n\n2019,a,1\n2019,a,2\n", "bars-horizontal x=year y=n label=who"},
	} {
		t.Run(name, func(t *testing.T) {
			p, _, err := datapackage.Open(fstest.MapFS{
				datapackage.DescriptorName: {Data: []byte(`{"name":"p","title":"Town","resources":[{"name":"t","path":"t.csv"}]}`)},
				"t.csv":                    {Data: []byte(tt.csv)},
			})
			if err != nil {
				t.Fatal(err)
			}
			s, found := Load(p)
			if len(found) > 0 || len(s.Datasets) != 1 || len(s.Options) != 0 {
				t.Fatalf("%v, %d datasets", found, len(s.Datasets))
			}
			d := s.Datasets[0]
			v := d.Charts[0]
			got := v.Form
			for _, p := range []struct{ part, field string }{{"x", v.X}, {"y", v.Y}, {"series", v.Series}} {
				if p.field != "" {
					got += " " + p.part + "=" + p.field
				}
			}
			if v.Form == "bars-horizontal" && v.Label != "" {
				got += " label=" + v.Label
			}
			if got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			for _, r := range d.Rows {
				if r.Source == nil || r.Source.Short.In(words.Spanish) != "Town, t.csv" {
					t.Errorf("source %+v", r.Source)
				}
			}
		})
	}
}

func TestDefaultViewIsShort(t *testing.T) {
	var b strings.Builder
	b.WriteString("name,n\n")
	for i := range 100 {
		fmt.Fprintf(&b, "x%d,%d\n", i, i*i)
	}
	p, _, err := datapackage.Open(fstest.MapFS{
		datapackage.DescriptorName: {Data: []byte(`{"resources":[{"name":"t","path":"t.csv"}]}`)}, "t.csv": {Data: []byte(b.String())},
	})
	if err != nil {
		t.Fatal(err)
	}
	s, _ := Load(p)
	v := s.Datasets[0].Charts[0]
	if v.Limit != defaultLimit || v.Sort != "-n" || v.Showing.In(words.English) != "the 30 largest of 100" {
		t.Errorf("%+v", v)
	}
}
