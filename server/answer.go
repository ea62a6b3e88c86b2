package server

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"time"

	"dugnad/hub"
	"dugnad/room"
)

// problem is a no for a person: a status and a word for the machine, which is
// also the sentence's place in the catalogues.
type problem struct {
	Status int
	Code   string
	Retry  time.Duration // 0: do not say
}

func (p problem) Error() string { return p.Code }

// Key names the sentence.
func (p problem) Key() string { return "refused." + p.Code }

// What the door says no with, besides the codes of the rules.
var (
	notThere    = problem{Status: http.StatusNotFound, Code: "not_found"}
	unknownCode = problem{Status: http.StatusNotFound, Code: "unknown_code"}
	slowDown    = problem{Status: http.StatusTooManyRequests, Code: "slow_down"}
	noSeat      = problem{Status: http.StatusUnauthorized, Code: "no_seat"}
	movedOn     = problem{Status: http.StatusUnauthorized, Code: "moved_on"}
	givenAway   = problem{Status: http.StatusUnauthorized, Code: "given_away"}
	notYours    = problem{Status: http.StatusForbidden, Code: "forbidden"}
	deadLink    = problem{Status: http.StatusNotFound, Code: "dead_link"}
	rotated     = problem{Status: http.StatusGone, Code: "rotated"}
	withdrawn   = problem{Status: http.StatusGone, Code: "withdrawn"}
	shownOut    = problem{Status: http.StatusForbidden, Code: "shown_out"}
	wrongKey    = problem{Status: http.StatusForbidden, Code: "wrong_key"}
	noOperator  = problem{Status: http.StatusUnauthorized, Code: "operator"}
	noOrgKey    = problem{Status: http.StatusUnauthorized, Code: "org_key"}
	crossSite   = problem{Status: http.StatusForbidden, Code: "cross_site"}
	wrongHost   = problem{Status: http.StatusMisdirectedRequest, Code: "wrong_host"}
	wrongMethod = problem{Status: http.StatusMethodNotAllowed, Code: "wrong_method"}
	notJSON     = problem{Status: http.StatusUnsupportedMediaType, Code: "not_json"}
	tooLarge    = problem{Status: http.StatusRequestEntityTooLarge, Code: "too_large"}
	notRead     = problem{Status: http.StatusBadRequest, Code: "invalid"}
	noMail      = problem{Status: http.StatusConflict, Code: "closed"} // its sentence is common
	usedUp      = problem{Status: http.StatusGone, Code: "dead_link"}
	noAddress   = problem{Status: http.StatusNotFound, Code: "no_address"}
	crowded     = problem{Status: http.StatusServiceUnavailable, Code: "busy", Retry: 2 * time.Second}
	newerFiles  = problem{Status: http.StatusServiceUnavailable, Code: "other_build", Retry: time.Second}
	unbuilt     = problem{Status: http.StatusServiceUnavailable, Code: "unbuilt"}
	broken      = problem{Status: http.StatusInternalServerError, Code: "internal"}
)

// Codes lists what the door can say no with, for the catalogues and their test.
var Codes = func() []string {
	var cs []string
	for _, p := range []problem{notThere, unknownCode, slowDown, noSeat, movedOn, givenAway, notYours, deadLink, rotated, withdrawn, shownOut, wrongKey, noOperator, noOrgKey, crossSite, wrongHost,
		wrongMethod, notJSON, tooLarge, notRead, noAddress, crowded, newerFiles, unbuilt, broken} {
		cs = append(cs, p.Code)
	}
	return cs
}()

// statusOf is how a rule's no looks over http.
var statusOf = map[room.Code]int{
	room.Unchanged: http.StatusConflict, room.Forbidden: http.StatusForbidden, room.Locked: http.StatusForbidden, room.Veiled: http.StatusForbidden,
	room.Missing: http.StatusNotFound, room.Gone: http.StatusGone, room.Full: http.StatusConflict,
	room.Closed: http.StatusConflict, room.Taken: http.StatusConflict, room.Changed: http.StatusConflict,
	room.Final: http.StatusConflict, room.VoteOpen: http.StatusConflict,
	room.Rate: http.StatusTooManyRequests, room.Busy: http.StatusServiceUnavailable, room.ReadOnly: http.StatusServiceUnavailable,
}

// problemOf turns whatever went wrong into what may be said of it. known is
// false when it was nobody's intention: it is then logged, once, and not shown.
func problemOf(err error) (p problem, known bool) {
	var no room.Refusal
	var big *http.MaxBytesError
	switch {
	case errors.As(err, &p):
		return p, true
	case errors.As(err, &no):
		p = problem{Status: statusOf[no.Code], Code: string(no.Code)}
		if p.Status == 0 {
			p.Status = http.StatusBadRequest
		}
		if p.Status == http.StatusServiceUnavailable {
			p.Retry = crowded.Retry
		}
		return p, true
	case errors.Is(err, room.ErrGone):
		return notThere, true
	case errors.As(err, &big):
		return tooLarge, true
	case errors.Is(err, hub.ErrClosed):
		return crowded, true
	case errors.Is(err, context.Canceled):
		return crowded, true // they hung up; nobody reads this
	}
	return broken, false
}

// refuse writes a problem as JSON.
func refuse(w http.ResponseWriter, p problem) {
	if p.Retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int((p.Retry+time.Second-1)/time.Second)))
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(refusalBody{p.Code, p.Key()})
}

type refusalBody struct {
	Code string `json:"code"`
	Key  string `json:"key"`
}

// answer writes JSON that nobody keeps a copy of.
func answer(w http.ResponseWriter, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return send(w, "application/json", b)
}

func send(w http.ResponseWriter, kind string, b []byte) error {
	if w.Header().Get("Cache-Control") == "" {
		w.Header().Set("Cache-Control", "private, no-store")
	}
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(b) // a phone that hung up is no error of ours
	return nil
}

// bodyMax is more than anybody can write in a form here.
const bodyMax = 64 << 10

// read takes a JSON body, all of it and nothing after it.
func read(r *http.Request, into any) error { return readMost(r, into, bodyMax) }

// readMost is read for the few that take a file along.
func readMost(r *http.Request, into any, most int64) error {
	d := json.NewDecoder(http.MaxBytesReader(nil, r.Body, most))
	err := d.Decode(into)
	var big *http.MaxBytesError
	switch {
	case errors.As(err, &big):
		return tooLarge
	case err != nil:
		return notRead
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return notRead
	}
	return nil
}

// plainJSON demands of whatever changes something that what it says is JSON and
// not packed: a form on somebody else's page can send neither, and a packed
// body can be a bomb.
func plainJSON(r *http.Request) error {
	if r.Header.Get("Content-Encoding") != "" {
		return notJSON
	}
	said := r.Header.Get("Content-Type")
	if said == "" && r.ContentLength == 0 {
		return nil
	}
	return ofKind(said, "application/json")
}

// plainForm is the same for the few pages that work without scripts: that the
// form is ours is what the check of the origin is for.
func plainForm(r *http.Request) error {
	if r.Header.Get("Content-Encoding") != "" {
		return notJSON
	}
	return ofKind(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded")
}

// anyForm is for the one click of a mail program, which may send either kind; none
// of it is read.
func anyForm(r *http.Request) error {
	if ofKind(r.Header.Get("Content-Type"), "multipart/form-data") == nil {
		return nil
	}
	return plainForm(r)
}

func ofKind(said, want string) error {
	if kind, _, err := mime.ParseMediaType(said); err != nil || kind != want {
		return notJSON
	}
	return nil
}
