package datapackage

import (
	"os"

	"doublefix/app"
)

// OpenFolder opens the package in a folder of the disk. Links that lead out of the folder are not followed, which
// [os.DirFS] would do: a package that came by mail must not be able to show other files.
func OpenFolder(dir string) (*Package, []Problem, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, &app.Error{Code: app.NotFound, Key: "error.data.folder", Args: map[string]any{"Folder": dir}, Err: err}
	}
	defer root.Close()
	return Open(root.FS())
}
