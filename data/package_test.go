package data_test

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"doublefix/data"
)

// both is a text in the two languages.
type both struct{ EN, ES string }

type descriptor struct {
	Schema    string     `json:"$schema"`
	Created   string     `json:"created"`
	Options   string     `json:"doublefix:options"`
	Topics    []topic    `json:"doublefix:topics"`
	Resources []resource `json:"resources"`
}

type topic struct {
	ID    string `json:"id"`
	Title both   `json:"title"`
}

type resource struct {
	Name   string `json:"name"`
	Path   string `json:"path"`
	Role   string `json:"doublefix:role"`
	Topic  string `json:"doublefix:topic"`
	Schema struct {
		Fields      []field  `json:"fields"`
		PrimaryKey  []string `json:"primaryKey"`
		ForeignKeys []struct {
			Fields    []string `json:"fields"`
			Reference struct {
				Resource string   `json:"resource"`
				Fields   []string `json:"fields"`
			} `json:"reference"`
		} `json:"foreignKeys"`
	} `json:"schema"`
	Charts []chart `json:"doublefix:charts"`
}

type field struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Constraints struct {
		Required bool     `json:"required"`
		Unique   bool     `json:"unique"`
		Enum     []string `json:"enum"`
	} `json:"constraints"`
}

type chart struct {
	Name  string `json:"name"`
	Where []struct {
		Field string `json:"field"`
		Op    string `json:"op"`
		Value any    `json:"value"`
	} `json:"where"`
	Joined   [][]string `json:"joined"`
	Emphasis []string   `json:"emphasis"`
	Doubtful []string   `json:"doubtful"`
}

// record is a line of a table, by field.
type record map[string]string

// num returns the number in a field; a test that needs it fails where there is none.
func (r record) num(t *testing.T, name string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(r[name], 64)
	if err != nil {
		t.Errorf("%s: %s is %q, not a number", r["id"], name, r[name])
		return math.NaN()
	}
	return n
}

// shipped is the package as the program embeds it.
type shipped struct {
	descriptor
	raw     map[string]any
	headers map[string][]string
	tables  map[string][]record
	figures map[string]record // rows of all tables that are explored, by id
}

// open reads the embedded package with nothing but the standard library, so that the app's reader is not its own judge.
func open(t *testing.T) shipped {
	t.Helper()
	text, err := data.FS.ReadFile("datapackage.json")
	if err != nil {
		t.Fatal(err)
	}
	p := shipped{headers: map[string][]string{}, tables: map[string][]record{}, figures: map[string]record{}}
	for _, into := range []any{&p.descriptor, &p.raw} {
		if err := json.Unmarshal(text, into); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range p.Resources {
		p.read(t, r)
	}
	return p
}

func (p shipped) read(t *testing.T, r resource) {
	t.Helper()
	text, err := data.FS.ReadFile(r.Path)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", r.Path, err)
	}
	p.headers[r.Name] = lines[0]
	for _, line := range lines[1:] {
		row := record{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		p.tables[r.Name] = append(p.tables[r.Name], row)
		if r.Topic != "" {
			p.figures[row["id"]] = row
		}
	}
}

func (p shipped) datasets() []resource {
	return slices.DeleteFunc(slices.Clone(p.Resources), func(r resource) bool { return r.Role != "dataset" })
}

// explored returns the tables that people open by themselves, whatever they hold.
func (p shipped) explored() []resource {
	return slices.DeleteFunc(slices.Clone(p.Resources), func(r resource) bool { return r.Topic == "" })
}

// figure returns a row by id.
func (p shipped) figure(t *testing.T, id string) record {
	t.Helper()
	r, ok := p.figures[id]
	if !ok {
		t.Fatalf("no figure %s", id)
	}
	return r
}

// value returns the figure of a row.
func (p shipped) value(t *testing.T, id string) float64 {
	t.Helper()
	return p.figure(t, id).num(t, "value")
}

// series returns the rows of a table that have a value in a field.
func (p shipped) series(table, name, value string) []record {
	return slices.DeleteFunc(slices.Clone(p.tables[table]), func(r record) bool { return r[name] != value })
}

// near fails where two numbers differ by more than a tolerance.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: %v, not %v", what, got, want)
	}
}
