package room

// Limits of pictures. What is larger is made smaller before it is kept.
const (
	PicturesMax  = 60
	PictureBytes = 1 << 20
	PictureSide  = 2560 // pixels
)

// Picture is what the story knows of a picture: that it is there. The picture
// itself lies in a table of its own, where it can be erased.
type Picture struct {
	Kind       string // image/png or image/jpeg
	Wide, High int
}

// KeepPicture is asked by the door for a lead, once it has seen that the
// picture is one and has drawn it anew: nothing that was hidden in the file is
// left. DropPicture takes one away for good, and the slides that show it.
type KeepPicture struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
	Wide int    `json:"wide"`
	High int    `json:"high"`
	Body []byte `json:"body"`
}
type DropPicture struct {
	ID string `json:"id"`
}

type PictureKept struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
	Wide int    `json:"wide"`
	High int    `json:"high"`
}

type PictureDropped struct {
	ID string `json:"id"`
}

func (KeepPicture) allow() roles { return leads }
func (DropPicture) allow() roles { return leads }

func (c KeepPicture) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch {
	case s.Meeting.Ended != 0:
		return no(Gone)
	case !goodID(c.ID) || c.Kind != "image/png" && c.Kind != "image/jpeg":
		return no(Invalid)
	case s.Pictures[c.ID] != (Picture{}):
		return no(Unchanged)
	case len(c.Body) == 0:
		return no(Empty)
	case len(c.Body) > PictureBytes || c.Wide > PictureSide || c.High > PictureSide || c.Wide < 1 || c.High < 1:
		return no(TooLong)
	}
	var d Decision
	if len(s.Pictures) >= PicturesMax {
		d = s.dropLoose()
	}
	if len(s.Pictures)-len(d.Events) >= PicturesMax {
		return no(Full)
	}
	d.Events = append(d.Events, PictureKept{c.ID, c.Kind, c.Wide, c.High})
	d.Effects = append(d.Effects, PutPicture{c.ID, c.Kind, c.Body})
	return d, nil
}

func (c DropPicture) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	if s.Pictures[c.ID] == (Picture{}) {
		return no(Missing)
	}
	d := Decision{Effects: []Effect{ErasePicture(c)}}
	for _, sl := range s.Slides {
		if sl.Picture == c.ID {
			d.Events = append(d.Events, SlideRemoved{sl.ID})
		}
	}
	d.Events = append(d.Events, PictureDropped(c))
	return d, nil
}

// dropLoose drops the pictures that no slide shows any more.
func (s *State) dropLoose() Decision {
	shown := map[string]bool{}
	for _, sl := range s.Slides {
		shown[sl.Picture] = true
	}
	var d Decision
	for _, id := range sorted(s.Pictures) {
		if !shown[id] {
			d.Events = append(d.Events, PictureDropped{id})
			d.Effects = append(d.Effects, ErasePicture{id})
		}
	}
	return d
}

func (e PictureKept) apply(s *State, _ Mark, t *Touched) {
	s.Pictures[e.ID] = Picture{e.Kind, e.Wide, e.High}
	for _, sl := range s.Slides {
		if sl.Picture == e.ID { // a rehearsal has its slides before their pictures
			t.touch("slides", sl.ID)
		}
	}
	t.only("deletions")
}

// apply also forgets what would bring a slide with the picture back.
func (e PictureDropped) apply(s *State, _ Mark, t *Touched) {
	delete(s.Pictures, e.ID)
	t.again("slides")
	t.only("deletions")
}

// Pictured is the picture a seat may see now, and ok false when it may not: the
// leads see all, everybody else what is on the board.
func (s *State) Pictured(seat, id string) (p Picture, ok bool) {
	p, ok = s.Pictures[id]
	if !ok {
		return p, false
	}
	for _, l := range s.Layers(seat) {
		for _, sl := range s.Slides {
			if sl.Picture == id && s.Where(key("slides", sl.ID)) == l {
				return p, true
			}
		}
	}
	return p, false
}
