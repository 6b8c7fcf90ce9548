package workshop

import (
	"bytes"
	"encoding/hex"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"doublefix/app/dataset"
)

// Bounds of what a person can write on charts and keep of them.
const (
	MaxNote   = 2000 // characters of a note
	MaxTitle  = 200  // characters of a title
	maxLens   = 32 << 10
	mostKept  = 200
	mostNotes = 2000
)

// Note is what a person has written at a figure of a dataset, or, where Row is "", at all of its charts.
type Note struct {
	Dataset string `json:"dataset"`
	Row     string `json:"row"`
	Text    string `json:"text"`
}

// Highlight is a figure that a person has marked.
type Highlight struct {
	Dataset string `json:"dataset"`
	Row     string `json:"row"`
}

// ChartTitle is a person's own title over a chart of a dataset. View names the chart and its form.
type ChartTitle struct {
	Dataset string `json:"dataset"`
	View    string `json:"view"`
	Title   string `json:"title"`
}

// Kept is a chart that was added to the handout, with what was asked of the figures.
type Kept struct {
	ID      string       `json:"chart"`
	Dataset string       `json:"dataset"`
	Lens    dataset.Lens `json:"lens"`
}

// Charts is what a person has written on charts and kept of them, in the order in which it was first written.
type Charts struct {
	Notes      []Note
	Highlights []Highlight
	Titles     []ChartTitle
	Kept       []Kept
}

// Note returns what is written at a figure, or, with row "", at the charts of a dataset.
func (c Charts) Note(dataset, row string) string {
	for _, n := range c.Notes {
		if n.Dataset == dataset && n.Row == row {
			return n.Text
		}
	}
	return ""
}

// Highlighted reports whether a figure is marked.
func (c Charts) Highlighted(dataset, row string) bool {
	return slices.Contains(c.Highlights, Highlight{dataset, row})
}

// Title returns a person's own title over a chart; "" for none.
func (c Charts) Title(dataset, view string) string {
	for _, t := range c.Titles {
		if t.Dataset == dataset && t.View == view {
			return t.Title
		}
	}
	return ""
}

// NoteRow writes a note at a figure, or, with row "", at the charts of a dataset; an empty text takes it away. ok is false where
// nothing changes or the note is too long.
func NoteRow(d Doc, dataset, row, text string) (e Edit, ok bool) {
	text = strings.TrimSpace(text)
	was := d.Charts.Note(dataset, row)
	if dataset == "" || utf8.RuneCountInString(text) > MaxNote || text == was || was == "" && len(d.Charts.Notes) >= mostNotes {
		return Edit{}, false
	}
	return newEdit(typeNoted, Note{dataset, row, text}), true
}

// MarkRow marks a figure, or takes the mark away. ok is false where nothing changes.
func MarkRow(d Doc, dataset, row string, on bool) (e Edit, ok bool) {
	if dataset == "" || row == "" || on == d.Charts.Highlighted(dataset, row) || on && len(d.Charts.Highlights) >= mostNotes {
		return Edit{}, false
	}
	return newEdit(typeMarked, chartMarked{Highlight{dataset, row}, on}), true
}

// TitleChart puts a person's own title over a chart; an empty one brings back that of the package. ok is false where nothing
// changes or the title is too long.
func TitleChart(d Doc, dataset, view, title string) (e Edit, ok bool) {
	title = strings.Join(strings.Fields(title), " ")
	was := d.Charts.Title(dataset, view)
	if dataset == "" || utf8.RuneCountInString(title) > MaxTitle || title == was || was == "" && len(d.Charts.Titles) >= mostNotes {
		return Edit{}, false
	}
	return newEdit(typeTitled, ChartTitle{dataset, view, title}), true
}

// KeepChart adds a chart to the handout. ok is false where the same question of the same dataset is there, or too many are.
func KeepChart(d Doc, dataset string, q dataset.Lens, random io.Reader) (e Edit, ok bool) {
	var id [8]byte
	if _, there := d.Charts.Find(dataset, q); there || dataset == "" || len(d.Charts.Kept) >= mostKept {
		return Edit{}, false
	}
	if _, err := io.ReadFull(random, id[:]); err != nil {
		return Edit{}, false
	}
	e = newEdit(typeKept, Kept{hex.EncodeToString(id[:]), dataset, q})
	return e, len(e.Data) <= maxLens
}

// Find returns the id of the kept chart of a dataset with that question, the first one where two rooms added it.
func (c Charts) Find(dataset string, q dataset.Lens) (id string, ok bool) {
	for _, k := range c.Kept {
		if k.same(dataset, q) {
			return k.ID, true
		}
	}
	return "", false
}

// same reports whether k is the chart of a question: questions are the same that are written the same.
func (k Kept) same(dataset string, q dataset.Lens) bool {
	return k.Dataset == dataset && bytes.Equal(newEdit(typeKept, k.Lens).Data, newEdit(typeKept, q).Data)
}

// DropChart takes a chart out of the handout, and with it others of the same question, which another room may have added. ok is
// false where it is not there.
func DropChart(d Doc, id string) (e Edit, ok bool) {
	i := slices.IndexFunc(d.Charts.Kept, func(k Kept) bool { return k.ID == id })
	if i < 0 {
		return Edit{}, false
	}
	gone := dropped{Chart: id}
	for _, k := range d.Charts.Kept {
		if k.ID != id && k.same(d.Charts.Kept[i].Dataset, d.Charts.Kept[i].Lens) {
			gone.Also = append(gone.Also, k.ID)
		}
	}
	return newEdit(typeDropped, gone), true
}

type chartMarked struct {
	Highlight
	On bool `json:"on"`
}

type dropped struct {
	Chart string   `json:"chart"`
	Also  []string `json:"also,omitempty"`
}
