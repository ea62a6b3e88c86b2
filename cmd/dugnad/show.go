package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
)

//go:generate sh -c "go run . config -md > ../../docs/config.md"

// showConfig prints the settings as they are now, or the page about them.
func showConfig(_ context.Context, c Config, args []string, out io.Writer) error {
	if len(args) > 0 && args[0] == "-md" {
		_, err := io.WriteString(out, configPage())
		return err
	}
	c.settings(func(f reflect.StructField, value *string) {
		now := shown(f, *value)
		if now == "" {
			now = "(unset)"
		}
		fmt.Fprintf(out, "%-20s %s\n%20s # %s\n", f.Tag.Get("env"), now, "", f.Tag.Get("help"))
	})
	_, err := c.check()
	return err
}

// showKey prints the operator key to whoever may read the settings or the data
// folder.
func showKey(c Config, out io.Writer) error {
	operator := c.Operator
	if operator == "" {
		b, err := os.ReadFile(c.file("operator.key"))
		if err != nil {
			return fmt.Errorf("there is no operator key yet: it is made when dugnad serve starts: %w", err)
		}
		operator = strings.TrimSpace(string(b))
	}
	_, err := fmt.Fprintln(out, grouped(operator))
	return err
}

// configPage is docs/config.md.
func configPage() string {
	var b strings.Builder
	b.WriteString("# Settings\n\nMade from `cmd/dugnad/config.go` by `go generate ./cmd/dugnad`; a test notices when it is stale. Every setting is an\n" +
		"environment variable, and none is needed: without any, one process serves meetings on port 8080 with SQLite in `./data`.\n" +
		"`dugnad config` prints them as they are now, secrets hidden, and says what is wrong with them; `dugnad doctor` looks further.\n\n" +
		"| setting | default | what it does |\n|---|---|---|\n")
	var c Config
	c.settings(func(f reflect.StructField, _ *string) {
		def := f.Tag.Get("default")
		if def != "" {
			def = "`" + def + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.Tag.Get("env"), def, f.Tag.Get("help"))
	})
	b.WriteString("\nGo's own `GOMEMLIMIT` is respected: set it to about 90 % of what the container may use.\n")
	return b.String()
}
