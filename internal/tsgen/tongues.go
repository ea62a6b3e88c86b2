package main

import "dugnad/room"

// Tongues is a file of its own: a phone fetches it with the part that asks for
// a language, and not before it is in.
func Tongues() []byte {
	w := &writer{}
	w.line("// Made by internal/tsgen from package room. Do not edit.\n")
	w.line("/** Languages a note can be said to be in, each by its own name; the last is any other. */")
	w.line("export const tongues = [")
	for _, t := range room.Tongues {
		w.line("\t[%q, %q],", t.Code, t.Name)
	}
	w.line("] as const;")
	return w.Bytes()
}
