package ranking

// A graph has, for each option, those it points to.
type graph []set

// majorities points from the winner of each pair to the loser; tied pairs have no arrow.
func majorities(over [][]int64) graph {
	g := make(graph, len(over))
	for a := range over {
		for b := range over {
			if over[a][b] > over[b][a] {
				g[a] = g[a].with(b)
			}
		}
	}
	return g
}

// within returns the arrows between members of s.
func (g graph) within(s set) graph {
	part := make(graph, len(g))
	for _, a := range s.list() {
		part[a] = g[a] & s
	}
	return part
}

// closure returns what each option reaches in one step or more (Warshall's algorithm).
func (g graph) closure() graph {
	reach := append(graph(nil), g...)
	for via := range reach {
		for a := range reach {
			if reach[a].has(via) {
				reach[a] |= reach[via]
			}
		}
	}
	return reach
}

// lock adds an arrow to a closure and keeps it closed.
func (g graph) lock(from, to int) {
	gain := g[to].with(to)
	for a := range g {
		if a == from || g[a].has(from) {
			g[a] |= gain
		}
	}
}

// components splits s into groups whose members all reach each other; reach is the closure of the graph within s. The
// groups are in the order of their first members.
func components(reach graph, s set) []set {
	var groups []set
	for rest := s; rest != 0; {
		a := rest.first()
		group := only(a)
		for _, b := range (reach[a] & rest).list() {
			if reach[b].has(a) {
				group = group.with(b)
			}
		}
		groups = append(groups, group)
		rest = rest.without(group)
	}
	return groups
}

// sources returns the members of s that no other member points to.
func (g graph) sources(s set) set {
	top := s
	for _, a := range s.list() {
		top = top.without(g[a].without(only(a)))
	}
	return top
}
