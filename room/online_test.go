package room

import (
	"reflect"
	"testing"
)

// Phones are counted by head, at each table: a phone that three share is three, a
// place without a phone is none, and who has gone home is not waited for.
func TestPhonesAreCountedByHead(t *testing.T) {
	ev := newEvening(t)
	for _, line := range []string{
		`house meeting.create {"title":"Prøve","lang":"nb","code":"K7Q4XP2M","links":{"lead":"x","board":"y"}}`,
		`house seat.join {"seat":"kari","role":"facilitator"}`,
		`house seat.join {"seat":"anna","role":"participant"}`,
		`house seat.join {"seat":"bo","role":"participant"}`,
		`house seat.join {"seat":"cam","role":"participant"}`,
		`house seat.join {"seat":"dag","role":"participant"}`,
		`house seat.join {"seat":"eli","role":"participant"}`,
		`kari groups.make {"size":3}`,
		`kari seat.place {"seat":"anna","group":1}`,
		`kari seat.place {"seat":"bo","group":1}`,
		`kari seat.place {"seat":"cam","group":2}`,
		`kari seat.place {"seat":"dag","group":2}`,
		`kari seat.place {"seat":"eli","group":0}`,
		`anna seat.heads {"n":3}`,
		`kari place.add {"id":"uten-telefon-ved-to","group":2}`,
		`dag seat.leave {}`,
	} {
		ev.line(line, line).unexpected(t)
	}
	for quiet, want := range map[string]OnlineView{
		"":     {On: 6, Of: 6, Tables: []TableOnline{}},
		"anna": {On: 3, Of: 6, Tables: []TableOnline{{1, 1, 4}}},
		"cam":  {On: 5, Of: 6, Tables: []TableOnline{{2, 0, 1}}},
		"dag":  {On: 6, Of: 6, Tables: []TableOnline{}},
		"eli":  {On: 5, Of: 6, Tables: []TableOnline{}}, // at no table
	} {
		if got := ev.s.Online(func(seat string) bool { return seat == quiet }); !reflect.DeepEqual(got, want) {
			t.Errorf("without %q: %+v, want %+v", quiet, got, want)
		}
	}
	if got := ev.s.Leading(); !reflect.DeepEqual(got, []string{"kari"}) {
		t.Errorf("%v lead", got)
	}
}
