package chart

// figureText is the figure of m as it stands on the mark: as the data writes it, else the number or the range.
func figureText(spec Spec, m Mark) string {
	switch {
	case m.Written == "" && !hasFigure(m.Value) && ranged(m):
		return markFigure(spec, m)
	case m.Written != "" || !hasFigure(m.Value):
		return m.Written
	case spec.Percent:
		return spec.Tr.Percent(m.Value)
	}
	return spec.Tr.Auto(m.Value)
}

// bar paints a bar as its status asks: plain, hatched for part of a period, dashed for derived, outlined for provisional.
func (c *canvas) bar(r Rect, m Mark) {
	outline := Stroke{Color: c.pal.Accent, Width: 1.5}
	if m.Emphasis {
		outline.Width = 2
	}
	switch m.Status {
	case Partial:
		c.hatch(r, c.pal.Accent, c.pal.Paper)
		c.box(r, none, outline)
	case Derived:
		outline.Dash = []float64{5, 3}
		c.box(r, c.pal.Soft, outline)
	case Provisional:
		c.box(r, c.pal.Soft, outline)
	case Final:
		c.plainBar(r, m.Emphasis)
	default:
		c.plainBar(r, m.Emphasis)
	}
}

func (c *canvas) plainBar(r Rect, emphasis bool) {
	fill := c.pal.Tint
	if emphasis {
		fill = c.pal.Accent
	}
	c.box(r, fill, c.outlined())
}

// outlined is the outline of a mark in a tint, which some palettes have.
func (c *canvas) outlined() Stroke {
	if c.pal.Framed() {
		return Stroke{Color: c.pal.Ink, Width: 1}
	}
	return Stroke{}
}

// whisker draws the range of a mark over its bar: a line along the value axis between two ends, across a bar of that thickness.
func (c *canvas) whisker(low, high Point, thickness float64) {
	const most = 4
	half := min(most, thickness/2)
	s := Stroke{Color: c.pal.Ink, Width: 1.5}
	c.line(s, low, high)
	for _, end := range []Point{low, high} {
		if low.X == high.X {
			c.across(end.Y, end.X-half, end.X+half, s)
		} else {
			c.down(end.X, end.Y-half, end.Y+half, s)
		}
	}
}

// ranged reports whether m has both ends of a range around or instead of its value.
func ranged(m Mark) bool { return hasFigure(m.Low) && hasFigure(m.High) && m.High > m.Low }

// barValues lists every number that a bar chart has to have room for.
func barValues(marks []Mark) []float64 {
	var out []float64
	for _, m := range marks {
		out = append(out, m.Value)
		if ranged(m) {
			out = append(out, m.Low, m.High)
		}
	}
	return out
}

// barKinds is what a bar chart holds, as far as a reader has to be told.
type barKinds struct {
	plain, strong, span, whisker bool
	status                       map[Status]bool
}

func barKindsOf(spec Spec, year bool) barKinds {
	k := barKinds{status: map[Status]bool{}}
	for _, m := range spec.Marks {
		k.whisker = k.whisker || ranged(m)
		switch {
		case !hasFigure(m.Value):
		case year && m.Band():
			k.span = true
		case m.Status == Partial, m.Status == Derived, m.Status == Provisional:
			k.status[m.Status] = true
		case m.Emphasis:
			k.strong = true
		default:
			k.plain = true
		}
	}
	return k
}

// keysBars explains hatch, dash and means as soon as a chart has more than plain bars.
func keysBars(c *canvas, spec Spec) []key {
	year := spec.Form == Bars && barsInYears(spec)
	k := barKindsOf(spec, year)
	if len(k.status) == 0 && !k.span && !k.whisker {
		return nil
	}
	var keys []key
	if k.plain || k.strong {
		keys = append(keys, key{plainSwatch(k.plain, k.strong), c.tr.T(yearly("chart.key.final", year))})
	}
	for _, s := range []struct {
		status Status
		key    string
	}{
		{Provisional, "chart.key.provisional"}, {Derived, "chart.key.derived"}, {Partial, yearly("chart.key.partial", year)},
	} {
		if k.status[s.status] {
			text := c.tr.T(s.key)
			if s.status == Derived {
				text = derivedText(spec)
			}
			keys = append(keys, key{func(c *canvas, r Rect) { c.bar(r, Mark{Status: s.status}) }, text})
		}
	}
	if k.span {
		keys = append(keys, key{(*canvas).band, c.tr.T("chart.key.mean")})
	}
	if k.whisker {
		keys = append(keys, whiskerKey(c))
	}
	return keys
}

func whiskerKey(c *canvas) key {
	return key{func(c *canvas, r Rect) {
		c.whisker(Point{r.X, r.Center().Y}, Point{r.Right(), r.Center().Y}, r.H)
	}, c.tr.T("chart.key.range")}
}

// yearly returns the key of the text for charts over years.
func yearly(key string, year bool) string {
	if year {
		return key + "_year"
	}
	return key
}

func plainSwatch(plain, strong bool) func(*canvas, Rect) {
	return func(c *canvas, r Rect) {
		half := r
		half.W /= 2
		switch {
		case plain && strong:
			c.plainBar(half, false)
			half.X += half.W
			c.plainBar(half, true)
		default:
			c.plainBar(r, strong)
		}
	}
}

// band paints a mean over several years: a grey field with a line on top.
func (c *canvas) band(r Rect) {
	c.box(r, c.pal.Band, Stroke{})
	c.across(r.Y, r.X, r.Right(), Stroke{Color: c.pal.Quiet, Width: 1.5})
}
