package hub

import (
	"bytes"
	"encoding/json"
	"testing"

	"dugnad/room"
)

// Whatever a client sends, reading it breaks nothing, and what it is answered
// is JSON.
func FuzzEnvelope(f *testing.F) {
	for _, s := range []string{
		`{"t":"hi","v":1,"since":3,"epoch":"x"}`,
		`{"t":"cmd","id":"abcdefgh","do":"idea.post","with":{"id":"i1","text":"hei"}}`,
		`{"t":"cmd","id":"\u0000\"","do":"agenda.next","with":[[[[1e999]]]]}`,
		`{"t":"eph","what":null}`, `[]`, `null`, `{"since":1e30}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var in inbound
		if json.Unmarshal(b, &in) != nil {
			return
		}
		if goodID(in.ID) && bytes.ContainsAny([]byte(in.ID), `:/"\`) {
			t.Errorf("%q may be the id of a command", in.ID)
		}
		_, _ = room.DecodeCommand(in.Do, in.With)
		if answer := refused(in.ID, room.Invalid); !json.Valid(answer.parts[0]) {
			t.Errorf("answered with %s", answer.parts[0])
		}
	})
}
