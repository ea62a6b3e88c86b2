package report

import (
	"dugnad/room"
	"dugnad/web"
)

// Reply is the answer that was given to those who were there, as it reads now,
// and as it read before it was corrected.
type Reply struct {
	Published int64     `json:"published"`
	Corrected int64     `json:"corrected,omitempty"` // 0: it stands as it came
	Does      string    `json:"does"`
	Not       string    `json:"not"`
	Next      string    `json:"next"`
	Earlier   []Earlier `json:"earlier,omitempty"` // the first comes first
}

// Earlier is how the answer read from a day until it was corrected.
type Earlier struct {
	At   int64  `json:"at"`
	Does string `json:"does"`
	Not  string `json:"not"`
	Next string `json:"next"`
}

// replyOf is the published answer with its corrections; nil before it has come.
func replyOf(st *room.State, lang string) *Reply {
	for _, v := range Seen[room.ReplyView](st, "reply", room.All) {
		last := len(v.Versions) - 1
		if last < 0 {
			continue
		}
		text := readIn(v.Versions[last], lang)
		r := &Reply{Published: v.Published, Does: text.Does, Not: text.Not, Next: text.Next}
		for _, was := range v.Versions[:last] {
			text := readIn(was, lang)
			r.Earlier = append(r.Earlier, Earlier{was.At, text.Does, text.Not, text.Next})
		}
		if last > 0 {
			r.Corrected = v.Versions[last].At
		}
		return r
	}
	return nil
}

// readIn is a version in the meeting's language, else in one it was written in.
func readIn(v room.VersionView, lang string) room.ReplyText {
	for _, l := range []string{lang, "nb", "nn", "en", "sv"} {
		if text, ok := v.Texts[l]; ok {
			return text
		}
	}
	return room.ReplyText{}
}

func (m *minutes) reply() []Block {
	r := m.rec.Reply
	if r == nil {
		return nil
	}
	on := func(key string, at int64) string {
		return m.w.Say(key, web.Args{"date": m.w.date(day(at, m.rec.Meeting.Zone))})
	}
	came := []Sentence{{Text: on("report.reply.given", r.Published)}}
	if r.Corrected != 0 {
		came = append(came, Sentence{Text: on("report.reply.corrected", r.Corrected)})
	}
	bs := []Block{Text{Plain, came}}
	part := func(key, text string) {
		if text != "" {
			bs = append(bs, Heading{3, m.w.say(key)}, para(Plain, text))
		}
	}
	part("report.reply.does", r.Does)
	part("report.reply.not", r.Not)
	part("report.reply.next", r.Next)
	for _, was := range r.Earlier {
		bs = append(bs, Heading{3, on("report.reply.earlier", was.At)})
		for _, text := range []string{was.Does, was.Not, was.Next} {
			if text != "" {
				bs = append(bs, para(Plain, text))
			}
		}
	}
	return bs
}
