package room

import (
	"sort"
	"strings"
)

// sames lists the tables that have said of an idea that they have the same.
func (s *State) sames(id string) []int {
	groups := map[int]bool{}
	for p := range s.Same {
		a, b, _ := strings.Cut(p, " ")
		switch id {
		case a:
			groups[s.groupOf(b)] = true
		case b:
			groups[s.groupOf(a)] = true
		}
	}
	delete(groups, 0)
	list := make([]int, 0, len(groups))
	for n := range groups {
		list = append(list, n)
	}
	sort.Ints(list)
	return list
}

func (s *State) groupOf(idea string) int {
	if i := s.Ideas[idea]; i != nil {
		return i.Group
	}
	return 0
}

// Suggestion is proposals that belong together by what the tables have said.
type Suggestion struct {
	Clusters []string `json:"clusters"`
	Ideas    int      `json:"ideas"`
}

// SuggestionsView is the draft of the merging, made by the tables' own marks,
// largest first. The facilitator only confirms.
type SuggestionsView struct {
	Suggestions []Suggestion `json:"suggestions"`
}

// seeSuggestions joins whatever is marked the same, directly or by way of
// others, and leaves out what already lies together.
func seeSuggestions(s *State) SuggestionsView {
	parent := map[string]string{}
	var root func(string) string
	root = func(c string) string {
		if p, ok := parent[c]; ok && p != c {
			return root(p)
		}
		return c
	}
	for _, p := range sorted(s.Same) {
		a, b, _ := strings.Cut(p, " ")
		ca, cb := s.clusterOf(a), s.clusterOf(b)
		if ca == nil || cb == nil || root(ca.ID) == root(cb.ID) {
			continue
		}
		parent[root(cb.ID)] = root(ca.ID)
	}
	together := map[string][]string{}
	for _, c := range s.proposals() {
		together[root(c.ID)] = append(together[root(c.ID)], c.ID)
	}
	v := SuggestionsView{Suggestions: []Suggestion{}}
	for _, c := range s.proposals() {
		list := together[c.ID]
		if len(list) < 2 {
			continue
		}
		sg := Suggestion{Clusters: list}
		for _, id := range list {
			sg.Ideas += len(s.Clusters[id].Ideas)
		}
		v.Suggestions = append(v.Suggestions, sg)
	}
	sort.SliceStable(v.Suggestions, func(a, b int) bool { return v.Suggestions[a].Ideas > v.Suggestions[b].Ideas })
	return v
}
