package chart

import (
	"fmt"
	"testing"

	"doublefix/app/dataset"
	"doublefix/app/words"
)

// What is grouped, put in relation, compared or filtered is as readable as the charts of the package, in every form it may have: each
// in one of the rooms, text sizes and languages in turn, so that there are many of each.
func TestAnswersAreReadable(t *testing.T) {
	type setting struct {
		lang words.Lang
		room Rect
		text float64
	}
	var settings []setting
	for _, text := range []float64{2, 1, 1.5} {
		for _, room := range windowRooms {
			for _, lang := range words.Langs() {
				settings = append(settings, setting{lang, room, text})
			}
		}
	}
	count := 0
	check := func(d *dataset.Dataset, q dataset.Lens) {
		count++
		if testing.Short() && count%4 != 0 {
			return
		}
		in := settings[count*5%len(settings)]
		asked, err := Ask(d, q, words.For(in.lang))
		if err != nil {
			t.Errorf("%s, %+v is offered and refused: %v", d.ID, q, err)
			return
		}
		t.Run(fmt.Sprintf("%s/%s/%s/%s/%g/%g/%s", d.ID, q.View, q.Form, in.lang, in.room.W, in.text, asked.Spec.Asked), func(t *testing.T) {
			checkReadable(t, asked.Spec, laid(t, asked.Spec, in.room.W, in.room.H, in.text))
		})
	}
	for _, d := range shippedSet(t).Datasets {
		for _, v := range d.Charts {
			for _, q := range questionsTo(d, v.Name, words.For(words.English)) {
				a, err := d.Ask(q)
				if err != nil {
					continue // a filter may leave too few figures for a comparison
				}
				for _, o := range Offers(a, words.For(words.English)) {
					if o.Fits {
						q.Form = string(o.Form)
						check(d, q)
					}
				}
			}
		}
	}
	if count < 1500 {
		t.Errorf("only %d pictures", count)
	}
}
