package compose

import (
	"net/url"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

const (
	root = "../../"
	file = root + "docker-compose.yml"
)

// project is the part of docker-compose.yml that the tests read.
type project struct {
	Services map[string]service
	Volumes  map[string]any
	Networks map[string]struct {
		IPAM struct{ Config []struct{ Subnet string } }
	}
}

type service struct {
	Image       string
	Build       string
	Entrypoint  []string
	Command     []string
	Environment map[string]string
	Ports       []string
	Volumes     []string
	DependsOn   map[string]struct{ Condition string } `yaml:"depends_on"`
	Healthcheck struct{ Test []string }
	Restart     string
}

func read(t *testing.T) project {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var p project
	if err := yaml.Unmarshal(b, &p); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return p
}

func nodes(p project) []string {
	var names []string
	for name, s := range p.Services {
		if s.Build != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func TestTwoEqualNodes(t *testing.T) {
	p := read(t)
	names := nodes(p)
	if !slices.Equal(names, []string{"node1", "node2"}) {
		t.Fatalf("nodes: %v", names)
	}
	one, two := p.Services["node1"], p.Services["node2"]
	if !reflect.DeepEqual(one, two) {
		t.Errorf("the nodes differ:\n%+v\n%+v", one, two)
	}
	if len(one.Ports) != 0 {
		t.Error("a node is reachable past the proxy")
	}
	for _, name := range []string{"postgres", "redis"} {
		if c := one.DependsOn[name].Condition; c != "service_healthy" {
			t.Errorf("a node does not wait until %s is well: %q", name, c)
		}
		if len(p.Services[name].Ports) != 0 {
			t.Errorf("%s is reachable from outside", name)
		}
	}
	if c := p.Services["postgres"].DependsOn["secrets"].Condition; c != "service_completed_successfully" {
		t.Errorf("postgres does not wait for its password: %q", c)
	}
	for name, s := range p.Services {
		if name != "secrets" && len(s.Healthcheck.Test) == 0 {
			t.Errorf("%s does not tell whether it is well", name)
		}
	}
}

func TestTheNodesFindTheirServices(t *testing.T) {
	p := read(t)
	env := p.Services["node1"].Environment
	for setting, want := range map[string]string{"DATABASE_URL": "postgres", "REDIS_URL": "redis"} {
		u, err := url.Parse(env[setting])
		if err != nil {
			t.Fatal(err)
		}
		if _, there := p.Services[u.Hostname()]; !there || u.Hostname() != want || u.Scheme != want {
			t.Errorf("%s is %s", setting, env[setting])
		}
	}
	pg := p.Services["postgres"].Environment
	if u, _ := url.Parse(env["DATABASE_URL"]); u.User.Username() != pg["POSTGRES_USER"] || u.Path != "/"+pg["POSTGRES_DB"] {
		t.Errorf("DATABASE_URL %s is not the database that postgres makes: %v", u, pg)
	}
	if !slices.ContainsFunc(p.Services["postgres"].Volumes, func(v string) bool { return strings.HasPrefix(v, "postgres:/var/lib/postgresql/data") }) {
		t.Error("the meetings do not lie in a volume")
	}
	if nets := p.Networks["default"].IPAM.Config; len(nets) != 1 || nets[0].Subnet != env["TRUSTED_PROXIES"] {
		t.Errorf("the nodes trust %s, and the network is %v", env["TRUSTED_PROXIES"], nets)
	}
	for name, s := range p.Services {
		for _, v := range s.Volumes {
			from, _, _ := strings.Cut(v, ":")
			if _, named := p.Volumes[from]; !named && !strings.HasPrefix(from, "./") {
				t.Errorf("%s uses %s, which is no volume of ours", name, v)
			}
		}
	}
}

// Names of our settings are in the tags of the configuration, once each.
func settings(t *testing.T) []string {
	t.Helper()
	b, err := os.ReadFile(root + "cmd/dugnad/config.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range regexp.MustCompile(`env:"([A-Z_]+)"`).FindAllStringSubmatch(string(b), -1) {
		names = append(names, m[1])
	}
	if len(names) < 5 {
		t.Fatalf("found only these settings: %v", names)
	}
	return names
}

func TestEverySettingExists(t *testing.T) {
	known := settings(t)
	for _, name := range nodes(read(t)) {
		for setting := range read(t).Services[name].Environment {
			if !slices.Contains(known, setting) {
				t.Errorf("%s sets %s, which dugnad does not know", name, setting)
			}
		}
	}
	for setting := range throw(t) {
		if setting != "PGPASSWORD" && !slices.Contains(known, setting) {
			t.Errorf("the secrets name %s, which dugnad does not know", setting)
		}
	}
}

func TestTheProxyKnowsBothNodes(t *testing.T) {
	p := read(t)
	b, err := os.ReadFile(root + "deploy/Caddyfile")
	if err != nil {
		t.Fatal(err)
	}
	port := p.Services["node1"].Environment["PORT"]
	ways := regexp.MustCompile(`(?m)^\s*reverse_proxy\s+(?:@\w+\s+)?(.*) \{$`).FindAllStringSubmatch(string(b), -1)
	if len(ways) == 0 {
		t.Fatal("the proxy leads nowhere")
	}
	for _, way := range ways {
		to := strings.Fields(way[1])
		slices.Sort(to)
		if !slices.Equal(to, []string{"node1:" + port, "node2:" + port}) {
			t.Errorf("the proxy leads to %v", to)
		}
	}
	if !slices.ContainsFunc(p.Services["proxy"].Volumes, func(v string) bool { return strings.HasPrefix(v, "./deploy/Caddyfile:") }) {
		t.Error("the proxy does not read our Caddyfile")
	}
	for _, name := range nodes(p) {
		if p.Services["proxy"].DependsOn[name].Condition != "service_healthy" {
			t.Errorf("the proxy does not wait until %s is well", name)
		}
	}
}

// Whoever asks whether a node is well asks at a page there is, on the port it listens on.
func TestWellnessIsAskedForWhereItIsTold(t *testing.T) {
	p := read(t)
	routes, err := os.ReadFile(root + "server/routes.go")
	if err != nil {
		t.Fatal(err)
	}
	proxy, err := os.ReadFile(root + "deploy/Caddyfile")
	if err != nil {
		t.Fatal(err)
	}
	var asked []string
	for _, name := range nodes(p) {
		s := p.Services[name]
		u, err := url.Parse(s.Healthcheck.Test[len(s.Healthcheck.Test)-1])
		if err != nil || u.Port() != s.Environment["PORT"] {
			t.Errorf("%s is asked at %v (%v)", name, u, err)
		}
		asked = append(asked, u.Path)
	}
	for _, m := range regexp.MustCompile(`health_uri (\S+)`).FindAllStringSubmatch(string(proxy), -1) {
		asked = append(asked, m[1])
	}
	if len(asked) != 3 {
		t.Fatal(asked)
	}
	for _, path := range asked {
		if !strings.Contains(string(routes), `{get, "`+path+`", everyone`) {
			t.Errorf("nothing is told at %s", path)
		}
	}
}

// The image is built with the Go that go.mod asks for, from files that are there, and
// the command of the node is one the program has.
func TestTheImageCanBeBuilt(t *testing.T) {
	b, err := os.ReadFile(root + "Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile(root + "go.mod")
	if err != nil {
		t.Fatal(err)
	}
	image := regexp.MustCompile(`FROM golang:(\d+\.\d+)`).FindSubmatch(b)
	asks := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindSubmatch(mod)
	if image == nil || asks == nil || string(image[1]) != string(asks[1]) {
		t.Errorf("the image has Go %s, and go.mod asks for %s", image, asks)
	}
	ignored, err := os.ReadFile(root + ".dockerignore")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`(?m)^COPY (\S.*) \S+$`).FindAllSubmatch(b, -1) {
		for _, file := range strings.Fields(string(m[1])) {
			if strings.HasPrefix(file, "-") || strings.HasPrefix(string(m[1]), "--from") {
				continue
			}
			if _, err := os.Stat(root + file); err != nil || slices.Contains(strings.Fields(string(ignored)), file) {
				t.Errorf("%s cannot be copied into the image: %v", file, err)
			}
		}
	}
	main, err := os.ReadFile(root + "cmd/dugnad/main.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range nodes(read(t)) {
		word := regexp.MustCompile(`dugnad (\w+)`).FindStringSubmatch(strings.Join(read(t).Services[name].Entrypoint, " "))
		if word == nil || !strings.Contains(string(main), `{"`+word[1]+`", "`) {
			t.Errorf("%s runs %v, which is no command", name, word)
		}
	}
}
