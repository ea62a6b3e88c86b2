package room

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// TestLongRandomYears plays seeded evenings to their end and then a year of
// whatever comes to mind, with days going by. It asks whether anything of the
// follow-up group's is shown to others, whether anything is written over in
// silence, whether what was redacted is gone, and whether the log tells the
// same story.
func TestLongRandomYears(t *testing.T) {
	years, evening, steps := 16, 150, 300
	if testing.Short() {
		years = 6
	}
	did := map[string]int{}
	for seed := range years {
		p := newPlayer(t, uint64(1000+seed))
		for range evening {
			if _, _, err := p.step(); err != nil {
				p.refusal(seed, err)
			}
		}
		if v := p.s.takingVote(); v != nil {
			p.must("lead1", CloseVote{Vote: v.ID, Final: true})
		}
		if p.s.Meeting.Ended == 0 {
			p.must("lead1", EndMeeting{})
		}
		y := &year{player: p, gone: map[string]bool{}, did: did}
		for _, id := range []string{"oppf1", "oppf2"} {
			p.must("", JoinSeat{Seat: id, Role: FollowUp})
		}
		for n := range steps {
			y.step(seed)
			if n%10 == 0 {
				p.nothingHiddenIsShown(seed, n)
				y.nothingOfTheGroupsIsShown(seed, n)
			}
		}
		for _, r := range p.log {
			did[r.Kind]++
		}
		y.nothingRedactedRemains(seed)
		y.nobodyIsRemembered(seed)
		p.nothingErasedRemains(seed)
		p.replayed()
	}
	for _, kind := range []string{"status.set", "status.redacted", "status.aged", "measure.edited", "part.set", "milestone.set", "number.set", "measure.unsaid",
		"comment.redacted", "role.handed", "measure.made", "answer.published", "task.raised", "task.finished", "tap.made", "status.taken_back", "act.undone", "subscriber.added", "data.erased", "log.scrubbed"} {
		if did[kind] == 0 {
			t.Errorf("in %d years %s never happened: the play is blind to it", years, kind)
		}
	}
}

// year is a player after the meeting has ended.
type year struct {
	*player
	n        int
	comments []string
	gone     map[string]bool // texts that were redacted
	did      map[string]int  // how often each thing has happened
}

func (p *player) refusal(seed int, err error) {
	if _, ok := err.(Refusal); !ok {
		p.t.Fatalf("seed %d: %T: %v is no refusal", seed, err, err)
	}
}

func (y *year) step(seed int) {
	if y.n > 60 && y.r.IntN(5) == 0 { // the guests are there for a day
		y.now += int64(y.r.IntN(20 * Day))
		y.house()
	}
	y.n++
	text := fmt.Sprintf("oppf-%d-tekst", y.n)
	m := pick(y.r, measureIDs(y.s))
	seat := pick(y.r, []string{"oppf1", "oppf2", "oppf1", "lead1"})
	seen := int64(0)
	if y.r.IntN(2) == 0 {
		seen = y.s.Head
	}
	id := fmt.Sprintf("x%d", y.r.IntN(4))
	var c Command
	switch y.r.IntN(26) {
	case 0, 1, 2:
		c = SetStatus{m, pick(y.r, Statuses), text, y.r.IntN(5) == 0, seen}
	case 3:
		c = ConfirmStatus{m, seen}
	case 4, 5, 6:
		name := pick(y.r, []string{"deputy", "lasts", "after", "youth", "sign"})
		c = EditMeasure{m, name, text, seen}
		if care := y.s.Cares[m]; care != nil {
			y.notInSilence(seed, seat, c.(EditMeasure), care.Set[name])
			return
		}
	case 7:
		c = EditMeasure{m, pick(y.r, []string{"title", "responsible", "first"}), fmt.Sprintf("Åpent %d", y.n), seen}
	case 8:
		c = SetPart{m, Part{ID: id, Name: pick(y.r, []string{text, ""}), Done: y.r.IntN(2) == 0}, seen}
	case 9:
		c = SetMilestone{m, Milestone{ID: id, Title: pick(y.r, []string{text, ""}), Date: "2021-06-01"}, seen}
	case 10:
		v := int64(y.r.IntN(50))
		c = SetCount{m, Count{ID: id, Date: pick(y.r, []string{"2021-06-01", ""}), Value: pick(y.r, []*int64{nil, &v}), Source: text}, seen}
	case 11, 12:
		c = WriteComment{fmt.Sprintf("k%d", y.n), m, text}
		y.comments = append(y.comments, fmt.Sprintf("k%d", y.n))
	case 13:
		if was := y.s.Comments[pick(y.r, y.comments)]; was != nil {
			was := *was
			if _, err := y.ask(seat, RedactComment{was.ID}); err == nil {
				y.gone[was.Text] = true
			}
		}
		return
	case 14:
		if care := y.s.Cares[m]; care != nil && len(care.Trail) > 0 {
			turn := pick(y.r, care.Trail)
			if _, err := y.ask(seat, RedactStatus{m, turn.Seq}); err == nil {
				y.gone[turn.Says] = true
			}
		}
		return
	case 15:
		c = pick(y.r, []Command{PresentMember{As: pick(y.r, []string{"Kultur", "NAV"})}, HandOver{pick(y.r, []string{"Kultur", "NAV"}), text}})
	case 16:
		i := pick(y.r, y.ideas)
		c = pick(y.r, []Command{TakeUp{ID: fmt.Sprintf("t%d", y.n), Idea: i}, TakeUp{ID: fmt.Sprintf("t%d", y.n), Cluster: pick(y.r, clusterIDs(y.s))},
			RedactIdea{i}, TakeUp{ID: fmt.Sprintf("t%d", y.n), Title: fmt.Sprintf("Åpent for hånd %d", y.n)}})
		seat = "lead1"
	case 17:
		c = WriteAnswer{pick(y.r, []string{"nb", "nn"}), pick(y.r, AnswerParts), text, seen}
	case 18:
		c = pick(y.r, []Command{PublishAnswer{}, PromiseAnswer{fmt.Sprintf("2021-%02d-15", 1+y.r.IntN(12))}, SetContact{Contact{Who: fmt.Sprintf("Åpen %d", y.n)}, seen}})
	case 19:
		c = pick(y.r, []Command{FinishTask{pick(y.r, taskIDs(y.s))}, MakeTap{m, strings.Repeat(fmt.Sprint(y.n%10), 64)}})
	case 20:
		act := int64(0)
		if n := len(y.s.Acts); n > 0 {
			act = y.s.Acts[n-1].Seq
		}
		c = UndoAct{act}
	case 21, 22:
		y.byLink(seed, m, text)
		return
	case 24, 25:
		if care := y.s.Cares[m]; care != nil && len(care.History) > 0 {
			line := pick(y.r, care.History)
			if _, err := y.ask(seat, Unsay{m, line.Seq, line.What}); err == nil {
				y.gone[line.Was] = true
			}
		}
		return
	case 23:
		seat, c = pick(y.r, y.seats), AskToBeTold{pick(y.r, []string{"", "en@example.no"})}
		y.dice = y.r.Uint64()
	}
	if _, err := y.ask(seat, c); err != nil {
		y.refusal(seed, err)
	}
}

