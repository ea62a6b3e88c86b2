package server_test

import (
	"strings"
	"testing"

	"dugnad/room"
)

func TestHealth(t *testing.T) {
	h := open(t)
	d := h.device()
	if r := d.get("/healthz"); r.status != 200 {
		t.Error(r)
	}
	if r := d.get("/readyz"); r.status != 200 {
		t.Error(r)
	}
	h.door.Drain()
	if r := d.get("/readyz"); r.status != 503 || r.header.Get("Retry-After") == "" {
		t.Error("draining:", r)
	}
	if r := d.get("/healthz"); r.status != 200 {
		t.Error("draining is not dying:", r)
	}
}

// A room with a record that this version cannot read is shown and not written, and
// whoever looks after the nodes is told how many there are. The node still serves.
func TestARoomNobodyCanWriteIsCounted(t *testing.T) {
	h := open(t)
	m := h.meeting()
	lead, d := h.seats(m, room.Facilitator)[0], h.device()
	if r := d.get("/readyz"); r.status != 200 || !strings.Contains(r.body, `"readOnly":0`) {
		t.Error("before:", r)
	}
	var head int64
	h.state(m, func(s *room.State) { head = s.Head })
	newer := room.Record{Cmd: lead + ":newer", Seat: lead, At: 1, Kind: "seat.teleported", Body: []byte(`{}`)}
	newer.Seq = head + 1
	if _, err := h.store.Append(t.Context(), m.Room, head, []room.Entry{{Cmd: newer.Cmd, Seat: lead, At: 1, Records: []room.Record{newer}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := h.hub.Do(t.Context(), m.Room, lead, "act-readonly", room.MakeGroups{Size: 4}); err != room.Refuse(room.ReadOnly) {
		t.Error("it is written:", err)
	}
	h.eventually(func() bool {
		r := d.get("/readyz")
		return r.status == 200 && strings.Contains(r.body, `"readOnly":1`)
	})
}
