package room

// ReportsMax is how many versions of its report one meeting can finish.
const ReportsMax = 50

// Finished is a version of the report that somebody has put a line under. The
// text of it is the story up to Seq, so nothing lies twice and a text that is
// redacted later is gone from here too. The numbers about people are written
// down, because whom they count is forgotten a day after the meeting.
type Finished struct {
	Seq, At  int64
	Sum      string // SHA-256 of the record as JSON, in hex
	People   AttendanceView
	Goodbyes GoodbyesView
}

// FinishReport finishes the report as it is at Head. The server asks, on behalf
// of a lead or the follow-up group: it is the one that has made the record and its sum.
type FinishReport struct {
	Head int64  `json:"head"`
	Sum  string `json:"sum"`
}

type ReportFinished struct {
	Sum      string         `json:"sum"`
	People   AttendanceView `json:"people"`
	Goodbyes GoodbyesView   `json:"goodbyes"`
}

func (FinishReport) allow() roles { return carers }

func (c FinishReport) decide(s *State, _ *Seat, _ Moment) (Decision, error) {
	switch n := len(s.Reports); {
	case s.Meeting.Ended == 0:
		return no(Closed)
	case s.Veiled():
		return no(Veiled)
	case len(c.Sum) != 64:
		return no(Invalid)
	case c.Head != s.Head:
		return no(Changed)
	case n > 0 && s.Reports[n-1].Sum == c.Sum:
		return no(Unchanged)
	case n >= ReportsMax:
		return no(Full)
	}
	return one(ReportFinished{c.Sum, seeAttendance(s), seeGoodbyes(s)})
}

func (e ReportFinished) apply(s *State, m Mark, t *Touched) {
	s.Reports = append(s.Reports, Finished{Seq: m.Seq, At: m.At, Sum: e.Sum, People: e.People, Goodbyes: e.Goodbyes})
	t.only("reports")
}

// FinishedView is one finished version, as leads and the follow-up group see it. Seq is where in
// the story it was finished.
type FinishedView struct {
	N   int    `json:"n"`
	At  int64  `json:"at"`
	Sum string `json:"sum"`
	Seq int64  `json:"seq"`
}

// ReportsView lists the finished versions of the report, oldest first.
type ReportsView struct {
	Finished []FinishedView `json:"finished"`
}

func seeReports(s *State) ReportsView {
	v := ReportsView{Finished: []FinishedView{}}
	for n, f := range s.Reports {
		v.Finished = append(v.Finished, FinishedView{n + 1, f.At, f.Sum, f.Seq})
	}
	return v
}
