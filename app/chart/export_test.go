package chart

import (
	"bytes"
	"errors"
	"image/png"
	"io"
	"strings"
	"testing"
	"time"

	"doublefix/app"
	"doublefix/app/render"
	"doublefix/app/words"
)

func TestPNGHasItsScaleAndItsWords(t *testing.T) {
	spec := claimsSpec(words.Spanish)
	spec.Alt = "Afirmaciones lado a lado."
	d, err := Lay(spec, Alone(800, 500))
	if err != nil {
		t.Fatal(err)
	}
	for _, scale := range Scales() {
		var files [2]bytes.Buffer
		for i := range files {
			if err := WritePNG(&files[i], spec, d, scale); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
			t.Errorf("at %d the file differs when written twice", scale)
		}
		for _, want := range []string{spec.Title, spec.Alt, "pHYs", "\x00es\x00"} {
			if !strings.Contains(files[0].String(), want) {
				t.Errorf("at %d the file does not say %q", scale, want)
			}
		}
		img, err := png.Decode(&files[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := img.Bounds().Dx(); got != 800*scale {
			t.Errorf("%d pixels wide at %d", got, scale)
		}
	}
}

func TestAPictureThatIsTooLargeIsRefused(t *testing.T) {
	spec := longTable(60)(words.English)
	for _, d := range []Drawing{{W: 6000, H: 6000}, {W: 300, H: 5500}} {
		var known *app.Error
		if err := WritePNG(io.Discard, spec, d, 4); !errors.As(err, &known) || known.Key != "chart.error.picture" {
			t.Errorf("%gx%g: %v", d.W, d.H, err)
		}
	}
}

func TestPDFPages(t *testing.T) {
	sheet := Sheet{Author: "Doublefix", Created: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)}
	for _, c := range []struct {
		spec  Spec
		paper render.Paper
		pages int
	}{{claimsSpec(words.English), render.A4, 1}, {longTable(60)(words.Spanish), render.Letter, 6}, {crowdSpec(90)(words.English), render.A4, 1}} {
		sheet.Paper = c.paper
		var files [2]bytes.Buffer
		for i := range files {
			if err := WritePDF(&files[i], c.spec, 700, 480, sheet); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
			t.Errorf("%s differs when written twice", c.spec.Form)
		}
		if got := strings.Count(files[0].String(), "/Type /Page\n"); got != c.pages {
			t.Errorf("%s has %d pages, want %d", c.spec.Form, got, c.pages)
		}
		if lang := "/Lang (" + string(c.spec.Tr.Lang()) + ")"; !strings.Contains(files[0].String(), lang) {
			t.Errorf("%s does not say %s", c.spec.Form, lang)
		}
	}
	spec := claimsSpec(words.English)
	spec.Source = ""
	if err := WritePDF(io.Discard, spec, 700, 480, sheet); !errors.Is(err, ErrSource) {
		t.Errorf("without a source: %v", err)
	}
}
