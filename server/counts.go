package server

import (
	"net/http"
	"net/http/pprof"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"dugnad/hub"
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

// gauges and totals are what the hub counts, under the names they are watched by.
var (
	gauges = map[string]func(hub.Stats) float64{
		"rooms":          func(s hub.Stats) float64 { return float64(s.Rooms) },
		"lines":          func(s hub.Stats) float64 { return float64(s.Lines) },
		"rooms_readonly": func(s hub.Stats) float64 { return float64(s.Unreadable) },
		"bus_sick":       func(s hub.Stats) float64 { return map[bool]float64{true: 1}[s.BusSick] },
		"clock_skew_s":   func(s hub.Stats) float64 { return s.Skew.Seconds() },
	}
	totals = map[string]func(hub.Stats) float64{
		"commands_stored_total":  func(s hub.Stats) float64 { return float64(s.Stored) },
		"commands_refused_total": func(s hub.Stats) float64 { return float64(s.Refused) },
		"commands_busy_total":    func(s hub.Stats) float64 { return float64(s.Busy) },
		"appends_total":          func(s hub.Stats) float64 { return float64(s.Appends) },
		"append_conflicts_total": func(s hub.Stats) float64 { return float64(s.Stale) },
		"append_failures_total":  func(s hub.Stats) float64 { return float64(s.Failed) },
		"append_seconds_total":   func(s hub.Stats) float64 { return s.AppendTime.Seconds() },
		"log_reads_total":        func(s hub.Stats) float64 { return float64(s.Wakes + s.Tails) },
		"states_lost_total":      func(s hub.Stats) float64 { return float64(s.Lost) },
		"bus_gaps_total":         func(s hub.Stats) float64 { return float64(s.Gaps) },
		"bus_untold_total":       func(s hub.Stats) float64 { return float64(s.Untold) },
		"frames_total":           func(s hub.Stats) float64 { return float64(s.Frames) },
		"snapshots_total":        func(s hub.Stats) float64 { return float64(s.Snaps) },
		"slow_sockets_total":     func(s hub.Stats) float64 { return float64(s.Slow) },
		"flooding_sockets_total": func(s hub.Stats) float64 { return float64(s.Flood) },
	}
)

func newCounts(stats func() hub.Stats) *counts {
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
	c.all.MustRegister(c.requests, c.joined, c.wrong, c.made, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for name, of := range gauges {
		c.all.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "dugnad_" + name, Help: "See hub.Stats."},
			func() float64 { return of(stats()) }))
	}
	for name, of := range totals {
		c.all.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: "dugnad_" + name, Help: "See hub.Stats."},
			func() float64 { return of(stats()) }))
	}
	return c
}

func (c *counts) request(route string, status int) {
	if route == "" {
		route = "none"
	}
	c.requests.WithLabelValues(route, strconv.Itoa(status)).Inc()
}

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
