package cli

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"doublefix/app/words"
	"doublefix/app/workshop"
)

// mergeCommand makes one workshop out of several, and says what came from where and what is in conflict.
type mergeCommand struct {
	shared
	json bool
}

func (m *mergeCommand) declare(options *flag.FlagSet) {
	m.shared.declare(options)
	options.BoolVar(&m.json, "json", false, "")
}

func (m *mergeCommand) run(c *call, args []string) error {
	if len(args) < 2 {
		return wrong("cli.error.merge_files", nil)
	}
	if m.out == "" {
		return wrong("cli.error.merge_out", nil)
	}
	set, err := c.load(m.pkg)
	if err != nil {
		return err
	}
	o := workshopOptions(set)
	merged, err := workshop.Merge(args, o)
	if err != nil {
		return err
	}
	if err := merged.Save(m.out, o); err != nil {
		return err
	}
	left := 0
	for _, source := range merged.Sources {
		left += len(source.LeftOut)
		for _, f := range source.Findings {
			c.note(c.tr.T(f.Key, words.Args(f.Args)))
		}
	}
	report := mergeReport{tr: c.tr, Merged: merged, out: m.out}
	write := report.text
	if m.json {
		write = report.json
	}
	if err := write(c.stdout); err != nil {
		return err
	}
	if left > 0 {
		return leftOutError{left}
	}
	return nil
}

// leftOutError says how many lines of the input are in no output, because they cannot be read.
type leftOutError struct{ lines int }

func (e leftOutError) Error() string { return fmt.Sprintf("%d lines left out", e.lines) }

// mergeReport says what a merge came to.
type mergeReport struct {
	workshop.Merged
	tr  words.Tr
	out string
}

func (r *mergeReport) text(w io.Writer) error {
	var b strings.Builder
	for _, s := range r.Sources {
		b.WriteString(r.tr.N("cli.merge.source", s.Events, words.Args{"File": s.Path, "New": r.tr.Int(s.New)}) + "\n")
	}
	b.WriteString(r.tr.N("cli.merge.result", r.Events, words.Args{"File": r.out}) + "\n")
	r.conflicts(&b, "cli.merge.conflicts", "cli.merge.conflict", false)
	r.conflicts(&b, "cli.merge.twice", "cli.merge.both", true)
	_, err := io.WriteString(w, b.String())
	return err
}

// conflicts lists under a heading what was changed apart, or who has several ballots.
func (r *mergeReport) conflicts(b *strings.Builder, heading, line string, twice bool) {
	var lines []string
	for _, c := range r.Doc.Conflicts {
		if (c.Twice != workshop.Twice{}) == twice {
			args := words.Args{"Kept": r.entry(c.Kept), "Other": r.entry(c.Other), "Round": c.Twice.Round}
			lines = append(lines, "  "+r.tr.T(line, args)+"\n")
		}
	}
	if len(lines) > 0 {
		b.WriteString("\n" + r.tr.N(heading, len(lines), nil) + "\n" + strings.Join(lines, ""))
	}
}

// entry names an edit and when it was made, where that is known.
func (r *mergeReport) entry(e workshop.Entry) string {
	key, args := e.Edit.Name()
	name := r.tr.T(key, words.Args(args))
	at, err := time.Parse(time.RFC3339, e.At)
	if err != nil {
		return name
	}
	return fmt.Sprintf("%s (%s)", name, at.UTC().Format("2006-01-02 15:04:05 UTC"))
}

// mergedJSON is the report of a merge for other programs.
type mergedJSON struct {
	File      string         `json:"file"`
	Events    int            `json:"events"`
	Sources   []sourceJSON   `json:"sources"`
	Conflicts []conflictJSON `json:"conflicts"`
}

type sourceJSON struct {
	File    string            `json:"file"`
	Events  int               `json:"events"`
	New     int               `json:"new"`
	LeftOut []int             `json:"leftOut"`
	Package workshop.Identity `json:"package"`
}

type conflictJSON struct {
	Kept      entryJSON `json:"kept"`
	Other     entryJSON `json:"other"`
	BothCount bool      `json:"bothCount,omitempty"` // two ballots of one person
}

type entryJSON struct {
	Event string          `json:"event"`
	At    string          `json:"at"`
	Type  string          `json:"type"`
	Data  json.RawMessage `json:"data"`
}

func (r *mergeReport) json(w io.Writer) error {
	out := mergedJSON{File: r.out, Events: r.Events, Sources: []sourceJSON{}, Conflicts: []conflictJSON{}}
	for _, s := range r.Sources {
		out.Sources = append(out.Sources, sourceJSON{s.Path, s.Events, s.New, append([]int{}, s.LeftOut...), s.Package})
	}
	entry := func(e workshop.Entry) entryJSON { return entryJSON{e.Event, e.At, e.Edit.Type, e.Edit.Data} }
	for _, c := range r.Doc.Conflicts {
		out.Conflicts = append(out.Conflicts, conflictJSON{entry(c.Kept), entry(c.Other), c.Twice != workshop.Twice{}})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}
