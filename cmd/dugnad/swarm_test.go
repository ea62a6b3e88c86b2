package main

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"dugnad/internal/guests"
	"dugnad/internal/phone"
	"dugnad/room"
)

// TestASwarmFillsAnEvening: twelve simulated people come through the door, take
// part from the first note to the goodbye in a meeting somebody else leads, and
// everything they were told was stored is.
func TestASwarmFillsAnEvening(t *testing.T) {
	a := node(t, Config{})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	lead := phone.New(a.url())
	made, err := lead.Make(ctx, map[string]any{"title": "Full sal", "lang": "nb"})
	if err != nil {
		t.Fatal(err)
	}
	live(ctx, t, lead)
	var out strings.Builder
	var over sync.WaitGroup
	var ended error
	over.Go(func() {
		ended = swarmInto(ctx, Config{}, []string{"-code", made.Code, "-n", "12", "-pace", "0s", "-for", "1m", a.url()}, &out)
	})
	until := func(what string, ok func(phone.View) bool) {
		t.Helper()
		if err := lead.Until(ctx, what, ok); err != nil {
			t.Fatal(err)
		}
	}
	do := func(do string, with map[string]any) {
		t.Helper()
		if err := lead.Do(ctx, do, with); err != nil {
			t.Fatal(err)
		}
	}
	until("twelve people", func(v phone.View) bool { return phone.Read[struct{ Here int }](v, "presence").Here == 12 })
	do("groups.make", map[string]any{"size": 4})
	type line struct{ ID, Kind string }
	agenda := phone.Now[struct{ Agenda []line }](lead, "meeting").Agenda
	for _, l := range agenda[1:] {
		do("agenda.go", map[string]any{"step": l.ID})
		switch l.Kind {
		case "stille":
			until("notes at every table", func(v phone.View) bool {
				for _, n := range []string{"1", "2", "3"} {
					if phone.Read[struct{ Notes int }](v, "progress/"+n).Notes < 8 {
						return false
					}
				}
				return true
			})
		case "sammenslaing":
			until("all tables' lists", func(v phone.View) bool {
				for _, n := range []string{"1", "2", "3"} {
					if !phone.Read[struct{ Sent bool }](v, "groups/"+n).Sent {
						return false
					}
				}
				return true
			})
		case "avstemning":
			// Whoever leads chooses what the hall votes on: a ballot holds only so many.
			var ballot []string
			for _, key := range lead.Keys() {
				if id, ok := strings.CutPrefix(key, "clusters/"); ok && len(ballot) < room.OptionsMax {
					ballot = append(ballot, id)
				}
			}
			do("vote.open", map[string]any{"id": "v1", "method": "approve", "k": 3, "secret": true, "options": ballot})
			until("twelve ballots", func(v phone.View) bool { return phone.Read[struct{ Cast int }](v, "turnout/v1").Cast == 12 })
			do("vote.close", map[string]any{"vote": "v1"})
		}
	}
	do("meeting.end", map[string]any{})
	over.Wait()
	if ended != nil {
		t.Fatal(ended, out.String())
	}
	said := out.String()
	if !strings.Contains(said, "joined 12") || !strings.Contains(said, "unanswered 0, lost 0") || strings.Contains(said, "acked 0") {
		t.Fatal(said)
	}
}

// TestASwarmNoticesWhatIsGone: a meeting that goes away under what it has
// acknowledged is told as lost, and the command fails.
func TestASwarmNoticesWhatIsGone(t *testing.T) {
	a := node(t, Config{})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	lead := phone.New(a.url())
	made, err := lead.Make(ctx, map[string]any{"title": "Borte", "lang": "nb"})
	if err != nil {
		t.Fatal(err)
	}
	live(ctx, t, lead)
	visit, enough := context.WithCancel(ctx)
	c := guests.Crowd{Bases: []string{a.url()}, Code: made.Code, N: 3, Done: func() {
		if err := lead.Delete(ctx, "/api/rooms/"+made.Room); err != nil {
			t.Error(err)
		}
	}}
	var sum guests.Tally
	var over sync.WaitGroup
	over.Go(func() { sum, err = c.Visit(visit) })
	ready := lead.Until(ctx, "three people", func(v phone.View) bool {
		return phone.Read[struct{ Here int }](v, "presence").Here == 3
	})
	if ready == nil {
		ready = lead.Do(ctx, "groups.make", map[string]any{"size": 3})
	}
	if ready == nil {
		ready = lead.Do(ctx, "agenda.go", map[string]any{"step": "skriv"})
	}
	if ready == nil {
		ready = lead.Until(ctx, "their notes", func(v phone.View) bool {
			return phone.Read[struct{ Notes int }](v, "progress/1").Notes == 6
		})
	}
	enough()
	over.Wait()
	if ready != nil || err != nil {
		t.Fatal(ready, err)
	}
	if sum.Acked < 6 || sum.Lost != sum.Acked {
		t.Fatalf("%+v: all that was acknowledged is gone", sum)
	}
}

// TestASwarmStaysAtHome: it goes nowhere but to this machine and private
// networks unless it is told to, and is bounded in number and time.
func TestASwarmStaysAtHome(t *testing.T) {
	for _, args := range [][]string{
		{"-code", "K7Q4XP2M", "http://93.184.216.34"},
		{"-code", "K7Q4XP2M", "https://8.8.8.8:8080"},
		{"-code", "K7Q4XP2M", "localhost:8080"},
		{"-code", "K7Q4XP2M", "-n", "1001", "http://127.0.0.1:1"},
		{"-code", "K7Q4XP2M", "-n", "0", "http://127.0.0.1:1"},
		{"-code", "K7Q4XP2M", "-for", "4h", "http://127.0.0.1:1"},
		{"http://127.0.0.1:1"},
		{"-code", "K7Q4XP2M"},
	} {
		var out strings.Builder
		if err := swarmInto(t.Context(), Config{}, args, &out); err == nil || strings.Contains(out.String(), "on their way") {
			t.Errorf("%v: %v %s", args, err, out.String())
		}
	}
	for _, base := range []string{"http://127.0.0.1:8080", "http://[::1]:8080", "http://192.168.1.20", "https://10.0.0.4"} {
		if err := near(t.Context(), base); err != nil {
			t.Error(err)
		}
	}
}
