package handout

const (
	leastFill = 0.34 // of a page, for which it is worth to turn one
	little    = 0.42 // of a page, for which none is turned where type can stand closer
	fillStep  = 0.02 // of a page, in which pages are made shorter
	mostShort = 0.4
)

// how is how a section was set, kept from round to round.
type how struct {
	size   float64 // of the type, where it is one of several; 0 for none
	spared float64 // free space that its pages leave above the foot, so that its last page gets more
}

// section sets a section so that no page of it is nearly empty, if it has several.
func (b *builder) section(s Section) ([]*page, error) {
	b.how = b.hows[s.ID]
	defer func() { b.hows[s.ID], b.how = b.how, how{} }()
	pages, err := b.setSection(s)
	if err != nil || b.emptiest(pages) >= leastFill || s.ID == sectionBallot || s.ID == sectionCover {
		return pages, err
	}
	if b.spared > 0 { // what did before does no more
		b.spared = 0
		if pages, err = b.setSection(s); err != nil {
			return nil, err
		}
	}
	return b.shortened(s, pages)
}

// shortened are the pages of a section that end higher, as little as will do, so that more stands on the one that is nearly empty.
func (b *builder) shortened(s Section, pages []*page) ([]*page, error) {
	best := 0.0
	for part := fillStep; part <= mostShort && b.emptiest(pages) < leastFill; part += fillStep {
		b.spared = part * (b.sheet.bottom - b.sheet.top)
		got, err := b.setSection(s)
		if err != nil {
			return nil, err
		}
		if len(got) > len(pages) {
			break
		}
		if b.emptiest(got) > b.emptiest(pages) {
			pages, best = got, b.spared
		}
	}
	b.spared = best
	return pages, nil
}

// emptiest is how much of the emptiest of several pages is filled, as a part of a page; 1 for a page by itself.
func (b *builder) emptiest(pages []*page) float64 {
	least := 1.0
	for _, p := range pages {
		if len(pages) > 1 {
			least = min(least, b.filled(p))
		}
	}
	return least
}

// filled is how much of a page is, from its top down.
func (b *builder) filled(p *page) float64 {
	return (p.end - b.sheet.top) / (b.sheet.bottom - b.sheet.top)
}

// pageHeight is the height of what stands on a page of the section that is set.
func (b *builder) pageHeight() float64 { return b.sheet.bottom - b.spared - b.sheet.top }

// flow begins the pages of a section.
func (b *builder) flow() *flow {
	s := b.sheet
	s.bottom -= b.spared
	return newFlow(s)
}

// saving sets pages in type of the first size; where only a little stands on the last of them, in one of the others, if that
// saves a page.
func (b *builder) saving(set func(size float64) *flow, sizes ...float64) *flow {
	enough := func(f *flow) bool { return len(f.pages) == 1 || b.filled(f.page()) >= little }
	if b.size > 0 { // it was the best before
		if f := set(b.size); enough(f) {
			return f
		}
	}
	b.size = sizes[0]
	first := set(b.size)
	if enough(first) {
		return first
	}
	for _, size := range sizes[1:] {
		if closer := set(size); len(closer.pages) < len(first.pages) {
			b.size = size
			return closer
		}
	}
	return first
}
