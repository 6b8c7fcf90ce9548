package cli

import (
	"cmp"
	"flag"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// The size of a chart in logical pixels: the usual one, on a screen and on a page, and what can be asked for.
const (
	screenSize         = "1200x700"
	pageSize           = "700x480" // its texts are well read when it fills the width of a page
	minWidth, maxWidth = 320, 6000
)

// chartCommand draws a dataset.
type chartCommand struct {
	shared
	asking
	chart, form, size, scaled string
}

func (k *chartCommand) declare(options *flag.FlagSet) {
	k.shared.declare(options)
	k.asking.declare(options)
	options.StringVar(&k.chart, "chart", "", "")
	options.StringVar(&k.form, "form", "", "")
	options.StringVar(&k.size, "size", "", "")
	options.StringVar(&k.scaled, "scale", "", "")
}

// endings are the kinds of picture, by the ending of the file.
var endings = [...]string{".svg", ".png", ".pdf"}

func (k *chartCommand) run(c *call, args []string) error {
	ending := strings.ToLower(filepath.Ext(k.out))
	if !slices.Contains(endings[:], ending) {
		return unnamed(k.out, endings[:]...)
	}
	if err := k.checkScale(ending); err != nil {
		return err
	}
	w, h, err := parseSize(cmp.Or(k.size, usualSize(ending)))
	if err != nil {
		return err
	}
	set, err := c.load(k.pkg, args...)
	if err != nil {
		return err
	}
	ds, err := pick(set, args)
	if err != nil {
		return err
	}
	view, err := pickView(ds, k.chart)
	if err != nil {
		return err
	}
	question, err := k.lens(view.Name)
	if err != nil {
		return err
	}
	if question.Form = k.form; k.form != "" {
		if err := oneOf("form", k.form, formNames()); err != nil {
			return err
		}
	}
	asked, err := chart.Ask(ds, question, c.tr)
	if err != nil {
		return err
	}
	if notes := asked.Answer.Notes.In(c.tr.Lang()); notes != "" {
		c.note(notes)
	}
	return k.write(c, asked.Spec, ending, w, h, set.Created)
}

// formNames are the forms that tables are drawn in.
func formNames() []string {
	return slices.DeleteFunc(namesOf(chart.Forms()), func(name string) bool { return name == string(chart.HeadToHead) })
}

// write draws spec as the kind of picture that ending stands for. A drawing is known to be higher than asked for before
// anything is written.
func (k *chartCommand) write(c *call, spec chart.Spec, ending string, w, h float64, created time.Time) error {
	if ending == ".pdf" {
		return c.deliver(k.out, func(out io.Writer) error {
			return chart.WritePDF(out, spec, w, h, chart.Sheet{Author: program, Created: created})
		})
	}
	drawing, err := chart.Lay(spec, chart.Alone(w, h))
	if err != nil {
		return err
	}
	if k.size != "" && drawing.H > h {
		c.note(c.tr.T("cli.chart.taller", words.Args{"Height": c.tr.Number(math.Ceil(drawing.H), 0)}))
	}
	return c.deliver(k.out, func(out io.Writer) error {
		if ending == ".svg" {
			return chart.WriteSVG(out, spec, drawing)
		}
		return chart.WritePNG(out, spec, drawing, k.scale())
	})
}

// scale is the one asked for, once it was found to be one that there is.
func (k *chartCommand) scale() int {
	n, _ := strconv.Atoi(cmp.Or(k.scaled, "1"))
	return n
}

// checkScale refuses a scale that there is not, and one for files that have no pixels.
func (k *chartCommand) checkScale(ending string) error {
	if k.scaled == "" {
		return nil
	}
	if ending != ".png" {
		return wrong("cli.error.scale_png", nil)
	}
	var allowed []string
	for _, n := range chart.Scales() {
		allowed = append(allowed, strconv.Itoa(n))
	}
	return oneOf("scale", k.scaled, allowed)
}

// pickView returns the chart of ds with that name, the first for no name.
func pickView(ds *dataset.Dataset, name string) (dataset.View, error) {
	var names []string
	for _, v := range ds.Charts {
		if v.Name == name {
			return v, nil
		}
		names = append(names, v.Name)
	}
	if name == "" {
		return ds.Charts[0], nil
	}
	return dataset.View{}, wrong("cli.error.chart", words.Args{"Chart": name, "Dataset": ds.ID, "Charts": strings.Join(names, ", ")})
}

func usualSize(ending string) string {
	if ending == ".pdf" {
		return pageSize
	}
	return screenSize
}

// parseSize reads 1200x700.
func parseSize(s string) (w, h float64, err error) {
	left, right, _ := strings.Cut(strings.ToLower(s), "x")
	width, errW := strconv.Atoi(left)
	height, errH := strconv.Atoi(right)
	if errW != nil || errH != nil || width < minWidth || width > maxWidth || height < 1 || height > maxWidth {
		return 0, 0, wrong("cli.error.size", words.Args{"Size": s, "Min": minWidth, "Max": maxWidth})
	}
	return float64(width), float64(height), nil
}
