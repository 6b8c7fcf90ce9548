package words

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// nbsp keeps a number and its sign on one line.
const nbsp = "\u00a0"

// Number writes v with the given decimals (at most 12) as in the United States and in Mexico, which agree: commas between
// thousands, a point before decimals, a true minus sign. Not-a-number and the infinities are written as a dash.
func (t Tr) Number(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	s := strconv.FormatFloat(math.Abs(v), 'f', min(max(decimals, 0), 12), 64)
	whole, frac, hasFrac := strings.Cut(s, ".")
	var b strings.Builder
	if v < 0 && strings.Trim(s, "0.") != "" {
		b.WriteRune('−')
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	if hasFrac {
		b.WriteByte('.')
		b.WriteString(frac)
	}
	return b.String()
}

// Int writes a whole number.
func (t Tr) Int(n int) string { return t.Number(float64(n), 0) }

// Auto writes v with as many decimals as it needs, two at most: 67.5, 1,171, 8.9. What would be written as nothing has two digits
// that say something, 0.0012, and what is beyond all decimals or commas is a power of ten: 1.5 × 10⁻⁷.
func (t Tr) Auto(v float64) string {
	switch size := math.Abs(v); {
	case v == 0 || math.IsNaN(v) || math.IsInf(v, 0):
	case size > 1e15 || size < 1e-5:
		return power(v)
	case size < 0.01:
		return strings.TrimRight(t.Number(v, 1-int(math.Floor(math.Log10(size)))), "0")
	}
	for decimals := range 2 {
		scale := math.Pow10(decimals)
		if math.Abs(v*scale-math.Round(v*scale)) < 1e-6*scale {
			return t.Number(v, decimals)
		}
	}
	return t.Number(v, 2)
}

// power writes v as a number of at most two decimals times a power of ten.
func power(v float64) string {
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(math.Abs(v), 'e', 2, 64), "e")
	digits = strings.TrimSuffix(strings.TrimRight(digits, "0"), ".")
	if v < 0 {
		digits = "−" + digits
	}
	n, _ := strconv.Atoi(exponent)
	raised := strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
	return digits + nbsp + "×" + nbsp + "10" + raised.Replace(strconv.Itoa(n))
}

// Percent writes a share given in percent: 67.5% in English, 67.5 % with a no-break space in Spanish.
func (t Tr) Percent(v float64) string { return t.Auto(v) + t.PercentSign() }

// PercentSign returns the sign that follows a share, with the space before it where the language has one.
func (t Tr) PercentSign() string {
	if t.lang == Spanish {
		return nbsp + "%"
	}
	return "%"
}

// Date writes an ISO date that may be partial (2024, 2024-03 or 2024-03-18) in the reader's words. What is no such date
// comes back unchanged.
func (t Tr) Date(iso string) string {
	for _, form := range []struct{ layout, key string }{
		{"2006-01-02", "date.day"}, {"2006-01", "date.month"},
	} {
		if d, err := time.Parse(form.layout, iso); err == nil {
			return t.T(form.key, Args{"Day": d.Day(), "Month": t.T("date.month." + d.Format("01")), "Year": d.Year()})
		}
	}
	return iso
}

// List joins items as in running text: "a, b and c".
func (t Tr) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	head, last := strings.Join(items[:len(items)-1], ", "), items[len(items)-1]
	return t.T(t.and(last), Args{"Head": head, "Last": last})
}

// and picks the key of the joining word; Spanish says "e" before a word that starts with the sound of i, but "y hierro".
func (t Tr) and(next string) string {
	n := strings.TrimPrefix(strings.ToLower(next), "h")
	if t.lang == Spanish && (strings.HasPrefix(n, "i") && !strings.HasPrefix(n, "ie") || strings.HasPrefix(n, "í")) {
		return "list.and.before_i"
	}
	return "list.and"
}
