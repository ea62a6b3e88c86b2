package server

import (
	"context"
	"net/http"
	"time"
)

type status struct {
	Status string `json:"status"`
}

// alive says that the process answers. It asks nobody else.
func (s *Server) alive(w http.ResponseWriter, _ *http.Request, _ visitor) error {
	return answer(w, status{"ok"})
}

// ready says that a balancer may send people here.
func (s *Server) ready(w http.ResponseWriter, r *http.Request, _ visitor) error {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if s.draining.Load() || s.o.Store.Ping(ctx) != nil {
		return crowded
	}
	return answer(w, status{"ready"})
}
