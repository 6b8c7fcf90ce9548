package datapackage

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Value is a cell as its field reads it.
type Value struct {
	Text    string  // as it stands in the file
	Number  float64 // amount; for dates days since 1970, for months year*12+month-1; NaN for texts and where there is none
	Missing bool    // blank, or a missing value of the schema
	Wrong   bool    // not of the field's type: reported, and kept as text
}

// none is a cell that is not there.
func none(text string) Value { return Value{Text: text, Number: math.NaN(), Missing: true} }

// Parse reads text as f does, without its constraints. Missing values of the schema are the caller's business: only an
// empty text is missing here.
func (f Field) Parse(text string) Value {
	if text == "" {
		return none("")
	}
	v := Value{Text: text, Number: math.NaN()}
	n, ok := f.number(text)
	if !ok {
		v.Wrong = true
		return v
	}
	v.Number = n
	return v
}

// number reads the amount that f compares by; NaN and true for types that are kept as text.
func (f Field) number(text string) (float64, bool) {
	switch f.Type {
	case "integer":
		return f.integer(text)
	case "number":
		return f.decimalNumber(text)
	case "boolean":
		return f.boolean(text)
	case "year":
		return year(text)
	case "yearmonth":
		return yearmonth(text)
	case "date":
		return f.date(text)
	}
	return math.NaN(), true
}

func (f Field) integer(text string) (float64, bool) {
	s := f.plain(text)
	if !wholeNumber(s) {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil
}

func wholeNumber(s string) bool {
	digits := strings.TrimLeft(s, "+-")
	return len(digits) > 0 && len(s)-len(digits) <= 1 && strings.Trim(digits, "0123456789") == ""
}

func (f Field) decimalNumber(text string) (float64, bool) {
	switch strings.ToUpper(text) { // before letters around digits are taken away
	case "NAN":
		return math.NaN(), true
	case "INF", "-INF":
		return math.Inf(map[bool]int{true: -1, false: 1}[text[0] == '-']), true
	}
	s := f.plain(text)
	if f.decimal != "." && f.decimal != "" {
		if strings.Contains(s, ".") {
			return 0, false
		}
		s = strings.Replace(s, f.decimal, ".", 1)
	}
	// ParseFloat knows more spellings than the standard: hexadecimal, underscores, "infinity".
	if strings.Trim(s, "0123456789.+-eE") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil
}

// plain takes away what a schema allows around the digits: group characters, and with bareNumber false the signs before
// and after.
func (f Field) plain(text string) string {
	s := text
	if !f.bare {
		s = strings.TrimFunc(s, func(r rune) bool {
			return !strings.ContainsRune("0123456789+-", r) && !strings.ContainsRune(f.decimal, r)
		})
	}
	if f.group != "" {
		s = strings.ReplaceAll(s, f.group, "")
	}
	return s
}

func (f Field) boolean(text string) (float64, bool) {
	switch {
	case slices.Contains(f.trues, text):
		return 1, true
	case slices.Contains(f.falses, text):
		return 0, true
	}
	return 0, false
}

func year(text string) (float64, bool) {
	digits := strings.TrimPrefix(text, "-")
	if len(digits) < 4 || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil
}

func yearmonth(text string) (float64, bool) {
	cut := strings.LastIndexByte(text, '-')
	if cut < 0 || len(text)-cut != 3 {
		return 0, false
	}
	y, ok := year(text[:cut])
	month, err := strconv.Atoi(text[cut+1:])
	if !ok || err != nil || month < 1 || month > 12 || strings.ContainsAny(text[cut+1:], "+-") {
		return 0, false
	}
	return y*12 + float64(month-1), true
}

const secondsPerDay = 24 * 60 * 60

func (f Field) date(text string) (float64, bool) {
	for _, layout := range dateLayouts(f.Format) {
		if t, err := time.Parse(layout, text); err == nil {
			return math.Floor(float64(t.Unix()) / secondsPerDay), true
		}
	}
	return math.NaN(), len(dateLayouts(f.Format)) == 0
}

// dateLayouts returns Go's layouts for a format; none for a pattern with directives that Go has no word for: such dates
// are kept as text.
func dateLayouts(format string) []string {
	switch format {
	case "", "default":
		return []string{"2006-01-02"}
	case "any":
		return []string{"2006-01-02", "2006/01/02", "02/01/2006", "2 January 2006", "January 2, 2006", "2 Jan 2006", time.RFC3339}
	}
	known := map[string]string{"%Y": "2006", "%m": "01", "%d": "02", "%y": "06", "%b": "Jan", "%B": "January", "%H": "15", "%M": "04", "%S": "05"}
	complete := true
	layout := directive.ReplaceAllStringFunc(format, func(d string) string {
		if known[d] == "" {
			complete = false
		}
		return known[d]
	})
	if !complete {
		return nil
	}
	return []string{layout}
}

var directive = regexp.MustCompile(`%.`)
