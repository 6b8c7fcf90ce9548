package ballots

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"doublefix/app/look"
	"doublefix/app/words"
	"doublefix/views/kit"
	"doublefix/views/theme"
	"doublefix/views/viewtest"
)

func TestMain(m *testing.M) { viewtest.Main(m) }

// room is the place with a round behind it, as simple as it can be.
type room struct {
	t     *testing.T
	view  *View
	style kit.Style
	win   fyne.Window
	state State
	m     Model

	printed map[string][]string // order by serial number
	asked   []string            // what else the place asked for
	casts   []Entry
	refuse  bool
	said    string
	menu    *fyne.Menu
}

type setting struct {
	lang   words.Lang
	factor float32
	width  float32
	height float32
	dark   bool
	model  func(m *Model)
	bare   bool // no paper is printed
}

func enter(t *testing.T, set setting) *room {
	t.Helper()
	if set.lang == "" {
		set.lang = words.English
	}
	if set.factor == 0 {
		set.factor, set.width, set.height = 1, 1204, 720
	}
	palette := look.Light()
	if set.dark {
		palette = look.Dark()
	}
	test.ApplyTheme(t, theme.New(palette, set.dark, set.factor))
	r := &room{t: t, win: test.NewTempWindow(t, nil), printed: map[string][]string{}}
	r.style = kit.NewStyle(words.For(set.lang), palette, set.factor)
	r.style.Key = func(ev *fyne.KeyEvent) { r.view.Key(ev) }
	r.style.Rune = func(c rune) { r.view.Rune(c) }
	r.m = Model{
		Round: "1", Rounds: []Choice{{"1", "1"}}, Phase: Open, Question: "Which should come first?", Ties: false,
		Options: []Option{
			{"A", "Line up agencies at home first", "Agencies"},
			{"B", "Trace more guns and share what the traces show", "Traces"},
			{"C", "Hold the gun industry and the supply chain to account", "Industry"},
			{"D", "Prevent with cities, civil society and business", "Prevention"},
		},
		Counts: Counts{Issued: 20, Returned: 19},
	}
	if set.bare {
		r.m.Counts = Counts{}
	} else {
		orders := []string{"CADB", "ABCD", "DCBA", "BDAC"}
		for i := range 20 {
			r.printed[fmt.Sprintf("%03d", i+1)] = strings.Split(orders[i%4], "")
		}
	}
	if set.model != nil {
		set.model(&r.m)
	}
	r.view = New(r.style, r.deps(), &r.state)
	r.win.SetContent(r.view.Content)
	r.win.Resize(fyne.NewSize(set.width, set.height))
	r.view.Show(r.m)
	return r
}

func (r *room) deps() Deps {
	ask := func(what string) func() { return func() { r.asked = append(r.asked, what) } }
	tell := func(what string) func(string) { return func(id string) { r.asked = append(r.asked, what+" "+id) } }
	return Deps{
		Head: func() fyne.CanvasObject {
			return r.style.Segments([]kit.Choice{{Text: "1  Mine"}, {Text: "2  Ballots"}, {Text: "3  Result"}}, 1, func(int) {})
		},
		Read: func(number string) (string, []string, bool) {
			label := padded(number)
			order, ok := r.printed[label]
			return label, order, ok
		},
		Parse: r.parse,
		Begin: func() (string, []string) { return "s" + strconv.Itoa(len(r.casts)), []string{"D", "B", "A", "C"} },
		Enter: r.enter, Second: r.second,
		Keep: func(id string, second bool) { r.asked = append(r.asked, fmt.Sprintf("keep %s %v", id, second)) },
		Withdraw: func(id string) {
			r.m.row(id).State = Withdrawn
			r.m.Counts.Entered--
			r.view.Show(r.m)
		},
		Undo: ask("undo"), Open: ask("open"), Close: ask("close"), ShowResult: ask("result"),
		ChooseRound: tell("round"), ChooseTable: tell("table"),
		ChoosePerson: func(id string) { r.m.Person = id; r.asked = append(r.asked, "person "+id); r.view.Show(r.m) },
		SetReturned:  func(n int) { r.m.Counts.Returned = n; r.view.Show(r.m) },
		People:       ask("people"), Import: ask("import"), Print: ask("print"), RoundSetup: ask("setup"), Audit: ask("audit"),
		Focus:   func(f fyne.Focusable) { r.win.Canvas().Focus(f) },
		Focused: func() fyne.Focusable { return r.win.Canvas().Focused() },
		PopUp:   func(m *fyne.Menu, _ fyne.CanvasObject) { r.menu = m }, Position: func(s string) { r.said = s },
	}
}

// parse reads digits as a workshop without ties does.
func (r *room) parse(digits string, order []string) (map[string]int, Mark, string) {
	places, seen := map[string]int{}, map[rune]bool{}
	for i, d := range digits {
		if d == '0' {
			continue
		}
		if seen[d] && !r.m.Ties {
			return nil, Spoilt, "ballots.why.twice"
		}
		seen[d], places[order[i]] = true, int(d-'0')
	}
	if len(places) == 0 {
		return nil, Blank, ""
	}
	return places, Valid, ""
}

