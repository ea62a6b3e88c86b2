package guests

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"dugnad/internal/phone"
	"dugnad/swarm"
)

const (
	notesEach = 2
	toPlenum  = 8 // what all tables send together: what a ballot can hold
)

// What a phone is shown, as far as a guest reads it.
type (
	step    struct{ ID, Kind string }
	meeting struct{ Status, Lang string }
	me      struct {
		Seat, As     string
		Group        int
		Scribe, Said bool
		Left         bool
		Voted        []string
	}
	table struct {
		Scribe, Sent bool
		Card         string
	}
	idea struct {
		ID, Place, Step string
		Group           int
	}
	vote struct {
		ID, Method, Status string
		K                  int
		Options            []struct{ ID string }
	}
)

// shown reads every entity of one kind.
func shown[T any](v phone.View, kind string) (all []T) {
	for _, k := range v.Keys() {
		if strings.HasPrefix(k, kind+"/") {
			all = append(all, phone.Read[T](v, k))
		}
	}
	return all
}

// think is what one guest does with what is on the phone now; over tells that
// there is nothing left to wait for.
func (g *guest) think(v phone.View) (do string, with map[string]any, over bool) {
	now, about := phone.Read[step](v, "step"), phone.Read[meeting](v, "meeting")
	mine := shown[me](v, "me")
	if len(mine) == 0 || now.ID == "" {
		return "", nil, false
	}
	x := mine[0]
	g.lang = about.Lang
	if about.Status == "ended" || now.Kind == "avrunding" {
		if !x.Said && !g.gave["goodbye"] {
			return "goodbye.say", map[string]any{"useful": 3 + g.n%3, "call": "ja"}, false
		}
		return "", nil, about.Status == "ended"
	}
	if x.Left || about.Status != "running" {
		return "", nil, x.Left
	}
	for _, b := range shown[vote](v, "votes") {
		if b.Status == "open" && !g.gave[b.ID] {
			return "ballot.cast", map[string]any{"vote": b.ID, "choice": choose(b)}, false
		}
	}
	if now.Kind == "stemning" && !g.gave[now.ID] {
		return "mood.answer", map[string]any{"step": now.ID, "choice": []string{fmt.Sprintf("1=%d", 2+g.n%4), fmt.Sprintf("2=%d", 1+g.n%5)}}, false
	}
	if x.Group == 0 {
		return "", nil, false
	}
	do, with = g.work(v, now, x)
	return do, with, false
}

// work is what a step asks of somebody at a table.
func (g *guest) work(v phone.View, now step, x me) (string, map[string]any) {
	t := phone.Read[table](v, fmt.Sprintf("groups/%d", x.Group))
	mine, list := 0, []string{}
	for _, i := range shown[idea](v, "ideas") {
		switch {
		case i.Place == "private" && now.Kind != "stille" && now.Kind != "par" && shares[now.Kind] && !t.Sent && !g.gave[i.ID]:
			return "idea.share", map[string]any{"id": i.ID}
		case i.Place == "private" && i.Step == now.ID:
			mine++
		case i.Place == "table" && i.Group == x.Group && !g.gave["aside "+i.ID]:
			list = append(list, i.ID)
		}
	}
	switch now.Kind {
	case "stille", "par":
		if mine < notesEach && g.wrote[now.ID] < notesEach {
			notes := swarm.Notes(g.lang)
			g.wrote[now.ID]++
			return "idea.post", map[string]any{"id": fmt.Sprintf("guest-%03d-%d", g.n, g.Sent), "text": notes[(g.n*3+g.Sent)%len(notes)]}
		}
	case "velg_kort":
		if x.Scribe && t.Card == "" && !g.gave[now.ID] {
			return "card.draw", map[string]any{}
		}
	case "plenum", "sammenslaing":
		if x.Scribe && !t.Sent && len(list) > 0 && !g.gave[now.ID] {
			// The hall cannot vote on everything: each table sends its share.
			tables := max(1, len(shown[table](v, "groups")))
			if len(list) > max(1, toPlenum/tables) {
				return "idea.aside", map[string]any{"id": list[0]}
			}
			return "group.send", map[string]any{}
		}
	}
	if !t.Scribe && !g.gave["scribe"] {
		return "seat.scribe", map[string]any{"on": true}
	}
	return "", nil
}

var shares = map[string]bool{"runde": true, "samtale": true, "tiltak": true, "plenum": true}

// done notes what need not be thought of again, also when the answer was no.
func (g *guest) done(do string, with map[string]any, at string) {
	switch do {
	case "goodbye.say":
		g.gave["goodbye"] = true
	case "ballot.cast":
		g.gave[fmt.Sprint(with["vote"])] = true
	case "seat.scribe":
		g.gave["scribe"] = true
	case "idea.share":
		g.gave[fmt.Sprint(with["id"])] = true
	case "idea.aside": // on its way, so no longer counted: the list is sent behind it
		g.gave["aside "+fmt.Sprint(with["id"])] = true
	case "card.draw", "group.send", "mood.answer":
		g.gave[at] = true
	}
}

// choose is a ballot that the method finds fair, not the same for all.
func choose(b vote) []string {
	var c []string
	switch b.Method {
	case "yesno":
		for _, o := range b.Options {
			c = append(c, o.ID+[]string{"=ja", "=nei"}[rand.IntN(2)])
		}
	case "score":
		for _, o := range b.Options {
			c = append(c, fmt.Sprintf("%s=%d", o.ID, rand.IntN(b.K+1)))
		}
	default:
		order := rand.Perm(len(b.Options))
		for _, k := range order[:min(b.K, len(order))] {
			c = append(c, b.Options[k].ID)
		}
	}
	return c
}
