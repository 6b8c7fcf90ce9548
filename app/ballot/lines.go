package ballot

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"runtime"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"doublefix/app"
	"doublefix/app/words"
)

// longestLine is the most that a line may hold, in bytes; it is also what a guess may look at, and the size of a block.
const longestLine = 256 << 10

// lines reads a text line by line. Byte order marks and the line ends of Windows are taken off; UTF-16 and Windows-1252 become
// UTF-8. It takes the text block by block, and once a format has said what a plain line is, lets other processors look for
// plain lines in the blocks ahead.
type lines struct {
	in       io.Reader
	limit    *io.LimitedReader
	problems *problems
	number   int // of the line read last, from 1
	recoded  bool

	block *block // the one at hand,
	at    int    // and how much of it is read
	queue []*block
	rest  []byte // of the block read last: a line that it cuts off
	err   error  // what comes after the queue; io.EOF is the end

	// plainer returns what reads a plain line now, and the number of options that it knows. It is nil until a format sets it.
	plainer func() (plainLine, int)
}

func newLines(r io.Reader, ps *problems) (*lines, error) {
	l := &lines{limit: &io.LimitedReader{R: r, N: maxBytes + 1}, problems: ps, block: &block{}}
	in := bufio.NewReader(l.limit)
	l.in = in
	start, err := in.Peek(3)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(err)
	}
	switch {
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		if _, err := in.Discard(3); err != nil {
			return nil, unreadable(err)
		}
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		l.in = transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	}
	return l, nil
}

func unreadable(err error) error {
	return &app.Error{Code: app.Invalid, Key: "ballot.error.read", Args: words.Args{"Cause": err.Error()}, Err: err}
}

// next returns the next line without its end, valid until the following call; io.EOF after the last. A line that is too long
// comes back empty, with a problem.
func (l *lines) next() ([]byte, error) {
	if err := l.advance(); err != nil {
		return nil, err
	}
	l.number++
	if l.block.overlong {
		l.at = len(l.block.text)
		l.problems.add(Error, l.number, 0, "ballot.problem.long_line", words.Args{"Max": longestLine})
		return nil, nil
	}
	line, end := lineAt(l.block.text, l.at)
	l.at = end
	if !utf8.Valid(line) {
		line = l.recode(line)
	}
	return line, nil
}

// lineAt returns the line that starts at a byte of text, without its end, and where the following one starts.
func lineAt(text []byte, at int) (line []byte, end int) {
	line, end = text[at:], len(text)
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line, end = line[:n], at+n+1
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line, end
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

// ahead returns what comes next without taking it: as much as there is, a line's limit at most.
func (l *lines) ahead() []byte {
	if l.advance() != nil {
		return nil // what is wrong with the file, next will say
	}
	return l.block.text[l.at:]
}

// advance sees to it that something of the block at hand is still to be read.
func (l *lines) advance() error {
	for l.at == len(l.block.text) {
		spare := l.block
		var plain plainLine
		options, ahead := 0, 1
		if l.plainer != nil {
			plain, options = l.plainer()
			ahead = 2 * runtime.GOMAXPROCS(0)
		}
		for len(l.queue) < ahead && l.err == nil {
			var b *block
			if b, l.err = l.read(spare); b == nil {
				break
			}
			spare = nil
			if plain != nil && !b.overlong {
				b.ready = make(chan struct{})
				go b.look(plain, options)
			}
			l.queue = append(l.queue, b)
		}
		if len(l.queue) == 0 {
			return l.err
		}
		l.block, l.queue, l.at = l.queue[0], l.queue[1:], 0
		if l.block.ready != nil {
			<-l.block.ready
		}
	}
	return nil
}

// read returns the next block, in the memory of one that is done with if there is one. With the last block comes io.EOF, or
// what was wrong.
func (l *lines) read(spare *block) (*block, error) {
	b := spare.emptied()
	text := append(b.text, l.rest...)
	n, err := io.ReadFull(l.in, text[len(text):longestLine])
	b.text, l.rest = text[:len(text)+n], l.rest[:0]
	switch {
	case l.limit.N == 0:
		return nil, refused("ballot.error.large", words.Args{"Max": maxBytes >> 20})
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return b, io.EOF
	case err != nil:
		return nil, unreadable(err)
	}
	end := bytes.LastIndexByte(b.text, '\n') + 1
	if end == 0 {
		b.overlong = true
		return b, l.skip()
	}
	l.rest = append(l.rest, b.text[end:]...)
	b.text = b.text[:end]
	return b, nil
}

// skip passes over what a line that is too long has beyond a block.
func (l *lines) skip() error {
	text := make([]byte, 32<<10)
	for {
		n, err := l.in.Read(text)
		if at := bytes.IndexByte(text[:n], '\n'); at >= 0 {
			l.rest = append(l.rest, text[at+1:n]...)
			return nil
		}
		switch {
		case l.limit.N == 0:
			return refused("ballot.error.large", words.Args{"Max": maxBytes >> 20})
		case errors.Is(err, io.EOF):
			return io.EOF
		case err != nil:
			return unreadable(err)
		}
	}
}
