package render

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image/png"
	"io"
	"math"
)

// Info is what a picture file says of itself. What is empty is left out.
type Info struct {
	Title, Text string  // Text is the picture in sentences
	Language    string  // of both
	PerInch     float64 // pixels an inch, so that the picture is placed in the size that it was drawn for; 0 says nothing
}

// SavePNG writes the picture as PNG with what is said of it in the file. The same picture gives the same bytes.
func (p *Pixels) SavePNG(w io.Writer, about Info) error {
	var plain bytes.Buffer
	if err := png.Encode(&plain, p.img); err != nil {
		return fmt.Errorf("encode png: %w", err)
	}
	// The header, which has to come first, is a signature of 8 bytes and a chunk of 13 with its frame of 12.
	const head = 8 + 12 + 13
	file := plain.Bytes()
	if len(file) < head {
		return fmt.Errorf("encode png: only %d bytes", len(file))
	}
	out := append(bytes.Clone(file[:head]), about.chunks()...)
	if _, err := w.Write(append(out, file[head:]...)); err != nil {
		return fmt.Errorf("write png: %w", err)
	}
	return nil
}

// chunks are the parts of a PNG file that hold a.
func (a Info) chunks() []byte {
	var out []byte
	if a.PerInch > 0 {
		const metre, inMetres = 39.37007874, 1
		perMetre := uint32(math.Round(min(a.PerInch, 1e6) * metre))
		data := binary.BigEndian.AppendUint32(nil, perMetre)
		data = append(binary.BigEndian.AppendUint32(data, perMetre), inMetres)
		out = append(out, chunk("pHYs", data)...)
	}
	for _, text := range []struct{ keyword, text string }{{"Title", a.Title}, {"Description", a.Text}} {
		if text.text != "" {
			// Keyword, not compressed, language, no translated keyword, then the text, each ended by a zero.
			data := text.keyword + "\x00\x00\x00" + language(a.Language) + "\x00\x00" + Clean(text.text)
			out = append(out, chunk("iTXt", []byte(data))...)
		}
	}
	return out
}

// chunk frames data as PNG does: length, name, data, checksum.
func chunk(name string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, name...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}
