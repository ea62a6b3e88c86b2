package server_test

import (
	"strings"
	"testing"

	"dugnad/room"
)

// The answer page says which ideas ran into what, in the words that stood on the
// wall, on any phone; what only a table read is counted and not told. Before the
// answer has come there is nothing of it at all.
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
	for _, id := range []string{`"i1`, `"i2`, `"i3`, `"i4`, "Forslag"} {
		if strings.Contains(page(), id) {
			t.Error("before the answer the page tells of", id)
		}
	}
	h.act(m, lead, room.WriteAnswer{Lang: "nb", Part: "does", Text: "Vi lager en felles buss."})
	h.act(m, lead, room.PublishAnswer{})
	body := page()
	for _, has := range []string{`data-is="measure" data-ideas="` + ideaOf[piles[0]] + `"`, `data-is="measure" data-ideas="i3"`,
		`data-is="alone" data-ideas="` + ideaOf[piles[1]] + `"`, ">Forslag 1</q>", ">Forslag 2</q>", "som nå er tatt opp igjen", "telefonen du skrev på"} {
		if !strings.Contains(body, has) {
			t.Errorf("%s is not on\n%s", has, body)
		}
	}
	for _, secret := range append(h.seats(m, room.Participant), "i4", "=1+1", "hemmelig") {
		if strings.Contains(body, secret) {
			t.Errorf("%q is on the page", secret)
		}
	}
	// Read in another language, each text says which one it is in.
	english := h.device().get("/svar/"+m.Room, header("Accept-Language", "en")).body
	for _, has := range []string{"The answer is written in Norwegian (bokmål).", `<p lang="nb">Vi lager en felles buss.</p>`, `<q lang="nb" dir="auto">Forslag 1</q>`,
		`<span class="what-of" lang="nb">Felles buss</span>`, "The proposals and the ideas are written in Norwegian (bokmål)."} {
		if !strings.Contains(english, has) {
			t.Errorf("%s is not on\n%s", has, english)
		}
	}
	if strings.Contains(body, "skrevet på norsk") || strings.Contains(body, `lang="nb" dir="auto"`) {
		t.Error("read in its own language, the page says which it is")
	}
	h.act(m, lead, room.RedactIdea{ID: ideaOf[piles[1]]})
	gone := "Forslag " + ideaOf[piles[1]][1:]
	if strings.Contains(page(), gone) {
		t.Error("redacted, and on the page:", gone)
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
