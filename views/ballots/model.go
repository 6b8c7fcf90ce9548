package ballots

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Phase is how far a round has got.
type Phase string

// The phases of a round.
const (
	Planned Phase = ""
	Open    Phase = "open"
	Closed  Phase = "closed"
)

// Mark is what became of a ballot.
type Mark string

// The marks of a ballot.
const (
	Valid     Mark = ""
	Blank     Mark = "blank"
	Spoilt    Mark = "spoilt"
	Withdrawn Mark = "withdrawn"
)

// Choice is a round, a table or a person that can be chosen.
type Choice struct{ ID, Name string }

// Option is an option of the round, in the reader's language.
type Option struct{ ID, Title, Short string }

// Counts says how many ballots of the round there are of each kind.
type Counts struct {
	Issued, Returned, Entered, Left, Spoilt, Blank, NotReturned int
	Second, Differ                                              int // entered a second time; of these with another reading
}

// Row is a ballot that was entered.
type Row struct {
	ID      string
	Serial  string   // as it is read: "014", "A-014"; "" for a ballot without a number
	Paper   string   // the digits as they stand on the paper
	Order   string   // "C > A > B = D"
	Shown   []string // the order in which the options stand on the paper
	Table   string   // its name
	State   Mark
	Why     string // translation key of why it is spoilt, "" where nobody said
	Checked bool   // the second entry reads the same
	Differs bool   // the second entry reads something else:
	Second  string // its digits
	Other   string // its order, or what else it is, in words
	Screen  bool   // entered by its voter: nobody else sees the order
	// Imported rows stand for all ballots of a file, which Order names; they can only be withdrawn together.
	Imported bool
}

// Model is what this place shows.
type Model struct {
	Round    string
	Rounds   []Choice
	Table    string // "" for all or unknown
	Tables   []Choice
	Person   string // "" for anonymous
	People   []Choice
	Phase    Phase
	Question string
	Options  []Option // at most nine: a place is one digit
	Ties     bool     // equal places are a tie; else they spoil the ballot
	Twice    bool     // every paper ballot has to be typed a second time
	Counts   Counts
	Rows     []Row  // newest first
	Next     string // the number to begin with; "" begins after the last one entered
	Undo     string // what undo would take back, in a word or a number; "" for nothing
}

// Entry is a ballot as it was typed.
type Entry struct {
	ID            string // of the ballot that is corrected or was begun on screen; "" for a new one
	Serial        string // as Read has it; "" without a number
	Paper         string
	Shown         []string
	Places        map[string]int // option to place, 1 first; an option without a place is missing
	State         Mark
	Why           string // a translation key
	Table, Person string
	Screen        bool
}

// Deps is what this place needs: it asks for edits and is told the outcome by [View.Show].
type Deps struct {
	Head func() fyne.CanvasObject // the steps of the place Rank

	Read  func(number string) (label string, order []string, ok bool)                         // the order that a paper was printed in
	Parse func(digits string, order []string) (places map[string]int, state Mark, why string) // of as many digits as options
	Begin func() (ballot string, order []string)                                              // of the next ballot on screen; nothing is kept of it yet

	Enter    func(Entry) bool             // a new or corrected ballot; reports whether it is kept
	Second   func(id string, e Entry)     // the same paper, read again
	Keep     func(id string, second bool) // settles a difference for the first or the second entry
	Withdraw func(id string)
	Undo     func()

	ChooseRound, ChooseTable, ChoosePerson func(id string)

	Open, Close func()      // the round; Open reopens it too
	SetReturned func(n int) // papers that came back, at the chosen table
	ShowResult  func()

	People, Import, Print, RoundSetup, Audit func() // dialogs of the window

	Focus    func(fyne.Focusable)
	Focused  func() fyne.Focusable
	PopUp    func(menu *fyne.Menu, below fyne.CanvasObject)
	Position func(text string)
}

// State is what this place remembers when the window is built anew.
type State struct {
	Round   string // that all of this is of
	Serial  string // the number in the field
	Digits  string // typed so far
	Target  string // id of the ballot that is corrected; "" for none
	Second  bool   // ballots are typed a second time
	Current string // id of the chosen row
	Started bool   // the field has had its first number
	Screen  Screen
	Scroll  float32

	Returning bool   // the number of returned papers is being typed
	Returned  string // so far
}

// ids returns the options in their own order.
func (m Model) ids() []string {
	var ids []string
	for _, o := range m.Options {
		ids = append(ids, o.ID)
	}
	return ids
}

// option returns the option of that id.
func (m Model) option(id string) Option {
	if i := slices.IndexFunc(m.Options, func(o Option) bool { return o.ID == id }); i >= 0 {
		return m.Options[i]
	}
	return Option{ID: id, Title: id, Short: id}
}

// row returns the ballot of that id, nil if there is none.
func (m Model) row(id string) *Row {
	if i := slices.IndexFunc(m.Rows, func(r Row) bool { return r.ID == id }); i >= 0 && id != "" {
		return &m.Rows[i]
	}
	return nil
}

// entered returns the ballot of that number that counts, nil if there is none.
func (m Model) entered(serial string) *Row {
	i := slices.IndexFunc(m.Rows, func(r Row) bool { return r.Serial == serial && r.State != Withdrawn })
	if i < 0 || serial == "" {
		return nil
	}
	return &m.Rows[i]
}
