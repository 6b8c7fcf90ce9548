package dataset

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// tables loads tables of anyone's, by name, each a CSV; the descriptor may say more of them.
func tables(t *testing.T, descriptor string, csv map[string]string) *Set {
	t.Helper()
	m := fstest.MapFS{datapackage.DescriptorName: {Data: []byte(descriptor)}}
	for name, text := range csv {
		m[name+".csv"] = &fstest.MapFile{Data: []byte(text)}
	}
	p, found, err := datapackage.Open(m)
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	s, found := Load(p)
	for _, f := range found {
		t.Error(f.Message(words.For(words.English)))
	}
	return s
}

// packed is a package of one table.
func packed(descriptor, csv string) fstest.MapFS {
	return fstest.MapFS{datapackage.DescriptorName: {Data: []byte(descriptor)}, "t.csv": {Data: []byte(csv)}}
}

// listed is a table with one column of figures.
func listed(t *testing.T, values []float64) *Dataset {
	t.Helper()
	var b strings.Builder
	b.WriteString("name,amount\n")
	for i, v := range values {
		b.WriteString("x" + strconv.Itoa(i) + "," + strconv.FormatFloat(v, 'g', -1, 64) + "\n")
	}
	return tables(t, `{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"name"},{"name":"amount","type":"number"}]}}]}`,
		map[string]string{"t": b.String()}).Datasets[0]
}

func ask(t *testing.T, d *Dataset, q Lens) Answer {
	t.Helper()
	a, err := d.Ask(q)
	if err != nil {
		t.Fatal(inWords(err, words.For(words.English)))
	}
	return a
}

// checkBins holds bins to what makes them a histogram: every figure in one of them, edges that meet, none too many.
func checkBins(t *testing.T, d *Dataset, values []float64) {
	t.Helper()
	a, err := ask(t, d, Lens{}).Bins()
	if err != nil {
		t.Fatal(values, inWords(err, words.For(words.English)))
	}
	if n := len(a.Rows); n == 0 || n > maxBins {
		t.Fatalf("%d bins of %v", n, values)
	}
	counted := 0.0
	for i, r := range a.Rows {
		low, high := r.Number(a.View.Low), r.Number(a.View.High)
		if !(low < high) || i > 0 && a.Rows[i-1].Number(a.View.High) != low {
			t.Fatalf("bin %v to %v of %v", low, high, values)
		}
		in := 0.0
		for _, v := range values {
			if v >= low && v < high {
				in++
			}
		}
		if r.Number(a.View.Y) != in {
			t.Fatalf("%v figures from %v to %v, counted %v, of %v", in, low, high, r.Number(a.View.Y), values)
		}
		counted += in
		if r.Source == nil || r.Kind != KindCount || r.Method(words.Spanish) == "" {
			t.Errorf("bin %s: source %v, kind %q, method %q", r.ID, r.Source, r.Kind, r.Method(words.Spanish))
		}
	}
	if int(counted) != len(values) {
		t.Fatalf("%v counted of %v", counted, values)
	}
}

func TestBinsHoldEveryFigure(t *testing.T) {
	for name, values := range map[string][]float64{
		"one": {5}, "alike": {7, 7, 7}, "alike, not whole": {0.3, 0.3}, "nought": {0, 0}, "below nought": {-3, -1.5, 2},
		"edges": {0, 10, 20, 30, 40, 50}, "fractions": {0.1, 0.2, 0.3, 0.7}, "far": {1, 2, 3, 1e9}, "huge": {-1e299, 0, 1e299},
		"tiny": {1e-200, 2e-200, 5e-200}, "close": {1e12 + 0.25, 1e12 + 0.5}, "closer than numbers are": {1e15 + 0.25, 1e15 + 0.5}, "half alike": {1, 1, 1, 1, 1, 1, 90},
	} {
		t.Run(name, func(t *testing.T) { checkBins(t, listed(t, values), values) })
	}
}

func TestBinsOfAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 150 {
		values := make([]float64, 1+random.IntN(200))
		size := math.Pow(10, random.Float64()*20-10)
		for i := range values {
			values[i] = (random.Float64() - 0.3) * size
			if random.IntN(2) == 0 {
				values[i] = math.Round(values[i])
			}
		}
		checkBins(t, listed(t, values), values)
	}
}

func TestBinsAreRound(t *testing.T) {
	for name, tt := range map[string]struct {
		values []float64
		want   string
	}{
		"tens":     {[]float64{12, 15, 23, 31, 38, 47}, "10–20 20–30 30–40 40–50"},
		"one bin":  {[]float64{7, 7, 7}, "7–8"},
		"wholes":   {[]float64{1, 2, 3, 4}, "1–2 2–3 3–4 4–5"},
		"of one":   {[]float64{0.11, 0.22, 0.34, 0.48}, "0.1–0.2 0.2–0.3 0.3–0.4 0.4–0.5"},
		"negative": {[]float64{-20, -11, -5}, "−20–−15 −15–−10 −10–−5 −5–0"},
	} {
		a, err := ask(t, listed(t, tt.values), Lens{}).Bins()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range a.Rows {
			got = append(got, r.Text("bin", words.English))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %q, want %q", name, strings.Join(got, " "), tt.want)
		}
	}
}

