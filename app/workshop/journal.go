package workshop

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"doublefix/app"
	"doublefix/app/safefile"
)

const (
	format    = "doublefix-workshop"
	version   = 1
	maxHeader = 64 << 10 // bytes of the first line; a large file that is none of ours is refused after these
)

// Identity says which data package a workshop was made with.
type Identity struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	SHA256  string `json:"sha256"`
}

type header struct {
	Format  string   `json:"format"`
	Version int      `json:"version"`
	Package Identity `json:"package"`
	Created string   `json:"created"`
}

// Finding is something that people should know about a file that was opened: a translation key and its arguments.
type Finding struct {
	Key  string
	Args map[string]any
}

// The keys of findings that are looked for again.
const (
	findingTorn    = "workshop.finding.torn"
	findingKept    = "workshop.finding.torn_kept"
	findingForeign = "workshop.finding.foreign"

	findingReadOnly = "workshop.finding.read_only"
)

// contents is what a journal file was found to hold.
type contents struct {
	header  header
	events  []Event // in their order, each once
	damaged []int   // lines that were passed over, from 1
	good    []byte  // what stays as it is
	torn    []byte  // what follows: a line that was cut off while it was written
	line    int     // the number of the last line
}

// Read reads the workshop at path and changes nothing, not even a torn end. A file that is no workshop, or one of a newer
// version, is refused with an [app.Error].
func Read(path string, o Options) (Doc, []Finding, error) {
	_, h, findings, err := open(path, o)
	if err != nil {
		return Doc{}, nil, err
	}
	return h.doc.clone(), findings, nil
}

func open(path string, o Options) (contents, history, []Finding, error) {
	raw, err := load(path)
	if err != nil {
		return contents{}, history{}, nil, err
	}
	c, err := parse(path, raw)
	if err != nil {
		return contents{}, history{}, nil, err
	}
	h := fold(o.Options, c.events)
	return c, h, c.findings(path, o.Package, h.gone()), nil
}

// load returns the bytes of a file that begins like a workshop.
func load(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, refuse(app.NotFound, "error.workshop.missing", path, err)
	case err == nil && !info.Mode().IsRegular():
		return nil, refuse(app.Invalid, "error.workshop.not_one", path, nil)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, refuse(app.NotFound, "error.workshop.unreadable", path, err)
	}
	defer f.Close()
	in := bufio.NewReaderSize(f, maxHeader)
	first, err := in.ReadSlice('\n')
	if err == nil {
		_, err = head(path, first)
	} else if errors.Is(err, io.EOF) || errors.Is(err, bufio.ErrBufferFull) {
		err = refuse(app.Invalid, "error.workshop.not_one", path, err)
	}
	if err != nil {
		return nil, readable(path, err)
	}
	raw := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	raw.Write(first)
	if _, err := raw.ReadFrom(in); err != nil {
		return nil, readable(path, err)
	}
	return raw.Bytes(), nil
}

// readable keeps an error that has words, and gives any other the words for a file that cannot be read.
func readable(path string, err error) error {
	if known := (*app.Error)(nil); errors.As(err, &known) {
		return err
	}
	return refuse(app.NotFound, "error.workshop.unreadable", path, err)
}

// parse reads a journal. What can be read is read: a damaged line is noted and passed over. Only a file that is no
// workshop, or one of a newer format, is refused.
func parse(path string, raw []byte) (contents, error) {
	first, rest, ended := bytes.Cut(raw, []byte("\n"))
	if !ended {
		return contents{}, refuse(app.Invalid, "error.workshop.not_one", path, nil)
	}
	h, err := head(path, first)
	if err != nil {
		return contents{}, err
	}
	c := contents{header: h, line: 1}
	count := bytes.Count(rest, []byte("\n"))
	events := make([]Event, 0, count+1)
	for len(rest) > 0 {
		line, after, ended := bytes.Cut(rest, []byte("\n"))
		c.line++
		e, state := event(line)
		if state == noEvent && !ended {
			c.torn = rest
			break
		}
		rest = after
		if state == whole {
			events = append(events, e)
		} else if state != blank {
			c.damaged = append(c.damaged, c.line)
		}
	}
	c.good = raw[: len(raw)-len(c.torn) : len(raw)-len(c.torn)]
	c.events = inOrder(events)
	return c, nil
}

func head(path string, line []byte) (header, error) {
	var h header
	err := json.Unmarshal(bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))), &h)
	switch {
	case h.Format == format && h.Version > version:
		return h, refuse(app.TooNew, "error.workshop.too_new", path, nil)
	case err != nil || h.Format != format || h.Version < 1:
		return h, refuse(app.Invalid, "error.workshop.not_one", path, err)
	}
	return h, nil
}

// What a line is.
type lineState int

const (
	whole      lineState = iota // an event
	blank                       // nothing
	noEvent                     // damaged, or torn where it is the last
	unreadable                  // an event whose clock or data cannot be read
)

// event reads a line as an event.
func event(line []byte) (Event, lineState) {
	line = bytes.TrimSpace(line)
	if len(line) == 0 {
		return Event{}, blank
	}
	var e Event
	if err := json.Unmarshal(line, &e); err != nil || e.ID == "" || e.Type == "" {
		return Event{}, noEvent
	}
	change, ok := read(e.Type, e.Data)
	if !ok || !e.sound() {
		return Event{}, unreadable
	}
	e.change = change
	return e, whole
}

// findings says what people should know, what concerns most of the document first.
func (c *contents) findings(path string, id Identity, gone []string) []Finding {
	var out []Finding
	if c.header.Package.SHA256 != id.SHA256 && len(c.events) > 0 {
		args := map[string]any{"Name": c.header.Package.Name, "Version": c.header.Package.Version}
		key := "workshop.finding.other_package"
		if c.header.Package.Name == id.Name && c.header.Package.Version == id.Version {
			key = "workshop.finding.other_edition"
		}
		out = append(out, Finding{key, args})
	}
	for _, line := range c.damaged {
		out = append(out, Finding{"workshop.finding.damaged", map[string]any{"File": path, "Line": line}})
	}
	if len(c.torn) > 0 {
		out = append(out, Finding{findingTorn, map[string]any{"File": path, "Line": c.line}})
	}
	for _, option := range gone {
		out = append(out, Finding{"workshop.finding.option_gone", map[string]any{"Option": option}})
	}
	return out
}

func refuse(code app.Code, key, path string, cause error) error {
	args := map[string]any{"File": path, "Folder": filepath.Dir(path)}
	return &app.Error{Code: code, Key: key, Args: args, Err: cause}
}

// create writes a new journal with its header; the file is there whole or not at all.
func create(path string, id Identity, now time.Time) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return safefile.Explain(path, err)
	}
	line, err := encode(header{format, version, id, now.UTC().Format(time.RFC3339)})
	if err != nil {
		return err
	}
	return writeWhole(path, line)
}

// writeWhole puts parts into a file, whole or not at all, and makes its name last.
func writeWhole(path string, parts ...[]byte) error {
	err := safefile.Write(path, func(w io.Writer) error {
		for _, part := range parts {
			if _, err := w.Write(part); err != nil {
				return err
			}
		}
		return nil
	})
	return cmp.Or(err, syncFolder(filepath.Dir(path)))
}

func encode(v any) ([]byte, error) {
	line, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("workshop: encode: %w", err)
	}
	return append(line, '\n'), nil
}
