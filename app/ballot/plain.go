package ballot

import "slices"

// Nearly all lines of a long file are plain: they rank options that are known, with nothing to say about them. Such lines say
// the same wherever they stand, so blocks of them are read at the same time. Everything else, and all that depends on what
// stood before, is left to the one who reads line by line.

// plainLine reads a line into places, one an option, without gaps, all 0 before. It returns false, whatever the places are
// then, where the line is not plain. It must be safe to use from several goroutines.
type plainLine func(line []byte, places []uint8) (count int64, ok bool)

// block is a piece of a text: whole lines, or the start of one that is too long.
type block struct {
	text     []byte
	overlong bool

	ready  chan struct{} // closed once the rest is known; nil where nobody looks for it
	spans  []span
	places []uint8
	counts []int64
	width  int // options in a row
}

// span is a stretch of plain lines, from a byte of the text to another, and the rows that they are.
type span struct{ from, to, first, last int }

// emptied returns the block for new use, or another one for nil.
func (b *block) emptied() *block {
	if b == nil {
		b = &block{}
	}
	if cap(b.text) < longestLine {
		b.text = make([]byte, 0, longestLine)
	}
	return &block{text: b.text[:0], spans: b.spans[:0], places: b.places[:0], counts: b.counts[:0]}
}

// look finds the plain lines.
func (b *block) look(plain plainLine, width int) {
	defer close(b.ready)
	b.width = width
	for at := 0; at < len(b.text); {
		line, end := lineAt(b.text, at)
		old := len(b.places)
		b.places = slices.Grow(b.places, width)[:old+width]
		row := b.places[old:]
		clear(row)
		if count, ok := plain(line, row); ok {
			rows := len(b.counts)
			b.counts = append(b.counts, count)
			if n := len(b.spans); n > 0 && b.spans[n-1].to == at {
				b.spans[n-1].to, b.spans[n-1].last = end, rows+1
			} else {
				b.spans = append(b.spans, span{at, end, rows, rows + 1})
			}
		} else {
			b.places = b.places[:old]
		}
		at = end
	}
}

// plain takes the span that starts at the next line. It has no rows where there is none.
func (l *lines) plain() (s span) {
	if l.plainer == nil || l.advance() != nil {
		return span{}
	}
	b := l.block
	for len(b.spans) > 0 && b.spans[0].from < l.at { // its lines were taken one by one
		b.spans = b.spans[1:]
	}
	if len(b.spans) == 0 || b.spans[0].from > l.at {
		return span{}
	}
	s, b.spans = b.spans[0], b.spans[1:]
	return s
}

// plain adds the plain lines that come next, and reports whether there were any. Where a limit is near, it leaves them to be
// read line by line, so that the line at which it is passed can be told.
func (rd *reader) plain() bool {
	s := rd.in.plain()
	rows, p, b := s.last-s.first, rd.Profile, rd.in.block
	if rows == 0 || b.width != len(p.Options) || p.Rows()+rows > maxRows || (p.Rows()+rows)*b.width > maxCells {
		return false
	}
	var total int64
	for _, count := range b.counts[s.first:s.last] {
		if total += count; total > MaxBallots-rd.total {
			return false
		}
	}
	rd.total += total
	if len(rd.Tags) > 0 {
		rd.marks.from(p.Rows(), 0)
	}
	p.Places = extended(p.Places, b.places[s.first*b.width:s.last*b.width])
	p.Counts = extended(p.Counts, b.counts[s.first:s.last])
	rd.in.at = s.to
	rd.in.number += rows
	rd.Rows += rows
	rd.Understood += rows
	return true
}

// extended appends, and doubles where there is no room: a long file would be copied over and over otherwise.
func extended[T any](list, more []T) []T {
	if len(list)+len(more) > cap(list) {
		list = slices.Grow(list, len(list)+len(more))
	}
	return append(list, more...)
}
