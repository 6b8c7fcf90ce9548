package views

import (
	"slices"

	"doublefix/app/words"
	"doublefix/views/theme"
)

// dress puts on the theme of the settings. Fyne reads the fonts anew for every theme, so an unchanged one stays on.
func (w *window) dress() {
	if worn := (dress{w.settings.Theme, w.settings.Factor}); w.worn != worn {
		w.worn = worn
		w.deps.App.Settings().SetTheme(theme.New(w.settings.palette(), worn.theme == themeDark, worn.factor))
	}
}

// dress is what a theme depends on.
type dress struct {
	theme  string
	factor float32
}

func (w *window) setLang(l words.Lang) {
	if l != w.settings.Lang {
		w.settings.Lang = l
		w.switched()
	}
}

func (w *window) nextLang() {
	for i, l := range words.Langs() {
		if l == w.settings.Lang {
			w.setLang(words.Langs()[(i+1)%len(words.Langs())])
			return
		}
	}
}

func (w *window) setFactor(f float32) {
	if f != w.settings.Factor {
		w.settings.Factor = f
		w.switched()
	}
}

// nextTheme puts on the theme that comes after the present one.
func (w *window) nextTheme() {
	w.setTheme(themes[(slices.Index(themes, w.settings.Theme)+1)%len(themes)])
}

func (w *window) setTheme(name string) {
	if name != w.settings.Theme {
		w.settings.Theme = name
		w.switched()
	}
}

func (w *window) switched() {
	w.settings.save()
	w.notice = nil // it speaks the old language
	w.rebuild()
	if w.saved.Err != nil {
		w.sayUnsaved(w.saved.Err)
	}
}
