package cli

import (
	"flag"
	"strconv"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// tableCommand writes the rows of a dataset with their sources, as CSV or JSON.
type tableCommand struct {
	shared
	where, sort many
	limit       string
	json        bool
}

func (t *tableCommand) declare(options *flag.FlagSet) {
	t.shared.declare(options)
	options.Var(&t.where, "where", "")
	options.Var(&t.sort, "sort", "")
	options.StringVar(&t.limit, "limit", "0", "")
	options.BoolVar(&t.json, "json", false, "")
}

func (t *tableCommand) run(c *call, args []string) error {
	query, err := t.query()
	if err != nil {
		return err
	}
	set, err := c.load(t.pkg)
	if err != nil {
		return err
	}
	ds, err := pick(set, args)
	if err != nil {
		return err
	}
	rows, err := ds.Select(query)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		c.note(c.tr.T("cli.table.empty", words.Args{"Dataset": ds.ID}))
	}
	extract := dataset.Extract{Data: ds, Rows: rows, Lang: c.tr.Lang()}
	write := extract.WriteCSV
	if t.json {
		write = extract.WriteJSON
	}
	return c.deliver(t.out, write)
}

// query reads what is asked for. Which fields there are is known later.
func (t *tableCommand) query() (dataset.Query, error) {
	limit, err := strconv.Atoi(t.limit)
	if err != nil || limit < 0 {
		return dataset.Query{}, wrong("cli.error.limit", words.Args{"Value": t.limit})
	}
	query := dataset.Query{Sort: t.sort, Limit: limit}
	for _, text := range t.where {
		cond, err := dataset.ParseCond(text)
		if err != nil {
			return dataset.Query{}, err
		}
		query.Where = append(query.Where, cond)
	}
	return query, nil
}
