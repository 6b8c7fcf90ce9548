package chart

import (
	"doublefix/app/dataset"
	"doublefix/app/words"
)

// Asked is the chart that answers a question: the spec, and the row of every mark, which are those of Answer.Data.
type Asked struct {
	Answer dataset.Answer
	Spec   Spec
	Rows   []dataset.Row
}

// Answer puts a question to a dataset and has the answer drawn in the form that the question asks for. The error is that of
// [dataset.Dataset.Ask] or of [As].
func Answer(ds *dataset.Dataset, q dataset.Lens) (dataset.Answer, error) {
	a, err := ds.Ask(q)
	if err == nil && q.Form != "" && q.Form != a.View.Form {
		a, err = As(a, Form(q.Form))
	}
	return a, err
}

// Ask is [Answer] with the chart of it. The error is also that of [Build].
func Ask(ds *dataset.Dataset, q dataset.Lens, tr words.Tr) (Asked, error) {
	a, err := Answer(ds, q)
	if err != nil {
		return Asked{}, err
	}
	spec, rows, err := Build(a.Data, a.View, tr)
	if err != nil {
		return Asked{}, err
	}
	return Asked{a, spec, rows}, nil
}
