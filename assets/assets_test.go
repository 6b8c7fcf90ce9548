package assets

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
)

func TestFontsAreTrueType(t *testing.T) {
	faces := map[string]func() []byte{
		"regular": FontRegular, "semibold": FontSemibold, "bold": FontBold, "italic": FontItalic,
	}
	var seen [][]byte
	for name, face := range faces {
		b := face()
		if !bytes.HasPrefix(b, []byte{0, 1, 0, 0}) {
			t.Errorf("%s does not start like a TrueType file: % x", name, b[:4])
		}
		for _, other := range seen {
			if bytes.Equal(b, other) {
				t.Errorf("%s is the same file as another face", name)
			}
		}
		seen = append(seen, b)
	}
}

func TestFontBytesAreCopies(t *testing.T) {
	FontRegular()[0] = 'x'
	if FontRegular()[0] != 0 {
		t.Error("writing into the bytes of a font changed the embedded file")
	}
}

func TestFontLicense(t *testing.T) {
	if !strings.Contains(FontLicense(), "SIL OPEN FONT LICENSE") {
		t.Error("the licence of the fonts is missing")
	}
	if _, err := fs.Stat(Fonts(), "OFL.txt"); err != nil {
		t.Error(err)
	}
}
