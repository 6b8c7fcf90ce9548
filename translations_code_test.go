package doublefix_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
)

// code is what the Go files say about keys.
type code struct {
	literals map[string]string // every string literal and one place where it stands
	ids      map[string]bool   // those that only name a widget, an action or a section
	calls    []call
}

// call is a call of Tr.T or Tr.N with a literal key.
type call struct {
	at, key string
	counts  bool
	args    []string // names in a literal words.Args; nil where they are not written at the call
}

// readCode reads all Go files but tests.
func readCode(t *testing.T) code {
	t.Helper()
	c := code{literals: map[string]string{}, ids: map[string]bool{}}
	for _, file := range goFiles(t) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.BasicLit:
				if s, ok := text(n); ok {
					c.literals[s] = set.Position(n.Pos()).String()
				}
			case *ast.KeyValueExpr:
				if name, ok := n.Key.(*ast.Ident); ok && name.Name == "ID" {
					c.addID(n.Value)
				}
			case *ast.CallExpr:
				if method, ok := n.Fun.(*ast.SelectorExpr); ok && method.Sel.Name == "Get" && len(n.Args) == 1 {
					c.addID(n.Args[0])
				}
				if found, ok := readCall(n); ok {
					found.at = set.Position(n.Pos()).String()
					c.calls = append(c.calls, found)
				}
			}
			return true
		})
	}
	return c
}

func (c code) addID(e ast.Expr) {
	if s, ok := text(e); ok {
		c.ids[s] = true
	}
}

func text(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// readCall reads x.T("key"), x.T("key", words.Args{…}), x.N("key", n, …) and the shorthand tr("key", …).
func readCall(n *ast.CallExpr) (call, bool) {
	var name string
	switch f := n.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	if len(n.Args) == 0 || (name != "T" && name != "N" && name != "tr") {
		return call{}, false
	}
	key, ok := text(n.Args[0])
	if !ok || !looksLikeKey(key) {
		return call{}, false
	}
	c := call{key: key, counts: name == "N"}
	rest := n.Args[1:]
	if c.counts && len(rest) > 0 {
		rest = rest[1:]
	}
	if len(rest) == 0 {
		c.args = []string{}
		return c, true
	}
	if args, ok := rest[0].(*ast.CompositeLit); ok && len(rest) == 1 {
		c.args = []string{}
		for _, element := range args.Elts {
			pair, ok := element.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			if name, ok := text(pair.Key); ok {
				c.args = append(c.args, name)
			}
		}
	}
	return c, true
}

// uses reports whether key stands in code, whole or in two parts that both stand there: "menu." and "file", or
// "chart.key.final" and "_year".
func (c code) uses(key string) bool {
	if c.literals[key] != "" {
		return true
	}
	for i := range key {
		if key[i] != '.' && key[i] != '_' {
			continue
		}
		if c.literals[key[:i+1]] != "" && c.uses(key[i+1:]) || c.literals[key[i:]] != "" && c.uses(key[:i]) {
			return true
		}
	}
	return false
}

// partOf reports whether literal is a key, or becomes one with a prefix or a suffix that stands in code.
func (c code) partOf(literal string, texts map[string]message) bool {
	if texts[literal].forms != nil {
		return true
	}
	for key := range texts {
		if head, ok := strings.CutSuffix(key, "."+literal); ok && c.literals[head+"."] != "" {
			return true
		}
		if tail, ok := strings.CutPrefix(key, literal+"."); ok && c.literals["."+tail] != "" {
			return true
		}
	}
	return false
}
