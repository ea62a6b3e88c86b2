package store

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"
	"testing"
)

// sqlAt tells which argument of a call is SQL.
var sqlAt = map[string]int{
	"Exec": 0, "Query": 0, "QueryRow": 0, "Prepare": 0, "Queue": 0, "do": 0, "tuples": 0, "list": 0,
	"ExecContext": 1, "QueryContext": 1, "QueryRowContext": 1, "PrepareContext": 1, "clashing": 1,
}

// TestA34NoSQLIsBuiltFromText: what is handed to the database as SQL is a
// constant, or comes from the functions in values.go that write nothing but
// parameters behind a constant, or names that are nothing but names.
func TestA34NoSQLIsBuiltFromText(t *testing.T) {
	fset := token.NewFileSet()
	files, known := parsed(t, fset)
	harmless := func(arg ast.Expr) bool {
		switch arg := arg.(type) {
		case *ast.CallExpr:
			if called(arg) == "about" { // a name between two constants
				return known[arg.Args[0]].Value != nil && known[arg.Args[2]].Value != nil
			}
			return called(arg) == "tuples" || called(arg) == "list" || called(arg) == "into"
		case *ast.SelectorExpr:
			return arg.Sel.Name == "sql" // of a step, looked at where it is made
		case *ast.Ident:
			if arg.Name == "sql" {
				return true // the parameter that do hands on to clashing, and clashing to the step
			}
		}
		return known[arg].Value != nil
	}
	asked := 0
	look := func(arg ast.Expr) {
		if asked++; !harmless(arg) {
			t.Errorf("%s: this SQL is not a constant", fset.Position(arg.Pos()))
		}
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if at, ok := sqlAt[called(n)]; ok && at < len(n.Args) {
					look(n.Args[at])
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && key.Name == "sql" {
					look(n.Value)
				}
			}
			return true
		})
	}
	if asked < 45 {
		t.Fatalf("only %d statements were looked at: the test is blind", asked)
	}
}

func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// parsed reads the package without its tests, and works out its constants. The
// imports are not followed: a constant of ours needs none of them.
func parsed(t *testing.T, fset *token.FileSet) ([]*ast.File, map[ast.Expr]types.TypeAndValue) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	known := map[ast.Expr]types.TypeAndValue{}
	conf := types.Config{Importer: nowhere{}, Error: func(error) {}}
	conf.Check("store", fset, files, &types.Info{Types: known})
	return files, known
}

type nowhere struct{}

func (nowhere) Import(string) (*types.Package, error) { return nil, errors.New("not followed") }

// TestA34TextsAreStoredAsTheyAre sends what would do harm in a statement
// through every column that a person can write in.
func TestA34TextsAreStoredAsTheyAre(t *testing.T) {
	evil := `'; DROP TABLE events; --$1 %s {{.}} "\'` + "\u202e\n\\"
	onBoth(t, func(t *testing.T, o Options) {
		s := opened(t, o)
		e := cast("v", evil, evil)
		e.Cmd, e.Seat, e.Records[0].Cmd, e.Records[0].Seat, e.Records[0].Kind, e.Records[0].Body = evil, evil, evil, evil, evil, []byte(evil)
		e.Effects = append(e.Effects, meetingOf(evil), measureOf(evil), tallyOf(evil))
		append1(t, s, evil, 0, e)
		if r := tailOf(t, s, evil, 0)[0]; r.Cmd != evil || r.Seat != evil || r.Kind != evil || string(r.Body) != evil {
			t.Errorf("record %+v", r)
		}
		ctx := t.Context()
		if m, err := s.Meeting(ctx, evil); err != nil || m != meetingOf(evil) {
			t.Errorf("meeting %+v (%v)", m, err)
		}
		if m, err := s.Measures(ctx, evil); err != nil || len(m) != 1 || m[0] != measureOf(evil) {
			t.Errorf("measures %+v (%v)", m, err)
		}
		if got, err := s.Tallies(ctx, evil); err != nil || len(got) != 1 || got[0] != tallyOf(evil) {
			t.Errorf("tallies %+v (%v)", got, err)
		}
		if c, ok, err := s.Slip(ctx, evil, "v", evil); err != nil || !ok || c[0] != evil {
			t.Errorf("slip %v (%v)", c, err)
		}
		if id, err := s.RoomOf(ctx, evil); err != nil || id != evil {
			t.Errorf("room %q (%v)", id, err)
		}
	})
}
