package room

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A deputy who waits is an adult: it sees what adults see before it is published.
func TestADeputyAmongTheYoungReadsNothing(t *testing.T) {
	ev := newEvening(t)
	ev.play("", "made", 0, everyKindOfStep())
	ev.play("", "made", 1, YouthBegun{})
	if _, err := ev.ask("", JoinSeat{Seat: "vara", Role: Deputy, Via: DeputyDoor}); err != nil {
		t.Fatal(err)
	}
	if got := ev.s.Layers("vara"); !slices.Equal(got, []Layer{All, MineLayer("vara")}) {
		t.Errorf("it sees %v", got)
	}
}

// newYouth is a random evening that two young people lead, with an adult who
// made it and one who is to answer.
func newYouth(t testing.TB, seed uint64) *player {
	p := &player{evening: newEvening(t), r: rand.New(rand.NewPCG(seed, 2)), texts: map[string]string{}}
	p.watch = map[Key]string{}
	made := everyKindOfStep()
	made.Links["ung1"], made.Links["ung2"] = "z", "w"
	p.play("", "made", 0, made)
	p.play("", "made", 1, YouthBegun{})
	p.play("", "made", 2, MeetingModerated{seed%2 == 0})
	p.must("", JoinSeat{Seat: "adult", Role: Facilitator})
	p.must("", JoinSeat{Seat: "lead1", Role: Facilitator, Via: "ung1"})
	p.must("", JoinSeat{Seat: "lead2", Role: Facilitator, Via: "ung2"})
	p.must("", JoinSeat{Seat: "body", Role: FollowUp})
	for n := range 7 {
		p.join(n)
	}
	return p
}

// adultSees is everything an adult with a link can be shown, and the rows that
// other programs read.
func (p *player) adultSees() string {
	var b strings.Builder
	layers := append(p.s.Layers("adult"), p.s.Layers("body")...)
	for k, looks := range p.everything() {
		layer, _, _ := strings.Cut(looks, " ")
		if slices.Contains(layers, Layer(layer)) {
			b.WriteString(string(k) + looks)
		}
	}
	rows, err := json.Marshal(p.rows)
	if err != nil {
		p.t.Fatal(err)
	}
	b.Write(rows)
	return b.String()
}

// spare has the adult ask for a young leader's link, and somebody answer, or nobody.
// Whoever comes by it may lead; the adult may not.
func (p *player) spare() {
	claim := p.s.Youth.Spare.Seq
	who, c := "adult", Command(AskSpare{})
	switch p.r.IntN(5) {
	case 0:
		who, c = pick(p.r, []string{"lead1", "adult", p.seats[0]}), AnswerSpare{claim, p.r.IntN(2) == 0}
	case 1:
		who, c = "", OpenSpare{claim}
	case 2:
		c = RotateLink{pick(p.r, []string{SpareDoor, "ung1", "observe", BoardSeat}), strings.Repeat("a", 64)}
	case 3:
		who, c = "", JoinSeat{Seat: fmt.Sprint("spare", p.r.IntN(9)), Role: Facilitator, Via: SpareDoor}
	}
	_, err := p.ask(who, c)
	if _, made := c.(RotateLink); made && err == nil {
		p.spared++
	}
	if x := p.s.Seats["adult"]; x.Role != Observer {
		p.t.Fatalf("after %T the adult is %s", c, x.Role)
	}
}

