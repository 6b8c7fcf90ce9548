package render

import "math"

const (
	limit    = 60000.0 // logical px: far beyond any page, near enough to stay cheap
	maxFont  = 1000.0  // logical px
	maxScale = 100.0
	// A shorter dash pattern looks solid, and would cost a piece per dash.
	minPattern = 0.5
	maxDashes  = 16
)

func finite(vs ...float64) bool {
	for _, v := range vs {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

// length turns a width, radius or size in steps into logical pixels between 0
// and top; what is not a positive finite number becomes 0, which draws nothing.
func length(v, top float64) float64 {
	if !finite(v) || v <= 0 {
		return 0
	}
	return min(v*Unit, top)
}

// dashes turns a pattern in steps into logical pixels; nil means solid.
func dashes(pattern []float64) []float64 {
	if len(pattern) == 0 || len(pattern) > maxDashes {
		return nil
	}
	out := make([]float64, 0, 2*len(pattern))
	sum := 0.0
	for _, v := range pattern {
		d := length(v, limit)
		if d == 0 {
			return nil
		}
		out = append(out, d)
		sum += d
	}
	if sum < minPattern {
		return nil
	}
	if len(out)%2 == 1 {
		out = append(out, out...) // an odd pattern swaps dash and gap each time
	}
	return out
}
