package concordance_test

import (
	"io/fs"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app/concordance"
	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/data"
)

func load(t testing.TB, files fs.FS) *dataset.Set {
	t.Helper()
	p, found, err := datapackage.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	set, more := dataset.Load(p)
	for _, problem := range append(found, more...) {
		if problem.Level == datapackage.Error {
			t.Error(problem.Message(words.For(words.English)))
		}
	}
	return set
}

// example is a small package: the numbers of one report, two tables that cite it or another, and events.
func example(t *testing.T) *dataset.Set {
	fields := func(names string) string {
		var out []string
		for _, f := range strings.Fields(names) {
			name, kind, _ := strings.Cut(f, ":")
			unit := ""
			if name == "share" {
				unit = `,"doublefix:unit":{"en":"percent"}`
			}
			out = append(out, `{"name":"`+name+`","type":"`+kind+`"`+unit+`}`)
		}
		return `"schema":{"fields":[` + strings.Join(out, ",") + `]}`
	}
	table := func(name, role, names string) string {
		return `{"name":"` + name + `","path":"` + name + `.csv","title":"` + name + `","doublefix:role":"` + role + `","doublefix:topic":"all",` + fields(names) + `}`
	}
	return load(t, fstest.MapFS{
		datapackage.DescriptorName: {Data: []byte(`{"name":"small","version":"1","title":"Small","doublefix:topics":[{"id":"all","title":{"en":"All"}}],"resources":[` + strings.Join([]string{
			table("said", "dataset", "id:string document:string said:string written:string written@es:string value:number high:number unit:string period:string rows:string source_id:string"),
			table("counts", "dataset", "id:string label:string year:year value:integer share:number source_id:string"),
			table("events", "timeline", "id:string date:string label:string detail:string source_id:string"),
			table("sources", "sources", "id:string publisher:string title:string date:string short:string"),
		}, ",") + `]}`)},
		"said.csv": {Data: []byte("id,document,said,written,written@es,value,high,unit,period,rows,source_id\n" +
			"N1,report,Bicycles counted on the bridge,\"nearly 1,200\",\"casi 1,200\",1200,,bicycles,2019 to 2021,C1;C2,report\n" +
			"N2,report,Lanes that the town promised,four,cuatro,4,,lanes,2021,,report\n" +
			"N3,report,Share that has a lamp,seven out of 10,siete de cada 10,70,,percent,March 2021,,report\n" +
			"N4,report,What a new bridge would cost,$2m to $3m,de 2 a 3 millones,2000000,3000000,dollars,,,report\n" +
			"N5,other,Bicycles sold,hundreds,cientos,,,bicycles,,,other\n")},
		"counts.csv":  {Data: []byte("id,label,year,value,share,source_id\nC1,Morning,2019,512,42.7,report\nC2,Evening,2021,688,57.3,other\nC3,Lanes,1950,4,,other\n")},
		"events.csv":  {Data: []byte("id,date,label,detail,source_id\nE1,2021-08-04,Opening,The bridge opened with 35 speeches.,report\nE2,1987-05,Flood,The old bridge fell.,other\n")},
		"sources.csv": {Data: []byte("id,publisher,title,date,short\nreport,Town,Bicycles,2022-01-05,\"Town, 2022\"\nother,Club,Wheels,2020,\"Club, 2020\"\n")},
	})
}

