package server_test

import (
	"strings"
	"testing"

	"dugnad/room"
)

// The answer page says which ideas ran into what by their ids alone. Nothing that
// people wrote is on it, but titles somebody has given; before the answer has
// come there is nothing of it at all.
func TestRoadsOnTheReplyPage(t *testing.T) {
	h := open(t)
	m, _ := h.voting(t)
	lead := h.seats(m, room.Facilitator)[0]
	h.act(m, lead, room.CancelVote{Vote: "v1"})
	var piles []string
	h.state(m, func(st *room.State) {
		for id := range st.Clusters {
			piles = append(piles, id)
		}
	})
	if len(piles) != 2 {
		t.Fatal(piles)
	}
	ideaOf := map[string]string{}
	h.state(m, func(st *room.State) {
		for _, id := range piles {
			ideaOf[id] = st.Clusters[id].Ideas[0]
		}
	})
	h.act(m, lead, room.EndMeeting{})
	h.act(m, lead, room.TakeUp{ID: "m1", Title: "Felles buss", Cluster: piles[0]})
	h.act(m, lead, room.TakeUp{ID: "m2", Title: "Det som lå igjen", Idea: "i3"})
	page := func() string { return h.device().get("/svar/" + m.Room).body }
	for _, id := range []string{"i1", "i2", "i3", "i4"} {
		if strings.Contains(page(), `"`+id) {
			t.Error("before the answer the page tells of", id)
		}
	}
	h.act(m, lead, room.WriteAnswer{Lang: "nb", Part: "does", Text: "Vi lager en felles buss."})
	h.act(m, lead, room.PublishAnswer{})
	body := page()
	for _, has := range []string{`data-is="measure" data-ideas="` + ideaOf[piles[0]] + `"`, `data-is="measure" data-ideas="i3"`,
		`data-is="alone" data-ideas="` + ideaOf[piles[1]] + `"`} {
		if !strings.Contains(body, has) {
			t.Errorf("%s is not on\n%s", has, body)
		}
	}
	for _, secret := range append(h.seats(m, room.Participant), "i4", "Forslag 1", "Forslag 2", "lagt til side", "hemmelig") {
		if strings.Contains(body, secret) {
			t.Errorf("%q is on the page", secret)
		}
	}
	if js := h.device().get("/mine.js"); js.status != 200 || !strings.HasPrefix(js.header.Get("Content-Type"), "text/javascript") {
		t.Error(js)
	} else {
		for _, sends := range []string{"fetch", "XMLHttp", "sendBeacon", "WebSocket", "cookie", "location", "innerHTML"} {
			if strings.Contains(js.body, sends) {
				t.Error("the script that asks nobody has", sends)
			}
		}
	}
}
