package hub_test

import (
	"encoding/json"
	"net/http"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"dugnad/hub"
	"dugnad/room"
)

// A hall that emptied went on saying that forty were here. Whoever leads is told
// which tables have no phone in touch; one that sleeps for a minute moves no
// number, and nobody else hears of it.
func TestWhoeverLeadsIsToldThatAHallHasEmptied(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(6)
		h.as("lead1", "groups-1", room.MakeGroups{Size: 3})
		head, table := h.head(), map[int][]*phone{}
		board := h.join(h.board())
		time.Sleep(2 * time.Second)
		if err := heldBy(board, func() error { return board.err }); err != nil {
			t.Fatalf("a board alone in the hall was sent away: %v", err)
		}
		lead := h.join(h.lead())
		for n := range 6 {
			p := h.join(h.guest(n))
			h.state(func(s *room.State) { g := s.Seats[guest(n)].Group; table[g] = append(table[g], p) })
		}
		all := room.OnlineView{On: 6, Of: 6, Tables: []room.TableOnline{}}
		lead.until("all six", func() bool { return reflect.DeepEqual(lead.online(), all) })

		slept := table[1][0]
		slept.conn.CloseNow()
		time.Sleep(100 * time.Second)
		if got := heldBy(lead, lead.online); !reflect.DeepEqual(got, all) {
			t.Errorf("a phone that sleeps is told as %+v", got)
		}
		table[1][0] = h.back(slept.who, slept)
		told := lead.times("eph")
		time.Sleep(3 * time.Minute)
		if got := heldBy(lead, lead.online); !reflect.DeepEqual(got, all) {
			t.Errorf("a phone that came back is told as %+v", got)
		}
		// What has not changed is told with the heartbeat, every 25 s, and not each second.
		if n := lead.times("eph") - told; n < 7 || n > 8 {
			t.Errorf("in three minutes that changed nothing it was told %d times", n)
		}

		for _, p := range table[1] {
			p.conn.CloseNow()
		}
		time.Sleep(130 * time.Second)
		want := room.OnlineView{On: 3, Of: 6, Tables: []room.TableOnline{{N: 1, On: 0, Of: 3}}}
		lead.until("a table without phones", func() bool { return reflect.DeepEqual(lead.online(), want) })
		late := h.join(h.lead())
		late.until("the same", func() bool { return reflect.DeepEqual(late.online(), want) })
		if n := board.times("eph") + table[2][0].times("eph"); n != 0 || h.head() != head {
			t.Errorf("%d frames to others, head %d, was %d", n, h.head(), head)
		}
	})
}

// Two flat batteries left a hall of young people with nobody who led, and nobody
// was told.
func TestAnAdultIsToldWhenNoYoungLeaderIsInTouch(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.house("create", room.CreateMeeting{Title: "Ung", Lang: "nb", Template: "ung-90", Code: "K7Q4XP2M", Links: map[string]string{"lead": "x", "board": "y"}})
		h.house("lead", room.JoinSeat{Seat: "lead1", Role: room.Facilitator})
		h.as("lead1", "rotate-1", room.RotateLink{Surface: "ung1", Hash: "0123456789012345678901234567890123456789012345678901234567890123"})
		h.house("ida", room.JoinSeat{Seat: "ida", Role: room.Facilitator, Via: "ung1"})
		ida := h.join(hub.Caller{Room: h.id, Seat: "ida", Surface: "lead", LinkEpoch: 1})
		eva := h.join(hub.Caller{Room: h.id, Seat: "lead1", Surface: "lead", LinkEpoch: 1})
		eva.until("somebody leads", func() bool { return eva.led() == room.LedView{On: true} })
		ida.conn.CloseNow()
		time.Sleep(100 * time.Second)
		if !heldBy(eva, eva.led).On {
			t.Error("a phone that sleeps is told to be gone")
		}
		time.Sleep(30 * time.Second)
		eva.until("nobody leads", func() bool { l := eva.led(); return !l.On && l.Since != 0 })
	})
}

