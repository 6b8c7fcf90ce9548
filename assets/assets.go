// Package assets holds the files that travel inside the program: fonts, icons
// and translations, as bytes and file systems without any toolkit type.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed fonts
var fonts embed.FS

// Fonts returns the folder of font files (TrueType) and their licence, OFL.txt.
func Fonts() fs.FS {
	sub, err := fs.Sub(fonts, "fonts")
	if err != nil {
		panic(err) // the folder name is fixed at compile time
	}
	return sub
}

// FontRegular returns Source Sans 3 Regular. Like the other font functions it
// hands out a fresh copy: some libraries write into the bytes they are given.
func FontRegular() []byte { return font("SourceSans3-Regular.ttf") }

// FontSemibold returns Source Sans 3 Semibold (weight 600).
func FontSemibold() []byte { return font("SourceSans3-Semibold.ttf") }

// FontBold returns Source Sans 3 Bold (weight 700).
func FontBold() []byte { return font("SourceSans3-Bold.ttf") }

// FontItalic returns Source Sans 3 Italic (regular weight).
func FontItalic() []byte { return font("SourceSans3-Italic.ttf") }

// FontLicense returns the text of the SIL Open Font License that the fonts
// are under; whoever passes the program on must be able to read it.
func FontLicense() string { return string(font("OFL.txt")) }

func font(name string) []byte {
	b, err := fonts.ReadFile("fonts/" + name)
	if err != nil {
		panic(err) // only a misspelt name in this file can get here
	}
	return b
}
