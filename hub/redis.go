package hub

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
)

const (
	batchBytes = 64 << 10 // above this only the header goes
	pollWell   = 5 * time.Second
	deafPause  = 100 * time.Millisecond // before listening again
	quietPing  = 1                      // seconds of quiet before we ask whether anybody is there
	quietMax   = 3                      // and before we take the connection for dead
)

// silent keeps the client from printing a line for every failed try of its own,
// once a second while Redis is away. The hub says it once.
type silent struct{}

func (silent) Printf(context.Context, string, ...any) {}

var hush sync.Once

// Redis is the bus between machines. It keeps nothing there: a Redis that is
// emptied, restarted or gone costs a second and no more.
type Redis struct {
	client  *redis.Client
	channel string
	ctx     context.Context
	stop    context.CancelFunc
	wg      sync.WaitGroup
	deaf    atomic.Bool // no subscription just now
	mute    atomic.Bool // the last publish failed
}

// OpenRedis reads the address and opens nothing yet: a Redis that is down now
// may come up later. Installations that share a server are kept apart by the
// number of the database in the address.
func OpenRedis(url string) (*Redis, error) {
	hush.Do(func() { redis.SetLogger(silent{}) })
	o, err := redis.ParseURL(url)
	if err != nil {
		return nil, fmt.Errorf("redis address: %w", err)
	}
	o.DialTimeout, o.ReadTimeout, o.WriteTimeout, o.PoolTimeout = postTimeout, postTimeout, postTimeout, postTimeout
	o.MaxRetries, o.DialerRetries = -1, 1 // with the defaults a black hole holds a publish for five seconds
	o.ContextTimeoutEnabled = true
	o.DisableIdentity = true
	o.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	r := &Redis{client: redis.NewClient(o), channel: "dugnad:" + strconv.Itoa(o.DB) + ":batches"}
	r.ctx, r.stop = context.WithCancel(context.Background())
	return r, nil
}

// Close ends the bus; those who listen hear nothing more.
func (r *Redis) Close() error {
	r.stop()
	r.wg.Wait()
	return r.client.Close()
}

func (r *Redis) Publish(ctx context.Context, b Batch) error {
	text, err := json.Marshal(b)
	if err == nil && len(text) > batchBytes {
		b.Records = nil
		text, err = json.Marshal(b)
	}
	if err != nil {
		return fmt.Errorf("encode a batch: %w", err)
	}
	err = r.client.Publish(ctx, r.channel, text).Err()
	r.mute.Store(err != nil)
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return nil
}

func (r *Redis) Poll() time.Duration {
	if r.deaf.Load() || r.mute.Load() {
		return pollBusy
	}
	return pollWell
}

func (r *Redis) Listen(hear func(Batch), missed func()) (stop func()) {
	ctx, cancel := context.WithCancel(r.ctx)
	done := make(chan struct{})
	r.deaf.Store(true)
	r.wg.Go(func() {
		defer close(done)
		for ctx.Err() == nil {
			r.listen(ctx, hear, missed)
			r.deaf.Store(true)
			select {
			case <-ctx.Done():
			case <-time.After(deafPause):
			}
		}
	})
	return func() { cancel(); <-done }
}

// listen subscribes and hears until the connection is lost. A connection that
// says nothing, not even to a ping, is lost too.
func (r *Redis) listen(ctx context.Context, hear func(Batch), missed func()) {
	sub := r.client.Subscribe(ctx, r.channel)
	defer context.AfterFunc(ctx, func() { sub.Close() })()
	defer sub.Close()
	for quiet := 0; ; {
		said, err := sub.ReceiveTimeout(ctx, time.Second)
		var timeout net.Error
		switch {
		case err == nil:
			quiet = 0
		case !errors.As(err, &timeout) || !timeout.Timeout():
			return
		default:
			if quiet++; quiet == quietPing && sub.Ping(ctx) != nil || quiet >= quietMax {
				return
			}
		}
		switch said := said.(type) {
		case *redis.Subscription:
			r.deaf.Store(false)
			missed()
		case *redis.Message:
			var b Batch
			if json.Unmarshal([]byte(said.Payload), &b) == nil {
				hear(b)
			}
		}
	}
}
