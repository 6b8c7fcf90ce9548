package dataset

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// bundled writes an extract as a package and opens it again.
func bundled(t *testing.T, e Extract, view View) (*Set, map[string]string) {
	t.Helper()
	var raw, again bytes.Buffer
	if err := e.WriteBundle(&raw, view); err != nil {
		t.Fatal(err)
	}
	if err := e.WriteBundle(&again, view); err != nil || !bytes.Equal(raw.Bytes(), again.Bytes()) {
		t.Errorf("two runs differ: %v", err)
	}
	files, err := zip.NewReader(bytes.NewReader(raw.Bytes()), int64(raw.Len()))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, f := range files.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(part); err != nil {
			t.Fatal(err)
		}
		texts[f.Name] = b.String()
	}
	p, found, err := datapackage.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	set, more := Load(p)
	for _, problem := range append(found, more...) {
		t.Errorf("%s: %s", e.Data.ID, problem.Message(words.For(words.English)))
	}
	return set, texts
}

// Every table that ships stands on its own as a package: the same figures, sources, kinds and caveats.
func TestBundlesOpenAgain(t *testing.T) {
	for _, d := range shipped(t).Datasets {
		t.Run(d.ID, func(t *testing.T) {
			set, texts := bundled(t, Extract{Data: d, Rows: d.Rows, Lang: words.English}, d.Charts[0])
			again := set.Dataset(d.ID)
			if again == nil || len(again.Rows) != len(d.Rows) {
				t.Fatalf("%d of %d rows", len(again.Rows), len(d.Rows))
			}
			for i, r := range d.Rows {
				same(t, r, again.Rows[i])
			}
			for name, heading := range map[string]string{"README.md": "## Sources", "LEEME.md": "## Fuentes"} {
				for _, s := range Sources(d.Rows) {
					if !strings.Contains(texts[name], Address(s)) || !strings.Contains(texts[name], heading) {
						t.Errorf("%s does not name %s", name, s.URL)
					}
				}
			}
		})
	}
}

// same holds two rows to saying the same.
func same(t *testing.T, a, b Row) {
	t.Helper()
	if a.ID != b.ID || a.Kind != b.Kind || a.Status != b.Status {
		t.Errorf("%s %s %s became %s %s %s", a.ID, a.Kind, a.Status, b.ID, b.Kind, b.Status)
	}
	for _, l := range words.Langs() {
		tr := words.For(l)
		if x, y := a.d.Figure(a, a.d.Charts[0], tr), b.d.Figure(b, b.d.Charts[0], tr); x != y {
			t.Errorf("%s: figure %q became %q", a.ID, x, y)
		}
		cite := func(r Row) (out []string) {
			for _, s := range Sources([]Row{r}) {
				out = append(out, Citation(s, tr))
			}
			return out
		}
		if a.Source != nil && a.Source.ID != "" && !slices.Equal(cite(a), cite(b)) {
			t.Errorf("%s: sources %q became %q", a.ID, cite(a), cite(b))
		}
		warn := func(r Row) (out []string) {
			for _, c := range r.Caveats() {
				out = append(out, c.Text.In(l))
			}
			return out
		}
		if !slices.Equal(warn(a), warn(b)) {
			t.Errorf("%s: caveats %q became %q", a.ID, warn(a), warn(b))
		}
	}
}

// What was asked is said in the README, and only the rows asked for are there with the sources they need.
func TestABundleOfSomeRows(t *testing.T) {
	d := shipped(t).Dataset("border_seizures")
	a, err := d.Ask(Lens{Where: []Cond{{Field: "year", Op: ">=", Values: []string{"2021"}}}})
	if err != nil {
		t.Fatal(err)
	}
	a.View.Asked = words.Both("year from 2021", "año desde 2021")
	set, texts := bundled(t, Extract{Data: a.Data, Rows: a.Rows, Lang: words.Spanish}, a.View)
	got := set.Dataset(d.ID)
	if len(got.Rows) != len(a.Rows) || len(a.Rows) == 0 || len(a.Rows) == len(d.Rows) {
		t.Errorf("%d rows of %d", len(got.Rows), len(a.Rows))
	}
	if !strings.Contains(texts["LEEME.md"], "año desde 2021") || !strings.Contains(texts["README.md"], "year from 2021") {
		t.Error(texts["LEEME.md"])
	}
	for id := range set.Sources {
		if !slices.ContainsFunc(Sources(a.Rows), func(s *Source) bool { return s.ID == id }) {
			t.Errorf("source %s is of no row", id)
		}
	}
}

// What was made of figures that do not go together does not do so in a package of its own either.
func TestABundleOfAnAnswerIsBound(t *testing.T) {
	d := shipped(t).Dataset("weapons_seized")
	a, err := d.Ask(Lens{View: "years", Group: "year", Split: "authority", By: Sum})
	if err != nil {
		t.Fatal(err)
	}
	set, _ := bundled(t, Extract{Data: a.Data, Rows: a.Rows, Lang: words.English}, a.View)
	again := set.Dataset(d.ID)
	if again == nil || len(again.Rows) != len(a.Rows) {
		t.Fatal("it does not open again")
	}
	check(t, again, Lens{Group: "year", By: Sum}, "by year", "parted")
	check(t, again, Lens{Group: "status", Split: "authority", By: Mean, Where: []Cond{{Field: "status", Op: "=", Values: []string{StatusFinal}}}}, "by authority", "")
	for i, r := range again.Rows {
		if n := len(r.Caveats()); n < len(a.Rows[i].Caveats()) || n > len(a.Rows[i].Caveats())+1 {
			t.Errorf("%s: %d caveats of %d", r.ID, n, len(a.Rows[i].Caveats()))
		}
	}

	towns, err := shipped(t).Dataset("source_places").Ask(Lens{View: "places", Group: "place", By: Sum})
	if err != nil {
		t.Fatal(err)
	}
	set, _ = bundled(t, Extract{Data: towns.Data, Rows: towns.Rows, Lang: words.English}, towns.View)
	places := set.Dataset("source_places")
	check(t, places, Lens{Group: "kind", By: Sum}, "Tucson and its county", "forbidden")
	check(t, places, Lens{Group: "kind", By: Sum, Where: []Cond{{Field: "place", Op: "!=", Values: []string{"Pima County"}}}}, "without the county", "")
}
