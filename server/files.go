package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

// files are the front end, read once: what a path holds, plain and packed.
// Only what is listed can be fetched, so a path cannot climb out.
type files map[string]file

type file struct {
	kind  string
	tag   string
	plain []byte
	gz    []byte
	br    []byte
}

// kinds are the sorts of file a build makes; the machine's own list differs
// from one machine to the next.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".json": "application/json", ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".png": "image/png",
	".ico": "image/x-icon", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8", ".mp3": "audio/mpeg", ".map": "application/json",
}

// hashed holds the files whose names change with their content.
const hashed = "/assets/"

func readFiles(dist fs.FS) (files, error) {
	all := files{}
	err := fs.WalkDir(dist, ".", func(name string, d fs.DirEntry, err error) error {
		kind := kinds[path.Ext(name)]
		if err != nil || d.IsDir() || kind == "" {
			return err
		}
		f := file{kind: kind}
		if f.plain, err = fs.ReadFile(dist, name); err != nil {
			return fmt.Errorf("read the front end: %w", err)
		}
		f.gz, _ = fs.ReadFile(dist, name+".gz") // not every file is packed
		f.br, _ = fs.ReadFile(dist, name+".br")
		sum := sha256.Sum256(f.plain)
		f.tag = hex.EncodeToString(sum[:8])
		all["/"+name] = f
		return nil
	})
	return all, err
}

// page serves one of the shells, in the browser's language. A shell is never
// kept: it names the files of the build that answers.
func (s *Server) page(name string) handler {
	return func(w http.ResponseWriter, r *http.Request, _ visitor) error {
		f, ok := s.files["/"+name+"."+s.words.language(r)+".html"]
		if !ok {
			f, ok = s.files["/"+name+".html"]
		}
		if !ok {
			return unbuilt
		}
		s.frames(w, r, name)
		if name == "index" {
			s.noticePhone(r)
			if err := s.stampPage(w); err != nil {
				return err
			}
		}
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Add("Vary", "Accept-Language")
		f.serve(w, r)
		return nil
	}
}

// file serves what the build made. A hashed name we do not have belongs to
// another build that runs beside us: the proxy is told to try the next node.
func (s *Server) file(w http.ResponseWriter, r *http.Request, _ visitor) error {
	f, ok := s.files[r.URL.Path]
	switch {
	case !ok && strings.HasPrefix(r.URL.Path, hashed) && kinds[path.Ext(r.URL.Path)] != "":
		return newerFiles
	case !ok || strings.HasSuffix(r.URL.Path, ".html"):
		return notThere
	case strings.HasPrefix(r.URL.Path, hashed):
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	default:
		w.Header().Set("Cache-Control", "no-cache")
	}
	f.serve(w, r)
	return nil
}

// serve sends the smallest form the browser can read.
func (f file) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Add("Vary", "Accept-Encoding")
	body, tag := f.plain, f.tag
	switch {
	case f.br != nil && takes(r, "br"):
		h.Set("Content-Encoding", "br")
		body, tag = f.br, f.tag+"-br"
	case f.gz != nil && takes(r, "gzip"):
		h.Set("Content-Encoding", "gzip")
		body, tag = f.gz, f.tag+"-gz"
	}
	h.Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// takes tells whether a browser reads a packing. One refused with q=0 is not.
func takes(r *http.Request, packing string) bool {
	for _, part := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(strings.TrimSpace(name), packing) {
			q = strings.ReplaceAll(q, " ", "")
			return q != "q=0" && !strings.HasPrefix(q, "q=0.000") && q != "q=0.0" && q != "q=0.00"
		}
	}
	return false
}
