package room

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
)

// State is a meeting as its story has made it. Its zero value, from [New], is
// a room where nothing has happened. It is changed by [State.Apply] alone.
type State struct {
	Head      int64 // position of the last event
	At        int64 // when it happened, unix milliseconds
	Meeting   Meeting
	Links     map[string]Link // by surface
	Seats     map[string]*Seat
	Groups    map[int]*Group
	Agenda    Agenda
	Timer     Timer
	Ideas     map[string]*Idea
	Clusters  map[string]*Cluster
	Same      map[string]bool // pairs of ideas that a table says are the same
	Telling   Telling
	Showing   Showing
	Second    Second
	Also      map[string]*Also // by proposal
	Slides    []Slide
	Pictures  map[string]Picture
	Slow      bool // results are told place by place
	Deck      string
	DeckTitle string
	Cards     map[string]DealtCard
	CardOrder []string
	Picks     map[string]*Pick
	Moods     map[string]*Mood // by step
	Dealt     int              // hands ever laid out to choose among
	Decisions map[string]*Resolution
	Goodbyes  map[string]Goodbye // by seat
	Piles     int                // clusters ever made; orders them
	Votes     map[string]*Vote
	Measures  map[string]*Measure
	Hall      Hall     // trying the hall before people come
	Mishaps   []Mishap // what has gone wrong on purpose, in a rehearsal
	Posters   map[string]*Poster
	Needs     map[string]string // id of what somebody needs to take part → seat
	Book      map[string]string // id of a line in the contact book → seat
	Reports   []Finished        // finished versions of the report, oldest first
	Acts      []Act             // what can still be undone, oldest first
	Last      map[Key]int64     // position at which a thing was last changed

	// The year after.
	Cares       map[string]*Care // by measure
	Comments    map[string]*Comment
	Members     map[string]string // what a seat follows up as
	Spent       []SpentKey        // keys that open nothing any more, oldest first
	Turned      []Rotation        // when the group's links were changed, oldest first
	Tasks       map[string]*Task
	Answer      Answer
	Contact     Contact
	Youth       Youth
	Helpline    Helpline
	ContactSet  Stamp
	Dates       map[string]*Date
	DatesSet    map[string]Stamp
	Grant       Grant
	Listing     Listing
	ListingSet  Stamp
	Checks      map[string]*Check
	Subscribers map[string]string      // id of a person who asked to be told → seat
	Unasked     map[string]int64       // addresses from the page that nobody has confirmed, and since when
	Reach       map[string]bool        // whose address is known, by kind/id → whether they have confirmed it
	Willing     map[string]Contributor // who has offered to contribute, by id of a person
	Owners      map[string]string      // hash of the key to a role's own place, by role
	Teams       map[int]Team           // parts of the follow-up group with measures and a link of their own
	Logins      map[string]Login       // the way back in, by kind/seat
	Erased      map[string]int64       // when what has been kept long enough went, by a word of Keeping
	Scrub       Scrub
	Crowd       *Crowd // what is left of the people once they are forgotten

	wake    int64 // when the house has something to do next, as of the head
	lacking Lack  // what the step has not come to yet, as of the head
}

// New is a room where nothing has happened yet.
func New() *State {
	return &State{
		Needs: map[string]string{},
		Links: map[string]Link{}, Seats: map[string]*Seat{}, Groups: map[int]*Group{},
		Ideas: map[string]*Idea{}, Clusters: map[string]*Cluster{},
		Votes: map[string]*Vote{}, Same: map[string]bool{}, Cards: map[string]DealtCard{}, Picks: map[string]*Pick{}, Moods: map[string]*Mood{},
		Decisions: map[string]*Resolution{}, Goodbyes: map[string]Goodbye{}, Measures: map[string]*Measure{}, Last: map[Key]int64{},
		Cares: map[string]*Care{}, Comments: map[string]*Comment{}, Members: map[string]string{}, Tasks: map[string]*Task{},
		Answer: Answer{Drafts: map[string]ReplyText{}, Set: map[string]Stamp{}}, Subscribers: map[string]string{}, Erased: map[string]int64{},
		Checks: map[string]*Check{}, Pictures: map[string]Picture{}, Reach: map[string]bool{}, Logins: map[string]Login{}, Posters: map[string]*Poster{}, Book: map[string]string{},
		Owners: map[string]string{}, Willing: map[string]Contributor{}, Teams: map[int]Team{},
		Also: map[string]*Also{}, Unasked: map[string]int64{}, Dates: map[string]*Date{}, DatesSet: map[string]Stamp{}, Grant: Grant{map[string]string{}, map[string]Stamp{}, map[string][]string{}},
	}
}

func (s *State) born() bool { return s.Meeting.Created != 0 }

// Apply writes one record into the state and tells what it touched. A blanked
// record only moves the head. The error means that the record cannot be read;
// the state is then no longer to be written to.
func (s *State) Apply(r Record) (Touched, error) {
	var t Touched
	if r.Seq != s.Head+1 {
		return t, fmt.Errorf("record %d after %d", r.Seq, s.Head)
	}
	if len(r.Body) == 0 {
		s.Head, s.At = r.Seq, max(s.At, r.At)
		s.pen(r)
		return t, nil
	}
	e, err := Open(r.Kind, r.Body)
	if err != nil {
		return t, err
	}
	s.Head, s.At = r.Seq, max(s.At, r.At)
	s.pen(r)
	mark := Mark{Seq: r.Seq, At: s.At, Seat: r.Seat}
	back := reversal(s, e)
	offered := s.offer()
	e.apply(s, mark, &t)
	s.stirred(mark, &t)
	s.remember(e, mark, back, t)
	if offer := s.offer(); !slices.Equal(offer, offered) {
		t.only("acts")
	}
	if wake := s.Wake(); wake != s.wake {
		s.wake = wake
		t.only("wake")
	}
	if lack := s.lack(); lack != s.lacking {
		s.lacking = lack
		t.only("lack")
	}
	return t, nil
}

// Hash is the fingerprint of the state: two nodes that have lived the same
// story have the same.
func (s *State) Hash() string {
	b, err := json.Marshal(s) // maps come out in key order
	if err != nil {
		panic("a state that cannot be encoded: " + err.Error())
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Replay plays a story from the beginning.
func Replay(story []Record) (*State, error) {
	s := New()
	for _, r := range story {
		if _, err := s.Apply(r); err != nil {
			return nil, err
		}
	}
	return s, nil
}
