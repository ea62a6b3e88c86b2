package main

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"dugnad/internal/phone"
	"dugnad/room"
)

type practised struct {
	Of      string
	Mishaps []struct {
		What    string
		Handled bool
	}
}

// TestARehearsalIsLedToItsEnd leads a whole plan with simulated people, meets
// the three mishaps, and wipes it. The real meeting has noticed nothing.
func TestARehearsalIsLedToItsEnd(t *testing.T) {
	t.Parallel() // at the pace of people, it mostly waits
	for _, template := range []string{"kommune-120", "enkel-60", ""} {
		t.Run("plan "+template, func(t *testing.T) { rehearse(t, template) })
	}
}

func rehearse(t *testing.T, template string) {
	a := &App{Config: Config{Addr: "127.0.0.1:0", LogLevel: "warn", MaxSockets: "5000", DataDir: t.TempDir()}, Say: t.Output(), Dice: loaded(),
		Tick: 3 * time.Millisecond}
	if err := a.Open(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	maker := phone.New(a.url())
	made, err := maker.Make(ctx, map[string]any{"title": "Fritid for alle", "lang": "nb", "template": template})
	if err != nil {
		t.Fatal(err)
	}
	before := headOf(ctx, t, a, made.Room)
	const device = "the-device-of-the-leader-1"
	var said struct{ Room string }
	if err := maker.Post(ctx, "/api/rooms/"+made.Room+"/rehearsal", map[string]string{"id": device}, &said); err != nil {
		t.Fatal(err)
	}
	if said.Room == "" || said.Room == made.Room {
		t.Fatalf("the rehearsal is held in room %q", said.Room)
	}
	lead := maker.Clone()
	lead.Room = said.Room
	live(ctx, t, lead)
	if err := lead.Until(ctx, "ten people", func(v phone.View) bool { return phone.Read[struct{ Here int }](v, "presence").Here == 10 }); err != nil {
		t.Fatal(err)
	}
	if !phone.Now[struct{ Practice bool }](lead, "meeting").Practice {
		t.Error("nothing says that this is a rehearsal")
	}
	if err := lead.Do(ctx, "groups.make", map[string]any{"size": 4}); err != nil {
		t.Fatal(err)
	}
	leadThrough(ctx, t, a, lead, made.Key)
	meet := phone.Now[practised](lead, "rehearsal")
	if meet.Of != made.Room || len(meet.Mishaps) != 3 {
		t.Errorf("the rehearsal of %s says %+v", made.Room, meet)
	}
	for _, m := range meet.Mishaps {
		if !m.Handled {
			t.Errorf("%s was met and is not counted as met", m.What)
		}
	}
	if got := headOf(ctx, t, a, made.Room); got != before {
		t.Errorf("the real meeting went from %d to %d", before, got)
	}
	var mine []struct{ Room string }
	if err := maker.Get(ctx, "/api/mine", &mine); err != nil || len(mine) != 1 || mine[0].Room != made.Room {
		t.Errorf("a rehearsal stands among the meetings: %v %v", mine, err)
	}
	if err := maker.Post(ctx, "/api/rooms/"+said.Room+"/rehearsal", map[string]string{"id": device}, nil); err == nil {
		t.Error("a rehearsal was rehearsed")
	}
	// Another one wipes the first.
	if err := maker.Post(ctx, "/api/rooms/"+made.Room+"/rehearsal", map[string]string{"id": device}, &said); err != nil {
		t.Fatal(err)
	}
	if err := lead.UntilEnded(ctx); err == nil || !strings.Contains(err.Error(), "4102") {
		t.Errorf("the first rehearsal was not wiped: %v", err)
	}
	if err := maker.Post(ctx, "/api/rooms/"+lead.Room+"/key", map[string]string{"surface": "lead", "key": made.Key, "id": device}, nil); err == nil {
		t.Error("what was wiped can be opened with the key")
	}
}

// leadThrough goes to the end of the plan, meeting whatever goes wrong.
func leadThrough(ctx context.Context, t *testing.T, a *App, lead *phone.Phone, key string) {
	t.Helper()
	must := func(what string, err error) {
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
	for {
		step := phone.Now[struct {
			ID, Kind  string
			Index, Of int
		}](lead, "step")
		must("at "+step.ID, atStep(ctx, lead, step.Kind))
		for _, m := range phone.Now[practised](lead, "rehearsal").Mishaps {
			if m.Handled {
				continue
			}
			switch m.What {
			case "late":
				must(m.What, lead.Do(ctx, "place.add", map[string]any{"id": "plass-1", "group": 1}))
			case "child":
				must(m.What, lead.Do(ctx, "idea.redact", map[string]any{"id": "sim-barn"}))
			case "laptop":
				other := phone.New(a.url())
				must(m.What, other.Unlock(ctx, lead.Room, "lead", key))
			}
		}
		if step.Kind == "avstemning" {
			must("open", lead.Do(ctx, "vote.open", map[string]any{"id": "v1", "method": "approve", "k": 2, "secret": true}))
			must("ballots", lead.Until(ctx, "ten ballots", func(v phone.View) bool {
				return phone.Read[struct{ Cast int }](v, "turnout/v1").Cast == 10
			}))
			must("close", lead.Do(ctx, "vote.close", map[string]any{"vote": "v1"}))
			// The guest without a phone has handed in no slip, and nobody waits for it.
			must("close for good", lead.Do(ctx, "vote.close", map[string]any{"vote": "v1", "final": true}))
			must("count", lead.Until(ctx, "the count", func(v phone.View) bool { return v.Has("results/v1") }))
		}
		if step.Index == step.Of {
			break
		}
		up := slideUp(lead)
		must("next", lead.Do(ctx, "agenda.next", map[string]any{"from": step.ID}))
		must("next", lead.Until(ctx, "the next step, or the next slide of it", func(v phone.View) bool {
			return phone.Read[struct{ ID string }](v, "step").ID != step.ID || phone.Read[struct{ Slide string }](v, "showing").Slide != up
		}))
	}
	must("end", lead.Do(ctx, "meeting.end", map[string]any{}))
	must("goodbyes", lead.Until(ctx, "goodbyes", func(v phone.View) bool {
		return phone.Read[struct{ Answers int }](v, "goodbyes").Answers == 10
	}))
}

// slideUp is the slide that the hall looks at.
func slideUp(lead *phone.Phone) string {
	return phone.Now[struct{ Slide string }](lead, "showing").Slide
}

// atStep waits until people have done what the step is for.
func atStep(ctx context.Context, lead *phone.Phone, kind string) error {
	if phone.Now[struct{ Status string }](lead, "meeting").Status == "lobby" {
		return nil
	}
	return lead.Until(ctx, "people at work in "+kind, func(v phone.View) bool {
		tables, mishaps := 0, phone.Read[practised](v, "rehearsal").Mishaps
		notes, kept, sent := 0, 0, 0
		for _, k := range v.Keys() {
			if strings.HasPrefix(k, "progress/") {
				p := phone.Read[struct{ Notes, Kept int }](v, k)
				tables, notes = tables+1, notes+min(p.Notes, 2)
				kept += min(p.Kept, 1)
			}
			if strings.HasPrefix(k, "groups/") && phone.Read[struct{ Sent bool }](v, k).Sent {
				sent++
			}
		}
		switch kind {
		case "stille":
			return notes == 2*tables || sent == tables // the slow table too
		case "runde", "samtale", "tiltak":
			return kept+sent >= tables
		case "sammenslaing":
			return sent == tables && has(mishaps, "child")
		case "avrunding":
			return len(mishaps) == 3
		}
		return true
	})
}

func has(mishaps []struct {
	What    string
	Handled bool
}, what string) bool {
	for _, m := range mishaps {
		if m.What == what {
			return true
		}
	}
	return false
}

func headOf(ctx context.Context, t *testing.T, a *App, roomID string) (head int64) {
	t.Helper()
	if err := a.hub.Ask(ctx, roomID, func(st *room.State) { head = st.Head }); err != nil {
		t.Fatal(fmt.Errorf("look at %s: %w", roomID, err))
	}
	return head
}

// TestARehearsalIsHeldInTheLeadersOwnHall: what has been made ready is there, the slides
// with their pictures, a step that was renamed, somebody's own cards and the second
// language, also when the meeting came from somebody's own file; and all of it is
// wiped with the rehearsal.
func TestARehearsalIsHeldInTheLeadersOwnHall(t *testing.T) {
	a := node(t, Config{})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	maker := phone.New(a.url())
	var file []byte
	if err := maker.Get(ctx, "/api/templates/kommune-60", &file); err != nil {
		t.Fatal(err)
	}
	own := strings.Replace(string(file), `"id": "kommune-60"`, `"id": "bygda"`, 1)
	if own == string(file) {
		t.Fatal("the file has another shape")
	}
	made, err := maker.Make(ctx, map[string]any{"title": "Fritid for alle", "lang": "nb", "file": own})
	if err != nil {
		t.Fatal(err)
	}
	live(ctx, t, maker)
	at := "/api/rooms/" + made.Room
	var picture struct{ ID string }
	if err := maker.Post(ctx, at+"/pictures", map[string]string{"file": onePixel}, &picture); err != nil {
		t.Fatal(err)
	}
	var deck []byte
	if err := maker.Get(ctx, at+"/deck.json", &deck); err != nil {
		t.Fatal(err)
	}
	mine := strings.Replace(string(deck), `"title": "`, `"title": "Vårt kort: `, 2)
	if err := maker.Post(ctx, at+"/deck", map[string]string{"file": mine}, nil); err != nil {
		t.Fatal(err)
	}
	step := stepOf(ctx, t, maker, "info")
	for do, with := range map[string]map[string]any{
		"slide.set":   {"id": "hus", "step": step, "kind": "picture", "picture": picture.ID, "alt": "Et rødt hus"},
		"step.write":  {"step": step, "title": "Hvorfor vi er her"},
		"second.set":  {"lang": "en"},
		"result.pace": {"slow": true},
	} {
		if err := maker.Do(ctx, do, with); err != nil {
			t.Fatal(err)
		}
	}
	const device = "the-device-of-the-leader-1"
	hold := func() *phone.Phone {
		t.Helper()
		var said struct{ Room string }
		if err := maker.Post(ctx, at+"/rehearsal", map[string]string{"id": device}, &said); err != nil {
			t.Fatal(err)
		}
		lead := maker.Clone()
		lead.Room = said.Room
		live(ctx, t, lead)
		if err := lead.Until(ctx, "the slides", func(v phone.View) bool { return v.Has("slides/hus") }); err != nil {
			t.Fatal(err)
		}
		return lead
	}
	lead := hold()
	if got := phone.Now[struct{ Picture, Alt string }](lead, "slides/hus"); got.Picture != picture.ID || got.Alt != "Et rødt hus" {
		t.Errorf("the slide is %+v", got)
	}
	var body []byte
	if err := lead.Get(ctx, "/api/rooms/"+lead.Room+"/pictures/"+picture.ID+"?surface=lead", &body); err != nil || len(body) == 0 {
		t.Errorf("the picture: %d bytes, %v", len(body), err)
	}
	about := phone.Now[struct {
		Second string
		Agenda []struct{ ID, Title string }
	}](lead, "meeting")
	if about.Second != "en" || !strings.Contains(fmt.Sprint(about.Agenda), "Hvorfor vi er her") {
		t.Errorf("the plan is %+v", about)
	}
	for _, key := range []string{"deck", "tray", "pace"} {
		if got, want := phone.Now[any](lead, key), phone.Now[any](maker, key); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, in the meeting %v", key, got, want)
		}
	}
	first := lead.Room
	hold() // another one wipes the first
	if _, _, left, err := a.store.Picture(ctx, first, picture.ID); err != nil || left {
		t.Errorf("the picture of a wiped rehearsal: there %v, %v", left, err)
	}
	if _, _, there, err := a.store.Picture(ctx, made.Room, picture.ID); err != nil || !there {
		t.Errorf("the meeting's own picture: there %v, %v", there, err)
	}
}

// stepOf waits for the plan and finds the first step of a kind.
func stepOf(ctx context.Context, t *testing.T, p *phone.Phone, kind string) (id string) {
	t.Helper()
	if err := p.Until(ctx, "the plan", func(v phone.View) bool {
		for _, l := range phone.Read[struct{ Agenda []struct{ ID, Kind string } }](v, "meeting").Agenda {
			if l.Kind == kind && id == "" {
				id = l.ID
			}
		}
		return id != ""
	}); err != nil {
		t.Fatal(err)
	}
	return id
}

const onePixel = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4oaGBFTEMLQkAgl1GAWqNFmsAAAAASUVORK5CYII="
