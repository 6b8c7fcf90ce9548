package explore

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/dataset"
	"doublefix/app/look"
	"doublefix/app/words"
	"doublefix/views/kit"
	"doublefix/views/task"
	"doublefix/views/viewtest"
)

func TestMain(m *testing.M) { viewtest.Main(m) }

// room is the place in a window of its own.
type room struct {
	t        testing.TB
	view     *View
	style    kit.Style
	win      fyne.Window
	state    State
	position string
	saved    map[string]string
	menu     *fyne.Menu
	copied   string
}

func enter(t testing.TB, lang words.Lang, state State) *room {
	t.Helper()
	return enterSized(t, lang, state, 1)
}

func enterSized(t testing.TB, lang words.Lang, state State, factor float32) *room {
	t.Helper()
	r := &room{t: t, win: test.NewTempWindow(t, nil), state: state, saved: map[string]string{}}
	r.style = kit.NewStyle(words.For(lang), look.Light(), factor)
	r.style.Key = func(ev *fyne.KeyEvent) { r.view.Key(ev) }
	r.view = New(r.style, Deps{
		Set: viewtest.Set(t), Runner: task.Inline(),
		Save: func(name string, write func(io.Writer) error) {
			var out bytes.Buffer
			if err := write(&out); err != nil {
				t.Error(err)
			}
			r.saved[name] = out.String()
		},
		Fail:     func(err error) { t.Error(err) },
		Said:     func(err error) string { return said(r.style.Tr, err) },
		Copy:     func(text, _ string) { r.copied = text },
		Focus:    func(f fyne.Focusable) { r.win.Canvas().Focus(f) },
		Focused:  func() fyne.Focusable { return r.win.Canvas().Focused() },
		PopUp:    func(menu *fyne.Menu, _ fyne.CanvasObject) { r.menu = menu },
		Position: func(s string) { r.position = s },
	}, &r.state)
	r.win.SetContent(r.view.Content)
	r.win.Resize(fyne.NewSize(1204, 690))
	return r
}

func (r *room) key(names ...fyne.KeyName) {
	for _, n := range names {
		ev := &fyne.KeyEvent{Name: n}
		if f := r.win.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
		} else {
			r.view.Key(ev)
		}
	}
}

func (r *room) focused() string { return r.style.Register.IDOf(r.win.Canvas().Focused()) }

func TestFirstStartShowsAChart(t *testing.T) {
	r := enter(t, words.English, State{})
	if r.view.chart == nil || len(r.view.spec.Marks) == 0 {
		t.Fatal("no chart on the screen")
	}
	if r.state.Dataset != r.view.order()[0] {
		t.Errorf("open is %s, first in the list is %s", r.state.Dataset, r.view.order()[0])
	}
}

// Every dataset shows its chart, its table, its sources and its readings, in both languages.
func TestEveryDataset(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang, State{})
		for _, id := range r.view.order() {
			r.view.Choose(id)
			marks := len(r.view.spec.Marks)
			if marks == 0 {
				t.Errorf("%s: no marks", id)
			}
			for range min(marks, 40) {
				r.key(fyne.KeyRight)
			}
			if r.state.Row == "" || r.position == "" {
				t.Errorf("%s: nothing is read: row %q, position %q", id, r.state.Row, r.position)
			}
			if r.view.chart != nil {
				reading := r.view.reading(r.view.chart.Current())
				if reading.Value == "" || reading.Heading == "" || len(reading.Lines) == 0 {
					t.Errorf("%s: reading is %+v", id, reading)
				}
			}
			r.view.ToggleTable()
			r.view.ToggleSources()
			r.win.Canvas().Capture()
			r.view.ToggleSources()
			r.view.ToggleTable()
		}
	}
}

func TestArrowsReadFromAnywhere(t *testing.T) {
	r := enter(t, words.English, State{})
	r.key(fyne.KeyRight, fyne.KeyRight)
	if r.view.chart.Current() != 1 || !strings.HasPrefix(r.position, "Figure 2 of ") {
		t.Errorf("reading %d, %q", r.view.chart.Current(), r.position)
	}
}

