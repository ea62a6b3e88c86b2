package arrows

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// arrow says which of our own packages a package may import, and why no more.
type arrow struct {
	may    []string
	reason string
}

// arrows names every package that goes into the product. One that is not here
// fails the test: whoever adds it says what it may see.
var arrows = map[string]arrow{
	"room":       {nil, "the rules know nobody: they can be played, simulated and replayed anywhere"},
	"migrations": {nil, "SQL text and nothing else"},
	"likeness":   {nil, "words and nothing else: what it is asked about is not its business, and the rules must never hang on it"},
	"web":        {nil, "built files and catalogues and nothing else"},
	"store":      {[]string{"room", "migrations", "likeness"}, "keeps records and carries out effects; who reads or shows them is not its business"},
	"hub":        {[]string{"room"}, "asks for a log and a bus by what it needs of them; it must run over any engine"},
	"report":     {[]string{"room", "web"}, "what a meeting leaves behind, made of what the rules show and of the catalogues; who may have it is the door's business"},
	"courier":    {[]string{"room"}, "carries letters; who writes them and where they wait is not its business"},
	"server":     {[]string{"room", "report", "hub", "web", "likeness", "courier"}, "the door; it asks for a store by what it needs of it"},
	"cmd/dugnad": {[]string{"swarm", "courier", "room", "store", "hub", "server", "web", "migrations", "internal/vestby", "internal/guests"}, "settings and wiring: the one place that sees everybody"},
	"swarm":      {[]string{"room"}, "simulated people see what the rules show and do what the rules let them"},
}

// outside names what only some of our packages may import, with everything
// below it.
var outside = []struct {
	path   string
	only   []string
	reason string
}{
	{"database/sql", []string{"store", "migrations"}, "SQL lives in one place, in one text for both engines"},
	{"github.com/jackc/pgx", []string{"store"}, "what differs between the engines is in the store"},
	{"modernc.org/sqlite", []string{"store"}, "what differs between the engines is in the store"},
	{"github.com/pressly/goose", []string{"store"}, "migrations are run by the store"},
	{"github.com/coder/websocket", []string{"hub", "server"}, "the door shakes hands, and after that a socket is the hub's"},
	{"github.com/go-chi/chi", []string{"server"}, "routes stand on one screen"},
	{"github.com/wneessen/go-mail", []string{"courier"}, "mail is sent in one place"},
	{"github.com/blevesearch/snowballstem", []string{"likeness"}, "endings of words are read in one place"},
	{"testing", nil, "test code in the binary"},
	{"dugnad/internal/vestby", []string{"cmd/dugnad"}, "the demo is one command of the program"},
	{"dugnad/internal/guests", []string{"cmd/dugnad"}, "so is the swarm"},
	{"dugnad/internal/phone", nil, "a phone in Go belongs to the demo and to tests"},
	{"dugnad/internal", []string{"cmd/dugnad"}, "packages under internal are for tests, tools and the demo"},
}

// shipped are the packages under internal that the demo and the swarm bring into the binary.
var shipped = []string{module + "internal/vestby", module + "internal/guests", module + "internal/phone"}

const module = "dugnad/"

// pkg is the part of `go list -json` that we read.
type pkg struct {
	ImportPath, Name, Doc, Dir string
	Imports, GoFiles           []string
}

// list runs go list over the whole module.
func list(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Name,Doc,Dir,Imports,GoFiles", module+"...")
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, said.String())
	}
	var all []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("read go list: %v", err)
		}
		all = append(all, p)
	}
}

// tool tells packages that are no part of the product.
func tool(path string) bool { return strings.HasPrefix(path, "internal/") }

func TestArrows(t *testing.T) {
	found := 0
	for _, p := range list(t) {
		path := strings.TrimPrefix(p.ImportPath, module)
		if tool(path) {
			continue
		}
		a, ok := arrows[path]
		if !ok {
			t.Errorf("%s is new: say in this table what it may import, and why", path)
			continue
		}
		found++
		for _, i := range p.Imports {
			if ours, ok := strings.CutPrefix(i, module); ok && !slices.Contains(a.may, ours) {
				t.Errorf("%s imports %s. It may not: %s", path, ours, a.reason)
			}
		}
	}
	if found != len(arrows) {
		t.Errorf("%d of %d packages of the table exist", found, len(arrows))
	}
}

func TestOutside(t *testing.T) {
	for _, p := range list(t) {
		path := strings.TrimPrefix(p.ImportPath, module)
		if tool(path) {
			continue
		}
		for _, i := range p.Imports {
			for _, o := range outside {
				if (i == o.path || strings.HasPrefix(i, o.path+"/")) && !slices.Contains(o.only, path) {
					t.Errorf("%s imports %s. It may not: %s", path, i, o.reason)
				}
			}
		}
	}
}

// What is linked into the binary through others counts too.
func TestTheBinaryHoldsNoTestCode(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", module+"cmd/dugnad").Output()
	if err != nil {
		t.Fatalf("go list -deps: %v", err)
	}
	for dep := range strings.FieldsSeq(string(out)) {
		if dep == "testing" || strings.HasPrefix(dep, module+"internal/") && !slices.Contains(shipped, dep) {
			t.Errorf("%s is linked into the binary", dep)
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	for _, p := range list(t) {
		if len(p.GoFiles) == 0 {
			t.Errorf("%s holds only tests: give it a file that says what it is", p.ImportPath)
			continue
		}
		word := "Package " + p.Name + " "
		if p.Name == "main" {
			word = "Command "
		}
		if !strings.HasPrefix(p.Doc, word) {
			t.Errorf("%s does not say what it is: its first sentence should begin with %q, not %q", p.ImportPath, word, p.Doc)
		}
	}
}
