package handout

import (
	"doublefix/app/chart"
	"doublefix/app/dataset"
	"doublefix/app/workshop"
)

// KeptOf are the charts that a workshop has for the handout, each once though two rooms added it.
func KeptOf(c workshop.Charts) []Kept {
	var out []Kept
	for _, k := range c.Kept {
		if first, _ := c.Find(k.Dataset, k.Lens); first == k.ID {
			out = append(out, Kept{k.ID, k.Dataset, k.Lens})
		}
	}
	return out
}

// OwnOf gives what a workshop has of a person's own on charts, for [Input.Own]: titles, and notes and marks where they are to be
// printed.
func OwnOf(c workshop.Charts, notes bool) func(*dataset.Dataset, dataset.Lens) chart.Notes {
	return func(ds *dataset.Dataset, q dataset.Lens) chart.Notes {
		own := chart.Notes{Text: func(string) string { return "" }, Mark: func(string) bool { return false }, Title: c.Title(ds.ID, q.Chart(ds))}
		if notes {
			own.Text = func(row string) string { return c.Note(ds.ID, row) }
			own.Mark = func(row string) bool { return c.Highlighted(ds.ID, row) }
		}
		return own
	}
}
