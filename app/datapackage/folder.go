package datapackage

import (
	"archive/zip"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"doublefix/app"
)

// OpenPath opens the package that a path names: a folder, the descriptor in one, a zip file, or a single CSV file.
func OpenPath(path string) (*Package, []Problem, error) {
	info, err := os.Stat(path)
	switch ending := strings.ToLower(filepath.Ext(path)); {
	case err != nil:
		return nil, nil, &app.Error{Code: app.NotFound, Key: "error.data.folder", Args: map[string]any{"Folder": path}, Err: err}
	case info.IsDir():
		return OpenFolder(path)
	case filepath.Base(path) == DescriptorName:
		return OpenFolder(filepath.Dir(path))
	case ending == ".zip":
		return openZip(path)
	case isTable(filepath.Base(path)):
		return openIn(filepath.Dir(path), []string{filepath.Base(path)})
	}
	return nil, nil, &app.Error{Code: app.Invalid, Key: "error.data.no_package", Args: map[string]any{"Path": path}}
}

// What a zip file may hold: a small file can unfold into one that fills the memory.
const (
	maxZipped  = 32 << 20 // the tables together, unfolded
	maxEntries = 10_000
)

// openZip opens a package in a zip file, at its root or in its only folder. Nothing is unpacked to the disk, and names that lead
// out of the zip name nothing.
func openZip(path string) (*Package, []Problem, error) {
	r, err := zip.OpenReader(path)
	if err != nil {
		return nil, nil, unzipped(path, err)
	}
	defer r.Close()
	p, found, err := openZipped(&r.Reader)
	if errors.Is(err, zip.ErrFormat) || errors.Is(err, errTooLarge) {
		err = unzipped(path, err)
	}
	return p, found, err
}

func unzipped(path string, err error) error {
	return &app.Error{Code: app.Invalid, Key: "error.data.zip." + cause(err), Args: map[string]any{"Path": path}, Err: err}
}

func openZipped(r *zip.Reader) (*Package, []Problem, error) {
	if len(r.File) > maxEntries {
		return nil, nil, errTooLarge
	}
	var fsys fs.FS = r
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, nil, zip.ErrFormat
	}
	if len(entries) == 1 && entries[0].IsDir() {
		if fsys, err = fs.Sub(fsys, entries[0].Name()); err != nil {
			return nil, nil, zip.ErrFormat
		}
	}
	return openFiles(fsys, maxZipped, nil)
}

// OpenFolder opens the package in a folder of the disk. Links that lead out of the folder are not followed, which
// [os.DirFS] would do: a package that came by mail must not be able to show other files.
func OpenFolder(dir string) (*Package, []Problem, error) { return openIn(dir, nil) }

func openIn(dir string, tables []string) (*Package, []Problem, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, &app.Error{Code: app.NotFound, Key: "error.data.folder", Args: map[string]any{"Folder": dir}, Err: err}
	}
	defer root.Close()
	return openFiles(root.FS(), maxFiles, tables)
}
