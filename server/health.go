package server

import (
	"context"
	"net/http"
	"time"
)

type status struct {
	Status string `json:"status"`
}

// readiness is what a balancer and an operator need to know of a node.
type readiness struct {
	Status   string `json:"status"`
	ReadOnly int    `json:"readOnly"` // rooms this version cannot write
	BusSick  bool   `json:"busSick"`  // other nodes are heard a second late
}

// skewMax is how far the database's clock and ours may be apart before cookies
// and timers can no longer be trusted to mean the same.
const skewMax = 30 * time.Second

// alive says that the process answers. It asks nobody else.
func (s *Server) alive(w http.ResponseWriter, _ *http.Request, _ visitor) error {
	return answer(w, status{"ok"})
}

// ready says that a balancer may send people here.
func (s *Server) ready(w http.ResponseWriter, r *http.Request, _ visitor) error {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	now := s.o.Rooms.Stats()
	if s.draining.Load() || now.Skew.Abs() > skewMax || s.o.Store.Ping(ctx) != nil {
		return crowded
	}
	return answer(w, readiness{"ready", now.Unreadable, now.BusSick})
}
