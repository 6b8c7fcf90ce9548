package chart

import (
	"fmt"
	"testing"

	"doublefix/app/look"
	"doublefix/app/words"
)

// On a grey page colours look alike, so every two series differ in their dashes and in their markers.
func TestSeriesDifferWithoutColour(t *testing.T) {
	c := newCanvas(words.For(words.English), Frame{W: 600, H: 400, Text: 1, Palette: look.Print()})
	dashes, markers := map[string]int{}, map[string]int{}
	for _, place := range []int{0, 1, 2, 3} {
		dash := fmt.Sprint(c.seriesStroke(place).Dash)
		if before, twice := dashes[dash]; twice {
			t.Errorf("series %d and %d have the same dashes %s", before, place, dash)
		}
		dashes[dash] = place
		c.Shapes = nil
		c.seriesMarker(place, Point{100, 100}, 4, none, Stroke{Color: c.pal.Ink, Width: 1})
		outline := fmt.Sprintf("%+v", c.Shapes)
		if before, twice := markers[outline]; twice {
			t.Errorf("series %d and %d have the same marker", before, place)
		}
		markers[outline] = place
	}
}
