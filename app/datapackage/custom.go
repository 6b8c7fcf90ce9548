package datapackage

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// Caveat holds for several rows. Without Field, From, To and Where it holds for the whole table; Field alone means the
// rows that have a value there; From and To bound that value, both included.
type Caveat struct {
	Field, From, To string
	Where           []Cond
	Text            words.Text // full sentences
	Short           words.Text // for the line under a chart

	// Aggregation says how the figures that c holds for may be put together; "" is in every way that their kind and unit allow.
	Aggregation string
	// Apart names fields, such as whose count it is. Figures that differ in one of them are never put together, nor do they stand
	// beside each other unless the field that sets them apart is told.
	Apart []string
}

// The values of [Caveat.Aggregation].
const (
	NotTogether   = "none"    // neither added nor averaged
	NotAdded      = "mean"    // averaged at most: no sum, no share
	OnceInAPeriod = "periods" // only figures of different periods: those of one period are rival or revised counts of the same
)

// Whole reports whether c holds for every row.
func (c Caveat) Whole() bool { return c.Field == "" && len(c.Where) == 0 }

// Cond is a condition on a field. Op is one of = != < <= > >= ~ (contains); several values mean any of them.
type Cond struct {
	Field  string   `json:"field"`
	Op     string   `json:"op"`
	Values []string `json:"value"`
}

// Chart says how rows are drawn: which form, and which field plays which part. Empty names play none.
type Chart struct {
	Name, Form               string
	Title, Subtitle, Showing words.Text
	Where                    []Cond
	X, XTo                   string
	Y, Low, High             string
	Label, Sub               string
	Series, Group, Shape     string
	Who, When, Period, Base  string
	Written                  string // the text that is shown instead of a number
	Sort                     string // a field, "-field" for descending
	Emphasis, Doubtful       []string
	Joined                   [][]string // ids that one speaker said, drawn on one row
	Unit                     words.Text
	Attribution              words.Text // who says so, via whom, where a chart draws on fewer sources than its table
	Percent, Log             bool
	Limit                    int // at most so many rows; 0 for all
	SeriesOrder              []Part
	Groups                   []Part
	Tag                      string // the field whose value is shown as a small label, worded by Tags
	Tags                     []Part
	To                       string     // flow: the field that says where it goes; Label says where from
	Asked                    words.Text // what a person has asked of the figures, in words; no package says it
	Counts                   bool       // its figures say how many rows of a table there are; no package says it
}

// Part is a series or a group of a chart.
type Part struct {
	ID          string
	Title, Note words.Text
	Quiet       bool
}

// sources reads the standard's list of sources.
func (n node) sources() []SourceRef {
	var out []SourceRef
	for _, s := range n.list("sources") {
		out = append(out, SourceRef{Title: s.str("title"), Path: s.str("path")})
	}
	return out
}

// topics reads doublefix:topics.
func (n node) topics() []Topic {
	var out []Topic
	for _, t := range n.list("doublefix:topics") {
		out = append(out, Topic{ID: t.str("id"), Title: t.text("title")})
	}
	return out
}

func (n node) wording() Wording {
	return Wording{
		Summary: n.text("doublefix:summary"), Headline: n.text("doublefix:headline"),
		Lead: n.text("doublefix:lead"), Finding: n.text("doublefix:finding"),
		Attribution: n.text("doublefix:attribution"), Kinds: n.text("doublefix:kinds"),
		Unit: n.text("doublefix:unit"), UnitOne: n.text("doublefix:unitOne"),
	}
}

func (n node) caveats() []Caveat {
	var out []Caveat
	for _, c := range n.list("doublefix:caveats") {
		out = append(out, Caveat{
			Field: c.str("field"), From: c.scalar("from"), To: c.scalar("to"), Where: c.matches("where"),
			Text: c.text("text"), Short: c.text("short"), Aggregation: c.aggregation(), Apart: c.strs("apart"),
		})
	}
	return out
}

// aggregation reads how figures may be put together. What is not known is reported and read as the strictest, since the figures
// were meant to be kept from something.
func (n node) aggregation() string {
	switch said := n.str("aggregation"); said {
	case "", NotTogether, NotAdded, OnceInAPeriod:
		return said
	}
	n.report(n.path+".aggregation", "aggregation")
	return NotTogether
}

func (n node) charts() []Chart {
	var out []Chart
	for _, c := range n.list("doublefix:charts") {
		out = append(out, Chart{
			Name: c.str("name"), Form: c.str("form"),
			Title: c.text("title"), Subtitle: c.text("subtitle"), Showing: c.text("showing"),
			Where: c.conds("where"), X: c.str("x"), XTo: c.str("xTo"), Y: c.str("y"), Low: c.str("low"), High: c.str("high"),
			Label: c.str("label"), Sub: c.str("sub"), Series: c.str("series"), Group: c.str("group"), Shape: c.str("shape"),
			Who: c.str("who"), When: c.str("when"), Period: c.str("period"), Base: c.str("base"), Written: c.str("written"),
			Sort: c.str("sort"), Emphasis: c.strs("emphasis"), Doubtful: c.strs("doubtful"), Joined: c.joined("joined"),
			Unit: c.text("unit"), Attribution: c.text("attribution"), Percent: c.flag("percent"), Log: c.flag("log"),
			Limit: max(c.length("limit"), 0), SeriesOrder: c.parts("seriesOrder"), Groups: c.parts("groups"),
			Tag: c.str("tag"), Tags: c.parts("tags"), To: c.str("to"),
		})
	}
	return out
}

func (n node) parts(key string) []Part {
	var out []Part
	for _, p := range n.list(key) {
		out = append(out, Part{ID: p.str("id"), Title: p.text("title"), Note: p.text("note"), Quiet: p.flag("quiet")})
	}
	return out
}

// conds reads a list of {"field", "op", "value"}.
func (n node) conds(key string) []Cond {
	var out []Cond
	for _, c := range n.list(key) {
		op := c.str("op")
		if op == "" {
			op = "="
		}
		out = append(out, Cond{Field: c.str("field"), Op: op, Values: c.scalars("value")})
	}
	return out
}

// matches reads {"field": "value", …}, in the order of the field names so that reading is deterministic, or a list of
// conditions as charts have it.
func (n node) matches(key string) []Cond {
	if c, ok := n.at(key); ok {
		if _, list := c.value.([]any); list {
			return n.conds(key)
		}
	}
	var out []Cond
	where := n.child(key)
	for _, field := range where.keys() {
		out = append(out, Cond{Field: field, Op: "=", Values: where.scalars(field)})
	}
	return out
}

func (n node) joined(key string) [][]string {
	var out [][]string
	for _, v := range n.array(key) {
		out = append(out, v.scalarList())
	}
	return out
}

// Fields returns the names of all fields that c draws by, without those of its conditions.
func (c Chart) Fields() []string {
	all := []string{
		c.X, c.XTo, c.Y, c.Low, c.High, c.Label, c.Sub, c.Series, c.Group, c.Shape, c.Who, c.When, c.Period, c.Base,
		c.Written, c.Tag, c.To, strings.TrimPrefix(c.Sort, "-"),
	}
	return slices.DeleteFunc(all, func(name string) bool { return name == "" })
}
