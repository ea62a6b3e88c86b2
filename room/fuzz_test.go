package room

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// player plays whatever comes to mind: known and unknown ids, in and out of
// phase, by every role.
type player struct {
	*evening
	r     *rand.Rand
	seats []string
	ideas []string
	texts map[string]string // idea → the last text its author gave it
	votes int
	paper []string
}

func newPlayer(t testing.TB, seed uint64) *player {
	p := &player{evening: newEvening(t), r: rand.New(rand.NewPCG(seed, 1)), texts: map[string]string{}}
	p.watch = map[Key]string{}
	p.play("", "made", 0, everyKindOfStep())
	deck, _ := FindDeck("kommune")
	p.play("", "made", 1, dealt(deck, "nb"))
	for _, id := range []string{"lead1", "lead2"} {
		p.must("", JoinSeat{Seat: id, Role: Facilitator})
	}
	for n := range 7 {
		p.join(n)
	}
	return p
}

// stand does something about who leads.
func (p *player) stand(lead string) (string, Command) {
	deputy := fmt.Sprintf("vara%d", p.r.IntN(3))
	if p.s.Seats[deputy] == nil {
		return "", JoinSeat{Seat: deputy, Role: Deputy, Via: DeputyDoor}
	}
	claim := p.s.Seats[deputy].Claim.Seq - int64(p.r.IntN(2))
	switch p.r.IntN(6) {
	case 0, 1:
		return deputy, ClaimLead{}
	case 2:
		return pick(p.r, []string{lead, deputy}), AnswerClaim{deputy, claim, p.r.IntN(2) == 0}
	case 3:
		return deputy, pick(p.r, []Command{NextStep{}, AddTime{Seconds: 60}, RemoveSeat{lead}})
	case 4:
		return lead, pick(p.r, []Command{RemoveSeat{deputy}, RotateLink{DeputyDoor, strings.Repeat("a", 64)}})
	}
	return "", GiveLead{deputy, claim}
}

// aDeputyWaitsOutside: until the lead is given it, a deputy has the hall's layer
// and its own, and nobody waits for an answer who may not have it.
func (p *player) aDeputyWaitsOutside(seed, n int) {
	for id, x := range p.s.Seats {
		if x.Role == Deputy && !x.Gone && !slices.Equal(p.s.Layers(id), []Layer{All, MineLayer(id)}) {
			p.t.Fatalf("seed %d step %d: a deputy sees %v", seed, n, p.s.Layers(id))
		}
		if x.Claim.At != 0 && (x.Role != Deputy || x.Gone) {
			p.t.Fatalf("seed %d step %d: %s (%s) claims", seed, n, id, x.Role)
		}
	}
}

// everyKindOfStep is a meeting with one step of each kind there is.
func everyKindOfStep() MeetingCreated {
	e := MeetingCreated{Title: "Tilfeldig", Lang: "nb", Code: "K7Q4XP2M", Links: map[string]string{"lead": "x", "board": "y"}}
	for _, k := range PhaseKinds {
		e.Steps = append(e.Steps, Step{ID: string(k), Kind: k, Minutes: 5, Title: string(k)})
	}
	return e
}

func (p *player) must(seat string, c Command) {
	p.t.Helper()
	if _, err := p.ask(seat, c); err != nil {
		p.t.Fatalf("%T: %v", c, err)
	}
}

func (p *player) join(n int) {
	id := fmt.Sprintf("guest-%d", n)
	if _, err := p.ask("", JoinSeat{Seat: id, Role: Participant, As: Affiliations[n%len(Affiliations)]}); err == nil {
		p.seats = append(p.seats, id)
	}
}

func pick[T any](r *rand.Rand, xs []T) T {
	if len(xs) == 0 {
		var zero T
		return zero
	}
	return xs[r.IntN(len(xs))]
}