// byLink answers with one tap, and now and then takes it back.
func (y *year) byLink(seed int, m, text string) {
	measure, care := y.s.Measures[m], y.s.Cares[m]
	if care == nil || care.Tap == "" {
		return
	}
	if _, err := y.ask("", SayStatus{m, care.Tap, pick(y.r, []string{"i-gang", "hjelp", "pa-plass"}), text}); err != nil {
		y.refusal(seed, err)
	}
	if y.r.IntN(2) == 0 {
		if _, err := y.ask("", TakeBack{m, care.Tap, care.said(measure).Seq}); err == nil {
			y.gone[text] = true
		}
	}
}

// notInSilence: who has not seen what another wrote is refused.
func (y *year) notInSilence(seed int, seat string, c EditMeasure, last Stamp) {
	_, err := y.ask(seat, c)
	if blind := last.Seq > c.Seen && last.Seat != seat; blind != (err == Refuse(Changed)) {
		y.t.Fatalf("seed %d: %s, who saw %d, writes %s of %s over what %s wrote at %d: %v", seed, seat, c.Seen, c.Field, c.ID, last.Seat, last.Seq, err)
	}
}

func (y *year) nothingOfTheGroupsIsShown(seed, n int) {
	published := map[string]bool{}
	for _, p := range y.s.Answer.Published {
		for _, text := range p.Texts {
			for _, part := range []string{text.Does, text.Not, text.Next} {
				published[part] = true
			}
		}
	}
	for k, looks := range y.everything() {
		if layer, _, _ := strings.Cut(looks, " "); Layer(layer) == Follow || Layer(layer) == Lead && k == "acts" {
			continue
		}
		if Key(k).Kind() == "reply" || strings.HasPrefix(looks, string(All)+" ") && strings.Contains(looks, `"responsible":"oppf-`) {
			continue // what was published, and the role that was handed to
		}
		if strings.Contains(looks, "oppf-") {
			y.t.Fatalf("seed %d step %d: %s shows what is the group's own: %s", seed, n, k, looks)
		}
	}
	for _, v := range seeReply(y.s).Versions {
		for _, text := range v.Texts {
			if text.Does != "" && !published[text.Does] {
				y.t.Fatalf("seed %d: the page shows %q, which was not published", seed, text.Does)
			}
		}
	}
}

func (y *year) nothingRedactedRemains(seed int) {
	var all strings.Builder
	for _, r := range y.log {
		all.Write(r.Body)
	}
	state, err := json.Marshal(y.s)
	if err != nil {
		y.t.Fatal(err)
	}
	all.Write(state)
	for text := range y.gone {
		if strings.Contains(all.String(), `"`+text+`"`) {
			y.t.Fatalf("seed %d: %q was redacted and can still be read", seed, text)
		}
	}
}

// nobodyIsRemembered searches the whole log, keys of commands and all, and the
// state for anybody who was a guest, and for every note that was never shared.
func (y *year) nobodyIsRemembered(seed int) {
	if y.s.Erased["seats"] == 0 || y.s.Scrub.Done < y.s.Scrub.Until {
		y.t.Fatalf("seed %d: the year is over and the guests are not forgotten", seed)
	}
	var all strings.Builder
	for _, r := range y.log {
		fmt.Fprintln(&all, r.Cmd, r.Seat, string(r.Body))
	}
	state, err := json.Marshal(y.s)
	if err != nil {
		y.t.Fatal(err)
	}
	all.Write(state)
	for _, seat := range append(y.seats, y.paper...) {
		for _, form := range []string{seat + ":", `"` + seat + `"`, " " + seat + " "} {
			if at := strings.Index(all.String(), form); at >= 0 {
				y.t.Fatalf("seed %d: %s is remembered: …%s…", seed, seat, all.String()[max(0, at-200):min(all.Len(), at+100)])
			}
		}
	}
	for id, text := range y.texts {
		if i := y.s.Ideas[id]; (i == nil || i.Place == Private) && strings.Contains(all.String(), text) {
			y.t.Fatalf("seed %d: note %s, never shared, can still be read", seed, id)
		}
	}
}
