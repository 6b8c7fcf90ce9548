package ballot

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"doublefix/app"
	"doublefix/app/words"
)

// Format is a file format; its value is the ending of the file's name.
type Format string

// The formats. BLT is only written.
const (
	CEF Format = "cvotes" // Condorcet Election Format
	CSV Format = "csv"
	SOC Format = "soc" // PrefLib: strict orders, complete
	SOI Format = "soi" // PrefLib: strict orders, incomplete
	TOC Format = "toc" // PrefLib: orders with ties, complete
	TOI Format = "toi" // PrefLib: orders with ties, incomplete
	BLT Format = "blt"
)

// Readable are the formats that Read takes.
func Readable() []Format { return []Format{CEF, CSV, SOC, SOI, TOC, TOI} }

// Writable are the formats that Write takes.
func Writable() []Format { return append(Readable(), BLT) }

// FormatOf returns the format that the name of a file promises, "" for none of ours.
func FormatOf(name string) Format {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
	switch ending {
	case "tsv", "tab":
		return CSV
	}
	if f := Format(ending); slices.Contains(Writable(), f) {
		return f
	}
	return ""
}

// What a file says about options that a ballot leaves out.
const (
	UnrankedLast = "last" // tied below all ranked ones
	UnrankedNone = "none" // no opinion
)

// Shape is how a CSV file holds ballots.
type Shape string

// The shapes.
const (
	CandidateColumns Shape = "candidates" // a column an option, a cell is its place
	RankColumns      Shape = "ranks"      // a column a place, a cell is an option
)

// Limits of a file. They keep memory bounded, whatever a file holds.
const (
	MaxOptions       = 64
	MaxBallots int64 = 1 << 40 // all counts together
	maxBytes         = 512 << 20
	maxRows          = 1 << 23
	maxCells         = 1 << 27 // rows times options
	maxName          = 500     // bytes of an option's name
	maxTags          = 1000
)

// Reading is what Read found. After a problem of level Error the profile lacks something that the file holds.
type Reading struct {
	Profile  *Profile
	Format   Format
	Title    string // PrefLib
	Unranked string // UnrankedLast or UnrankedNone where the file says so, else ""
	Weighted bool   // Counts are weights, not ballots

	Rows       int // lines that hold ballots
	Understood int // those of them that are counted

	Shape     Shape  // CSV
	Separator string // CSV: what stands between cells

	Tags  []Tag // of .cvotes lines and of CSV columns for tables: the first 1,000 in the order in which they appear; see Only
	marks marks // which rows carry which

	Problems         []Problem // in the order of the file; at most 1,000 errors and 1,000 warnings
	Errors, Warnings int       // how many there are, listed or not
}

// Input says how a file is read.
type Input struct {
	Format Format
	Tag    string // only ballots that carry it; "" for all
}

// Read reads ballots, line by line. What is wrong in the file is in the reading's problems; an error, always an *app.Error,
// means that it could not be read at all or is beyond the limits.
func Read(r io.Reader, in Input) (*Reading, error) {
	rd := &reader{
		Reading: Reading{Format: in.Format, Profile: &Profile{}},
		tag:     in.Tag,
		index:   newRegister(),
	}
	read := rd.by(in.Format)
	if read == nil {
		return nil, refused("ballot.error.format", words.Args{"Format": string(in.Format)})
	}
	in2, err := newLines(r, &rd.problems)
	if err != nil {
		return nil, err
	}
	rd.in = in2
	if err := read(); err != nil {
		return nil, err
	}
	rd.Profile.Options = rd.index.names
	rd.alike()
	rd.Problems, rd.Errors, rd.Warnings = rd.problems.all(), rd.problems.errors, rd.problems.warnings
	return &rd.Reading, nil
}

// by returns what reads a format, nil where nothing does.
func (rd *reader) by(f Format) func() error {
	switch f {
	case CEF:
		return rd.readCEF
	case CSV:
		return rd.readCSV
	case SOC, SOI, TOC, TOI:
		return rd.readPrefLib
	default:
		return nil
	}
}

func refused(key string, args words.Args) error {
	return &app.Error{Code: app.Invalid, Key: key, Args: args}
}
