package workshop

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// readChart reads the events of what a person writes on charts and keeps of them.
func readChart(kind string, data json.RawMessage) (*change, bool) {
	switch kind {
	case typeNoted:
		n, ok := decode[Note](data)
		return edits("note:"+pair(n.Dataset, n.Row), func(d *draft) {
			if n.Text != "" {
				d.doc.Charts.Notes = append(d.doc.Charts.Notes, n)
			}
		}), ok && n.Dataset != "" && utf8.RuneCountInString(n.Text) <= MaxNote
	case typeMarked:
		m, ok := decode[chartMarked](data)
		return edits("mark:"+pair(m.Dataset, m.Row), func(d *draft) {
			if m.On {
				d.doc.Charts.Highlights = append(d.doc.Charts.Highlights, m.Highlight)
			}
		}), ok && m.Dataset != "" && m.Row != ""
	case typeTitled:
		t, ok := decode[ChartTitle](data)
		return edits("title:"+pair(t.Dataset, t.View), func(d *draft) {
			if t.Title != "" {
				d.doc.Charts.Titles = append(d.doc.Charts.Titles, t)
			}
		}), ok && t.Dataset != "" && utf8.RuneCountInString(t.Title) <= MaxTitle
	case typeKept:
		k, ok := decode[Kept](data)
		return edits("chart:"+k.ID, func(d *draft) { d.doc.Charts.Kept = append(d.doc.Charts.Kept, k) }), ok && k.ID != "" && k.Dataset != "" && len(data) <= maxLens
	default:
		c, ok := decode[dropped](data)
		return c.change(), ok && c.Chart != ""
	}
}

func (c dropped) change() *change {
	gone := edits("chart:"+c.Chart, func(*draft) {})
	for _, id := range c.Also {
		gone.parts = append(gone.parts, part{"chart:" + id, func(*draft) {}})
	}
	return gone
}

// pair is the part of a register's name that two ids make; whatever is in them, no other two make the same.
func pair(a, b string) string { return strconv.Quote(a) + strconv.Quote(b) }

// chartName names what happened to a chart.
func chartName(e Edit) (string, map[string]any) {
	switch e.Type {
	case typeNoted:
		if n, _ := decode[Note](e.Data); n.Text == "" {
			return "edit.chart.note_gone", nil
		}
		return "edit.chart.note", nil
	case typeMarked:
		if m, _ := decode[chartMarked](e.Data); !m.On {
			return "edit.chart.mark_gone", nil
		}
		return "edit.chart.mark", nil
	case typeTitled:
		return "edit.chart.title", nil
	case typeKept:
		return "edit.chart.kept", nil
	}
	return "edit.chart.dropped", nil
}
