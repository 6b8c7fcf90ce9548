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

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

// The size of a chart in logical pixels: the usual one, on a screen and on a page, and what can be asked for.
const (
	screenSize         = "1200x700"
	pageSize           = "700x480" // its texts are well read when it fills the width of a page
	minWidth, maxWidth = 320, 6000
)

// pageMargin is the white around a chart on a PDF page, in points.
const pageMargin = 42

// chartCommand draws a dataset.
type chartCommand struct {
	shared
	chart, size string
}

func (k *chartCommand) declare(options *flag.FlagSet) {
	k.shared.declare(options)
	options.StringVar(&k.chart, "chart", "", "")
	options.StringVar(&k.size, "size", "", "")
}

// endings are the kinds of picture, by the ending of the file.
var endings = [...]string{".svg", ".png", ".pdf"}

func (k *chartCommand) run(c *call, args []string) error {
	ending := strings.ToLower(filepath.Ext(k.out))
	if !slices.Contains(endings[:], ending) {
		return wrong("cli.error.ending", words.Args{"Path": k.out, "Endings": strings.Join(endings[:], ", ")})
	}
	w, h, err := parseSize(cmp.Or(k.size, usualSize(ending)))
	if err != nil {
		return err
	}
	set, err := c.load(k.pkg)
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
	spec, _, err := chart.Build(ds, view, c.tr)
	if err != nil {
		return err
	}
	frame := chart.Alone(w, h)
	if ending == ".pdf" {
		frame.Pad = 0 // the page has its margin
	}
	drawing, err := chart.Lay(spec, frame)
	if err != nil {
		return err
	}
	if k.size != "" && drawing.H > h {
		c.note(c.tr.T("cli.chart.taller", words.Args{"Height": c.tr.Number(math.Ceil(drawing.H), 0)}))
	}
	return c.deliver(k.out, func(out io.Writer) error { return save(out, ending, spec, drawing, set) })
}

// save writes drawing as the kind of picture that ending stands for.
func save(out io.Writer, ending string, spec chart.Spec, drawing chart.Drawing, set *dataset.Set) error {
	switch ending {
	case ".svg":
		return chart.WriteSVG(out, spec, drawing)
	case ".png":
		pixels := render.NewPixels(int(drawing.W), int(math.Ceil(drawing.H)), 1, drawing.Back)
		drawing.Draw(pixels)
		return pixels.Save(out)
	}
	pdf := render.NewDocument(render.A4, render.Options{
		Title: spec.Title, Author: program, Subject: spec.Subtitle, Language: string(spec.Tr.Lang()), Created: set.Created,
	})
	pageW, pageH := render.A4.Size()
	scale := min((pageW-2*pageMargin)/drawing.W, (pageH-2*pageMargin)/drawing.H, 1)
	at := render.Units(pageMargin)
	drawing.Draw(pdf.AddPage().At(at, at, scale))
	return pdf.Output(out)
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
