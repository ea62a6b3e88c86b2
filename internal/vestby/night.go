package vestby

import (
	"context"
	"fmt"
	"sync"
	"time"

	"dugnad/internal/phone"
)

// Night is the meeting under way.
type Night struct {
	Made   phone.Made
	Nodes  []string                    // addresses of the nodes, people are dealt out over them
	Clocks []string                    // where the nodes' clocks are set; none plays the evening alone, at today's date
	Pace   time.Duration               // between acts, so that somebody can watch; 0 is as fast as it goes
	Say    func(string)                // told what happens, one line at a time; nil is nobody
	Ready  func(context.Context) error // asked when the meeting is made and nobody has come yet
	Found  []Finding                   // what was compared with what was expected

	Led bool // somebody else leads, in a panel: the people play, and wait for whoever does

	at, entered time.Time // what the nodes' clocks were last set to, and when this step should have begun
	lead, board *phone.Phone
	people      map[int]*phone.Phone
	seats       map[string]bool // theirs
	runs        sync.WaitGroup
	hangUp      map[*phone.Phone]context.CancelFunc
	group       map[string]*phone.Phone // the follow-up group, by role
	turned      int                     // turns of the year that have been played
	visits      map[string]int          // how often a kind of step has come
	homes       map[string]string       // proposals by letter, when somebody else has laid them
	voting      string                  // the vote
}

// Finding is one expected thing and what it was.
type Finding struct {
	What, Want, Got string
}

// Right tells whether it was as expected.
func (f Finding) Right() bool { return f.Want == f.Got }

// Failed lists what was not as expected.
func (n *Night) Failed() []Finding {
	var wrong []Finding
	for _, f := range n.Found {
		if !f.Right() {
			wrong = append(wrong, f)
		}
	}
	return wrong
}

func (n *Night) check(what string, want, got any) {
	n.Found = append(n.Found, Finding{what, fmt.Sprint(want), fmt.Sprint(got)})
}

func (n *Night) say(format string, args ...any) {
	if n.Say != nil {
		n.Say(fmt.Sprintf(format, args...))
	}
}

// breathe waits so that people who watch can follow.
func (n *Night) breathe(ctx context.Context) {
	if n.Pace == 0 {
		return
	}
	select {
	case <-ctx.Done():
	case <-time.After(n.Pace):
	}
}

// Leave hangs up every device.
func (n *Night) Leave() {
	for _, stop := range n.hangUp {
		stop()
	}
	n.runs.Wait()
}

// device is a new device for a person, on the node that is theirs.
func (n *Night) device(who int) *phone.Phone {
	var bases []string
	for k := range n.Nodes {
		bases = append(bases, n.Nodes[(who+k)%len(n.Nodes)])
	}
	p := phone.New(bases...)
	p.Dice(fmt.Sprintf("vestby-vestby-vestby-vestby-%02d", who))
	return p
}

func (n *Night) run(ctx context.Context, p *phone.Phone) {
	ctx, stop := context.WithCancel(ctx)
	n.hangUp[p] = stop
	n.runs.Go(func() { _ = p.Run(ctx) }) // why it ended is kept on the phone
}

// here are the people with a device in the meeting, in order of label.
func (n *Night) here() []int {
	var list []int
	for who := 1; who <= registered; who++ {
		if n.people[who] != nil {
			list = append(list, who)
		}
	}
	return list
}

func (n *Night) everybody() []*phone.Phone {
	all := []*phone.Phone{n.lead, n.board}
	for _, who := range n.here() {
		all = append(all, n.people[who])
	}
	return all
}

// scribe is the device that writes for a table.
func (n *Night) scribe(table int) *phone.Phone { return n.people[n.scribeOf(table)] }

type stepView struct {
	ID, Kind, Title string
	Index, Of       int
	Minutes         int
}

// turn goes through what is left of this step's slides, by the same press as
// everything else.
func (n *Night) turn(ctx context.Context) error {
	type showing struct {
		N, Of int
		At    string
	}
	for {
		now := phone.Now[showing](n.lead, "showing")
		if now.N == now.Of {
			return nil
		}
		if err := n.lead.Do(ctx, "agenda.next", map[string]any{"from": phone.Now[stepView](n.lead, "step").ID, "at": now.At}); err != nil {
			return err
		}
		for _, p := range []*phone.Phone{n.lead, n.board} {
			err := p.Until(ctx, "the slide after "+now.At, func(v phone.View) bool { return phone.Read[showing](v, "showing").N == now.N+1 })
			if err != nil {
				return err
			}
		}
		n.breathe(ctx)
	}
}

// next moves the room a step, waits until everybody has seen it, and tells
// which it was.
func (n *Night) next(ctx context.Context) (stepView, error) {
	from := phone.Now[stepView](n.lead, "step")
	if err := n.turn(ctx); err != nil {
		return stepView{}, err
	}
	n.entered = n.entered.Add(time.Duration(from.Minutes) * time.Minute)
	if err := n.until(ctx, n.entered); err != nil {
		return stepView{}, err
	}
	if err := n.leads(ctx, "agenda.next", map[string]any{"from": from.ID}); err != nil {
		return stepView{}, err
	}
	for _, p := range n.everybody() {
		err := p.Until(ctx, "the step after "+from.ID, func(v phone.View) bool {
			return phone.Read[stepView](v, "step").Index == from.Index+1
		})
		if err != nil {
			return stepView{}, err
		}
	}
	st := phone.Now[stepView](n.lead, "step")
	n.visits[st.Kind]++
	if n.Led {
		n.say("del %d %s", st.Index, st.Kind)
	} else {
		n.say("%2d/%d %s", st.Index, st.Of, st.Title)
	}
	n.breathe(ctx)
	return st, nil
}
