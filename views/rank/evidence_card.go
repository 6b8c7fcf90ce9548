package rank

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/render"
	"doublefix/views/kit"
)

// The size of a small chart, before the text factor.
const (
	cardWidth  = 236
	chartWidth = cardWidth - 24
	chartTall  = 92
)

// mainCards are the main evidence as small charts side by side, as many to a line as fit; nil where there is none.
func (v *View) mainCards(o dataset.Option, all []dataset.Evidence) fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, e := range all {
		if !e.Main {
			continue
		}
		if card := v.mainCard(o, e); card != nil {
			cards = append(cards, card)
		}
	}
	if len(cards) == 0 {
		return nil
	}
	return kit.Flow(12, cards...)
}

// mainCard is a dataset as a small chart that leads to the whole; nil where nothing can be drawn.
func (v *View) mainCard(o dataset.Option, e dataset.Evidence) fyne.CanvasObject {
	s, p, l := v.style, v.style.Palette, v.style.Tr.Lang()
	view := e.Dataset.View(e.View)
	spec, _, err := chart.Build(e.Dataset, view, s.Tr)
	if err != nil {
		return nil
	}
	frame := chart.Frame{W: float64(s.Px(chartWidth)), H: float64(s.Px(chartTall)), Palette: p, Text: float64(s.Factor)}
	drawing, err := chart.Small(spec, frame)
	if err != nil {
		return nil
	}
	title := s.Paragraph(e.Dataset.Title.In(l), kit.SizeMeta, 16, kit.Semibold, p.Ink)
	who := s.Meta(e.Dataset.Attributed(view).In(l))
	text := kit.Column(0, title, who, s.Meta(e.Reason.In(l)))
	body := kit.Column(8, text, kit.Fixed(s.Px(chartWidth), s.Px(chartTall), picture(drawing)))
	frameRect := s.Rect(p.Paper, p.Rule)
	sized := &fyne.Container{Layout: kit.Wide(s.Px(cardWidth)), Objects: []fyne.CanvasObject{kit.Behind(frameRect, kit.Pad(kit.Even(11), body))}}
	return v.lead(o, "rank.evidence."+e.ID, e.Dataset.Title.In(l), sized, targetOf(e))
}

// picture shows a drawing at the resolution of the screen. It is small enough to be drawn while the window paints, and is
// drawn once a size.
func picture(d chart.Drawing) fyne.CanvasObject {
	var last *image.RGBA
	return canvas.NewRaster(func(w, h int) image.Image {
		if w < 1 || h < 1 {
			return image.NewRGBA(image.Rect(0, 0, 1, 1))
		}
		if last == nil || last.Bounds().Dx() != w || last.Bounds().Dy() != h {
			r := render.NewPixels(w, h, float64(w)/d.W, d.Back)
			d.Draw(r)
			last = r.Image()
		}
		return last
	})
}