// TestLongNoAdultReadsBeforePublishing plays random evenings and searches, after
// every step, what adults are shown for anything that was written in the room.
func TestLongNoAdultReadsBeforePublishing(t *testing.T) {
	written := []string{"hemmelig-", "bunke ", "Vedtak ", "Kaffe"}
	published, spared := 0, 0
	for seed := range 20 {
		p := newYouth(t, uint64(seed))
		for n := range 240 {
			p.step()
			p.spare()
			adult := p.adultSees()
			for _, text := range written {
				if strings.Contains(adult, text) {
					t.Fatalf("seed %d step %d: an adult reads %q in %s", seed, n, text, adult)
				}
			}
		}
		if v := p.s.takingVote(); v != nil {
			p.must("lead1", CancelVote{v.ID})
		}
		decides, by := "Formannskapet", "2027-01-20"
		p.must("lead1", DescribeMeeting{Decides: &decides, AnswerBy: &by})
		p.must("lead2", WriteLetter{Text: "Hør på oss", Seen: p.s.Head})
		p.must("lead2", PublishYouth{})
		p.finished()
		p.nothingHiddenIsShown(seed, -1)
		adult := p.adultSees()
		for id, i := range p.s.Ideas {
			if held := i.Place != InPlenum; held && strings.Contains(adult, "hemmelig-"+id+"-") {
				t.Fatalf("seed %d: published, and an adult reads idea %s, which is %s", seed, id, i.Place)
			} else if !held && strings.Contains(adult, "hemmelig-"+id+"-") {
				published++
			}
		}
		p.replayed()
		spared += p.spared
	}
	if spared == 0 {
		t.Fatal("no adult ever made a link to a young leader")
	}
	if published == 0 {
		t.Fatal("nothing was ever published: the search found nothing because nothing was there")
	}
}

// TestNewKindsAreVeiled: what adults may see before publishing is a list, so that
// a kind nobody thought of is hidden.
func TestNewKindsAreVeiled(t *testing.T) {
	s := New()
	s.Youth.On = true
	for _, kind := range append(Kinds(), "new") {
		for l, want := range map[Layer]Layer{All: Young, Follow: Lead, Lead: Lead, Board: Board} {
			if beforePublishing[kind] {
				want = l
			}
			if got := s.veil(kind, l); got != want {
				t.Errorf("%s in %q is veiled to %q", kind, l, got)
			}
		}
	}
	for kind := range beforePublishing {
		if !slices.Contains(Kinds(), kind) {
			t.Errorf("%s may be seen, and does not exist", kind)
		}
	}
}

// TestARehearsalIsNotVeiled: in it nobody has written anything, and whoever
// rehearses leads alone.
func TestARehearsalIsNotVeiled(t *testing.T) {
	ev := newEvening(t)
	for n, c := range []Command{CreateMeeting{Title: "Øving", Lang: "nb", Template: "ung-90", Code: "K7Q4XP2M", Practice: "room"},
		JoinSeat{Seat: "kari", Role: Facilitator}, NextStep{}} {
		if _, err := ev.ask([]string{"", "", "kari"}[n], c); err != nil {
			t.Fatal(err)
		}
	}
	if ev.s.Where("step") != All || ev.s.Where("presence") != All {
		t.Error("a rehearsal is veiled")
	}
}

// TestTheLetterFits: six hundred characters and no more.
func TestTheLetterFits(t *testing.T) {
	p := newYouth(t, 1)
	p.must("lead1", WriteLetter{Text: strings.Repeat("å", LetterMax)})
	if _, err := p.ask("lead1", WriteLetter{Text: strings.Repeat("å", LetterMax+1)}); fmt.Sprint(err) != "refused: too_long" {
		t.Error(err)
	}
}

// What the young people have on their board is on no adult's screen.
func TestPicturesOfTheYoung(t *testing.T) {
	p := newYouth(t, 1)
	p.play("", "made", 3, PictureKept{"p1", "image/png", 4, 4}) // as the leaders' door asks for it
	p.must("lead1", SetSlide{Slide{ID: "l1", Step: p.s.Agenda.Steps[0].ID, Kind: PictureSlide, Picture: "p1", Alt: "Et hus"}})
	p.must("lead1", ShowOnBoard{What: "slide", Slide: "l1"})
	for seat, may := range map[string]bool{"lead2": true, BoardSeat: true, "guest-1": true, "adult": false, "body": false} {
		if _, ok := p.s.Pictured(seat, "p1"); ok != may {
			t.Errorf("%s: %v", seat, ok)
		}
	}
}
