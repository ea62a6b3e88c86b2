package room

import (
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

	spared int // links an adult has made to a young leader
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
