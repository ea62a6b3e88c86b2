package room

import (
	"fmt"
	"strings"
	"testing"
)

// TestOneByteOfABodyChangesTheHash changes one letter of every stored text in
// turn.
func TestOneByteOfABodyChangesTheHash(t *testing.T) {
	p := newPlayer(t, 3)
	p.must("lead1", MakeGroups{})
	p.must("lead1", GoToStep{"stille"})
	writers := p.seats[:len(Affiliations)-1] // the last one is an interpreter
	for n := range 20 {
		p.must(writers[n%len(writers)], PostIdea{ID: fmt.Sprint("i", n), Text: fmt.Sprint("hemmelig ", n)})
	}
	want := p.s.Hash()
	for n, r := range p.log {
		at := strings.Index(string(r.Body), "hemmelig")
		if at < 0 {
			continue
		}
		body := append([]byte(nil), r.Body...)
		body[at] ^= 1
		p.log[n].Body = body
		again, err := Replay(p.log)
		if err != nil {
			t.Fatal(err)
		}
		if again.Hash() == want {
			t.Fatalf("record %d: a changed byte leaves the hash as it was", r.Seq)
		}
		p.log[n].Body = r.Body
	}
}

func FuzzDecodeCommand(f *testing.F) {
	f.Add("idea.post", []byte(`{"id":"i1","text":"hei"}`))
	f.Add("ballot.cast", []byte(`{"vote":"v","choice":["a"]}`))
	f.Add("measure.set", []byte(`{"id":"m","due":null}`))
	f.Fuzz(func(t *testing.T, name string, with []byte) {
		c, err := DecodeCommand(name, with)
		if err != nil {
			return
		}
		ev := newEvening(t)
		for _, m := range []Command{CreateMeeting{Title: "F", Lang: "nb", Code: "K7Q4XP2M"}, JoinSeat{Seat: "a", Role: Participant},
			JoinSeat{Seat: "l", Role: Facilitator}, MakeGroups{}} {
			seat := ""
			if _, ok := m.(MakeGroups); ok {
				seat = "l"
			}
			if _, err := ev.ask(seat, m); err != nil {
				t.Fatal(err)
			}
		}
		for _, seat := range []string{"a", "l", "nobody"} {
			if _, err := ev.ask(seat, c); err != nil {
				if _, ok := err.(Refusal); !ok {
					t.Fatal(err)
				}
			}
		}
		ev.replayed()
	})
}

func FuzzClean(f *testing.F) {
	f.Add("<script>alert(1)</script>")
	f.Add("\u202eevil\u202c \u0000 a\u0301\u0301\u0301\u0301\u0301\u0301")
	f.Fuzz(func(t *testing.T, text string) {
		once := clean(text)
		if clean(once) != once {
			t.Fatalf("%q is not clean after cleaning", once)
		}
		for _, r := range once {
			if r == '\u202e' || r < ' ' {
				t.Fatalf("%q holds %U", once, r)
			}
		}
		if got, err := written(text, IdeaMax); err == nil && length(got) > IdeaMax {
			t.Fatalf("%d characters let through", length(got))
		}
	})
}