// slide does something with the slides, or with how a result is told.
func (p *player) slide() Command {
	id, other := fmt.Sprintf("l%d", p.r.IntN(6)), fmt.Sprintf("l%d", p.r.IntN(6))
	picture := fmt.Sprintf("bilde%d", p.r.IntN(3))
	sl := Slide{ID: id, Step: pick(p.r, []string{"info", "pause", "resultat"}), Kind: pick(p.r, SlideKinds), Title: "Lysark", Alt: "Et hus", Picture: picture,
		Lines: []string{"Først", "Så"}, Film: "film.mp4", Figures: []Figure{{"barn", "9,9", "prosent", "2023", "SSB"}}}
	shown := p.s.Showing.Slide
	return pick(p.r, []Command{SetSlide{sl}, SetSlide{sl}, MoveSlide{id, other}, MoveSlide{id, ""}, RemoveSlide{id}, ShowOnBoard{What: "slide", Slide: id},
		KeepPicture{picture, "image/png", 20, 10, []byte("png")}, DropPicture{picture}, PlayFilm{shown, p.r.IntN(2) == 0},
		SetSecond{pick(p.r, []string{"", "nn", "en"})}, SayAlso{pick(p.r, clusterIDs(p.s)), "bunke også"},
		PaceResult{p.r.IntN(3) > 0}, UnveilResult{fmt.Sprintf("v%d", p.votes), 0, p.r.IntN(2) == 0}})
}

