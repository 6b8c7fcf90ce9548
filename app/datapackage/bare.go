package datapackage

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"

	"doublefix/app/words"
)

// mostBare is how many CSV files of a folder without a descriptor are read.
const mostBare = 100

// bareDescriptor describes a folder that has tables and no descriptor: each file under its own name, written as its first line
// looks. It is nil where there is no table. From names the files; nil stands for all that are there.
func bareDescriptor(fsys fs.FS, from []string) []byte {
	if from == nil {
		entries, err := fs.ReadDir(fsys, ".")
		if err != nil {
			return nil
		}
		for _, e := range entries {
			if isTable(e.Name()) && !e.IsDir() && len(from) < mostBare {
				from = append(from, e.Name())
			}
		}
	}
	var resources []map[string]any
	taken := map[string]bool{}
	for _, file := range from {
		base := strings.TrimSuffix(file, path.Ext(file))
		name := strings.Join(strings.Fields(strings.ToLower(base)), "-")
		if name == "" || taken[name] {
			name = file
		}
		taken[name] = true
		resources = append(resources, map[string]any{
			"name": name, "title": base, "path": file, "dialect": map[string]any{"delimiter": delimiterOf(fsys, file)},
		})
	}
	if len(resources) == 0 {
		return nil
	}
	raw, err := json.Marshal(map[string]any{"resources": resources})
	if err != nil {
		return nil
	}
	return raw
}

// isTable reports whether a file is called like a table.
func isTable(name string) bool {
	ending := strings.ToLower(path.Ext(name))
	return (ending == ".csv" || ending == ".tsv") && !strings.HasPrefix(name, ".")
}

// delimiterOf is what stands most often between the names in the first line of a file: a comma, a semicolon as spreadsheets write
// where the comma is for decimals, or a tab.
func delimiterOf(fsys fs.FS, file string) string {
	best, most := ",", 0
	f, err := fsys.Open(file)
	if err != nil {
		return best
	}
	defer f.Close()
	first := make([]byte, 1<<14)
	n, _ := f.Read(first)
	line, _, _ := bytes.Cut(bytes.ReplaceAll(first[:n], []byte("\r"), []byte("\n")), []byte("\n"))
	for _, d := range []string{",", ";", "\t"} {
		if count := strings.Count(string(line), d); count > most {
			best, most = d, count
		}
	}
	return best
}

// mostTold is how many columns a sentence names.
const mostTold = 12

// told says what was found in the columns of a table that nobody has described.
func told(r *Resource, ps *problems) {
	if len(r.Fields) == 0 {
		return
	}
	columns := words.Text{}
	for _, l := range words.Langs() {
		tr := words.For(l)
		var parts []string
		for _, f := range r.Fields[:min(len(r.Fields), mostTold)] {
			parts = append(parts, tr.T("data.bare.column", words.Args{"Name": shortened(f.Name), "Type": tr.T("data.bare.type." + f.Type)}))
		}
		if len(r.Fields) > mostTold {
			parts = append(parts, "…")
		}
		columns[l] = strings.Join(parts, ", ")
	}
	ps.add(Problem{Level: Warning, Type: SchemaError, Key: "data.problem.bare", Args: words.Args{"Columns": columns}})
}

// wide says where the columns of a table are years, which a chart would need one below the other.
func wide(r *Resource, ps *problems) {
	var years []string
	for _, f := range r.Fields {
		if n, ok := year(f.Name); ok && n >= 1500 && n < 2200 && (f.Numeric() || f.YearLike()) {
			years = append(years, f.Name)
		}
	}
	if len(years) > 1 {
		slices.Sort(years)
		ps.add(Problem{Level: Warning, Type: SchemaError, Key: "data.problem.wide", Args: words.Args{"First": years[0], "Last": years[len(years)-1]}})
	}
}
