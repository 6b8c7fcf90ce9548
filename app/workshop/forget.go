package workshop

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Forget takes the name and the code of a person out of the whole file, out of what is not saved yet, and out of the history,
// so that no undo brings them back, and notes that the person was forgotten. The file is written anew whole, or stays as it
// was and the error says why. All else stays byte for byte: ids, clocks, ballots. [Store.Findings] then names what this does
// not reach: copies of torn lines beside the file, and lines that have the same words in another place.
func (s *Store) Forget(person string) error {
	s.disk.Lock()
	err := s.forget(person)
	s.disk.Unlock()
	s.tell()
	return err
}

func (s *Store) forget(person string) error {
	pending, err := s.prepare()
	if err != nil {
		return err
	}
	s.mu.Lock()
	_, note := s.newEvent(newEdit(typeForgotten, forgotten{person}))
	s.mu.Unlock()

	e := newEraser(person)
	good := e.erase(s.file.with(append(slices.Clone(pending), note)))
	if err := s.goOn(file{path: s.file.path, good: good, kept: s.file.kept}, len(pending), e); err != nil {
		return err
	}
	found := e.left(s.file.path, good)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.findings = append(s.findings, found...)
	return nil
}

// An eraser takes names and codes of people out of lines.
type eraser struct {
	people map[string]bool // who is forgotten; nil for everybody
	names  [][]byte        // what they were called, as it stands in a line
	codes  [][]byte
}

func newEraser(people ...string) *eraser {
	e := &eraser{people: map[string]bool{}}
	for _, id := range people {
		e.people[id] = true
	}
	return e
}

// erase returns the lines without names: first out of what says whose they are, then out of lines that are damaged.
func (e *eraser) erase(text []byte) []byte {
	lines := bytes.SplitAfter(text, []byte("\n"))
	var odd []int
	for i, line := range lines {
		if !mayName(line) {
			continue
		}
		if clean, ok := e.value(line); ok {
			lines[i] = clean
		} else {
			odd = append(odd, i)
		}
	}
	for _, i := range odd {
		lines[i] = e.damaged(lines[i])
	}
	return bytes.Join(lines, nil)
}

// mayName reports whether a line can say what a person is called.
func mayName(line []byte) bool {
	return bytes.Contains(line, []byte("erson")) || bytes.Contains(line, []byte(`"code"`)) || bytes.Contains(line, []byte(`"name"`))
}

// damaged takes the names out of a line that cannot be read: there is no telling whose they are, so equal ones of others go
// too.
func (e *eraser) damaged(line []byte) []byte {
	for _, name := range e.names {
		line = bytes.ReplaceAll(line, name, []byte(`""`))
	}
	for _, code := range e.codes {
		line = bytes.ReplaceAll(line, append([]byte(`"code":`), code...), []byte(`"code":""`))
	}
	return line
}

// left says where a name may still stand.
func (e *eraser) left(path string, text []byte) []Finding {
	var out []Finding
	var lines []string
	n := 0
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		n++
		if slices.ContainsFunc(e.names, func(name []byte) bool { return bytes.Contains(line, name) }) || e.written(line) {
			lines = append(lines, strconv.Itoa(n))
		}
	}
	if len(lines) > 0 {
		args := map[string]any{"File": path, "Lines": strings.Join(lines, ", ")}
		out = append(out, Finding{"workshop.finding.name_left", args})
	}
	if copies := tornCopies(path); len(copies) > 0 {
		out = append(out, Finding{"workshop.finding.name_in_copies", map[string]any{"Files": strings.Join(copies, ", ")}})
	}
	return out
}

// written reports whether somebody wrote a name into a text of their own: a note at a figure, the title of a chart.
func (e *eraser) written(line []byte) bool {
	if !bytes.Contains(line, []byte(`"chart.`)) {
		return false
	}
	var event struct {
		Data struct{ Text, Title string }
	}
	if json.Unmarshal(line, &event) != nil {
		return false
	}
	text := wordsOf(event.Data.Text + " " + event.Data.Title)
	return slices.ContainsFunc(e.names, func(quoted []byte) bool {
		var name string
		if json.Unmarshal(quoted, &name) != nil {
			return false
		}
		name = strings.TrimSpace(wordsOf(name))
		return name != "" && strings.Contains(text, " "+name+" ")
	})
}

// wordsOf are the words of a text, each between blanks, without marks and capitals.
func wordsOf(text string) string {
	all := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(all, " ") + " "
}

// tornCopies are the files beside path that torn lines were copied into. Somebody may have removed some.
func tornCopies(path string) []string {
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil
	}
	var out []string
	for _, f := range files {
		if strings.HasPrefix(f.Name(), filepath.Base(path)+".torn-") {
			out = append(out, filepath.Join(filepath.Dir(path), f.Name()))
		}
	}
	return out
}
