package cli

import (
	"flag"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// tableCommand writes the rows of a dataset with their sources: as CSV, as JSON, or, to a file ending in .zip, as a small Data
// Package.
type tableCommand struct {
	shared
	asking
	sort      many
	limit     string
	json, bom bool
}

func (t *tableCommand) declare(options *flag.FlagSet) {
	t.shared.declare(options)
	t.asking.declare(options)
	options.Var(&t.sort, "sort", "")
	options.StringVar(&t.limit, "limit", "0", "")
	options.BoolVar(&t.json, "json", false, "")
	options.BoolVar(&t.bom, "bom", false, "")
}

func (t *tableCommand) run(c *call, args []string) error {
	limit, err := strconv.Atoi(t.limit)
	if err != nil || limit < 0 {
		return wrong("cli.error.limit", words.Args{"Value": t.limit})
	}
	question, err := t.lens("")
	if err != nil {
		return err
	}
	set, err := c.load(t.pkg, args...)
	if err != nil {
		return err
	}
	ds, err := pick(set, args)
	if err != nil {
		return err
	}
	answer, err := ds.Ask(question)
	if err != nil {
		return err
	}
	rows, err := answer.Data.Order(answer.Rows, t.sort)
	if err != nil {
		return err
	}
	if limit > 0 && len(rows) > limit {
		rows = rows[:limit]
	}
	if len(rows) == 0 {
		c.note(c.tr.T("cli.table.empty", words.Args{"Dataset": ds.ID}))
	}
	extract := dataset.Extract{Data: answer.Data, Rows: rows, Lang: c.tr.Lang(), Asked: answer.Asked.In(c.tr.Lang()), Mark: t.bom}
	write := extract.WriteCSV
	switch {
	case t.json:
		write = extract.WriteJSON
	case strings.EqualFold(filepath.Ext(t.out), ".zip"):
		write = func(w io.Writer) error { return extract.WriteBundle(w, answer.View) }
	}
	return c.deliver(t.out, write)
}
