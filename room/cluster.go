package room

import "sort"

// Cluster is a proposal: one idea that stands alone, or several laid together.
// Every idea in plenum lies in exactly one, so none can be lost by merging.
type Cluster struct {
	ID    string
	Title string // empty: called by its first idea's text
	Ideas []string
	Order int
}

// MoveIdea lays an idea with another proposal; SplitIdea takes it out again to
// stand alone. JoinClusters lays two proposals together, RenameCluster names.
type MoveIdea struct {
	Idea string `json:"idea"`
	To   string `json:"to"`
}
type SplitIdea struct {
	Idea string `json:"idea"`
}
type JoinClusters struct {
	From string `json:"from"`
	Into string `json:"into"`
}
type RenameCluster struct {
	Cluster string `json:"cluster"`
	Title   string `json:"title"`
}

type IdeaMoved struct {
	ID string `json:"id"`
	To string `json:"to"`
}

type ClusterJoined struct {
	From string `json:"from"`
	Into string `json:"into"`
}

type ClusterRenamed struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Pile is a cluster as an event remembers it.
type Pile struct {
	ID    string   `json:"id"`
	Title string   `json:"title,omitempty"`
	Ideas []string `json:"ideas"`
	Order int      `json:"order"`
}

// ClusterRestored puts clusters back as they were before an act.
type ClusterRestored struct {
	Set  []Pile   `json:"set"`
	Gone []string `json:"gone,omitempty"`
}

func (MoveIdea) allow() roles      { return leads }
func (SplitIdea) allow() roles     { return leads }
func (JoinClusters) allow() roles  { return leads }
func (RenameCluster) allow() roles { return leads }

// merging tells whether proposals may be laid together now.
func (s *State) merging() error {
	if s.openVote() != nil {
		return Refuse(VoteOpen)
	}
	if !s.phase().merges {
		return Refuse(Closed)
	}
	return nil
}

func (c MoveIdea) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if err := s.merging(); err != nil {
		return Decision{}, err
	}
	from := s.clusterOf(c.Idea)
	switch {
	case from == nil || s.Clusters[c.To] == nil:
		return no(Missing)
	case from.ID == c.To:
		return no(Unchanged)
	}
	return one(IdeaMoved{c.Idea, c.To})
}

func (c SplitIdea) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if err := s.merging(); err != nil {
		return Decision{}, err
	}
	from := s.clusterOf(c.Idea)
	switch {
	case from == nil:
		return no(Missing)
	case len(from.Ideas) == 1:
		return no(Unchanged)
	}
	to := homeOf(c.Idea)
	for n := 2; s.Clusters[to] != nil; n++ {
		to = homeOf(c.Idea) + "-" + itoa(n)
	}
	return one(IdeaMoved{c.Idea, to})
}

func (c JoinClusters) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if err := s.merging(); err != nil {
		return Decision{}, err
	}
	switch {
	case s.Clusters[c.From] == nil || s.Clusters[c.Into] == nil:
		return no(Missing)
	case c.From == c.Into:
		return no(Unchanged)
	}
	return one(ClusterJoined(c))
}

func (c RenameCluster) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if err := s.merging(); err != nil {
		return Decision{}, err
	}
	p := s.Clusters[c.Cluster]
	if p == nil {
		return no(Missing)
	}
	title, err := written(c.Title, TitleMax)
	if err != nil {
		return Decision{}, err
	}
	if title == p.Title {
		return no(Unchanged)
	}
	return one(ClusterRenamed{c.Cluster, title})
}

// homeOf is the proposal an idea first stands in.
func homeOf(idea string) string { return "c-" + idea }

func (s *State) clusterOf(idea string) *Cluster {
	for _, c := range s.Clusters {
		for _, id := range c.Ideas {
			if id == idea {
				return c
			}
		}
	}
	return nil
}

// toPlenum lays an idea before everybody, in a proposal of its own.
func (s *State) toPlenum(i *Idea, t *Touched) {
	i.Place = InPlenum
	s.layIn(i.ID, homeOf(i.ID), t)
	s.touchIdea(i, t)
}

// layIn puts an idea into a cluster, and makes the cluster if need be.
func (s *State) layIn(idea, cluster string, t *Touched) {
	c := s.Clusters[cluster]
	if c == nil {
		s.Piles++
		c = &Cluster{ID: cluster, Order: s.Piles}
		s.Clusters[cluster] = c
	}
	c.Ideas = append(c.Ideas, idea)
	s.touchPile(cluster, t)
}

// touchPile touches a proposal and what is worked out from it.
func (s *State) touchPile(id string, t *Touched) {
	t.touch("clusters", id)
	t.only("suggestions")
	if s.Showing.Cluster == id {
		t.only("showing")
	}
	for mid, m := range s.Measures {
		if m.Cluster == id {
			t.touch("measures", mid)
		}
	}
}

