package chart

import (
	"slices"
	"strings"
)

// mostLetters is how many letters of caveats stand one by one at a figure.
const mostLetters = 4

// inOrder sorts the letters of caveats, which come as "c,b,aa", in the order of the notes: "b,c,aa". None stands twice.
func inOrder(letters string) string {
	all := strings.Split(letters, ",")
	slices.SortStableFunc(all, func(x, y string) int { return letterNumber(x) - letterNumber(y) })
	return strings.Join(slices.Compact(all), ",")
}

// letterNumber is the place of a letter among the notes: 1 for a, 27 for aa; 0 for what is none.
func letterNumber(letter string) int {
	n := 0
	for _, r := range letter {
		if r < 'a' || r > 'z' || n > 1e6 {
			return 0
		}
		n = 26*n + int(r-'a') + 1
	}
	return n
}

// inRuns writes many letters short: three or more in a row are "a–f".
func inRuns(letters string) string {
	all := strings.Split(letters, ",")
	if len(all) <= mostLetters {
		return letters
	}
	var out []string
	for i := 0; i < len(all); {
		end := i
		for end+1 < len(all) && letterNumber(all[end]) > 0 && letterNumber(all[end+1]) == letterNumber(all[end])+1 {
			end++
		}
		if end-i >= 2 {
			out = append(out, all[i]+"–"+all[end])
		} else {
			out = append(out, all[i:end+1]...)
		}
		i = end + 1
	}
	return strings.Join(out, ",")
}

// hasLetter reports whether letters, as they are drawn, contain one.
func hasLetter(drawn, letter string) bool {
	for _, piece := range strings.Split(drawn, ",") {
		from, to, run := strings.Cut(piece, "–")
		if piece == letter || run && letterNumber(from) <= letterNumber(letter) && letterNumber(letter) <= letterNumber(to) {
			return true
		}
	}
	return false
}
