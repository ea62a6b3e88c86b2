package room

import "strings"

// A team is a named part of the follow-up group with measures and a link of its
// own: the arbeidsgruppe, the young people, the uteteam. It works on its own
// measures as the group does and sees no other's; the main group sees them all.
// Whoever comes by its link can do nothing else.

// TeamsMax is how many there can be. Their layers are always there, so that
// nobody's list of layers changes when one is made.
const TeamsMax = 8

// Team is what the story knows of one. Young says that its page speaks plainly to
// young people.
type Team struct {
	Name  string
	Young bool
}

// NameTeam makes a team, or gives it another name; without a name it is gone, its
// link with it, and its measures are the main group's again. N is 1 to TeamsMax.
type NameTeam struct {
	N     int    `json:"n"`
	Name  string `json:"name"`
	Young bool   `json:"young"`
}

// GiveMeasure gives a measure to a team; 0 is the main group.
type GiveMeasure struct {
	Measure string `json:"measure"`
	Team    int    `json:"team"`
}

type TeamNamed struct {
	N     int    `json:"n"`
	Name  string `json:"name,omitempty"`
	Young bool   `json:"young,omitempty"`
}
type MeasureGiven struct {
	Measure string `json:"measure"`
	Team    int    `json:"team,omitempty"`
}

func (NameTeam) allow() roles    { return carers }
func (GiveMeasure) allow() roles { return carers }

// TeamRole is a seat that came by a team's link.
const TeamRole Role = "team"

// tenders are those who may work on a measure: a team on its own.
var tenders = roles{FollowUp, Facilitator, Assistant, TeamRole}

// tended is a command about one measure; empty is about oneself.
type tended interface{ tends() string }

func (c SetStatus) tends() string     { return c.ID }
func (c ConfirmStatus) tends() string { return c.ID }
func (c EditMeasure) tends() string   { return c.ID }
func (c SetPart) tends() string       { return c.Measure }
func (c SetMilestone) tends() string  { return c.Measure }
func (c SetCount) tends() string      { return c.Measure }
func (c WriteComment) tends() string  { return c.Measure }
func (PresentMember) tends() string   { return "" }

// mayTend keeps a team to its own measures, whatever the command.
func (s *State) mayTend(by *Seat, c Command) bool {
	if by == nil || by.Role != TeamRole {
		return true
	}
	t, ok := c.(tended)
	if !ok {
		return false
	}
	care := s.Cares[t.tends()]
	return t.tends() == "" || care != nil && care.Team != 0 && care.Team == teamOf(by.Via)
}

// TeamDoor is the link of a team.
func TeamDoor(n int) string { return "team" + itoa(n) }

// teamOf is whose door a seat came in by; 0 is no team's.
func teamOf(door string) int {
	for n := 1; n <= TeamsMax; n++ {
		if door == TeamDoor(n) {
			return n
		}
	}
	return 0
}

// IsTeamDoor tells whether a link is a team's.
func IsTeamDoor(door string) bool { return strings.HasPrefix(door, "team") && teamOf(door) != 0 }

// TeamLayer is what a team sees of its measures, and the main group with it.
func TeamLayer(n int) Layer { return Layer("team:" + itoa(n)) }

// FollowLayers is what those who follow up see of the year, in a fixed order.
func FollowLayers() []Layer {
	ls := []Layer{Follow}
	for n := 1; n <= TeamsMax; n++ {
		ls = append(ls, TeamLayer(n))
	}
	return ls
}

func (c NameTeam) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	was, known := s.Teams[c.N]
	name, err := maybe(c.Name, NameMax)
	switch {
	case err != nil:
		return Decision{}, err
	case s.Meeting.Ended == 0:
		return no(Closed)
	case c.N < 1 || c.N > TeamsMax:
		return no(Invalid)
	case !known && name == "":
		return no(Missing)
	case was == Team{name, c.Young}:
		return no(Unchanged)
	}
	return one(TeamNamed{c.N, name, c.Young && name != ""})
}

func (c GiveMeasure) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	_, care, err := s.caring(c.Measure)
	if err != nil {
		return Decision{}, err
	}
	_, known := s.Teams[c.Team]
	switch {
	case c.Team != 0 && !known:
		return no(Missing)
	case care.Team == c.Team:
		return no(Unchanged)
	}
	return one(MeasureGiven(c))
}

func (e TeamNamed) apply(s *State, _ Mark, t *Touched) {
	if e.Name != "" {
		s.Teams[e.N] = Team{e.Name, e.Young}
		t.touch("teams", itoa(e.N))
		return
	}
	for id, c := range s.Cares {
		if c.Team == e.N {
			c.Team = 0
			s.moveCare(id, t)
		}
	}
	delete(s.Teams, e.N)
	for id, x := range s.Seats {
		if x.Role == TeamRole && teamOf(x.Via) == e.N {
			x.Shut = true
			t.touch("members", id)
		}
	}
	if l := s.Links[TeamDoor(e.N)]; l.Epoch != 0 {
		s.withdraw(l.Hash)
		s.Links[TeamDoor(e.N)] = Link{Epoch: l.Epoch + 1}
	}
	t.touch("teams", itoa(e.N))
}

func (e MeasureGiven) apply(s *State, _ Mark, t *Touched) {
	if c := s.Cares[e.Measure]; c != nil {
		c.Team = e.Team
		if _, known := s.Teams[e.Team]; !known { // undone after the team was gone
			c.Team = 0
		}
		s.moveCare(e.Measure, t)
	}
}

func (e MeasureGiven) reverse(s *State) []Event {
	if c := s.Cares[e.Measure]; c != nil {
		return []Event{MeasureGiven{e.Measure, c.Team}}
	}
	return nil
}

// moveCare shows a measure's year in another layer, with all that was said of it.
func (s *State) moveCare(id string, t *Touched) {
	t.touch("followups", id)
	t.touch("trails", id)
	for _, comment := range sorted(s.Comments) {
		if s.Comments[comment].Measure == id {
			t.touch("comments", comment)
		}
	}
}

// careLayer is where a measure's year is shown.
func (s *State) careLayer(measure string) Layer {
	if c := s.Cares[measure]; c != nil && c.Team != 0 {
		return TeamLayer(c.Team)
	}
	return Follow
}

func teamIDs(s *State) []string {
	ids := []string{}
	for n := 1; n <= TeamsMax; n++ {
		if _, known := s.Teams[n]; known {
			ids = append(ids, itoa(n))
		}
	}
	return ids
}

func whereTeam(s *State, id string) Layer {
	for n := range s.Teams {
		if itoa(n) == id {
			return TeamLayer(n)
		}
	}
	return none
}

// TeamView is a team, to itself and to the main group.
type TeamView struct {
	N     int    `json:"n"`
	Name  string `json:"name"`
	Young bool   `json:"young"`
	Link  bool   `json:"link"` // it has one
}

func seeTeam(s *State, id string) TeamView {
	for n, x := range s.Teams {
		if itoa(n) == id {
			return TeamView{n, x.Name, x.Young, s.Links[TeamDoor(n)].Hash != ""}
		}
	}
	return TeamView{}
}
