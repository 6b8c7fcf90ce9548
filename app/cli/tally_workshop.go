package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"doublefix/app/dataset"
	"doublefix/app/result"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

// workshopEnding is how the name of a workshop file ends.
const workshopEnding = ".doublefix"

func isWorkshop(path string) bool { return strings.EqualFold(filepath.Ext(path), workshopEnding) }

// workshop reads the ballots of a round, the last one where none was asked for.
func (t *tallyCommand) workshop(c *call, path string) (*tallyReport, error) {
	set, err := c.load(t.pkg)
	if err != nil {
		return nil, err
	}
	doc, err := c.workshop(path, set)
	if err != nil {
		return nil, err
	}
	round := t.round
	if round == "" {
		round = doc.Latest().ID
	}
	if doc.Round(round) == nil {
		return nil, wrong("cli.error.round", words.Args{"Round": round, "Rounds": strings.Join(roundIDs(doc), ", ")})
	}
	report := &tallyReport{tr: c.tr, unranked: doc.Settings.Unranked, round: round}
	var tables []string
	if t.table != "" {
		id, name, ok := tableOf(doc, round, t.table)
		if !ok {
			return nil, noTable(path, t.table, tablesOf(doc, round))
		}
		tables, report.table = []string{id}, name
	}
	report.profile = doc.Profile(round, tables...)
	if !t.json {
		_, options := result.Asked(set, doc, round)
		report.titles = titles(c.tr, options)
	}
	return report, nil
}

func roundIDs(doc workshop.Doc) []string {
	var ids []string
	for _, r := range doc.Rounds {
		ids = append(ids, r.ID)
	}
	return ids
}

// tableOf finds a table by its number or its name.
func tableOf(doc workshop.Doc, round, asked string) (id, name string, ok bool) {
	for _, table := range doc.Tables {
		if asked == table.ID || asked == table.Name {
			return table.ID, asked, true
		}
	}
	return asked, asked, slices.Contains(tablesOf(doc, round), asked)
}

// tablesOf lists the tables of a workshop, and those that only the ballots of the round name.
func tablesOf(doc workshop.Doc, round string) []string {
	var ids []string
	seen := map[string]bool{"": true}
	add := func(id string) {
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, table := range doc.Tables {
		add(table.ID)
	}
	r := doc.Round(round)
	for i := range r.Ballots {
		add(r.Ballots[i].Table)
	}
	for i := range r.Imports {
		add(r.Imports[i].Table)
	}
	return ids
}

// titles are what people know options by: the id and the short title, where there is one.
func titles(tr words.Tr, options []dataset.Option) []string {
	all := make([]string, len(options))
	for i, o := range options {
		all[i] = o.ID
		if title := o.Short.In(tr.Lang()); title != o.ID {
			all[i] = tr.T("cli.tally.option", words.Args{"ID": o.ID, "Title": title})
		}
	}
	return all
}
