package explore

import (
	"fyne.io/fyne/v2"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// wayBar leads back: to the list where it is folded, and to where a thread began; nil where there is neither.
func (v *View) wayBar() fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if t := v.trail(); t.Thread {
		back := v.style.Button(kit.ButtonSpec{ID: "explore.return", Icon: "chevron-left", Text: v.threadName(t), Soft: true, OnTapped: v.deps.Return})
		gap := kit.Gap()
		parts = append(parts, kit.Pad(kit.Inset{Bottom: 4}, kit.RowGrow(0, gap, back, gap)))
	}
	if v.listFolded() {
		parts = append(parts, v.crumbs())
	}
	if len(parts) == 0 {
		return nil
	}
	return kit.Column(2, parts...)
}

// threadName says where the bar leads: "Back to your ranking", "Back to: K05 …".
func (v *View) threadName(t Trail) string {
	if t.Place != "" {
		return v.tr("explore.return." + t.Place)
	}
	return v.tr("explore.return", words.Args{"Name": v.nameOf(t.Spot)})
}

// nameOf is what was looked at, in a few words.
func (v *View) nameOf(spot Spot) string {
	d, l := v.deps.Set.Dataset(spot.Dataset), v.style.Tr.Lang()
	if d == nil {
		return ""
	}
	for _, c := range v.deps.Set.Contradictions {
		if d.Role == dataset.RoleContradictions && c.ID == spot.Row {
			return v.tr("explore.return.entry", words.Args{"ID": c.ID, "Name": c.Topic.In(l)})
		}
	}
	return d.Title.In(l)
}

// arrows lead back and forward through what was looked at.
func (v *View) arrows() fyne.CanvasObject {
	t := v.trail()
	arrow := func(id, icon, name, key string, can bool, do func()) fyne.CanvasObject {
		off := ""
		if !can {
			off = "disabled." + id
		}
		return v.style.Button(kit.ButtonSpec{
			ID: "trail." + id, Icon: icon, Name: v.tr(name), Keys: []string{v.tr("key.alt"), key}, Kind: kit.Quiet, Off: off, OnTapped: do,
		})
	}
	return kit.Row(0,
		arrow("back", "chevron-left", "action.view.back", "←", t.Back, v.deps.Back),
		arrow("forward", "chevron-right", "action.view.forward", "→", t.Forward, v.deps.Forward))
}

// crumbs lead back to the list where it is folded.
func (v *View) crumbs() fyne.CanvasObject {
	s := v.style
	back := s.Button(kit.ButtonSpec{ID: "explore.back", Icon: "chevron-left", Text: v.tr("explore.data"), Kind: kit.Quiet, OnTapped: v.unfold})
	path := v.data.Title.In(s.Tr.Lang())
	if topic := v.topic(); topic != "" {
		path = v.tr("explore.crumbs", words.Args{"Topic": topic, "Title": path})
	}
	text := s.Paragraph(path, kit.SizeBody, 20, kit.Regular, s.Palette.Quiet)
	return kit.Pad(kit.Inset{Left: -8}, kit.RowGrow(4, text, back, text))
}
