package cli

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/data"
)

// load reads the data package at path, or the built-in one where path is empty. Warnings are told, of the table that args name or,
// without one, of all; errors come back as a problemsError with all of them.
func (c *call) load(path string, args ...string) (*dataset.Set, error) {
	name, pkg, found, err := c.tr.T("cli.package.builtin"), (*datapackage.Package)(nil), []datapackage.Problem(nil), error(nil)
	if path == "" {
		pkg, found, err = datapackage.Open(data.FS)
	} else {
		name = path
		pkg, found, err = datapackage.OpenPath(path)
	}
	if err != nil {
		return nil, unreadable(name, err)
	}
	set, more := dataset.Load(pkg)
	found = append(found, more...)
	if slices.ContainsFunc(found, func(p datapackage.Problem) bool { return p.Level == datapackage.Error }) {
		return nil, problemsError{name, found}
	}
	if len(args) > 0 && pkg.Resource(args[0]) != nil {
		found = slices.DeleteFunc(found, func(p datapackage.Problem) bool { return p.Resource != "" && p.Resource != args[0] })
	}
	c.list(found)
	return set, nil
}

// unreadable says why there is no package at path: of what can be said better than the package itself does, better.
func unreadable(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return wrong("cli.error.read_denied", words.Args{"Path": path})
	case errors.Is(err, fs.ErrNotExist):
		if _, there := os.Stat(path); there == nil {
			return wrong("cli.error.no_descriptor", words.Args{"Path": path, "Descriptor": datapackage.DescriptorName})
		}
		return wrong("cli.error.not_there", words.Args{"Path": path})
	}
	return err
}

// unread says why a file cannot be read, in words where there are some, else as the system does in the sentence of that key.
func unread(key, path string, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return wrong("cli.error.read_denied", words.Args{"Path": path})
	}
	if info, there := os.Stat(path); there == nil && info.IsDir() {
		return wrong("cli.error.is_folder", words.Args{"Path": path})
	}
	var detail *fs.PathError
	if errors.As(err, &detail) {
		err = detail.Err
	}
	return wrong(key, words.Args{"Path": path, "Cause": err.Error()})
}

// pick returns the one dataset that args name, or the only one that there is.
func pick(set *dataset.Set, args []string) (*dataset.Dataset, error) {
	var ids []string
	for _, d := range set.Datasets {
		ids = append(ids, d.ID)
	}
	there := strings.Join(ids, ", ")
	if len(args) == 0 && len(set.Datasets) == 1 {
		return set.Datasets[0], nil
	}
	if len(args) == 0 {
		return nil, wrong("cli.error.no_dataset", words.Args{"Datasets": there})
	}
	if err := noMore(args[1:]); err != nil {
		return nil, err
	}
	if d := set.Dataset(args[0]); d != nil {
		return d, nil
	}
	return nil, wrong("cli.error.dataset", words.Args{"Dataset": args[0], "Datasets": there})
}
