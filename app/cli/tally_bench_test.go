package cli

import (
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"doublefix/app/ballot"
)

// BenchmarkTallyMillion is the whole command on a million ballots over ten options, each on a line of its own: reading the file,
// all rules, agreement, firmness and the text.
func BenchmarkTallyMillion(b *testing.B) {
	p := &ballot.Profile{Options: []string{
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
	for _, f := range []ballot.Format{ballot.CEF, ballot.CSV, ballot.SOC} {
		path := filepath.Join(b.TempDir(), "big."+string(f))
		file, err := os.Create(path)
		if err != nil {
			b.Fatal(err)
		}
		if err := ballot.Write(file, p, ballot.Output{Format: f}); err != nil {
			b.Fatal(err)
		}
		if err := file.Close(); err != nil {
			b.Fatal(err)
		}
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				if code := Run([]string{"tally", path, "--lang", "en"}, io.Discard, io.Discard, func(string) string { return "" }); code != Done {
					b.Fatal(code)
				}
			}
		})
	}
}
