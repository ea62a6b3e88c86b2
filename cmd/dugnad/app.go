package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"dugnad/courier"
	"dugnad/hub"
	"dugnad/server"
	"dugnad/store"
	"dugnad/swarm"
)

// drainPatience is how long we take from being told to stop until we stop.
const drainPatience = 14 * time.Second

// demoTick is a second to the people of a rehearsal where the clock is a demo's:
// whoever sets it does not want to wait for them.
const demoTick = 100 * time.Millisecond

// App is the running program, as main holds it and as a test can: on port 0,
// with another clock and loaded dice. Only Config must be set.
type App struct {
	Config    Config
	Say       io.Writer    // where the log goes; nil is nowhere
	Logger    *slog.Logger // instead of one that writes to Say
	Now       func() time.Time
	Clock     *Clock // instead of Now: one that this machine can set
	Dice      io.Reader
	MailLook  time.Duration // how often letters are looked for; 0 is every two seconds
	MailSpeed float64       // and how many are carried in a second; 0 is ten
	Tick      time.Duration // how quick simulated people are; 0 is as people are

	plan        plan
	log         *slog.Logger
	newOperator string // thrown at this start
	store       *store.Store
	bus         io.Closer
	hub         *hub.Hub
	server      *server.Server
	swarm       *swarm.Swarm
	mail        *courier.Office // nil: no mail is sent
	at          net.Listener
	metricsAt   net.Listener
	doors       []*http.Server
	over        sync.WaitGroup
	failed      chan error
}

// Open gets everything ready and begins to serve. What fails has left nothing
// behind.
func (a *App) Open(ctx context.Context) (err error) {
	if a.plan, err = a.Config.check(); err != nil {
		return err
	}
	if a.Clock == nil && !a.plan.clock.IsZero() {
		a.Clock = NewClock(a.plan.clock)
	}
	if a.Clock != nil {
		a.Now = a.Clock.Now
		if a.Tick == 0 {
			a.Tick = demoTick
		}
	}
	if a.Dice == nil {
		a.Dice = rand.Reader
	}
	a.log = a.Logger
	if a.log == nil {
		out := a.Say
		if out == nil {
			out = io.Discard
		}
		a.log = slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{Level: a.plan.level}))
	}
	a.failed = make(chan error, 2)
	for _, step := range []func(context.Context) error{a.listen, a.openStore, a.openHub, a.openDoor, a.openMail, a.openMetrics} {
		if err := step(ctx); err != nil {
			return errors.Join(err, a.Close())
		}
	}
	return nil
}

// listen comes first: a port that is taken is noticed before anything is made.
func (a *App) listen(ctx context.Context) (err error) {
	if a.at, err = new(net.ListenConfig).Listen(ctx, "tcp", a.Config.Addr); err != nil {
		return fmt.Errorf("listen on %s: %w", a.Config.Addr, err)
	}
	return nil
}

func (a *App) openStore(ctx context.Context) (err error) {
	a.store, err = store.Open(ctx, store.Options{URL: a.Config.Database, Dir: a.Config.DataDir, Mails: a.plan.mail != nil, Log: a.log})
	return err
}

func (a *App) openHub(context.Context) error {
	bus, err := openBus(a.Config.Redis)
	if err != nil {
		return err
	}
	o := hub.Options{Log: story{a.store}, Logger: a.log, Build: build()}
	if bus != nil {
		a.bus, o.Bus = bus, bus
	}
	if a.Now != nil {
		o.Now = func() int64 { return a.Now().UnixMilli() }
	}
	a.hub = hub.New(o)
	return nil
}

func (a *App) openDoor(context.Context) error {
	keys, operator, err := a.secrets()
	if err != nil {
		return err
	}
	a.swarm = swarm.New(swarm.Options{Rooms: a.hub, Tick: a.Tick, Log: a.log, Delete: func(ctx context.Context, id string) error {
		err := a.store.Delete(ctx, id)
		a.hub.Drop(id)
		return err
	}})
	a.server, err = server.New(server.Options{
		Rooms: a.hub, Crowd: a.swarm, Store: a.store, Keys: keys,
		PublicURL: a.plan.public, Operator: operator, Trusted: a.plan.trusted, Port: a.at.Addr().(*net.TCPAddr).Port,
		Mail: a.plan.mail != nil, Pages: pages(), Words: words(), Build: build(), Organisation: a.Config.Owner, MaxSockets: a.plan.sockets,
		Machine: a.Config.reachable, Now: a.Now, Dice: a.Dice, Log: a.log,
	})
	if err != nil {
		return err
	}
	at, err := a.secure(a.at)
	if err != nil {
		return err
	}
	a.serve(at, a.server)
	return nil
}

// openMail carries letters, when there is a mail server to carry them to.
func (a *App) openMail(context.Context) error {
	if a.plan.mail == nil {
		return nil
	}
	a.mail = courier.Open(courier.Options{Box: a.store, Write: a.server.Write, Carrier: a.plan.mail, Failed: a.server.Failed,
		Now: a.now, Log: a.log, Look: a.MailLook, Speed: rate.Limit(a.MailSpeed)})
	return nil
}

// now is the time that meetings go by.
func (a *App) now(ctx context.Context) (int64, error) {
	if a.Now != nil {
		return a.Now().UnixMilli(), nil
	}
	return a.store.Now(ctx)
}

func (a *App) openMetrics(ctx context.Context) (err error) {
	if a.Config.Metrics == "" {
		return nil
	}
	if a.metricsAt, err = new(net.ListenConfig).Listen(ctx, "tcp", a.Config.Metrics); err != nil {
		return fmt.Errorf("listen on %s: %w", a.Config.Metrics, err)
	}
	inside := http.NewServeMux()
	inside.Handle("/", a.server.Metrics())
	if a.Clock != nil {
		inside.Handle("GET /clock", a.Clock)
		inside.Handle("PUT /clock", a.Clock)
	}
	a.serve(a.metricsAt, inside)
	return nil
}

// serve answers on a listener until Close.
func (a *App) serve(at net.Listener, h http.Handler) {
	door := server.HTTP(h)
	a.doors = append(a.doors, door)
	a.over.Go(func() {
		if err := door.Serve(at); !errors.Is(err, http.ErrServerClosed) {
			a.failed <- err
		}
	})
}

// Addr is where it listens.
func (a *App) Addr() net.Addr { return a.at.Addr() }

// Wait serves until the context ends, and then sends people on to other nodes
// before it returns.
func (a *App) Wait(ctx context.Context) error {
	select {
	case err := <-a.failed:
		return err
	case <-ctx.Done():
	}
	a.log.Info("stopping")
	a.server.Drain()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainPatience)
	defer cancel()
	a.hub.Drain(ctx)
	for _, door := range a.doors {
		_ = door.Shutdown(ctx) // who has not hung up by then is cut off by Close
	}
	return nil
}

// Close ends everything, in the opposite order of how it began.
func (a *App) Close() error {
	var errs []error
	if a.mail != nil {
		a.mail.Close()
	}
	if a.swarm != nil {
		a.swarm.Close()
	}
	if a.hub != nil {
		a.hub.Close()
	}
	for _, door := range a.doors {
		errs = append(errs, door.Close())
	}
	if len(a.doors) == 0 && a.at != nil {
		errs = append(errs, a.at.Close())
	}
	a.over.Wait()
	if a.server != nil {
		a.server.Close()
	}
	if a.bus != nil {
		errs = append(errs, a.bus.Close())
	}
	if a.store != nil {
		errs = append(errs, a.store.Close())
	}
	return errors.Join(errs...)
}
