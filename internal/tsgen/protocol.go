package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"sort"
	"strings"

	"dugnad/hub"
	"dugnad/room"
)

// words are the string types of which every value is known; TypeScript counts
// them for us.
var words = map[reflect.Type][]string{
	reflect.TypeFor[room.PhaseKind](): strs(room.PhaseKinds),
	reflect.TypeFor[room.Role](): {
		string(room.Participant), string(room.Facilitator), string(room.Assistant), string(room.Observer), string(room.Deputy), string(room.TeamRole), string(room.Projector),
		string(room.FollowUp), string(room.Responsible), string(room.House), string(room.Interpreter)},
	reflect.TypeFor[room.Status]():     strs(room.Shown),
	reflect.TypeFor[room.Lacking]():    strs(room.Lackings),
	reflect.TypeFor[room.SlideKind]():  strs(room.SlideKinds),
	reflect.TypeFor[room.SpareStage](): strs(room.SpareStages),
	reflect.TypeFor[room.Place]():      {string(room.Private), string(room.OnTable), string(room.Aside), string(room.InPlenum), string(room.Held)},
}

// Protocol is the whole file.
func Protocol() []byte {
	w := &writer{named: map[reflect.Type]string{}}
	w.line("// Made by internal/tsgen from package room. Do not edit.\n")
	w.union("Affiliation", room.Affiliations)
	w.union("HideReason", room.HideReasons)
	w.union("IdeaSign", room.IdeaSigns)
	w.union("MeasureKind", room.MeasureKinds)
	w.union("CountWhat", room.CountWhats)
	w.union("DateKind", room.DateKinds)
	w.union("GrantPart", room.GrantParts)
	w.union("GrantTag", room.GrantTags)
	w.union("MeasureField", room.MeasureFields())
	w.union("CheckState", room.CheckStates)
	w.union("TaskKind", room.TaskKinds)
	w.union("AnswerPart", room.AnswerParts)
	w.line("/** Why a rule said no; the sentence is `refused.<code>` in every catalogue. */")
	w.union("Code", strs(room.Codes))
	w.limits()
	w.nobody()

	w.line("/** What a client may send: the name in `do`, the fields in `with`. */")
	w.line("export interface Commands {")
	commands := room.CommandTypes()
	for _, name := range keys(commands) {
		w.line("\t%q: %s;", name, w.inline(commands[name]))
	}
	w.line("}\n\nexport type CommandName = keyof Commands;\n")

	one, many := map[string]reflect.Type{}, map[string]reflect.Type{}
	empty := room.New()
	for kind, t := range room.ViewTypes() {
		if ks := empty.Keys(kind); len(ks) == 1 && string(ks[0]) == kind {
			one[kind] = t
			continue
		}
		many[kind] = t
	}
	w.views("One", "What there is exactly one of, filed under its kind.", one)
	w.views("Many", "What there are many of, filed under `kind/id`.", many)
	w.line(frames)
	w.line("/** What is told in passing and stored nowhere: a client is sent what concerns it. */\nexport interface Passing {\n\ttyping?: number;\n\tonline?: %s;\n\tled?: %s;\n}\n",
		w.ref(reflect.TypeFor[room.OnlineView]()), w.ref(reflect.TypeFor[room.LedView]()))
	w.declareNamed()
	return w.Bytes()
}

// frames is the small hand-written part: the envelope of docs/protocol.md.
const frames = `/** What is shown, by key: ` + "`kind` or `kind/id`" + `. */
export type Pictures = Record<string, unknown>;

export type ClientFrame =
	| { t: "hi"; since: number; epoch: string; v: number }
	| { t: "cmd"; id: string; do: CommandName; with: unknown }
	| { t: "eph"; what: unknown };

export type ServerFrame =
	| { t: "hi"; v: number; room: string; epoch: string; seq: number; now: number; seat: string; role: Role; build: string }
	| { t: "snap"; epoch: string; seq: number; set?: Pictures; large?: boolean }
	| { t: "patch"; from: number; to: number; set?: Pictures; del?: string[] }
	| { t: "ack"; id: string; seq: number }
	| { t: "refused"; id: string; code: Code }
	| ({ t: "eph" } & Passing)
	| { t: "move"; after: number };
`

type writer struct {
	bytes.Buffer
	named map[reflect.Type]string
	todo  []reflect.Type
}

func (w *writer) line(format string, args ...any) {
	if len(args) == 0 {
		w.WriteString(format + "\n")
		return
	}
	fmt.Fprintf(w, format+"\n", args...)
}

func (w *writer) union(name string, values []string) {
	w.line("export const all%s = [%s] as const;\nexport type %s = (typeof all%s)[number];\n", name, quoted(values, ", "), name, name)
}

// nobody is what a seat is told that has nothing yet, field by field: a look at
// a phone is such a one, whatever comes to be told.
func (w *writer) nobody() {
	me := reflect.New(room.ViewTypes()["me"]).Elem()
	for n := range me.NumField() {
		if f := me.Field(n); f.Kind() == reflect.Slice {
			f.Set(reflect.MakeSlice(f.Type(), 0, 0))
		}
	}
	said, err := json.Marshal(me.Interface())
	if err != nil {
		panic(fmt.Errorf("nobody: %w", err))
	}
	w.line("export const nobody: Omit<MeView, \"role\"> = %s;\n", strings.Replace(string(said), `"role":"",`, "", 1))
}