func TestRowIsKeptBetweenChartAndTable(t *testing.T) {
	r := enter(t, words.English, State{})
	r.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	row := r.state.Row
	r.view.ToggleTable()
	if r.view.table == nil || r.state.Row != row {
		t.Fatalf("row %q became %q", row, r.state.Row)
	}
	r.view.ToggleTable()
	if r.view.rows[r.view.chart.Current()].ID != row {
		t.Error("the chart reads another figure than the table did")
	}
}

func TestDrawerTakesTheFocusAndGivesItBack(t *testing.T) {
	r := enter(t, words.English, State{})
	r.win.Canvas().Focus(r.style.Register.Get("explore.list"))
	r.view.ToggleSources()
	if r.focused() != "drawer.close" || r.view.left.Visible() {
		t.Errorf("focus on %q, list visible %v", r.focused(), r.view.left.Visible())
	}
	r.key(fyne.KeyEscape)
	if r.focused() != "explore.list" || !r.view.left.Visible() || r.state.Drawer {
		t.Errorf("focus on %q, list visible %v, drawer %v", r.focused(), r.view.left.Visible(), r.state.Drawer)
	}
}

// What opened the drawer may be gone when it is closed; then the focus goes to what is shown.
func TestDrawerClosedOnAnotherFace(t *testing.T) {
	r := enter(t, words.English, State{})
	r.win.Canvas().Focus(r.style.Register.Get("chart"))
	r.key(fyne.KeyRight)
	r.view.ToggleSources()
	name := r.style.Register.Get("drawer.face").(*kit.Tap).Name
	r.view.ToggleTable()
	if again := r.style.Register.Get("drawer.face").(*kit.Tap).Name; again == name {
		t.Errorf("beside the table the drawer still offers %q", again)
	}
	r.key(fyne.KeyEscape)
	if r.focused() != "table" {
		t.Errorf("the focus is on %q, want the table", r.focused())
	}
}

// The middle and the drawer are built anew all the time; the focus must not stay on what is gone.
func TestFocusOutlastsBuildingAnew(t *testing.T) {
	r := enter(t, words.English, State{})
	onScreen := func(id string) {
		t.Helper()
		if at := r.win.Canvas().Focused(); at == nil || at != r.style.Register.Get(id) {
			t.Errorf("the focus is on %q, want the %s that is on the screen", r.focused(), id)
		}
	}
	r.win.Canvas().Focus(r.style.Register.Get("chart"))
	r.view.ToggleSources()
	r.key(fyne.KeyRight)
	onScreen("drawer.close")
	r.key(fyne.KeyEscape)
	onScreen("chart")
	r.view.Step(1)
	onScreen("chart")
	r.win.Canvas().Focus(r.style.Register.Get("explore.export"))
	r.view.chooseView(r.view.data.Charts[0].Name)
	onScreen("explore.export")
	r.view.ToggleTable()
	onScreen("explore.export")
	r.win.Canvas().Focus(r.style.Register.Get("table"))
	r.view.sort(r.view.table.Column())
	onScreen("table")
	r.view.ToggleTable()
	onScreen("chart")
}

func TestCopyingAFigureCopiesItsSource(t *testing.T) {
	r := enter(t, words.English, State{})
	r.key(fyne.KeyRight)
	r.view.ToggleSources()
	test.Tap(r.style.Register.Get("drawer.copy").(*kit.Tap))
	row, _ := r.view.row()
	if !strings.Contains(r.copied, row.Source.Publisher.In(words.English)) {
		t.Errorf("copied %q", r.copied)
	}
}

func TestSortingTwiceTurnsRound(t *testing.T) {
	r := enter(t, words.English, State{Table: true})
	order := func() []string {
		var out []string
		rows, err := r.view.data.Select(dataset.Query{Sort: []string{map[bool]string{true: "-", false: ""}[r.state.Down] + r.state.Sorted}})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			out = append(out, row.ID)
		}
		return out
	}
	r.view.sort("value")
	up := order()
	r.view.sort("value")
	down := order()
	if !r.state.Down || slices.Equal(up, down) {
		t.Errorf("down %v; both ways give %v", r.state.Down, up)
	}
	r.view.sort("id")
	if r.state.Down {
		t.Error("another column starts with the largest")
	}
}

