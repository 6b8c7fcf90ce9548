package setup

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"doublefix/app/ballot"
	"doublefix/app/ranking"
	"doublefix/app/words"
	"doublefix/app/workshop"
)

// TestKeys: Tab reaches every part, and comes out of fields of several lines; Esc always goes to the modal, Enter from fields
// of one line.
func TestKeys(t *testing.T) {
	for name := range bodies(t, newStage(t, words.English, 1)) {
		st := newStage(t, words.English, 1)
		content, d := bodies(t, st)[name]()
		st.show(content, d)
		seen := map[fyne.Focusable]bool{}
		for at := d.First(); at != nil && !seen[at]; at = st.win.Canvas().Focused() {
			seen[at] = true
			if f, ok := at.(*field); ok && f.AcceptsTab() {
				t.Errorf("%s: Tab stays in %s", name, st.style.Register.IDOf(at))
			}
			st.keys = nil
			at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if f, ok := at.(*field); ok && f.lines == 1 {
				at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
				if !slices.Equal(st.keys, []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn}) {
					t.Errorf("%s: %s hands on %v", name, st.style.Register.IDOf(at), st.keys)
				}
			} else if !slices.Equal(st.keys, []fyne.KeyName{fyne.KeyEscape}) {
				t.Errorf("%s: %s hands on %v", name, st.style.Register.IDOf(at), st.keys)
			}
			st.win.Canvas().FocusNext()
		}
		if len(seen) == 0 {
			t.Errorf("%s: nothing can have the focus", name)
		}
	}
}

func TestRound(t *testing.T) {
	st := newStage(t, words.Spanish, 1)
	d := NewRound(st.style, st.deps, RoundInput{Number: 2, New: true})
	st.show(d.Content, d)
	st.write("in.round.name", " Después ")
	st.press("in.round.rule", fyne.KeyEnd, fyne.KeyUp)
	st.press("in.round.tie.lot")
	if want := (RoundResult{"Después", workshop.Decision{Rule: string(ranking.IRV), Tie: workshop.TieLot}}); d.Result() != want {
		t.Errorf("the result is %v, want %v", d.Result(), want)
	}
	st.press("in.round.tie.stays")
	if tie := d.Result().Decision.Tie; tie != workshop.TieStays {
		t.Errorf("the tie is %q", tie)
	}
	st.press("in.round.rule", fyne.KeyHome)
	if d.Result().Decision != (workshop.Decision{}) {
		t.Errorf("without a rule: %v", d.Result().Decision)
	}
	st.fine(d)
}

func TestQuestion(t *testing.T) {
	st := newStage(t, words.English, 1)
	usual := workshop.Paper{Question: words.Both("Which?", "¿Cuál?"), Options: fourOptions}
	d := NewQuestion(st.style, st.deps, QuestionInput{Question: usual.Question, Options: fourOptions, Usual: usual, Ballots: 1})
	st.show(d.Content, d)
	if r := d.Result(); r.Changed || r.Anew || r.Paper.Question != nil || r.Paper.Options != nil {
		t.Errorf("untouched: %v", r)
	}
	st.press("in.option.B.out")
	st.press("in.option.add") // B is free again
	st.stuck(d, "in.option.B.en")
	st.write("in.option.B.en", "prevent with CITIES, civil society and business")
	st.stuck(d, "in.option.B.en")
	st.write("in.option.B.en", "Something else")
	st.write("in.option.B.short.es", "Otra cosa")
	st.fine(d)
	r := d.Result()
	last := r.Paper.Options[len(r.Paper.Options)-1]
	if !r.Changed || !r.Anew || r.Paper.Question != nil || len(r.Paper.Options) != 4 || last.ID != "B" ||
		!maps.Equal(last.Title, words.Text{"en": "Something else"}) || !maps.Equal(last.Summary, words.Text{"es": "Otra cosa"}) {
		t.Errorf("changed: %v", r)
	}
	st.write("in.question.en", "")
	st.write("in.question.es", " ")
	st.stuck(d, "in.question.en")
	st.press("in.question.usual")
	st.fine(d)
	if d.Result().Changed {
		t.Error("the question of the package counts as changed")
	}
	for _, id := range []string{"A", "B", "C"} {
		st.press("in.option." + id + ".out")
	}
	st.stuck(d, "in.option.add")
}

