package store

import (
	"context"
	"database/sql"
	"encoding/base64"
	"errors"

	"dugnad/room"
)

const (
	putPicture = `INSERT INTO pictures (org, room, id, kind, body) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (room, id) DO UPDATE SET kind = excluded.kind, body = excluded.body`
	dropPicture  = `DELETE FROM pictures WHERE org = $1 AND room = $2 AND id = $3`
	dropPictures = `DELETE FROM pictures WHERE org = $1 AND room = $2`
	readPicture  = `SELECT kind, body FROM pictures WHERE org = $1 AND room = $2 AND id = $3`
)

func (b *batch) putPicture(fx room.PutPicture) {
	b.do(putPicture, fx.ID, fx.Kind, base64.StdEncoding.EncodeToString(fx.Body))
}

func (b *batch) erasePicture(fx room.ErasePicture) {
	b.wipe |= wipeTexts
	b.do(dropPicture, fx.ID)
}

func (b *batch) erasePictures() {
	b.wipe |= wipeTexts
	b.do(dropPictures)
}

// Picture reads one picture of a room. ok is false when it is not there.
func (s *Store) Picture(ctx context.Context, roomID, id string) (kind string, picture []byte, ok bool, err error) {
	ctx, cancel := s.bounded(ctx)
	defer cancel()
	var body string
	err = s.reads.QueryRowContext(ctx, readPicture, s.org, roomID, id).Scan(&kind, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil, false, nil
	}
	if err == nil {
		picture, err = base64.StdEncoding.DecodeString(body)
	}
	if err != nil {
		return "", nil, false, s.named("read a picture of room "+roomID, err)
	}
	return kind, picture, true, nil
}
