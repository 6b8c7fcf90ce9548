package datapackage

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"reflect"
	"testing"
)

// What the standard library writes, the scanner reads: quotes, delimiters and line breaks in any order.
func TestScannerReadsWhatIsWritten(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "ñ", "\"", ",", ";", "\n", " ", "'", "1"}
	for range 2000 {
		var records [][]string
		for range 1 + random.IntN(4) {
			record := make([]string, 1+random.IntN(4))
			for i := range record {
				for range random.IntN(5) {
					record[i] += pieces[random.IntN(len(pieces))]
				}
			}
			if len(record) == 1 && record[0] == "" {
				record[0] = "x" // the library writes a blank line for it
			}
			records = append(records, record)
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma, w.UseCRLF = []rune{',', ';', 'ñ'}[random.IntN(3)], random.IntN(2) == 0
		if err := w.WriteAll(records); err != nil {
			t.Fatal(err)
		}
		written := bytes.ReplaceAll(b.Bytes(), []byte("\r\n"), []byte("\n")) // the library changes breaks in cells too
		var got [][]string
		s := newScanner(written, Dialect{Delimiter: w.Comma, Quote: '"'})
		for rec, ok := s.next(); ok; rec, ok = s.next() {
			if len(rec.faults) > 0 || rec.number != len(got)+1 {
				t.Fatalf("%q: record %d with faults %v", written, rec.number, rec.faults)
			}
			got = append(got, rec.cells)
		}
		if !reflect.DeepEqual(got, records) {
			t.Fatalf("%q:\ngot  %q\nwant %q", written, got, records)
		}
	}
}

// A quote that stays open costs its own record, and only that.
func TestRecovery(t *testing.T) {
	for text, want := range map[string]int{
		"a,\"b\nc,d\ne,f\n":         3,
		"\"a\n\"b\n\"c\n":           2, // the second quote closes the first
		"a\n\"b\n":                  2,
		"\"\"\"\n":                  1,
		"\"a\"\nb\n\"":              3,
		"a,b\n\"c,d\",\"e\nf,g\nh,": 4,
	} {
		s := newScanner([]byte(text), Dialect{Delimiter: ',', Quote: '"'})
		n := 0
		for _, ok := s.next(); ok; _, ok = s.next() {
			n++
		}
		if n != want || s.recoveries != 1 {
			t.Errorf("%q: %d records, %d recoveries", text, n, s.recoveries)
		}
	}
}
