package render

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

var errPack = errors.New("pdf library: unexpected cross-reference table")

// pack compresses the contents of the pages. The library can do that too, but with a compressor made anew for every page, which
// takes longer than what it compresses. The cross-reference table says where objects begin, and is written anew.
func pack(pdf []byte) ([]byte, error) {
	offsets, xref, err := objects(pdf)
	if err != nil {
		return nil, err
	}
	p := packer{out: bytes.NewBuffer(make([]byte, 0, len(pdf))), tag: subsetTag(pdf)}
	if p.zip, err = zlib.NewWriterLevel(&p.zipped, zlib.BestSpeed); err != nil {
		return nil, err
	}
	moved := make(map[int]int, len(offsets)) // where an object begins, before and after
	order := slices.Sorted(slices.Values(offsets))
	p.out.Write(pdf[:order[0]])
	for i, from := range order {
		to := xref
		if i+1 < len(order) {
			to = order[i+1]
		}
		moved[from] = p.out.Len()
		if err := p.object(pdf[from:to]); err != nil {
			return nil, err
		}
	}
	return p.table(pdf[xref:], xref, offsets, moved)
}

// table writes the end of the file with the places of the objects as they are now.
func (p *packer) table(rest []byte, xref int, offsets []int, moved map[int]int) ([]byte, error) {
	now := p.out.Len()
	for _, at := range offsets {
		before, after, found := bytes.Cut(rest, fmt.Appendf(nil, entryFormat, at))
		if !found {
			return nil, errPack
		}
		p.out.Write(before)
		fmt.Fprintf(p.out, entryFormat, moved[at])
		rest = after
	}
	before, after, found := bytes.Cut(rest, fmt.Appendf(nil, "startxref\n%d\n", xref))
	if !found {
		return nil, errPack
	}
	p.out.Write(before)
	fmt.Fprintf(p.out, "startxref\n%d\n", now)
	p.out.Write(after)
	return p.out.Bytes(), nil
}

// entryFormat is how the table says where an object begins.
const entryFormat = "%010d 00000 n \n"

// objects reads where the objects begin, in the order of their numbers, and where the table does.
func objects(pdf []byte) (offsets []int, xref int, err error) {
	xref = bytes.LastIndex(pdf, []byte("\nxref\n0 ")) + 1
	table, _, found := bytes.Cut(pdf[xref:], []byte("trailer\n"))
	if xref == 0 || !found {
		return nil, 0, errPack
	}
	for line := range bytes.Lines(table) {
		var at int
		if n, _ := fmt.Sscanf(string(line), entryFormat, &at); n == 1 && bytes.HasSuffix(line, []byte(" n \n")) {
			if at <= 0 || at >= xref {
				return nil, 0, errPack
			}
			offsets = append(offsets, at)
		}
	}
	if len(offsets) == 0 {
		return nil, 0, errPack
	}
	return offsets, xref, nil
}

// packer writes objects, with one compressor for all.
type packer struct {
	out    *bytes.Buffer
	zipped bytes.Buffer
	zip    *zlib.Writer
	tag    string // of the names of fonts
}

// object writes an object, compressed where it is nothing but a plain stream. The small tables that lead from letters back to
// text stay as they are.
func (p *packer) object(object []byte) error {
	head, body, isStream := bytes.Cut(object, []byte(">>\nstream\n"))
	name, length, plain := bytes.Cut(head, []byte(" 0 obj\n<</Length "))
	n, err := strconv.Atoi(string(length))
	if !isStream || !plain || err != nil || n < 0 || n > len(body) || bytes.HasPrefix(body, []byte("/CIDInit")) {
		p.out.Write(renamed(object, p.tag))
		return nil
	}
	p.zipped.Reset()
	p.zip.Reset(&p.zipped)
	if _, err := p.zip.Write(body[:n]); err != nil {
		return err
	}
	if err := p.zip.Close(); err != nil {
		return err
	}
	fmt.Fprintf(p.out, "%s 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n", name, p.zipped.Len())
	p.out.Write(p.zipped.Bytes())
	p.out.Write(body[n:])
	return nil
}
