package server

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/jpeg"
	"image/png"
	"net/http"

	"github.com/go-chi/chi/v5"

	"dugnad/room"
)

// pictureFile is a picture for a slide, as base64: what changes something comes
// as JSON.
type pictureFile struct {
	File string `json:"file"`
}

type pictureBody struct {
	ID   string `json:"id"`
	Wide int    `json:"wide"`
	High int    `json:"high"`
}

// pictureUpload is how large the file may be that somebody sends. The panel makes
// it smaller first; this is for whoever does not come by the panel.
const pictureUpload = 8 << 20

// takePicture keeps a picture of a slide. What it is, is seen from its content
// and never from its name, and it is drawn anew: place, owner and whatever else
// a camera writes into a file stay behind.
func (s *Server) takePicture(w http.ResponseWriter, r *http.Request, v visitor) error {
	var in pictureFile
	if err := readMost(r, &in, pictureUpload/3*4+1024); err != nil {
		return err
	}
	raw, err := base64.StdEncoding.DecodeString(in.File)
	if err != nil || len(raw) == 0 {
		return notRead
	}
	keep, err := redraw(raw)
	if err != nil {
		return err
	}
	cmd, err := s.newKey()
	if err != nil {
		return err
	}
	if keep.ID, err = s.newRoom(); err != nil {
		return err
	}
	if _, err := s.o.Rooms.Do(r.Context(), v.Room, v.Seat, "picture-"+cmd, keep); err != nil {
		return err
	}
	return answer(w, pictureBody{keep.ID, keep.Wide, keep.High})
}

// redraw reads a PNG or JPEG and writes it anew. The size is looked at before a
// single pixel is unpacked.
func redraw(raw []byte) (room.KeepPicture, error) {
	var none room.KeepPicture
	reads := map[string]func([]byte) (image.Image, error){
		"image/png":  func(b []byte) (image.Image, error) { return png.Decode(bytes.NewReader(b)) },
		"image/jpeg": func(b []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(b)) },
	}
	sizes := map[string]func([]byte) (image.Config, error){
		"image/png":  func(b []byte) (image.Config, error) { return png.DecodeConfig(bytes.NewReader(b)) },
		"image/jpeg": func(b []byte) (image.Config, error) { return jpeg.DecodeConfig(bytes.NewReader(b)) },
	}
	kind := http.DetectContentType(raw)
	read := reads[kind]
	if read == nil {
		return none, notRead
	}
	size, err := sizes[kind](raw)
	if err != nil {
		return none, notRead
	}
	if size.Width > room.PictureSide || size.Height > room.PictureSide {
		return none, tooLarge
	}
	drawn, err := read(raw)
	if err != nil {
		return none, notRead
	}
	k := room.KeepPicture{Kind: kind, Wide: size.Width, High: size.Height}
	var out bytes.Buffer
	if kind == "image/png" {
		err = png.Encode(&out, drawn)
	}
	if kind == "image/jpeg" || out.Len() > room.PictureBytes { // a photograph kept as PNG
		out.Reset()
		k.Kind, err = "image/jpeg", jpeg.Encode(&out, drawn, &jpeg.Options{Quality: 88})
	}
	if err != nil {
		return none, notRead
	}
	if out.Len() > room.PictureBytes {
		return none, tooLarge
	}
	k.Body = out.Bytes()
	return k, nil
}

// picture serves one to those who may see it now. It is inert: of a fixed kind,
// never guessed at, and kept by nobody on the way.
func (s *Server) picture(w http.ResponseWriter, r *http.Request, v visitor) error {
	id, may := chi.URLParam(r, "picture"), false
	if err := s.o.Rooms.Ask(r.Context(), v.Room, func(st *room.State) { _, may = st.Pictured(v.Seat, id) }); err != nil {
		return err
	}
	if !may {
		return notThere
	}
	kind, body, ok, err := s.o.Store.Picture(r.Context(), v.Room, id)
	if err != nil {
		return err
	}
	if !ok {
		return notThere
	}
	return send(w, kind, body)
}
