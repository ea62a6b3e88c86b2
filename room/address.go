package room

import (
	"encoding/json"
	"sort"
	"strings"
)

// An address is how somebody is reached by mail. It lies among the people and in
// no event: the story knows only that there is one, and whether whoever reads
// there has said that it is theirs.

// The rows of people that hold an address: of somebody who asked for the answer,
// a member of the follow-up group, a facilitator, whoever is responsible for a
// measure.
const (
	MailReply   = subscriberKind
	MailMember  = "member"
	MailLead    = "lead"
	MailMeasure = "measure"
)

// LeaveAddress leaves one's own, to be reminded and to find back; with a measure,
// that of whoever is responsible for it. An empty one takes it away.
type LeaveAddress struct {
	Measure string `json:"measure"`
	Mail    string `json:"mail"`
}

// ConfirmAddress and StopLetters are the house's, on behalf of whoever reads at
// the address.
type ConfirmAddress struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}
type StopLetters struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}

type AddressLeft struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}
type AddressConfirmed struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}
type AddressDropped struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
}

func (LeaveAddress) allow() roles   { return carers }
func (ConfirmAddress) allow() roles { return house }
func (StopLetters) allow() roles    { return house }

// AsksMax is how many addresses one seat can write in a day: each of them is sent
// a letter, whosever it is.
const AsksMax = 10

// asked is how many it has written today.
func (x *Seat) asked(now int64) int {
	if x.AskedOn != now/Day {
		return 0
	}
	return x.Asked
}

func (x *Seat) asks(at int64) {
	if x != nil {
		x.Asked, x.AskedOn = x.asked(at)+1, at/Day
	}
}

// MailMax is how long an address can be.
const MailMax = 254

// goodMail is against slips of the finger, and against anything that could be
// more than one address: whether it arrives, only sending can tell.
func goodMail(mail string) bool {
	name, host, ok := strings.Cut(mail, "@")
	if !ok || name == "" || len(name) > 64 || len(mail) > MailMax || !strings.Contains(host, ".") || strings.HasPrefix(host, ".") ||
		strings.HasSuffix(host, ".") || strings.Contains(host, "..") {
		return false
	}
	for _, r := range mail {
		if r <= ' ' || r > '~' || strings.ContainsRune(`,;:<>"\()[]`, r) {
			return false
		}
	}
	return !strings.Contains(host, "@")
}

// MailBody is the row of people with an address in it. Two that are the same
// are so to the byte, so that the store can look one up.
func MailBody(mail string) []byte {
	body, _ := json.Marshal(map[string]string{"mail": strings.ToLower(mail)})
	return body
}

func (c LeaveAddress) decide(s *State, by *Seat, m Moment) (Decision, error) {
	kind, id := MailMember, by.ID
	if by.Role.Leads() {
		kind = MailLead
	}
	if c.Measure != "" {
		if _, _, err := s.caring(c.Measure); err != nil {
			return Decision{}, err
		}
		kind, id = MailMeasure, c.Measure
	}
	mail := strings.TrimSpace(c.Mail)
	_, known := s.Reach[kind+"/"+id]
	switch {
	case mail == "" && !known:
		return no(Unchanged)
	case mail == "":
		return one(AddressDropped{kind, id})
	case !goodMail(mail):
		return no(Invalid)
	case kind != MailMeasure && by.asked(m.Now) >= AsksMax:
		return no(Rate)
	}
	d := Decision{Events: []Event{AddressLeft{kind, id}}, Effects: []Effect{PutPerson{id, kind, MailBody(mail)}}}
	if kind != MailMeasure { // nobody is asked twice about an address that somebody else wrote down
		d.Effects = append(d.Effects, PutMails{ForConfirm, occasion(m), kind, []string{id}})
	}
	return d, nil
}

// occasion names something that can happen more than once.
func occasion(m Moment) string { return itoa(int(m.Dice % 1_000_000_000_000)) }

func (c ConfirmAddress) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch yes, known := s.Reach[c.Kind+"/"+c.ID]; {
	case !known:
		return no(Missing)
	case yes:
		return no(Unchanged)
	}
	return one(AddressConfirmed(c))
}

func (c StopLetters) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if _, known := s.Reach[c.Kind+"/"+c.ID]; !known {
		return no(Unchanged)
	}
	if c.Kind == MailReply {
		return Decision{Events: []Event{SubscriberDropped{c.ID}}, Effects: []Effect{DropPerson{c.ID, MailReply}}}, nil
	}
	return one(AddressDropped(c))
}

// confirmed lists who is reached by one kind of address and has said yes.
func (s *State) confirmed(kind string) []string {
	ids := []string{}
	for key, yes := range s.Reach {
		if id, ours := strings.CutPrefix(key, kind+"/"); ours && yes {
			ids = append(ids, id)
		}
	}
	sort.Strings(ids)
	return ids
}

// reach says how far an address has come: empty, left, confirmed.
func (s *State) reach(kind, id string) string {
	switch yes, known := s.Reach[kind+"/"+id]; {
	case yes:
		return "confirmed"
	case known:
		return "left"
	}
	return ""
}

func (e AddressLeft) apply(s *State, m Mark, t *Touched) {
	if e.Kind != MailMeasure {
		s.Seats[m.Seat].asks(m.At)
	}
	s.Reach[e.Kind+"/"+e.ID] = e.Kind == MailMeasure
	s.touchReach(e.Kind, e.ID, t)
}

func (e AddressConfirmed) apply(s *State, _ Mark, t *Touched) {
	if _, known := s.Reach[e.Kind+"/"+e.ID]; known {
		s.Reach[e.Kind+"/"+e.ID] = true
		if e.Kind == subscriberKind {
			delete(s.Unasked, e.ID)
		}
		s.touchReach(e.Kind, e.ID, t)
	}
}

func (e AddressDropped) apply(s *State, _ Mark, t *Touched) { s.unreach(e.Kind, e.ID, t) }

// unreach forgets that there is an address, and has the store forget it. It is
// also how an address goes with whoever it belonged to: another becomes
// responsible, somebody is shown out, a link is rotated.
func (s *State) unreach(kind, id string, t *Touched) {
	if _, known := s.Reach[kind+"/"+id]; known {
		delete(s.Reach, kind+"/"+id)
		delete(s.Logins, kind+"/"+id)
		t.touch("unreached", kind+":"+id)
		s.touchReach(kind, id, t)
	}
}

// unreachOthers leaves only one of a kind.
func (s *State) unreachOthers(kind, but string, t *Touched) {
	for _, key := range sorted(s.Reach) {
		if id, ours := strings.CutPrefix(key, kind+"/"); ours && id != but {
			s.unreach(kind, id, t)
		}
	}
}

func (s *State) touchReach(kind, id string, t *Touched) {
	switch kind {
	case MailReply:
		t.only("answer")
	case MailMeasure:
		t.touch("followups", id)
	default:
		t.touch("me", id)
		t.touch("members", id)
	}
}
