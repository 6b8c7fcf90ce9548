package setup

import (
	"strconv"
	"strings"
)

// count reads a whole number from 0 to most; nothing typed is 0.
func count(text string, most int) (n int, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, true
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 0 && n <= most
}

// written is a number as it stands in a field: nothing for 0.
func written(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// decimal reads a number from 0 to most, with a point or a comma before decimals.
func decimal(text string, most float64) (v float64, ok bool) {
	text = strings.Replace(strings.TrimSpace(text), ",", ".", 1)
	for _, r := range text {
		if (r < '0' || r > '9') && r != '.' {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && v <= most
}

// plain is a number as it stands in a field, with a point before decimals.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
