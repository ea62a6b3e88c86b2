//go:build unix

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"dugnad/internal/phone"
)

// notes are what the people in the meeting write.
var notes = []string{
	"En utstyrsbod på skolen der alle kan låne",
	"Felles kjøring fra bussholdeplassen på tirsdager",
	"Gratis prøvetime i alle lag i september",
	"Én person på kommunehuset som alle kan ringe",
	"Leksehjelp og trening samme ettermiddag",
	"Plakater på flere språk der folk faktisk er",
	"Byttehelg for ski og skøyter",
	"Et lag for dem som aldri har prøvd noe",
}

// seed makes a meeting at the table step, the first time, and prints how to
// get into it.
func seed(ctx context.Context, base string) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	links := filepath.Join(dataDir, "links")
	if b, err := os.ReadFile(links); err == nil {
		fmt.Print(string(b))
		return nil
	}
	lead := phone.New(base)
	made, err := lead.Make(ctx, map[string]any{"title": "Dugnad på verkstedet", "lang": "nb", "template": "enkel-60",
		"decides": "Utvalg for oppvekst", "answerBy": ""})
	if err != nil {
		return err
	}
	if err := meet(ctx, base, lead, made.Code); err != nil {
		return err
	}
	text := fmt.Sprintf("  the panel          %s/led/%s#%s\n  the board          %s/tavle/%s#%s\n  a phone            %s/#%s\n",
		base, made.Room, made.Key, base, made.Room, made.Board, base, made.Code)
	fmt.Print(text)
	return os.WriteFile(links, []byte(text), 0o600)
}

// meet lets eight people come, write and share.
func meet(ctx context.Context, base string, lead *phone.Phone, code string) error {
	ctx, cancel := context.WithCancel(ctx)
	var at sync.WaitGroup
	defer at.Wait()
	defer cancel()
	come := func(p *phone.Phone) { at.Go(func() { _ = p.Run(ctx) }) } // how it goes shows in what it is answered
	come(lead)
	guests := make([]*phone.Phone, len(notes))
	for n := range guests {
		guests[n] = phone.New(base)
		if err := guests[n].Join(ctx, code, ""); err != nil {
			return err
		}
		come(guests[n])
	}
	if err := lead.Do(ctx, "groups.make", map[string]any{"size": 4}); err != nil {
		return err
	}
	if err := next(ctx, lead); err != nil {
		return err
	}
	for n, g := range guests {
		id := fmt.Sprintf("note-%d", n)
		if err := g.Do(ctx, "idea.post", map[string]any{"id": id, "text": notes[n]}); err != nil {
			return err
		}
	}
	if err := next(ctx, lead); err != nil {
		return err
	}
	for n, g := range guests[:len(guests)-2] {
		if err := g.Do(ctx, "idea.share", map[string]any{"id": fmt.Sprintf("note-%d", n)}); err != nil {
			return err
		}
	}
	return nil
}

func next(ctx context.Context, lead *phone.Phone) error {
	type step struct{ ID string }
	if err := lead.Until(ctx, "a step", func(v phone.View) bool { return v.Has("step") }); err != nil {
		return err
	}
	return lead.Do(ctx, "agenda.next", map[string]any{"from": phone.Now[step](lead, "step").ID})
}
