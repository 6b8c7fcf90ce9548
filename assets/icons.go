package assets

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed icons/*.svg icons/doublefix.png
var icons embed.FS

// Icon returns the SVG of a small icon by its name, such as "explore" or "arrow-up": 24 by 24, all in one black fill, so
// that a theme can give it any colour. It reports false for a name that has no icon.
func Icon(name string) ([]byte, bool) {
	svg, err := icons.ReadFile("icons/" + name + ".svg")
	return svg, err == nil && name != appIcon
}

// IconNames returns the names that [Icon] knows, sorted.
func IconNames() []string {
	files, err := fs.Glob(icons, "icons/*.svg")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	var names []string
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(file, "icons/"), ".svg")
		if name != appIcon {
			names = append(names, name)
		}
	}
	return names
}

// AppIcon returns the sign of the app as a PNG of 512 by 512 pixels.
func AppIcon() []byte {
	png, err := icons.ReadFile("icons/" + appIcon + ".png")
	if err != nil {
		panic(err) // the file is embedded above
	}
	return png
}

const appIcon = "doublefix"
