package kit

import "strings"

// Shorten returns text as far as it fits into width, with an ellipsis where something is left out.
func (s Style) Shorten(text string, size float32, weight Weight, width float32) string {
	text = strings.ReplaceAll(text, "\n", " ")
	if s.Width(text, size, weight) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes) // low fits with the ellipsis, high does not
	for high-low > 1 {
		mid := (low + high) / 2
		if s.Width(string(runes[:mid])+"…", size, weight) <= width {
			low = mid
		} else {
			high = mid
		}
	}
	return strings.TrimRight(string(runes[:low]), " ,;:.") + "…"
}
