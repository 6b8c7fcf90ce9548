package render

import (
	"bytes"
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

func output(t *testing.T, d *Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool runs a program on the file, or skips the test where there is none.
func tool(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip(name, "is not installed")
	}
	file := filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func write(r interface {
	SetFontSize(float64)
	SetFontColor(drawing.Color)
	Text(string, int, int)
}, s string, x, y int,
) {
	r.SetFontSize(110)
	r.SetFontColor(black)
	r.Text(s, x, y)
}

// sample has two pages that use all a page can do.
func sample() *Document {
	d := NewDocument(A4, Options{Title: "Armas & señales 😀", Author: "Año", Language: "es-MX"})
	p := d.AddPage()
	p.Bookmark(3, "Uno ñ", 100)
	p.Bookmark(5, "Uno y medio", 700)
	write(p, "Cañón (1,171) — “67.5 %”", 500, 500)
	p.Link(500, 400, 900, 120, "https://example.org/a(b)?q=ñ\\)")
	p.Link(500, 400, 900, 120, "javascript:alert(1)")
	p.InternalLink(500, 600, 900, 120, "later")
	p.InternalLink(500, 600, 900, 120, "nowhere")
	p.Clip(500, 1000, 2000, 2000)
	p.Clip(600, 1100, 100, 100)
	scene(p.At(500, 1000, 0.25), 30, 20, 6)
	p.EndClip()
	p.EndClip()
	p.EndClip()
	p.SetTextRotation(-math.Pi / 2)
	write(p, "turned", 3000, 7000)
	p = d.AddPage()
	p.Clip(0, 0, 10, 10) // left open: the page must close it
	p.Anchor("later", 300)
	p.Anchor("later", 900)
	p.Bookmark(0, "Dos", 300)
	write(p, "second page a\xffb 😀", 500, 500)
	return d
}

func TestDocumentIsValid(t *testing.T) {
	b := output(t, sample())
	if out := tool(t, b, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestDocumentTextCanBeRead(t *testing.T) {
	out := tool(t, output(t, sample()), "pdftotext", "-layout", "FILE", "-")
	for _, want := range []string{"Cañón (1,171) — “67.5 %”", "turned", "second page", "Jalisco 1,171 (ñ)"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in the text:\n%s", want, out)
		}
	}
}

func TestDocumentCatalog(t *testing.T) {
	b := output(t, sample())
	for _, want := range []string{"/Lang (es-MX)", "/DisplayDocTitle true", "/ID [<", "%PDF-1.4", "D:19700101000000", "/PageMode /UseOutlines"} {
		if !bytes.Contains(b, []byte(want)) {
			t.Errorf("%s is missing", want)
		}
	}
	d := NewDocument(A4, Options{Language: "e(s\\)ñ"})
	if b := output(t, d); !bytes.Contains(b, []byte("/Lang (es)")) {
		t.Error("a language tag is not reduced to letters, digits and hyphens")
	}
	if _, err := extendCatalog([]byte("%PDF-1.3 not what is expected"), "es"); err == nil {
		t.Error("no error for a file of another shape")
	}
}

func TestDocumentLinks(t *testing.T) {
	d := sample()
	b := output(t, d)
	for _, want := range []string{`/URI (https://example.org/a\(b\)?q=%C3%B1`, "/Dest [5 0 R /XYZ 0 811.89 null]"} {
		if !bytes.Contains(b, []byte(want)) {
			t.Errorf("%s is missing", want)
		}
	}
	if bytes.Contains(b, []byte("javascript")) {
		t.Error("an address that is neither web nor mail got in")
	}
	if got := d.Dangling(); len(got) != 1 || got[0] != "nowhere" {
		t.Errorf("dangling: %q", got)
	}
}

func TestDocumentPaper(t *testing.T) {
	for paper, want := range map[Paper]string{A4: "/MediaBox [0 0 595.28 841.89]", Letter: "/MediaBox [0 0 612.00 792.00]"} {
		d := NewDocument(paper, Options{})
		d.AddPage()
		if !bytes.Contains(output(t, d), []byte(want)) {
			t.Errorf("paper %d: no %s", paper, want)
		}
	}
}

func TestDocumentEmbedsOnlyFacesUsed(t *testing.T) {
	sizes := map[int]int{}
	for faces := 1; faces <= 4; faces++ {
		d := NewDocument(A4, Options{})
		p := d.AddPage()
		for f := range faces {
			p.SetFont(Font(Face(f)))
			write(p, "Texto", 500, 500)
		}
		b := output(t, d)
		if got := bytes.Count(b, []byte("/FontFile2")); got != faces {
			t.Errorf("%d faces used, %d embedded", faces, got)
		}
		sizes[faces] = len(b)
	}
	if sizes[1] > 30000 {
		t.Errorf("one page of text is %d bytes: is the font a subset?", sizes[1])
	}
}

func TestDocumentRefusesEndedPages(t *testing.T) {
	d := NewDocument(A4, Options{})
	first := d.AddPage()
	d.AddPage()
	write(first, "too late", 100, 100)
	if err := d.Output(&bytes.Buffer{}); !errors.Is(err, errPageEnded) {
		t.Errorf("error: %v", err)
	}
	d = NewDocument(A4, Options{})
	p := d.AddPage()
	output(t, d)
	write(p, "after the end", 100, 100)
	if err := d.Output(&bytes.Buffer{}); !errors.Is(err, errPageEnded) {
		t.Errorf("after output: %v", err)
	}
}

func TestLibraryPanicsBecomeErrors(t *testing.T) {
	d := NewDocument(A4, Options{})
	d.AddPage()
	d.try(func() { d.pdf.Text(0, 0, "😀") })
	if err := d.Output(&bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "pdf library") {
		t.Errorf("error: %v", err)
	}
}

// After a clip ends, the reader is back in the state from before it; a page
// that forgot this would draw in the wrong colour.
func TestStateAfterClip(t *testing.T) {
	d := NewDocument(A4, Options{})
	p := d.AddPage()
	out := d.page.out
	bar := func(c drawing.Color) {
		p.SetFillColor(c)
		p.MoveTo(0, 0)
		p.LineTo(10, 0)
		p.LineTo(10, 10)
		p.Fill()
	}
	bar(black)
	p.Clip(0, 0, 100, 100)
	red := drawing.Color{R: 255, A: 100}
	bar(red)
	p.EndClip()
	if out.now.fill != black || out.now.alpha != 1 {
		t.Errorf("state after the clip: %+v", out.now)
	}
	bar(red)
	if red.A = 255; out.now.fill != red {
		t.Errorf("state after the bar: %+v", out.now)
	}
	output(t, d)
}
