package handout

import (
	"image"
	"math"
	"testing"

	"doublefix/app/words"
)

// ink returns the box of everything that is not white.
func ink(img *image.RGBA) image.Rectangle {
	box := image.Rectangle{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			i := img.PixOffset(x, y)
			if img.Pix[i] < 250 || img.Pix[i+1] < 250 || img.Pix[i+2] < 250 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// The preview has the size of the page, and its ink stays inside the margins: what is drawn, not only what was planned.
func TestPreviewStaysInsideTheMargins(t *testing.T) {
	for name, in := range inputs(builtIn(t)) {
		if len(in.Sections) > 0 {
			continue
		}
		t.Run(name, func(t *testing.T) {
			d := mustNew(t, in)
			scale := 0.8
			w, h := d.Size()
			for i := range d.Pages() {
				img := d.Preview(i, scale)
				if got, want := img.Bounds().Size(), image.Pt(int(math.Round(w*scale)), int(math.Round(h*scale))); got != want {
					t.Fatalf("page %d: %v, want %v", i+1, got, want)
				}
				room := image.Rect(int(49*scale), int(43*scale), int((w-49)*scale)+1, int((h-25)*scale)+1)
				if got := ink(img); !got.In(room) {
					t.Errorf("page %d: ink in %v, want it inside %v", i+1, got, room)
				}
			}
		})
	}
}

func TestPreviewOfNoPage(t *testing.T) {
	d := mustNew(t, Input{Set: small().set(t), Lang: words.English})
	for _, page := range []int{-1, d.Pages()} {
		if got := ink(d.Preview(page, 0.5)); !got.Empty() {
			t.Errorf("page %d has something on it: %v", page, got)
		}
	}
}