func TestOtherCharts(t *testing.T) {
	r := enter(t, words.English, State{})
	for _, id := range r.view.order() {
		r.view.Choose(id)
		for _, item := range r.view.viewMenu().Items {
			item.Action()
			if len(r.view.spec.Marks) == 0 {
				t.Errorf("%s, %s: nothing drawn", id, item.Label)
			}
		}
	}
}

func TestExports(t *testing.T) {
	for _, lang := range words.Langs() {
		r := enter(t, lang, State{})
		r.view.ExportCSV()
		for i, item := range r.view.exportMenu().Items[1:] {
			if i < 5 || lang == words.English { // large pictures take their time
				item.Action()
			}
		}
		wanted := map[string]string{".png": "\x89PNG"}
		if lang == words.English {
			wanted["-2x.png"], wanted["-4x.png"], wanted[".pdf"] = "\x89PNG", "\x89PNG", "%PDF-"
		}
		for ending, magic := range wanted {
			if file := r.saved[r.state.Dataset+"-"+string(lang)+ending]; !strings.HasPrefix(file, magic) {
				t.Errorf("%s: %s starts %.8q", lang, ending, file)
			}
		}
		csv, svg := r.saved[r.state.Dataset+"-"+string(lang)+".csv"], r.saved[r.state.Dataset+"-"+string(lang)+".svg"]
		for _, row := range r.view.data.Rows {
			if !strings.Contains(csv, row.Source.URL) {
				t.Errorf("%s: the table has no address for %s", lang, row.ID)
			}
		}
		source := strings.Fields(r.view.spec.Source)[0]
		if !strings.Contains(svg, "<title>") || !strings.Contains(svg, source) {
			t.Errorf("%s: the picture has no title or no source %q", lang, source)
		}
		d := xml.NewDecoder(strings.NewReader(svg))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", lang, err)
			}
		}
	}
}

func TestNarrowWindowFoldsTheList(t *testing.T) {
	r := enter(t, words.Spanish, State{})
	r.win.Resize(fyne.NewSize(700, 500))
	if r.view.left.Visible() || !r.view.main.Visible() {
		t.Fatal("the list did not fold")
	}
	test.Tap(r.style.Register.Get("explore.back").(*kit.Tap))
	if !r.view.left.Visible() || r.view.main.Visible() {
		t.Fatal("the list did not come back")
	}
	r.key(fyne.KeyDown)
	if r.view.left.Visible() || !r.view.main.Visible() || r.state.Dataset != r.view.order()[1] || r.focused() != "chart" {
		t.Errorf("choosing did not lead to the chart, the focus is on %q", r.focused())
	}
	r.view.ToggleSources()
	if r.view.main.Visible() || !r.view.side.Visible() {
		t.Error("the drawer does not cover the chart")
	}
}

// The list stays in the place of the chart when all is built anew, as for another language, until there is room for both.
func TestUnfoldedListOutlastsBuildingAnew(t *testing.T) {
	r := enter(t, words.English, State{})
	r.win.Resize(fyne.NewSize(700, 500))
	test.Tap(r.style.Register.Get("explore.back").(*kit.Tap))
	again := New(r.style, r.view.deps, &r.state)
	r.win.SetContent(again.Content)
	if !again.left.Visible() || again.main.Visible() {
		t.Error("the list has gone")
	}
	r.win.Resize(fyne.NewSize(1204, 500))
	if !again.left.Visible() || !again.main.Visible() {
		t.Error("with room for both, the chart is not shown")
	}
}

func TestUnknownDatasetOpensTheFirst(t *testing.T) {
	r := enter(t, words.English, State{Dataset: "gone", Row: "B99"})
	if r.state.Dataset != r.view.order()[0] {
		t.Errorf("open is %q", r.state.Dataset)
	}
}

func TestPackageWithoutTables(t *testing.T) {
	style := kit.NewStyle(words.For(words.English), look.Light(), 1)
	v := New(style, Deps{Set: &dataset.Set{}, Runner: task.Inline(), Focused: func() fyne.Focusable { return nil }, Position: func(string) {}}, &State{})
	v.ToggleSources()
	v.ExportCSV()
	v.ExportSVG()
	v.ExportPNG(4)
	v.ExportPDF()
	v.Step(1)
	v.ToggleTable()
	v.ToggleTerms()
	v.Open(Target{Row: "B08"})
	test.NewTempWindow(t, v.Content).Canvas().Capture()
}
