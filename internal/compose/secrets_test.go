package compose

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"dugnad/server"
)

// Nothing that must be secret stands in the file, and nothing takes its place
// when it is left out.
func TestNoSecretHasADefault(t *testing.T) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(b), "\n") {
		for _, m := range regexp.MustCompile(`[^$]\$\{([A-Z_]+):?-([^}]+)\}`).FindAllStringSubmatch(line, -1) {
			if regexp.MustCompile(`PASS|KEY|SECRET|TOKEN`).MatchString(m[1]) {
				t.Errorf("line %d: %s has the default %s", n+1, m[1], m[2])
			}
		}
		if regexp.MustCompile(`(?i)^\s*(-\s*)?[a-z_]*(password|_key|secret|token)[a-z_]*\s*[:=]\s*["']?[A-Za-z0-9]`).MatchString(line) {
			t.Errorf("line %d holds a secret: %s", n+1, strings.TrimSpace(line))
		}
		if regexp.MustCompile(`://[^/@ ]+:[^/@ ]+@`).MatchString(line) {
			t.Errorf("line %d holds a password in an address", n+1)
		}
		if strings.Contains(line, "HOST_AUTH_METHOD") {
			t.Errorf("line %d lets anybody into the database", n+1)
		}
	}
}

// script is what the secrets service runs, as docker would hand it to sh: $$
// is how a $ is written in the file.
func script(t *testing.T) string {
	t.Helper()
	cmd := read(t).Services["secrets"].Command
	if len(cmd) != 1 {
		t.Fatalf("the secrets service runs %q", cmd)
	}
	return strings.ReplaceAll(cmd[0], "$$", "$")
}

func throwIn(t *testing.T, dir string) (said string) {
	t.Helper()
	cmd := exec.Command("sh", "-euc", script(t))
	cmd.Env = append(os.Environ(), "SECRETS="+dir, "NODE="+strconv.Itoa(os.Getuid()))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// throw runs the script and gives what the nodes will read.
func throw(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	throwIn(t, dir)
	return readNode(t, dir)
}

// readNode reads the file as a node's shell does.
func readNode(t *testing.T, dir string) map[string]string {
	t.Helper()
	cmd := exec.Command("sh", "-euc", `. "$0"; env`, filepath.Join(dir, "node"))
	cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	env := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		name, value, _ := strings.Cut(line, "=")
		if strings.HasPrefix(name, "DUGNAD_") || strings.HasPrefix(name, "PG") {
			env[name] = value
		}
	}
	return env
}

func TestSecretsAreThrownOnce(t *testing.T) {
	dir := t.TempDir()
	said := throwIn(t, dir)
	env := readNode(t, dir)
	if _, err := server.ParseKeys(env["DUGNAD_JWT_KEYS"]); err != nil {
		t.Errorf("the keys cannot be used: %v", err)
	}
	if !server.GoodKey(env["DUGNAD_OPERATOR_KEY"]) || !strings.Contains(said, env["DUGNAD_OPERATOR_KEY"]) {
		t.Errorf("the operator key is weak, or nobody is told of it: %q", said)
	}
	password, err := os.ReadFile(filepath.Join(dir, "password"))
	if err != nil {
		t.Fatal(err)
	}
	if len(password) != 64 || string(password) != env["PGPASSWORD"] {
		t.Error("postgres and the nodes have different passwords, or it is short")
	}
	for _, name := range []string{"node", "password"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s can be read by others: %v", name, info.Mode())
		}
	}
	if again := throwIn(t, dir); again != "" {
		t.Errorf("the second start says %q", again)
	}
	if later := readNode(t, dir); later["DUGNAD_JWT_KEYS"] != env["DUGNAD_JWT_KEYS"] {
		t.Error("the second start threw the dice again")
	}
	if other := throw(t); other["PGPASSWORD"] == env["PGPASSWORD"] || other["DUGNAD_OPERATOR_KEY"] == env["DUGNAD_OPERATOR_KEY"] {
		t.Error("two installations got the same secrets")
	}
}

// What compose and the secrets give a node must be settings that dugnad finds
// safe, on a laptop and on the open internet.
func TestTheNodesWouldStart(t *testing.T) {
	dugnad := os.Getenv("DUGNAD_BIN") // what `make test` has built for everybody
	if dugnad == "" {
		dugnad = filepath.Join(t.TempDir(), "dugnad")
		if out, err := exec.Command("go", "build", "-o", dugnad, root+"cmd/dugnad").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	secrets := throw(t)
	for name, public := range map[string]string{
		"laptop":   "",
		"hall":     "http://192.168.1.20:8080",
		"internet": "https://dugnad.example.no",
	} {
		cmd := exec.Command(dugnad, "config")
		cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
		for setting, value := range read(t).Services["node1"].Environment {
			if setting == "PUBLIC_URL" {
				value = public
			}
			cmd.Env = append(cmd.Env, setting+"="+value)
		}
		for setting, value := range secrets {
			cmd.Env = append(cmd.Env, setting+"="+value)
		}
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%s: a node would not start: %v\n%s", name, err, out)
		}
		for setting, value := range secrets {
			if strings.Contains(string(out), value) {
				t.Errorf("%s: %s is printed", name, setting)
			}
		}
	}
}