func TestBinsSayWhatTheyCount(t *testing.T) {
	a, err := ask(t, listed(t, []float64{1, 2, 3, 5000}), Lens{}).Bins()
	if err != nil {
		t.Fatal(err)
	}
	tr := words.For(words.English)
	if !strings.Contains(a.Notes.In(words.English), "1,000 times") || a.Notes.In(words.Spanish) == "" {
		t.Errorf("notes %v", a.Notes)
	}
	if got := a.Data.Figure(a.Rows[0], a.View, tr); got != "3" {
		t.Errorf("figure %q", got) // not the edges
	}
	reading := a.Data.Reading(a.View, a.Rows[len(a.Rows)-1], tr)
	if reading.Value != "1 figure" || !strings.Contains(reading.Heading, "–") {
		t.Errorf("%+v", reading)
	}
	if empty := a.Rows[1]; empty.Number(a.View.Y) != 0 || empty.Method(words.English) != "no figure lies here" {
		t.Errorf("empty bin %v %q", empty.Number(a.View.Y), empty.Method(words.English))
	}
}

func TestBinsAreRefused(t *testing.T) {
	const fields = `{"resources":[{"name":"t","path":"t.csv","schema":{"fields":[{"name":"name"},{"name":"n","type":"number","doublefix:role":"value"},{"name":"unit"},{"name":"kind"}]}}]}`
	for name, tt := range map[string]struct{ csv, key string }{
		"units":      {"name,n,unit,kind\na,1,guns,count\nb,2,people,count\n", "error.ask.bins.units"},
		"shares":     {"name,n,unit,kind\na,1,percent,count\nb,2,guns,count\n", "error.ask.bins.units"},
		"kinds":      {"name,n,unit,kind\na,1,guns,count\nb,2,guns,estimate\n", "error.ask.bins.kinds"},
		"no figures": {"name,n,unit,kind\na,,guns,count\n", "error.ask.scale.nothing"},
		"too far":    {"name,n,unit,kind\na,1e305,guns,count\nb,2,guns,count\n", "error.ask.bins.far"},
	} {
		d := tables(t, fields, map[string]string{"t": tt.csv}).Datasets[0]
		_, err := ask(t, d, Lens{}).Bins()
		checkRefusal(t, name, err, tt.key)
	}
	_, err := ask(t, shipped(t).Dataset("homicide_rates"), Lens{View: "rates"}).Bins()
	checkRefusal(t, "two countries", err, "error.ask.bins.series")
	_, err = ask(t, shipped(t).Dataset("trace_composition"), Lens{View: "nobuyer"}).Bins()
	checkRefusal(t, "two wholes", err, "error.ask.bases.beside")
}

// checkRefusal holds an error to the sentence it is to be, in both languages.
func checkRefusal(t *testing.T, name string, err error, key string) {
	t.Helper()
	if err == nil || err.Error() != key {
		t.Errorf("%s: error %v, want %s", name, err, key)
		return
	}
	texts := []string{inWords(err, words.For(words.English)), inWords(err, words.For(words.Spanish))}
	if texts[0] == texts[1] || slices.ContainsFunc(texts, func(s string) bool {
		return strings.Contains(s, "error.ask") || strings.Contains(s, "<no value>") || !strings.HasSuffix(s, ".")
	}) {
		t.Errorf("%s: %q", name, texts)
	}
}

func TestShippedBins(t *testing.T) {
	s := shipped(t)
	for _, d := range s.Datasets {
		for _, v := range d.Charts {
			a := ask(t, d, Lens{View: v.Name})
			b, err := a.Bins()
			if err != nil {
				checkRefusal(t, d.ID+" "+v.Name, err, err.Error())
				continue
			}
			counted := 0.0
			var caveats int
			for _, r := range b.Rows {
				counted += r.Number(b.View.Y)
				caveats += len(r.Caveats())
			}
			rows, _ := d.Select(Query{Where: a.View.Where})
			figures, own := 0, 0
			for _, r := range rows {
				if !math.IsNaN(r.Number(d.fieldsOf(v).value)) {
					figures++
					own += len(r.Caveats())
				}
			}
			if int(counted) != figures || own > 0 && caveats == 0 {
				t.Errorf("%s %s: %v of %d figures, %d caveats of %d", d.ID, v.Name, counted, figures, caveats, own)
			}
		}
	}
}
