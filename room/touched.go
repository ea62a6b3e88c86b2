package room

import "strings"

// Key names an entity as the client files it: `kind` or `kind/id`.
type Key string

// Kind is the part in front of the slash.
func (k Key) Kind() string {
	kind, _, _ := strings.Cut(string(k), "/")
	return kind
}

func (k Key) id() string {
	_, id, _ := strings.Cut(string(k), "/")
	return id
}

func key(kind, id string) Key { return Key(kind + "/" + id) }

// Touched is what an event changed: entities, and kinds of which every entity
// must be shown again because what may be seen of them has changed.
type Touched struct {
	Keys  []Key
	Kinds []string
}

func (t *Touched) touch(kind, id string) { t.Keys = append(t.Keys, key(kind, id)) }
func (t *Touched) only(kind string)      { t.Keys = append(t.Keys, Key(kind)) }
func (t *Touched) again(kind string)     { t.Kinds = append(t.Kinds, kind) }
