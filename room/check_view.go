package room

// CheckView is one time through a checklist. What each service marked is in it
// only when it has been shown.
type CheckView struct {
	ID     string              `json:"id"`
	List   string              `json:"list"`
	Opened int64               `json:"opened"`
	Shown  bool                `json:"shown"`
	Marked int                 `json:"marked"` // how many have marked anything
	Items  map[string]ItemView `json:"items"`
}

// ItemView is how an item is, how it was the last time, and how each service
// sees it.
type ItemView struct {
	Agreed
	Before string        `json:"before"` // what was agreed the last time through the same list
	Seen   int64         `json:"seen"`
	Marks  []ServiceMark `json:"marks"`
}

// ServiceMark is how one service sees an item.
type ServiceMark struct {
	As    string `json:"as"`
	State string `json:"state"`
}

func seeCheck(s *State, id string) CheckView {
	c, before := s.Checks[id], s.checkBefore(id)
	v := CheckView{ID: id, List: c.List.ID, Opened: c.Opened, Shown: c.Shown, Items: map[string]ItemView{}}
	for _, seat := range sorted(c.Marks) {
		if len(c.Marks[seat]) > 0 {
			v.Marked++
		}
	}
	for _, theme := range c.List.Themes {
		for _, item := range theme.Items {
			i := ItemView{Agreed: c.Agreed[item.ID], Seen: c.Set[item.ID].Seq, Marks: []ServiceMark{}}
			if before != nil {
				i.Before = before.Agreed[item.ID].State
			}
			if c.Shown {
				for _, seat := range sorted(c.Marks) {
					if state := c.Marks[seat][item.ID]; state != "" {
						i.Marks = append(i.Marks, ServiceMark{unlessTakenOut(s.Members[seat]), state})
					}
				}
			}
			v.Items[item.ID] = i
		}
	}
	return v
}

// checkBefore is the last time through the same list before this one.
func (s *State) checkBefore(id string) *Check {
	var before *Check
	for _, other := range checkIDs(s) {
		switch c := s.Checks[other]; {
		case other == id:
			return before
		case c.List.ID == s.Checks[id].List.ID:
			before = c
		}
	}
	return nil
}

// ChecklistView is the words of a checklist, by language. They never change.
type ChecklistView struct {
	ID     string            `json:"id"`
	Title  map[string]string `json:"title"`
	Status map[string]string `json:"status"`
	Themes []Theme           `json:"themes"`
}

func seeChecklist(s *State, id string) ChecklistView {
	l := s.Checks[id].List
	return ChecklistView{id, l.Title, l.Status, l.Themes}
}

// marking is the time through which this seat may be marking now: the latest, if
// it has not been shown.
func (s *State) marking() (id string, c *Check) {
	ids := checkIDs(s)
	if len(ids) == 0 {
		return "", nil
	}
	if id = ids[len(ids)-1]; s.Checks[id].Shown {
		return "", nil
	}
	return id, s.Checks[id]
}

// whereMarks: a seat's own marks are its own until everybody's are shown.
func whereMarks(s *State, seat string) Layer {
	if _, c := s.marking(); c == nil || len(c.Marks[seat]) == 0 || s.Seats[seat] == nil {
		return none
	}
	return MineLayer(seat)
}

// MarksView is what one has marked so far, by item.
type MarksView struct {
	Check string            `json:"check"`
	Marks map[string]string `json:"marks"`
}

func seeMarks(s *State, seat string) MarksView {
	id, c := s.marking()
	v := MarksView{id, map[string]string{}}
	for item, state := range c.Marks[seat] {
		v.Marks[item] = state
	}
	return v
}