// step does one thing at random and reports what was asked and what came of it.
func (p *player) step() (Command, []Event, error) {
	p.now += int64(p.r.IntN(20_000))
	p.dice = p.r.Uint64()
	guest, lead := pick(p.r, p.seats), pick(p.r, []string{"lead1", "lead2"})
	idea := pick(p.r, p.ideas)
	cluster := pick(p.r, clusterIDs(p.s))
	seat, c := guest, Command(nil)
	switch p.r.IntN(73) {
	case 0, 1, 2, 3, 4, 5, 6:
		idea = fmt.Sprintf("i%d", len(p.ideas))
		p.ideas = append(p.ideas, idea)
		p.texts[idea] = fmt.Sprintf("hemmelig-%s-x", idea)
		c = PostIdea{ID: idea, Text: p.texts[idea], Table: p.r.IntN(4) == 0}
		if p.r.IntN(10) == 0 {
			seat = lead
		}
	case 7, 8, 9, 10, 11:
		c = ShareIdea{idea}
		if i := p.s.Ideas[idea]; i != nil && p.r.IntN(3) > 0 {
			seat = i.Author
		}
	case 12:
		c = EditIdea{idea, p.texts[idea] + "y"}
	case 13:
		c = WithdrawIdea{idea}
	case 14:
		seat, c = lead, RedactIdea{idea}
	case 15:
		c = pick(p.r, []Command{KeepIdea{idea}, SignIdea{idea, pick(p.r, IdeaSigns)}})
	case 16:
		c = SetIdeaAside{idea}
	case 17, 18:
		c = SendGroup{}
		if p.r.IntN(2) == 0 {
			seat, c = lead, SendGroup{1 + p.r.IntN(4)}
		}
	case 19, 20:
		seat, c = lead, MoveIdea{idea, cluster}
	case 21:
		seat, c = lead, SplitIdea{idea}
	case 22, 23:
		seat, c = lead, JoinClusters{cluster, pick(p.r, clusterIDs(p.s))}
	case 24:
		seat, c = lead, RenameCluster{cluster, fmt.Sprintf("bunke %d", p.sent)}
	case 25, 26, 27:
		seat, c = lead, NextStep{}
	case 28:
		seat, c = lead, PreviousStep{}
	case 29:
		p.votes++
		seat, c = lead, OpenVote{ID: fmt.Sprintf("v%d", p.votes), Method: pick(p.r, sorted(Methods)), K: 1 + p.r.IntN(3), Secret: p.r.IntN(2) == 0,
			Options: firstOf(clusterIDs(p.s), 2+p.r.IntN(3)), Seconds: int64(p.r.IntN(2) * 60)}
		if ids := voteIDs(p.s); len(ids) > 0 && p.r.IntN(3) == 0 {
			before := p.s.Votes[pick(p.r, ids)]
			var some []string
			for _, o := range before.Options[:2] {
				some = append(some, o.ID)
			}
			c = OpenVote{ID: fmt.Sprintf("v%d", p.votes), Method: before.Method, K: 1, Secret: before.Secret, Options: some, Follows: before.ID}
		}
	case 30:
		if v := p.s.takingVote(); v != nil {
			hands := make([]int, len(v.Options))
			seat, c = lead, pick(p.r, []Command{CloseVote{Vote: v.ID}, CloseVote{Vote: v.ID}, CancelVote{v.ID}, RaiseHands{v.ID, hands}, AddTime{60},
				PreviewVote{v.ID}, CloseVote{Vote: v.ID, Final: true}})
		}
	case 31, 32, 33:
		if v := p.s.openVote(); v != nil {
			x := pick(p.r, v.Options).ID + map[string]string{"score": "=1", "yesno": "=nei"}[v.Method]
			cast := CastBallot{Vote: v.ID, Choice: Choice{x}[:p.r.IntN(2)]}
			if p.s.Seats[guest].heads() > 1 != (p.r.IntN(9) == 0) {
				cast.Slip, cast.Again = fmt.Sprint(10+p.r.IntN(5)), p.r.IntN(3) == 0
			}
			c = cast
		}
	case 34:
		seat, c = lead, MakeGroups{2 + p.r.IntN(4)}
	case 35:
		seat, c = lead, PlaceSeat{guest, p.r.IntN(4), p.r.IntN(3) == 0}
	case 36:
		c = pick(p.r, []Command{LeaveSeat{}, ReturnSeat{}, BeScribe{On: true}, RaiseHand{Why: "help"}})
	case 37:
		if p.r.IntN(4) == 0 {
			seat, c = lead, RemoveSeat{guest}
		} else {
			p.join(100 + p.sent)
		}
	case 38:
		role := fmt.Sprintf("Rolle %d", p.sent)
		c = pick(p.r, []Command{OfferMeasure{pick(p.r, measureIDs(p.s)), role},
			SetMeasure{ID: pick(p.r, measureIDs(p.s)), Responsible: &role}, PassMeasure{pick(p.r, measureIDs(p.s)), true}})
		if p.r.IntN(2) == 0 {
			seat = lead
		}
	case 50:
		st, to := pick(p.r, p.s.Agenda.Steps).ID, pick(p.r, p.s.Agenda.Steps).ID
		seat, c = lead, pick(p.r, []Command{RemoveStep{st}, MoveStep{st, to}, InsertStep{ID: fmt.Sprintf("s%d", p.sent), After: to, Copy: st}})
	case 51:
		id := fmt.Sprintf("papir-%d", p.sent)
		if _, err := p.ask(lead, AddPlace{ID: id, Group: 1 + p.r.IntN(4)}); err == nil {
			p.paper = append(p.paper, id)
		}
	case 52:
		if v := p.s.takingVote(); v != nil {
			seat, c = lead, TypeSlip{v.ID, pick(p.r, append(p.paper, guest)), Choice{pick(p.r, v.Options).ID}}
		}
	case 53:
		c = pick(p.r, []Command{InviteSeat{true}, InviteSeat{true}, PartSeat{}, PresentSeat{pick(p.r, Affiliations), pick(p.r, append([]string{"", ""}, Affiliations...))}})
	case 54:
		c = PairSeat{p.s.Seats[pick(p.r, p.seats)].Invite}
		if p.r.IntN(3) == 0 {
			seat, c = lead, pick(p.r, []Command{TieSeats{[]string{guest, pick(p.r, p.seats)}}, PartSeat{guest}})
		}
	case 55:
		seat, c = lead, pick(p.r, []Command{SetOutBy{"20:30"}, SetOutBy{}, FitAgenda{p.now + int64(p.r.IntN(7_200_000))}})
	case 58, 59:
		c = pick(p.r, []Command{DealHand{All: p.r.IntN(2) == 0}, ClosePick{}})
		if hand := p.s.pickAt(p.s.Seats[guest].Group); hand != nil && p.r.IntN(4) > 0 {
			c = PickCard{pick(p.r, hand.Hand)}
		}
	case 61, 62:
		c = SetHeads{N: 1 + p.r.IntN(5)}
		if p.r.IntN(2) == 0 {
			seat, c = lead, SetHeads{N: 1 + p.r.IntN(5), Seat: guest}
		}
	case 40, 41:
		seat, c = lead, GoToStep{string(pick(p.r, PhaseKinds))}
	case 42:
		c = pick(p.r, []Command{DrawCard{}, ChooseCard{Card: "K-J"}})
	case 43:
		who := fmt.Sprintf("hemmelig-%s-hvem", idea)
		c = PlanIdea{ID: idea, Who: &who}
	case 44, 45:
		c = MarkSame{Idea: idea, Ours: pick(p.r, p.ideas), Off: p.r.IntN(5) == 0}
	case 60:
		seat, c = lead, pick(p.r, []Command{ShowOnBoard{What: "cluster", Cluster: cluster}, ShowOnBoard{What: "flow"}, ShowOnBoard{}})
	case 63, 64, 65:
		seat, c = lead, p.slide()
	case 46:
		seat, c = lead, CallTable{Group: p.r.IntN(4)}
	case 47:
		seat, c = lead, WriteDecision{ID: "b1", Text: fmt.Sprintf("Vedtak %d", p.sent)}
	case 48:
		c = pick(p.r, []Command{SayGoodbye{Useful: p.r.IntN(6), Call: "ja", Change: "Kaffe"}, JoinBook{Who: "Leder", Phone: "90000000"}, LeaveBook{},
			HangPoster{ID: fmt.Sprintf("o%d", p.sent), Sort: pick(p.r, PosterSorts), Text: fmt.Sprintf("hemmelig oppslag %d", p.sent)},
			TakePoster{pick(p.r, posterIDs(p.s))}})
	case 49:
		seat, c = lead, OrderTables{p.r.Perm(len(p.s.Groups) + 1)[1:]}
	case 56:
		held := idea
		for _, id := range ideaIDs(p.s) {
			if p.s.Ideas[id].Place == Held && p.r.IntN(2) == 0 {
				held = id
			}
		}
		seat, c = lead, pick(p.r, []Command{HideIdea{ID: idea}, HideIdea{held, pick(p.r, HideReasons)}, ReleaseIdea{held}, CheckHall{p.r.IntN(2) == 0}})
	case 57:
		on := p.r.IntN(3) == 0
		seat, c = lead, pick(p.r, []Command{PausePosting{on}, ModerateMeeting{on}, TakeAway{1 + p.r.IntN(4), on}, RedactPoster{pick(p.r, posterIDs(p.s))}, ReleasePoster{pick(p.r, posterIDs(p.s))}})
	case 66, 67:
		c = pick(p.r, []Command{SpeakIdea{idea, pick(p.r, Tongues).Code}, HearIdea{idea},
			TranslateIdea{idea, fmt.Sprintf("hemmelig-%s-norsk%d", idea, p.r.IntN(3))}})
		if i := p.s.Ideas[idea]; i != nil && p.r.IntN(2) == 0 {
			seat = i.Author
		}
		if p.r.IntN(3) == 0 {
			seat = lead
		}
	case 68:
		seat, c = lead, EditIdea{idea, fmt.Sprintf("hemmelig-%s-ryddet%d", idea, p.r.IntN(3))}
		if p.r.IntN(2) == 0 {
			seat = guest
		}
	case 70, 71:
		for _, step := range moodIDs(p.s) {
			c = AnswerMood{step, Choice{fmt.Sprintf("1=%d", 1+p.r.IntN(6))}}
			if p.r.IntN(9) == 0 {
				seat, c = lead, CloseMood{step}
			}
		}
	case 72:
		seat, c = p.stand(lead)
	case 69:
		c = pick(p.r, []Command{RaiseHand{Why: Pen}, BeScribe{On: true}, LendPen{}, PresentSeat{As: tolk}, PresentSeat{As: "tro"}})
	case 39:
		act := int64(p.r.IntN(int(p.s.Head) + 2))
		if n := len(p.s.Acts); n > 0 && p.r.IntN(2) == 0 {
			act = p.s.Acts[n-1].Seq
		}
		seat, c = lead, UndoAct{act}
	}
	if c == nil {
		return nil, nil, nil
	}
	happened, err := p.ask(seat, c)
	return c, happened, err
}

