package ballots

import (
	"strconv"
	"strings"

	"doublefix/app/words"
)

// reading is what the number in the field stands for.
type reading struct {
	label   string
	order   []string // in which the options stand on the paper
	printed bool     // the order is that of this very paper
	row     *Row     // the ballot that would be corrected or repeated; nil for a new one
	taken   *Row     // the ballot of that number, where a new one was meant
	problem string   // why nothing can be entered, in words
}

// reading finds the paper that is being typed.
func (v *View) reading() reading {
	if row := v.shown.row(v.state.Target); row != nil {
		r := reading{label: row.Serial, order: row.Shown, printed: row.Serial != "" && len(row.Shown) > 0, row: row}
		if len(r.order) == 0 {
			r.order = v.shown.ids()
		}
		return r
	}
	r := v.lookUp(strings.TrimSpace(v.state.Serial))
	switch {
	case r.problem != "":
	case v.state.Second && r.label == "":
		r.problem = v.tr("ballots.second.done")
	case v.state.Second:
		if r.row = v.shown.entered(r.label); r.row == nil {
			r.problem = v.tr("ballots.serial.not_entered", words.Args{"Number": r.name(v)})
		}
	default:
		if r.taken = v.shown.entered(r.label); r.taken != nil {
			r.problem = v.tr("ballots.serial.taken", words.Args{"Number": r.label})
		}
	}
	return r
}

// lookUp reads a number as it was typed.
func (v *View) lookUp(serial string) reading {
	if serial == "" {
		return reading{order: v.shown.ids()}
	}
	if label, order, ok := v.deps.Read(serial); ok {
		return reading{label: label, order: order, printed: true}
	}
	r := reading{label: padded(serial), order: v.shown.ids()}
	if v.shown.Counts.Issued > 0 {
		r.problem = v.tr("ballots.serial.unknown", words.Args{"Number": serial})
	}
	return r
}

// name is the number in words, also where there is none.
func (r reading) name(v *View) string {
	if r.label == "" {
		return v.tr("ballots.without_number")
	}
	return r.label
}

// padded writes a bare number with three digits, as on the printed papers.
func padded(serial string) string {
	if n, err := strconv.Atoi(serial); err == nil && n >= 0 {
		serial = "00" + strconv.Itoa(n)
		return serial[min(2, max(len(serial)-3, 0)):]
	}
	return serial
}

// after returns the next number that is free: first upwards, then from the beginning.
func (v *View) after(label string) string {
	head, n := parts(label)
	for _, from := range []int{n + 1, 1} {
		for i := range len(v.shown.Rows) + 2 {
			next := head + padded(strconv.Itoa(from+i))
			if next == label || v.shown.entered(next) != nil {
				continue
			}
			if v.shown.Counts.Issued == 0 {
				return next
			}
			read, _, ok := v.deps.Read(next)
			if !ok {
				break
			}
			if v.shown.entered(read) == nil && read != label {
				return read
			}
		}
	}
	return ""
}

// afterSecond returns the number of the oldest ballot that was typed once only, but for one that is being typed.
func (v *View) afterSecond(but string) string {
	for i := len(v.shown.Rows) - 1; i >= 0; i-- {
		if r := v.shown.Rows[i]; v.repeatable(r) && r.Serial != "" && r.ID != but && !r.Checked && !r.Differs {
			return r.Serial
		}
	}
	return ""
}

// repeatable reports whether there is a paper to type a second time.
func (v *View) repeatable(r Row) bool { return r.State != Withdrawn && !r.Screen && !r.Imported }

// parts cuts the room off a number: "A-014" is "A-" and 14.
func parts(label string) (head string, number int) {
	at := strings.LastIndexAny(label, "-") + 1
	n, _ := strconv.Atoi(label[at:])
	return label[:at], n
}

// digit takes one more number of the paper; it reports false for anything but a digit.
func (v *View) digit(r rune) bool {
	if r < '0' || r > '9' {
		return false
	}
	if len(v.state.Digits) < len(v.shown.Options) {
		v.state.Digits += string(r)
	}
	v.showEntry()
	return true
}

