package explore

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"doublefix/app/dataset"
	"doublefix/app/words"
	"doublefix/views/kit"
)

// listPane lists the datasets by topic, under the search field.
func (v *View) listPane() fyne.CanvasObject {
	s := v.style
	v.listHolder = kit.Fixed(0, 0)
	v.listHolder.Layout = kit.Fill{}
	field := kit.Pad(kit.Inset{Top: 16, Bottom: 4, Left: 16, Right: 16}, v.searchField())
	v.showList()
	pane := kit.Behind(canvas.NewRectangle(s.Palette.Paper), kit.ColumnGrow(0, v.listHolder, field, v.listHolder))
	return kit.RowTop(0, pane, pane, s.Rule())
}

func (v *View) items() []kit.Item {
	var items []kit.Item
	tr, l := v.style.Tr, v.style.Tr.Lang()
	for _, group := range v.groups() {
		if group.title != "" {
			items = append(items, kit.Item{Heading: group.title})
		}
		for _, d := range group.datasets {
			detail := v.count(d, len(d.Rows))
			if summary := d.Summary.In(l); summary != "" {
				detail = tr.T("explore.list.detail", words.Args{"Figures": detail, "Summary": summary})
			}
			items = append(items, kit.Item{ID: d.ID, Title: d.Title.In(l), Detail: detail})
		}
	}
	return items
}

// count says how many figures, or entries without figures, n are.
func (v *View) count(d *dataset.Dataset, n int) string {
	if d.Role == dataset.RoleDataset {
		return v.style.Tr.N("explore.list.figures", n)
	}
	return v.style.Tr.N("explore.list.entries", n)
}

type group struct {
	title    string
	datasets []*dataset.Dataset
}

// groups returns the datasets under their topics; those without a known topic come last, under none.
func (v *View) groups() []group {
	set, l := v.deps.Set, v.style.Tr.Lang()
	under := map[string][]*dataset.Dataset{}
	known := map[string]bool{}
	for _, t := range set.Topics {
		known[t.ID] = true
	}
	for _, d := range set.Datasets {
		topic := d.Topic
		if !known[topic] {
			topic = ""
		}
		under[topic] = append(under[topic], d)
	}
	var out []group
	for _, t := range set.Topics {
		if len(under[t.ID]) > 0 {
			out = append(out, group{t.Title.In(l), under[t.ID]})
		}
	}
	if len(under[""]) > 0 {
		out = append(out, group{"", under[""]})
	}
	return out
}

// order returns the ids of the datasets as they stand in the list.
func (v *View) order() []string {
	var ids []string
	for _, g := range v.groups() {
		for _, d := range g.datasets {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// topic returns the title of the topic of the open dataset.
func (v *View) topic() string {
	for _, t := range v.deps.Set.Topics {
		if t.ID == v.data.Topic {
			return t.Title.In(v.style.Tr.Lang())
		}
	}
	return ""
}
