package server_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"dugnad/room"
)

// drawing is a picture as a file.
func drawing(t *testing.T, wide, high int, write func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	p := image.NewRGBA(image.Rect(0, 0, wide, high))
	for x := range wide {
		for y := range high {
			p.Set(x, y, color.RGBA{uint8(x), uint8(y), 90, 255})
		}
	}
	var b bytes.Buffer
	if err := write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(b *bytes.Buffer, p image.Image) error  { return png.Encode(b, p) }
func asJPEG(b *bytes.Buffer, p image.Image) error { return jpeg.Encode(b, p, nil) }

// A picture is what its content says it is, drawn anew, seen by the leads at
// once and by the hall while it is on the board, and gone with the meeting.
func TestPictures(t *testing.T) {
	h := open(t)
	m := h.meeting()
	guest, board := h.guest(m), h.board(m)
	lead := h.seats(m, room.Facilitator)[0]
	at := "/api/rooms/" + m.Room + "/pictures"
	add := func(d *device, file []byte) reply {
		return d.post(at, map[string]string{"file": base64.StdEncoding.EncodeToString(file)})
	}
	photo := drawing(t, 64, 48, asJPEG)
	// What a camera writes between the head and the picture: where it was taken.
	where := append([]byte{0xff, 0xe1, 0, 24}, "Exif\x00\x00GPS 59.66N 10.7"...)
	where = append(where, make([]byte, 26-len(where))...)
	photo = append(append(append([]byte{}, photo[:2]...), where...), photo[2:]...)
	r := add(m.lead, photo)
	var kept struct {
		ID         string
		Wide, High int
	}
	if err := json.Unmarshal([]byte(r.body), &kept); r.status != 200 || err != nil || kept.Wide != 64 || kept.High != 48 {
		t.Fatal(r.status, r.body)
	}
	for what, c := range map[string]struct {
		file []byte
		code string
	}{
		"words":      {[]byte("<svg onload=alert(1)>"), "invalid"},
		"nothing":    {nil, "invalid"},
		"half":       {photo[:200], "invalid"},
		"page":       {[]byte("\x89PNG\r\n\x1a\n<html><script>"), "invalid"},
		"GIF":        {[]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "invalid"},
		"very wide":  {drawing(t, room.PictureSide+1, 2, asPNG), "too_large"},
		"very large": {make([]byte, 9<<20), "too_large"},
	} {
		if r := add(m.lead, c.file); r.status < 400 || r.code() != c.code {
			t.Errorf("%s: %d %s", what, r.status, r.body)
		}
	}
	if r := add(guest, photo); r.status != 403 {
		t.Error("a guest brought a picture:", r.status)
	}
	h.act(m, lead, room.SetSlide{Slide: room.Slide{ID: "l1", Step: "skriv", Kind: room.PictureSlide, Picture: kept.ID, Alt: "Et hus"}})
	one := at + "/" + kept.ID
	seen := func(what string, want int) {
		t.Helper()
		for who, d := range map[string]*device{"guest": guest, "board": board} {
			if r := d.get(one); r.status != want {
				t.Errorf("%s, %s: %d", what, who, r.status)
			}
		}
		if r := m.lead.get(one); r.status != 200 {
			t.Errorf("%s, lead: %d", what, r.status)
		}
	}
	seen("before it is shown", 404)
	h.act(m, lead, room.ShowOnBoard{What: "slide", Slide: "l1"})
	seen("while it is shown", 200)
	got := board.get(one)
	if got.header.Get("Content-Type") != "image/jpeg" || got.header.Get("Cache-Control") != "private, no-store" || got.header.Get("X-Content-Type-Options") != "nosniff" {
		t.Error(got.header)
	}
	if strings.Contains(got.body, "Exif") || strings.Contains(got.body, "GPS") {
		t.Error("what the camera wrote is still there")
	}
	if _, err := jpeg.Decode(strings.NewReader(got.body)); err != nil {
		t.Error(err)
	}
	h.act(m, lead, room.ShowOnBoard{})
	seen("afterwards", 404)
	h.act(m, lead, room.DropPicture{ID: kept.ID})
	if r := m.lead.get(one); r.status != 404 {
		t.Error("dropped, and still there:", r.status)
	}
	if _, _, ok, err := h.store.Picture(t.Context(), m.Room, kept.ID); ok || err != nil {
		t.Error("dropped, and still in its table", err)
	}
}
