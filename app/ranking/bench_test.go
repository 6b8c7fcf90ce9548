package ranking

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"doublefix/app/ballot"
)

// large is a profile of distinct-looking ballots that all rank everything.
func large(rows, n int) *ballot.Profile {
	r := rand.New(rand.NewPCG(5, 5))
	p := &ballot.Profile{Options: make([]string, n), Places: make([]uint8, 0, rows*n), Counts: make([]int64, 0, rows)}
	places := make([]uint8, n)
	for a := range places {
		p.Options[a], places[a] = fmt.Sprint(a), uint8(a+1)
	}
	for range rows {
		r.Shuffle(n, func(i, j int) { places[i], places[j] = places[j], places[i] })
		p.Places, p.Counts = append(p.Places, places...), append(p.Counts, 1)
	}
	return p
}

func BenchmarkCountMillionOfTen(b *testing.B) {
	p := large(1_000_000, 10)
	for b.Loop() {
		count(b, p, Options{})
	}
}

func BenchmarkAgreeMillionOfTen(b *testing.B) {
	p := large(1_000_000, 10)
	for b.Loop() {
		agree(b, p, Options{})
	}
}

func BenchmarkFirmOfMillionOfTen(b *testing.B) {
	p := large(1_000_000, 10)
	r := count(b, p, Options{})
	for b.Loop() {
		FirmOf(p, r)
	}
}

func BenchmarkFirmOfMillionOfFour(b *testing.B) {
	p := large(1_000_000, 4)
	r := count(b, p, Options{})
	for b.Loop() {
		FirmOf(p, r)
	}
}

func BenchmarkPairwiseMillionOfTen(b *testing.B) {
	p := large(1_000_000, 10)
	for b.Loop() {
		tallyPairs(p, Last)
	}
}

func BenchmarkRoomOfFour(b *testing.B) {
	p := large(500, 4)
	for b.Loop() {
		count(b, p, Options{})
	}
}

func BenchmarkKemeny8(b *testing.B) {
	over := tallyPairs(large(100, 8), Last).over
	for b.Loop() {
		kemeny(over)
	}
}

func BenchmarkKemeny12(b *testing.B) {
	over := tallyPairs(large(100, 12), Last).over
	for b.Loop() {
		kemeny(over)
	}
}

// Few ballots over many options tie nearly everywhere, which is the worst that ranked pairs and instant-runoff can meet.
func BenchmarkTiesEverywhere(b *testing.B) {
	for _, n := range []int{10, 20, 64} {
		p := large(4, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				count(b, p, Options{})
			}
		})
	}
}