// back takes the last digit out again.
func (v *View) back() {
	if n := len(v.state.Digits); n > 0 {
		v.state.Digits = v.state.Digits[:n-1]
	}
	v.showEntry()
}

// full reports whether every line of the paper has its digit.
func (v *View) full() bool {
	return len(v.state.Digits) > 0 && len(v.state.Digits) == len(v.shown.Options)
}

// submit enters what was typed. Where something is missing it says so and keeps it.
func (v *View) submit() {
	if !v.typing() {
		return
	}
	if r := v.reading(); r.taken != nil && v.state.Digits == "" {
		v.correct(r.taken.ID)
		return
	}
	if !v.full() {
		v.missing = true
		v.showEntry()
		return
	}
	r := v.reading()
	places, state, why := v.deps.Parse(v.state.Digits, r.order)
	v.send(r, Entry{Paper: v.state.Digits, Places: places, State: state, Why: why})
}

// mark enters the paper as blank, or as spoilt with what was typed of it.
func (v *View) mark(m Mark) {
	e := Entry{State: m}
	if m == Spoilt {
		e.Paper, e.Why = v.state.Digits, "ballots.why.marked"
	}
	if v.typing() {
		v.send(v.reading(), e)
	}
}

// send hands an entry over and goes on to the next paper.
func (v *View) send(r reading, e Entry) {
	if r.problem != "" {
		v.showEntry()
		return
	}
	e.Serial, e.Shown, e.Table, e.Person = r.label, r.order, v.shown.Table, v.shown.Person
	before := *v.state
	v.state.Digits, v.state.Target, v.missing = "", "", false
	v.state.Serial = v.following(r, before)
	taken := true
	if v.state.Second {
		v.deps.Second(r.row.ID, e)
	} else {
		if r.row != nil {
			e.ID = r.row.ID
		}
		taken = v.deps.Enter(e)
	}
	if !taken {
		v.state.Digits, v.state.Target, v.state.Serial = before.Digits, before.Target, before.Serial
	}
	v.showEntry()
	v.deps.Focus(v.boxes)
}

// following is the number to go on with. After a correction that is the one that was in the field before.
func (v *View) following(r reading, before State) string {
	switch {
	case v.state.Second:
		return v.afterSecond(r.row.ID)
	case r.row != nil || r.label == "":
		return before.Serial
	}
	return v.after(r.label)
}

// correct loads a ballot to be typed anew; in a second entry it is the one to be repeated.
func (v *View) correct(id string) {
	row := v.shown.row(id)
	if row == nil || !v.typing() || row.Screen || row.Imported {
		return
	}
	v.state.Target, v.state.Digits, v.missing = id, "", false
	v.showEntry()
	v.deps.Focus(v.boxes)
}

// dropTarget goes back to new ballots, and reports whether there was anything to go back from.
func (v *View) dropTarget() bool {
	if v.state.Target == "" && v.state.Digits == "" {
		return false
	}
	v.state.Target, v.state.Digits, v.missing = "", "", false
	v.showEntry()
	v.deps.Focus(v.boxes)
	return true
}

// withdraw takes a ballot out of the count; undo brings it back.
func (v *View) withdraw(id string) {
	if row := v.shown.row(id); row != nil && row.State != Withdrawn && v.shown.Phase == Open {
		if v.state.Target == id {
			v.state.Target, v.state.Digits = "", ""
		}
		v.deps.Withdraw(id)
	}
}

// typing reports whether papers can be typed now.
func (v *View) typing() bool { return v.shown.Phase == Open && v.state.Screen.Step == Away }

// toggleSecond goes over to the second entry, or back.
func (v *View) toggleSecond() {
	v.state.Second = !v.state.Second
	v.state.Target, v.state.Digits, v.missing = "", "", false
	v.state.Serial = v.first()
	if v.state.Second {
		v.state.Serial = v.afterSecond("")
	}
	v.Show(v.shown)
	v.deps.Focus(v.boxes)
}

// first is the number to begin with.
func (v *View) first() string {
	if v.shown.Next != "" {
		return v.shown.Next
	}
	for _, r := range v.shown.Rows {
		if r.Serial != "" {
			return v.after(r.Serial)
		}
	}
	return v.after("")
}
