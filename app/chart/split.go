package chart

import (
	"slices"
	"sort"
	"strings"

	"doublefix/app/words"
)

// Split divides a table that is higher than height in this frame into tables that are not, as far as single rows allow;
// each has the heading of its group, and the caveats of its own rows. A chart of any other form is one part.
func Split(spec Spec, frame Frame, height float64) []Spec {
	if spec.Form != Table || MinHeight(spec, frame) <= height {
		return []Spec{spec}
	}
	marks := rowsInOrder(spec)
	var parts []Spec
	for len(marks) > 0 {
		// The number is part of the title, so it is set before the part is measured.
		count := sort.Search(len(marks), func(n int) bool {
			return MinHeight(partOf(spec, marks[:n+1], len(parts)+1, len(marks)), frame) > height
		})
		count = max(count, 1)
		parts = append(parts, partOf(spec, marks[:count], len(parts)+1, 0))
		marks = marks[count:]
	}
	for i := range parts {
		parts[i].Subtitle = partTitle(spec, i+1, len(parts))
	}
	return parts
}

// rowsInOrder are the marks of a table as they are printed, group by group.
func rowsInOrder(spec Spec) []Mark {
	var out []Mark
	for _, b := range blocksOf(spec) {
		for _, r := range b.rows {
			for _, i := range r.marks {
				out = append(out, spec.Marks[i])
			}
		}
	}
	return out
}

// partOf is spec with these marks, and with the notes that they refer to.
func partOf(spec Spec, marks []Mark, part, parts int) Spec {
	used := map[string]bool{"": true}
	for _, m := range marks {
		for _, letter := range strings.Split(m.Letters, ",") {
			used[letter] = true
		}
	}
	spec.Marks = slices.Clone(marks)
	spec.Notes = slices.DeleteFunc(slices.Clone(spec.Notes), func(n Note) bool { return !used[n.Letter] })
	spec.Subtitle = partTitle(spec, part, parts)
	return spec
}

// partTitle is the second line of a part, which says which one it is.
func partTitle(spec Spec, part, parts int) string {
	said := spec.Tr.T("chart.part", words.Args{"Part": part, "Parts": parts})
	if spec.Subtitle == "" {
		return said
	}
	return strings.TrimSuffix(spec.Subtitle, ".") + " · " + said
}
