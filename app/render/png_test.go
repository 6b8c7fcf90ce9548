package render

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image/color"
	"image/png"
	"testing"
)

// chunksOf reads the chunks of a PNG file, and fails the test where one is broken.
func chunksOf(t *testing.T, file []byte) (names []string, data map[string][]byte) {
	t.Helper()
	data = map[string][]byte{}
	for at := 8; at < len(file); {
		size := int(binary.BigEndian.Uint32(file[at:]))
		body := file[at+4 : at+8+size]
		if sum := binary.BigEndian.Uint32(file[at+8+size:]); sum != crc32.ChecksumIEEE(body) {
			t.Errorf("chunk %s has a wrong checksum", body[:4])
		}
		names = append(names, string(body[:4]))
		data[string(body[:4])] = body[4:]
		at += 12 + size
	}
	return names, data
}

func TestSavePNG(t *testing.T) {
	for name, c := range map[string]struct {
		about Info
		texts int
		phys  uint32
	}{
		"nothing said": {Info{}, 0, 0},
		"all":          {Info{Title: "Cañón", Text: "A chart\x00 of it.", Language: "es", PerInch: 96}, 2, 3780},
		"twice":        {Info{PerInch: 192}, 0, 7559},
		"odd language": {Info{Text: "x", Language: "e\x00s"}, 1, 0},
	} {
		p := NewPixels(30, 20, 1, color.White)
		var file bytes.Buffer
		if err := p.SavePNG(&file, c.about); err != nil {
			t.Fatal(err)
		}
		names, data := chunksOf(t, file.Bytes())
		texts := 0
		for _, n := range names {
			if n == "iTXt" {
				texts++
			}
		}
		if texts != c.texts || names[0] != "IHDR" || names[len(names)-1] != "IEND" {
			t.Errorf("%s: chunks %v", name, names)
		}
		if got := data["pHYs"]; c.phys > 0 && (len(got) != 9 || binary.BigEndian.Uint32(got) != c.phys) {
			t.Errorf("%s: pHYs %v, want %d", name, got, c.phys)
		}
		if text := data["iTXt"]; c.texts > 0 && bytes.Count(text, []byte{0}) != 5 {
			t.Errorf("%s: text %q has not five zeros", name, text)
		}
		if img, err := png.Decode(&file); err != nil || img.Bounds().Dx() != 30 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
