package dataset

import "doublefix/app/words"

// RowTitle says which row it is in a few words, for what leads to it: its name and when it was, or whose figure of which
// period.
func (d *Dataset) RowTitle(r Row, l words.Lang) string {
	title, _ := d.found(d.View(d.ViewOf(r)), r, d.tr(l))
	return title
}
