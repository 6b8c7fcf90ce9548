package assets

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"maps"
	"slices"
	"testing"
)

func TestEveryIconIsOneBlackFill(t *testing.T) {
	names := IconNames()
	if len(names) < 30 || !slices.IsSorted(names) {
		t.Fatalf("%d icons, sorted: %v", len(names), slices.IsSorted(names))
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			svg, ok := Icon(name)
			if !ok {
				t.Fatal("not found")
			}
			checkPlainSVG(t, svg)
		})
	}
}

// checkPlainSVG holds an icon to what Fyne draws and recolours faithfully: it gives every fill the theme's colour, leaves
// strokes black and as wide as they are, and keeps neither texts nor the attributes of the root.
func checkPlainSVG(t *testing.T, svg []byte) {
	t.Helper()
	paths := 0
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attrs := map[string]string{}
		for _, a := range start.Attr {
			attrs[a.Name.Local] = a.Value
		}
		switch start.Name.Local {
		case "svg":
			if attrs["viewBox"] != "0 0 24 24" {
				t.Errorf("view box %q", attrs["viewBox"])
			}
		case "path":
			paths++
			if attrs["fill"] != "#000000" || len(attrs) != 2 || attrs["d"] == "" {
				t.Errorf("path with attributes %v, want only d and a black fill", slices.Sorted(maps.Keys(attrs)))
			}
		default:
			t.Errorf("element <%s>", start.Name.Local)
		}
	}
	if paths != 1 {
		t.Errorf("%d paths, want 1", paths)
	}
}

func TestIconUnknown(t *testing.T) {
	for _, name := range []string{"", "no-such-icon", "doublefix", "../fonts/OFL", "explore.svg"} {
		if _, ok := Icon(name); ok {
			t.Errorf("Icon(%q) was found", name)
		}
	}
}

func TestAppIcon(t *testing.T) {
	img, err := png.Decode(bytes.NewReader(AppIcon()))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 512 || b.Dy() != 512 {
		t.Errorf("size %v, want 512 by 512", b)
	}
	if _, _, _, a := img.At(0, 0).RGBA(); a != 0 {
		t.Error("the corner is not transparent")
	}
}
