package server

import (
	"net/http"
	"net/http/pprof"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// counts is what the operator can watch. No label names a room, a person or
// an address.
type counts struct {
	all      *prometheus.Registry
	requests *prometheus.CounterVec
	joined   prometheus.Counter
	wrong    prometheus.Counter
	made     prometheus.Counter
}

func newCounts(sockets func() float64) *counts {
	c := &counts{
		all: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "dugnad_requests_total",
			Help: "Requests by route and status."}, []string{"route", "status"}),
		joined: prometheus.NewCounter(prometheus.CounterOpts{Name: "dugnad_joins_total",
			Help: "Seats handed out for a right code."}),
		wrong: prometheus.NewCounter(prometheus.CounterOpts{Name: "dugnad_wrong_codes_total",
			Help: "Wrong codes and keys. A steep rise is somebody guessing."}),
		made: prometheus.NewCounter(prometheus.CounterOpts{Name: "dugnad_meetings_made_total",
			Help: "Meetings made."}),
	}
	open := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "dugnad_sockets", Help: "Open websockets."}, sockets)
	c.all.MustRegister(c.requests, c.joined, c.wrong, c.made, open, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return c
}

func (c *counts) request(route string, status int) {
	if route == "" {
		route = "none"
	}
	c.requests.WithLabelValues(route, strconv.Itoa(status)).Inc()
}

// Register adds what another part of the house counts.
func (s *Server) Register(c prometheus.Collector) error { return s.counts.all.Register(c) }

// Metrics is for a listener of its own that only this machine reaches. It is
// no part of the door.
func (s *Server) Metrics() http.Handler {
	m := http.NewServeMux()
	m.Handle("GET /metrics", promhttp.HandlerFor(s.counts.all, promhttp.HandlerOpts{}))
	m.HandleFunc("GET /debug/pprof/", pprof.Index)
	m.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	m.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	m.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	return m
}
