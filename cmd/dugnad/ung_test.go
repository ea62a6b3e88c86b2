package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"dugnad/internal/phone"
	"dugnad/internal/testpg"
	"dugnad/internal/testredis"
	"dugnad/likeness"
)

const youths = 24

// ung is an evening that two young people lead, with the adults who would read
// along: whoever made it, one with a copy of the recovery key, one with a link to
// watch, those who are to answer, and the operator.
type ung struct {
	t      *testing.T
	nodes  []*App
	made   phone.Made
	sara   *phone.Phone
	omar   *phone.Phone
	guests []*phone.Phone
	adults map[string]*phone.Phone
	wrote  []string // whatever somebody wrote, and may be read once it is shared
	hidden []string // and what never may
}

// TestAnUngEvening holds one with 24 young people over real sockets, on both
// engines, and searches every byte that adults got for every text.
func TestAnUngEvening(t *testing.T) {
	t.Parallel() // at the pace of people, it mostly waits
	t.Run("SQLite", func(t *testing.T) { holdUng(t, node(t, Config{JWTKeys: sharedKeys(), Operator: opKey})) })
	t.Run("PostgreSQL", func(t *testing.T) {
		c := Config{Database: testpg.URL(t), Redis: testredis.URL(t), JWTKeys: sharedKeys(), Operator: opKey}
		holdUng(t, node(t, c), node(t, c))
	})
}

func holdUng(t *testing.T, nodes ...*App) {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	u := &ung{t: t, nodes: nodes, adults: map[string]*phone.Phone{}}
	u.handOver(ctx)
	u.write(ctx)
	u.readWall(ctx)
	u.decide(ctx)

	before := u.everythingAdultsGet(ctx)
	for _, text := range slices.Concat(u.wrote, u.hidden) {
		for where, got := range before {
			if strings.Contains(got, text) {
				t.Fatalf("before it was shared, %s held %q", where, text)
			}
		}
		if !strings.Contains(u.sara.Frames()+u.omar.Frames(), text) {
			t.Fatalf("the young leaders were never shown %q", text)
		}
	}

	u.must(ctx, u.omar, "youth.publish", map[string]any{})
	u.must(ctx, u.sara, "meeting.end", map[string]any{})
	for who, p := range u.adults {
		u.until(ctx, p, who+" may read", func(v phone.View) bool { return phone.Read[struct{ Text string }](v, "letter").Text != "" })
	}
	after := u.everythingAdultsGet(ctx)
	for _, text := range u.hidden {
		for where, got := range after {
			if strings.Contains(got, text) {
				t.Fatalf("shared, and %s holds what was kept from the wall: %q", where, text)
			}
		}
	}
	u.shared(after)
	u.answered(ctx)
}

func (u *ung) must(ctx context.Context, p *phone.Phone, do string, with map[string]any) {
	u.t.Helper()
	if err := p.Do(ctx, do, with); err != nil {
		u.t.Fatal(err)
	}
}

func (u *ung) until(ctx context.Context, p *phone.Phone, what string, ok func(phone.View) bool) {
	u.t.Helper()
	if err := p.Until(ctx, what, ok); err != nil {
		u.t.Fatal(err)
	}
}

// at gives each device a node of its own to begin with.
func (u *ung) at(n int) *phone.Phone { return phone.New(u.nodes[n%len(u.nodes)].url()) }

func (u *ung) link(ctx context.Context, p *phone.Phone, door string) string {
	u.t.Helper()
	var made struct{ Key string }
	if err := p.Post(ctx, "/api/rooms/"+u.made.Room+"/links/"+door+"?surface=lead", struct{}{}, &made); err != nil {
		u.t.Fatal(err)
	}
	return made.Key
}

// open comes in by a key and stays on the line.
func (u *ung) open(ctx context.Context, n int, surface, key string) *phone.Phone {
	u.t.Helper()
	p := u.at(n)
	if err := p.Unlock(ctx, u.made.Room, surface, key); err != nil {
		u.t.Fatal(err)
	}
	live(ctx, u.t, p)
	return p
}

