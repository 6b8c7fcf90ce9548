package dataset

import (
	"encoding/json"
	"sync"

	"doublefix/app/words"
)

// MayAggregate says why figures cannot be put together as by would, in the reader's words; "" where they can. A question
// without a group is taken to put all figures into one.
func (d *Dataset) MayAggregate(q Lens, by Aggregate, tr words.Tr) string {
	if by == "" {
		by = Count
	}
	return inWords(d.prospect(q).may(by), tr)
}

// prospect is a question of which it is looked at by which aggregates its figures can be put together. What the aggregates have in
// common is found out once.
type prospect struct {
	of  *Dataset
	key string // of the question

	sync.Mutex
	lens    Lens
	answer  *Answer // whose figures are put together; nil before it is looked at
	err     error
	related bool // the figures have been put in relation, or cannot be
	counted *gatheredOnce
	figures *gatheredOnce
	checker *checker
}

type gatheredOnce struct {
	gathered
	err error
}

// prospect returns the last one where it is of the same question: all aggregates are asked for after one another.
func (d *Dataset) prospect(q Lens) *prospect {
	q.By, q.Form, q.With, q.Base = "", "", nil, ""
	raw, err := json.Marshal(q)
	if err != nil { // no question is without one
		return &prospect{of: d, lens: q}
	}
	d.set.lazy.Lock()
	defer d.set.lazy.Unlock()
	if p := d.set.prospect; p == nil || p.of != d || p.key != string(raw) {
		d.set.prospect = &prospect{of: d, key: string(raw), lens: q}
	}
	return d.set.prospect
}

// may says why figures cannot be put together as by would.
func (p *prospect) may(by Aggregate) error {
	p.Lock()
	defer p.Unlock()
	if err := (Lens{By: by}).readable(); err != nil {
		return err
	}
	if err := p.look(by); err != nil {
		return err
	}
	g, err := p.gather(by)
	if err != nil || by == Count {
		return err
	}
	if p.checker == nil {
		p.checker = p.answer.checker(g)
	}
	return p.checker.refuse(g)
}

// grouped puts the figures together as by does.
func (p *prospect) grouped(by Aggregate) (Answer, error) {
	if by == "" {
		by = Count
	}
	if err := p.may(by); err != nil {
		return Answer{}, err
	}
	p.Lock()
	defer p.Unlock()
	g, err := p.gather(by)
	if err != nil {
		return Answer{}, err
	}
	a := *p.answer
	a.Lens.By = by
	return a.together(g), nil
}

// look finds the figures that are put together: those shown, or others made of them.
func (p *prospect) look(by Aggregate) error {
	if p.answer == nil && p.err == nil {
		a, err := p.of.shown(p.lens)
		p.answer, p.err = &a, err
	}
	if p.err != nil || p.lens.Group == "" || p.lens.Scale != PerMonth && p.lens.Scale != Per100k {
		return p.err
	}
	if by == Count {
		return refused("error.ask.scale.counted")
	}
	if !p.related {
		a, err := p.answer.scaled()
		p.answer, p.err, p.related = &a, err, true
	}
	return p.err
}

// gather sorts the rows into groups, once for all aggregates of figures.
func (p *prospect) gather(by Aggregate) (gathered, error) {
	once := &p.figures
	if by == Count {
		if g, err := p.gather(Sum); err == nil && g.without == 0 { // the same rows
			g.by = Count
			return g, nil
		}
		once = &p.counted
	}
	if *once == nil {
		g, err := p.answer.gather(p.lens.Group, p.lens.Split, by)
		*once = &gatheredOnce{g, err}
	}
	g := (*once).gathered
	g.by = by
	return g, (*once).err
}
