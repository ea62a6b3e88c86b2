package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"

	"golang.org/x/crypto/acme/autocert"

	"dugnad/hub"
	"dugnad/server"
	"dugnad/store"
	"dugnad/web"
)

// story is the store as the hub sees it. The two packages do not know of each
// other, so a head is carried across here.
type story struct{ *store.Store }

func (l story) Heads(ctx context.Context, rooms []string) (map[string]hub.Head, int64, error) {
	found, now, err := l.Store.Heads(ctx, rooms)
	heads := make(map[string]hub.Head, len(found))
	for id, h := range found {
		heads[id] = hub.Head(h)
	}
	return heads, now, err
}

// ownSecret tells whether the operator key lies in the data folder. In a hall
// without that folder nobody has one, and nobody sees the meetings together.
func (a *App) ownSecret() bool {
	return a.Config.Operator == "" && (a.plan.open() || a.plan.keys == nil)
}

// secrets reads the keys from the settings or from the data folder, where they
// are made the first time.
func (a *App) secrets() (keys server.Keys, operator string, err error) {
	if a.plan.keys == nil || a.ownSecret() {
		if err := os.MkdirAll(a.Config.DataDir, 0o700); err != nil {
			return keys, "", fmt.Errorf("make the data folder: %w", err)
		}
	}
	if a.plan.keys != nil {
		keys = *a.plan.keys
	} else if keys, err = server.OpenKeys(a.Config.file("jwt.keys"), a.Dice); err != nil {
		return keys, "", fmt.Errorf("open the signing keys: %w", err)
	}
	if operator = a.Config.Operator; a.ownSecret() {
		operator, err = server.OpenSecret(a.Config.file("operator.key"), func() (string, error) {
			key, err := server.NewKey(a.Dice)
			a.newOperator = key
			return key, err
		})
		if err != nil {
			return keys, "", fmt.Errorf("open the operator key: %w", err)
		}
	}
	return keys, operator, nil
}

// secure puts TLS on the listener when the settings ask for it.
func (a *App) secure(at net.Listener) (net.Listener, error) {
	switch {
	case a.Config.ACME == "yes":
		m := autocert.Manager{Prompt: autocert.AcceptTOS, Cache: autocert.DirCache(a.Config.file("acme")),
			HostPolicy: autocert.HostWhitelist(a.plan.public.Hostname())}
		return tls.NewListener(at, m.TLSConfig()), nil
	case a.Config.TLSCert != "":
		pair, err := tls.LoadX509KeyPair(a.Config.TLSCert, a.Config.TLSKey)
		if err != nil {
			return nil, fmt.Errorf("read TLS_CERT and TLS_KEY: %w", err)
		}
		return tls.NewListener(at, &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}}), nil
	}
	return at, nil
}

// pages and words are the front end inside the binary.
func pages() fs.FS { return within(web.Dist, "dist") }
func words() fs.FS { return within(web.Locales, "locales") }

func within(files fs.FS, dir string) fs.FS {
	sub, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // the name is written here, not given
	}
	return sub
}

// openBus joins the nodes, when there are several.
func openBus(url string) (*hub.Redis, error) {
	if url == "" {
		return nil, nil
	}
	bus, err := hub.OpenRedis(url)
	if err != nil {
		return nil, fmt.Errorf("read REDIS_URL: %w", err)
	}
	return bus, nil
}

// pingRedis tells whether anybody answers at REDIS_URL. The batch speaks of a
// room that is nowhere, so whoever hears it does nothing.
func pingRedis(ctx context.Context, url string) error {
	bus, err := openBus(url)
	if err != nil {
		return err
	}
	return errors.Join(bus.Publish(ctx, hub.Batch{}), bus.Close())
}
