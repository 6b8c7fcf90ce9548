package handout

import "doublefix/app/words"

// Preset is a choice of sections under a name.
type Preset struct {
	ID       string   // short, usual, charts or everything
	Title    string   // in the language of the handout
	Sections []string // ids in order, for [Input.Sections]; only those that can be included now
}

// Presets returns the choices that most people want: cover, own order and ballots; the usual sections; the core charts; and
// everything. Sources are in each. It returns nil without data.
func Presets(in Input) []Preset {
	if in.Set == nil {
		return nil
	}
	tr := words.For(in.Lang)
	all := Sections(in)
	with := func(wanted func(s Section) bool) []string {
		return idsOf(all, func(s Section) bool { return s.Missing == "" && (s.Locked || wanted(s)) })
	}
	return []Preset{
		{"short", tr.T("handout.preset.short"), with(func(s Section) bool {
			return s.ID == sectionCover || s.ID == sectionRanking || s.ID == sectionBallot
		})},
		{"usual", tr.T("handout.preset.usual"), DefaultSections(in)},
		{"charts", tr.T("handout.preset.charts"), with(func(s Section) bool { return s.ID == sectionCover || s.Usual && s.isData() })},
		{"everything", tr.T("handout.preset.everything"), with(func(Section) bool { return true })},
	}
}
