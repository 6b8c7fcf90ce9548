package datatable

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"doublefix/app/look"
	"doublefix/app/words"
	"doublefix/views/kit"
	"doublefix/views/viewtest"
)

func TestMain(m *testing.M) { viewtest.Main(m) }

func shown(t *testing.T) (*Table, *[]rune) {
	t.Helper()
	var passed []rune
	style := kit.NewStyle(words.For(words.English), look.Light(), 1)
	style.Rune = func(r rune) { passed = append(passed, r) }
	data := Data{
		Columns: []Column{{ID: "year", Title: "Year"}, {ID: "n", Title: "Firearms", Numeric: true}, {ID: "note", Title: "Caveat"}},
		Sorted:  "n", Down: true,
	}
	for _, r := range [][]string{{"2023", "1,171", ""}, {"2010", "279", strings.Repeat("a long caveat ", 60)}, {"2009", "107", ""}} {
		data.Rows, data.IDs = append(data.Rows, r), append(data.IDs, "r"+r[0])
	}
	table := New(style, data)
	w := test.NewTempWindow(t, table)
	w.Resize(fyne.NewSize(700, 300))
	return table, &passed
}

func press(t *Table, keys ...fyne.KeyName) {
	for _, k := range keys {
		t.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestCursorTellsItsRow(t *testing.T) {
	table, _ := shown(t)
	var rows []string
	table.OnCursor = func(id string) { rows = append(rows, id) }
	press(table, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp)
	if got := strings.Join(rows, " "); got != "r2010 r2009 r2010 r2023 r2009 r2023" {
		t.Errorf("cursor went %s", got)
	}
}

func TestSortByKeyboard(t *testing.T) {
	table, passed := shown(t)
	var sorted []string
	table.OnSort = func(c string) { sorted = append(sorted, c) }
	press(table, fyne.KeyDown, fyne.KeyRight)
	table.TypedRune('o')
	press(table, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	table.TypedRune('O')
	table.TypedRune('t')
	if got := strings.Join(sorted, " "); got != "n note" {
		t.Errorf("sorted by %s", got)
	}
	if string(*passed) != "t" {
		t.Errorf("handed on %q", string(*passed))
	}
	if table.Column() != "note" {
		t.Errorf("cursor is in column %q", table.Column())
	}
}

func TestShowRow(t *testing.T) {
	table, _ := shown(t)
	got := ""
	table.OnCursor = func(id string) { got = id }
	table.ShowRow("r2009")
	if got != "r2009" {
		t.Errorf("cursor on %q", got)
	}
	table.ShowRow("missing")
	if got != "r2009" {
		t.Errorf("a missing row moved the cursor to %q", got)
	}
}

func TestLongCellsAreShortened(t *testing.T) {
	table, _ := shown(t)
	c := newCell(table.style)
	table.fill(widget.TableCellID{Row: 1, Col: 2}, c)
	if !strings.HasSuffix(c.text.Text, "…") || c.text.MinSize().Width > widestColumn {
		t.Errorf("cell reads %q", c.text.Text)
	}
	table.fill(widget.TableCellID{Row: 0, Col: 1}, c)
	if c.text.Alignment != fyne.TextAlignTrailing || c.text.Text != "1,171" {
		t.Errorf("figure %q is aligned %v", c.text.Text, c.text.Alignment)
	}
	table.fill(widget.TableCellID{Row: 9, Col: 9}, c) // Fyne asks for rows that have just gone
}

func TestHeaderShowsTheOrder(t *testing.T) {
	table, _ := shown(t)
	h := newHeader(table.style)
	table.head(1, h)
	if h.arrow.Hidden {
		t.Error("the sorted column has no arrow")
	}
	sorted := ""
	table.OnSort = func(c string) { sorted = c }
	test.Tap(h)
	if sorted != "n" {
		t.Errorf("a click on the header sorted by %q", sorted)
	}
	table.head(0, h)
	if !h.arrow.Hidden {
		t.Error("another column has an arrow")
	}
}
