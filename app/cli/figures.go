package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"doublefix/app/concordance"
	"doublefix/app/words"
)

// figuresCommand finds every number of a text and says where it stands in a data package.
type figuresCommand struct {
	shared
	source string
	json   bool
}

func (f *figuresCommand) declare(options *flag.FlagSet) {
	f.shared.declare(options)
	options.StringVar(&f.source, "source", "", "")
	options.BoolVar(&f.json, "json", false, "")
}

// longestText is the most that is read of a text, in bytes: a thick book.
const longestText = 16 << 20

func (f *figuresCommand) run(c *call, args []string) error {
	if len(args) == 0 {
		return wrong("cli.error.no_text", nil)
	}
	if err := noMore(args[1:]); err != nil {
		return err
	}
	text, err := readText(args[0])
	if err != nil {
		return err
	}
	set, err := c.load(f.pkg)
	if err != nil {
		return err
	}
	report := figuresReport{text: text, set: set, tr: c.tr, numbers: concordance.Numbers(text)}
	if err := report.about(f.source); err != nil {
		return err
	}
	if report.guessed {
		c.note(c.tr.T("cli.figures.guessed", words.Args{"Source": report.sourceName(), "ID": report.source}))
	}
	report.findings = concordance.Find(set, report.source, report.numbers)
	write := report.lines
	if f.json {
		write = report.json
	}
	if err := c.deliver(f.out, write); err != nil {
		return err
	}
	if missing := report.count(concordance.Nowhere); missing > 0 {
		return missingError{missing, len(report.numbers)}
	}
	if len(report.numbers) == 0 {
		c.note(c.tr.T("cli.figures.none"))
	} else {
		c.note(c.tr.N("cli.figures.all", len(report.numbers)))
	}
	return nil
}

// readText reads a text from the file at path, or from standard input where path is "-".
func readText(path string) (string, error) {
	var in io.Reader = os.Stdin
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return "", unreadableText(path, err)
		}
		defer file.Close()
		in = file
	}
	text, err := io.ReadAll(io.LimitReader(in, longestText+1))
	switch {
	case err != nil:
		return "", unreadableText(path, err)
	case len(text) > longestText:
		return "", wrong("cli.error.text_long", words.Args{"Path": path, "Max": longestText >> 20})
	case !utf8.Valid(text):
		return "", wrong("cli.error.text_utf8", words.Args{"Path": path})
	}
	return strings.ReplaceAll(strings.TrimPrefix(string(text), "\ufeff"), "\r\n", "\n"), nil
}

func unreadableText(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return wrong("cli.error.no_text_file", words.Args{"Path": path})
	}
	return unread("cli.error.text", path, err)
}

// missingError says that numbers of a text are not in the package. They have been listed.
type missingError struct{ missing, all int }

func (e missingError) Error() string {
	return fmt.Sprintf("%d of %d numbers are missing", e.missing, e.all)
}
