// Package evening holds a whole scripted dugnad through real HTTP and real
// websockets: 24 people at four tables, a facilitator and a board. The script
// is the same to the letter every time, one act after the other, so that two
// installations that hold it must end in the same state.
package evening

import (
	"context"
	"fmt"
	"sort"
	"strings"
	"sync"

	"dugnad/internal/phone"
)

// Size of the evening.
const (
	People = 24
	Tables = 4
	Each   = 2 // notes a person writes alone
)

// Evening is a meeting under way.
type Evening struct {
	Made   phone.Made
	Lead   *phone.Phone
	Board  *phone.Phone
	Guests []*phone.Phone

	// Silent and Voting look at what has left the sockets when nobody has
	// shared yet, and while the secret vote is open.
	Silent, Voting func(*Evening) error

	notes [][]string // by guest
	stop  context.CancelFunc
	runs  sync.WaitGroup
}

// Hold plays the evening from the door to the thanks. bases gives each person,
// by number, the nodes to use; the facilitator is -1 and the board -2.
func (e *Evening) Hold(ctx context.Context, bases func(who int) []string) error {
	ctx, e.stop = context.WithCancel(ctx)
	for _, part := range []func(context.Context) error{
		func(ctx context.Context) error { return e.arrive(ctx, bases) },
		e.seat, e.writeAlone, e.aroundTheTable, e.merge, e.vote, e.takeResponsibility,
	} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Leave hangs up every device.
func (e *Evening) Leave() {
	if e.stop != nil {
		e.stop()
	}
	e.runs.Wait()
}

func (e *Evening) run(ctx context.Context, p *phone.Phone) {
	e.runs.Add(1)
	go func() {
		defer e.runs.Done()
		_ = p.Run(ctx) // why it ended is kept on the phone
	}()
}

// everybody is all who look at something.
func (e *Evening) everybody() []*phone.Phone {
	return append(append([]*phone.Phone(nil), e.Guests...), e.Lead, e.Board)
}

var affiliations = []string{"kommune", "frivillighet", "innbygger", "naeringsliv", "ungdom", "tro"}

func (e *Evening) arrive(ctx context.Context, bases func(int) []string) error {
	e.Lead, e.Board = phone.New(bases(-1)...), phone.New(bases(-2)...)
	e.Lead.Dice("lead-lead-lead-lead-lead-1")
	made, err := e.Lead.Make(ctx, map[string]any{"title": "Fritid for alle barn", "lang": "nb",
		"decides": "Ledelsen i kommunen", "answerBy": "2027-01-29", "id": "lead-lead-lead-lead-lead-1"})
	if err != nil {
		return err
	}
	e.Made = made
	if err := e.Board.Unlock(ctx, made.Room, "board", made.Board); err != nil {
		return err
	}
	e.run(ctx, e.Lead)
	e.run(ctx, e.Board)
	for n := range People {
		g := phone.New(bases(n)...)
		g.Dice(fmt.Sprintf("guest-guest-guest-guest-%02d", n))
		if err := g.Join(ctx, spoken(made.Code, n), affiliations[n%len(affiliations)]); err != nil {
			return fmt.Errorf("guest %d: %w", n, err)
		}
		e.Guests = append(e.Guests, g)
		e.run(ctx, g)
	}
	for n, p := range e.everybody() {
		err := p.Until(ctx, "everybody here", func(v phone.View) bool {
			return phone.Read[struct{ Here int }](v, "presence").Here == People
		})
		if err != nil {
			return fmt.Errorf("device %d: %w", n, err)
		}
	}
	return nil
}

// spoken writes the code as people do: lower case, with and without the
// hyphen, with spaces, and with an O for the nought.
func spoken(code string, n int) string {
	code = strings.ReplaceAll(code, "-", "")
	switch n % 4 {
	case 1:
		return strings.ToLower(code)
	case 2:
		return code[:4] + " - " + code[4:]
	case 3:
		return " " + strings.ReplaceAll(strings.ToLower(code), "0", "o") + " "
	}
	return code[:4] + "-" + code[4:]
}

func (e *Evening) seat(ctx context.Context) error {
	for n, g := range e.Guests {
		me, err := e.me(ctx, g)
		if err != nil {
			return err
		}
		if err := e.Lead.Do(ctx, "seat.place", map[string]any{"seat": me, "group": n%Tables + 1}); err != nil {
			return err
		}
	}
	for n, g := range e.Guests {
		want := n%Tables + 1
		err := g.Until(ctx, "my table", func(v phone.View) bool {
			for _, me := range readAll[struct{ Group int }](v, "me") {
				return me.Group == want
			}
			return false
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// me finds the guest's own seat as the server has told it.
func (e *Evening) me(ctx context.Context, g *phone.Phone) (string, error) {
	err := g.Until(ctx, "my seat", func(v phone.View) bool { return v.Count("me") == 1 })
	if err != nil {
		return "", err
	}
	for _, k := range g.Keys() {
		if seat, ok := strings.CutPrefix(k, "me/"); ok {
			return seat, nil
		}
	}
	return "", fmt.Errorf("no seat among %v", g.Keys())
}

func readAll[T any](v phone.View, kind string) map[string]T {
	found := map[string]T{}
	for _, k := range v.Keys() {
		if strings.HasPrefix(k, kind+"/") {
			found[k] = phone.Read[T](v, k)
		}
	}
	return found
}

// Note is the text of a guest's note; nobody else may read it while it is
// private.
func Note(guest, n int) string { return fmt.Sprintf("lapp-%02d-%d: noe barn liker", guest, n) }

func (e *Evening) writeAlone(ctx context.Context) error {
	if err := e.next(ctx, "stille"); err != nil {
		return err
	}
	e.notes = make([][]string, len(e.Guests))
	for n, g := range e.Guests {
		for k := range Each {
			id := fmt.Sprintf("i%02d-%d", n, k)
			e.notes[n] = append(e.notes[n], id)
			if err := g.Do(ctx, "idea.post", map[string]any{"id": id, "text": Note(n, k)}); err != nil {
				return fmt.Errorf("guest %d: %w", n, err)
			}
		}
	}
	err := e.Lead.Until(ctx, "all notes counted", func(v phone.View) bool {
		sum := 0
		for _, p := range readAll[struct{ Notes int }](v, "progress") {
			sum += p.Notes
		}
		return sum == People*Each
	})
	if err == nil && e.Silent != nil {
		err = e.Silent(e)
	}
	return err
}

// next moves the room a step and waits until everybody has seen it.
func (e *Evening) next(ctx context.Context, kind string) error {
	from := phone.Now[struct{ ID string }](e.Lead, "step").ID
	if err := e.Lead.Do(ctx, "agenda.next", map[string]any{"from": from}); err != nil {
		return err
	}
	for n, p := range e.everybody() {
		err := p.Until(ctx, "the step "+kind, func(v phone.View) bool {
			return phone.Read[struct{ Kind string }](v, "step").Kind == kind
		})
		if err != nil {
			return fmt.Errorf("device %d: %w", n, err)
		}
	}
	return nil
}

func (e *Evening) aroundTheTable(ctx context.Context) error {
	if err := e.next(ctx, "runde"); err != nil {
		return err
	}
	for n, g := range e.Guests {
		for _, id := range e.notes[n] {
			if err := g.Do(ctx, "idea.share", map[string]any{"id": id}); err != nil {
				return fmt.Errorf("guest %d: %w", n, err)
			}
		}
	}
	for t := range Tables {
		scribe := e.Guests[t] // guests t, t+4, t+8 … sit together
		if err := scribe.Do(ctx, "seat.scribe", map[string]any{"on": true}); err != nil {
			return err
		}
		for n := t; n < People; n += Tables {
			// Of each person's two, the table takes the first with it.
			if err := scribe.Do(ctx, "idea.aside", map[string]any{"id": e.notes[n][1]}); err != nil {
				return err
			}
		}
		if err := scribe.Do(ctx, "group.send", map[string]any{}); err != nil {
			return err
		}
	}
	return nil
}

// merge lays the 24 proposals into eight piles of three.
func (e *Evening) merge(ctx context.Context) error {
	if err := e.next(ctx, "sammenslaing"); err != nil {
		return err
	}
	for pile := range 8 {
		into := "c-" + e.notes[pile][0]
		for _, from := range []int{pile + 8, pile + 16} {
			if err := e.Lead.Do(ctx, "cluster.join", map[string]any{"from": "c-" + e.notes[from][0], "into": into}); err != nil {
				return err
			}
		}
		title := fmt.Sprintf("Forslag %c", 'A'+pile)
		if err := e.Lead.Do(ctx, "cluster.rename", map[string]any{"cluster": into, "title": title}); err != nil {
			return err
		}
	}
	return e.Board.Until(ctx, "eight piles", func(v phone.View) bool { return v.Count("clusters") == 8 })
}

// Choices is what guest n votes for: the first pile, and two more that differ.
func (e *Evening) Choices(n int) []string {
	a, b := 1+n%7, 1+(n*3+2)%7
	choice := []string{"c-" + e.notes[0][0], "c-" + e.notes[a][0]}
	if b != a {
		choice = append(choice, "c-"+e.notes[b][0])
	}
	return choice
}

// Marks counts the choices by hand: what the server must come to.
func (e *Evening) Marks() map[string]int {
	marks := map[string]int{}
	for n := range e.Guests {
		for _, c := range e.Choices(n) {
			marks[c]++
		}
	}
	return marks
}

func (e *Evening) vote(ctx context.Context) error {
	if err := e.next(ctx, "avstemning"); err != nil {
		return err
	}
	if err := e.Lead.Do(ctx, "vote.open", map[string]any{"id": "v1", "method": "approve", "k": 3, "secret": true}); err != nil {
		return err
	}
	for n, g := range e.Guests {
		if n%5 == 0 { // some change their mind
			if err := g.Do(ctx, "ballot.cast", map[string]any{"vote": "v1", "choice": []string{"c-" + e.notes[7][0]}}); err != nil {
				return err
			}
		}
		if err := g.Do(ctx, "ballot.cast", map[string]any{"vote": "v1", "choice": e.Choices(n)}); err != nil {
			return fmt.Errorf("guest %d: %w", n, err)
		}
	}
	err := e.Board.Until(ctx, "all have voted", func(v phone.View) bool {
		t := phone.Read[struct{ Cast, Of int }](v, "turnout/v1")
		return t.Cast == People && t.Of == People
	})
	if err == nil && e.Voting != nil {
		err = e.Voting(e)
	}
	if err != nil {
		return err
	}
	return e.Lead.Do(ctx, "vote.close", map[string]any{"vote": "v1"})
}

// Result is the counted vote as a device shows it.
type Result struct {
	Ballots int
	Rows    []struct {
		ID    string
		Marks int
		Rank  int
	}
}

func (e *Evening) takeResponsibility(ctx context.Context) error {
	counted := func(v phone.View) bool { return v.Has("results/v1") }
	if err := e.Lead.Until(ctx, "the count", counted); err != nil {
		return err
	}
	if err := e.next(ctx, "resultat"); err != nil {
		return err
	}
	want := e.Marks()
	for n, p := range e.everybody() {
		if err := p.Until(ctx, "the result", counted); err != nil {
			return err
		}
		r := phone.Now[Result](p, "results/v1")
		if r.Ballots != People {
			return fmt.Errorf("device %d: %d ballots, want %d", n, r.Ballots, People)
		}
		for _, row := range r.Rows {
			if row.Marks != want[row.ID] {
				return fmt.Errorf("device %d: %s has %d marks, want %d", n, row.ID, row.Marks, want[row.ID])
			}
		}
		if !sort.SliceIsSorted(r.Rows, func(a, b int) bool { return r.Rows[a].Marks > r.Rows[b].Marks }) {
			return fmt.Errorf("device %d: the result is not in order", n)
		}
	}
	if err := e.next(ctx, "ansvarlig"); err != nil {
		return err
	}
	first := "m-c-" + e.notes[0][0]
	if err := e.Guests[3].Do(ctx, "measure.offer", map[string]any{"id": first, "role": "Helse og livsmestring"}); err != nil {
		return err
	}
	err := e.Lead.Do(ctx, "measure.set", map[string]any{"id": first, "responsible": "Helse og livsmestring",
		"first": "Søknad til Bufdir", "due": "2026-12-11"})
	if err != nil {
		return err
	}
	if err := e.Lead.Do(ctx, "meeting.end", map[string]any{}); err != nil {
		return err
	}
	for n, p := range e.everybody() {
		err := p.Until(ctx, "the thanks", func(v phone.View) bool {
			m := phone.Read[struct{ Responsible string }](v, "measures/"+first)
			return phone.Read[struct{ Status string }](v, "meeting").Status == "ended" && m.Responsible == "Helse og livsmestring"
		})
		if err != nil {
			return fmt.Errorf("device %d: %w", n, err)
		}
	}
	return nil
}
