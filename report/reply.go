package report

import (
	"dugnad/room"
	"dugnad/web"
)

// Reply is the answer that was given to those who were there, as it reads now.
type Reply struct {
	Published int64  `json:"published"`
	Does      string `json:"does"`
	Not       string `json:"not"`
	Next      string `json:"next"`
}

// replyOf is the latest published answer in the meeting's language, else in one
// it was written in; nil before it has come.
func replyOf(st *room.State, lang string) *Reply {
	for _, v := range Seen[room.ReplyView](st, "reply", room.All) {
		if len(v.Versions) == 0 {
			continue
		}
		texts := v.Versions[len(v.Versions)-1].Texts
		text, ok := texts[lang]
		for _, other := range []string{"nb", "nn", "en", "sv"} {
			if !ok {
				text, ok = texts[other]
			}
		}
		return &Reply{v.Published, text.Does, text.Not, text.Next}
	}
	return nil
}

func (m *minutes) reply() []Block {
	r := m.rec.Reply
	if r == nil {
		return nil
	}
	bs := []Block{para(Plain, m.w.Say("report.reply.given", web.Args{"date": m.w.date(day(r.Published, m.rec.Meeting.Zone))}))}
	for _, part := range []struct{ key, text string }{{"report.reply.does", r.Does}, {"report.reply.not", r.Not}, {"report.reply.next", r.Next}} {
		if part.text != "" {
			bs = append(bs, Heading{3, m.w.say(part.key)}, para(Plain, part.text))
		}
	}
	return bs
}
