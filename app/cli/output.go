package cli

import (
	"bytes"
	"io"
	"os"
	"strings"

	"doublefix/app/safefile"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

// deliver writes a result to the file at path, whole or not at all, or to standard output where path is empty. The file of a
// workshop that is open in a window is left as it is.
func (c *call) deliver(path string, write func(io.Writer) error) error {
	if path != "" && !special(path) {
		return workshop.Write(path, write)
	}
	var result bytes.Buffer
	if err := write(&result); err != nil {
		return err
	}
	if path == "" {
		_, err := c.stdout.Write(result.Bytes())
		return err
	}
	return safefile.Explain(path, os.WriteFile(path, result.Bytes(), 0o666))
}

// special reports whether path is neither file nor folder, such as /dev/stdout: that must not be replaced by a file.
func special(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// unnamed says that a file to write has no name, or one that does not end as it has to.
func unnamed(path string, endings ...string) error {
	args := words.Args{"Path": path, "Endings": strings.Join(endings, ", ")}
	if path == "" {
		return wrong("cli.error.no_out", args)
	}
	return wrong("cli.error.ending", args)
}
