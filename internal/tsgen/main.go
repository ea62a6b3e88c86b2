// Command tsgen writes the front end's types of the wire from the Go they come
// from: what a client may send, what it is shown, why it is refused.
//
//	go run ./internal/tsgen            writes web/src/gen/protocol.ts
//	go run ./internal/tsgen -o FILE    writes somewhere else
package main

import (
	"flag"
	"fmt"
	"os"
)

// Out is where the types lie, from the root of the repository.
const Out = "web/src/gen/protocol.ts"

func main() {
	out := flag.String("o", Out, "file to write")
	flag.Parse()
	if err := os.WriteFile(*out, Protocol(), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "write types:", err)
		os.Exit(1)
	}
}
