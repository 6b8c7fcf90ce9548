// Package data embeds the built-in data package: a descriptor and one CSV file a table, see README.md.
package data

import "embed"

// FS holds datapackage.json and the tables it names, all at its root.
//
//go:embed datapackage.json *.csv
var FS embed.FS
