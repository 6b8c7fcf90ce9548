package dataset

import (
	"testing"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

func BenchmarkLoad(b *testing.B) {
	p, _, err := datapackage.OpenFolder("../../data")
	if err != nil {
		b.Skip(err)
	}
	for b.Loop() {
		Load(p)
	}
}

// What the program does at its start.
func BenchmarkOpenAndLoad(b *testing.B) {
	for b.Loop() {
		benchSet(b)
	}
}

func BenchmarkSearch(b *testing.B) {
	s := benchSet(b)
	queries := []string{"gun", "B08", "texas 2023", "a", "trace san diego armas", "nothing at all of this"}
	for _, q := range queries {
		s.Search(q, words.English, 40)
	}
	for i := 0; b.Loop(); i++ {
		s.Search(queries[i%len(queries)], words.English, 40)
	}
}

// The first search in a language makes the index.
func BenchmarkFirstSearch(b *testing.B) {
	s := benchSet(b)
	for b.Loop() {
		s.indexOf = nil
		s.Search("gun", words.Spanish, 40)
	}
}

func benchSet(b *testing.B) *Set {
	p, _, err := datapackage.OpenFolder("../../data")
	if err != nil {
		b.Skip(err)
	}
	s, _ := Load(p)
	return s
}
