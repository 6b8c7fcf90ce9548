package assets

import (
	"embed"
	"io/fs"
)

//go:embed translations/*.json
var translations embed.FS

// Translations holds the texts of the app: one file an area and a language, named area.language.json.
func Translations() fs.FS {
	sub, err := fs.Sub(translations, "translations")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}
