package main

import (
	"bytes"
	"os"
	"testing"
)

// What the phone believes about the wire and what the server says must be one
// thing; whoever changes a command or a view runs the generator.
func TestTypesAreFresh(t *testing.T) {
	for out, made := range Files {
		have, err := os.ReadFile("../../" + out)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(have, made()) {
			t.Errorf("%s is stale: go run ./internal/tsgen", out)
		}
	}
}
