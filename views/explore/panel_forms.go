package explore

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"doublefix/app/chart"
	"doublefix/views/kit"
)

// ToggleForms opens the drawer on the forms that the figures can be drawn in, or closes it there.
func (v *View) ToggleForms() { v.toggle(PanelForms) }

// formsPanel offers the forms that fit with what each shows, then those that do not, with why.
func (v *View) formsPanel() fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	answer, err := v.data.Ask(v.lens())
	if err != nil {
		return s.Body(v.deps.Said(err))
	}
	fit, reasons := kit.Column(0), &reasoned{}
	for _, o := range chart.Offers(answer, s.Tr) {
		name := v.tr("explore.form." + string(o.Form))
		if !o.Fits {
			reasons.add(name, o.Why)
			continue
		}
		look, weight := kit.Look{Hover: p.Hover}, kit.Regular
		if string(o.Form) == v.view.Form {
			look, weight = kit.Look{Fill: p.Soft, Bar: p.Accent}, kit.Semibold
		}
		text := kit.Column(0, s.Paragraph(name, kit.SizeBody, 20, weight, p.Ink), s.Meta(o.Why))
		kit.Append(fit, s.Tap("form."+string(o.Form), name, look, kit.Pad(kit.Inset{Top: 6, Bottom: 6, Left: 12, Right: 8}, text), func() { v.Draw(o.Form) }))
	}
	column := kit.Column(16, fit)
	if len(reasons.whys) > 0 {
		kit.Append(column, s.Rule(), s.Paragraph(v.tr("explore.forms.other"), kit.SizeBody, 20, kit.Semibold, p.Ink))
	}
	for i, why := range reasons.whys {
		kit.Append(column, kit.Column(0, s.Paragraph(strings.Join(reasons.names[i], " · "), kit.SizeBody, 20, kit.Regular, p.Quiet), s.Meta(why)))
	}
	return column
}

// reasoned are names by the reason that they share, in the order of the reasons.
type reasoned struct {
	whys  []string
	names [][]string
}

func (r *reasoned) add(name, why string) {
	at := slices.Index(r.whys, why)
	if at < 0 {
		at = len(r.whys)
		r.whys, r.names = append(r.whys, why), append(r.names, nil)
	}
	r.names[at] = append(r.names[at], name)
}

// Draw has the figures drawn in another form.
func (v *View) Draw(f chart.Form) {
	q := v.lens()
	q.Form = string(f)
	if answer, err := v.data.Ask(q); err == nil && answer.View.Form == string(f) {
		q.Form = "" // it is the one they have by themselves
	}
	v.state.Table = false
	v.Ask(q)
	if v.covers && v.state.Drawer {
		v.toggle(v.state.Panel) // the chart is what one wants to see now
	}
}
