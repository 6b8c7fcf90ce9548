package views

import (
	"errors"
	"path/filepath"
	"strings"

	"doublefix/app/words"
)

// call is what the command line asks for.
type call struct {
	workshop, folder string // paths; "" for one's own workshop and the built-in package
	says             string // a line to write instead of opening the window
}

// read understands the command line: a workshop, a data package, or one of each, since a workshop on another topic needs its
// package. An error is one sentence.
func (p Program) read(tr words.Tr) (call, error) {
	var c call
	for _, arg := range p.Args {
		switch {
		case arg == "--help" || arg == "-help" || arg == "-h":
			return call{says: tr.T("start.help", words.Args{"Name": p.Name})}, nil
		case arg == "--version" || arg == "-version":
			return call{says: p.Name + " " + p.Version}, nil
		case strings.HasPrefix(arg, "-"):
			return call{}, errors.New(tr.T("start.flag", words.Args{"Name": p.Name, "Flag": arg}))
		case filepath.Ext(arg) == ".doublefix":
			if c.workshop != "" {
				return call{}, errors.New(tr.T("start.second.workshop", words.Args{"Name": p.Name, "Path": arg}))
			}
			c.workshop = arg
		default:
			if c.folder != "" {
				return call{}, errors.New(tr.T("start.second.package", words.Args{"Name": p.Name, "Path": arg}))
			}
			c.folder = arg
		}
	}
	return c, nil
}

// locale is the environment as [words.System] reads it. Windows and macOS do not set its variables; there the settings of the
// system stand in for the last of them.
func locale(goos string, env func(string) string, system func() string) func(string) string {
	return func(name string) string {
		value := env(name)
		if value == "" && name == "LANG" && (goos == "windows" || goos == "darwin") {
			return system()
		}
		return value
	}
}
