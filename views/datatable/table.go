// Package datatable shows rows of text as a table that sorts by any column, by mouse and by keyboard.
package datatable

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"doublefix/views/kit"
)

// Column is one column of the table.
type Column struct {
	ID, Title string
	Numeric   bool // figures, set at the right
}

// Data is what a table shows: cells by row and column, as they are read.
type Data struct {
	Columns []Column
	Rows    [][]string
	IDs     []string // one a row
	Sorted  string   // id of the column the rows are in order of; "" for the order of the file
	Down    bool     // largest first
}

// Table is the widget. The cell under the cursor is highlighted; arrows, Home, End, Page Up and Page Down move it and O puts
// the rows in order of its column.
type Table struct {
	widget.Table
	OnSort   func(column string)
	OnCursor func(id string) // the row under the cursor

	style  kit.Style
	data   Data
	widths []float32
	cursor widget.TableCellID
	chosen bool // a row is under the cursor
}

const (
	cellPadding  = 10
	widestColumn = 320
	pageRows     = 10
)

// New returns a table of data.
func New(style kit.Style, data Data) *Table {
	t := &Table{style: style, data: data}
	t.ShowHeaderRow = true
	t.Length = func() (int, int) { return len(t.data.Rows), len(t.data.Columns) }
	t.CreateCell = func() fyne.CanvasObject { return newCell(style) }
	t.UpdateCell = func(id widget.TableCellID, o fyne.CanvasObject) { t.fill(id, o.(*cell)) }
	t.CreateHeader = func() fyne.CanvasObject { return newHeader(style) }
	t.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) { t.head(id.Col, o.(*header)) }
	t.OnSelected = t.selected
	t.ExtendBaseWidget(t)
	t.measure()
	style.Register.Put("table", t)
	return t
}

// measure makes every column as wide as its widest cell, within reason.
func (t *Table) measure() {
	t.widths = make([]float32, len(t.data.Columns))
	for i, c := range t.data.Columns {
		w := t.style.Width(c.Title, kit.SizeMeta, kit.Semibold) + t.style.Px(18)
		for _, row := range t.data.Rows {
			w = max(w, t.style.Width(row[i], kit.SizeBody, kit.Regular))
		}
		t.widths[i] = min(w, t.style.Px(widestColumn)) + 2*cellPadding
		t.SetColumnWidth(i, t.widths[i])
	}
}

func (t *Table) fill(id widget.TableCellID, c *cell) {
	if id.Row >= len(t.data.Rows) || id.Col >= len(t.data.Columns) {
		return // Fyne may ask for a row that has just gone
	}
	room := t.widths[id.Col] - 2*cellPadding
	c.set(t.style.Shorten(t.data.Rows[id.Row][id.Col], kit.SizeBody, kit.Regular, room), t.data.Columns[id.Col].Numeric)
	c.mark(t.chosen && id.Row == t.cursor.Row)
}

func (t *Table) head(col int, h *header) {
	if col < 0 || col >= len(t.data.Columns) {
		return
	}
	c := t.data.Columns[col]
	arrow := ""
	if c.ID == t.data.Sorted {
		arrow = "arrow-up"
		if t.data.Down {
			arrow = "arrow-down"
		}
	}
	h.set(c, arrow, func() { t.sort(col) })
}

func (t *Table) sort(col int) {
	if t.OnSort != nil && col >= 0 && col < len(t.data.Columns) {
		t.OnSort(t.data.Columns[col].ID)
	}
}

func (t *Table) selected(id widget.TableCellID) {
	t.cursor, t.chosen = id, true
	t.Refresh() // the whole row is marked, not only the cell
	if t.OnCursor != nil && id.Row >= 0 && id.Row < len(t.data.IDs) {
		t.OnCursor(t.data.IDs[id.Row])
	}
}

// ShowRow puts the cursor on the row with that id.
func (t *Table) ShowRow(id string) {
	if row := slices.Index(t.data.IDs, id); row >= 0 {
		t.Select(widget.TableCellID{Row: row, Col: t.cursor.Col})
	}
}

// Resize keeps the row of the cursor in sight.
func (t *Table) Resize(size fyne.Size) {
	changed := size.Height != t.Size().Height
	t.Table.Resize(size)
	if changed && t.chosen {
		t.ScrollToTop() // from there the row ends up at the foot, never under the titles
		t.ScrollTo(t.cursor)
	}
}

// Column returns the id of the column under the cursor.
func (t *Table) Column() string {
	if t.cursor.Col < 0 || t.cursor.Col >= len(t.data.Columns) {
		return ""
	}
	return t.data.Columns[t.cursor.Col].ID
}

// SetCursorColumn puts the cursor in a column, as after the rows were put in another order.
func (t *Table) SetCursorColumn(id string) {
	for i, c := range t.data.Columns {
		if c.ID == id {
			t.cursor.Col = i
		}
	}
}

// TypedKey moves the cursor and hands on every key it has no use for.
func (t *Table) TypedKey(ev *fyne.KeyEvent) {
	rows, cols := len(t.data.Rows), len(t.data.Columns)
	at := t.cursor
	switch ev.Name {
	case fyne.KeyUp:
		at.Row--
	case fyne.KeyDown:
		at.Row++
	case fyne.KeyLeft:
		at.Col--
	case fyne.KeyRight:
		at.Col++
	case fyne.KeyPageUp:
		at.Row -= pageRows
	case fyne.KeyPageDown:
		at.Row += pageRows
	case fyne.KeyHome:
		at.Row = 0
	case fyne.KeyEnd:
		at.Row = rows - 1
	default:
		if t.style.Key != nil {
			t.style.Key(ev)
		}
		return
	}
	at.Row, at.Col = min(max(at.Row, 0), rows-1), min(max(at.Col, 0), cols-1)
	if rows > 0 && cols > 0 {
		t.Select(at)
	}
}

// TypedRune sorts by the cursor's column on O and hands on every other letter.
func (t *Table) TypedRune(r rune) {
	switch {
	case r == 'o' || r == 'O':
		t.sort(t.cursor.Col)
	case t.style.Rune != nil && r != ' ':
		t.style.Rune(r)
	}
}