func (r *room) enter(e Entry) bool {
	if r.refuse {
		return false
	}
	r.casts = append(r.casts, e)
	if e.ID == "" {
		e.ID = "b" + strconv.Itoa(len(r.casts))
	}
	row := Row{ID: e.ID, Serial: e.Serial, Paper: e.Paper, Shown: e.Shown, State: e.State, Why: e.Why, Screen: e.Screen, Order: inOrder(e.Places)}
	if i := slices.IndexFunc(r.m.Rows, func(x Row) bool { return x.ID == e.ID }); i >= 0 {
		r.m.Rows[i] = row
	} else {
		r.m.Rows = append([]Row{row}, r.m.Rows...)
		r.m.Counts.Entered++
		r.m.Counts.Left = max(r.m.Counts.Returned-r.m.Counts.Entered, 0)
	}
	r.m.Undo = row.Serial
	r.view.Show(r.m)
	return true
}

func (r *room) second(id string, e Entry) {
	row := r.m.row(id)
	row.Second, row.Other = e.Paper, inOrder(e.Places)
	row.Checked, row.Differs = e.Paper == row.Paper, e.Paper != row.Paper
	r.m.Counts.Second++
	if row.Differs {
		r.m.Counts.Differ++
	}
	r.view.Show(r.m)
}

func inOrder(places map[string]int) string {
	var ids []string
	for id := range places {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return places[a] - places[b] })
	return strings.Join(ids, " > ")
}

// types sends keys to whatever has the focus: "⏎" is Enter, "⌫" Backspace, "⎋" Esc, "↓" and "↑" the arrows, "␡" Delete.
func (r *room) types(keys string) {
	names := map[rune]fyne.KeyName{'⏎': fyne.KeyReturn, '⌫': fyne.KeyBackspace, '⎋': fyne.KeyEscape, '↓': fyne.KeyDown, '↑': fyne.KeyUp, '␡': fyne.KeyDelete}
	for _, c := range keys {
		if name, ok := names[c]; ok {
			r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		} else {
			r.win.Canvas().Focused().TypedRune(c)
		}
	}
}

func (r *room) focus(id string) { r.win.Canvas().Focus(r.style.Register.Get(id)) }
func (r *room) tap(id string) {
	r.t.Helper()
	b, ok := r.style.Register.Get(id).(*kit.Tap)
	if !ok {
		r.t.Fatalf("no button %s", id)
	}
	test.Tap(b)
}

// casting is the entries in short: number, digits and first place.
func (r *room) casting() string {
	var out []string
	for _, e := range r.casts {
		out = append(out, strings.TrimSpace(e.Serial+":"+e.Paper+":"+strings.ReplaceAll(inOrder(e.Places), " > ", "")+string(e.State)))
	}
	return strings.Join(out, " ")
}

func (r *room) wants(want string) {
	r.t.Helper()
	if got := r.casting(); got != want {
		r.t.Errorf("entered %s\nwant    %s", got, want)
	}
}

// texts returns all texts that stand in an object and can be seen.
func texts(o fyne.CanvasObject) []string {
	if !o.Visible() {
		return nil
	}
	var out []string
	switch o := o.(type) {
	case *canvas.Text:
		out = append(out, o.Text)
	case *fyne.Container:
		for _, part := range o.Objects {
			out = append(out, texts(part)...)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(o).Objects() {
			out = append(out, texts(part)...)
		}
	}
	return out
}

func (r *room) reads() string { return strings.Join(texts(r.view.Content), "|") }

func (r *room) has(parts ...string) {
	r.t.Helper()
	for _, part := range parts {
		if !strings.Contains(r.reads(), part) {
			r.t.Errorf("%q is not to be read in %s", part, r.reads())
		}
	}
}

func (r *room) hasNot(parts ...string) {
	r.t.Helper()
	for _, part := range parts {
		if strings.Contains(r.reads(), part) {
			r.t.Errorf("%q is to be read", part)
		}
	}
}

// full is a round in the middle of its entry, in a room of three tables.
func full(m *Model) {
	m.Rounds = []Choice{{"1", "Round 1, before the evidence"}, {"2", "Round 2, after the evidence"}}
	m.Round = "2"
	m.Tables = []Choice{{"1", "Table 1"}, {"2", "Table 2"}, {"3", "Table 3"}}
	m.Table = "3"
	m.People = []Choice{{"p1", "Ana"}, {"p2", "Luis"}}
	for i, x := range []string{
		"2413 B > C > A > D", "4312 C > B > A > D", "3214 C > B > A > D", "3412 A > B > D > C", "1342 A > B > C > D",
		"3124 A > B > C > D", "4312 B > C > D > A", "3421 D > C > B > A", "2214 ", "1423 B > C > D > A", "1342 C > B > A > D", "2431 A > B > C > D", "1324 C > A > B > D",
	} {
		r := Row{ID: "b" + strconv.Itoa(i), Serial: padded(strconv.Itoa(i + 1)), Paper: x[:4], Order: x[5:], Table: "Table " + strconv.Itoa(i/5+1), Checked: i < 11, Shown: []string{"C", "A", "D", "B"}}
		if i == 8 {
			r.State, r.Why = Spoilt, "ballots.why.twice"
		}
		m.Rows = append([]Row{r}, m.Rows...)
	}
	m.Counts = Counts{Issued: 20, Returned: 19, Entered: 13, Left: 6, Spoilt: 1, NotReturned: 1, Second: 11}
	m.Undo = "013"
}
