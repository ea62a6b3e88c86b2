package room

// DeletionsView is what has been deleted of the meeting by itself, and what will be:
// without a word of what it was. The record's own end is told as a task.
type DeletionsView struct {
	Lines     []DeletionLine `json:"lines"`
	Scrubbing bool           `json:"scrubbing"` // the log behind it is still being gone through
}

// DeletionLine is one sort of thing, by its word in Keeping. Times are unix
// milliseconds; Gone is 0 as long as it is there.
type DeletionLine struct {
	What string `json:"what"`
	Goes int64  `json:"goes"`
	Gone int64  `json:"gone"`
}

// whereDeletions: nothing is deleted of a meeting that is not over.
func whereDeletions(s *State, _ string) Layer {
	if s.Meeting.Ended == 0 {
		return none
	}
	return Follow
}

func seeDeletions(s *State, _ string) DeletionsView {
	v := DeletionsView{Lines: []DeletionLine{}, Scrubbing: s.Scrub.Done < s.Scrub.Until}
	for _, k := range Keeping {
		nothing := k.What == "pictures" && len(s.Pictures) == 0 && s.Erased[k.What] == 0
		if k.From == "ended" && !nothing {
			v.Lines = append(v.Lines, DeletionLine{k.What, s.Meeting.Ended + int64(k.Days)*Day, s.Erased[k.What]})
		}
	}
	return v
}
