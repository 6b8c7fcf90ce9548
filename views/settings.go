package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"doublefix/app/look"
	"doublefix/app/words"
)

// The places of the window, as they stand on the rail.
const (
	placeExplore = "explore"
	placeRank    = "rank"
	placeHandout = "handout"
)

// The themes of the window, in the order in which the button goes through them.
const (
	themeLight    = "light"
	themeDark     = "dark"
	themeContrast = "contrast"
)

var themes = []string{themeLight, themeDark, themeContrast}

// textFactors are the sizes that text can have.
var textFactors = []float32{1, 1.25, 1.5, 1.75, 2}

// settings is what the app remembers about the person at this computer. What belongs to a workshop is in its file.
type settings struct {
	prefs fyne.Preferences

	Lang    words.Lang
	Theme   string // one of themes
	Factor  float32
	Place   string
	Step    string   // of the place Rank
	Clerk   string   // who sits at this computer
	Recent  []string // files of workshops, the present one first
	Dataset string
	Size    fyne.Size
}

const (
	keyLang, keyTheme, keyFactor = "lang", "theme", "text"
	keyPlace, keyDataset         = "place", "dataset"
	keyStep, keyRecent           = "step", "recent"
	keyClerk                     = "clerk"
	keyWidth, keyHeight          = "width", "height"
)

// loadSettings reads the settings; where there are none, or damaged ones, it takes the language of the computer and what
// suits most people.
func loadSettings(prefs fyne.Preferences, system words.Lang) *settings {
	s := &settings{
		prefs:   prefs,
		Lang:    words.Lang(prefs.String(keyLang)),
		Theme:   prefs.String(keyTheme),
		Factor:  nearestFactor(float32(prefs.Float(keyFactor))),
		Place:   prefs.String(keyPlace),
		Step:    prefs.String(keyStep),
		Recent:  prefs.StringList(keyRecent),
		Clerk:   prefs.String(keyClerk),
		Dataset: prefs.String(keyDataset),
		Size:    fyne.NewSize(float32(prefs.FloatWithFallback(keyWidth, 1280)), float32(prefs.FloatWithFallback(keyHeight, 800))),
	}
	if !s.Lang.Valid() {
		s.Lang = system
	}
	if s.Place != placeRank && s.Place != placeHandout {
		s.Place = placeExplore
	}
	if !slices.Contains(themes, s.Theme) {
		s.Theme = themeLight
	}
	if !slices.Contains(steps, s.Step) {
		s.Step = stepMine
	}
	s.Size = fyne.NewSize(min(max(s.Size.Width, 800), 10000), min(max(s.Size.Height, 560), 10000))
	return s
}

func (s *settings) save() {
	s.prefs.SetString(keyLang, string(s.Lang))
	s.prefs.SetString(keyTheme, s.Theme)
	s.prefs.SetFloat(keyFactor, float64(s.Factor))
	s.prefs.SetString(keyPlace, s.Place)
	s.prefs.SetString(keyDataset, s.Dataset)
	s.prefs.SetString(keyStep, s.Step)
	s.prefs.SetStringList(keyRecent, s.Recent)
	s.prefs.SetString(keyClerk, s.Clerk)
	s.prefs.SetFloat(keyWidth, float64(s.Size.Width))
	s.prefs.SetFloat(keyHeight, float64(s.Size.Height))
}

func (s *settings) palette() look.Palette {
	switch s.Theme {
	case themeDark:
		return look.Dark()
	case themeContrast:
		return look.Contrasted()
	}
	return look.Light()
}

// factorStep returns the text size by steps away from the present one, staying within what there is.
func (s *settings) factorStep(by int) float32 {
	at := 0
	for i, f := range textFactors {
		if f == s.Factor {
			at = i
		}
	}
	return textFactors[min(max(at+by, 0), len(textFactors)-1)]
}

func nearestFactor(f float32) float32 {
	best := textFactors[0]
	for _, t := range textFactors {
		if abs(t-f) < abs(best-f) {
			best = t
		}
	}
	return best
}

func abs(v float32) float32 { return max(v, -v) }
