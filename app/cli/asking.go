package cli

import (
	"flag"
	"strings"

	"doublefix/app/dataset"
)

// asking are the options that put a question to a dataset, as the window's panels do.
type asking struct {
	where, with                           many
	search, group, split, by, scale, base string
}

func (a *asking) declare(options *flag.FlagSet) {
	options.Var(&a.where, "where", "")
	options.Var(&a.with, "with", "")
	for name, value := range map[string]*string{
		"search": &a.search, "group": &a.group, "split": &a.split, "by": &a.by, "relative": &a.scale, "base": &a.base,
	} {
		options.StringVar(value, name, "", "")
	}
}

// lens is the question, starting from the chart of that name. What the dataset does not have is found when it is asked.
func (a *asking) lens(view string) (dataset.Lens, error) {
	q := dataset.Lens{
		View: view, Text: a.search, Group: a.group, Split: a.split, By: dataset.Aggregate(a.by), Scale: dataset.Scale(a.scale), Base: a.base,
	}
	for _, text := range a.where {
		cond, err := dataset.ParseCond(text)
		if err != nil {
			return dataset.Lens{}, err
		}
		q.Where = append(q.Where, cond)
	}
	for _, text := range a.with {
		parts := strings.SplitN(text, "/", 3)
		parts = append(parts, "", "")
		q.With = append(q.With, dataset.Beside{Dataset: parts[0], View: parts[1], Series: parts[2]})
	}
	if a.by != "" {
		if err := oneOf("by", a.by, namesOf(dataset.Aggregates())); err != nil {
			return dataset.Lens{}, err
		}
	}
	if a.scale != "" {
		if err := oneOf("relative", a.scale, namesOf(dataset.Scales())[1:]); err != nil {
			return dataset.Lens{}, err
		}
	}
	return q, nil
}

func namesOf[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
