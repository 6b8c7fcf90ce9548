package cli

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"doublefix/app/ballot"
	"doublefix/app/ranking"
	"doublefix/app/words"
)

// tallyCommand counts a file of ballots by every rule, or by one.
type tallyCommand struct {
	rule, unranked, out string
	json                bool
}

func (t *tallyCommand) declare(options *flag.FlagSet) {
	options.StringVar(&t.rule, "rule", "", "")
	options.StringVar(&t.unranked, "unranked", "", "")
	options.BoolVar(&t.json, "json", false, "")
	options.StringVar(&t.out, "o", "", "")
}

func (t *tallyCommand) run(c *call, args []string) error {
	if err := t.check(args); err != nil {
		return err
	}
	reading, err := c.ballots(args[0])
	if err != nil {
		return err
	}
	setting := ranking.Options{Unranked: ranking.Unranked(t.unranked)}
	if setting.Unranked == "" {
		setting.Unranked = ranking.Unranked(reading.Unranked)
		if reading.Unranked == ballot.UnrankedNone {
			c.note(c.tr.T("cli.tally.file_none"))
		}
	}
	report := tallyReport{tr: c.tr, reading: reading}
	if err := report.count(setting, ranking.Rule(t.rule)); err != nil {
		return err
	}
	write := report.text
	if t.json {
		write = report.json
	}
	return c.deliver(t.out, write)
}

// check refuses a call that makes no sense, before anything is read.
func (t *tallyCommand) check(args []string) error {
	if len(args) == 0 {
		return wrong("cli.error.no_ballots", words.Args{"Endings": ballotEndings()})
	}
	if err := noMore(args[1:]); err != nil {
		return err
	}
	if t.rule != "" {
		if err := oneOf("rule", t.rule, ruleNames()); err != nil {
			return err
		}
	}
	if t.unranked != "" {
		return oneOf("unranked", t.unranked, []string{string(ranking.Last), string(ranking.None)})
	}
	return nil
}

func ruleNames() []string {
	var names []string
	for _, rule := range []ranking.Rule{
		ranking.FirstChoice, ranking.Borda, ranking.Copeland, ranking.Schulze, ranking.RankedPairs, ranking.IRV, ranking.Kemeny,
	} {
		names = append(names, string(rule))
	}
	return names
}

// ballotEndings are those of files that hold ballots.
func ballotEndings() string {
	var list []string
	for _, f := range ballot.Readable() {
		list = append(list, "."+string(f))
	}
	return strings.Join(list, ", ")
}

// ballots reads the ballots in the file at path. What its format lets pass is told; ballots that cannot be read come back as a
// ballotsError with all problems.
func (c *call) ballots(path string) (*ballot.Reading, error) {
	format := ballot.FormatOf(path)
	if format == "" || format == ballot.BLT {
		return nil, wrong("cli.error.ballots_ending", words.Args{"Path": path, "Endings": ballotEndings()})
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadableBallots(path, err)
	}
	defer file.Close()
	reading, err := ballot.Read(file, ballot.Input{Format: format})
	if err != nil {
		return nil, err
	}
	if reading.Errors > 0 {
		return nil, ballotsError{path, reading}
	}
	c.listBallots(reading.Problems)
	if reading.Weighted {
		c.note(c.tr.T("cli.tally.weighted"))
	}
	return reading, nil
}

func unreadableBallots(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return wrong("cli.error.no_text_file", words.Args{"Path": path})
	}
	var detail *fs.PathError
	if errors.As(err, &detail) {
		err = detail.Err
	}
	return wrong("cli.error.ballots_read", words.Args{"Path": path, "Cause": err.Error()})
}

// listBallots writes one problem of a file of ballots a line.
func (c *call) listBallots(found []ballot.Problem) {
	for _, p := range found {
		c.note(c.tr.T("cli.ballots."+string(p.Level), words.Args{"Message": p.Message(c.tr)}))
	}
}

// ballotsError carries the problems of a file of ballots to [call.report].
type ballotsError struct {
	path    string
	reading *ballot.Reading
}

func (e ballotsError) Error() string { return fmt.Sprintf("%s: %d problems", e.path, e.reading.Errors) }
