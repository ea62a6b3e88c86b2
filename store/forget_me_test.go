package store

import (
	"testing"

	"dugnad/room"
)

// Whoever presses *Slett opplysningene om meg* on the page of thanks, after the meeting
// has ended, is gone from every table at once, a day before the house would have
// thought of it; what was shared stays, and so does what another has left.
func TestWhoDeletesThemselvesAfterTheEndIsGoneAtOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, o Options) {
		d := &desk{t: t, s: opened(t, o), st: room.New(), now: 1_606_291_200_000}
		d.act("", room.CreateMeeting{Title: "Fritid", Lang: "nb", Code: "K7Q4XP2M", AnswerBy: "2021-01-29", Links: map[string]string{"lead": "x", "board": "y"}})
		d.act("", room.JoinSeat{Seat: "kari", Role: room.Facilitator})
		for _, guest := range []string{"anna", "berit"} {
			d.act("", room.JoinSeat{Seat: guest, Role: room.Participant})
		}
		d.act("anna", room.PresentSeat{As: "kommune"})
		d.act("kari", room.MakeGroups{Size: 2})
		d.act("kari", room.NextStep{})
		d.act("anna", room.PostIdea{ID: "delt", Text: "En delt idé"})
		d.act("anna", room.PostIdea{ID: "min", Text: "merket-lapp"})
		d.act("berit", room.PostIdea{ID: "hennes", Text: "En annens lapp"})
		d.act("kari", room.NextStep{})
		d.act("anna", room.ShareIdea{ID: "delt"})
		d.act("anna", room.SendGroup{})
		d.act("anna", room.TellNeed{Text: "merket-behov"})
		d.act("kari", room.EndMeeting{})
		d.act("anna", room.JoinBook{Who: "merket-bok", Org: "Laget", Phone: "90000000"})
		d.act("anna", room.Contribute{Name: "merket-navn", Reach: "90000001", What: "merket-tilbud"})
		d.act("anna", room.AskToBeTold{Mail: "merket@example.no"})
		d.act("berit", room.AskToBeTold{Mail: "berit@example.no"})
		d.act("anna", room.SayGoodbye{Useful: 4, Call: "ja", Change: "merket-avskjed"})
		d.there("before", "merket-lapp", "merket-behov", "merket-bok", "merket-navn", "merket-tilbud", "merket@example.no", "merket-avskjed", `"as":"kommune"`)

		d.act("anna", room.ForgetMe{})
		d.gone("at once", "merket", "90000000", "90000001", `"as":"kommune"`)
		d.there("at once", "En delt idé", "En annens lapp", "berit@example.no")
		if x := d.st.Seats["anna"]; x == nil || !x.Gone {
			t.Error("the seat still stands")
		}
		if again, err := room.Replay(tailOf(t, d.s, "r", 0)); err != nil || again.Hash() != d.st.Hash() {
			t.Errorf("the story tells another state (%v)", err)
		}
		if o.Dir != "" {
			settled(t, d.s)
			if n := found(t, o.Dir, "merket"); n != 0 {
				t.Errorf("what is gone can be found %d times in the files", n)
			}
		}
		// The house comes a day later, and has nothing against it.
		d.later(room.Day)
		d.gone("after a day", `"anna"`, "anna:")
	})
}
