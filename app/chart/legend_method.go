package chart

import (
	"slices"
	"strings"
	"unicode"

	"doublefix/app/words"
)

// derivedText explains derived marks: by their method where all have the same, else in general.
func derivedText(spec Spec) string {
	if how := sharedMethod(spec); how != "" {
		return spec.Tr.T("chart.key.derived_how", words.Args{"Method": how})
	}
	return spec.Tr.T("chart.key.derived")
}

// sharedMethod is how all derived marks were made; "" where they were made in different ways.
func sharedMethod(spec Spec) string {
	var methods []string
	for _, m := range spec.Marks {
		if m.Status == Derived && !m.Band() {
			methods = append(methods, m.Method)
		}
	}
	return shared(methods)
}

// hollowText explains hollow points by the statuses that there are.
func hollowText(spec Spec) string {
	has := map[Status]bool{}
	for _, m := range spec.Marks {
		if isHollow(m) {
			has[m.Status] = true
		}
	}
	switch {
	case len(has) != 1:
		return spec.Tr.T("chart.lines.hollow")
	case has[Derived]:
		return derivedText(spec)
	case has[Partial]:
		return spec.Tr.T("chart.key.partial_year")
	}
	return spec.Tr.T("chart.key.provisional")
}

// shared is what all texts say, without their numbers where these differ: "monthly mean, times 12". It is "" where they
// differ in words, or are too long for a legend.
func shared(texts []string) string {
	const most = 72
	if len(texts) == 0 || texts[0] == "" || len(texts[0]) > most {
		return ""
	}
	common := strings.Fields(texts[0])
	differs := make([]bool, len(common))
	for _, text := range texts[1:] {
		parts := strings.Fields(text)
		if len(parts) != len(common) {
			return ""
		}
		for i, part := range parts {
			if part != common[i] && !(isNumber(part) && isNumber(common[i])) {
				return ""
			}
			differs[i] = differs[i] || part != common[i]
		}
	}
	common = untilList(common, differs)
	var kept []string
	for i, part := range common {
		n := len(kept)
		switch {
		case !differs[i]:
			kept = append(kept, part)
		case n > 0:
			if len(kept[n-1]) <= 2 && n > 1 { // "of" or "de" goes with its number
				n--
			}
			kept = append(kept[:n-1], kept[n-1]+part[len(strings.TrimRight(part, ",;")):])
		}
	}
	for i := 1; i < len(kept); i++ {
		if isOperator(kept[i-1]) && isOperator(kept[i]) { // nothing is left to divide by
			return ""
		}
	}
	return uncapital(strings.Join(kept, " "))
}

// untilList leaves out a list of numbers that differ, with the colon before it: "mean of 5 figures: row 2, row 3".
func untilList(common []string, differs []bool) []string {
	last := slices.Index(differs, true)
	for i := last; i > 0; i-- {
		if head, ok := strings.CutSuffix(common[i-1], ":"); ok {
			return append(slices.Clone(common[:i-1]), head)
		}
	}
	return common
}

func isOperator(s string) bool { return s == "÷" || s == "×" }

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.,;%≈") == ""
}

// uncapital begins a text with a small letter, so that it can stand within a sentence; a name in capitals stays.
func uncapital(s string) string {
	runes := []rune(s)
	if len(runes) > 1 && unicode.IsUpper(runes[0]) && !unicode.IsUpper(runes[1]) {
		runes[0] = unicode.ToLower(runes[0])
	}
	return string(runes)
}
