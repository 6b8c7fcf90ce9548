package explore

import (
	"io"

	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/app/dataset"
)

// exportWidth and exportHeight are the size of an exported chart, in logical pixels; it grows where a chart needs more.
const (
	exportWidth  = 1200
	exportHeight = 700
)

func (v *View) exportMenu() *fyne.Menu {
	return fyne.NewMenu("",
		fyne.NewMenuItem(v.tr("explore.export.csv"), v.ExportCSV),
		fyne.NewMenuItem(v.tr("explore.export.svg"), v.ExportSVG),
	)
}

// ExportCSV writes all rows of the dataset with their sources.
func (v *View) ExportCSV() {
	if v.data == nil {
		return
	}
	lang, data := v.style.Tr.Lang(), v.data
	v.deps.Save(data.ID+"-"+string(lang)+".csv", func(w io.Writer) error {
		return dataset.WriteCSV(w, data, data.Rows, lang)
	})
}

// ExportSVG writes the chart as it is shown, on white, with its caveats and sources.
func (v *View) ExportSVG() {
	if v.data == nil {
		return
	}
	spec := v.spec
	v.deps.Save(v.data.ID+"-"+string(v.style.Tr.Lang())+".svg", func(w io.Writer) error { return writeSVG(w, spec) })
}

// writeSVG writes a chart as a file that stands on its own.
func writeSVG(w io.Writer, spec chart.Spec) error {
	d, err := chart.Lay(spec, chart.Alone(exportWidth, exportHeight))
	if err != nil {
		return err
	}
	return chart.WriteSVG(w, spec, d)
}
