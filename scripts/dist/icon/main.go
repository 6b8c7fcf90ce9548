// Command icon makes the icon that Windows shows: icon IN.png OUT.ico. The picture is square and a power of two wide; it is
// halved again and again, and each size from 256 down to 16 goes into the file as a PNG.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
)

const largest, smallest = 256, 16

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "icon:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("want two files, got %d", len(args))
	}
	in, err := os.Open(args[0])
	if err != nil {
		return err
	}
	defer in.Close()
	source, err := png.Decode(in)
	if err != nil {
		return err
	}
	picture := image.NewRGBA(source.Bounds())
	draw.Draw(picture, picture.Bounds(), source, source.Bounds().Min, draw.Src)
	var sizes [][]byte
	var widths []int
	for ; picture.Bounds().Dx() >= smallest; picture = half(picture) {
		if w := picture.Bounds().Dx(); w <= largest {
			var b bytes.Buffer
			if err := png.Encode(&b, picture); err != nil {
				return err
			}
			sizes, widths = append(sizes, b.Bytes()), append(widths, w)
		}
	}
	return os.WriteFile(args[1], ico(sizes, widths), 0o644)
}

// half averages every four pixels into one. The colours are premultiplied, so transparent ones weigh nothing.
func half(in *image.RGBA) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, in.Bounds().Dx()/2, in.Bounds().Dy()/2))
	for y := range out.Bounds().Dy() {
		for x := range out.Bounds().Dx() {
			var sum [4]int
			for i := range 4 {
				c := in.RGBAAt(in.Bounds().Min.X+2*x+i%2, in.Bounds().Min.Y+2*y+i/2)
				for j, v := range [4]uint8{c.R, c.G, c.B, c.A} {
					sum[j] += int(v)
				}
			}
			out.SetRGBA(x, y, color.RGBA{uint8(sum[0] / 4), uint8(sum[1] / 4), uint8(sum[2] / 4), uint8(sum[3] / 4)})
		}
	}
	return out
}

// ico puts pictures in one file: a head, one entry of 16 bytes a picture, the pictures. A width of 256 is written as 0.
func ico(pictures [][]byte, widths []int) []byte {
	var b bytes.Buffer
	put := func(v any) { _ = binary.Write(&b, binary.LittleEndian, v) } // a buffer takes everything
	put([3]uint16{0, 1, uint16(len(pictures))})
	at := 6 + 16*len(pictures)
	for i, p := range pictures {
		put([4]uint8{uint8(widths[i]), uint8(widths[i])})
		put([2]uint16{1, 32})
		put([2]uint32{uint32(len(p)), uint32(at)})
		at += len(p)
	}
	for _, p := range pictures {
		b.Write(p)
	}
	return b.Bytes()
}
