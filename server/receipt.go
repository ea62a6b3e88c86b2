package server

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"dugnad/room"
)

// receipt says to whoever has answered what was answered, who sees it, what
// happens now, and how it is taken back.
type receipt struct {
	speech
	Thanks, Says, Next, Undo string // Undo is empty when the hour is over
	Measure, Action          string
	Answer                   *tapAnswer
	Sees                     []string
	Seq                      int64
}

// receipt of the last answer, if it was given by the link.
func (p speech) receipt(thanks, measure, action, who string, last room.Said) *receipt {
	r := &receipt{speech: p, Thanks: thanks, Measure: measure, Action: action}
	if last.Seq == 0 || last.Answer == "" {
		return r
	}
	key := tapKey(last.Answer)
	r.Answer, r.Says, r.Next = &tapAnswer{last.Answer, p.Say(key)}, last.Says, p.Say(key+"_next", "n", room.StaleDays)
	r.Sees = []string{p.Say("tap.sees_group", "who", who), p.Say("tap.sees_all", "status", p.status(room.TapAnswers[last.Answer].Status))}
	if last.Says != "" {
		r.Sees = append(r.Sees, p.Say("tap.sees_says"))
	}
	if until := time.UnixMilli(last.Until).In(p.zone); p.now.Before(until) {
		r.Seq, r.Undo = last.Seq, p.Say("tap.undo_until", "time", p.clock(until))
	}
	return r
}

// takeBack takes the last answer back, and says by a word in the address what
// came of it.
func (s *Server) takeBack(r *http.Request, roomID, cmd, measure, key string) (string, error) {
	seq, _ := strconv.ParseInt(r.PostForm.Get("undo"), 10, 64) // what is no number is no answer
	_, err := s.o.Rooms.Do(r.Context(), roomID, "", "tap:"+cmd, room.TakeBack{Measure: measure, Hash: key, Seq: seq})
	switch {
	case errors.Is(err, room.Refuse(room.Changed)):
		return "endret", nil
	case errors.Is(err, room.Refuse(room.Final)):
		return "sent", nil
	}
	return "tilbake", err
}

// tookBack is the sentence for that word; empty for any other.
func (p speech) tookBack(word string) string {
	switch word {
	case "tilbake", "endret", "sent":
		return p.Say("tap.undo_" + strings.ReplaceAll(word, "tilbake", "done"))
	}
	return ""
}
