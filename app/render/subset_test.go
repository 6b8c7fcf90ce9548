package render

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/golang/freetype/truetype"
)

// Fonts in a file have their own names after a tag that says that they are subsets; files with other letters have other tags.
func TestFontsAreNamedAsSubsets(t *testing.T) {
	write := func(text string) []byte {
		d := NewDocument(A4, Options{})
		p := d.AddPage()
		for f := Regular; f < faceCount; f++ {
			p.SetFont(Font(f))
			p.SetFontSize(100)
			p.SetFontColor(black)
			p.Text(text, 500, 500+200*int(f))
		}
		var b bytes.Buffer
		if err := d.Output(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	name := regexp.MustCompile(`/(?:BaseFont|FontName) /(\S+)`)
	tags := map[string]bool{}
	for _, text := range []string{"one", "other"} {
		found := map[string]int{}
		for _, m := range name.FindAllSubmatch(write(text), -1) {
			tag, rest, _ := bytes.Cut(m[1], []byte("+"))
			if !regexp.MustCompile(`^[A-Z]{6}$`).Match(tag) {
				t.Errorf("%q is not named as a subset", m[1])
			}
			tags[string(tag)] = true
			found[string(rest)]++
		}
		for f := Regular; f < faceCount; f++ {
			want := Font(f).Name(truetype.NameIDPostscriptName)
			if found[want] != 3 { // the font, its descendant and its descriptor
				t.Errorf("%s is named %d times: %v", want, found[want], found)
			}
		}
	}
	if len(tags) != 2 {
		t.Errorf("two files with other letters have the tags %v", tags)
	}
}
