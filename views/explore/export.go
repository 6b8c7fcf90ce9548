package explore

import (
	"io"
	"strconv"
	"strings"

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
	menu := fyne.NewMenu("")
	add := func(text string, do func()) { menu.Items = append(menu.Items, fyne.NewMenuItem(text, do)) }
	if v.lens().Asks() {
		add(v.tr("explore.export.csv.shown"), v.ExportCSV)
		add(v.tr("explore.export.csv.all"), v.ExportAll)
	} else {
		add(v.tr("explore.export.csv"), v.ExportCSV)
	}
	add(v.tr("explore.export.csv.sheet"), v.ExportSheet)
	add(v.tr("explore.export.zip"), v.ExportBundle)
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	add(v.tr("explore.export.svg"), v.ExportSVG)
	for _, scale := range chart.Scales() {
		add(v.tr("explore.export.png", words.Args{"Scale": strconv.Itoa(scale)}), func() { v.ExportPNG(scale) })
	}
	add(v.tr("explore.export.pdf"), v.ExportPDF)
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	add(v.tr("explore.export.copy.table"), v.CopyTable)
	add(v.tr("explore.export.copy.sentence"), v.CopySentence)
	return menu
}

// extract is the rows as they are shown, with what was asked.
func (v *View) extract() dataset.Extract {
	l := v.style.Tr.Lang()
	return dataset.Extract{Data: v.answer.Data, Rows: v.answer.Rows, Lang: l, Asked: v.answer.Asked.In(l)}
}

// cannotShow says why nothing is shown where a question is refused, and reports that. A file of it would be empty.
func (v *View) cannotShow() bool {
	if v.refused != nil {
		v.deps.Fail(v.refused)
	}
	return v.refused != nil
}

// ExportCSV writes the rows as shown, with their sources: all of the dataset where nothing is asked.
func (v *View) ExportCSV() {
	if !v.cannotShow() {
		v.exportRows(".csv", v.extract())
	}
}

// ExportAll writes all rows of the dataset, whatever is asked.
func (v *View) ExportAll() {
	if v.data != nil {
		v.exportRows("-"+v.tr("explore.export.all")+".csv", dataset.Extract{Data: v.data, Rows: v.data.Rows, Lang: v.style.Tr.Lang()})
	}
}

// ExportSheet writes the rows as shown for spreadsheets that need a byte order mark to read accents.
func (v *View) ExportSheet() {
	if v.cannotShow() {
		return
	}
	e := v.extract()
	e.Mark = true
	v.exportRows(".csv", e)
}

// ExportBundle writes the rows as shown as a small data package with its sources and a README.
func (v *View) ExportBundle() {
	if v.cannotShow() {
		return
	}
	e, view := v.extract(), v.view
	v.export(".zip", func(words.Lang, chart.Spec) func(io.Writer) error {
		return func(w io.Writer) error { return e.WriteBundle(w, view) }
	})
}

func (v *View) exportRows(ending string, e dataset.Extract) {
	v.export(ending, func(words.Lang, chart.Spec) func(io.Writer) error { return e.WriteCSV })
}

// CopyTable puts the rows as shown on the clipboard, as spreadsheets take them.
func (v *View) CopyTable() {
	if v.data == nil || v.cannotShow() {
		return
	}
	var text strings.Builder
	e := v.extract()
	if err := e.WriteTSV(&text); err != nil {
		v.deps.Fail(err)
		return
	}
	v.deps.Copy(text.String(), v.style.Tr.N("explore.export.copied.rows", len(e.Rows)))
}

// CopySentence puts what the chart says on the clipboard, with what was asked and who says so: of the figure being read, where
// there is one.
func (v *View) CopySentence() {
	if v.data == nil || v.cannotShow() {
		return
	}
	text := v.spec.Alt
	if r, ok := v.row(); ok {
		text = v.answer.Data.Reading(v.view, r, v.style.Tr).Spoken
	}
	v.deps.Copy(text, v.tr("explore.export.copied.sentence"))
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
	if v.cannotShow() {
		return
	}
	sheet := chart.Sheet{Author: v.deps.Set.Title.In(v.style.Tr.Lang()), Created: v.deps.Set.Created, Paper: render.A4}
	if v.deps.Paper != nil {
		sheet.Paper = v.deps.Paper()
	}
	v.export(".pdf", func(_ words.Lang, spec chart.Spec) func(io.Writer) error {
		return func(w io.Writer) error { return chart.WritePDF(w, spec, pageWidth, pageHeight, sheet) }
	})
}

// exportDrawing lays the chart out as a file that stands on its own.
func (v *View) exportDrawing(ending string, write func(io.Writer, chart.Spec, chart.Drawing) error) {
	if v.cannotShow() {
		return
	}
	v.export(ending, func(_ words.Lang, spec chart.Spec) func(io.Writer) error {
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
func (v *View) export(ending string, make func(words.Lang, chart.Spec) func(io.Writer) error) {
	if v.data == nil {
		return
	}
	lang := v.style.Tr.Lang()
	name := v.data.ID
	if v.lens().Asks() {
		name += "-" + v.tr("explore.export.part")
	}
	v.deps.Save(name+"-"+string(lang)+ending, make(lang, v.spec))
}
