// Command tsgen writes the front end's types of the wire from the Go they come
// from: what a client may send, what it is shown, why it is refused.
//
//	go run ./internal/tsgen            writes web/src/gen
package main

import (
	"fmt"
	"os"
)

// Files are what is written, by where it lies from the root of the repository.
var Files = map[string]func() []byte{
	"web/src/gen/protocol.ts": Protocol,
	"web/src/gen/tongues.ts":  Tongues,
}

func main() {
	for out, made := range Files {
		if err := os.WriteFile(out, made(), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "write types:", err)
			os.Exit(1)
		}
	}
}
