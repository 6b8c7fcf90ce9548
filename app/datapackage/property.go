package datapackage

import "doublefix/app/words"

// A property is a part of a descriptor as encoding/json writes it. What is empty is left out; reading it back gives the same.

type property map[string]any

func (p property) put(key, value string) {
	if value != "" {
		p[key] = value
	}
}

func (p property) text(key string, t words.Text) {
	if len(t) > 0 {
		p[key] = t
	}
}

func (p property) texts(key string, list []string) {
	if len(list) > 0 {
		p[key] = list
	}
}

func (p property) list(key string, list []any) {
	if len(list) > 0 {
		p[key] = list
	}
}

func (p property) flag(key string, on bool) {
	if on {
		p[key] = true
	}
}

// Translated puts a text into a descriptor the way the standard has it: the English one under key, the others under
// doublefix:i18n.
func Translated(p map[string]any, key string, t words.Text) {
	property(p).put(key, t.In(words.English))
	for _, l := range words.Langs() {
		if s := t[l]; s != "" && l != words.English {
			i18n, _ := p["doublefix:i18n"].(map[string]map[string]string)
			if i18n == nil {
				i18n = map[string]map[string]string{}
				p["doublefix:i18n"] = i18n
			}
			if i18n[string(l)] == nil {
				i18n[string(l)] = map[string]string{}
			}
			i18n[string(l)][key] = s
		}
	}
}

// Property returns f as a schema has it, without constraints and formats: for values that are written plainly.
func (f Field) Property() map[string]any {
	p := property{"name": f.Name, "type": f.Type}
	p.put("doublefix:role", f.Role)
	p.text("doublefix:unit", f.Unit)
	Translated(p, "title", f.Title)
	Translated(p, "description", f.About)
	return p
}

// Property returns c as doublefix:caveats has it.
func (c Caveat) Property() map[string]any {
	p := property{}
	p.put("field", c.Field)
	p.put("from", c.From)
	p.put("to", c.To)
	p.list("where", condProperties(c.Where))
	p.text("text", c.Text)
	p.text("short", c.Short)
	p.put("aggregation", c.Aggregation)
	p.texts("apart", c.Apart)
	return p
}

func condProperties(conds []Cond) []any {
	var out []any
	for _, c := range conds {
		out = append(out, c)
	}
	return out
}

// Property returns c as doublefix:charts has it.
func (c Chart) Property() map[string]any {
	p := property{}
	for key, s := range map[string]string{
		"name": c.Name, "form": c.Form, "x": c.X, "xTo": c.XTo, "y": c.Y, "low": c.Low, "high": c.High, "label": c.Label, "sub": c.Sub,
		"series": c.Series, "group": c.Group, "shape": c.Shape, "who": c.Who, "when": c.When, "period": c.Period, "base": c.Base,
		"written": c.Written, "sort": c.Sort, "tag": c.Tag, "to": c.To,
	} {
		p.put(key, s)
	}
	for key, t := range map[string]words.Text{
		"title": c.Title, "subtitle": c.Subtitle, "showing": c.Showing, "unit": c.Unit, "attribution": c.Attribution,
	} {
		p.text(key, t)
	}
	p.list("where", condProperties(c.Where))
	p.texts("emphasis", c.Emphasis)
	p.texts("doubtful", c.Doubtful)
	var joined []any
	for _, ids := range c.Joined {
		joined = append(joined, ids)
	}
	p.list("joined", joined)
	p.list("seriesOrder", partProperties(c.SeriesOrder))
	p.list("groups", partProperties(c.Groups))
	p.list("tags", partProperties(c.Tags))
	p.flag("percent", c.Percent)
	p.flag("log", c.Log)
	if c.Limit > 0 {
		p["limit"] = c.Limit
	}
	return p
}

func partProperties(parts []Part) []any {
	var out []any
	for _, part := range parts {
		p := property{}
		p.put("id", part.ID)
		p.text("title", part.Title)
		p.text("note", part.Note)
		p.flag("quiet", part.Quiet)
		out = append(out, map[string]any(p))
	}
	return out
}
