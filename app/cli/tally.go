package cli

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"doublefix/app/ballot"
	"doublefix/app/ranking"
	"doublefix/app/words"
)

// tallyCommand counts a file of ballots by every rule, or by one.
type tallyCommand struct {
	shared
	rule, unranked, round, table string
	json                         bool
}

func (t *tallyCommand) declare(options *flag.FlagSet) {
	t.shared.declare(options)
	options.StringVar(&t.rule, "rule", "", "")
	options.StringVar(&t.unranked, "unranked", "", "")
	options.StringVar(&t.round, "round", "", "")
	options.StringVar(&t.table, "table", "", "")
	options.BoolVar(&t.json, "json", false, "")
}

func (t *tallyCommand) run(c *call, args []string) error {
	if err := t.check(args); err != nil {
		return err
	}
	read := t.file
	if isWorkshop(args[0]) {
		read = t.workshop
	}
	report, err := read(c, args[0])
	if err != nil {
		return err
	}
	setting := ranking.Options{Unranked: ranking.Unranked(t.unranked)}
	if setting.Unranked == "" {
		setting.Unranked = ranking.Unranked(report.unranked)
	}
	if err := report.count(setting, ranking.Rule(t.rule)); err != nil {
		return err
	}
	write := report.text
	if t.json {
		write = report.writeJSON
	}
	return c.deliver(t.out, write)
}

// file reads ballots in one of the formats that programs exchange them in.
func (t *tallyCommand) file(c *call, path string) (*tallyReport, error) {
	if t.round != "" {
		return nil, wrong("cli.error.only_workshop", words.Args{"Path": path, "Option": dashed("round")})
	}
	reading, err := c.ballots(path)
	if err != nil {
		return nil, err
	}
	report := &tallyReport{tr: c.tr, reading: reading, profile: reading.Profile, unranked: reading.Unranked, table: t.table}
	if t.table != "" {
		var tables []string
		for _, tag := range reading.Tags {
			tables = append(tables, tag.Name)
		}
		if !slices.Contains(tables, t.table) {
			return nil, noTable(path, t.table, tables)
		}
		report.profile = reading.Only(t.table)
	}
	if reading.Unranked == ballot.UnrankedNone && t.unranked == "" {
		c.note(c.tr.T("cli.tally.file_none"))
	}
	return report, nil
}

func noTable(path, table string, tables []string) error {
	if len(tables) == 0 {
		return wrong("cli.error.no_tables", words.Args{"Path": path, "Option": dashed("table")})
	}
	return wrong("cli.error.table", words.Args{"Path": path, "Table": table, "Tables": strings.Join(tables, ", ")})
}

// check refuses a call that makes no sense, before anything is read.
func (t *tallyCommand) check(args []string) error {
	if len(args) == 0 {
		return wrong("cli.error.no_ballots_file", words.Args{"Endings": ballotEndings()})
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
	return strings.Join(append(list, workshopEnding), ", ")
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
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, wrong("cli.error.is_folder", words.Args{"Path": path})
	}
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
	return unread("cli.error.ballots_read", path, err)
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
