package concordance

import (
	"fmt"
	"math"
	"strings"

	"doublefix/app/words"
)

// same reports whether a row's number m is the number n of a text, in whole or at one end of a range.
func same(n, m Number) bool {
	switch {
	case silent(n.Unit) || silent(m.Unit):
		return n.Unit == m.Unit && n.Unit == Vague && words.Fold(n.Written) == words.Fold(m.Written)
	case m.Unit == Date:
		return n.Date != "" && m.Date != "" && within(n.Date, m.Date)
	case n.Unit == Date, (n.Unit == Year) != (m.Unit == Year), (n.Unit == Percent) != (m.Unit == Percent), (n.Unit == Ordinal) != (m.Unit == Ordinal):
		return false
	case ranged(n):
		return near(n.Value, m.Value, n.Unit) && near(n.High, m.High, n.Unit)
	}
	// A fall by 4% is −4% in a table of changes.
	return near(n.Value, m.Value, n.Unit) || near(n.Value, -m.Value, n.Unit) || near(n.Value, m.High, n.Unit)
}

// silent reports whether a number of that unit has neither a value nor a date.
func silent(u Unit) bool { return u == Vague || u == Named || u == Label }

// within reports whether a date of a text is one that a row has, which may be the more exact one: March 2023 is the month of
// 2023-03-14. A day without a year is that of any year.
func within(said, held string) bool {
	if strings.HasPrefix(held, "--") {
		return strings.HasPrefix(said, "--") && said == held
	}
	if day, ok := strings.CutPrefix(said, "--"); ok {
		return len(held) > len("2006-01") && strings.HasSuffix(held, "-"+day)
	}
	return strings.HasPrefix(held, said)
}

func ranged(n Number) bool { return !math.IsNaN(n.High) }

// ends returns both ends of a range as numbers of their own.
func ends(n Number) (low, high Number) {
	low, high = n, n
	low.High, high.High, high.Value = math.NaN(), math.NaN(), n.High
	if n.Unit == Year {
		low.Date, high.Date = fmt.Sprintf("%04.0f", n.Value), fmt.Sprintf("%04.0f", n.High)
	}
	return low, high
}

// near reports whether two amounts are one, as exactly as a text can say it: shares in words are not exact.
func near(a, b float64, unit Unit) bool {
	tolerance := 1e-9 * math.Abs(a)
	if unit == Percent {
		tolerance = .05
	}
	return math.Abs(a-b) <= tolerance
}
