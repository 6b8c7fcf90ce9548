package workshop

import (
	"encoding/hex"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// AddRound begins another round; it asks what the one before did.
func AddRound(d Doc, name string) (e Edit, ok bool) { return addRound(d, name, nil) }

// AskAnew begins another round that asks something else, since ballots of the present one are in.
func AskAnew(d Doc, name string, paper Paper) (e Edit, ok bool) { return addRound(d, name, &paper) }

func addRound(d Doc, name string, paper *Paper) (Edit, bool) {
	next := number(d.Latest().ID) + 1
	if next > maxRounds || paper != nil && !paper.sound() {
		return Edit{}, false
	}
	return newEdit(typeRound, roundAdded{of{strconv.Itoa(next)}, strings.TrimSpace(name), paper}), true
}

// NameRound gives a round a name; "" is the usual one.
func NameRound(d Doc, round, name string) (e Edit, ok bool) {
	r := d.Round(round)
	if name = strings.TrimSpace(name); r == nil || r.Name == name {
		return Edit{}, false
	}
	return newEdit(typeRoundName, roundNamed{of{round}, name}), true
}

// SetPaper changes what a round asks. Once a ballot is in, it may not: see [AskAnew].
func SetPaper(d Doc, round string, paper Paper) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil || r.Used() || !paper.sound() || reflect.DeepEqual(r.Paper, paper) {
		return Edit{}, false
	}
	return newEdit(typePaper, roundPaper{of{round}, paper}), true
}

// SetState opens or closes a round.
func SetState(d Doc, round string, state RoundState) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil || r.State == state || state == Planned {
		return Edit{}, false
	}
	return newEdit(typeState, roundState{of{round}, state}), true
}

// Reveal shows the result of a round that is closed, or covers it again.
func Reveal(d Doc, round string, revealed bool) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil || r.Revealed == revealed || revealed && r.State != Closed {
		return Edit{}, false
	}
	return newEdit(typeRevealed, roundRevealed{of{round}, revealed}), true
}

// Decide names the rule that decides a round, and what is done about a tie. It is kept whether a ballot was in by then.
// Nothing may be named any more once the result was shown.
func Decide(d Doc, round string, c Decision) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil || r.Decision == c || r.Revealed {
		return Edit{}, false
	}
	return newEdit(typeDecision, roundDecision{of{round}, c, r.Used()}), true
}

// DrawLot parts a tie among options by lot, once: where one was drawn among the same options, ok is false.
func DrawLot(d Doc, round string, among []string, random io.Reader) (e Edit, ok bool) {
	r := d.Round(round)
	among = slices.Compact(slices.Sorted(slices.Values(among)))
	if r == nil || len(among) < 2 || slices.ContainsFunc(r.Lots, func(l Lot) bool { return slices.Equal(l.Among, among) }) {
		return Edit{}, false
	}
	var seed [32]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		return Edit{}, false
	}
	lot := Lot{Among: among, Seed: hex.EncodeToString(seed[:]), First: among[rand.New(rand.NewChaCha8(seed)).IntN(len(among))]}
	return newEdit(typeLot, lotDrawn{of{round}, lot}), true
}

// Holds reports whether the seed of the lot gives the option that came first.
func (l Lot) Holds() bool {
	raw, err := hex.DecodeString(l.Seed)
	if err != nil || len(raw) != 32 || len(l.Among) == 0 {
		return false
	}
	return l.Among[rand.New(rand.NewChaCha8([32]byte(raw))).IntN(len(l.Among))] == l.First
}

// Print makes count paper ballots for a round, each with the options in an order of its own that chance decides. Serial
// numbers go on after those of the room, also those of other rounds, so that no paper is taken for another.
func Print(d Doc, round string, count int, table string, random io.Reader) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil || count < 1 || count > MaxPrinted {
		return Edit{}, false
	}
	b := Batch{ID: newID(random)[:16], Room: d.Settings.Room, Table: table, From: 1}
	for i := range d.Rounds {
		for _, old := range d.Rounds[i].Batches {
			if old.Room == b.Room {
				b.From = max(b.From, old.From+len(old.Orders))
			}
		}
	}
	for range count {
		b.Orders = append(b.Orders, ShuffledOptions(d, round, random))
	}
	return newEdit(typePrinted, printed{of{round}, b}), true
}

