package workshop

import (
	"fmt"
	"slices"
)

// Batch is paper ballots that were printed together: serial From+i shows the options in the order Orders[i].
type Batch struct {
	ID     string     `json:"batch"`
	Room   string     `json:"room,omitempty"`
	Table  string     `json:"table,omitempty"`
	From   int        `json:"from"`
	Orders [][]string `json:"orders"` // option ids
	At     string     `json:"-"`
}

// Serial returns the serial number of the i-th ballot of the batch, from 0.
func (b Batch) Serial(i int) Serial { return Serial{Batch: b.ID, Room: b.Room, Number: b.From + i} }

// Serial is what stands on a paper ballot to know it by. The zero value is none.
type Serial struct {
	Batch  string `json:"batch,omitempty"` // "" where it was not printed here
	Room   string `json:"room,omitempty"`
	Number int    `json:"number"`
}

// String is the serial number as it is printed: "014", in room B "B-014".
func (s Serial) String() string {
	text := fmt.Sprintf("%03d", s.Number)
	if s.Room != "" {
		text = s.Room + "-" + text
	}
	return text
}

// Find returns the printed ballot of a number: its serial, its table and the order of its options. Where several rooms used
// the number, room tells which; "" takes the one that was printed last.
func (r *Round) Find(number int, room string) (s Serial, table string, order []string, ok bool) {
	for _, b := range slices.Backward(r.Batches) {
		if i := number - b.From; i >= 0 && i < len(b.Orders) && (room == "" || b.Room == room) {
			return b.Serial(i), b.Table, slices.Clone(b.Orders[i]), true
		}
	}
	return Serial{Room: room, Number: number}, "", nil, false
}

// Issued is how many paper ballots were printed.
func (r *Round) Issued() int {
	n := 0
	for _, b := range r.Batches {
		n += len(b.Orders)
	}
	return n
}

// MaxDigits is how many options a ballot can have whose places are typed as one digit each.
const MaxDigits = 9

// Why a ballot is spoilt, as translation keys.
const (
	WhyTwice  = "ballots.why.twice"  // a number stands twice and ties are not allowed
	WhyBeyond = "ballots.why.beyond" // a number is higher than there are options
	WhyMarked = "ballots.why.marked" // a person said so
)

// ReadPaper reads the digits of a paper ballot, top to bottom: the i-th is the place that was written beside the option
// printed i-th, 0 where there is none. Numbers left out close up, so that 1 and 3 count as first and second. The state is
// Blank where no option has a number, and Spoilt, with the reason, where the ballot is no ranking.
func ReadPaper(digits string, order []string, ties bool) (places map[string]int, state BallotState, why string) {
	places = map[string]int{}
	seen := map[int]bool{}
	for i, r := range digits {
		place := int(r - '0')
		if i >= len(order) || place < 0 || place > len(order) {
			return nil, Spoilt, WhyBeyond
		}
		if place == 0 {
			continue
		}
		if seen[place] && !ties {
			return nil, Spoilt, WhyTwice
		}
		seen[place], places[order[i]] = true, place
	}
	if len(places) == 0 {
		return nil, Blank, ""
	}
	return places, Valid, ""
}