func firstOf(ids []string, n int) []string { return ids[:min(n, len(ids))] }

// TestLongRandomEvenings plays seeded evenings and asks after every step: is any
// idea lost, does any layer show what it must not; and at the end whether the
// blanked log tells the same story.
func TestLongRandomEvenings(t *testing.T) {
	evenings, steps := 24, 300
	if testing.Short() {
		evenings = 12
	}
	for seed := range evenings {
		p := newPlayer(t, uint64(seed))
		for n := range steps {
			c, _, err := p.step()
			if err != nil {
				if _, ok := err.(Refusal); !ok {
					t.Fatalf("seed %d step %d: %T: %v is no refusal", seed, n, c, err)
				}
				continue
			}
			p.everyIdeaInOnePile(seed, n)
			p.neverMoreSlipsThanHeads(seed, n)
			p.noMoodOfAFew(seed, n)
			p.aDeputyWaitsOutside(seed, n)
			if n%10 == 0 {
				p.nothingHiddenIsShown(seed, n)
			}
		}
		p.finished()
		p.nothingErasedRemains(seed)
		p.replayed()
	}
}

// finished ends the evening and puts a line under its report, and writes a
// little more after the line.
func (p *player) finished() {
	if v := p.s.openVote(); v != nil {
		p.must("lead1", CancelVote{v.ID})
	}
	p.must("lead1", EndMeeting{})
	for _, digit := range "ab" {
		p.must("lead2", FinishReport{p.s.Head, strings.Repeat(string(digit), 64)})
	}
}

