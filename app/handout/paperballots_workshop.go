package handout

import (
	"slices"
	"strings"
	"time"

	"doublefix/app/dataset"
	"doublefix/app/ranking"
	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

// BallotsOf is what the paper ballots of a round are printed from: those of the batches that are named by their ids, or of all.
// Ballots that were printed for other options than the round has now are passed over. Without any there are no papers. How many
// stand on a page, and on what, is left to the caller.
func BallotsOf(set *dataset.Set, doc workshop.Doc, round string, langs []words.Lang, batches ...string) BallotsInput {
	if len(langs) == 0 {
		langs = words.Langs()[:1]
	}
	in := BallotsInput{
		Question: set.Question, Workshop: doc.Name, Langs: langs, Created: set.Created,
		Ties: doc.Settings.Ties, Apart: doc.Settings.Unranked == string(ranking.None),
	}
	r := doc.Round(round)
	if r == nil {
		return in
	}
	question, options := result.Asked(set, doc, round)
	in.Question = question
	for _, o := range options {
		in.Options = append(in.Options, BallotOption{ID: o.ID, Title: o.Title, Summary: o.Summary})
	}
	in.Round = firstOf(r.Name, usual("paper.round", r.ID, langs))
	for _, b := range r.Batches {
		if len(batches) > 0 && !slices.Contains(batches, b.ID) {
			continue
		}
		table := tableName(doc, b.Table, langs)
		for i, order := range b.Orders {
			if complete(order, in.Options) {
				in.Papers = append(in.Papers, BallotPaper{Serial: b.Serial(i).String(), Order: order, Table: table})
			}
		}
		if at, err := time.Parse(time.RFC3339, b.At); err == nil {
			in.Created = at
		}
	}
	return in
}

// tableName is what a table is called on its ballots.
func tableName(doc workshop.Doc, id string, langs []words.Lang) string {
	if id == "" {
		return ""
	}
	for _, t := range doc.Tables {
		if t.ID == id && t.Name != "" {
			return t.Name
		}
	}
	return usual("paper.table", id, langs)
}

// usual is the name of what has none but a number, in each language.
func usual(key, number string, langs []words.Lang) string {
	var names []string
	for _, l := range langs {
		names = append(names, words.For(l).T(key, words.Args{"Number": number}))
	}
	return strings.Join(names, " · ")
}
