package dataset

import (
	"testing"

	"doublefix/app/words"
)

// Nobody reads of codes where they see words.
func TestTitlesInSentencesSpeakOfNoCodes(t *testing.T) {
	s := shipped(t)
	for _, d := range s.Datasets {
		for _, f := range d.Fields {
			for _, l := range words.Langs() {
				title := d.spokenTitle(f.Name, l)
				if title == f.Title.In(l) && codes.MatchString(title) {
					for _, r := range d.Rows {
						if raw := r.raw(f.Name); raw != "" && d.cell(r, f.Name, l) != raw {
							t.Errorf("%s: %q is shown as %q and called %q", d.ID, raw, d.cell(r, f.Name, l), title)
							break
						}
					}
				}
			}
		}
	}
	rates := s.Dataset("homicide_rates")
	if got := rates.groupWords("country", words.English) + ", " + rates.groupWords("country", words.Spanish); got != "country, país" {
		t.Error(got)
	}
	zip := plain(t, `{"name":"zip","title":"Zip code"},{"name":"n","type":"integer"}`, "zip,n\n78701,1\n")
	if got := zip.groupWords("zip", words.English); got != "“Zip code”" {
		t.Error(got)
	}
}
