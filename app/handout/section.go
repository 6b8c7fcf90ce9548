package handout

import (
	"slices"
	"strings"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// The sections that are there once; those of the timeline and of the recommendations are called as the roles of their tables.
// Each further table has one of its own, "data/" and its id, and each option its evidence, "option/" and its id.
const (
	sectionCover          = "cover"
	sectionTimeline       = dataset.RoleTimeline
	sectionRanking        = "ranking"
	sectionResults        = ResultSection
	sectionContradictions = "contradictions"
	sectionGlossary       = "glossary"
	sectionSources        = "sources"
	sectionBallot         = "ballot"

	dataPrefix   = "data/"
	optionPrefix = "option/"
)

// ResultSection is the id of the section with the result of a round, for those who add it.
const ResultSection = "results"

// Section is a part of the handout that can be chosen.
type Section struct {
	ID      string
	Title   string // in the language of the handout
	Group   string // id of the heading that it stands under in a list; "" for none
	Heading string // that heading
	Usual   bool   // in [DefaultSections]
	Locked  bool   // always in
	Missing string // translation key that says why it cannot be included now; "" where it can

	data   *dataset.Dataset // the table that it shows; nil for sections of other kinds
	option *dataset.Option  // the option whose evidence it is
	lens   *dataset.Lens    // what is asked of the table; nil where it is shown as the package has it

	subject words.Text // with lens: what it is about, whatever the person calls it
}

// Sections returns every section there is for in, in the usual order, whatever is chosen: tables by topic, then what
// belongs to the options, then the record behind the figures.
func Sections(in Input) []Section {
	if in.Set == nil {
		return nil
	}
	o := offer{in: in, tr: words.For(in.Lang)}
	last := o.recordTopic()
	o.once(sectionCover, "handout.section.cover", "", true)
	o.tables(func(d *dataset.Dataset) bool { return d.Topic != last || last == "" })
	o.kept()
	o.options()
	if in.Report != nil {
		o.once(sectionResults, "handout.section.results", "", false)
	}
	o.tables(func(d *dataset.Dataset) bool { return d.Topic == last && last != "" })
	if len(in.Set.Contradictions) > 0 {
		o.once(sectionContradictions, "handout.section.contradictions", last, true)
	}
	if len(in.Set.Glossary) > 0 {
		o.once(sectionGlossary, "handout.section.glossary", last, true)
	}
	o.once(sectionSources, "handout.section.sources", last, true)
	o.out[len(o.out)-1].Locked = true
	o.once(sectionBallot, "handout.section.ballot", "", true)
	if len(in.Set.Options) == 0 {
		o.out[len(o.out)-1].Missing = "handout.missing.options"
	}
	return o.out
}

// offer collects the sections that there are.
type offer struct {
	in  Input
	tr  words.Tr
	out []Section
}

// once adds a section that is no table, under the heading of a topic.
func (o *offer) once(id, title, topic string, usual bool) {
	o.out = append(o.out, Section{ID: id, Title: o.tr.T(title), Group: topic, Heading: o.topic(topic), Usual: usual})
}

// tables adds the sections of the tables that are wanted. The list of sources, the glossary and the contradictions have
// sections that leave out what the other pages do not need. Where no table is marked as core, all tables of figures are.
func (o *offer) tables(wanted func(*dataset.Dataset) bool) {
	marked := slices.ContainsFunc(o.in.Set.Datasets, func(d *dataset.Dataset) bool { return d.Core && isTable(d) })
	for _, d := range o.in.Set.Datasets {
		if !isTable(d) || !wanted(d) {
			continue
		}
		s := Section{
			ID: dataPrefix + d.ID, Title: d.Title.In(o.in.Lang), Group: d.Topic, Heading: o.topic(d.Topic), data: d,
			Usual: d.Core || !marked && d.Role == dataset.RoleDataset,
		}
		if (d.Role == dataset.RoleTimeline || d.Role == dataset.RoleRecommendations) && !o.has(d.Role) {
			s.ID = d.Role
			s.Usual = s.Usual || d.Role == dataset.RoleRecommendations
		}
		o.out = append(o.out, s)
	}
}

// isTable reports whether a table is shown by itself.
func isTable(d *dataset.Dataset) bool {
	switch d.Role {
	case dataset.RoleContradictions, dataset.RoleGlossary, dataset.RoleSources:
		return false
	}
	return true
}

// options adds the evidence for each option that has some, and the reader's own order.
func (o *offer) options() {
	const group = "options"
	first := len(o.out)
	for i, option := range o.in.Set.Options {
		if len(o.in.Set.EvidenceFor(option.ID))+len(o.in.Set.ActorsFor(option.ID)) == 0 {
			continue
		}
		title := o.tr.T("handout.section.option", words.Args{"Letter": option.ID, "Title": option.Title.In(o.in.Lang)})
		o.out = append(o.out, Section{ID: optionPrefix + option.ID, Title: title, option: &o.in.Set.Options[i]})
	}
	o.once(sectionRanking, "handout.section.ranking", "", true)
	ranking := &o.out[len(o.out)-1]
	switch {
	case len(o.in.Set.Options) == 0:
		ranking.Missing = "handout.missing.options"
	case !ranked(o.in):
		ranking.Missing = "handout.missing.ranking"
	}
	for i := range o.out[first:] {
		o.out[first+i].Group, o.out[first+i].Heading = group, o.tr.T("handout.group.options")
	}
}

func (o *offer) has(id string) bool {
	return slices.ContainsFunc(o.out, func(s Section) bool { return s.ID == id })
}

// topic is the title of a topic.
func (o *offer) topic(id string) string {
	for _, t := range o.in.Set.Topics {
		if t.ID == id {
			return t.Title.In(o.in.Lang)
		}
	}
	return ""
}

// recordTopic is the topic that contradictions, glossary and sources stand under; "" where they have none.
func (o *offer) recordTopic() string {
	for _, d := range o.in.Set.Datasets {
		if !isTable(d) && d.Topic != "" {
			return d.Topic
		}
	}
	return ""
}

// DefaultSections returns the ids of the usual sections that can be included now, in the usual order.
func DefaultSections(in Input) []string {
	return idsOf(Sections(in), func(s Section) bool { return s.Usual && s.Missing == "" })
}

// idsOf returns the ids of the sections that are wanted.
func idsOf(sections []Section, wanted func(Section) bool) []string {
	var ids []string
	for _, s := range sections {
		if wanted(s) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// ranked reports whether an option of the set has a place.
func ranked(in Input) bool {
	return slices.ContainsFunc(in.Set.Options, func(o dataset.Option) bool { return slices.Contains(in.Places, o.ID) })
}

// chosen returns the sections of in: each once, those that are missing or that this package does not have left out, since a
// workshop may have been made with another one; the locked ones added. The result never stands behind the record, where nobody
// looks for it. Ballots come last: they are cut out, and nothing that somebody wants to keep may be on their back.
func chosen(in Input) []Section {
	all := Sections(in)
	if in.only != "" {
		return slices.DeleteFunc(all, func(s Section) bool { return s.ID != in.only })
	}
	ids := in.Sections
	if ids == nil {
		ids = DefaultSections(in)
	}
	var out []Section
	has := func(id string) bool { return slices.ContainsFunc(out, func(s Section) bool { return s.ID == id }) }
	for _, id := range ids {
		i := slices.IndexFunc(all, func(s Section) bool { return s.ID == id })
		if i >= 0 && all[i].Missing == "" && !has(id) {
			out = append(out, all[i])
		}
	}
	for _, s := range all {
		if s.Locked && !has(s.ID) {
			out = append(out, s)
		}
	}
	at := func(id string) int { return slices.IndexFunc(out, func(s Section) bool { return s.ID == id }) }
	if result, record := at(sectionResults), slices.IndexFunc(out, Section.isRecord); record >= 0 && result > record {
		out = moved(out, result, record)
	}
	if ballot := at(sectionBallot); ballot >= 0 {
		out = moved(out, ballot, len(out)-1)
	}
	return out
}

// moved puts a section from a place to another.
func moved(in []Section, from, to int) []Section {
	s := in[from]
	return slices.Insert(slices.Delete(in, from, from+1), to, s)
}

// isRecord reports whether s stands behind the figures: where sources disagree, what words mean, where figures come from.
func (s Section) isRecord() bool {
	return s.ID == sectionContradictions || s.ID == sectionGlossary || s.ID == sectionSources
}

// With is a choice of sections with one more, where it usually stands: the result with the options, a chart with the charts, both
// before the record behind the figures.
func With(in Input, sections []string, id string) []string {
	all := idsOf(Sections(in), func(Section) bool { return true })
	place := slices.Index(all, id)
	if place < 0 { // nothing to be printed in it yet
		place = slices.Index(all, sectionSources)
	}
	at := slices.IndexFunc(sections, func(s string) bool { return slices.Index(all, s) >= place })
	if at < 0 {
		at = len(sections)
	}
	return slices.Insert(slices.Clone(sections), at, id)
}

// Shows reports whether s shows the dataset with that id, as the package has it.
func (s Section) Shows(dataset string) bool {
	return s.data != nil && s.lens == nil && s.data.ID == dataset
}

// isData reports whether s is a table that is no timeline and no list of recommendations.
func (s Section) isData() bool { return strings.HasPrefix(s.ID, dataPrefix) }
