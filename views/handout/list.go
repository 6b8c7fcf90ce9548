package handout

import (
	"slices"

	"fyne.io/fyne/v2"

	pages "doublefix/app/handout"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// longList is how many sections are shown under open headings; of more, only the headings are shown at first.
const longList = 14

const (
	sectionID = "handout.section."
	groupID   = "handout.group."
)

// lines are the sections, each under its heading. A heading opens and closes, and says how much of it is chosen.
func (v *View) lines(sections []pages.Section) *fyne.Container {
	column := kit.Column(0)
	v.stops = nil
	group := ""
	for i, s := range sections {
		if s.Heading != "" && s.Group != group {
			kit.Append(column, v.heading(s, sections[i:], v.isOpen(s.Group, len(sections))))
			v.stops = append(v.stops, groupID+s.Group)
		}
		if group = s.Group; s.Heading == "" {
			group = ""
		}
		if group != "" && !v.isOpen(group, len(sections)) {
			continue
		}
		line := fyne.CanvasObject(v.check(s))
		if group != "" {
			line = kit.Pad(kit.Inset{Left: 14}, line)
		}
		kit.Append(column, line)
		v.stops = append(v.stops, sectionID+s.ID)
	}
	return column
}

// isOpen reports whether the sections of a group are shown.
func (v *View) isOpen(group string, sections int) bool {
	if open, byHand := v.state.Open[group]; byHand {
		return open
	}
	return sections <= longList
}

// heading is the line over the sections of a group, which begin rest.
func (v *View) heading(first pages.Section, rest []pages.Section, open bool) fyne.CanvasObject {
	s, p := v.style, v.style.Palette
	in, all := 0, 0
	for _, section := range rest {
		if section.Group != first.Group {
			break
		}
		if all++; v.chosen(section) {
			in++
		}
	}
	icon, hint := "chevron-right", "handout.view.group.open"
	if open {
		icon, hint = "chevron-down", "handout.view.group.close"
	}
	text := s.Paragraph(first.Heading, kit.SizeBody, 20, kit.Semibold, p.Ink)
	count := s.Text(v.tr("handout.view.group.count", words.Args{"In": s.Tr.Int(in), "All": s.Tr.Int(all)}), kit.SizeMeta, kit.Regular, p.Quiet)
	row := kit.RowGrow(10, text, s.IconImage(icon, 18, p.Quiet), text, count)
	line := s.Tap(groupID+first.Group, first.Heading, kit.Look{Hover: p.Hover}, kit.Pad(kit.Even(8), row), func() { v.fold(first.Group, !open) })
	line.WithHint(v.tr(hint, words.Args{"Heading": first.Heading}), nil)
	line.OnKey = v.listKey
	return line
}

// fold opens or closes a group of the list.
func (v *View) fold(group string, open bool) {
	v.state.Open[group] = open
	v.showPanel()
}

func (v *View) check(section pages.Section) *kit.Tap {
	s := v.style
	spec := kit.CheckSpec{
		ID: sectionID + section.ID, Text: section.Title, On: v.chosen(section), Locked: section.Locked,
		Changed: func(on bool) { v.put(section.ID, on) },
	}
	if section.Missing != "" {
		spec.Off = v.tr(section.Missing)
	}
	if section.Locked {
		spec.Trailer = s.IconImage("lock", 16, s.Palette.Quiet)
	} else if v.doc != nil && v.doc.PageOf(section.ID) > 0 {
		spec.Trailer = s.Text(v.tr("handout.view.page", words.Args{"Page": v.doc.PageOf(section.ID)}), kit.SizeMeta, kit.Regular, s.Palette.Quiet)
	}
	line := s.Check(spec)
	line.OnKey = v.listKey
	return line
}

// listKey moves along the list by the arrows up and down; those to the sides open and close a heading, or lead to it from
// one of its sections.
func (v *View) listKey(ev *fyne.KeyEvent) bool {
	at := slices.Index(v.stops, v.style.Register.IDOf(v.deps.Focused()))
	switch ev.Name {
	case fyne.KeyUp:
		v.focus(at - 1)
	case fyne.KeyDown:
		v.focus(at + 1)
	case fyne.KeyLeft, fyne.KeyRight:
		return v.sideKey(at, ev.Name == fyne.KeyRight)
	default:
		return false
	}
	return true
}

func (v *View) sideKey(at int, right bool) bool {
	if at < 0 {
		return false
	}
	sections := pages.Sections(v.deps.Input(v.choice))
	for _, s := range sections {
		switch v.stops[at] {
		case groupID + s.Group:
			if v.isOpen(s.Group, len(sections)) != right {
				v.fold(s.Group, right)
			}
			return true
		case sectionID + s.ID:
			if head := slices.Index(v.stops, groupID+s.Group); !right && head >= 0 {
				v.focus(head)
			}
			return true
		}
	}
	return false
}

// focus leads to a line of the list and brings it into sight.
func (v *View) focus(at int) {
	if at < 0 || at >= len(v.stops) {
		return
	}
	if line, ok := v.style.Register.Get(v.stops[at]).(*kit.Tap); ok {
		v.deps.Focus(line)
		v.list.RevealIn(line, 0, line.Size().Height)
	}
}
