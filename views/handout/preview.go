package handout

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	pages "doublefix/app/handout"
	"doublefix/app/words"
	"doublefix/views/kit"
	"doublefix/views/task"
)

const (
	pageGap  = 20
	wideView = 700 // from this width on two pages stand side by side
)

// showPages shows the pages of the document, one below the other or two by two.
func (v *View) showPages() {
	s := v.style
	v.keepPage()
	v.sheets = &sheets{doc: v.doc}
	grid := &fyne.Container{Layout: v.sheets}
	for i := range v.doc.Pages() {
		kit.Append(grid, newSheet(s, v.deps.Runner, v.doc, i))
	}
	v.preview = kit.Scroll(kit.Pad(kit.Inset{Top: 4, Bottom: 20, Left: 20, Right: 20}, grid))
	note := s.Paragraph(v.tr("handout.view.preview.note", words.Args{"Pages": s.Tr.N("handout.view.pages", v.doc.Pages())}), kit.SizeBody, 20, kit.Regular, s.Palette.Quiet)
	head := kit.Pad(kit.Inset{Top: 16, Bottom: 8, Left: 20, Right: 20}, kit.RowGrow(8, note,
		s.Text(v.tr("handout.view.preview"), kit.SizeTitle, kit.Semibold, s.Palette.Ink), note))
	ground := canvas.NewRectangle(s.Palette.Ground)
	v.right.Objects = []fyne.CanvasObject{ground, kit.ColumnGrow(0, v.preview.Container, head, v.preview.Container)}
	v.right.Refresh()
	v.preview.SetOffset(v.sheets.offset(v.state.Page))
}

// keepPage remembers which page is at the upper edge: pages can be of another size when they are shown again.
func (v *View) keepPage() {
	if v.preview != nil && v.sheets.width > 0 {
		v.state.Page = v.sheets.pageAt(v.preview.Offset())
	}
}

// sheets lays pages out in one or two columns.
type sheets struct {
	doc   *pages.Document
	width float32
}

func (g *sheets) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(240, g.HeightFor(objects, max(g.width, 240)))
}

// page returns how many pages stand side by side at a width, and how large each is.
func (g *sheets) page(width float32) (columns int, size fyne.Size) {
	columns = 1
	if width >= wideView {
		columns = 2
	}
	w, h := g.doc.Size()
	each := (width - float32(columns-1)*pageGap) / float32(columns)
	return columns, fyne.NewSize(each, each*float32(h/w))
}

// offset is how far the pages are scrolled when a page, from 0, is at the upper edge; pageAt is the other way round.
func (g *sheets) offset(page float32) float32 {
	columns, size := g.page(g.width)
	return page / float32(columns) * (size.Height + pageGap)
}

func (g *sheets) pageAt(offset float32) float32 {
	columns, size := g.page(g.width)
	return offset / (size.Height + pageGap) * float32(columns)
}

// HeightFor implements kit.WrappingLayout.
func (g *sheets) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	columns, size := g.page(width)
	rows := float32((len(objects) + columns - 1) / columns)
	return rows*(size.Height+pageGap) - pageGap
}

func (g *sheets) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g.width = size.Width
	columns, sheet := g.page(size.Width)
	for i, o := range objects {
		o.Resize(sheet)
		o.Move(fyne.NewPos(float32(i%columns)*(sheet.Width+pageGap), float32(i/columns)*(sheet.Height+pageGap)))
	}
}

// sheet is one page as a picture.
type sheet struct {
	widget.BaseWidget
	doc    *pages.Document
	number int
	draw   task.Latest[*image.RGBA]
	img    *image.RGBA
	asked  image.Point
	raster *canvas.Raster
	frame  *canvas.Rectangle
}

func newSheet(s kit.Style, runner task.Runner, doc *pages.Document, number int) *sheet {
	p := &sheet{doc: doc, number: number, frame: canvas.NewRectangle(color.White)}
	p.frame.StrokeColor, p.frame.StrokeWidth = s.Palette.Rule, 1
	p.draw.Runner = runner
	p.raster = canvas.NewRaster(p.pixels)
	p.ExtendBaseWidget(p)
	return p
}

// pixels hands out the picture of the page; a new size is drawn beside the window.
func (p *sheet) pixels(w, h int) image.Image {
	want := image.Pt(w, h)
	if w > 0 && p.asked != want {
		p.asked = want
		width, _ := p.doc.Size()
		p.draw.Go(func() *image.RGBA { return p.doc.Preview(p.number, float64(w)/width) }, func(img *image.RGBA) {
			p.img = img
			p.raster.Refresh()
		})
	}
	if p.img == nil {
		blank := image.NewRGBA(image.Rect(0, 0, 1, 1))
		blank.Set(0, 0, color.White)
		return blank
	}
	return p.img
}

// CreateRenderer implements fyne.Widget.
func (p *sheet) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(kit.Behind(p.frame, kit.Pad(kit.Even(1), p.raster)))
}
