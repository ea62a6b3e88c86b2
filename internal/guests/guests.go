// Package guests is a crowd of simulated people who come to a meeting as real
// ones do: through the door, with a socket each. They fill a hall for a test, a
// rehearsal or the first try of an installation, and know afterwards whether
// anything they were told was stored has gone.
package guests

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"dugnad/internal/phone"
	"dugnad/room"
)

// Crowd is who comes. Bases and Code must be there.
type Crowd struct {
	Bases []string // addresses of the nodes; people are dealt out over them
	Code  string
	N     int
	Pace  time.Duration // about how long each thinks between two acts; 0 is not at all
	Say   func(string)
	Done  func() // told when everybody has done their part, before all is asked again; nil is nobody
}

// Tally is what came of it. Lost is what was acknowledged and is not stored.
type Tally struct {
	Joined, Sent, Acked, Refused, Unanswered, Lost int
}

// said is a command that was acknowledged, with the position it was told.
type said struct {
	id, do string
	with   any
	seq    int64
}

// guest is one of them.
type guest struct {
	*phone.Phone
	n     int
	lang  string
	gave  map[string]bool // what need not be thought of again
	wrote map[string]int  // notes, by step
	acked []said
	Tally
}

// voices is what simulated people are here as. An interpreter has no voice, and
// they understand each other.
var voices = slices.DeleteFunc(slices.Clone(room.Affiliations), func(as string) bool { return as == "tolk" })

// Visit lets everybody in, lets them take part until the meeting has ended or
// ctx has, and asks again for everything that was acknowledged. An error is
// what kept the visit from taking place, not what came of it.
func (c *Crowd) Visit(ctx context.Context) (Tally, error) {
	all := make([]*guest, c.N)
	// Whoever came goes on holding the line while it is asked what was stored.
	line, hangUp := context.WithCancel(context.WithoutCancel(ctx))
	var lines, people sync.WaitGroup
	defer lines.Wait()
	defer hangUp()
	failed := make([]error, c.N)
	for n := range all {
		g := &guest{Phone: phone.New(c.dealt(n)...), n: n, gave: map[string]bool{}, wrote: map[string]int{}}
		g.Quiet, all[n] = true, g
		people.Go(func() {
			if failed[n] = g.Join(ctx, c.Code, voices[n%len(voices)]); failed[n] != nil {
				return
			}
			g.Joined = 1
			lines.Go(func() { _ = g.Run(line) }) // why it ended is kept on the phone
			g.takePart(ctx, c.Pace)
		})
	}
	people.Wait()
	sum := Tally{}
	for _, g := range all {
		sum.Joined += g.Joined
	}
	if sum.Joined == 0 && c.N > 0 {
		return sum, fmt.Errorf("nobody came in: %w", errors.Join(failed[0]))
	}
	if c.Done != nil {
		c.Done()
	}
	c.say("%d of %d came in; asking again for all that was acknowledged", sum.Joined, c.N)
	for _, g := range all {
		people.Go(func() { g.askAgain(line) })
	}
	people.Wait()
	for _, g := range all {
		sum.Sent += g.Sent
		sum.Acked += len(g.acked)
		sum.Refused += g.Refused
		sum.Unanswered += g.Tally.Unanswered
		sum.Lost += g.Lost
	}
	return sum, nil
}

func (c *Crowd) dealt(n int) []string {
	var bases []string
	for k := range c.Bases {
		bases = append(bases, c.Bases[(n+k)%len(c.Bases)])
	}
	return bases
}

func (c *Crowd) say(format string, args ...any) {
	if c.Say != nil {
		c.Say(fmt.Sprintf(format, args...))
	}
}

// takePart acts when there is something to do, and waits when there is not.
func (g *guest) takePart(ctx context.Context, pace time.Duration) {
	for ctx.Err() == nil {
		var do string
		var with map[string]any
		over := false
		err := g.Until(ctx, "something to do", func(v phone.View) bool {
			do, with, over = g.think(v)
			return do != "" || over
		})
		if err != nil || over {
			return
		}
		if pace > 0 {
			select {
			case <-time.After(pace/2 + rand.N(pace)):
			case <-ctx.Done():
				return
			}
		}
		if !g.say(ctx, do, with) {
			return
		}
	}
}

// say sends one command and remembers what was promised.
func (g *guest) say(ctx context.Context, do string, with map[string]any) bool {
	id := fmt.Sprintf("guest-%03d-%05d", g.n, g.Sent)
	g.Sent++
	a, err := g.SendAs(ctx, id, do, with).Wait(ctx)
	g.done(do, with, phone.Now[step](g.Phone, "step").ID)
	switch {
	case err != nil:
		g.Tally.Unanswered++
		return false
	case a.Refused != "":
		g.Tally.Refused++
	default:
		g.acked = append(g.acked, said{id, do, with, a.Seq})
	}
	return true
}

// patience is how long the server may take to tell where everything lies.
const patience = 30 * time.Second

// askAgain says everything once more under the same ids. What is stored is
// answered with its first position; what has gone would be taken for new, or
// refused.
func (g *guest) askAgain(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	go func() { _ = g.UntilEnded(ctx); cancel() }() // shown the door: nobody answers any more
	for _, s := range g.acked {
		a, err := g.SendAs(ctx, s.id, s.do, s.with).Wait(ctx)
		if err != nil || a.Seq != s.seq {
			g.Lost++
		}
	}
}
