package dataset

import (
	"strings"

	"doublefix/app/words"
)

// readme says what the package is, in l: what was asked, which columns there are, what to beware of, and who says so.
func (b bundle) readme(l words.Lang) []byte {
	d, tr := b.Data, b.Data.tr(l)
	var out strings.Builder
	line := func(text string) { out.WriteString(text + "\n") }
	heading := func(key string) { line("\n## " + tr.T(key) + "\n") }

	line("# " + d.Title.In(l) + "\n")
	if text := d.Description.In(l); text != "" {
		line(text + "\n")
	}
	shown := tr.N("data.bundle.rows", len(b.Rows))
	if asked := b.view.Asked.In(l); asked != "" {
		shown = tr.T("data.bundle.asked", words.Args{"Rows": shown, "Asked": asked})
	}
	line(shown)

	heading("data.bundle.columns")
	for _, f := range b.fields {
		if base, _, translation := f.Base(); translation && d.has(base) {
			continue
		}
		parts := []string{"- `" + f.Name + "` (" + f.Type + ")"}
		for _, text := range []string{f.Title.In(l), f.Unit.In(l), f.About.In(l)} {
			if text != "" {
				parts = append(parts, strings.TrimSuffix(text, "."))
			}
		}
		line(words.EndOnce(strings.Join(parts, ". ") + "."))
	}

	if notes, _ := d.Notes(b.Rows, l); len(notes) > 0 {
		heading("data.bundle.caveats")
		for _, n := range notes {
			line("- " + n.Full)
		}
	}
	heading("data.bundle.sources")
	for _, s := range Sources(b.Rows) {
		line("- " + Citation(s, tr))
	}
	heading("data.bundle.terms")
	for _, licence := range d.set.Licenses {
		line("- " + strings.TrimSpace(licence.Title+" "+licence.Path))
	}
	line(tr.T("data.bundle.made", words.Args{"Package": d.set.Title.In(l), "Version": d.set.Identity.Version}))
	return []byte(out.String())
}
