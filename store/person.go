package store

import "dugnad/room"

const (
	putPerson = `INSERT INTO people (org, room, id, kind, body) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (room, id, kind) DO UPDATE SET body = excluded.body`
	dropPerson     = `DELETE FROM people WHERE org = $1 AND room = $2 AND id = $3`
	dropPersonKind = `DELETE FROM people WHERE org = $1 AND room = $2 AND id = $3 AND kind = $4`
)

func (b *batch) putPerson(fx room.PutPerson) { b.do(putPerson, fx.ID, fx.Kind, string(fx.Body)) }

func (b *batch) dropPerson(fx room.DropPerson) {
	b.wipe |= wipeTexts
	if fx.Kind == "" {
		b.do(dropPerson, fx.ID)
		return
	}
	b.do(dropPersonKind, fx.ID, fx.Kind)
}
