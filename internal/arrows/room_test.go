package arrows

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dugnad/room"
)

// still names what the rules may not import, with everything below it, and
// why. Anything from outside the standard library is out already.
var still = map[string]string{
	"context":      "nothing in the rules waits or is called off",
	"net":          "the rules talk to nobody",
	"os":           "the rules open nothing",
	"syscall":      "the rules open nothing",
	"database/sql": "the rules store nothing",
	"log":          "the rules tell their caller, and nobody else",
	"crypto/rand":  "dice are thrown outside and handed in",
	"sync":         "one goroutine owns a room",
	"unsafe":       "there is no need",
}

// handedIn names what is allowed of packages that also hold a clock or dice.
var handedIn = map[string][]string{
	"time": {"Date", "Duration", "FixedZone", "Hour", "Location", "Millisecond", "Minute", "Month",
		"Parse", "ParseInLocation", "Second", "Time", "UTC", "Unix", "UnixMilli", "Weekday", "DateOnly", "RFC3339"},
	"math/rand/v2": {"New", "NewPCG", "PCG", "Rand", "Source"}, // from a seed that was handed in
}

func TestTheMiddleKeepsStill(t *testing.T) {
	files, err := filepath.Glob("../../room/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no rules found: %v", err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, said := range wrongs(f) {
			t.Errorf("room/%s %s", filepath.Base(name), said)
		}
	}
}

// wrongs lists what a file of the rules imports or uses and may not.
func wrongs(f *ast.File) (said []string) {
	local := map[string]string{} // name in the file → path
	for _, i := range f.Imports {
		path, _ := strconv.Unquote(i.Path.Value)
		name := strings.TrimSuffix(path, "/v2")
		name = name[strings.LastIndexByte(name, '/')+1:]
		if i.Name != nil {
			name = i.Name.Name
		}
		local[name] = path
		if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") || first+"/" == module {
			said = append(said, "imports "+path+": the rules need the standard library alone")
		}
		for no, reason := range still {
			if path == no || strings.HasPrefix(path, no+"/") {
				said = append(said, "imports "+path+": "+reason)
			}
		}
		if name == "." && handedIn[path] != nil {
			said = append(said, "hides "+path+" behind a dot")
		}
		if path == "math/rand" {
			said = append(said, "imports math/rand: its global dice cannot be handed in")
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		x, ok := sel.X.(*ast.Ident)
		if !ok {
			return true
		}
		if names, ok := handedIn[local[x.Name]]; ok && !slices.Contains(names, sel.Sel.Name) {
			said = append(said, "uses "+x.Name+"."+sel.Sel.Name+": clocks and dice are read outside and handed in")
		}
		return true
	})
	return said
}

func TestTheMiddleIsSeenToMove(t *testing.T) {
	for source, want := range map[string]string{
		`package room; import "time"; var x = time.Now()`:                       "time.Now",
		`package room; import clock "time"; var x = clock.Since`:                "clock.Since",
		`package room; import "math/rand/v2"; var x = rand.IntN(2)`:             "rand.IntN",
		`package room; import "os"`:                                             "imports os",
		`package room; import "net/http"`:                                       "imports net/http",
		`package room; import "golang.org/x/text/cases"`:                        "standard library",
		`package room; import "dugnad/store"`:                                   "standard library",
		`package room; import . "time"`:                                         "behind a dot",
		`package room; import "time"; var x = time.UnixMilli(0).In(time.Local)`: "time.Local",
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "x.go", source, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if said := wrongs(f); len(said) != 1 || !strings.Contains(said[0], want) {
			t.Errorf("%s: said %q, want one that holds %q", source, said, want)
		}
	}
	f, _ := parser.ParseFile(token.NewFileSet(), "x.go", `package room; import "time"; const x = 2 * time.Second`, 0)
	if said := wrongs(f); len(said) != 0 {
		t.Errorf("an innocent file: %q", said)
	}
}

// Two machines add the same whole numbers to the same sum; of fractions they
// need not.
func TestTheStateHoldsNoFractions(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var look func(at string, x reflect.Type)
	look = func(at string, x reflect.Type) {
		if seen[x] {
			return
		}
		seen[x] = true
		switch x.Kind() {
		case reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
			t.Errorf("%s is a %s", at, x)
		case reflect.Interface, reflect.Func, reflect.Chan, reflect.UnsafePointer:
			t.Errorf("%s is a %s: a state is plain values", at, x)
		case reflect.Pointer, reflect.Slice, reflect.Array:
			look(at, x.Elem())
		case reflect.Map:
			look(at+" key", x.Key())
			look(at, x.Elem())
		case reflect.Struct:
			for i := range x.NumField() {
				look(at+"."+x.Field(i).Name, x.Field(i).Type)
			}
		}
	}
	look("State", reflect.TypeFor[room.State]())
	if len(seen) < 10 {
		t.Fatalf("looked at %d types only", len(seen))
	}
}
