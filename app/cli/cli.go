// Package cli holds the commands of doublefix-cli: what the window does, for scripts, package authors and tests.
//
// Results go to standard output, messages for people to standard error. Every command ends with one of three codes: [Done],
// [Problems] or [Failed].
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"doublefix"
	"doublefix/app"
	"doublefix/app/datapackage"
	"doublefix/app/words"
)

// The exit codes.
const (
	Done     = 0
	Problems = 1 // the input has problems, or numbers that are not in the data package; all of them are listed
	Failed   = 2 // something could not be read or written, or the call is wrong
)

// program is how people call this.
const program = "doublefix-cli"

// command is one word after the name of the program. Its fields are its options.
type command interface {
	// declare names the options; every one has a text cli.flag.NAME.
	declare(options *flag.FlagSet)
	// run does the work. What stands between the options is in args.
	run(c *call, args []string) error
}

// commands are all commands, in the order in which help lists them, each with a way to make a fresh one.
func commands() []struct {
	name  string
	fresh func() command
} {
	return []struct {
		name  string
		fresh func() command
	}{
		{"handout", func() command { return &handoutCommand{} }},
		{"chart", func() command { return &chartCommand{} }},
		{"table", func() command { return &tableCommand{} }},
		{"figures", func() command { return &figuresCommand{} }},
		{"tally", func() command { return &tallyCommand{} }},
		{"merge", func() command { return &mergeCommand{} }},
		{"help", func() command { return helpCommand{} }},
		{"version", func() command { return versionCommand{} }},
	}
}

func commandNames() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return names
}

// find returns a fresh command of that name.
func find(name string) (command, error) {
	for _, c := range commands() {
		if c.name == name {
			return c.fresh(), nil
		}
	}
	return nil, wrong("cli.error.command", words.Args{"Command": name, "Commands": strings.Join(commandNames(), ", ")})
}

// call is one run of the program.
type call struct {
	tr             words.Tr
	stdout, stderr io.Writer
}

// note tells people something that is no result.
func (c *call) note(sentence string) { fmt.Fprintln(c.stderr, sentence) }

// Run does what args ask for, args[0] being the command, and returns the exit code. Env looks up environment variables.
func Run(args []string, stdout, stderr io.Writer, env func(string) string) int {
	c := &call{tr: words.For(language(args, env)), stdout: stdout, stderr: stderr}
	return c.report(c.dispatch(args))
}

func (c *call) dispatch(args []string) error {
	if len(args) == 0 {
		return wrong("cli.error.no_command", words.Args{"Commands": strings.Join(commandNames(), ", ")})
	}
	name := args[0]
	switch name {
	case "-h", "-help", "--help":
		name = "help"
	case "-version", "--version":
		name = "version"
	}
	cmd, err := find(name)
	if err != nil {
		return err
	}
	rest, err := parse(name, cmd, args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return helpCommand{}.run(c, []string{name})
	}
	if err != nil {
		return err
	}
	return cmd.run(c, rest)
}

// report says what went wrong, if anything, and returns the exit code for it.
func (c *call) report(err error) int {
	var problems problemsError
	var missing missingError
	var ballots ballotsError
	var left leftOutError
	var told *app.Error
	switch {
	case err == nil:
		return Done
	case errors.As(err, &problems):
		c.list(problems.found)
		c.note(c.tr.N("cli.error.problems", len(problems.found), words.Args{"Package": problems.name}))
		return Problems
	case errors.As(err, &missing):
		c.note(c.tr.N("cli.error.missing", missing.missing, words.Args{"All": c.tr.Int(missing.all)}))
		return Problems
	case errors.As(err, &ballots):
		c.listBallots(ballots.reading.Problems)
		c.note(c.tr.N("cli.error.ballots", ballots.reading.Errors, words.Args{"Path": ballots.path}))
		return Problems
	case errors.As(err, &left):
		c.note(c.tr.N("cli.error.left_out", left.lines, nil))
		return Problems
	case errors.As(err, &told):
		c.note(c.tr.T(told.Key, words.Args(told.Args)))
		return Failed
	}
	c.note(c.tr.T("cli.error.other", words.Args{"Cause": err.Error()}))
	return Failed
}

// list writes one problem a line.
func (c *call) list(found []datapackage.Problem) {
	for _, p := range found {
		c.note(c.tr.T("cli.problem."+string(p.Level), words.Args{"Message": p.Message(c.tr), "Type": string(p.Type)}))
	}
}

// problemsError carries the problems of a data package to [call.report].
type problemsError struct {
	name  string // of the package
	found []datapackage.Problem
}

func (e problemsError) Error() string { return fmt.Sprintf("%s: %d problems", e.name, len(e.found)) }

// wrong is an error that people read in their own language.
func wrong(key string, args words.Args) error {
	return &app.Error{Code: app.Invalid, Key: key, Args: args}
}

// noMore refuses what stands between the options of a command that takes nothing there.
func noMore(args []string) error {
	if len(args) == 0 {
		return nil
	}
	return wrong("cli.error.too_many", words.Args{"Argument": args[0]})
}

// versionCommand says which version this is.
type versionCommand struct{}

func (versionCommand) declare(*flag.FlagSet) {}

func (versionCommand) run(c *call, args []string) error {
	if err := noMore(args); err != nil {
		return err
	}
	about := doublefix.About()
	_, err := fmt.Fprintln(c.stdout, about.Name, about.Version)
	return err
}

// language is the one asked for with --lang, else the one of the environment, else English. It is looked up before the
// options are read, since their mistakes have to be told in it.
func language(args []string, env func(string) string) words.Lang {
	for i, a := range args {
		name, value, given := strings.Cut(strings.TrimLeft(a, "-"), "=")
		if !strings.HasPrefix(a, "-") || name != "lang" {
			continue
		}
		if !given && i+1 < len(args) {
			value = args[i+1]
		}
		if l := words.Lang(value); l.Valid() {
			return l
		}
	}
	return words.System(env)
}
