package ranking

// kemeny finds all orders that contradict the ballots least: a pair against the strict preference of a ballot costs 1
// (J. G. Kemeny 1959, "Mathematics without numbers", Daedalus 88; exact, by the recursion over sets of Held and Karp). The
// winners are first in one of them. With several best orders, Order has the winners first, then those of the rest.
func kemeny(over [][]int64) Outcome {
	n := len(over)
	if n > MaxKemeny {
		return Outcome{Rule: Kemeny, Notes: []Note{TooManyOptions}}
	}
	k := newKemeny(over)
	all := everyone(n)
	out := Outcome{Rule: Kemeny, Optimal: k.ways[all], Cost: k.cost[all], Unique: k.ways[all] == 1}
	out.Order = layers(n, func(rest set) set { return k.first[rest] })
	out.Winners = out.Order[0]
	if !out.Unique {
		out.Notes = []Note{SeveralOrders}
	}
	out.Orders = k.list(all, nil, nil)
	return out
}

// kemenySets knows, for every set of options, the cheapest ways to put its members in order.
type kemenySets struct {
	cost  []int64 // of a best order of the members
	ways  []int64 // how many best orders there are
	first []set   // the members that begin one of them
}

func newKemeny(over [][]int64) kemenySets {
	n := len(over)
	size := 1 << n
	k := kemenySets{cost: make([]int64, size), ways: make([]int64, size), first: make([]set, size)}
	k.ways[0] = 1

	totals := make([][]int64, n)
	for a := range n {
		against := make([]int64, size) // ballots that put members of the set above a, one by one
		for s := set(1); int(s) < size; s++ {
			against[s] = against[s&(s-1)] + over[s.first()][a]
		}
		totals[a] = against
	}
	for s := set(1); int(s) < size; s++ {
		best := int64(-1)
		for left := s; left != 0; left &= left - 1 {
			a := left.first()
			rest := s.without(only(a))
			switch cost := totals[a][rest] + k.cost[rest]; {
			case best < 0 || cost < best:
				best, k.ways[s], k.first[s] = cost, k.ways[rest], only(a)
			case cost == best:
				k.ways[s] += k.ways[rest]
				k.first[s] = k.first[s].with(a)
			}
		}
		k.cost[s] = best
	}
	return k
}

// list appends the best orders of s, each behind head, until there are MaxOrders.
func (k *kemenySets) list(s set, head []int, orders [][]int) [][]int {
	if s == 0 {
		return append(orders, append([]int(nil), head...))
	}
	for _, a := range k.first[s].list() {
		if len(orders) == MaxOrders {
			break
		}
		orders = k.list(s.without(only(a)), append(head, a), orders)
	}
	return orders
}