// handOver: an adult makes it and gives the leading away, and keeps whatever
// keys there are.
func (u *ung) handOver(ctx context.Context) {
	maker := u.at(0)
	made, err := maker.Make(ctx, map[string]any{"title": "Ungdom i Vestby", "lang": "nb", "template": "ung-90"})
	if err != nil {
		u.t.Fatal(err)
	}
	u.made = made
	live(ctx, u.t, maker)
	board := u.open(ctx, 1, "board", made.Board)
	follow, observe := u.link(ctx, maker, "follow"), u.link(ctx, maker, "observe")
	first, second := u.link(ctx, maker, "ung1"), u.link(ctx, maker, "ung2")
	if code, err := maker.Try(ctx, "agenda.next", map[string]any{}); err != nil || code != "no_youth" {
		u.t.Fatal("an adult could begin without the young:", code, err)
	}
	u.sara, u.omar = u.open(ctx, 0, "lead", first), u.open(ctx, 1, "lead", second)
	if err := board.UntilEnded(ctx); err == nil || errors.Is(err, context.DeadlineExceeded) {
		u.t.Fatal("the adult's board is still open:", err)
	}
	u.adults["the maker"] = maker
	u.adults["a copy of the recovery key"] = u.open(ctx, 1, "lead", made.Key)
	u.adults["the observer"] = u.open(ctx, 0, "lead", observe)
	u.adults["those who answer"] = u.open(ctx, 1, "follow", follow)
	for who, key := range map[string]string{"the first link": first, "the second link": second} {
		if err := u.at(0).Unlock(ctx, made.Room, "lead", key); err == nil {
			u.t.Fatal(who, "opened twice")
		}
	}
	if err := u.at(0).Unlock(ctx, made.Room, "board", made.Board); err == nil {
		u.t.Fatal("the adult's key opens the board")
	}
	for _, door := range []string{"ung1", "ung3", "board", "observe"} {
		if err := maker.Post(ctx, "/api/rooms/"+made.Room+"/links/"+door+"?surface=lead", struct{}{}, nil); err == nil {
			u.t.Fatal("an adult could make a new link to", door)
		}
	}
	if err := maker.Delete(ctx, "/api/rooms/"+made.Room); err == nil {
		u.t.Fatal("an adult could delete it")
	}
	for n := range youths {
		g := u.at(n)
		if err := g.Join(ctx, made.Code, ""); err != nil {
			u.t.Fatal(err)
		}
		u.guests = append(u.guests, g)
		live(ctx, u.t, g)
	}
	u.until(ctx, u.adults["the observer"], "how many are here", func(v phone.View) bool {
		y := phone.Read[struct{ Here, Leaders, Observers int }](v, "youth")
		return y.Here == youths && y.Leaders == 2 && y.Observers == 4
	})
}

// write: everybody writes two notes, keeps the second to themselves, and the
// groups send.
func (u *ung) write(ctx context.Context) {
	u.must(ctx, u.sara, "groups.make", map[string]any{"size": 6})
	u.must(ctx, u.omar, "agenda.go", map[string]any{"step": "skriv"})
	for n, g := range u.guests {
		u.until(ctx, g, "writing", func(v phone.View) bool { return phone.Read[struct{ ID string }](v, "step").ID == "skriv" })
		for k := range 2 {
			u.must(ctx, g, "idea.post", map[string]any{"id": fmt.Sprintf("i%d-%d", n, k), "text": u.note(n, k)})
		}
	}
	u.must(ctx, u.sara, "agenda.go", map[string]any{"step": "tiltak"})
	for n, g := range u.guests {
		u.until(ctx, g, "sharing", func(v phone.View) bool { return phone.Read[struct{ ID string }](v, "step").ID == "tiltak" })
		u.must(ctx, g, "idea.share", map[string]any{"id": fmt.Sprintf("i%d-0", n)})
	}
	for group := 1; group <= youths/6; group++ {
		u.must(ctx, u.omar, "group.send", map[string]any{"group": group})
	}
}

func (u *ung) note(n, k int) string { return fmt.Sprintf("ungtekst-%02d-%d-slutt", n, k) }

