package arrows

import (
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// A dependency is a decision: it stands in the ADR with its purpose, its
// alternatives and its licence, or it is not used.
func TestEveryDependencyIsADecision(t *testing.T) {
	page, err := os.ReadFile("../../docs/adr/0004-dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllStringSubmatch(string(page), -1) {
		told[m[1]] = true
	}
	used := map[string]bool{}
	for _, m := range modulesUsed(t) {
		used[m] = true
	}
	for _, p := range packagesUsed(t) {
		used[p] = true
	}
	for name := range used {
		if !told[name] {
			t.Errorf("%s is used and no page says why", name)
		}
	}
	for name := range told {
		if !used[name] {
			t.Errorf("%s has a line on the page and is not used", name)
		}
	}
}

// modulesUsed lists the Go modules that our packages, tests and tools import
// by name.
func modulesUsed(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-f",
		`{{range .Imports}}{{.}} {{end}}{{range .TestImports}}{{.}} {{end}}{{range .XTestImports}}{{.}} {{end}}`, module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	tools, err := exec.Command("go", "list", "-modfile=../../tools.mod", "tool").Output()
	if err != nil {
		t.Fatalf("go list tool: %v", err)
	}
	known := append(requires(t, "../../go.mod"), requires(t, "../../tools.mod")...)
	seen := map[string]bool{}
	for path := range strings.FieldsSeq(string(out) + string(tools)) {
		if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") {
			continue // ours, or the standard library's
		}
		longest := ""
		for _, m := range known {
			if (path == m || strings.HasPrefix(path, m+"/")) && len(m) > len(longest) {
				longest = m
			}
		}
		if longest == "" {
			t.Errorf("%s is in no module of go.mod or tools.mod", path)
			continue
		}
		seen[longest] = true
	}
	return keys(seen)
}

func requires(t *testing.T, file string) (paths []string) {
	t.Helper()
	out, err := exec.Command("go", "mod", "edit", "-json", file).Output()
	if err != nil {
		t.Fatalf("read %s: %v", file, err)
	}
	var mod struct{ Require []struct{ Path string } }
	if err := json.Unmarshal(out, &mod); err != nil {
		t.Fatal(err)
	}
	for _, r := range mod.Require {
		paths = append(paths, r.Path)
	}
	return paths
}

// packagesUsed lists what web/package.json names.
func packagesUsed(t *testing.T) []string {
	t.Helper()
	b, err := os.ReadFile("../../web/package.json")
	if err != nil {
		t.Fatal(err)
	}
	var p struct{ Dependencies, DevDependencies map[string]string }
	if err := json.Unmarshal(b, &p); err != nil {
		t.Fatal(err)
	}
	return append(keys(p.Dependencies), keys(p.DevDependencies)...)
}

func keys[V any](m map[string]V) (names []string) {
	for name := range m {
		names = append(names, name)
	}
	return names
}