func (w *writer) limits() {
	w.line("/** Limits of what people write, counted as people see characters. */")
	w.line("export const limits = { idea: %d, title: %d, name: %d, step: %d, comment: %d, answerWords: %d, letter: %d, staleDays: %d, poster: %d, grant: %d } as const;\n",
		room.IdeaMax, room.TitleMax, room.NameMax, room.StepMax, room.CommentMax, room.AnswerWords, room.LetterMax, room.StaleDays, room.PosterMax, room.GrantMax)
	w.line("/** The most a client may say at once, in bytes: a longer frame ends the line. */\nexport const frameMax = %d;\n", hub.FrameMax)
	w.line("/** Limits of a slide, for the panel: the phones need not carry them. */")
	w.line("export const slideLimits = { line: %d, lines: %d, alt: %d, figures: %d, file: %d, side: %d } as const;\n",
		room.LineMax, room.LinesMax, room.AltMax, room.FiguresMax, room.FileMax, room.PictureSide)
	w.line("/** How many proposals a ballot can hold and still be read. */")
	w.line("export const ballotMax = %d;\n", room.OptionsMax)
	w.line("/** How many minutes a rehearsal takes, whatever the plan. */")
	w.line("export const practiceMinutes = %d;\n", room.PracticeMinutes)
	w.line("/** How long whoever leads has to answer a deputy who asks to take over. */")
	w.line("export const claimSeconds = %d;\n", room.ClaimSeconds)
	w.line("/** How long young leaders have to say no when an adult asks for a new link to one of them. */")
	w.line("export const spareSeconds = %d;\n", room.SpareSeconds)
}

func (w *writer) views(name, why string, kinds map[string]reflect.Type) {
	w.line("/** %s */", why)
	w.line("export interface %s {", name)
	for _, kind := range keys(kinds) {
		w.line("\t%s: %s;", kind, w.ref(kinds[kind]))
	}
	w.line("}\n")
}

// declareNamed writes every type that was referred to, and what those refer to.
func (w *writer) declareNamed() {
	done := map[reflect.Type]bool{}
	for len(w.todo) > 0 {
		sort.Slice(w.todo, func(a, b int) bool { return w.todo[a].Name() < w.todo[b].Name() })
		t := w.todo[0]
		w.todo = w.todo[1:]
		if done[t] {
			continue
		}
		done[t] = true
		if values, ok := words[t]; ok {
			w.union(t.Name(), values)
			continue
		}
		w.line("export interface %s %s\n", t.Name(), w.fields(t, "\n\t", "\n"))
	}
}

// ref names a type, and remembers to declare it.
func (w *writer) ref(t reflect.Type) string {
	if _, ok := words[t]; ok {
		w.todo = append(w.todo, t)
		return t.Name()
	}
	switch t.Kind() {
	case reflect.Pointer:
		return w.ref(t.Elem()) + " | null"
	case reflect.Bool:
		return "boolean"
	case reflect.String:
		return "string"
	case reflect.Slice:
		if t == reflect.TypeFor[json.RawMessage]() {
			return "unknown" // a file as it was brought along
		}
		return list(w.ref(t.Elem()))
	case reflect.Map:
		return "Record<" + w.ref(t.Key()) + ", " + w.ref(t.Elem()) + ">"
	case reflect.Struct:
		if t.Name() == "" {
			return w.inline(t)
		}
		if known, ok := w.named[t]; ok {
			return known
		}
		w.named[t] = t.Name()
		w.todo = append(w.todo, t)
		return t.Name()
	}
	if t.Kind() >= reflect.Int && t.Kind() <= reflect.Uint64 {
		return "number"
	}
	panic("no TypeScript for " + t.String())
}

func (w *writer) inline(t reflect.Type) string { return w.fields(t, " ", " ") }

func (w *writer) fields(t reflect.Type, before, after string) string {
	var b strings.Builder
	b.WriteString("{")
	n := 0
	for _, f := range onTheWire(t) {
		name, opts, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			name = f.Name
		}
		optional, ft := "", f.Type
		if strings.Contains(opts, "omitempty") {
			optional = "?"
			if ft.Kind() == reflect.Pointer {
				ft = ft.Elem()
			}
		}
		fmt.Fprintf(&b, "%s%s%s: %s;", before, name, optional, w.ref(ft))
		n++
	}
	if n > 0 {
		b.WriteString(after)
	}
	b.WriteString("}")
	return b.String()
}

// onTheWire lists the fields as JSON has them: what is embedded without a name
// lies among the others.
func onTheWire(t reflect.Type) []reflect.StructField {
	var fs []reflect.StructField
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		switch {
		case tag == "-" || !f.IsExported():
		case f.Anonymous && tag == "" && f.Type.Kind() == reflect.Struct:
			fs = append(fs, onTheWire(f.Type)...)
		default:
			fs = append(fs, f)
		}
	}
	return fs
}

func list(of string) string {
	if strings.Contains(of, " ") {
		return "(" + of + ")[]"
	}
	return of + "[]"
}

func quoted(values []string, between string) string {
	q := make([]string, len(values))
	for i, v := range values {
		q[i] = `"` + v + `"`
	}
	return strings.Join(q, between)
}

func keys[V any](m map[string]V) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	return ks
}

func strs[S ~string](ss []S) []string {
	out := make([]string, len(ss))
	for i, s := range ss {
		out[i] = string(s)
	}
	return out
}