// MaxPrinted is how many ballots are printed at once at most.
const MaxPrinted = 1000

// ShuffledOptions returns the options of a round in an order that chance decides; every order is as likely as any other.
func ShuffledOptions(d Doc, round string, random io.Reader) []string {
	order := ids(d.OptionsOf(round))
	var seed [32]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		panic("workshop: no random numbers: " + err.Error()) // as in newID
	}
	rand.New(rand.NewChaCha8(seed)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// SetReturned says how many paper ballots came back, from a table or, with "", altogether.
func SetReturned(d Doc, round, table string, n int) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil || n < 0 || n > maxCount {
		return Edit{}, false
	}
	if old, known := r.Returned[table]; known && old == n {
		return Edit{}, false
	}
	return newEdit(typeReturned, returned{of{round}, table, n}), true
}

// NewBallotID returns the id of a ballot: of a printed one always the same, so that two tables that both enter it mean one
// ballot; else random.
func NewBallotID(s Serial, random io.Reader) string {
	if s.Batch != "" {
		return s.Batch + "-" + strconv.Itoa(s.Number)
	}
	return newID(random)
}

// Cast enters a ballot into an open round, or corrects the one that has its id.
func Cast(d Doc, round string, b Ballot) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil || r.State != Opened || b.ID == "" || !b.State.sound() {
		return Edit{}, false
	}
	if i := slices.IndexFunc(r.Ballots, func(o Ballot) bool { return o.ID == b.ID }); i >= 0 && r.Ballots[i].same(b) {
		return Edit{}, false
	}
	return newEdit(typeCast, cast{of{round}, b}), true
}

// Withdraw has a ballot count no more. It stays in the file.
func Withdraw(d Doc, round, id string) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil {
		return Edit{}, false
	}
	i := slices.IndexFunc(r.Ballots, func(b Ballot) bool { return b.ID == id })
	if i < 0 {
		return Edit{}, false
	}
	b := r.Ballots[i]
	b.State = Withdrawn
	return Cast(d, round, b)
}

// CheckBallot keeps a second entry of a ballot.
func CheckBallot(d Doc, round, id string, s Second) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil || r.State != Opened || !slices.ContainsFunc(r.Ballots, func(b Ballot) bool { return b.ID == id && b.Second != s }) {
		return Edit{}, false
	}
	return newEdit(typeSecond, second{of{round}, id, s}), true
}

// ImportBallots adds the ballots of a file to an open round.
func ImportBallots(d Doc, round string, in Import) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil || r.State != Opened || in.ID == "" || !in.sound() || in.Total() == 0 {
		return Edit{}, false
	}
	return newEdit(typeImported, imported{of{round}, in}), true
}

// WithdrawImport has the ballots of a file count no more.
func WithdrawImport(d Doc, round, id string) (e Edit, ok bool) {
	r := d.Round(round)
	if r == nil || r.State != Opened {
		return Edit{}, false
	}
	i := slices.IndexFunc(r.Imports, func(in Import) bool { return in.ID == id && in.Total() > 0 })
	if i < 0 {
		return Edit{}, false
	}
	in := r.Imports[i]
	return newEdit(typeImported, imported{of{round}, Import{ID: id, File: in.File, Table: in.Table, Rows: []Row{}}}), true
}

// See takes down that a dataset was shown before the next result: before the last round, or the one after it where that is
// closed. It is no edit.
func See(d Doc, dataset string) (e Edit, ok bool) {
	r := d.Latest()
	round, known := r.ID, r.Seen
	if r.State == Closed {
		round, known = strconv.Itoa(number(r.ID)+1), d.Coming
	}
	if dataset == "" || number(round) < 2 || slices.ContainsFunc(known, func(s Seen) bool { return s.Dataset == dataset }) {
		return Edit{}, false
	}
	return newEdit(typeSeen, seen{of{round}, dataset}), true
}
