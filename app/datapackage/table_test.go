package datapackage

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"doublefix/app/words"
)

func TestCells(t *testing.T) {
	for name, tt := range map[string]struct{ field, cells, want string }{
		"integers":     {`"type":"integer"`, "1|-2|+3|1.0|1e3|x| 1|", "type-error 5:1 1.0\ntype-error 6:1 1e3\ntype-error 7:1 x\ntype-error 8:1  1"},
		"bare false":   {`"type":"integer","bareNumber":false,"groupChar":","`, `"$1,171"|≈30`, ""},
		"numbers":      {`"type":"number"`, "1|1.5e3|NaN|-INF|0x10|1_0|1,5|Infinity", "type-error 6:1 0x10\ntype-error 7:1 1_0\nextra-cell 8:2 5\ntype-error 9:1 Infinity"},
		"decimal":      {`"type":"number","decimalChar":",","groupChar":"."`, `"1.234,5"`, ""},
		"booleans":     {`"type":"boolean"`, "true|0|yes", "type-error 4:1 yes"},
		"own booleans": {`"type":"boolean","trueValues":["sí"],"falseValues":["no"]`, "sí|no|true", "type-error 4:1 true"},
		"years":        {`"type":"year"`, "2019|-0044|19|2019-01", "type-error 4:1 19\ntype-error 5:1 2019-01"},
		"months":       {`"type":"yearmonth"`, "2019-01|2019-13|2019|2019-1", "type-error 3:1 2019-13\ntype-error 4:1 2019\ntype-error 5:1 2019-1"},
		"dates":        {`"type":"date"`, "2024-02-29|2023-02-29|1/2/2024", "type-error 3:1 2023-02-29\ntype-error 4:1 1/2/2024"},
		"date pattern": {`"type":"date","format":"%d/%m/%Y"`, "29/02/2024|2024-02-29", "type-error 3:1 2024-02-29"},
		"odd pattern":  {`"type":"date","format":"%j"`, "60", ""},
		"others":       {`"type":"geopoint"`, "here|there", ""},
		"required":     {`"constraints":{"required":true}`, `x|""`, "blank-row 3:0"},
		"enum":         {`"type":"integer","constraints":{"enum":["1",2]}`, "1|02|3", "constraint-error 4:1 3"},
		"bounds":       {`"type":"number","constraints":{"minimum":"0","maximum":100}`, "0|-1|100|100.5", "constraint-error 3:1 -1\nconstraint-error 5:1 100.5"},
		"date bounds":  {`"type":"date","constraints":{"minimum":"2020-01-01"}`, "2019-12-31|2020-01-01", "constraint-error 2:1 2019-12-31"},
		"exclusive":    {`"type":"integer","constraints":{"exclusiveMinimum":0,"exclusiveMaximum":2}`, "0|1|2", "constraint-error 2:1 0\nconstraint-error 4:1 2"},
		"lengths":      {`"constraints":{"minLength":2,"maxLength":3}`, "ñ|ñandú|año", "constraint-error 2:1 ñ\nconstraint-error 3:1 ñandú"},
		"pattern":      {`"constraints":{"pattern":"[A-Z]\\d|x"}`, "B1|x|xx|B12", "constraint-error 4:1 xx\nconstraint-error 5:1 B12"},
		"two breaches": {`"constraints":{"minLength":3,"pattern":"[a-z]+"}`, "A", "constraint-error 2:1 A\nconstraint-error 2:1 A"},
		"unique":       {`"constraints":{"unique":true}`, "a|b|a", "unique-error 4:1 a"},
	} {
		t.Run(name, func(t *testing.T) {
			csv := "a\n" + strings.ReplaceAll(strings.TrimSuffix(tt.cells, "|"), "|", "\n") + "\n"
			_, found := open(t, oneTable(`{"name":"a",`+tt.field+`}`, "", csv))
			if got := brief(found); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

const twoFields = `{"name":"a","type":"integer"},{"name":"b"}`

func TestShape(t *testing.T) {
	for name, tt := range map[string]struct{ rest, csv, want string }{
		"good":            {"", "a,b\n1,x\n", ""},
		"no last newline": {"", "a,b\n1,x", ""},
		"empty file":      {"", "", "blank-header 1:0"},
		"missing label":   {"", "a\n1\n", "missing-label 1:2"},
		"extra label":     {"", "a,b,c\n1,x,y\n", "extra-label 1:3 c"},
		"misspelt label":  {"", "a,B\n1,x\n", "incorrect-label 1:2 B"},
		"other order":     {"", "b,a\nx,1\n", "incorrect-label 1:1 b\nincorrect-label 1:2 a"},
		"equal":           {`,"fieldsMatch":["equal"]`, "b,a\nx,1\n", ""},
		"subset":          {`,"fieldsMatch":"subset"`, "b,c,a\nx,y,1\n", ""},
		"superset":        {`,"fieldsMatch":"superset"`, "a\n1\n", ""},
		"duplicate label": {"", "a,a\n1,2\n", "duplicate-label 1:2 a\nincorrect-label 1:2 a"},
		"blank label":     {"", "a,\n1,x\n", "blank-label 1:2"},
		"extra cell":      {"", "a,b\n1,x,y,z\n", "extra-cell 2:3 y\nextra-cell 2:4 z"},
		"missing cell":    {"", "a,b\n1\n", "missing-cell 2:2"},
		"blank rows":      {"", "a,b\n\n1,x\n,\n", "blank-row 2:0\nblank-row 4:0"},
		"row by row":      {"", "a,b\nx,1\n\n2\ny,2,3\n", "type-error 2:1 x\nblank-row 3:0\nmissing-cell 4:2\nextra-cell 5:3 3\ntype-error 5:1 y"},
		"bytes":           {"", "a,b\n1,\xe9\n", "encoding-error 2:2 \uFFFD"},
		"utf-16":          {"", "\xff\xfea\x00", "encoding-error"},
		"open quote":      {"", "a,b\n1,\"x\n2,y\nz,w\n", "source-error 2:0\ntype-error 4:1 z"},
		"stray quote":     {"", "a,b\n1,\"x\"y\n", "source-error 2:2 xy"},
		"key":             {`,"primaryKey":["a"]`, "a,b\n1,x\n2,x\n1,y\n,z\n", "primary-key 4:1 1\nprimary-key 5:1"},
		"pair of keys":    {`,"primaryKey":["a","b"]`, "a,b\n1,x\n1,y\n1,x\n", "primary-key 4:1 1, x"},
		"self reference":  {`,"foreignKeys":[{"fields":"b","reference":{"resource":"","fields":"a"}}]`, "a,b\n1,1\n2,3\n3,\n4,9\n", "foreign-key 5:2 9"},
		"v2 self":         {`,"foreignKeys":[{"fields":["b"],"reference":{"fields":["a"]}}]`, "a,b\n1,2\n", "foreign-key 2:2 2"},
		"no such table":   {`,"foreignKeys":[{"fields":"b","reference":{"resource":"z","fields":"a"}}]`, "a,b\n1,1\n", "schema-error"},
		"no such field":   {`,"foreignKeys":[{"fields":"z","reference":{"resource":"","fields":"a"}},{"fields":"a","reference":{"resource":"","fields":["a","b"]}}]`, "a,b\n1,1\n", "schema-error\nschema-error"},
	} {
		t.Run(name, func(t *testing.T) {
			_, found := open(t, oneTable(twoFields, tt.rest, tt.csv))
			if got := brief(found); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestColumnsFollowNames(t *testing.T) {
	p, _ := open(t, oneTable(twoFields, "", "b,a\nx,1\n"))
	if v := p.Resources[0].Rows[0].Values; v[0].Number != 1 || v[1].Text != "x" {
		t.Errorf("%+v", v)
	}
}

func TestDialectAndQuotes(t *testing.T) {
	for name, tt := range map[string]struct{ dialect, csv, want string }{
		"line break":  {`{}`, "a,b\n1,\"x\ny\"\n2,z\n", "1|x\ny 2|z"},
		"semicolon":   {`{"delimiter":";"}`, "a;b\n1;x,y\n", "1|x,y"},
		"quote":       {`{"quoteChar":"'"}`, "a,b\n1,'x,''y'\n", "1|x,'y"},
		"no header":   {`{"header":false}`, "1,x\n2,y\n", "1|x 2|y"},
		"nested":      {`{"csv":{"delimiter":"\t"}}`, "a\tb\n1\tx\n", "1|x"},
		"inner quote": {`{}`, "a,b\n1,5\" pipe\n", `1|5" pipe`},
		"CR":          {`{}`, "a,b\r1,x\r2,y", "1|x 2|y"},
	} {
		t.Run(name, func(t *testing.T) {
			p, found := open(t, pack(`{"resources":[{"name":"t","path":"t.csv","dialect":`+tt.dialect+`,"schema":{"fields":[`+twoFields+`]}}]}`, "t.csv", tt.csv))
			var rows []string
			for _, r := range p.Resources[0].Rows {
				rows = append(rows, r.Values[0].Text+"|"+r.Values[1].Text)
			}
			if got := strings.Join(rows, " "); got != tt.want || len(found) > 0 {
				t.Errorf("got %q, problems %s", got, brief(found))
			}
		})
	}
}

func TestInfer(t *testing.T) {
	p, found := open(t, pack(`{"resources":[{"name":"t","path":"t.csv"}]}`, "t.csv", "y,n,x,m,code,s,blank\n2019,1,1.5,2019-01,007,a,\n2020,-2,,2020-02,010,b,\n"))
	var types []string
	for _, f := range p.Resources[0].Fields {
		types = append(types, f.Type)
	}
	if got := strings.Join(types, " "); got != "year integer number yearmonth string string string" || len(found) > 0 {
		t.Errorf("%s; %s", got, brief(found))
	}
	if v := p.Resources[0].Rows[1].Values; v[1].Number != -2 || !v[2].Missing {
		t.Errorf("%+v", v)
	}
}

func TestMessagesSayWhere(t *testing.T) {
	_, found := open(t, oneTable(twoFields, "", "a,b\n1,x\n20x9,y\n"))
	if got, want := found[0].Message(words.For(words.English)), "t.csv, row 3, field “a”: “20x9” is not a whole number. Write digits only, such as 1171."; got != want {
		t.Errorf("got %s", got)
	}
	long := Problem{Key: "data.problem.enum", Cell: strings.Repeat("x\n", 5000), Args: words.Args{"Limit": "a"}}
	if n := len([]rune(long.Message(words.For(words.Spanish)))); n > 250 {
		t.Errorf("%d characters", n)
	}
}

// Files that are no tables end soon and with few words, and take what they are given into account row by row.
func TestHostileFiles(t *testing.T) {
	repeated := func(s string, n int) string { return "a,b\n" + strings.Repeat(s, n) }
	for name, csv := range map[string]string{
		"quotes that open on each line": repeated("a\" ,\"\n", 1<<18),
		"one open quote":                repeated("\"", 1) + strings.Repeat("x\n", 1<<19),
		"delimiters only":               repeated(",", 8<<20),
		"one long cell":                 repeated("x", 8<<20),
		"blank lines":                   repeated("\n", 1<<20),
		"invalid bytes":                 repeated("\xff\n", 1<<18),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, found, err := Open(oneTable(twoFields, "", csv))
			if err != nil || len(found) == 0 || len(found) > maxProblems+1 {
				t.Errorf("%d problems, %v", len(found), err)
			}
			if d := time.Since(start); d > time.Minute { // a hang, not a slow machine
				t.Errorf("took %s", d)
			}
		})
	}
}

func TestNotAFile(t *testing.T) {
	fsys := pack(`{"resources":[{"name":"t","path":"t"}]}`, "t/x.csv", "a\n")
	fsys["pipe"] = &fstest.MapFile{Mode: 0o1000000}
	_, found := open(t, fsys)
	if brief(found) != "source-error" {
		t.Error(brief(found))
	}
	if _, err := readFile(pack("", "big", strings.Repeat("x", 100)), "big", 99); err == nil || cause(err) != "large" {
		t.Error("a file above the limit is read", err)
	}
	if _, err := readFile(pack("", "fits", strings.Repeat("x", 99)), "fits", 99); err != nil {
		t.Error(fmt.Errorf("a file at the limit: %w", err))
	}
}

// Dates are days, also before the years that a clock of nanoseconds knows and before 1970 within a day.
func TestDatesLongAgo(t *testing.T) {
	for _, c := range []struct {
		format, text string
		want         float64
	}{{"", "0001-01-01", -719162}, {"", "1677-09-20", -106753}, {"", "1969-12-31", -1}, {"", "1970-01-01", 0}, {"any", "1969-12-31T23:00:00Z", -1}} {
		if v := (Field{Type: "date", Format: c.format}).Parse(c.text); v.Wrong || v.Number != c.want {
			t.Errorf("%s: %+v, want %v", c.text, v, c.want)
		}
	}
}
