package room

func ideaIDs(s *State) []string { return sorted(s.Ideas) }

func whereIdea(s *State, id string) Layer {
	i := s.Ideas[id]
	if i == nil {
		return none
	}
	switch i.Place {
	case Private:
		return MineLayer(i.Author)
	case OnTable, Aside:
		return GroupLayer(i.Group)
	case InPlenum:
		return All
	case Held:
		return Lead
	}
	return none
}

// IdeaView is an idea wherever it is shown. It never says who wrote it.
type IdeaView struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Group int    `json:"group"`
	Place Place  `json:"place"`
	Order int64  `json:"order"`
	Step  string `json:"step"`
	Card  string `json:"card"`
	Same  []int  `json:"same"` // tables that have said *samme hos oss*
	Draft Draft  `json:"draft"`
	Sign  string `json:"sign"` // what sort it is; empty is not said

	Lang   string `json:"lang"`   // a language of its own; empty is the meeting's
	Norsk  string `json:"norsk"`  // the Norwegian line beneath it
	Unread bool   `json:"unread"` // nobody has said yet what it says
}

func seeIdea(s *State, id string) IdeaView {
	i := s.Ideas[id]
	return IdeaView{i.ID, i.Text, i.Group, i.Place, i.Order, i.Step, i.Card, s.sames(id), i.Plan, i.Sign, i.Lang, i.Norsk, i.unread()}
}