func (p *player) everyIdeaInOnePile(seed, n int) {
	piles := map[string]int{}
	for _, c := range p.s.Clusters {
		if len(c.Ideas) == 0 {
			p.t.Fatalf("seed %d step %d: empty pile %s", seed, n, c.ID)
		}
		for _, id := range c.Ideas {
			piles[id]++
		}
	}
	for id, i := range p.s.Ideas {
		if want := map[bool]int{true: 1}[i.Place == InPlenum]; piles[id] != want {
			p.t.Fatalf("seed %d step %d: idea %s (%s) lies in %d piles", seed, n, id, i.Place, piles[id])
		}
	}
}

// neverMoreSlipsThanHeads: nobody has two ballots, however many share a phone
// and whatever is said of how many they are.
func (p *player) neverMoreSlipsThanHeads(seed, n int) {
	v := p.s.openVote()
	if v == nil {
		return
	}
	for _, owner := range v.Slips {
		if x := p.s.Seats[owner]; v.cast(owner) > x.heads() || !v.Roll[owner] {
			p.t.Fatalf("seed %d step %d: %s is %d and has %d slips", seed, n, owner, x.heads(), v.cast(owner))
		}
	}
	if len(v.Slips) > v.of() {
		p.t.Fatalf("seed %d step %d: %d slips of %d heads", seed, n, len(v.Slips), v.of())
	}
}

// noMoodOfAFew: a scale that fewer than five answered has no number anywhere, and
// once it is counted nobody is known to have answered.
func (p *player) noMoodOfAFew(seed, n int) {
	for _, m := range p.s.Moods {
		for _, said := range m.Spread {
			if sum := total(said); sum > 0 && sum < Few {
				p.t.Fatalf("seed %d step %d: %d have answered in %s, and it is told", seed, n, sum, m.Step)
			}
		}
		if m.Spread != nil && len(m.Slips) > 0 {
			p.t.Fatalf("seed %d step %d: who answered in %s is remembered", seed, n, m.Step)
		}
	}
}

// nothingHiddenIsShown writes out every layer and searches it for what it must
// not hold: texts of ideas that live elsewhere, who wrote, who is who.
func (p *player) nothingHiddenIsShown(seed, n int) {
	shown := map[Layer]*strings.Builder{}
	for _, kind := range Kinds() {
		for _, k := range p.s.Keys(kind) {
			l := p.s.Where(k)
			view, ok := p.s.See(l, k)
			if !ok {
				continue
			}
			raw, err := json.Marshal(view)
			if err != nil {
				p.t.Fatal(err)
			}
			if shown[l] == nil {
				shown[l] = &strings.Builder{}
			}
			shown[l].Write(raw)
		}
	}
	for l, b := range shown {
		text := b.String()
		for id, i := range p.s.Ideas {
			if p.s.Where(key("ideas", id)) != l && l != MineLayer(i.Author) && i.Place != InPlenum && strings.Contains(text, "hemmelig-"+id+"-") {
				p.t.Fatalf("seed %d step %d: layer %q shows idea %s, which is %s", seed, n, l, id, i.Place)
			}
		}
		if l == Lead {
			continue // the facilitator has the list of seats
		}
		for _, seat := range p.seats {
			if l != MineLayer(seat) && strings.Contains(text, `"`+seat+`"`) {
				p.t.Fatalf("seed %d step %d: layer %q names seat %s", seed, n, l, seat)
			}
		}
	}
}

// nothingErasedRemains searches the whole log and the state for what was
// withdrawn or redacted.
func (p *player) nothingErasedRemains(seed int) {
	var all strings.Builder
	for _, r := range p.log {
		all.Write(r.Body)
	}
	state, err := json.Marshal(p.s)
	if err != nil {
		p.t.Fatal(err)
	}
	all.Write(state)
	for id, i := range p.s.Ideas {
		if i.Place == Erased && strings.Contains(all.String(), "hemmelig-"+id+"-") {
			p.t.Fatalf("seed %d: erased idea %s can still be read", seed, id)
		}
	}
}

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
