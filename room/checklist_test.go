package room

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestTheChecklistsWeShipAreWhole(t *testing.T) {
	ls := Checklists()
	if len(ls) == 0 {
		t.Fatal("none")
	}
	for _, l := range ls {
		for _, lang := range []string{"nb", "nn", "en", "sv"} {
			if l.Title[lang] == "" || l.Status[lang] == "" {
				t.Errorf("%s has no title or no status in %s", l.ID, lang)
			}
		}
	}
	n := 0
	for _, theme := range checklists["kommune"].Themes {
		n += len(theme.Items)
	}
	if len(checklists["kommune"].Themes) != 8 || n != 32 {
		t.Errorf("%d themes, %d items", len(checklists["kommune"].Themes), n)
	}
}

// What somebody brings along is refused with a reason, not half taken in.
func TestABrokenChecklistIsRefused(t *testing.T) {
	whole := `{"id":"egen","title":{"nb":"Vår"},"themes":[{"id":"a","title":{"nb":"Nøkler"},"items":[{"id":"1","who":"sammen","text":{"nb":"Hallen kan åpnes."}}]}]}`
	if _, err := ReadChecklist([]byte(whole)); err != nil {
		t.Fatal(err)
	}
	item := `{"id":"1","who":"sammen","text":{"nb":"Hallen kan åpnes."}}`
	for what, c := range map[string]struct {
		from, to string
		want     Code
	}{
		"no JSON":                {whole, `{"id":`, Invalid},
		"a misspelt field":       {`"who"`, `"hvem"`, Invalid},
		"somebody else's doing":  {`"sammen"`, `"andre"`, Invalid},
		"no themes":              {`"themes":[`, `"themes":[],"x":[`, Invalid},
		"a theme without items":  {`[` + item + `]`, `[]`, Invalid},
		"the same item twice":    {item, item + "," + item, Taken},
		"a language half way":    {`"title":{"nb":"Vår"}`, `"title":{"nb":"Vår","nn":"Vår"}`, Missing},
		"a language too many":    {`"text":{"nb":`, `"text":{"nn":"x","nb":`, Invalid},
		"a text without words":   {"Hallen kan åpnes.", " ", Empty},
		"a text without end":     {"Hallen kan åpnes.", strings.Repeat("å", IdeaMax+1), TooLong},
		"a file without end":     {"Hallen kan åpnes.", strings.Repeat("å", ChecklistBytes), TooLong},
		"a title without end":    {`"title":{"nb":"Vår"}`, `"title":{"nb":"` + strings.Repeat("å", TitleMax+1) + `"}`, TooLong},
		"no language at all":     {`"title":{"nb":"Vår"}`, `"title":{}`, Empty},
		"an unknown id":          {`"id":"egen"`, `"id":"../x"`, Invalid},
		"read by whom":           {`"themes"`, `"status":{"nb":"ferdig"},"themes"`, Invalid},
		"more items than a page": {item, manyItems(), Full},
	} {
		broken := strings.Replace(whole, c.from, c.to, 1)
		if broken == whole {
			t.Fatalf("%s: nothing was broken", what)
		}
		_, err := ReadChecklist([]byte(broken))
		if no, ok := err.(Refusal); !ok || no.Code != c.want {
			t.Errorf("%s: %v, expected %s", what, err, c.want)
		}
	}
}

func manyItems() string {
	var all []string
	for n := range ItemsMax + 1 {
		b, _ := json.Marshal(Item{ID: "x" + itoa(n), Who: Together, Text: map[string]string{"nb": "Noe"}})
		all = append(all, string(b))
	}
	return strings.Join(all, ",")
}
