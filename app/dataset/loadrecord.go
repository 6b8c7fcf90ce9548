package dataset

import (
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// record reads what ties the tables together, once all rows are known and all texts filled.
func (l *loader) record() {
	l.contradictions()
	l.glossary()
	l.evidence()
	l.actors()
	for _, d := range l.set.Datasets {
		// A number in a document names the rows that hold it or compare with it.
		if field := d.role("rows"); field != "" {
			for _, r := range d.Rows {
				l.rowsExist(splitIDs(r.Text(field, words.English)), l.p.Resource(d.ID), r.Line, field)
			}
		}
	}
}

// options reads the policies that people rank.
func (l *loader) options() {
	if l.p.Options != "" && l.p.Resource(l.p.Options) == nil {
		l.report(nil, 0, "", "data.problem.no_options", words.Args{"Target": l.p.Options})
	}
	for _, t := range l.tables("options") {
		res := l.p.Resource(t.ID)
		for _, r := range t.Rows {
			o := Option{
				ID: r.Text("id", words.English), Title: r.both("title"), Short: r.both("short"), Summary: r.both("summary"), Meaning: r.both("meaning"),
				Place: r.both("place"),
			}
			if o.Short.In(words.English) == "" {
				o.Short = o.Title
			}
			o.Source = l.named(r, res, "source_id")
			l.set.Options = append(l.set.Options, o)
		}
	}
}

func (l *loader) contradictions() {
	for _, t := range l.tables("contradictions") {
		res := l.p.Resource(t.ID)
		for _, r := range t.Rows {
			c := Contradiction{
				ID: r.Text("id", words.English), Dataset: r.Text("dataset", words.English), Topic: r.both("topic"),
				ClaimA: r.both("claim_a"), ClaimB: r.both("claim_b"), Cause: r.Text("cause", words.English),
				RowsA: splitIDs(r.Text("rows_a", words.English)), RowsB: splitIDs(r.Text("rows_b", words.English)),
				Explanation: r.both("explanation"), Shown: r.both("shown"),
			}
			c.SourceA, c.SourceB = l.named(r, res, "source_a"), l.named(r, res, "source_b")
			c.DataA, c.DataB = l.rowsExist(c.RowsA, res, r.Line, "rows_a"), l.rowsExist(c.RowsB, res, r.Line, "rows_b")
			l.set.Contradictions = append(l.set.Contradictions, c)
		}
	}
}

// rowsExist reports ids that no row has, and returns the dataset of the first that one has.
func (l *loader) rowsExist(ids []string, r *datapackage.Resource, row int, field string) *Dataset {
	var first *Dataset
	for _, id := range ids {
		target, ok := l.ids[id]
		if !ok {
			l.report(r, row, field, "data.problem.no_row", words.Args{"ID": id})
		} else if first == nil {
			first = target.d
		}
	}
	return first
}

// named returns the source that a cell names; nil where it is blank or there is no such source.
func (l *loader) named(r Row, res *datapackage.Resource, field string) *Source {
	id := r.Text(field, words.English)
	if id == "" {
		return nil
	}
	return l.source(id, res, r.Line, field)
}

func (l *loader) glossary() {
	for _, t := range l.tables(RoleGlossary) {
		res := l.p.Resource(t.ID)
		for _, r := range t.Rows {
			term := Term{
				ID: r.Text("id", words.English), Term: r.both("term"), Definition: r.both("definition"),
				See: splitIDs(r.Text("see", words.English)), Source: l.named(r, res, "source_id"), Forms: map[words.Lang][]string{},
			}
			for _, lang := range words.Langs() {
				for _, form := range append([]string{term.Term.In(lang)}, splitIDs(r.Text("forms", lang))...) {
					if form != "" && !slices.Contains(term.Forms[lang], form) {
						term.Forms[lang] = append(term.Forms[lang], form)
					}
				}
			}
			l.set.Glossary = append(l.set.Glossary, term)
		}
		for i, r := range t.Rows {
			for _, id := range splitIDs(r.Text("see", words.English)) {
				if _, ok := l.set.TermByID(id); !ok {
					l.report(res, t.Rows[i].Line, "see", "data.problem.no_term", words.Args{"ID": id})
				}
			}
		}
	}
}

// evidence reads what speaks for and against the options. What points nowhere is reported and left out.
func (l *loader) evidence() {
	for _, t := range l.tables("evidence") {
		res := l.p.Resource(t.ID)
		for _, r := range t.Rows {
			e := Evidence{
				ID: r.Text("id", words.English), Option: l.option(r, res), View: r.Text("view", words.English),
				Stance: stance(r.Text("stance", words.English)), Reason: r.both("reason"),
				Ours: r.flag("ours"), Main: r.flag("main"), Source: l.named(r, res, "source_id"),
			}
			target := r.Text("target", words.English)
			if e.Dataset = l.set.Dataset(target); e.Dataset == nil {
				row, ok := l.ids[target]
				if !ok {
					l.report(res, r.Line, "target", "data.problem.no_target", words.Args{"ID": target})
					continue
				}
				e.Dataset, e.Row, e.One = row.d, *row, true
			}
			if e.View != "" && !slices.ContainsFunc(e.Dataset.Charts, func(v View) bool { return v.Name == e.View }) {
				l.report(res, r.Line, "view", "data.problem.no_view", words.Args{"Chart": e.View, "ID": e.Dataset.ID})
				e.View = ""
			}
			l.set.Evidence = append(l.set.Evidence, e)
		}
	}
}

// stance reads a stance; what is none of them takes no side.
func stance(s string) Stance {
	switch st := Stance(s); st {
	case For, Against:
		return st
	}
	return Context
}

// actors reads who would have to act on the options.
func (l *loader) actors() {
	for _, t := range l.tables("actors") {
		res := l.p.Resource(t.ID)
		for _, r := range t.Rows {
			id := r.Text("agency", words.English)
			agency, ok := l.ids[id]
			if !ok {
				l.report(res, r.Line, "agency", "data.problem.no_row", words.Args{"ID": id})
				continue
			}
			l.set.Actors = append(l.set.Actors, Actor{
				ID: r.Text("id", words.English), Option: l.option(r, res), Agency: *agency, AgencyData: agency.d, Part: r.both("part"),
				Ours: r.flag("ours"), Source: l.named(r, res, "source_id"),
			})
		}
	}
}

// option returns the option that a row is about.
func (l *loader) option(r Row, res *datapackage.Resource) string {
	id := r.Text("option", words.English)
	if !slices.ContainsFunc(l.set.Options, func(o Option) bool { return o.ID == id }) {
		l.report(res, r.Line, "option", "data.problem.no_option", words.Args{"ID": id})
	}
	return id
}

// flag reads a cell that is true or not, also where its field is a text.
func (r Row) flag(field string) bool {
	v, _ := r.Value(field)
	switch strings.ToLower(v.Text) {
	case "true", "yes", "1":
		return true
	}
	return v.Number == 1
}
