package spelling

import (
	_ "embed"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Words that are right and that the dictionary lacks: names, and words of our
// own. One a line, small letters; a word that is no longer needed is to go.
var (
	//go:embed nb.txt
	nb string
	//go:embed nn.txt
	nn string
	//go:embed sv.txt
	sv string
)

var languages = map[string]struct{ dictionary, own string }{
	"nb": {"nb_NO", nb}, "nn": {"nn_NO", nn}, "sv": {"sv_SE", sv},
}

func TestEveryWordIsSpeltAsItIs(t *testing.T) {
	for lang, l := range languages {
		t.Run(lang, func(t *testing.T) {
			where := map[string]string{}
			for _, x := range texts(t, lang) {
				for _, w := range wordsOf(x.says) {
					where[w] = x.where
				}
			}
			if len(where) < 1500 {
				t.Fatalf("only %d words were found", len(where))
			}
			own, used := strings.Fields(l.own), map[string]bool{}
			if !slices.IsSorted(own) {
				t.Error("the list is not in order")
			}
			for _, w := range unknown(t, lang, keys(where)) {
				if small := strings.ToLower(w); slices.Contains(own, small) {
					used[small] = true
				} else {
					t.Errorf("%q in %s", w, where[w])
				}
			}
			for _, w := range own {
				if !used[w] {
					t.Errorf("%q is in the list, and is not needed", w)
				}
			}
		})
	}
}

// A misspelt word is found, or the rest says nothing.
func TestAMisspeltWordIsFound(t *testing.T) {
	for lang, w := range map[string]string{"nb": "oppfølgnig", "nn": "deltakerne", "sv": "omröstnig"} {
		if got := unknown(t, lang, []string{w}); len(got) != 1 {
			t.Errorf("%s: %q passed", lang, w)
		}
	}
}

// unknown gives the words that are not in the dictionary of a language.
func unknown(t *testing.T, lang string, words []string) []string {
	t.Helper()
	cmd := exec.Command("hunspell", "-d", languages[lang].dictionary, "-i", "utf-8", "-l")
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n"))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("hunspell with %s: %v (Debian: hunspell hunspell-no hunspell-sv)", languages[lang].dictionary, err)
	}
	return slices.Compact(slices.Sorted(slices.Values(strings.Fields(string(out)))))
}

func keys(m map[string]string) []string {
	var all []string
	for k := range m {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}
