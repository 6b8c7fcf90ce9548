package datapackage

import (
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"doublefix/app/words"
)

// schema reads fields, keys and missing values into r.
func (o *opener) schema(n node, r *Resource) {
	r.MissingValues = n.missingValues()
	if r.MissingValues == nil {
		r.MissingValues = []string{""}
	}
	// Version 1 has no fieldsMatch, version 2 allows a list of one.
	if match := n.strs("fieldsMatch"); len(match) > 0 {
		r.FieldsMatch = match[0]
	}
	for i, c := range n.list("fields") {
		f := c.field()
		if f.Name == "" {
			o.found.add(Problem{Type: FieldError, Resource: r.Name, Key: "data.problem.field_name", Args: words.Args{"Number": i + 1}})
			f.Name = "field" + strconv.Itoa(i+1)
		}
		if r.Index(f.Name) >= 0 {
			o.found.add(Problem{Type: SchemaError, Resource: r.Name, Field: f.Name, Key: "data.problem.field_twice"})
		}
		r.Fields = append(r.Fields, f)
	}
	r.PrimaryKey = n.strs("primaryKey")
	if _, ok := r.places(r.PrimaryKey); !ok && len(r.PrimaryKey) > 0 && len(r.Fields) > 0 {
		o.found.add(Problem{
			Type: SchemaError, Resource: r.Name, Key: "data.problem.key_field",
			Args: words.Args{"Fields": strings.Join(r.PrimaryKey, ", ")},
		})
	}
	for _, c := range n.list("foreignKeys") {
		ref := c.child("reference")
		r.ForeignKeys = append(r.ForeignKeys, ForeignKey{
			Fields: c.strs("fields"), Resource: ref.str("resource"), Reference: ref.strs("fields"),
		})
	}
}

// dialect reads how the CSV is written; what is not simple is reported and read as the standard's default.
func (o *opener) dialect(n node) Dialect {
	d := Dialect{Delimiter: ',', Quote: '"'}
	// Version 1 nests the properties of CSV under "csv" in some tools.
	if n.has("csv") {
		n = n.child("csv")
	}
	d.Delimiter = n.character("delimiter", d.Delimiter)
	d.Quote = n.character("quoteChar", d.Quote)
	if d.Quote >= utf8.RuneSelf || d.Quote == d.Delimiter {
		n.report("quoteChar", "character")
		d.Quote = '"'
	}
	if n.has("header") {
		d.NoHeader = !n.flag("header")
	}
	return d
}

// character reads a property that is one character and no line break.
func (n node) character(key string, otherwise rune) rune {
	if !n.has(key) {
		return otherwise
	}
	runes := []rune(n.str(key))
	if len(runes) != 1 || slices.Contains([]rune{'\n', '\r', utf8.RuneError, 0}, runes[0]) {
		n.report(key, "character")
		return otherwise
	}
	return runes[0]
}

// checkIntegrity compares a file with the size and hash that the descriptor promises.
func checkIntegrity(n node, raw []byte, ps *problems) {
	if want := n.scalar("bytes"); want != "" && want != strconv.Itoa(len(raw)) {
		ps.add(Problem{Type: ByteCountError, Key: "data.problem.bytes", Args: words.Args{"Want": want, "Have": len(raw)}})
	}
	want := strings.ToLower(n.str("hash"))
	if want == "" {
		return
	}
	have := ""
	switch algorithm, digest, prefixed := strings.Cut(want, ":"); {
	case !prefixed:
		sum := md5.Sum(raw) // the standard's default; it guards against slips, not against people
		have = hex.EncodeToString(sum[:])
	case algorithm == "sha256":
		sum := sha256.Sum256(raw)
		want, have = digest, hex.EncodeToString(sum[:])
	default:
		ps.add(Problem{Level: Warning, Type: HashError, Key: "data.problem.hash_unknown", Args: words.Args{"Algorithm": algorithm}})
		return
	}
	if want != have {
		ps.add(Problem{Type: HashError, Key: "data.problem.hash"})
	}
}
