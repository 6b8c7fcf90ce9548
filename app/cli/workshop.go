package cli

import (
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

// workshop reads the workshop at path as set's options can hold it, or an empty one where path is empty. It changes nothing
// there; what is wrong with the file is told.
func (c *call) workshop(path string, set *dataset.Set) (workshop.Doc, error) {
	if path == "" {
		return workshop.Doc{}, nil
	}
	doc, findings, err := workshop.Read(path, workshopOptions(set))
	for _, f := range findings {
		c.note(c.tr.T(f.Key, words.Args(f.Args)))
	}
	return doc, err
}

// workshopOptions are those for workshops about set.
func workshopOptions(set *dataset.Set) workshop.Options {
	o := workshop.Options{Package: workshop.Identity(set.Identity)}
	for _, option := range set.Options {
		o.Options = append(o.Options, option.ID)
	}
	return o
}
