package report

import (
	"sort"

	"dugnad/room"
)

// Of copies the record out through See, the one way out of the state.
func Of(st *room.State) Record {
	rec := Record{Groups: []Group{}, Clusters: []Cluster{}, Ideas: []Idea{}, Votes: []Vote{}, Decisions: []Resolution{}, Measures: []Measure{}}
	if m, ok := st.See(room.All, "meeting"); ok {
		rec.Meeting = meetingOf(m.(room.MeetingView))
	}
	for _, p := range Seen[room.AttendanceView](st, "attendance", room.Lead) {
		rec.People = People(p)
	}
	for _, g := range Seen[room.GoodbyesView](st, "goodbyes", room.Lead) {
		rec.Goodbyes = goodbyesOf(g)
	}
	cards := map[string]string{}
	for _, c := range Seen[room.CardView](st, "cards", room.All) {
		cards[c.ID] = c.Title
	}
	ideas := Seen[room.IdeaView](st, "ideas", room.All)
	for _, g := range Seen[room.GroupView](st, "groups", room.All) {
		rec.Groups = append(rec.Groups, groupOf(g))
		if !g.Sent || young(st) { // what a table still works on is the table's
			continue
		}
		for _, i := range Seen[room.IdeaView](st, "ideas", room.GroupLayer(g.N)) {
			if i.Place == room.Aside {
				ideas = append(ideas, i)
			}
		}
	}
	sort.SliceStable(ideas, func(a, b int) bool {
		return ideas[a].Group < ideas[b].Group || ideas[a].Group == ideas[b].Group && ideas[a].Order < ideas[b].Order
	})
	for _, i := range ideas {
		rec.Ideas = append(rec.Ideas, Idea{i.ID, i.Text, i.Group, i.Place, cards[i.Card], i.Sign, i.Lang, i.Norsk})
	}
	piles := Seen[room.ClusterView](st, "clusters", room.All)
	sort.SliceStable(piles, func(a, b int) bool { return piles[a].Order < piles[b].Order })
	for _, c := range piles {
		rec.Clusters = append(rec.Clusters, Cluster{c.ID, c.Title, c.Ideas})
	}
	rec.Votes = votesOf(st)
	for _, d := range Seen[room.DecisionView](st, "decisions", room.All) {
		rec.Decisions = append(rec.Decisions, Resolution{d.ID, d.Text, d.Reason})
	}
	cares := caresOf(st)
	for _, m := range Seen[room.MeasureView](st, "measures", room.All) {
		rec.Measures = append(rec.Measures, measureOf(m, cares[m.ID]))
	}
	rec.Moods = moodsOf(st)
	rec.Posters = postersOf(st)
	rec.Grant, rec.Dates = grantOf(st), datesOf(st)
	rec.Reply = replyOf(st, rec.Meeting.Lang)
	return rec
}

// young tells whether young people led the meeting themselves: what their tables
// laid aside never came onto the wall, and is nobody else's.
func young(st *room.State) bool {
	_, ok := st.See(room.All, "youth")
	return ok
}

func meetingOf(m room.MeetingView) Meeting {
	out := Meeting{Title: m.Title, Lang: m.Lang, Decides: m.Decides, AnswerBy: m.AnswerBy, Zone: m.Zone, Status: m.Status,
		Started: m.Started, Ended: m.Ended, Demo: m.Demo, Steps: []Step{}}
	for _, s := range m.Agenda {
		out.Steps = append(out.Steps, Step{s.ID, string(s.Kind), s.Title})
	}
	return out
}

func groupOf(g room.GroupView) Group {
	out := Group{N: g.N, Sent: g.Sent}
	if g.Size >= room.Few || g.Size == 0 {
		out.Size = &g.Size
	}
	return out
}

// votesOf lists the counted votes in the order they were held. A result waits
// with the lead until its step.
func votesOf(st *room.State) []Vote {
	results := map[string]room.ResultView{}
	for _, layer := range []room.Layer{room.All, room.Lead} {
		for _, res := range Seen[room.ResultView](st, "results", layer) {
			results[res.Vote] = res
		}
	}
	votes := []Vote{}
	for _, v := range Seen[room.VoteView](st, "votes", room.All) {
		res, counted := results[v.ID]
		if !counted {
			continue
		}
		vote := Vote{ID: v.ID, Method: v.Method, K: v.K, Secret: v.Secret, Ballots: res.Ballots, Rows: []Row{},
			Early: res.Early, Follows: v.Follows}
		if v.Round > 1 {
			vote.Round = v.Round
		}
		for _, r := range res.Stood {
			vote.Stood = append(vote.Stood, Stood{r.ID, r.Title, r.Marks, r.Of, r.Round})
		}
		for _, r := range res.Rows {
			vote.Rows = append(vote.Rows, Row{r.ID, r.Title, r.Rank, r.Marks, r.Against})
		}
		votes = append(votes, vote)
	}
	return votes
}

// moodsOf lists what was asked on scales and has been counted, in the order of the
// run sheet.
func moodsOf(st *room.State) (moods []Mood) {
	for _, v := range Seen[room.MoodView](st, "moods", room.All) {
		if v.Status == "counted" {
			moods = append(moods, Mood{v.Title, v.Asks, v.Spread})
		}
	}
	return moods
}

// goodbyesOf keeps back what is still a small number: how many answered, and
// how many know whom to call, also where it is the rest that is few.
func goodbyesOf(v room.GoodbyesView) Goodbyes {
	if v.Hidden {
		return Goodbyes{Useful: []int{}, Know: -1, Hidden: v.Answers > 0}
	}
	g := Goodbyes{v.Answers, v.Useful, v.Know, false}
	if rest := v.Answers - v.Know; v.Know > 0 && v.Know < room.Few || rest > 0 && rest < room.Few {
		g.Know = -1
	}
	return g
}

// Then is the record as it was when a version was finished: the story played
// so far, with the numbers about people that were written down.
func Then(st *room.State, f room.Finished) Record {
	rec := Of(st)
	rec.People, rec.Goodbyes = People(f.People), goodbyesOf(f.Goodbyes)
	return rec
}

// Seen lists every entity of a kind that lives in a layer.
func Seen[V any](st *room.State, kind string, layers ...room.Layer) []V {
	views := []V{}
	for _, k := range st.Keys(kind) {
		for _, layer := range layers {
			if v, ok := st.See(layer, k); ok {
				views = append(views, v.(V))
			}
		}
	}
	return views
}
