package room

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"testing"
)

// irreversible are the events that nobody can undo, and why.
var irreversible = map[string]string{
	"meeting.created":    "the beginning",
	"meeting.ended":      "people have gone home",
	"link.rotated":       "the old key is worthless by now",
	"seat.joined":        "somebody came",
	"seat.presented":     "one's own to change",
	"seat.hand_raised":   "one's own to take down",
	"seat.invited":       "one's own to take down",
	"seat.left":          "one's own to come back from",
	"seat.returned":      "one's own to leave again",
	"need.told":          "one's own to take back",
	"need.dropped":       "the sentence is gone",
	"seat.swap_asked":    "one's own to take down",
	"seat.swapped":       "the new phone holds the seat's cookie",
	"seat.removed":       "the sockets are closed; the person can join anew",
	"group.reopened":     "send it again",
	"timer.set":          "set it again",
	"board.shown":        "show something else",
	"film.played":        "press again",
	"picture.kept":       "take the slide away",
	"picture.dropped":    "the picture is gone",
	"idea.posted":        "withdraw it, or have it redacted",
	"idea.withdrawn":     "the text is gone",
	"idea.shared":        "the table has read it",
	"idea.redacted":      "the text is gone",
	"cluster.restored":   "is itself an undoing",
	"vote.opened":        "ballots may be in",
	"vote.closed":        "it is being counted",
	"vote.counted":       "the ballots are gone",
	"vote.cancelled":     "the ballots are gone",
	"vote.hands_counted": "count again",
	"ballot.cast":        "change it, or take it back",
	"ballot.withdrawn":   "vote again",
	"measure.made":       "leave it to the follow-up group",
	"measure.offered":    "the facilitator has read it",
	"deck.adopted":       "adopt the other deck again",
	"pick.opened":        "draw, or deal another hand",
	"card.picked":        "tap another",
	"mood.answered":      "answer anew",
	"mood.closed":        "the bag is being counted",
	"mood.counted":       "the bag is empty",
	"mood.dropped":       "answer anew",
	"pick.closed":        "it is being counted",
	"pick.counted":       "the taps are gone; choose another card",
	"pick.dropped":       "the taps are gone; deal another hand",
	"idea.same_marked":   "take the mark back",
	"goodbye.said":       "one's own to change",
	"report.finished":    "what is finished stays; a new version stands beside it",
	"act.undone":         "do it again",
	"status.set":         "say it again: the trail keeps both",
	"status.redacted":    "the text is gone",
	"measure.unsaid":     "the text is gone",
	"status.aged":        "confirm it",
	"status.taken_back":  "answer again",
	"comment.written":    "have it redacted",
	"comment.redacted":   "the text is gone",
	"member.presented":   "one's own to change",
	"tap.made":           "the old link is worthless by now",
	"check.opened":       "begin another",
	"check.marked":       "one's own to change",
	"check.shown":        "everybody has seen it",
	"task.raised":        "tick it off",
	"data.erased":        "it is gone",
	"log.scrubbed":       "it is gone",
	"answer.written":     "write it again",
	"answer.published":   "people have read it; correct it",
	"answer.redacted":    "the text is gone",
	"contact.set":        "the old card is gone; write it again",
	"address.left":       "one's own to take back",
	"address.confirmed":  "stop the letters",
	"address.dropped":    "the address is gone",
	"team.named":         "its link is dead; name it anew",
	"owner.made":         "a new link kills it",
	"login.asked":        "a letter has been sent",
	"login.used":         "it worked once",
	"status.asked":       "a letter has been sent",
	"subscriber.added":   "one's own to take back",
	"poster.hung":        "one's own to take down",
	"poster.taken":       "the words are gone",
	"poster.released":    "it has been read: take it down instead",
	"book.joined":        "one's own to take back",
	"book.left":          "what was kept is gone",
	"grant.written":      "what was written over is gone; write it again",
	"listing.set":        "the old line is gone; write it again",
	"subscriber.dropped": "the address is gone",
	"youth.begun":        "the beginning",
	"lead.claimed":       "whoever leads answers",
	"lead.given":         "shut the machine out",
	"lead.kept":          "ask again",
	"lead.unclaimed":     "ask again",
	"spare.asked":        "a young leader answers",
	"spare.opened":       "a young leader says no as long as nobody has come in by it",
	"spare.kept":         "ask again",
	"youth.led":          "the adults have been shown to their place",
	"youth.published":    "the adults have read it",
	"link.spent":         "somebody came in by it",
	"letter.written":     "write it again",
	"cluster.also_said":  "write it again: what undoes it would hold a name that is redacted",
	"letter.redacted":    "the text is gone",
	"idea.reasoned":      "give another reason, or let it through",
	"idea.released":      "hide it again, if no ballot has copied it",
	"hall.checking":      "turn it off again",
	"hall.reported":      "try again",
	"seat.interprets":    "one's own to change",
	"rehearsal.happened": "it is the facilitator's to meet, and the rehearsal is wiped",
	"vote.shut":          "phones have been told that it is over",
	"vote.previewed":     "numbers that have been seen",
	"willing.added":      "one's own to take back",
	"willing.met":        "they have been called",
	"willing.dropped":    "it is gone",
}

// TestEveryEventSaysWhetherItCanBeUndone: a new event is in one camp or the other.
func TestEveryEventSaysWhetherItCanBeUndone(t *testing.T) {
	for _, kind := range EventKinds() {
		e, err := Open(kind, []byte("{}"))
		if err != nil {
			t.Fatal(err)
		}
		_, can := e.(reversible)
		why, cannot := irreversible[kind]
		if can == cannot {
			t.Errorf("%s: reversible %v, listed as irreversible %v (%s)", kind, can, cannot, why)
		}
	}
}

// TestNames: every command and event type in the package has a name, and names
// read noun.verb and noun.verbed.
func TestNames(t *testing.T) {
	pattern := regexp.MustCompile(`^[a-z]+\.[a-z_]+$`)
	named := map[string]bool{}
	for name, c := range commands {
		named[c.typ.Name()] = true
		if !pattern.MatchString(name) {
			t.Errorf("command %q", name)
		}
	}
	for typ, name := range kinds {
		named[typ.Name()] = true
		if !pattern.MatchString(name) {
			t.Errorf("event %q", name)
		}
	}
	for typ, method := range methodsOf(t) {
		if (method["decide"] || method["apply"]) && typ != "State" && !named[typ] {
			t.Errorf("%s has rules but no name in names.go", typ)
		}
	}
}

// methodsOf lists which methods each type of the package has.
func methodsOf(t *testing.T) map[string]map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no source: %v", err)
	}
	found := map[string]map[string]bool{}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv == nil {
				continue
			}
			id, ok := fn.Recv.List[0].Type.(*ast.Ident)
			if !ok {
				continue
			}
			if found[id.Name] == nil {
				found[id.Name] = map[string]bool{}
			}
			found[id.Name][fn.Name.Name] = true
		}
	}
	return found
}

// TestEveryKindOfStepHasItsRules: the table and the list agree.
func TestEveryKindOfStepHasItsRules(t *testing.T) {
	if len(Phases) != len(PhaseKinds) {
		t.Fatalf("%d kinds have rules, %d are listed", len(Phases), len(PhaseKinds))
	}
	for _, k := range PhaseKinds {
		if _, ok := Phases[k]; !ok {
			t.Errorf("%s has no rules", k)
		}
	}
}