// takeFromClusters takes an idea out of where it lies; an empty cluster is no
// cluster.
func (s *State) takeFromClusters(idea string, t *Touched) {
	c := s.clusterOf(idea)
	if c == nil {
		return
	}
	kept := make([]string, 0, len(c.Ideas))
	for _, id := range c.Ideas {
		if id != idea {
			kept = append(kept, id)
		}
	}
	c.Ideas = kept
	if len(kept) == 0 {
		delete(s.Clusters, c.ID)
	}
	s.touchPile(c.ID, t)
}

func (e IdeaMoved) apply(s *State, _ Mark, t *Touched) {
	if i := s.Ideas[e.ID]; i == nil || i.Place != InPlenum {
		return
	}
	s.takeFromClusters(e.ID, t)
	s.layIn(e.ID, e.To, t)
	t.touch("ideas", e.ID)
}

func (e IdeaMoved) reverse(s *State) []Event {
	if from := s.clusterOf(e.ID); from != nil {
		return s.restore(from.ID, e.To)
	}
	return nil
}

func (e ClusterJoined) apply(s *State, _ Mark, t *Touched) {
	from := s.Clusters[e.From]
	if from == nil || e.From == e.Into {
		return
	}
	delete(s.Clusters, e.From)
	if s.Showing.Cluster == e.From {
		s.Showing.Cluster = e.Into
		t.only("showing")
	}
	t.touch("clusters", e.From)
	for _, id := range from.Ideas {
		s.layIn(id, e.Into, t)
		t.touch("ideas", id)
	}
}

func (e ClusterJoined) reverse(s *State) []Event { return s.restore(e.From, e.Into) }

func (e ClusterRenamed) apply(s *State, _ Mark, t *Touched) {
	if c := s.Clusters[e.ID]; c != nil {
		c.Title = e.Title
		t.touch("clusters", e.ID)
	}
}

func (e ClusterRenamed) reverse(s *State) []Event { return s.restore(e.ID) }

// restore remembers some clusters as they are now; those that are not there
// yet are remembered as gone.
func (s *State) restore(ids ...string) []Event {
	var e ClusterRestored
	for _, id := range ids {
		if c := s.Clusters[id]; c != nil {
			e.Set = append(e.Set, Pile{c.ID, c.Title, append([]string(nil), c.Ideas...), c.Order})
		} else {
			e.Gone = append(e.Gone, id)
		}
	}
	return []Event{e}
}

// apply moves whatever lies elsewhere back. An idea erased since stays erased,
// and one that came to a cluster that now goes stands alone again.
func (e ClusterRestored) apply(s *State, _ Mark, t *Touched) {
	for _, p := range e.Set {
		for _, id := range p.Ideas {
			if i := s.Ideas[id]; i != nil && i.Place == InPlenum {
				s.takeFromClusters(id, t)
				s.layIn(id, p.ID, t)
				t.touch("ideas", id)
			}
		}
		if c := s.Clusters[p.ID]; c != nil {
			c.Title, c.Order = p.Title, p.Order
		}
		t.touch("clusters", p.ID)
	}
	for _, gone := range e.Gone {
		c := s.Clusters[gone]
		if c == nil {
			continue
		}
		for _, id := range append([]string(nil), c.Ideas...) {
			s.takeFromClusters(id, t)
			s.layIn(id, homeOf(id), t)
		}
	}
}

// proposals lists the clusters in the order the board numbers them.
func (s *State) proposals() []*Cluster {
	cs := make([]*Cluster, 0, len(s.Clusters))
	for _, c := range s.Clusters {
		cs = append(cs, c)
	}
	sort.Slice(cs, func(a, b int) bool {
		return cs[a].Order < cs[b].Order || cs[a].Order == cs[b].Order && cs[a].ID < cs[b].ID
	})
	return cs
}

// titleOf is what a proposal is called: its name, or its first idea cut to
// what fits a ballot.
func (s *State) titleOf(c *Cluster) string {
	if c.Title != "" {
		return c.Title
	}
	for _, id := range c.Ideas {
		if i := s.Ideas[id]; i != nil && i.Text != "" {
			return short(i.says())
		}
	}
	return ""
}

func clusterIDs(s *State) []string { return sorted(s.Clusters) }

func whereCluster(s *State, id string) Layer {
	if s.Clusters[id] == nil {
		return none
	}
	return All
}

// ClusterView is a proposal with its parents and the tables behind it.
type ClusterView struct {
	ID     string   `json:"id"`
	Title  string   `json:"title"`
	Named  bool     `json:"named"` // somebody has given it its title
	Ideas  []string `json:"ideas"`
	Groups []int    `json:"groups"` // one per idea, 0 for none
	Order  int      `json:"order"`
	Also   string   `json:"also,omitempty"` // its title in the second language
}

func seeCluster(s *State, id string) ClusterView {
	c := s.Clusters[id]
	v := ClusterView{ID: c.ID, Title: s.titleOf(c), Named: c.Title != "", Ideas: append([]string{}, c.Ideas...),
		Groups: []int{}, Order: c.Order, Also: s.alsoTitle(c.ID)}
	for _, i := range c.Ideas {
		g := 0
		if idea := s.Ideas[i]; idea != nil {
			g = idea.Group
		}
		v.Groups = append(v.Groups, g)
	}
	return v
}