// A deputy could not see whether the laptop of whoever leads was dead.
func TestADeputyIsToldSinceWhenNobodyLeads(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(1)
		h.as("lead1", "rotate-1", room.RotateLink{Surface: "deputy", Hash: "0123456789012345678901234567890123456789012345678901234567890123"})
		h.house("deputy-1", room.JoinSeat{Seat: "ola", Role: room.Deputy, Via: "deputy"})
		lead := h.join(h.lead())
		ola := h.join(hub.Caller{Room: h.id, Seat: "ola", Surface: "lead", LinkEpoch: 1})
		ola.until("somebody leads", func() bool { return ola.led() == room.LedView{On: true} })
		time.Sleep(time.Minute)
		died := time.Now().UnixMilli()
		lead.conn.CloseNow()
		time.Sleep(10 * time.Second)
		if !heldBy(ola, ola.led).On {
			t.Error("a machine that is away for a moment is told to be dead")
		}
		ola.until("nobody leads", func() bool { return !ola.led().On })
		if since := heldBy(ola, ola.led).Since; since < died || since > died+1000 {
			t.Errorf("since %d, died at %d", since, died)
		}
		if n := ola.times("eph"); n > 5 {
			t.Errorf("%d frames to say two things in two minutes", n)
		}
		h.back(lead.who, lead)
		ola.until("somebody leads again", func() bool { return ola.led().On })
		if heldBy(ola, ola.online).Of != 0 {
			t.Error("a deputy is told what those who lead are told")
		}
	})
}

// Phones hang on any node, and whoever leads on another.
func TestWhoIsInTouchIsKnownOverTheNodes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log, bus := newPaper(), &hub.Local{}
		node := func() *hall {
			h := openHall(t, log, bus)
			h.url, h.client = "ws://pipe", &http.Client{Transport: pipes{h}}
			t.Cleanup(h.hub.Close)
			return h
		}
		one, two := node().meet(3), node()
		lead := one.join(one.lead())
		var there []*phone
		for n := range 2 {
			there = append(there, two.join(two.guest(n)))
		}
		here := one.join(one.guest(0)) // on both
		time.Sleep(5 * time.Minute)
		if got := heldBy(lead, lead.online); got.On != 2 || got.Of != 3 {
			t.Errorf("told %+v, while two phones hang on the two nodes and one nowhere", got)
		}
		for _, p := range there {
			p.conn.CloseNow()
		}
		time.Sleep(150 * time.Second)
		if got := heldBy(lead, lead.online); got.On != 1 {
			t.Errorf("told %+v, while one phone is left", got)
		}
		here.conn.CloseNow()
		time.Sleep(150 * time.Second)
		if got := heldBy(lead, lead.online); got.On != 0 {
			t.Errorf("told %+v, while nobody is left", got)
		}
	})
}

func (p *phone) online() room.OnlineView { return latest[room.OnlineView](p, "online") }
func (p *phone) led() room.LedView       { return latest[room.LedView](p, "led") }

// heldBy reads from a phone outside of until.
func heldBy[V any](p *phone, read func() V) V {
	p.mu.Lock()
	defer p.mu.Unlock()
	return read()
}

// latest is the last frame of a kind that is stored nowhere.
func latest[V any](p *phone, of string) (v V) {
	for n := len(p.frames) - 1; n >= 0; n-- {
		var said map[string]json.RawMessage
		if f := p.frames[n]; f.T == "eph" && json.Unmarshal(f.raw, &said) == nil && said[of] != nil {
			if err := json.Unmarshal(said[of], &v); err != nil {
				p.t.Error(err)
			}
			return v
		}
	}
	return v
}

// Simulated people have no phones, and after the end nobody is expected: a hall
// that is said to be empty would be a false alarm.
func TestNobodyIsMissedInARehearsalOrAfterTheEnd(t *testing.T) {
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.house("create", room.CreateMeeting{Title: "Øving", Lang: "nb", Code: "K7Q4XP2M", Practice: "r0", Links: map[string]string{"lead": "x", "board": "y"}})
		h.house("lead", room.JoinSeat{Seat: "lead1", Role: room.Facilitator})
		lead := h.join(h.lead())
		time.Sleep(5 * time.Minute)
		if n := lead.times("eph"); n != 0 {
			t.Errorf("%d frames in a rehearsal", n)
		}
	})
	still(t, func(t *testing.T, h *hall, _ *paper) {
		h.meet(3)
		h.as("lead1", "end-1", room.EndMeeting{})
		lead := h.join(h.lead())
		time.Sleep(5 * time.Minute)
		if n := lead.times("eph"); n != 0 {
			t.Errorf("%d frames after the end", n)
		}
	})
}
