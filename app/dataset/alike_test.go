package dataset

import "testing"

func TestWhatDoesNotStandTogether(t *testing.T) {
	for name, c := range map[string]struct {
		rows           string
		wholes, uneven bool
		apart          string
		told           []string
	}{
		"alike":                 {rows: "A,2010,,X,a,4,,12,,count,final\nB,2011,,X,a,6,,12,,count,final\n"},
		"of several wholes":     {rows: "A,2010,,X,a,40,percent,,all,share,final\nB,2011,,X,a,60,percent,,some,share,final\n", wholes: true},
		"counts of wholes":      {rows: "A,2010,,X,a,4,guns,,all,count,final\nB,2011,,X,a,6,guns,,some,count,final\n"},
		"of one whole":          {rows: "A,2010,,X,a,40,percent,,all,share,final\nB,2011,,X,a,60,percent,,all,share,final\n"},
		"parts of years":        {rows: "A,2010,,X,a,4,,7,,count,partial\nB,2011,,X,a,6,,12,,count,final\n", uneven: true},
		"several years":         {rows: "A,2010,2012,X,a,4,,,,count,final\nB,2013,,X,a,6,,,,count,final\n", uneven: true},
		"shares of parts":       {rows: "A,2010,,X,a,4,percent,7,all,share,partial\nB,2011,,X,a,6,percent,12,all,share,final\n"},
		"shares beside a count": {rows: "A,2010,,X,a,4,percent,7,all,share,partial\nB,2011,,X,a,6,guns,12,,count,final\n"},
		"kept apart":            {rows: "A,2010,,X,a,4,,,,count,final\nB,2011,,X,b,6,,,,count,final\n", apart: "part"},
		"kept apart, told":      {rows: "A,2010,,X,a,4,,,,count,final\nB,2011,,Y,b,6,,,,count,final\n", told: []string{"", "place"}},
		"kept apart, not told":  {rows: "A,2010,,X,a,4,,,,count,final\nB,2011,,X,b,6,,,,count,final\n", told: []string{"place"}, apart: "part"},
	} {
		d := plain(t, usual, usualHead+c.rows, `"doublefix:caveats":[{"text":{"en":"Because."},"apart":["part"]}],`)
		v := d.Charts[0]
		if have := d.SeveralWholes(v, d.Rows); have != c.wholes {
			t.Errorf("%s: several wholes %t", name, have)
		}
		if have := d.Uneven(v, d.Rows); have != c.uneven {
			t.Errorf("%s: uneven %t", name, have)
		}
		if have := d.KeptApart(d.Rows, c.told...); have != c.apart {
			t.Errorf("%s: kept apart by %q, want %q", name, have, c.apart)
		}
	}
}
