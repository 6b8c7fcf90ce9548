package ballot

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"doublefix/app"
	"doublefix/app/words"
)

// longestLine is the most that a line may hold, in bytes; it is also what a guess may look at.
const longestLine = 256 << 10

// lines reads a text line by line. Byte order marks and the line ends of Windows are taken off; UTF-16 and Windows-1252 become
// UTF-8.
type lines struct {
	in       *bufio.Reader
	limit    *io.LimitedReader
	problems *problems
	number   int // of the line read last, from 1
	recoded  bool
}

func newLines(r io.Reader, ps *problems) (*lines, error) {
	l := &lines{limit: &io.LimitedReader{R: r, N: maxBytes + 1}, problems: ps}
	l.in = bufio.NewReaderSize(l.limit, longestLine)
	start, err := l.in.Peek(3)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(err)
	}
	switch {
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		_, err = l.in.Discard(3)
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		text := transform.NewReader(l.in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
		l.in = bufio.NewReaderSize(text, longestLine)
		err = nil
	default:
		err = nil
	}
	if err != nil {
		return nil, unreadable(err)
	}
	return l, nil
}

func unreadable(err error) error {
	return &app.Error{Code: app.Invalid, Key: "ballot.error.read", Args: words.Args{"Cause": err.Error()}, Err: err}
}

// next returns the next line without its end, valid until the following call; io.EOF after the last. A line that is too long
// comes back empty, with a problem.
func (l *lines) next() ([]byte, error) {
	line, err := l.in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return l.overlong()
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(err)
	}
	if l.limit.N == 0 {
		return nil, refused("ballot.error.large", words.Args{"Max": maxBytes >> 20})
	}
	if len(line) == 0 {
		return nil, io.EOF
	}
	l.number++
	if line[len(line)-1] == '\n' {
		line = line[:len(line)-1]
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	if !utf8.Valid(line) {
		line = l.recode(line)
	}
	return line, nil
}

// recode reads a line as Windows-1252, which is what spreadsheets write where they do not write UTF-8.
func (l *lines) recode(line []byte) []byte {
	if !l.recoded {
		l.problems.add(Warning, l.number, 0, "ballot.problem.encoding", nil)
		l.recoded = true
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(line)
	if err != nil {
		return bytes.ToValidUTF8(line, []byte("\uFFFD"))
	}
	return text
}

// overlong skips to the end of a line that does not fit.
func (l *lines) overlong() ([]byte, error) {
	l.number++
	l.problems.add(Error, l.number, 0, "ballot.problem.long_line", words.Args{"Max": longestLine})
	for {
		_, err := l.in.ReadSlice('\n')
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, unreadable(err)
		case l.limit.N == 0:
			return nil, refused("ballot.error.large", words.Args{"Max": maxBytes >> 20})
		}
		return nil, nil
	}
}

// ahead returns what comes next without taking it: as much as there is, a line's limit at most.
func (l *lines) ahead() []byte {
	text, _ := l.in.Peek(longestLine) // what is wrong with the file, next will say
	return text
}