// readWall: both read what waits at once, from either end. Every sixth text is
// kept back with a reason, and its writer is told.
func (u *ung) readWall(ctx context.Context) {
	u.until(ctx, u.sara, "the whole wall", func(v phone.View) bool { return v.Count("ideas") == youths })
	done := make(chan error, 2)
	for _, reader := range []struct {
		p    *phone.Phone
		step func(int) int
	}{{u.sara, func(n int) int { return n }}, {u.omar, func(n int) int { return youths - 1 - n }}} {
		go func() {
			for n := range youths {
				at, do, with := reader.step(n), "idea.release", map[string]any{}
				if with["id"] = fmt.Sprintf("i%d-0", at); at%6 == 0 {
					do, with["why"] = "idea.hide", "sarer"
				}
				if code, err := reader.p.Try(ctx, do, with); err != nil || code != "" && code != "unchanged" {
					done <- fmt.Errorf("%s %v: %s %w", do, with, code, err)
					return
				}
			}
			done <- nil
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			u.t.Fatal(err)
		}
	}
	for n, g := range u.guests {
		if n%6 == 0 {
			u.hidden = append(u.hidden, u.note(n, 0))
			u.until(ctx, g, "why my text is hidden", func(v phone.View) bool {
				return phone.Read[struct{ Why string }](v, fmt.Sprintf("waits/i%d-0", n)).Why == "sarer"
			})
			continue
		}
		u.wrote = append(u.wrote, u.note(n, 0))
	}
	for _, g := range u.guests {
		u.until(ctx, g, "the wall", func(v phone.View) bool { return v.Count("clusters") == len(u.wrote) })
	}
}

// decide: they merge, vote, and write to those who decide.
func (u *ung) decide(ctx context.Context) {
	u.must(ctx, u.omar, "agenda.go", map[string]any{"step": "samme"})
	var left []string
	for n := range youths {
		if n%6 != 0 {
			left = append(left, fmt.Sprintf("c-i%d-0", n))
		}
	}
	for n, pile := range left[5:] {
		u.must(ctx, u.sara, "cluster.join", map[string]any{"from": pile, "into": left[n%5]})
	}
	for n, pile := range left[:5] {
		title := fmt.Sprintf("forslagstittel-%d-slutt", n)
		u.wrote = append(u.wrote, title)
		u.must(ctx, u.omar, "cluster.rename", map[string]any{"cluster": pile, "title": title})
	}
	u.must(ctx, u.sara, "agenda.go", map[string]any{"step": "stem"})
	u.must(ctx, u.omar, "vote.open", map[string]any{"id": "v1", "method": "approve", "k": 3, "secret": true})
	for n, g := range u.guests {
		u.must(ctx, g, "ballot.cast", map[string]any{"vote": "v1", "choice": []string{left[n%5], left[(n+1)%5]}})
	}
	u.must(ctx, u.sara, "vote.close", map[string]any{"vote": "v1"})
	u.until(ctx, u.sara, "the count", func(v phone.View) bool { return v.Has("results/v1") })
	u.must(ctx, u.omar, "agenda.go", map[string]any{"step": "ansvar"})
	u.until(ctx, u.sara, "the proposals", func(v phone.View) bool { return v.Count("measures") == 5 })
	u.wrote = append(u.wrote, "forstesteg-slutt", "brev-slutt")
	u.must(ctx, u.omar, "measure.set", map[string]any{"id": "m-" + left[0], "first": "forstesteg-slutt"})
	u.must(ctx, u.sara, "meeting.describe", map[string]any{"decides": "Formannskapet", "answerBy": "2026-11-20"})
	u.must(ctx, u.omar, "letter.write", map[string]any{"text": "Hør på oss: brev-slutt", "seen": 0})
	u.until(ctx, u.sara, "the letter", func(v phone.View) bool {
		return strings.Contains(phone.Read[struct{ Text string }](v, "letter").Text, "brev-slutt")
	})
	u.until(ctx, u.omar, "the first step", func(v phone.View) bool {
		return phone.Read[struct{ First string }](v, "measures/m-"+left[0]).First != ""
	})
}

