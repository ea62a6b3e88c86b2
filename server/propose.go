package server

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"dugnad/room"
	"dugnad/web"
)

// proposalBody is what somebody who plans is answered. The sentences are made
// here, since they are too many for the texts a phone is sent at the door.
type proposalBody struct {
	Template string `json:"template"` // empty when none suits: then the line says why
	Line     string `json:"line"`
}

// proposal says which meeting in the asked language suits, to a page that
// speaks another perhaps.
func (s *Server) proposal(w http.ResponseWriter, r *http.Request, _ visitor) error {
	lang, q := s.plansIn(r), r.URL.Query()
	people, badPeople := strconv.Atoi(q.Get("people"))
	minutes, badMinutes := strconv.Atoi(q.Get("minutes"))
	if badPeople != nil || badMinutes != nil {
		return room.Refuse(room.Invalid)
	}
	p, err := room.Propose(templatesIn(lang), room.Need{Purpose: q.Get("purpose"), People: people, Minutes: minutes})
	if err != nil {
		return err
	}
	page := q.Get("in")
	if !s.words.speaks(page) {
		page = lang
	}
	say := func(key string, args web.Args) string {
		return web.Say(page, s.words.say(page, "propose."+key), args)
	}
	if p.Unfit != "" {
		return answer(w, proposalBody{Line: say(string(p.Unfit), web.Args{"people": people, "least": p.Least, "most": p.Most})})
	}
	return answer(w, proposalBody{p.Template, proposalLine(p, lang, say)})
}

func proposalLine(p room.Proposal, lang string, say func(string, web.Args) string) string {
	title := func(id string) string {
		t, _ := room.FindTemplate(id)
		return t.Title[lang]
	}
	line := []string{say("is", web.Args{"title": title(p.Template)})}
	if p.Groups == 1 {
		line = append(line, say("one", nil))
	} else {
		size := strconv.Itoa(p.From)
		if p.To > p.From {
			size = fmt.Sprintf("%d–%d", p.From, p.To)
		}
		line = append(line, say("groups", web.Args{"groups": p.Groups, "size": size}))
	}
	for _, c := range p.Costs {
		line = append(line, say(string(c), nil))
	}
	var also []string
	for _, id := range p.Also {
		also = append(also, title(id))
	}
	if len(also) > 0 {
		line = append(line, say("also", web.Args{"titles": strings.Join(also, " · ")}))
	}
	return strings.Join(line, " ")
}
