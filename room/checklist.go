package room

import (
	"embed"
	"maps"
	"slices"
)

//go:embed checklists/*.json
var checklistFiles embed.FS

// Limits of a checklist, ours or one that somebody brings along.
const (
	ChecklistBytes = 64 << 10
	ThemesMax      = 20
	ItemsMax       = 100 // in all themes together
)

// ByThemselves and Together say who must do an item: the kommune itself, or the
// kommune and the voluntary organisations.
const (
	ByThemselves = "selv"
	Together     = "sammen"
)

// Checklist is what ought to be in place, by theme: one data file each. It is an
// overview, not a right answer, and nothing is ever ranked by it.
type Checklist struct {
	ID     string            `json:"id"`
	Title  map[string]string `json:"title"`            // by language
	Status map[string]string `json:"status,omitempty"` // by language, as for a deck
	Themes []Theme           `json:"themes"`
}

// Theme is a part of a checklist.
type Theme struct {
	ID    string            `json:"id"`
	Title map[string]string `json:"title"`
	Items []Item            `json:"items"`
}

// Item is one thing that is in place or not.
type Item struct {
	ID   string            `json:"id"`
	Who  string            `json:"who"`
	Text map[string]string `json:"text"`
}

var checklists = shippedFiles(checklistFiles, "checklists", func(raw []byte) (string, Checklist, error) {
	l, err := ReadChecklist(raw)
	return l.ID, l, err
})

// Checklists lists the checklists we ship in the order of their ids.
func Checklists() []Checklist {
	var ls []Checklist
	for _, id := range slices.Sorted(maps.Keys(checklists)) {
		ls = append(ls, checklists[id])
	}
	return ls
}

// ReadChecklist reads a checklist from a file. The error is always a [Refusal];
// a field it does not know is refused too.
func ReadChecklist(raw []byte) (Checklist, error) {
	if len(raw) > ChecklistBytes {
		return Checklist{}, Refuse(TooLong)
	}
	var l Checklist
	if err := readStrictly(raw, &l); err != nil {
		return Checklist{}, err
	}
	return l, l.check()
}

// check holds a checklist to its limits, and cleans its words on the way.
func (l *Checklist) check() error {
	languages := slices.Sorted(maps.Keys(l.Title))
	switch {
	case !goodID(l.ID):
		return Refuse(Invalid)
	case len(languages) == 0 || len(l.Themes) == 0:
		return Refuse(Empty)
	case len(languages) > deckLanguages || len(l.Themes) > ThemesMax:
		return Refuse(Full)
	}
	for lang, status := range l.Status {
		if l.Title[lang] == "" || !slices.Contains([]string{DeckSource, DeckDraft, DeckRead}, status) {
			return Refuse(Invalid)
		}
	}
	if err := inAll(l.Title, languages, TitleMax); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, theme := range l.Themes {
		if !goodID(theme.ID) || len(theme.Items) == 0 {
			return Refuse(Invalid)
		}
		if err := inAll(theme.Title, languages, TitleMax); err != nil {
			return err
		}
		for _, item := range theme.Items {
			switch {
			case !goodID(item.ID), item.Who != ByThemselves && item.Who != Together:
				return Refuse(Invalid)
			case seen[item.ID]:
				return Refuse(Taken)
			case len(seen) >= ItemsMax:
				return Refuse(Full)
			}
			seen[item.ID] = true
			if err := inAll(item.Text, languages, IdeaMax); err != nil {
				return err
			}
		}
	}
	return nil
}

// inAll holds a text to being there in every language and in no other.
func inAll(text map[string]string, languages []string, most int) error {
	if len(text) > len(languages) {
		return Refuse(Invalid)
	}
	for _, lang := range languages {
		if !languageCode.MatchString(lang) {
			return Refuse(Invalid)
		}
		if text[lang] == "" {
			return Refuse(Missing)
		}
		clean, err := written(text[lang], most)
		if err != nil {
			return err
		}
		text[lang] = clean
	}
	return nil
}

// has tells whether there is such an item.
func (l Checklist) has(item string) bool {
	for _, theme := range l.Themes {
		if place(theme.Items, func(i Item) bool { return i.ID == item }) >= 0 {
			return true
		}
	}
	return false
}
