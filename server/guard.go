package server

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/go-chi/chi/v5"

	"dugnad/hub"
	"dugnad/room"
)

// who is what a request must show before its handler sees it. Its zero value
// lets nobody in.
type who struct {
	open     bool        // anybody
	maker    bool        // whoever may make meetings: anybody in a hall, the operator in public mode
	operator bool        // the cookie that the operator key gives, in a hall too
	surfaces []string    // a cookie for the room in the path, on one of these
	teams    bool        // a part of the follow-up group may too, which else may nothing
	deputies bool        // a deputy who waits may too, which else may nothing
	roles    []room.Role // and one of these roles; empty is any
	swapped  bool        // a seat that has become another will do, and is believed to be that one
}

var (
	everyone = who{open: true}
	maker    = who{maker: true}
	operator = who{operator: true}
)

func holders(surfaces ...string) who { return who{surfaces: surfaces} }

func (w who) orSwapped() who { w.swapped = true; return w }

func (w who) andTeams() who { w.teams = true; return w }

func (w who) andDeputies() who { w.deputies = true; return w }

func (w who) as(roles ...room.Role) who { w.roles = roles; return w }

func (w who) String() string {
	switch {
	case w.open:
		return "all"
	case w.maker:
		return "all (hall), operator key (public)"
	case w.operator:
		return "operator key"
	}
	text := strings.Join(w.surfaces, ", ")
	for _, r := range w.roles {
		text += " (" + string(r) + ")"
	}
	return text
}

// visitor is who asks, once believed. It is empty on open routes.
type visitor struct {
	pass
	Role room.Role
}

func (v visitor) caller() hub.Caller {
	return hub.Caller{Room: v.Room, Seat: v.Seat, Surface: v.Surface, LinkEpoch: v.Epoch}
}

// admit decides whether a request gets to its handler.
func (s *Server) admit(w http.ResponseWriter, r *http.Request, who who) (visitor, error) {
	switch {
	case who.open:
		return visitor{}, nil
	case who.maker:
		return visitor{}, s.mayMake(r)
	case who.operator:
		return visitor{}, s.operates(r)
	}
	v, err := s.visitor(r, who)
	if err == nil && v.Surface != surfaceGuest && s.o.Now().Sub(v.Issued) > slideAfter {
		err = s.hand(w, v.pass)
	}
	return v, err
}

// mayMake lets the operator make meetings on the open internet.
func (s *Server) mayMake(r *http.Request) error {
	if !s.public() {
		return nil
	}
	key, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !s.isOperator(key) {
		return noOperator
	}
	return nil
}

// visitor finds the cookie that opens the room in the path. Without any cookie
// of ours the answer is 401 for every room there is or is not; with a cookie
// for another meeting this one does not exist; with one for this meeting on
// another surface it is forbidden.
func (s *Server) visitor(r *http.Request, who who) (visitor, error) {
	roomID, asked := chi.URLParam(r, "room"), r.URL.Query().Get("surface")
	no := noSeat
	if held := s.held(r); len(held) > 0 {
		no = notThere
		for _, p := range held {
			if p.Room == roomID {
				no = notYours
			}
		}
	}
	for _, surface := range who.surfaces {
		if asked != "" && asked != surface {
			continue
		}
		for _, c := range r.CookiesNamed(s.cookieName(surface, roomID)) {
			v, err := s.believe(r, c.Value, surface, roomID, who.swapped)
			if err == nil && (len(who.roles) > 0 && !slices.Contains(who.roles, v.Role) || v.Role == room.TeamRole && !who.teams || v.Role == room.Deputy && !who.deputies) {
				return v, notYours
			}
			if err == nil || !unseated(err) {
				return v, err
			}
			errors.As(err, &no)
		}
	}
	return visitor{}, no
}

// believe reads a cookie and asks the room's own story whether it still
// stands. The room is the list of what has been revoked: a seat shown out or a
// link rotated is dead here as soon as the event is.
func (s *Server) believe(r *http.Request, token, surface, roomID string, swapped bool) (visitor, error) {
	p, err := s.o.Keys.read(token, s.o.Now())
	if err != nil || p.Surface != surface || p.Room != roomID {
		return visitor{}, noSeat
	}
	var role room.Role
	var stands bool
	no := noSeat
	err = s.o.Rooms.Ask(r.Context(), roomID, func(st *room.State) {
		if now := st.Became(p.Seat, p.Epoch); swapped && now != "" {
			p.Seat, p.Epoch = now, st.LinkOf(now, surface).Epoch
		}
		role, stands = s.stands(st, p)
		if x := st.Seats[p.Seat]; !stands && surface == surfaceGuest && x != nil && !x.Gone && p.Epoch < x.Moves {
			no = elsewhere(x)
		}
	})
	switch {
	case err != nil: // the room may still be answering: what it writes is not read
		return visitor{}, err
	case !stands:
		return visitor{}, no
	}
	return visitor{p, role}, nil
}

func (s *Server) stands(st *room.State, p pass) (room.Role, bool) {
	if p.Surface == surfaceBoard {
		return room.Projector, p.Epoch == st.Links[surfaceBoard].Epoch
	}
	seat := st.Seats[p.Seat]
	switch {
	case seat == nil || seat.Gone:
		return room.Stranger, false
	case p.Surface == surfaceLead:
		return seat.Role, (st.MayLead(p.Seat, s.o.Now().UnixMilli()) || seat.Role == room.Observer || seat.Role == room.Deputy) && p.Epoch == st.LinkOf(p.Seat, surfaceLead).Epoch
	case p.Surface == surfaceFollow:
		return seat.Role, (seat.Role == room.FollowUp || seat.Role == room.TeamRole) && p.Epoch == st.LinkOf(p.Seat, surfaceFollow).Epoch
	}
	return seat.Role, !s.over(st) && p.Epoch == st.LinkOf(p.Seat, surfaceGuest).Epoch
}

// over tells whether the guests' time is up.
func (s *Server) over(st *room.State) bool {
	return st.Meeting.Ended != 0 && s.o.Now().UnixMilli() > st.Meeting.Ended+guestStays.Milliseconds()
}