func TestSettings(t *testing.T) {
	st := newStage(t, words.English, 1)
	d := NewSettings(st.style, st.deps, workshop.Settings{People: 9}, 0)
	st.show(d.Content, d)
	st.press("in.settings.ties")
	st.press("in.settings.unranked.none")
	st.press("in.settings.second")
	st.write("in.settings.room", "b2")
	st.stuck(d, "in.settings.room")
	st.write("in.settings.room", " b")
	st.fine(d)
	if want := (workshop.Settings{Ties: true, Unranked: ballot.UnrankedNone, Room: "B", Second: true, People: 9}); d.Result() != want {
		t.Errorf("the settings are %v, want %v", d.Result(), want)
	}
}

func TestPrint(t *testing.T) {
	st := newStage(t, words.Spanish, 1)
	d := NewPrint(st.style, st.deps, PrintInput{Tables: twoTables, People: 20, Issued: 6, Options: 4})
	st.show(d.Content, d)
	if r := d.Result(); r.Count != 14 || r.PerPage != 2 || !slices.Equal(r.Langs, []words.Lang{words.Spanish}) || r.Paper != PaperA4 {
		t.Errorf("at first: %v", r)
	}
	st.press("in.print.table", fyne.KeyRight, fyne.KeyRight)
	st.press("in.print.page.four")
	st.press("in.print.lang.both")
	st.press("in.print.paper.letter")
	if r := d.Result(); r.Count != 8 || r.Table != "2" || r.PerPage != 4 || len(r.Langs) != 2 || r.Paper != PaperLetter {
		t.Errorf("for a table: %v", r)
	}
	for _, bad := range []string{"", "0", "many", "1000"} {
		st.write("in.print.count", bad)
		st.stuck(d, "in.print.count")
	}
	st.write("in.print.count", "5")
	st.press("in.print.table", fyne.KeyLeft)
	if r := d.Result(); r.Count != 5 || r.Table != "1" {
		t.Errorf("the person's own number does not stay: %v", r)
	}
}

func TestImport(t *testing.T) {
	st := newStage(t, words.English, 1)
	d := NewImport(st.style, st.deps, ImportInput{
		File: "b.csv", Options: fourOptions, Tables: twoTables,
		Reading: reading(t, "D) Prevenir con ciudades sociedad civil y empresas,a,Industry,option B\n1,2,3,4\n1,2,3,4\n2,1,x,3\n,,,\n,,1,2\n"),
	})
	st.show(d.Content, d)
	if want := []int{3, 0, -1, 1}; !slices.Equal(d.columns, want) {
		t.Fatalf("the columns are options %v, want %v", d.columns, want)
	}
	st.press("in.import.column.2", fyne.KeyRight) // "leave out" goes on to A, which is taken
	st.stuck(d, "in.import.column.2")
	st.press("in.import.column.2", fyne.KeyRight, fyne.KeyRight)
	st.fine(d)
	st.press("in.import.table", fyne.KeyRight)
	r := d.Result()
	if r.File != "b.csv" || r.Table != "1" || r.Blank != 1 || r.Total() != 4 || len(r.Rows) != 2 ||
		!maps.Equal(r.Rows[0].Places, map[string]int{"D": 1, "A": 2, "C": 3, "B": 4}) || r.Rows[0].Count != 2 ||
		!maps.Equal(r.Rows[1].Places, map[string]int{"C": 1, "B": 2}) {
		t.Errorf("the import is %+v", r)
	}
	for i := range 4 {
		for d.columns[i] >= 0 {
			st.press("in.import.column."+strconv.Itoa(i), fyne.KeyLeft)
		}
	}
	st.stuck(d, "in.import.column.0")
}

func TestImportOfNothing(t *testing.T) {
	st := newStage(t, words.Spanish, 1)
	d := NewImport(st.style, st.deps, ImportInput{File: "b.csv", Options: fourOptions, Reading: reading(t, "A,B,C,D\n1,x,3,2\n2,3,y,1\n")})
	st.show(d.Content, d)
	if said := d.Problem(); said == "" {
		t.Error("a file without a ballot can be added")
	}
}

func TestAuditIsNewestFirstAndGoesOn(t *testing.T) {
	st := newStage(t, words.English, 1)
	var entries []AuditEntry
	at := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	for i := range auditPage + 20 {
		entries = append(entries, AuditEntry{At: at.Add(time.Duration(i) * time.Minute), What: "Thing " + strconv.Itoa(i)})
	}
	d := NewAudit(st.style, st.deps, AuditInput{Entries: entries})
	st.show(d.Content, d)
	st.press("in.audit.list", fyne.KeyDown, fyne.KeyEnd)
	if d.scroll.Offset() == 0 {
		t.Error("the end of the list is not brought into sight")
	}
	st.press("in.audit.more")
	if id := st.style.Register.IDOf(st.win.Canvas().Focused()); id != "in.audit.list" {
		t.Errorf("with everything shown the focus is on %q", id)
	}
	if d.detail(AuditEntry{At: at, By: "LM", Undone: true}) != "09:00 · LM · undone" {
		t.Errorf("the detail is %q", d.detail(AuditEntry{At: at, By: "LM", Undone: true}))
	}
	st.fine(d)
}

