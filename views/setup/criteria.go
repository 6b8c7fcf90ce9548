package setup

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/ranking"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
)

// CriteriaInput is the criteria as they are, and what they score.
type CriteriaInput struct {
	Criteria workshop.Criteria
	Options  []workshop.Option // of the round, with every text filled in
	People   []workshop.Person // who can score, beside the group together
	Person   string            // whose scores are shown first; "" for the group together
}

// CriteriaResult is what options are scored by, and the scores that changed; a scoring without an id is new.
type CriteriaResult struct {
	List    []workshop.Criterion
	Scale   string
	Changed []workshop.Scoring
}

// Criteria is the dialog of scoring: criteria with their weights, the scores of one person at a time, and what they come to.
type Criteria struct {
	sheet
	in      CriteriaInput
	list    []*criterionRow
	scale   string
	person  string
	scores  map[string]*scores          // by person
	cells   map[string]*field           // of the scores that are shown, by option and criterion
	heads   map[string][]*kit.Paragraph // over the scores of a criterion
	outcome *fyne.Container
}

type criterionRow struct{ id, en, es, weight string }

// scores are the texts in the fields of one person.
type scores struct {
	id   string
	text map[string]*string // by option and criterion
}

// NewCriteria returns the dialog of scoring.
func NewCriteria(s kit.Style, d Deps, in CriteriaInput) *Criteria {
	c := &Criteria{in: in, scale: in.Criteria.Scale, person: in.Person, scores: map[string]*scores{}}
	if c.scale == "" {
		c.scale = string(ranking.AsGiven)
	}
	for _, k := range in.Criteria.List {
		c.list = append(c.list, &criterionRow{id: k.ID, en: k.Name[words.English], es: k.Name[words.Spanish], weight: plain(k.Weight)})
	}
	for _, scoring := range in.Criteria.Scoring {
		mine := c.of(scoring.Person)
		mine.id = scoring.ID
		for option, by := range scoring.Scores {
			for criterion, v := range by {
				*mine.at(option, criterion) = plain(v)
			}
		}
	}
	c.start(s, d, "in.criterion.add", c.parts, c.fault)
	if len(c.list) > 0 {
		c.first = c.nameID(c.list[0])
	}
	return c
}

// of is the scores of a person.
func (c *Criteria) of(person string) *scores {
	if c.scores[person] == nil {
		c.scores[person] = &scores{text: map[string]*string{}}
	}
	return c.scores[person]
}

// at is the text of one score.
func (s *scores) at(option, criterion string) *string {
	key := option + "/" + criterion
	if s.text[key] == nil {
		s.text[key] = new(string)
	}
	return s.text[key]
}

// Result returns the criteria and the scores that changed.
func (c *Criteria) Result() CriteriaResult {
	r := CriteriaResult{Scale: c.scale}
	for _, k := range c.list {
		w, _ := decimal(k.weight, mostWeight)
		r.List = append(r.List, workshop.Criterion{ID: k.id, Name: both(k.en, k.es), Weight: w})
	}
	for _, person := range slices.Sorted(maps.Keys(c.scores)) {
		before := c.before(person)
		now := c.numbers(person)
		for option, by := range before { // of a round that asks something else
			if !slices.ContainsFunc(c.in.Options, func(o workshop.Option) bool { return o.ID == option }) {
				now[option] = by
			}
		}
		if !maps.EqualFunc(now, before, maps.Equal[map[string]float64, map[string]float64]) {
			r.Changed = append(r.Changed, workshop.Scoring{ID: c.scores[person].id, Person: person, Scores: now})
		}
	}
	return r
}

// before is the scores of a person as they were.
func (c *Criteria) before(person string) map[string]map[string]float64 {
	for _, s := range slices.Backward(c.in.Criteria.Scoring) {
		if s.Person == person {
			return s.Scores
		}
	}
	return nil
}

// numbers are the scores of a person that were typed, over the criteria that there are.
func (c *Criteria) numbers(person string) map[string]map[string]float64 {
	all := map[string]map[string]float64{}
	for _, o := range c.in.Options {
		for _, k := range c.list {
			v, ok := decimal(*c.of(person).at(o.ID, k.id), mostScore)
			if !ok {
				continue
			}
			if all[o.ID] == nil {
				all[o.ID] = map[string]float64{}
			}
			all[o.ID][k.id] = v
		}
	}
	return all
}

// A score is from 0 to 10; weights are compared with each other, whatever they sum to.
const (
	mostScore  = 10
	mostWeight = 1000
)

func (c *Criteria) nameID(k *criterionRow) string {
	return "in.criterion." + k.id + "." + string(c.s.Tr.Lang())
}

func (c *Criteria) add() {
	n := 1
	for slices.ContainsFunc(c.list, func(k *criterionRow) bool { return k.id == "c"+written(n) }) {
		n++
	}
	k := &criterionRow{id: "c" + written(n), weight: "1"}
	c.list = append(c.list, k)
	c.rebuildAt(c.nameID(k))
}

func (c *Criteria) remove(k *criterionRow) {
	c.list = slices.DeleteFunc(c.list, func(other *criterionRow) bool { return other == k })
	c.rebuildAt("in.criterion.add")
}

func (c *Criteria) fault() fault {
	names := map[string]bool{}
	some := len(c.list) == 0
	for _, k := range c.list {
		name := both(k.en, k.es)
		w, ok := decimal(k.weight, mostWeight)
		switch {
		case name == nil:
			return fault{c.t("setup.criterion.empty"), c.nameID(k)}
		case names[words.Fold(name.In(c.s.Tr.Lang()))]:
			return fault{c.t("setup.criterion.twice", words.Args{"Name": name.In(c.s.Tr.Lang())}), c.nameID(k)}
		case !ok:
			return fault{c.t("setup.criterion.weight.bad", words.Args{"Name": name.In(c.s.Tr.Lang()), "Max": c.s.Tr.Int(mostWeight)}), "in.criterion.weight." + k.id}
		}
		names[words.Fold(name.In(c.s.Tr.Lang()))] = true
		some = some || w > 0
	}
	if !some {
		return fault{c.t("setup.criterion.weightless"), "in.criterion.weight." + c.list[0].id}
	}
	return c.scoreFault()
}

func (c *Criteria) scoreFault() fault {
	for _, person := range slices.Sorted(maps.Keys(c.scores)) {
		for _, o := range c.in.Options {
			for _, k := range c.list {
				text := *c.of(person).at(o.ID, k.id)
				if _, ok := decimal(text, mostScore); ok || strings.TrimSpace(text) == "" {
					continue
				}
				f := fault{c.t("setup.score.bad", words.Args{
					"Text": text, "ID": o.ID, "Name": both(k.en, k.es).In(c.s.Tr.Lang()), "Max": mostScore,
				}), "in.score." + o.ID + "." + k.id}
				if person != c.person {
					f = fault{c.t("setup.score.whose", words.Args{"Name": c.personName(person), "What": f.text}), "in.score.person"}
				}
				return f
			}
		}
	}
	return fault{}
}
