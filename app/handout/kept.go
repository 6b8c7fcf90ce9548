package handout

import (
	"errors"
	"strings"

	"doublefix/app"
	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// keptPrefix and the id of a kept chart are the id of its section.
const keptPrefix = "kept/"

// Kept is a chart that somebody added, with what is asked of the figures.
type Kept struct {
	ID, Dataset string
	Lens        dataset.Lens
}

// KeptSection is the id of the section of a kept chart, for those who add it.
func KeptSection(id string) string { return keptPrefix + id }

// kept adds a section for each chart that somebody added. One that the data package does not have any more is passed over; one
// whose question it no longer answers says so.
func (o *offer) kept() {
	for _, k := range o.in.Kept {
		ds := o.in.Set.Dataset(k.Dataset)
		if ds == nil {
			continue
		}
		s := Section{
			ID: KeptSection(k.ID), Title: o.keptTitle(ds, k), Group: "kept", Heading: o.tr.T("handout.group.kept"), Usual: true, lens: &k.Lens, data: ds,
			subject: k.subject(ds),
		}
		if asked, err := chart.Ask(ds, k.Lens, o.tr); err != nil || len(asked.Rows) == 0 {
			s.Missing = "handout.missing.kept"
		}
		o.out = append(o.out, s)
	}
}

// keptTitle is the person's own title, or that of the chart with what is asked.
func (o *offer) keptTitle(ds *dataset.Dataset, k Kept) string {
	if own := o.in.notes(ds, k.Lens).Title; own != "" {
		return own
	}
	parts := []string{k.subject(ds).In(o.in.Lang)}
	if form := k.Lens.Form; form != "" && form != ds.View(k.Lens.View).Form {
		parts = append(parts, o.tr.T("explore.form."+form))
	}
	for _, p := range ds.AskedParts(k.Lens, o.tr) {
		if p.Text != "" { // nothing is said of fields that this package does not have
			parts = append(parts, p.Text)
		}
	}
	return strings.Join(parts, " · ")
}

// subject is the title of the dataset; that of its chart where the dataset has others before it.
func (k Kept) subject(ds *dataset.Dataset) words.Text {
	if v := ds.View(k.Lens.View); v.Name != ds.Charts[0].Name && len(v.Title) > 0 {
		return v.Title
	}
	return ds.Title
}

// notes is what a person has added to a chart.
func (in Input) notes(ds *dataset.Dataset, q dataset.Lens) chart.Notes {
	if in.Own == nil {
		return chart.Notes{Text: func(string) string { return "" }, Mark: func(string) bool { return false }}
	}
	return in.Own(ds, q)
}

// keptPages are the pages of a kept chart: as those of a dataset, under the title that it has in the contents, with a finding that
// is made of what is drawn.
func (b *builder) keptPages(s Section) ([]*page, error) {
	e, err := b.evidenceOf(s.ID, s.data, *s.lens)
	if err != nil {
		return nil, err
	}
	e.title = b.text(s.subject)
	if b.in.notes(s.data, *s.lens).Title != "" {
		e.title, e.spec.Title = s.Title, e.plain
	}
	if e.ofEvents() {
		return b.timelinePages(e)
	}
	return b.evidencePages(e)
}

// asked makes the chart of a question with what the person has added, and returns the title that it had before.
func (b *builder) asked(ds *dataset.Dataset, q dataset.Lens) (asked chart.Asked, title string, err error) {
	asked, err = chart.Ask(ds, q, b.tr)
	if err != nil {
		var known *app.Error
		if errors.As(err, &known) && known.Key != "" {
			err = errors.New(b.t(known.Key, words.Args(known.Args)))
		}
		return asked, "", err
	}
	title = asked.Spec.Title
	asked.Spec = asked.Spec.Annotated(b.in.notes(ds, q))
	return asked, title, nil
}