// everythingAdultsGet is every frame, page and export of every adult, the
// operator's overview and search, and the rows that other programs read.
func (u *ung) everythingAdultsGet(ctx context.Context) map[string]string {
	u.t.Helper()
	got := map[string]string{}
	room := "/api/rooms/" + u.made.Room
	for who, p := range u.adults {
		got[who+": frames"] = p.Frames()
		s := "?surface=" + p.Surface
		paths := []string{room + "/view" + s, room + "/listen" + s + "&since=0", "/referat/" + u.made.Room + s, "/ett-ark/" + u.made.Room + s,
			room + "/innspill.json" + s, room + "/innspill.json" + s + "&deck=kommune", room + "/sheet.docx" + s, room + "/likeness", room + "/deck.json", "/svar/" + u.made.Room, "/api/mine"}
		for _, ext := range []string{"json", "csv", "xlsx", "docx", "md", "zip"} {
			paths = append(paths, room+"/export."+ext+s)
		}
		for _, path := range paths {
			got[who+": "+path] = u.read(ctx, p, path)
		}
	}
	operator := u.at(0)
	if err := operator.Post(ctx, "/api/org/key", map[string]string{"key": opKey}, nil); err != nil {
		u.t.Fatal(err)
	}
	for _, path := range []string{"/oversikt", "/oversikt?q=forslagstittel-1-slutt", "/api/org/overview", "/api/org/search?q=forstesteg-slutt", "/api/org/search?q=ungtekst"} {
		// What was looked for is said again by the page; that is not the meeting's.
		got["the operator: "+path] = strings.ReplaceAll(u.read(ctx, operator, path), `value="forslagstittel-1-slutt"`, "")
	}
	measures, err := u.nodes[0].store.Measures(ctx, u.made.Room)
	if err != nil {
		u.t.Fatal(err)
	}
	tallies, err := u.nodes[0].store.Tallies(ctx, u.made.Room)
	if err != nil {
		u.t.Fatal(err)
	}
	found, _, err := u.nodes[0].store.Search(ctx, likeness.Ask("forslagstittel"), eveningTime, 100)
	if err != nil {
		u.t.Fatal(err)
	}
	got["the tables"] = fmt.Sprintf("%+v %+v %+v", measures, tallies, found)
	return got
}

// read gets a page or a file as whoever it is; a no is read too. What is packed
// is unpacked.
func (u *ung) read(ctx context.Context, p *phone.Phone, path string) string {
	u.t.Helper()
	if strings.Contains(path, "/listen") {
		limited, cancel := context.WithTimeout(ctx, 2*time.Second)
		defer cancel()
		ctx = limited
	}
	var raw []byte
	if err := p.Get(ctx, path, &raw); err != nil {
		return err.Error()
	}
	return u.unpacked(raw)
}

func (u *ung) unpacked(raw []byte) string {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return string(raw)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			u.t.Fatal(err)
		}
		inner, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			u.t.Fatal(err)
		}
		all.WriteString(u.unpacked(inner))
	}
	return all.String()
}

// shared: what the young people let through is everywhere an adult looks.
func (u *ung) shared(after map[string]string) {
	for _, want := range []string{"the observer: frames", "the maker: frames", "those who answer: frames", "those who answer: /api/rooms/" + u.made.Room + "/export.json?surface=follow"} {
		for _, text := range u.wrote {
			if !strings.Contains(after[want], text) && text != "brev-slutt" {
				u.t.Errorf("shared, and %s does not hold %q", want, text)
			}
		}
	}
	for where, text := range map[string]string{
		"the tables": "forslagstittel-1-slutt", "the operator: /api/org/search?q=forstesteg-slutt": "forstesteg-slutt",
		"those who answer: /svar/" + u.made.Room:                                               "brev-slutt",
		"the observer: /api/rooms/" + u.made.Room + "/innspill.json?surface=lead":              "forslagstittel-0-slutt",
		"the observer: /api/rooms/" + u.made.Room + "/innspill.json?surface=lead&deck=kommune": "K-B1",
	} {
		if !strings.Contains(after[where], text) {
			u.t.Errorf("%s does not hold %q: %.300s", where, text, after[where])
		}
	}
	for _, path := range slices.Sorted(maps.Keys(after)) {
		if strings.Contains(path, "the observer: ") && strings.Contains(path, "export.docx") && !strings.Contains(after[path], "forslagstittel-1-slutt") {
			u.t.Errorf("the search never looked into %s", path)
		}
	}
}

// answered: the page says in the words of the young that it is late, and then
// the answer comes on the same link.
func (u *ung) answered(ctx context.Context) {
	page := u.read(ctx, u.guests[0], "/svar/"+u.made.Room)
	for _, says := range []string{"Svaret til dere", "5 dager forsinket", "Dere kan spørre hvorfor", "Formannskapet skal svare", "brev-slutt"} {
		if !strings.Contains(page, says) {
			u.t.Errorf("the page does not say %q", says)
		}
	}
	body := u.adults["those who answer"]
	u.must(ctx, body, "answer.write", map[string]any{"lang": "nb", "part": "does", "text": "Bussen går til elleve."})
	u.must(ctx, body, "answer.publish", map[string]any{})
	page = u.read(ctx, u.guests[0], "/svar/"+u.made.Room)
	for _, says := range []string{"Dette blir gjort", "Bussen går til elleve.", "brev-slutt"} {
		if !strings.Contains(page, says) {
			u.t.Errorf("answered, and the page does not say %q", says)
		}
	}
}
