package store

import (
	"dugnad/likeness"
	"dugnad/room"
)

const (
	putNumber = `INSERT INTO numbers (org, room, measure, id, day, known, value, source, what)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
	dropNumbersOf = `DELETE FROM numbers WHERE org = $1 AND room = $2 AND measure = $3`
	putAnswer     = `INSERT INTO answers (org, room, promised, first_promised, published, corrected)
		VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (room) DO UPDATE SET promised = excluded.promised, first_promised = excluded.first_promised,
		published = excluded.published, corrected = excluded.corrected`
	putDecision = `INSERT INTO decisions (org, room, id, title, reason, at, words) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (room, id) DO UPDATE SET title = excluded.title, reason = excluded.reason, at = excluded.at, words = excluded.words`
	dropDecision = `DELETE FROM decisions WHERE org = $1 AND room = $2 AND id = $3`
)

// putNumbers writes a measure's numbers anew, all of them: they are few.
func (b *batch) putNumbers(fx room.PutNumbers) {
	b.do(dropNumbersOf, fx.Measure)
	for _, n := range fx.Numbers {
		var value int64
		if n.Value != nil {
			value = *n.Value
		}
		b.do(putNumber, fx.Measure, n.ID, n.Date, n.Value != nil, value, n.Source, n.What)
	}
}

func (b *batch) putAnswer(fx room.PutAnswer) {
	b.do(putAnswer, fx.Promised, fx.First, fx.Published, fx.Corrected)
}

func (b *batch) putDecision(fx room.PutDecision) {
	if fx.Title == "" {
		b.do(dropDecision, fx.ID)
		return
	}
	b.do(putDecision, fx.ID, fx.Title, fx.Reason, fx.At, likeness.Words(fx.Title+"\n"+fx.Reason, fx.Lang))
}
