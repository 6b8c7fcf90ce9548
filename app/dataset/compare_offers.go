package dataset

import (
	"slices"

	"doublefix/app/words"
)

// How series are compared.
const (
	Overlaid  = "overlaid"  // on one axis
	Multiples = "multiples" // each on an axis of its own
)

// Candidate is what the figures of a question can be compared with.
type Candidate struct {
	Beside       Beside
	Title, Topic string // of the series, of the topic that its table stands under
	How          string // how they would be drawn; "" where they would not be
	Why          string // one sentence: why so
}

// Comparable returns every series over years of the package but those of the question itself, with what would happen. It is
// empty where the figures of the question are no series over years.
func (d *Dataset) Comparable(q Lens, tr words.Tr) []Candidate {
	bare := q.Clone()
	bare.With = nil
	if q.Scale == Index { // an index is made when all series are there
		bare.Scale = AsIs
	}
	a, err := d.askedAlone(bare)
	if err != nil {
		return nil
	}
	a.Lens = q
	mine, err := a.strands()
	if err != nil {
		return nil
	}
	taken := slices.Clone(mine)
	for _, b := range q.With {
		more, _ := a.others(b)
		taken = append(taken, more...)
	}
	var out []Candidate
	for _, other := range d.set.Datasets {
		out = append(out, a.candidates(other, mine, taken, tr)...)
	}
	if q.Scale == Index { // whether there is a year for all to be 100 shows when it is made
		for i, c := range out {
			bare := q.Clone()
			bare.With = []Beside{c.Beside}
			if _, err := d.Ask(bare); err != nil && c.How != "" {
				out[i].How, out[i].Why = "", inWords(err, tr)
			}
		}
	}
	return out
}

// askedAlone answers a question that nothing is compared with, in no words. Rows that are only put together are so already where it
// was looked at by which aggregates they can be.
func (d *Dataset) askedAlone(q Lens) (Answer, error) {
	switch {
	case q.Scale != AsIs:
		return d.Ask(q)
	case q.Group != "":
		return d.prospect(q).grouped(q.By)
	}
	return d.looked(q)
}

// candidates are the series of one table. A series that several charts draw stands for its first.
func (a Answer) candidates(other *Dataset, mine, taken []strand, tr words.Tr) []Candidate {
	var out []Candidate
	known := slices.Clone(mine)
	for _, v := range other.Charts {
		if f, ok := other.Field(v.X); !ok || !f.YearLike() || other.fieldsOf(v).value == "" {
			continue
		}
		all, err := a.others(Beside{Dataset: other.ID, View: v.Name})
		if err != nil {
			if a.Lens.Scale == PerMonth || a.Lens.Scale == Per100k {
				out = append(out, Candidate{
					Beside: Beside{other.ID, v.Name, ""}, Title: v.Title.In(tr.Lang()), Topic: a.topic(other, tr.Lang()), Why: inWords(err, tr),
				})
			}
			continue
		}
		for _, s := range all {
			if slices.ContainsFunc(known, s.drawn) {
				continue
			}
			known = append(known, s)
			out = append(out, a.candidate(s, v.Name, mine, taken, tr))
		}
	}
	return out
}

// drawn reports whether t has the figures of the series s, all or some of them.
func (s strand) drawn(t strand) bool {
	return s.data.ID == t.data.ID && s.series == t.series && s.view.Series == t.view.Series && s.value() == t.value() &&
		slices.ContainsFunc(s.rows, func(r Row) bool {
			return slices.ContainsFunc(t.rows, func(o Row) bool { return o.Line == r.Line })
		})
}

func (a Answer) topic(other *Dataset, l words.Lang) string {
	for _, t := range other.set.Topics {
		if t.ID == other.Topic {
			return t.Title.In(l)
		}
	}
	return ""
}

// candidate says what comparing with s would do.
func (a Answer) candidate(s strand, view string, mine, taken []strand, tr words.Tr) Candidate {
	l := tr.Lang()
	c := Candidate{Beside: Beside{s.data.ID, view, s.series}, Title: s.data.Title.In(l), Topic: a.topic(s.data, l)}
	if series := s.seriesTitle(l); series != "" {
		c.Title = tr.T("data.compare.series", words.Args{"Dataset": c.Title, "Series": series})
	}
	both := append(slices.Clone(mine), s)
	chosen := slices.ContainsFunc(taken, s.drawn)
	err := partYears(both, a.Lens.Scale)
	switch apart := whyApart(both); {
	case !chosen && len(taken) >= maxSeries:
		c.Why = tr.T("error.ask.beside.many", words.Args{"Count": len(taken) + 1, "Limit": maxSeries})
	case err != nil:
		c.Why = inWords(err, tr)
	case a.Lens.Scale == Index:
		c.How, c.Why = Overlaid, tr.T("data.compare.why.index")
	case apart != "":
		c.How, c.Why = Multiples, a.reason(apart, both).In(l)
	default:
		c.How, c.Why = Overlaid, tr.T("data.compare.why.same")
	}
	return c
}
