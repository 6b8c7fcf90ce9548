package ballot

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// million is a million random ballots over ten options, written in a format.
func million(b *testing.B, f Format) []byte {
	p := &Profile{Options: []string{
		"Trafficking law", "Export rules", "Tracing", "Dealers", "Ports", "Courts", "Joint teams", "Research", "Registers", "Nothing new",
	}}
	r := rand.New(rand.NewPCG(1, 2))
	row := make([]uint8, len(p.Options))
	for range 1_000_000 {
		for i, at := range r.Perm(len(row)) {
			row[at] = uint8(i + 1)
		}
		p.Add(row, 1)
	}
	return []byte(written(b, p, Output{Format: f}))
}

func benchmarkRead(b *testing.B, f Format) {
	text := million(b, f)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := Read(bytes.NewReader(text), Input{Format: f})
		if err != nil || len(r.Problems) > 0 || len(r.Profile.Options) != 10 {
			b.Fatal(err, r.Problems)
		}
	}
}

func BenchmarkReadCEF(b *testing.B) { benchmarkRead(b, CEF) }
func BenchmarkReadCSV(b *testing.B) { benchmarkRead(b, CSV) }
func BenchmarkReadSOC(b *testing.B) { benchmarkRead(b, SOC) }

func BenchmarkWriteCEF(b *testing.B) {
	r, err := Read(bytes.NewReader(million(b, CSV)), Input{Format: CSV})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(&out, r.Profile, Output{Format: CEF}); err != nil {
			b.Fatal(err)
		}
	}
}
