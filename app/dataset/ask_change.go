package dataset

import "slices"

// Toggle returns q with a value of a field let in, or out again. Values of one field are alternatives.
func (q Lens) Toggle(field, value string) Lens {
	q = q.Clone()
	i := slices.IndexFunc(q.Where, func(c Cond) bool { return c.Field == field && c.Op == "=" })
	if i < 0 {
		q.Where = append(q.Where, Cond{Field: field, Op: "=", Values: []string{value}})
		return q
	}
	c := &q.Where[i]
	if at := slices.Index(c.Values, value); at >= 0 {
		c.Values = slices.Delete(c.Values, at, at+1)
	} else {
		c.Values = append(c.Values, value)
	}
	if len(c.Values) == 0 {
		q.Where = slices.Delete(q.Where, i, i+1)
	}
	return q
}

// Range returns q with the values of a field bounded, both bounds included, as they would stand in a file: "2019",
// "1171". A blank bound is none.
func (q Lens) Range(field, from, to string) Lens {
	q = q.Clone()
	q.Where = slices.DeleteFunc(q.Where, func(c Cond) bool { return c.Field == field && (c.Op == ">=" || c.Op == "<=") })
	for _, bound := range []Cond{{Field: field, Op: ">=", Values: []string{from}}, {Field: field, Op: "<=", Values: []string{to}}} {
		if bound.Values[0] != "" {
			q.Where = append(q.Where, bound)
		}
	}
	return q
}

// Without returns q without any condition on a field.
func (q Lens) Without(field string) Lens {
	q = q.Clone()
	q.Where = slices.DeleteFunc(q.Where, func(c Cond) bool { return c.Field == field })
	return q
}
