package setup

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"doublefix/app/ballot"
	"doublefix/app/look"
	"doublefix/app/words"
	"doublefix/app/workshop"
	"doublefix/views/kit"
	"doublefix/views/theme"
	"doublefix/views/viewtest"
)

func TestMain(m *testing.M) { viewtest.Main(m) }

// stage is a window with a dialog in it, and what the modal around it would hear.
type stage struct {
	t     *testing.T
	win   fyne.Window
	style kit.Style
	deps  Deps
	keys  []fyne.KeyName // that the dialog had no use for
}

func newStage(t *testing.T, lang words.Lang, factor float32) *stage {
	t.Helper()
	st := &stage{t: t, win: test.NewTempWindow(t, nil), style: kit.NewStyle(words.For(lang), look.Light(), factor)}
	st.style.Key = func(ev *fyne.KeyEvent) { st.keys = append(st.keys, ev.Name) }
	st.deps = Deps{Focus: func(f fyne.Focusable) { st.win.Canvas().Focus(f) }, Focused: func() fyne.Focusable { return st.win.Canvas().Focused() }}
	return st
}

// dialog is what every body offers the window.
type dialog interface {
	First() fyne.Focusable
	Problem() string
}

// show puts a dialog into the room that a modal leaves it in a window 700 high.
func (st *stage) show(content fyne.CanvasObject, d dialog) {
	st.t.Helper()
	st.win.SetContent(content)
	st.win.Resize(fyne.NewSize(640, 540))
	if first := d.First(); first != nil {
		st.deps.Focus(first)
	}
}

func (st *stage) get(id string) fyne.Focusable {
	st.t.Helper()
	part := st.style.Register.Get(id)
	if part == nil {
		st.t.Fatalf("there is no %s", id)
	}
	return part
}

// write replaces what stands in a field, by its keys.
func (st *stage) write(id, text string) {
	st.t.Helper()
	f := st.get(id).(*field)
	st.deps.Focus(f)
	f.SetText("")
	for _, r := range text {
		if r == '\n' {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			continue
		}
		f.TypedRune(r)
	}
}

