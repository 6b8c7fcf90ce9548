package datapackage

import (
	"maps"
	"strings"

	"doublefix/app/words"
)

// Level says how grave a problem is.
type Level string

// An error breaks the standard or loses data; a warning is worth a look.
const (
	Error   Level = "error"
	Warning Level = "warning"
)

// Type is the Frictionless name of a kind of error.
type Type string

// The types that occur here.
const (
	PackageError    Type = "package-error"
	ResourceError   Type = "resource-error"
	SchemaError     Type = "schema-error"
	FieldError      Type = "field-error"
	DialectError    Type = "dialect-error"
	SourceError     Type = "source-error"
	EncodingError   Type = "encoding-error"
	HashError       Type = "hash-error"
	ByteCountError  Type = "byte-count-error"
	BlankHeader     Type = "blank-header"
	BlankLabel      Type = "blank-label"
	DuplicateLabel  Type = "duplicate-label"
	IncorrectLabel  Type = "incorrect-label"
	MissingLabel    Type = "missing-label"
	ExtraLabel      Type = "extra-label"
	BlankRow        Type = "blank-row"
	ExtraCell       Type = "extra-cell"
	MissingCell     Type = "missing-cell"
	TypeError       Type = "type-error"
	ConstraintError Type = "constraint-error"
	UniqueError     Type = "unique-error"
	PrimaryKey      Type = "primary-key"
	ForeignKeyError Type = "foreign-key"
)

// Problem is one thing that is wrong, with its place. Row 0 and FieldNumber 0 mean that there is none.
type Problem struct {
	Level       Level
	Type        Type
	Resource    string
	File        string
	Row         int // the header line is row 1
	Field       string
	FieldNumber int // of the column in the file, from 1
	Cell        string
	Key         string     // translation key of the sentence
	Args        words.Args // what fills its holes, beside the place
}

// cellInSentence is how many characters of a cell a sentence shows.
const cellInSentence = 60

// Message says in one sentence where the problem is, what it is, and what to do.
func (p Problem) Message(tr words.Tr) string {
	args := maps.Clone(p.Args)
	if args == nil {
		args = words.Args{}
	}
	args["Field"], args["Row"], args["File"], args["Resource"] = p.Field, tr.Int(p.Row), p.File, p.Resource
	args["Cell"] = shortened(p.Cell)
	what := tr.T(p.Key, args)
	where := p.place(tr)
	if where == "" {
		return what
	}
	return tr.T("data.problem.at", words.Args{"Where": where, "What": what})
}

func (p Problem) place(tr words.Tr) string {
	file := p.File
	if file == "" {
		file = p.Resource
	}
	args := words.Args{"File": file, "Row": tr.Int(p.Row), "Field": p.Field, "Number": tr.Int(p.FieldNumber)}
	switch {
	case p.Row > 0 && p.Field != "":
		return tr.T("data.where.cell", args)
	case p.Row > 0 && p.FieldNumber > 0:
		return tr.T("data.where.column", args)
	case p.Row > 0:
		return tr.T("data.where.row", args)
	case p.Field != "":
		return tr.T("data.where.field", args)
	}
	return file
}

// shortened keeps a cell readable in a sentence: one line, not too long.
func shortened(cell string) string {
	runes := []rune(strings.Join(strings.Fields(strings.ToValidUTF8(cell, "\uFFFD")), " "))
	if len(runes) > cellInSentence {
		return string(runes[:cellInSentence-1]) + "…"
	}
	return string(runes)
}

// maxProblems bounds the problems of one table, so that a file that is no table at all does not fill the memory. The
// number beyond it is said in one last problem.
const maxProblems = 100_000

// problems collects what is wrong in one file.
type problems struct {
	resource, file string
	list           []Problem
	more           int
}

func (ps *problems) add(p Problem) {
	if len(ps.list) >= maxProblems {
		ps.more++
		return
	}
	if p.Level == "" {
		p.Level = Error
	}
	if p.Resource == "" {
		p.Resource = ps.resource
	}
	if p.File == "" {
		p.File = ps.file
	}
	ps.list = append(ps.list, p)
}

// all returns what was collected, with a last word on what was not.
func (ps *problems) all() []Problem {
	if ps.more == 0 {
		return ps.list
	}
	return append(ps.list, Problem{
		Level: Error, Type: SourceError, Resource: ps.resource, File: ps.file,
		Key: "data.problem.more", Args: words.Args{"More": ps.more},
	})
}
