package chart

import (
	"math"
	"strings"

	"doublefix/app/render"
)

// The longest texts that are set; what is longer ends in an ellipsis. No text of a chart comes near.
const (
	longestName   = 400
	longestText   = 2000
	longestSource = 20000
)

// narrowest is the width that a chart needs at the usual text size; in a narrower frame text does not grow.
const narrowest = 200

// framed holds a frame to sizes that can be drawn.
func framed(f Frame) Frame {
	if !(f.Text > 0) {
		f.Text = 1
	}
	f.W, f.H = hold(f.W, 160, 10000), hold(f.H, 0, 10000)
	f.Text = hold(f.Text, 0.5, min(4, f.W/narrowest))
	f.Pad = hold(f.Pad, 0, f.W/16)
	return f
}

// tamed returns a copy of spec in which every number is a figure or NaN and every text can be set: one line, of glyphs
// that the font has, of bounded length.
func tamed(spec Spec) Spec {
	heads, source := &spec.Heads, spec.Source
	for _, text := range []*string{
		&spec.Title, &spec.Subtitle, &spec.Asked, &spec.Unit, &spec.UnitOne, &spec.Source, &spec.Who, &spec.BaseHead, &spec.XTitle, &spec.YTitle, &heads.Label, &heads.Tag, &heads.Who, &heads.When, &heads.Figure,
	} {
		*text = oneLine(*text, longestText)
	}
	spec.Source = oneLine(source, longestSource) // no source is cut off its figure
	spec.Marks = append([]Mark(nil), spec.Marks...)
	for i := range spec.Marks {
		m := &spec.Marks[i]
		for _, v := range []*float64{&m.X, &m.XTo, &m.Value, &m.Low, &m.High, &m.Soft, &m.Against, &m.Tied} {
			if !hasFigure(*v) {
				*v = math.NaN()
			}
		}
		if m.Low > m.High {
			m.Low, m.High = m.High, m.Low
		}
		longest := longestName
		if spec.Form == Table {
			longest = longestText // whole sentences are what a table is for
		}
		for _, text := range []*string{&m.Label, &m.Sub, &m.Written, &m.Letters, &m.Who, &m.When, &m.Period, &m.Base, &m.Method, &m.Tag, &m.Unit, &m.Rival} {
			*text = oneLine(*text, longest)
		}
		m.Letters = inRuns(m.Letters)
	}
	spec.Series = append([]Series(nil), spec.Series...)
	for i := range spec.Series {
		spec.Series[i].Title = oneLine(spec.Series[i].Title, longestName)
	}
	spec.Groups = append([]Group(nil), spec.Groups...)
	for i := range spec.Groups {
		g := &spec.Groups[i]
		g.Title, g.Note = oneLine(g.Title, longestName), oneLine(g.Note, longestName)
	}
	spec.Columns = append([]string(nil), spec.Columns...)
	for i := range spec.Columns {
		spec.Columns[i] = oneLine(spec.Columns[i], longestName)
	}
	spec.Own = tamedOwn(spec.Own)
	spec.Notes = append([]Note(nil), spec.Notes...)
	for i := range spec.Notes {
		n := &spec.Notes[i]
		n.Letter, n.Text = oneLine(n.Letter, 8), oneLine(n.Text, longestText)
	}
	return spec
}

// tamedOwn leaves out notes that say nothing.
func tamedOwn(notes []Own) (out []Own) {
	for _, o := range notes {
		if o.Text = oneLine(o.Text, longestText); o.Text != "" {
			out = append(out, o)
		}
	}
	return out
}

// oneLine joins the words of text with single spaces and cuts it to most bytes.
func oneLine(text string, most int) string {
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + ellipsis
	}
	return strings.Join(splitWords(render.Clean(text)), " ")
}
