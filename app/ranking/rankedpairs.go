package ranking

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// lockBudget bounds the work of following equal majorities: arrows tried times options. It is spent in well under a second.
const lockBudget = 20_000_000

// rankedPairs locks majorities in, the strongest first, each unless it closes a cycle (T. N. Tideman 1987, "Independence
// of clones as a criterion for voting rules", Social Choice and Welfare 4). Equal majorities can be locked in any order,
// and all orders are followed: who wins under one of them is a winner. If the orders lead to different locks, Order has
// the winners first, then the winners among the rest counted by themselves.
func rankedPairs(over [][]int64, strength Strength) Outcome {
	n := len(over)
	l := locker{over: over, strength: strength, budget: lockBudget}
	if final := l.lockAll(everyone(n)); len(final) == 1 {
		order := layers(n, final[0].sources)
		return Outcome{Rule: RankedPairs, Order: order, Winners: order[0], Unique: true}
	}
	out := Outcome{Rule: RankedPairs, Notes: []Note{SeveralOrders}}
	out.Order = layers(n, l.winners)
	placed := 0
	for _, tie := range out.Order {
		placed += len(tie)
	}
	if placed < n {
		out.Notes = []Note{Undetermined}
	}
	if placed > 0 {
		out.Winners = out.Order[0]
	}
	return out
}

// A locker follows the orders in which majorities can be locked, as far as its budget goes.
type locker struct {
	over     [][]int64
	strength Strength
	budget   int
}

type arrow struct{ from, to int }

// lockAll returns the locked graph over s, closed: one if the orders do not differ, none if they do or the budget is spent.
func (l *locker) lockAll(s set) []graph {
	beats := majorities(l.over).within(s)
	whole := append(graph(nil), beats...)
	for _, group := range components(beats.closure(), s) {
		if group.size() == 1 {
			continue
		}
		results, known := l.lockGroup(group, 1)
		if !known || len(results) != 1 {
			return nil
		}
		for _, a := range group.list() {
			whole[a] = whole[a]&^group | results[0][a]
		}
	}
	return []graph{whole.closure()}
}

// winners returns the members of s that are not beaten in some locked graph over s, 0 where the budget does not reach.
// Majorities between components close no cycle, so only components that nobody beats need be followed.
func (l *locker) winners(s set) set {
	beats := majorities(l.over).within(s)
	var top set
	for _, group := range components(beats.closure(), s) {
		if group.size() == 1 {
			top |= beats.sources(s) & group
			continue
		}
		if l.beatenFromOutside(beats, s, group) {
			continue
		}
		results, known := l.lockGroup(group, 0)
		if !known {
			return 0
		}
		for _, locked := range results {
			top |= locked.sources(group)
		}
	}
	return top
}

func (l *locker) beatenFromOutside(beats graph, s, group set) bool {
	for _, a := range s.without(group).list() {
		if beats[a]&group != 0 {
			return true
		}
	}
	return false
}

// lockGroup returns all locked graphs over a component. With stopAfter above 0 it gives up once there are more than that.
func (l *locker) lockGroup(group set, stopAfter int) (results []graph, known bool) {
	results = []graph{make(graph, len(l.over))}
	for _, equal := range l.groups(group) {
		seen := map[string]bool{}
		var next []graph
		for _, g := range results {
			if next, known = l.lockEqual(g, equal, seen, next); !known {
				return nil, false
			}
		}
		if results = next; stopAfter > 0 && len(results) > stopAfter {
			return results, true // what is locked once stays, so they remain different
		}
	}
	return results, true
}

// groups returns the majorities within the component, equal ones together, the strongest first.
func (l *locker) groups(component set) [][]arrow {
	var arrows []arrow
	for _, a := range component.list() {
		for _, b := range component.list() {
			if l.over[a][b] > l.over[b][a] {
				arrows = append(arrows, arrow{a, b})
			}
		}
	}
	slices.SortStableFunc(arrows, l.compare)
	var groups [][]arrow
	for i, x := range arrows {
		if i == 0 || l.compare(arrows[i-1], x) != 0 {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], x)
	}
	return groups
}

// compare sorts majorities: the stronger first, and under winning votes of two with as many votes that with fewer against.
func (l *locker) compare(x, y arrow) int {
	stronger := cmp.Compare(majority(l.over, y.from, y.to, l.strength), majority(l.over, x.from, x.to, l.strength))
	if stronger != 0 || l.strength == Margins {
		return stronger
	}
	return cmp.Compare(l.over[x.to][x.from], l.over[y.to][y.from])
}

// lockEqual appends to results all graphs that come from locking equal arrows into g in some order. seen holds the graphs
// met on the way, which many orders share.
func (l *locker) lockEqual(g graph, arrows []arrow, seen map[string]bool, results []graph) ([]graph, bool) {
	if l.budget -= (len(arrows) + 1) * len(g); l.budget < 0 {
		return nil, false
	}
	g, open := lockSafe(g, arrows)
	id := key(g)
	if seen[id] {
		return results, true
	}
	seen[id] = true
	if len(open) == 0 {
		return append(results, g), true
	}
	known := true
	for _, x := range open {
		chosen := append(graph(nil), g...)
		chosen.lock(x.from, x.to)
		if results, known = l.lockEqual(chosen, open, seen, results); !known {
			return nil, false
		}
	}
	return results, true
}

// lockSafe locks the arrows that no order can keep out, and returns those whose turn matters. Arrows that are locked
// already or would close a cycle are gone.
func lockSafe(g graph, arrows []arrow) (locked graph, open []arrow) {
	possible := append(graph(nil), g...)
	for _, x := range arrows {
		if !g[x.to].has(x.from) {
			possible[x.from] = possible[x.from].with(x.to)
		}
	}
	reach := possible.closure()
	locked = append(graph(nil), g...)
	for _, x := range arrows {
		if !g[x.to].has(x.from) && !reach[x.to].has(x.from) {
			locked.lock(x.from, x.to)
		}
	}
	for _, x := range arrows {
		if !locked[x.to].has(x.from) && !locked[x.from].has(x.to) {
			open = append(open, x)
		}
	}
	return locked, open
}

func key(g graph) string {
	b := make([]byte, 0, 8*len(g))
	for _, s := range g {
		b = binary.LittleEndian.AppendUint64(b, uint64(s))
	}
	return string(b)
}