func TestFind(t *testing.T) {
	set := example(t)
	for text, want := range map[string]string{
		"nearly 1,200 bicycles":                "document N1 C1 C2",
		"unas 1,200 bicicletas":                "document N1 C1 C2",
		"70% of bicycles":                      "document N3",
		"70 bicycles":                          "missing",
		"71% of bicycles":                      "missing",
		"siete de cada diez tienen":            "document N3",
		"costs $2m to $3m":                     "document N4",
		"costs $3 million":                     "document N4",
		"four new lanes":                       "document N2",
		"a four-lane road":                     "document N2",
		"four elephants":                       "missing",
		"the bicycles of 2019":                 "document N1 C1 C2",
		"lamps in March 2021":                  "document N3",
		"512 before noon":                      "source C1",
		"42.7% of them":                        "source C1",
		"on August 4, 2021":                    "source E1",
		"el 4 de agosto de 2021":               "source E1",
		"on August 4":                          "source E1",
		"with 35 speeches":                     "source E1",
		"printed on 5 January 2022":            "source report",
		"688 at night":                         "other C2",
		"the flood of May 1987":                "other E2",
		"the flood of 1987":                    "other E2",
		"the year 1950":                        "missing",
		"hundreds of bicycles":                 "missing",
		"an AR-15 and 512":                     "name; source C1",
		"(1) four lanes":                       "label; document N2",
		"counted between 2019 and 2021 at 688": "document N1 C1 C2; document N1 C1 C2; other C2",
		"2000 bicycles":                        "missing",
		"from 512 to 688":                      "missing",
	} {
		var got []string
		for _, f := range concordance.Find(set, "report", concordance.Numbers(text)) {
			s := string(f.Where)
			if len(f.Rows) > 0 {
				s += " " + strings.Join(append([]string{f.Rows[0].Row.ID}, f.Rows[0].Refers...), " ")
			}
			got = append(got, s)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: %s, want %s", text, strings.Join(got, "; "), want)
		}
	}
}

func TestGuess(t *testing.T) {
	set := example(t)
	for text, want := range map[string]string{
		"nearly 1,200 bicycles, seven out of 10 with lamps": "report",
		"hundreds were sold, 688 of them":                   "other",
		"four lanes in 2021":                                "", // says too little
		"":                                                  "",
	} {
		if got := concordance.Guess(set, concordance.Numbers(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestEveryFigureIsReadBack writes every figure of the built-in package as a reader sees it, and reads its value again.
func TestEveryFigureIsReadBack(t *testing.T) {
	set, checked := load(t, data.FS), 0
	for _, d := range set.Datasets {
		for _, r := range d.Rows {
			for _, l := range words.Langs() {
				figure := d.Figure(r, dataset.View{}, words.For(l))
				if figure == "" || written(d, r) {
					continue
				}
				checked++
				numbers := concordance.Numbers("Total: " + figure + " (guns, armas).")
				for _, v := range values(d, r) {
					if !holds(numbers, v, strings.Contains(figure, "%")) {
						t.Errorf("%s in %s: %v is not in %q: %+v", r.ID, l, v, figure, numbers)
					}
				}
			}
		}
	}
	if checked < 500 {
		t.Errorf("only %d figures looked at", checked)
	}
}

// written reports whether the figure of r stands in words of its own.
func written(d *dataset.Dataset, r dataset.Row) bool {
	for _, f := range d.Fields {
		if v, _ := r.Value(f.Name); f.Role == "written" && !v.Missing {
			return true
		}
	}
	return false
}

func values(d *dataset.Dataset, r dataset.Row) []float64 {
	var out []float64
	for _, f := range d.Fields {
		if v := r.Number(f.Name); (f.Role == "value" || f.Role == "low" || f.Role == "high") && !math.IsNaN(v) {
			out = append(out, v)
		}
	}
	return out
}

// holds reports whether one of the numbers is v, which is written with two decimals at most.
func holds(numbers []concordance.Number, v float64, share bool) bool {
	for _, n := range numbers {
		near := math.Abs(n.Value-v) <= .005 || math.Abs(n.High-v) <= .005
		if near && (n.Unit == concordance.Percent) == share {
			return true
		}
	}
	return false
}

func BenchmarkFind(b *testing.B) {
	set := load(b, data.FS)
	numbers := concordance.Numbers(strings.Repeat("1,171 guns in 2023, 67.5% of 124,000 since March 2021. ", 20))
	for b.Loop() {
		concordance.Find(set, "trace-2024", numbers)
	}
}
