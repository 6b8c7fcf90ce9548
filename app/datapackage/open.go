package datapackage

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"

	"doublefix/app"
	"doublefix/app/words"
)

// Open reads the package whose descriptor is datapackage.json at the root of fsys: [embed.FS], an opened zip; for a folder see [OpenFolder].
// A file system with CSV files and no descriptor is read as well as it can be, and a warning says so. Open returns what could be
// read with every problem found. The error says that nothing could be read: no descriptor and no CSV, or no JSON.
func Open(fsys fs.FS) (*Package, []Problem, error) { return openFiles(fsys, maxFiles, nil) }

// openFiles reads a package whose tables have at most so many bytes together, one that the descriptor names twice counted twice. From names the tables of a package without a descriptor; nil stands for all CSV files.
func openFiles(fsys fs.FS, most int64, from []string) (*Package, []Problem, error) {
	o := &opener{fsys: fsys, sum: sha256.New(), found: &problems{file: DescriptorName}, left: most}
	raw, err := readFile(fsys, DescriptorName, maxDescriptor)
	if from != nil || errors.Is(err, fs.ErrNotExist) {
		if bare := bareDescriptor(fsys, from); bare != nil {
			raw, err, o.bare = bare, nil, true
		}
	}
	if err != nil {
		code := app.Invalid
		if errors.Is(err, fs.ErrNotExist) {
			code = app.NotFound
		}
		return nil, nil, unopened(code, "error.data.descriptor."+cause(err), err)
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	var top any
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	if err := decoder.Decode(&top); err != nil {
		return nil, nil, unopened(app.Invalid, "error.data.descriptor.json", err)
	}
	if _, object := top.(map[string]any); !object {
		return nil, nil, unopened(app.Invalid, "error.data.descriptor.json", errors.New("not an object"))
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, nil, unopened(app.Invalid, "error.data.descriptor.json", errors.New("more after its end"))
	}
	o.count(DescriptorName, raw)
	p := o.readPackage(o.node(top, PackageError, ""))
	p.checkReferences(o.found)
	p.sum = hex.EncodeToString(o.sum.Sum(nil))
	return p, o.found.all(), nil
}

func unopened(code app.Code, key string, cause error) error {
	return &app.Error{
		Code: code, Key: key, Args: map[string]any{"File": DescriptorName, "Cause": cause.Error()}, Err: cause,
	}
}

// opener holds what reading one package needs.
type opener struct {
	fsys  fs.FS
	sum   hash.Hash
	found *problems
	bare  bool  // there is no descriptor
	left  int64 // how many bytes of tables may be read yet
}

// count takes a file into the checksum. Its name and length go first, so that no two packages run together into one sum.
func (o *opener) count(name string, raw []byte) {
	fmt.Fprintf(o.sum, "%s %d\n", name, len(raw))
	o.sum.Write(raw)
}

// node wraps a part of the descriptor; properties of a wrong type are reported for resource as typ.
func (o *opener) node(value any, typ Type, resource string) node {
	return node{value, "", func(path, want string) {
		o.found.add(Problem{
			Type: typ, Resource: resource, Key: "data.problem.property." + want, Args: words.Args{"Property": path},
		})
	}}
}

func (o *opener) readPackage(n node) *Package {
	p := &Package{
		Name: n.str("name"), Version: n.scalar("version"), Title: n.translated("title"), Description: n.translated("description"),
		Question: n.text("doublefix:question"), Running: n.text("doublefix:running"), Options: n.str("doublefix:options"),
		Topics: n.topics(), Sources: n.sources(),
	}
	if s := n.str("created"); s != "" {
		created, err := time.Parse(time.RFC3339, s)
		if err != nil {
			n.report("created", "datetime")
		}
		p.Created = created
	}
	for _, l := range n.list("licenses") {
		p.Licenses = append(p.Licenses, License{l.str("name"), l.str("title"), l.str("path")})
	}
	resources := n.list("resources")
	if len(resources) == 0 {
		o.found.add(Problem{Type: PackageError, Key: "data.problem.no_resources"})
	}
	for i, c := range resources {
		r := o.readResource(c, i)
		if p.Resource(r.Name) != nil {
			o.found.add(Problem{Type: PackageError, Resource: r.Name, Key: "data.problem.resource_twice"})
		}
		p.Resources = append(p.Resources, r)
	}
	return p
}

func (o *opener) readResource(c node, i int) *Resource {
	name, _ := c.value.(map[string]any)["name"].(string)
	if name == "" {
		o.found.add(Problem{Type: ResourceError, Key: "data.problem.resource_name", Args: words.Args{"Number": i + 1}})
		name = fmt.Sprintf("table%d", i+1)
	}
	n := o.node(c.value, ResourceError, name)
	r := &Resource{
		Name: name, Title: n.translated("title"), About: n.translated("description"),
		Role: n.str("doublefix:role"), Topic: n.str("doublefix:topic"), Core: n.flag("doublefix:core"), Words: n.wording(),
		Caveats: n.caveats(), Charts: n.charts(), Sources: n.sources(),
	}
	if enc := strings.ToLower(n.str("encoding")); enc != "" && enc != "utf-8" && enc != "utf8" && enc != "us-ascii" && enc != "ascii" {
		o.found.add(Problem{Type: ResourceError, Resource: name, Key: "data.problem.other_encoding", Args: words.Args{"Encoding": enc}})
	}
	r.Dialect = o.dialect(o.inline(n, "dialect", name, DialectError))
	o.schema(o.inline(n, "schema", name, SchemaError), r)
	o.readData(n, r)
	return r
}

// inline returns the object under key, which may also be the path of a JSON file in the package.
func (o *opener) inline(n node, key, resource string, typ Type) node {
	c, ok := n.at(key)
	file, named := c.value.(string)
	if !ok || !named {
		return o.node(n.child(key).value, typ, resource)
	}
	out := o.node(nil, typ, resource)
	where, ok := o.inside(file, resource)
	if !ok {
		return out
	}
	raw, err := readFile(o.fsys, where, maxDescriptor)
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	if err == nil {
		err = decoder.Decode(&out.value)
	}
	if err != nil {
		o.found.add(Problem{Type: typ, Resource: resource, File: file, Key: "data.problem.unreadable." + cause(err)})
		return o.node(nil, typ, resource)
	}
	o.count(where, raw)
	return out
}

// readData reads the table's file.
func (o *opener) readData(n node, r *Resource) {
	paths := n.strs("path")
	switch {
	case len(paths) == 0 && n.has("data"):
		o.found.add(Problem{Type: ResourceError, Resource: r.Name, Key: "data.problem.inline_data"})
		return
	case len(paths) == 0:
		o.found.add(Problem{Type: ResourceError, Resource: r.Name, Key: "data.problem.no_path"})
		return
	case len(paths) > 1:
		o.found.add(Problem{Type: ResourceError, Resource: r.Name, Key: "data.problem.several_paths", Args: words.Args{"Path": paths[0]}})
	}
	where, ok := o.inside(paths[0], r.Name)
	if !ok {
		return
	}
	raw, err := readFile(o.fsys, where, min(maxFile, o.left))
	o.left -= int64(len(raw))
	if err != nil {
		o.found.add(Problem{Type: SourceError, Resource: r.Name, File: paths[0], Key: "data.problem.unreadable." + cause(err)})
		return
	}
	r.Path = paths[0]
	o.count(where, raw)
	ps := &problems{resource: r.Name, file: r.Path}
	checkIntegrity(n, raw, ps)
	inferred := len(r.Fields) == 0
	readTable(r, raw, ps)
	if o.bare {
		told(r, ps)
	}
	if inferred {
		wide(r, ps)
	}
	o.found.list = append(o.found.list, ps.all()...)
}

// inside returns the path in the file system; what lies outside the package is refused and reported.
func (o *opener) inside(p, resource string) (string, bool) {
	clean := path.Clean(p)
	if strings.Contains(p, "://") || strings.Contains(p, "\\") || strings.Contains(p, ":") || !fs.ValidPath(clean) || clean == "." {
		o.found.add(Problem{Type: ResourceError, Resource: resource, Cell: p, Key: "data.problem.outside"})
		return "", false
	}
	return clean, true
}

var errTooLarge = errors.New("file too large")

// readFile reads a regular file of at most limit bytes. Pipes and devices are refused: reading them could wait for ever.
func readFile(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(raw)) > limit {
		err = errTooLarge
	}
	return raw, err
}

// cause names why a file could not be read, for the translation of it.
func cause(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "missing"
	case errors.Is(err, fs.ErrPermission):
		return "permission"
	case errors.Is(err, errTooLarge):
		return "large"
	}
	return "damaged"
}
