package explore

import (
	"io"
	"strconv"

	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/app/words"
)

// The size of an exported chart, in logical pixels, on its own and on a page; it grows where a chart needs more.
const (
	exportWidth, exportHeight = 1200, 700
	pageWidth, pageHeight     = 700, 480
)

func (v *View) exportMenu() *fyne.Menu {
	menu := fyne.NewMenu("",
		fyne.NewMenuItem(v.tr("explore.export.csv"), v.ExportCSV),
		fyne.NewMenuItem(v.tr("explore.export.svg"), v.ExportSVG),
	)
	for _, scale := range chart.Scales() {
		name := v.tr("explore.export.png", words.Args{"Scale": strconv.Itoa(scale)})
		menu.Items = append(menu.Items, fyne.NewMenuItem(name, func() { v.ExportPNG(scale) }))
	}
	menu.Items = append(menu.Items, fyne.NewMenuItem(v.tr("explore.export.pdf"), v.ExportPDF))
	return menu
}

// ExportCSV writes all rows of the dataset with their sources.
func (v *View) ExportCSV() {
	v.export(".csv", func(lang words.Lang, data *dataset.Dataset, _ chart.Spec) func(io.Writer) error {
		return func(w io.Writer) error { return dataset.Extract{Data: data, Rows: data.Rows, Lang: lang}.WriteCSV(w) }
	})
}

// ExportSVG writes the chart as it is shown, on white, with its caveats and sources.
func (v *View) ExportSVG() { v.exportDrawing(".svg", chart.WriteSVG) }

// ExportPNG writes the same as a picture with scale pixels for a logical one.
func (v *View) ExportPNG(scale int) {
	name := ".png"
	if scale > 1 {
		name = "-" + strconv.Itoa(scale) + "x.png"
	}
	v.exportDrawing(name, func(w io.Writer, spec chart.Spec, d chart.Drawing) error { return chart.WritePNG(w, spec, d, scale) })
}

// ExportPDF writes the same as a page to print; a long table takes several.
func (v *View) ExportPDF() {
	sheet := chart.Sheet{Author: v.deps.Set.Title.In(v.style.Tr.Lang()), Created: v.deps.Set.Created, Paper: render.A4}
	if v.deps.Paper != nil {
		sheet.Paper = v.deps.Paper()
	}
	v.export(".pdf", func(_ words.Lang, _ *dataset.Dataset, spec chart.Spec) func(io.Writer) error {
		return func(w io.Writer) error { return chart.WritePDF(w, spec, pageWidth, pageHeight, sheet) }
	})
}

// exportDrawing lays the chart out as a file that stands on its own.
func (v *View) exportDrawing(ending string, write func(io.Writer, chart.Spec, chart.Drawing) error) {
	v.export(ending, func(_ words.Lang, _ *dataset.Dataset, spec chart.Spec) func(io.Writer) error {
		return func(w io.Writer) error {
			d, err := chart.Lay(spec, chart.Alone(exportWidth, exportHeight))
			if err != nil {
				return err
			}
			return write(w, spec, d)
		}
	})
}

// export has a file written. What it is made of is taken now: the writing runs beside the window.
func (v *View) export(ending string, make func(words.Lang, *dataset.Dataset, chart.Spec) func(io.Writer) error) {
	if v.data == nil {
		return
	}
	lang := v.style.Tr.Lang()
	v.deps.Save(v.data.ID+"-"+string(lang)+ending, make(lang, v.data, v.spec))
}