// press focuses a part and presses a key, Space where none is given.
func (st *stage) press(id string, keys ...fyne.KeyName) {
	st.t.Helper()
	part := st.get(id)
	st.deps.Focus(part)
	if len(keys) == 0 {
		keys = []fyne.KeyName{fyne.KeySpace}
	}
	for _, k := range keys {
		st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// stuck wants a problem that is a sentence, and the focus on the field that mends it.
func (st *stage) stuck(d dialog, at string) {
	st.t.Helper()
	said := d.Problem()
	if !strings.HasSuffix(said, ".") || strings.Contains(said, "setup.") || strings.Contains(said, "{{") {
		st.t.Errorf("the problem is %q, want a sentence", said)
	}
	if id := st.style.Register.IDOf(st.win.Canvas().Focused()); id != at {
		st.t.Errorf("the focus is on %q, want %s", id, at)
	}
}

func (st *stage) fine(d dialog) {
	st.t.Helper()
	if said := d.Problem(); said != "" {
		st.t.Errorf("there is a problem: %s", said)
	}
}

var fourOptions = []workshop.Option{
	{ID: "A", Title: words.Both("Line up agencies at home first", "Primero coordinar las instituciones propias"), Summary: words.Both("In short", "En breve")},
	{ID: "B", Title: words.Both("Trace more guns and share what the traces show", "Rastrear más armas y compartir lo que muestran los rastreos")},
	{ID: "C", Title: words.Both("Hold the gun industry and the supply chain to account", "Exigir cuentas a la industria y a la cadena de suministro")},
	{ID: "D", Title: words.Both("Prevent with cities, civil society and business", "Prevenir con ciudades, sociedad civil y empresas")},
}

var twoTables = []workshop.Table{{ID: "1", Name: "North", People: 6}, {ID: "2", People: 8}}

func reading(t *testing.T, text string) *ballot.Reading {
	t.Helper()
	r, err := ballot.Read(strings.NewReader(text), ballot.Input{Format: ballot.CSV})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// bodies makes every dialog with something in it.
func bodies(t *testing.T, st *stage) map[string]func() (fyne.CanvasObject, dialog) {
	t.Helper()
	at := time.Date(2026, 11, 22, 10, 5, 0, 0, time.UTC)
	people := []workshop.Person{{ID: "p1", Name: "Ana Ruiz", Code: "A1", Table: "1"}, {ID: "p2", Code: "B7", Table: "2"}, {ID: "p3", Forgotten: true}}
	paper := workshop.Paper{Question: words.Both("Which should come first?", "¿Qué debe ir primero?"), Options: fourOptions}
	return map[string]func() (fyne.CanvasObject, dialog){
		"people": func() (fyne.CanvasObject, dialog) {
			d := NewPeople(st.style, st.deps, PeopleInput{HeadCount: 14, Tables: twoTables, People: people, Forget: func(string) bool { return true }})
			return d.Content, d
		},
		"round": func() (fyne.CanvasObject, dialog) {
			d := NewRound(st.style, st.deps, RoundInput{Number: 2, New: true, Ballots: 3, Decision: workshop.Decision{Rule: "schulze"}})
			return d.Content, d
		},
		"question": func() (fyne.CanvasObject, dialog) {
			d := NewQuestion(st.style, st.deps, QuestionInput{Question: paper.Question, Options: fourOptions, Usual: paper, Ballots: 12})
			return d.Content, d
		},
		"settings": func() (fyne.CanvasObject, dialog) {
			d := NewSettings(st.style, st.deps, workshop.Settings{Ties: true}, 12)
			return d.Content, d
		},
		"print": func() (fyne.CanvasObject, dialog) {
			d := NewPrint(st.style, st.deps, PrintInput{Tables: twoTables, People: 14, Issued: 6, Options: 4})
			return d.Content, d
		},
		"import": func() (fyne.CanvasObject, dialog) {
			d := NewImport(st.style, st.deps, ImportInput{
				File: "table-1.csv", Options: fourOptions, Tables: twoTables,
				Reading: reading(t, "A,Trace more guns and share what the traces show,Industry,D\n1,2,3,4\n2,1,x,3\n1,,,\n,,,\n4,3,2,1\n"),
			})
			return d.Content, d
		},
		"audit": func() (fyne.CanvasObject, dialog) {
			kept := AuditEntry{At: at, By: "LM", What: "Table 1 is called North"}
			d := NewAudit(st.style, st.deps, AuditInput{
				Entries: []AuditEntry{{At: at.Add(-24 * time.Hour), What: "Round 1 is open"}, kept, {At: at.Add(time.Minute), What: "Ballot 014 entered", Undone: true}},
				Conflicts: []AuditConflict{
					{Kept: kept, Other: AuditEntry{At: at.Add(-time.Hour), What: "Table 1 is called South"}},
					{Kept: AuditEntry{At: at, What: "ballot 014"}, Other: AuditEntry{At: at, What: "a ballot on screen"}, Person: "Ana", Round: "1"},
				},
			})
			return d.Content, d
		},
		"criteria": func() (fyne.CanvasObject, dialog) {
			d := NewCriteria(st.style, st.deps, CriteriaInput{Options: fourOptions, People: people, Criteria: scoredCriteria()})
			return d.Content, d
		},
	}
}

func scoredCriteria() workshop.Criteria {
	scores := map[string]map[string]float64{}
	for i, o := range fourOptions {
		scores[o.ID] = map[string]float64{"c1": float64(2 + 2*i), "c2": float64(9 - i)}
	}
	return workshop.Criteria{
		List:    []workshop.Criterion{{ID: "c1", Name: words.Both("Effect on violence", "Efecto en la violencia"), Weight: 3}, {ID: "c2", Name: words.Both("Cost", "Costo"), Weight: 1}},
		Scoring: []workshop.Scoring{{ID: "s1", Scores: scores}},
	}
}

// TestPictures writes a picture of every dialog where DOUBLEFIX_PICTURES names a folder, and checks in any case that no
// dialog is wider than its modal, in both languages and at the largest text.
func TestPictures(t *testing.T) {
	folder := os.Getenv("DOUBLEFIX_PICTURES")
	for _, factor := range []float32{1, 2} {
		test.ApplyTheme(t, theme.New(look.Light(), false, factor))
		for _, lang := range words.Langs() {
			st := newStage(t, lang, factor)
			for name, body := range bodies(t, st) {
				width, height := Width-40, float32(540)
				if factor == 2 {
					width, height = 728, 484 // in a window 800 wide and 700 high
				}
				content, d := body()
				if least := content.MinSize().Width; least > width {
					t.Errorf("%s in %s at %v needs a width of %v, there are %v", name, lang, factor, least, width)
				}
				st.win.SetContent(kit.Pad(kit.Even(0), content))
				st.win.SetPadded(false)
				st.win.Resize(fyne.NewSize(width, height))
				if f := d.First(); f != nil {
					st.deps.Focus(f)
				}
				if folder == "" {
					continue
				}
				file, err := os.Create(filepath.Join(folder, name+"-"+string(lang)+map[float32]string{1: "", 2: "-large"}[factor]+".png"))
				if err != nil {
					t.Fatal(err)
				}
				if err := png.Encode(file, st.win.Canvas().Capture()); err != nil {
					t.Fatal(err)
				}
				_ = file.Close()
			}
		}
	}
}