func openCriteria(t *testing.T, lang words.Lang, c workshop.Criteria) (*stage, *Criteria) {
	t.Helper()
	st := newStage(t, lang, 1)
	d := NewCriteria(st.style, st.deps, CriteriaInput{Options: fourOptions[:2], People: []workshop.Person{{ID: "p", Name: "Ana"}}, Criteria: c})
	st.show(d.Content, d)
	return st, d
}

func TestCriteriaFromNothing(t *testing.T) {
	st, d := openCriteria(t, words.Spanish, workshop.Criteria{})
	st.fine(d)
	st.press("in.criterion.add")
	st.stuck(d, "in.criterion.c1.es")
	st.write("in.criterion.c1.es", "Costo")
	if !slices.ContainsFunc(test.LaidOutObjects(d.heads["c1"][0]), func(o fyne.CanvasObject) bool {
		text, ok := o.(*canvas.Text)
		return ok && text.Text == "Costo"
	}) {
		t.Error("the name of the criterion does not stand over its scores")
	}
	st.write("in.criterion.weight.c1", "dos")
	st.stuck(d, "in.criterion.weight.c1")
	st.write("in.criterion.weight.c1", "0")
	st.stuck(d, "in.criterion.weight.c1")
	st.write("in.criterion.weight.c1", "2,5")
	st.write("in.score.A.c1", "11")
	st.stuck(d, "in.score.A.c1")
	st.write("in.score.A.c1", "7")
	st.fine(d)
	r := d.Result()
	if len(r.List) != 1 || r.List[0].ID != "c1" || r.List[0].Weight != 2.5 || !maps.Equal(r.List[0].Name, words.Text{"es": "Costo"}) {
		t.Errorf("the criteria are %v", r.List)
	}
	if len(r.Changed) != 1 || r.Changed[0].Person != "" || r.Changed[0].Scores["A"]["c1"] != 7 || len(r.Changed[0].Scores) != 1 {
		t.Errorf("the scores are %v", r.Changed)
	}
	st.press("in.scale." + string(ranking.MinMax))
	if d.Result().Scale != string(ranking.MinMax) {
		t.Errorf("the scale is %q", d.Result().Scale)
	}
}

func TestCriteriaOfAnotherPerson(t *testing.T) {
	st, d := openCriteria(t, words.English, scoredCriteria())
	if len(d.Result().Changed) > 0 {
		t.Errorf("untouched scores count as changed: %v", d.Result().Changed)
	}
	st.press("in.score.person", fyne.KeyRight)
	if text := d.cells["A/c1"].Text; text != "" {
		t.Errorf("Ana begins with %q", text)
	}
	st.write("in.score.A.c1", "3")
	st.press("in.score.person", fyne.KeyLeft)
	if text := d.cells["A/c1"].Text; text != "2" {
		t.Errorf("the group's score is %q", text)
	}
	if r := d.Result(); len(r.Changed) != 1 || r.Changed[0].Person != "p" || r.Changed[0].Scores["A"]["c1"] != 3 {
		t.Errorf("changed: %v", r.Changed)
	}
}

func TestWhatScoresComeTo(t *testing.T) {
	// A 2 and 9, B 4 and 8: by weights 3 and 1, A has 3.75 and B 5; level where 2w + 9(1-w) = 4w + 8(1-w), a third.
	_, d := openCriteria(t, words.English, scoredCriteria())
	w, missing, err := d.weigh()
	if err != nil || missing > 0 || w.Order[0][0] != 1 || w.Totals[1].RatString() != "5" {
		t.Fatalf("weighed %v, %d missing, %v", w, missing, err)
	}
	if said := d.turn(w, 0); !strings.Contains(said, "33.33%") || !strings.Contains(said, "75%") || !strings.Contains(said, "A") {
		t.Errorf("the turn is told as %q", said)
	}
}

// TestNumbersAreTold: whatever is typed, a number that cannot be read is not taken for one.
func TestNumbersAreTold(t *testing.T) {
	for text, want := range map[string]float64{"2.5": 2.5, "2,5": 2.5, " 10 ": 10, "0": 0, "": -1, "1e1": -1, "-1": -1, "NaN": -1, "10.1": -1, "1.2.3": -1, ".": -1, "0x1": -1} {
		v, ok := decimal(text, 10)
		if ok != (want >= 0) || ok && v != want {
			t.Errorf("%q is read as %v, %v", text, v, ok)
		}
	}
}
