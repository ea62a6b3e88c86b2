package hub_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dugnad/hub"
	"dugnad/room"
)

// player does whatever comes to mind in a meeting: in and out of phase, by
// every role, with known and unknown ids. The same seed does the same.
type player struct {
	*hall
	r      *rand.Rand
	guests []string
	ideas  []string
	votes  int
	acts   int
	placed map[string][]room.Layer // every layer an idea has ever lain in
}

func newPlayer(h *hall, seed uint64, guests int) *player {
	p := &player{hall: h, r: rand.New(rand.NewPCG(seed, 1)), placed: map[string][]room.Layer{}}
	for n := range guests {
		p.guests = append(p.guests, guest(n))
	}
	h.meet(guests)
	h.as("lead1", "play-groups", room.MakeGroups{Size: 3})
	h.as("lead1", "play-next", room.NextStep{})
	return p
}

func pick[T any](r *rand.Rand, xs []T) (x T) {
	if len(xs) > 0 {
		x = xs[r.IntN(len(xs))]
	}
	return x
}

// step does one thing.
func (p *player) step() {
	p.t.Helper()
	var seat string
	var c room.Command
	p.state(func(s *room.State) { seat, c = p.choose(s) })
	p.acts++
	if c != nil {
		p.try(seat, fmt.Sprintf("play-%d", p.acts), c) // a no is as good as a yes
	}
	p.state(p.look)
}

// look notes where the ideas lie, which is who may ever hear of them.
func (p *player) look(s *room.State) {
	for _, id := range p.ideas {
		k := room.Key("ideas/" + id)
		if l := s.Where(k); l != "" && !slices.Contains(p.placed[id], l) {
			p.placed[id] = append(p.placed[id], l)
		}
	}
}

func (p *player) choose(s *room.State) (seat string, c room.Command) {
	r := p.r
	seat, lead := pick(r, p.guests), "lead1"
	idea := pick(r, p.ideas)
	keys := func(kind string) (ids []string) {
		for _, k := range s.Keys(kind) {
			ids = append(ids, string(k[len(kind)+1:]))
		}
		return ids
	}
	cluster := pick(r, keys("clusters"))
	vote := ""
	for _, v := range s.Votes {
		if v.Status == "open" {
			vote = v.ID
		}
	}
	switch r.IntN(40) {
	case 0, 1, 2, 3, 4, 5, 6, 7:
		idea = fmt.Sprintf("zz%dzz", len(p.ideas))
		p.ideas = append(p.ideas, idea)
		c = room.PostIdea{ID: idea, Text: "hemmelig " + idea, Table: r.IntN(4) == 0}
		if r.IntN(10) == 0 {
			seat = lead
		}
	case 8, 9, 10, 11, 12:
		c = room.ShareIdea{ID: idea}
		if i := s.Ideas[idea]; i != nil && r.IntN(3) > 0 {
			seat = i.Author
		}
	case 13:
		c = room.EditIdea{ID: idea, Text: "hemmelig og rettet " + idea}
	case 14:
		c = room.WithdrawIdea{ID: idea}
		if i := s.Ideas[idea]; i != nil {
			seat = i.Author
		}
	case 15:
		seat, c = lead, room.RedactIdea{ID: idea}
	case 16:
		c = room.SetIdeaAside{ID: idea}
	case 17, 18:
		seat, c = lead, room.SendGroup{Group: 1 + r.IntN(3)}
	case 19, 20:
		seat, c = lead, room.MoveIdea{Idea: idea, To: cluster}
	case 21:
		seat, c = lead, room.SplitIdea{Idea: idea}
	case 22, 23:
		seat, c = lead, room.JoinClusters{From: cluster, Into: pick(r, keys("clusters"))}
	case 24:
		seat, c = lead, room.RenameCluster{Cluster: cluster, Title: fmt.Sprintf("bunke %d", p.acts)}
	case 25, 26:
		seat, c = lead, room.NextStep{}
	case 27:
		seat, c = lead, room.PreviousStep{}
	case 28:
		p.votes++
		seat, c = lead, room.OpenVote{ID: fmt.Sprintf("v%d", p.votes), Method: "approve", K: 1, Secret: true}
	case 29:
		seat, c = lead, room.CloseVote{Vote: vote}
	case 30, 31, 32:
		c = room.CastBallot{Vote: vote, Choice: room.Choice{pick(r, keys("clusters"))}}
	case 33:
		seat, c = lead, room.MakeGroups{Size: 2 + r.IntN(4)}
	case 34:
		c = room.PlaceSeat{Seat: seat, Group: r.IntN(4)}
		seat = lead
	case 35, 36:
		c = pick(r, []room.Command{room.LeaveSeat{}, room.ReturnSeat{}, room.BeScribe{On: true}, room.RaiseHand{Why: "help"}})
	case 37:
		role := fmt.Sprintf("Rolle %d", p.acts)
		seat, c = lead, room.SetMeasure{ID: pick(r, keys("measures")), Responsible: &role}
	case 38:
		seat, c = lead, pick(r, []room.Command{room.AddTime{Seconds: 60}, room.PauseTimer{}, room.ResumeTimer{}})
	case 39:
		if n := len(s.Acts); n > 0 {
			seat, c = lead, room.UndoAct{Act: s.Acts[n-1].Seq}
		}
	}
	return seat, c
}

// everybody is one caller of each role, and every guest.
func (p *player) everybody() []hub.Caller {
	who := []hub.Caller{p.lead(), p.board()}
	for n := range p.guests {
		who = append(who, p.hall.guest(n))
	}
	return who
}

// follow has everybody follow the meeting from the start.
func follow(t *testing.T, p *player, at func(n int) *hall) []*phone {
	var phones []*phone
	for n, who := range p.everybody() {
		phones = append(phones, at(n).join(who))
	}
	return phones
}
