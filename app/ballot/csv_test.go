package ballot

import (
	"strings"
	"testing"

	"doublefix/app"
)

func TestCSV(t *testing.T) {
	for name, c := range map[string]struct {
		text, want, problems string
		shape                Shape
		separator            string
	}{
		"as we write it":         {"id,count,A,B\n1,3,1,2\n2,1,,1\n", "A,B | 12*3 | 01", "", CandidateColumns, ","},
		"only options":           {"A,B\n1,2\n2,1", "A,B | 12 | 21", "", CandidateColumns, ","},
		"one option":             {"A\n1\n1\n", "A | 1 | 1", "", CandidateColumns, ","},
		"semicolons":             {"folio;Opción 1;Opción 2\nM-01;2;1\n", "Opción 1,Opción 2 | 21", "", CandidateColumns, ";"},
		"tabs":                   {"id\tA\tB\n1\t1\t1\n", "A,B | 11", "", CandidateColumns, "\t"},
		"stated separator":       {"sep=|\nA,1|B\n1|2\n", "A,1,B | 12", "", CandidateColumns, "|"},
		"decimals":               {"A,B,C\n1.0,2.00,\n", "A,B,C | 120", "", CandidateColumns, ","},
		"gaps and ties":          {"A,B,C\n1,3,3\n0,2,\n", "A,B,C | 122 | 010", "", CandidateColumns, ","},
		"blank and spoilt":       {"id,status,A,B\n1,,,\n2,spoilt,1,1\n3,en blanco,1,\n4,Nula,,\n5,,1,\n", "A,B | 10 | blank 2 spoilt 2", "", CandidateColumns, ","},
		"weights":                {"count,weight,A,B\n2,3,1,2\n", "A,B | 12*6", "", CandidateColumns, ","},
		"quoted names":           {"id,\"Ban; fines, \"\"all\"\"\",B\n1,\"1\",2\n", "Ban; fines, \"all\",B | 12", "", CandidateColumns, ","},
		"a name over two lines":  {"\"Long\r\nname\",B\r\n1,2\r\n", "Long name,B | 12", "", CandidateColumns, ","},
		"formulas":               {"'=A,'+B\n1,2\n", "=A,+B | 12", "", CandidateColumns, ","},
		"entered twice":          {"folio,A,B\nM-1,1,2\nM-2,1,2\nM-1,2,1\n,1,2\n,1,2\n", "A,B | 12 | 12 | 21 | 12 | 12", "4:1 csv.serial", CandidateColumns, ","},
		"remarks":                {"id,A,Why,B\n1,1,because,2\n2,2,since,1\n", "A,B | 12 | 21", "1:3 csv.aside", CandidateColumns, ","},
		"short rows":             {"A,B,C\n1\n,1\n", "A,B,C | 100 | 010", "", CandidateColumns, ","},
		"long rows":              {"A,B\n1,2,,\n1,2,3\n", "A,B | 12", "3:3 csv.extra_cell!", CandidateColumns, ","},
		"blank lines":            {"\n\nA,B\n\n1,2\n \n", "A,B | 12", "", CandidateColumns, ","},
		"no places":              {"A,B\nx,1\n1,2\n3,1\n-1,1\n1.5,1\n,1000\n", "A,B | 12", "2:1 csv.place!, 4:1 csv.place_high!, 5:1 csv.place!, 6:1 csv.place!, 7:2 csv.place!", CandidateColumns, ","},
		"no counts":              {"A,B,count\n1,2,0\n1,2,many\n1,2,\n", "A,B | 12", "2:3 problem.count!, 3:3 problem.count!", CandidateColumns, ","},
		"no weight":              {"A,B,peso\n1,2,0.5\n", "A,B", "2:3 problem.weight!", CandidateColumns, ","},
		"unknown status":         {"A,B,estado\n1,2,lost\n1,2,válida\n", "A,B | 12", "2:3 csv.status!", CandidateColumns, ","},
		"option twice":           {"A,B,A\n1,2,1\n", "A,B | 12", "1:3 problem.option_twice!", CandidateColumns, ","},
		"quotation mark open":    {"A,B\n1,2\n\"1,2\n1,2\n", "A,B | 12", "3:0 csv.quote!", CandidateColumns, ","},
		"rank columns":           {"id,1,2,3\n1,B,A,\n2,A,,C\n", "B,A,C | 120 | 012", "", RankColumns, ","},
		"rank columns, ties":     {"rank 1;rank 1;Rank 2\nA;B;C\n", "A,B,C | 112", "", RankColumns, ";"},
		"rank columns, remarks":  {"1,2,Remark\nA,B,C\n", "A,B | 12", "1:3 csv.aside", RankColumns, ","},
		"rank columns, twice":    {"1,2\nA,A\nA,B\n,\n", "A,B | 12 | blank 1 spoilt 0", "2:2 problem.ranked_twice!", RankColumns, ","},
		"rank columns, alike":    {"1,2\nÁrea,B\narea,B\n", "Área,B,area | 120 | 021", "0:0 problem.alike", RankColumns, ","},
		"rank columns, numbers":  {"1,2\n7,3\n3,7\n", "7,3 | 12 | 21", "", RankColumns, ","},
		"Excel in Mexico, 1252":  {"Opci\xf3n A;B\n1;2\n", "Opción A,B | 12", "1:0 problem.encoding", CandidateColumns, ";"},
		"byte order mark, CRLF":  {"\ufeffA,B\r\n1,2\r\n", "A,B | 12", "", CandidateColumns, ","},
		"UTF-16 from a sheet":    {"\xff\xfeA\x00\t\x00B\x00\r\x00\n\x001\x00\t\x002\x00", "A,B | 12", "", CandidateColumns, "\t"},
		"only a header":          {"id,A;1,B;2\n", "A;1,B;2", "", CandidateColumns, ","},
		"header without a name":  {"A,,B\n1,x,2\n", "A,B | 12", "", CandidateColumns, ","},
		"count under any accent": {"A,B,CANTIDAD\n1,2,3\n", "A,B | 12*3", "", CandidateColumns, ","},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, CSV, c.text)
			if got := short(r.Profile); got != c.want {
				t.Errorf("read %s, want %s", got, c.want)
			}
			if got := found(r.Problems); got != c.problems {
				t.Errorf("problems %s, want %s", got, c.problems)
			}
			if r.Shape != c.shape || r.Separator != c.separator {
				t.Errorf("shape %s, separator %q; want %s and %q", r.Shape, r.Separator, c.shape, c.separator)
			}
			if r.Rows != r.Understood+r.Errors && r.Errors == 1 && strings.Contains(c.problems, "2:") {
				t.Errorf("%d rows, %d understood", r.Rows, r.Understood)
			}
			readable(t, r.Problems)
			if wrong := wrongWith(r.Profile); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

func TestSeparator(t *testing.T) {
	for text, want := range map[string]byte{
		"a,b\n1,2\n":             ',',
		"a;b\n1;2\n":             ';',
		"a;b,c\n1;2\n3;4\n":      ';',
		"a\tb, c\n1\t2\n":        '\t',
		"a|b\n1|2\n":             '|',
		"a\n1\n":                 ',',
		"\"a;b;c\",d\n1,2\n":     ',',
		"a,b;c\n1,2;3\n4,5;6\n":  ',',
		"a b;c d;e f\n1;2;3\n\n": ';',
		"":                       ',',
	} {
		if got := separatorOf([]byte(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestCannotBeRead(t *testing.T) {
	names := make([]string, MaxOptions+1)
	for i := range names {
		names[i] = strings.Repeat("x", i+1)
	}
	for name, c := range map[string]struct {
		format    Format
		text, key string
	}{
		"a blank CSV file":         {CSV, "\n\n", "ballot.error.empty"},
		"CSV without options":      {CSV, "id,count\n1,2\n", "ballot.error.no_options"},
		"CSV with many options":    {CSV, strings.Join(names, ","), "ballot.error.options"},
		"many options, declared":   {CEF, "#/Candidates: " + strings.Join(names, ";"), "ballot.error.options"},
		"many options, learned":    {CEF, strings.Join(names, "\n"), "ballot.error.options"},
		"a name without end":       {CEF, strings.Repeat("x", maxName+1), "ballot.error.name_long"},
		"too many ballots":         {CEF, "A * 1099511627776\nA", "ballot.error.ballots"},
		"too much weight":          {CEF, "#/Weight Allowed: true\nA ^1099511627776 * 1099511627776\n", "ballot.error.ballots"},
		"too many in all, blank":   {CSV, "count,A\n1099511627776,1\n1,\n", "ballot.error.ballots"},
		"PrefLib without options":  {SOC, "1: 1,2\n", "ballot.error.no_options"},
		"PrefLib, too many":        {SOC, "# NUMBER ALTERNATIVES: 65\n", "ballot.error.options"},
		"a format that is written": {BLT, "1 1\n0\n", "ballot.error.format"},
		"no format":                {"", "A > B", "ballot.error.format"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(strings.NewReader(c.text), Input{Format: c.format})
			told, ok := err.(*app.Error)
			if !ok || told.Key != c.key || app.CodeOf(err) != app.Invalid {
				t.Fatalf("%v, want %s", err, c.key)
			}
			readable(t, []Problem{{Key: told.Key, Args: told.Args}})
		})
	}
}
