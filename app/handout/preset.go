package handout

import (
	"slices"
	"strings"

	"doublefix/app/words"
)

// Preset is a choice of sections under a name.
type Preset struct {
	ID       string   // short, charts or everything
	Title    string   // in the language of the handout
	Sections []string // ids in order, for [Input.Sections]; only those that can be included now
}

// Presets returns the choices that most people want: cover, own order and ballots; the evidence; and everything. Sources are
// in each. It returns nil without data.
func Presets(in Input) []Preset {
	if in.Set == nil {
		return nil
	}
	tr := words.For(in.Lang)
	all := DefaultSections(in)
	with := func(wanted func(id string) bool) []string {
		return slices.DeleteFunc(slices.Clone(all), func(id string) bool { return id != sectionSources && !wanted(id) })
	}
	return []Preset{
		{"short", tr.T("handout.preset.short"), with(func(id string) bool { return !strings.HasPrefix(id, dataPrefix) })},
		{"charts", tr.T("handout.preset.charts"), with(func(id string) bool { return id == sectionCover || strings.HasPrefix(id, dataPrefix) })},
		{"everything", tr.T("handout.preset.everything"), all},
	}
}
