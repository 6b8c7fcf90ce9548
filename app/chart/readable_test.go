package chart

import (
	"fmt"
	"testing"

	"doublefix/app/words"
)

// Every form with made-up data: no text touches another or is cut, every figure can be read, in both languages, at every size of
// frame and text, and whatever else its form demands.
func TestFormsAreReadableAtEverySize(t *testing.T) {
	tall := func(w float64) float64 { return 0.6 * w }
	low := func(float64) float64 { return 420 }
	for _, c := range []struct {
		form   string
		specs  map[string]func(words.Lang) Spec
		widths []float64
		height func(w float64) float64
		more   func(*testing.T, Spec, Drawing)
	}{
		{"bump", bumpSpecs(), nil, tall, nil},
		{"calendar", calendarSpecs(), nil, tall, nil},
		{"heat map", heatSpecs(), nil, tall, checkCells},
		{"timeline", timelineSpecs(), nil, low, nil},
		{"parts", partSpecs(), nil, low, nil},
		{"tables and lines", tableAndLineSpecs(), []float64{520, 700, 861.5, 1400}, low, nil},
		{"printed table", printedSpecs(), []float64{300, 480, 700, 861.5, 1400}, low, checkPrinted},
		{"several series", seriesSpecs(), []float64{480, 620, 1000, 1400}, low, checkSeries},
	} {
		if c.widths == nil {
			c.widths = []float64{480, 620, 861.5, 1400}
		}
		for name, of := range c.specs {
			for _, lang := range words.Langs() {
				for _, w := range c.widths {
					for _, k := range []float64{1, 1.3, 1.5, 2} {
						t.Run(fmt.Sprintf("%s/%s/%s/%g/%g", c.form, name, lang, w, k), func(t *testing.T) {
							spec := of(lang)
							d := laid(t, spec, w, c.height(w), k)
							checkReadable(t, spec, d)
							if c.more != nil {
								c.more(t, spec, d)
							}
						})
					}
				}
			}
		}
	}
}
