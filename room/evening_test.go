package room

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// evening is a meeting held at a desk: the log, the bag and the tables in
// memory, one command at a time. It keeps to the store's contract, so that a
// scenario shows what the real one will do.
type evening struct {
	t     testing.TB
	s     *State
	log   []Record
	bag   map[string]map[string]Choice // vote → slip → choice
	known map[string]bool
	rows  []Effect
	now   int64
	dice  uint64
	sent  int

	// watch, if set, is what every entity looked like; nothing may come to look
	// different without having been touched.
	watch map[Key]string
}

func newEvening(t testing.TB) *evening {
	return &evening{t: t, s: New(), bag: map[string]map[string]Choice{}, known: map[string]bool{}, now: 1_600_000_000_000, dice: 7}
}

// ask gives a command to the room and plays what comes of it.
func (ev *evening) ask(seat string, c Command) ([]Event, error) {
	ev.sent++
	return ev.askAs(seat, fmt.Sprintf("%s:%d", seat, ev.sent), c)
}

func (ev *evening) askAs(seat, cmd string, c Command) ([]Event, error) {
	before := ev.s.Hash()
	d, err := ev.s.Decide(seat, c, Moment{Now: ev.now, Dice: ev.dice})
	if ev.s.Hash() != before {
		ev.t.Fatalf("Decide %T changed the state", c)
	}
	if err != nil {
		return nil, err
	}
	happened := d.Events
	effects := d.Effects
	for _, fx := range d.Effects {
		if count, ok := fx.(CountBallots); ok {
			var bag []Choice
			for _, slip := range sorted(ev.bag[count.Vote]) {
				bag = append(bag, ev.bag[count.Vote][slip])
			}
			e, rows := count.Tally(bag)
			happened, effects = append(happened, e), append(effects, rows...)
			if !count.Keep {
				delete(ev.bag, count.Vote)
			}
		}
	}
	var touched []Touched
	for n, e := range happened {
		touched = append(touched, ev.play(seat, cmd, n, e))
	}
	for _, fx := range append(effects, ev.s.Rows(touched...)...) {
		ev.do(fx)
	}
	ev.house()
	return happened, nil
}

// house asks what is due, and what follows from that.
func (ev *evening) house() {
	for due := ev.s.Due(ev.now); len(due) > 0; due = ev.s.Due(ev.now) {
		if _, err := ev.askAs("", due[0].ID, due[0].Command); err != nil {
			ev.t.Fatalf("house could not %s: %v", due[0].ID, err)
		}
	}
}

func (ev *evening) play(seat, cmd string, n int, e Event) Touched {
	kind, body, err := Seal(e)
	if err != nil {
		ev.t.Fatal(err)
	}
	if n > 0 {
		cmd = fmt.Sprintf("%s/%d", cmd, n)
	}
	if ev.known[cmd] {
		ev.t.Fatalf("command %s twice", cmd)
	}
	ev.known[cmd] = true
	r := Record{Seq: ev.s.Head + 1, Cmd: cmd, At: ev.now, Seat: seat, Kind: kind, Body: body}
	ev.log = append(ev.log, r)
	t, err := ev.s.Apply(r)
	if err != nil {
		ev.t.Fatal(err)
	}
	if ev.watch != nil {
		ev.onlyTouchedChanged(r, t)
	}
	return t
}

// onlyTouchedChanged: who follows what was touched sees what a newcomer sees.
func (ev *evening) onlyTouchedChanged(r Record, t Touched) {
	ev.t.Helper()
	touched := map[Key]bool{}
	for _, k := range t.Keys {
		touched[k] = true
	}
	for _, kind := range t.Kinds {
		for _, k := range ev.s.Keys(kind) {
			touched[k] = true
		}
	}
	now := ev.everything()
	for k, looks := range now {
		if ev.watch[k] != looks && !touched[k] {
			ev.t.Fatalf("%s changed %s without touching it\nfrom %s\nto   %s\n%s", r.Kind, k, ev.watch[k], looks, r.Body)
		}
	}
	for k := range ev.watch {
		if now[k] == "" && !touched[k] {
			ev.t.Fatalf("%s made %s go away without touching it", r.Kind, k)
		}
	}
	ev.watch = now
}

// everything writes out all that is shown, by entity, with the layer in front.
func (ev *evening) everything() map[Key]string {
	all := map[Key]string{}
	for _, kind := range Kinds() {
		for _, k := range ev.s.Keys(kind) {
			l := ev.s.Where(k)
			view, ok := ev.s.See(l, k)
			if !ok {
				continue
			}
			raw, err := json.Marshal(view)
			if err != nil {
				ev.t.Fatal(err)
			}
			all[k] = string(l) + " " + string(raw)
		}
	}
	return all
}

func (ev *evening) do(fx Effect) {
	switch fx := fx.(type) {
	case PutBallot:
		if ev.bag[fx.Vote] == nil {
			ev.bag[fx.Vote] = map[string]Choice{}
		}
		ev.bag[fx.Vote][fx.Slip] = fx.Choice
	case DropBallot:
		delete(ev.bag[fx.Vote], fx.Slip)
	case Blank:
		ev.log[fx.Seq-1].Body = fx.Body
	case Rewrite:
		for n, r := range ev.log {
			if r.Seq > fx.After && r.Seq <= fx.To {
				if now, changed := fx.Each(r); changed {
					ev.log[n] = now
				}
			}
		}
	case PutMeeting, PutMeasure, PutTally, PutWake, PutNumbers, PutAnswer, PutDecision, PutPerson, DropPerson, PutMails:
		ev.rows = append(ev.rows, fx)
	}
}

// replayed plays the log again from the beginning and fails if it tells
// another story than the one that was lived.
func (ev *evening) replayed() {
	ev.t.Helper()
	again, err := Replay(ev.log)
	if err != nil {
		ev.t.Fatal(err)
	}
	if again.Hash() != ev.s.Hash() {
		a, _ := json.MarshalIndent(ev.s, "", " ")
		b, _ := json.MarshalIndent(again, "", " ")
		ev.t.Fatalf("the replay tells another story\n%s", difference(string(a), string(b)))
	}
}

// difference shows the lines in which two texts part.
func difference(lived, replayed string) string {
	a, b := strings.Split(lived, "\n"), strings.Split(replayed, "\n")
	var out []string
	for n := 0; n < len(a) && n < len(b) && len(out) < 12; n++ {
		if a[n] != b[n] {
			out = append(out, fmt.Sprintf("%d lived %s | replayed %s", n, a[n], b[n]))
		}
	}
	return strings.Join(out, "\n")
}
