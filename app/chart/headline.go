package chart

// Told is a sentence whose numbers can be traced.
type Told struct {
	Text    string
	Numbers []Number
}

// Number is a number of a sentence: what it was made of, and how.
type Number struct {
	Text  string
	Value float64
	Marks []string // ids of marks
	How   string   // figure, change, ratio, range, count, share
}

// Headline says what stands out in a chart.
func Headline(spec Spec) Told { return Told{} }
