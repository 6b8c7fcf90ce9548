package ballot

import (
	"cmp"
	"maps"
	"slices"

	"doublefix/app/words"
)

// Level says how grave a problem is.
type Level string

// After an error something of the file is not counted; a warning is worth a look.
const (
	Error   Level = "error"
	Warning Level = "warning"
)

// Problem is one thing that is wrong in a file of ballots, or with writing one. Line counts from 1, as editors do; Column is
// that of the character, in a CSV file that of the cell. 0 means that there is none.
type Problem struct {
	Line, Column int
	Key          string     // translation key of the sentence
	Args         words.Args // what fills its holes
	Level        Level
}

// Message says in one or two sentences where the problem is, what it is, and what to do.
func (p Problem) Message(tr words.Tr) string {
	args := maps.Clone(p.Args)
	for name, value := range args {
		switch n := value.(type) {
		case int:
			args[name] = tr.Int(n)
		case int64:
			args[name] = tr.Int(int(n))
		}
	}
	what := tr.T(p.Key, args)
	switch {
	case p.Line > 0 && p.Column > 0:
		return tr.T("ballot.where.column", words.Args{"Line": tr.Int(p.Line), "Column": tr.Int(p.Column), "What": what})
	case p.Line > 0:
		return tr.T("ballot.where.line", words.Args{"Line": tr.Int(p.Line), "What": what})
	}
	return what
}

// maxProblems bounds the problems of one level that a reading lists; those beyond are counted.
const maxProblems = 1000

// problems collects what is wrong. Warnings cannot crowd out errors.
type problems struct {
	list             []Problem
	errors, warnings int
}

// wants counts a problem, and reports whether it will be listed, so that nothing is made in vain of the millionth.
func (ps *problems) wants(level Level) bool {
	count := &ps.errors
	if level == Warning {
		count = &ps.warnings
	}
	*count++
	return *count <= maxProblems
}

func (ps *problems) add(level Level, line, column int, key string, args words.Args) {
	if ps.wants(level) {
		ps.list = append(ps.list, Problem{Line: line, Column: column, Key: key, Args: args, Level: level})
	}
}

// all returns what was collected in the order of the file, with a last word on what is not listed.
func (ps *problems) all() []Problem {
	slices.SortStableFunc(ps.list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	list := ps.list
	if more := ps.errors - maxProblems; more > 0 {
		list = append(list, Problem{Level: Error, Key: "ballot.problem.more_errors", Args: words.Args{"More": more}})
	}
	if more := ps.warnings - maxProblems; more > 0 {
		list = append(list, Problem{Level: Warning, Key: "ballot.problem.more_warnings", Args: words.Args{"More": more}})
	}
	return list
}

// shownText is how many characters of a text a sentence shows.
const shownText = 60

// shown keeps a text from a file readable in a sentence: valid, on one line, not too long.
func shown[T string | []byte](text T) string {
	clean := []rune(cleaned(string(text)))
	if len(clean) > shownText {
		return string(clean[:shownText-1]) + "…"
	}
	return string(clean)
}
