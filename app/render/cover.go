package render

import (
	"image"
	"math"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// cover gathers the edges of one shape and paints it with the exact share of
// each pixel it covers. It counts in whole numbers (256ths of a pixel), so the
// picture is the same on every machine and closed shapes leave no residue.
//
// Each edge adds to the pixel it crosses, and to the one right of it, the
// change of coverage from there on; the running sum along a row is the winding
// number times the share, and its size, cut off at one, fills by the non-zero
// rule: overlapping contours of a letter or of a stroke make no holes.
type cover struct {
	w, h   int
	sums   []int32 // rows of w+2
	lo, hi []int   // touched columns of each row; hi < lo where there are none
	top    int     // touched rows, bottom excluded
	bottom int
}

const (
	sub  = 256           // steps a pixel
	full = 2 * sub * sub // running sum of a pixel wholly covered
)

func newCover(w, h int) *cover {
	c := &cover{w: w, h: h, sums: make([]int32, (w+2)*h), lo: make([]int, h), hi: make([]int, h), top: h}
	for y := range h {
		c.lo[y], c.hi[y] = w+2, -1
	}
	return c
}

// line adds an edge in device pixels, cut to the picture: nothing above, below
// or to the right can be seen, and what is left of it counts as on its left rim.
func (c *cover) line(p, q point) {
	w, h := float64(c.w), float64(c.h)
	if p.y == q.y || (p.y <= 0 && q.y <= 0) || (p.y >= h && q.y >= h) || (p.x >= w && q.x >= w) {
		return
	}
	p, q = cutY(p, q, h), cutY(q, p, h)
	if p.x >= 0 && q.x >= 0 && p.x <= w && q.x <= w {
		c.edge(p, q)
		return
	}
	cuts := [4]point{p}
	n := 1
	for _, x := range [2]float64{0, w} {
		if (p.x < x) != (q.x < x) {
			cuts[n] = point{x, p.y + (q.y-p.y)*(x-p.x)/(q.x-p.x)}
			n++
		}
	}
	if n == 3 && q.x < p.x {
		cuts[1], cuts[2] = cuts[2], cuts[1]
	}
	cuts[n] = q
	for i := range n {
		a, b := cuts[i], cuts[i+1]
		if (a.x+b.x)/2 < w {
			c.edge(point{min(max(a.x, 0), w), a.y}, point{min(max(b.x, 0), w), b.y})
		}
	}
}

// cutY moves p along the way to q until it lies within the rows.
func cutY(p, q point, h float64) point {
	if y := min(max(p.y, 0), h); y != p.y {
		return point{p.x + (q.x-p.x)*(y-p.y)/(q.y-p.y), y}
	}
	return p
}

// edge walks down the rows that an edge inside the picture crosses.
func (c *cover) edge(p, q point) {
	c.steps(int(math.Round(p.x*sub)), int(math.Round(p.y*sub)), int(math.Round(q.x*sub)), int(math.Round(q.y*sub)))
}

// steps is edge in whole steps.
func (c *cover) steps(x0, y0, x1, y1 int) {
	sign := int32(1)
	if y0 > y1 {
		x0, y0, x1, y1, sign = x1, y1, x0, y0, -1
	}
	if y0 == y1 {
		return
	}
	c.top, c.bottom = min(c.top, y0/sub), max(c.bottom, (y1+sub-1)/sub)
	slope := float64(x1-x0) / float64(y1-y0)
	for x, y := x0, y0; y < y1; {
		row := y / sub
		xn, yn := x1, y1
		if below := (row + 1) * sub; below < y1 {
			xn, yn = x0+int(slope*float64(below-y0)), below
		}
		c.piece(row, x, xn, yn-y, sign)
		x, y = xn, yn
	}
}

// piece spreads a part of an edge inside one row over the pixels it crosses.
func (c *cover) piece(row, xa, xb, dy int, sign int32) {
	if xa > xb {
		xa, xb = xb, xa // only the share of the height in each pixel counts
	}
	first, last := xa/sub, xb/sub
	c.lo[row], c.hi[row] = min(c.lo[row], first), max(c.hi[row], last+1)
	line := c.sums[row*(c.w+2)+first : row*(c.w+2)+last+2]
	xa, xb = xa-first*sub, xb-first*sub
	if first == last {
		mean, d := int32(xa+xb), sign*int32(dy) // twice the mean way into the pixel
		line[0] += d * (2*sub - mean)
		line[1] += d * mean
		return
	}
	slope := float64(dy) / float64(xb-xa)
	done := 0
	for cell, x := 0, xa; cell < len(line)-1; cell++ {
		xe, ye := xb, dy
		if right := (cell + 1) * sub; right < xb {
			xe, ye = right, int(slope*float64(right-xa))
		}
		mean, d := int32(x+xe-2*cell*sub), sign*int32(ye-done)
		line[cell] += d * (2*sub - mean)
		line[cell+1] += d * mean
		x, done = xe, ye
	}
}

// paint fills what was gathered and leaves the cover empty.
func (c *cover) paint(dst *image.RGBA, col drawing.Color) {
	ink := newInk(col)
	for y := c.top; y < c.bottom; y++ {
		lo, hi := c.lo[y], c.hi[y]
		if hi < lo {
			continue
		}
		c.lo[y], c.hi[y] = c.w+2, -1
		line := c.sums[y*(c.w+2) : (y+1)*(c.w+2)]
		pix := dst.Pix[y*dst.Stride : y*dst.Stride+4*c.w]
		sum, share := int32(0), uint32(0)
		for x := lo; x <= hi; {
			if line[x] != 0 {
				sum += line[x]
				line[x] = 0
				share = shareOf(sum)
			}
			end := untouched(line, x+1, hi)
			ink.run(pix, x, min(end, c.w), share)
			x = end
		}
		ink.run(pix, hi+1, c.w, share) // shapes that go on beyond the right rim
	}
	c.top, c.bottom = c.h, 0
}

// untouched returns the first column from x on that has a sum, or hi+1. It looks
// at eight at a time: most of a row between two edges is empty.
func untouched(line []int32, x, hi int) int {
	for x+7 <= hi {
		l := line[x : x+8 : x+8]
		if l[0]|l[1]|l[2]|l[3]|l[4]|l[5]|l[6]|l[7] != 0 {
			break
		}
		x += 8
	}
	for x <= hi && line[x] == 0 {
		x++
	}
	return x
}

func shareOf(sum int32) uint32 {
	if sum < 0 {
		sum = -sum
	}
	if sum >= full {
		return 255
	}
	return uint32(sum) >> 9
}

// ink is a colour ready to be laid over pixels with premultiplied alpha.
type ink struct{ r, g, b, a uint32 }

func newInk(c drawing.Color) ink {
	a := uint32(c.A)
	return ink{mul255(uint32(c.R), a), mul255(uint32(c.G), a), mul255(uint32(c.B), a), a}
}

// run lays the colour over pixels from x to end with a share out of 255.
func (k ink) run(pix []byte, x, end int, share uint32) {
	if share == 0 || x >= end {
		return
	}
	r, g, b, a := mul255(k.r, share), mul255(k.g, share), mul255(k.b, share), mul255(k.a, share)
	rest := 255 - a
	for pix = pix[4*x : 4*end]; len(pix) >= 4; pix = pix[4:] {
		p := pix[:4:4]
		if rest == 0 {
			p[0], p[1], p[2], p[3] = byte(r), byte(g), byte(b), 255
			continue
		}
		p[0] = byte(r + mul255(uint32(p[0]), rest))
		p[1] = byte(g + mul255(uint32(p[1]), rest))
		p[2] = byte(b + mul255(uint32(p[2]), rest))
		p[3] = byte(a + mul255(uint32(p[3]), rest))
	}
}

// mul255 multiplies shares out of 255, rounded.
func mul255(a, b uint32) uint32 { return (a*b + 127) / 255 }
