package chart

import (
	"cmp"
	"math"
	"slices"
)

// stretch is a text that wants a place on a line: it would like to begin at from, and is len long.
type stretch struct{ from, len float64 }

// spread moves stretches along a line from lo to hi until none covers another, each no further than it must, and returns
// where they begin. They keep the order of the places they want. Where they do not all fit it reports false.
func spread(all []stretch, lo, hi, gap float64) ([]float64, bool) {
	const hair = 1e-6
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(all[i].from+all[i].len/2, all[j].from+all[j].len/2)
	})
	// Neighbours that touch become one block, which stands where its members want it on average.
	type block struct {
		first, count   int
		at, len, wants float64
	}
	var blocks []block
	for k, i := range order {
		b := block{k, 1, all[i].from, all[i].len, all[i].from}
		for {
			b.at = hold(b.wants/float64(b.count), lo, max(hi-b.len, lo))
			n := len(blocks)
			if n == 0 || blocks[n-1].at+blocks[n-1].len+gap <= b.at+hair {
				break
			}
			before := blocks[n-1]
			blocks = blocks[:n-1]
			// The places that members want, as if each were the first of the block.
			shift := before.len + gap
			b = block{before.first, before.count + b.count, 0, shift + b.len, before.wants + b.wants - shift*float64(b.count)}
		}
		blocks = append(blocks, b)
	}
	out, ok := make([]float64, len(all)), true
	for _, b := range blocks {
		at := b.at
		for _, i := range order[b.first : b.first+b.count] {
			out[i] = at
			at += all[i].len + gap
		}
		ok = ok && at-gap <= hi+hair
	}
	return out, ok
}

// pulled is how far the furthest of the stretches stands off the place it wants.
func pulled(all []stretch, at []float64) float64 {
	far := 0.0
	for i, s := range all {
		far = max(far, math.Abs(at[i]-s.from))
	}
	return far
}
