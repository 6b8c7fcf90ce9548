package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"doublefix/app/datapackage"
	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/data"
)

// load reads the data package in the folder at path, or the built-in one where path is empty. Warnings are told; errors in
// it come back as a problemsError with all of them.
func (c *call) load(path string) (*dataset.Set, error) {
	var files fs.FS = data.FS
	name := c.tr.T("cli.package.builtin")
	if path != "" {
		name = path
		folder, err := packageFolder(path)
		if err != nil {
			return nil, err
		}
		files = os.DirFS(folder)
	}
	pkg, found, err := datapackage.Open(files)
	if err != nil {
		return nil, unreadable(name, err)
	}
	set, more := dataset.Load(pkg)
	found = append(found, more...)
	if slices.ContainsFunc(found, func(p datapackage.Problem) bool { return p.Level == datapackage.Error }) {
		return nil, problemsError{name, found}
	}
	c.list(found)
	return set, nil
}

// packageFolder returns the folder of a data package that is named by its folder or by its descriptor.
func packageFolder(path string) (string, error) {
	if filepath.Base(path) == datapackage.DescriptorName {
		path = filepath.Dir(path)
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", unreadable(path, err)
	}
	if !info.IsDir() {
		return "", wrong("cli.error.no_folder", words.Args{"Path": path})
	}
	return path, nil
}

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
	return wrong("cli.error.read", words.Args{"Path": path, "Cause": err.Error()})
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
