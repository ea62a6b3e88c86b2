package spelling

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// bokmal are the forms that give bokmål away where a dictionary of nynorsk may
// let them pass, and endings that nynorsk does not have.
var bokmal = regexp.MustCompile(`(?i)^(ikke|hvordan|hvorfor|hvilke[nt]?|hva|hvem|hvor|hver|hvert|hvis|noen|noe|jeg|deres|fra|uten|bare|mye|flere|være|gjøre|` +
	`gjør|sier|kommer|vet|hjem|hun|uke[nr]?|skriver|heter|sånn|\p{L}{3,}(?:heten|heter|elsene|erne))$`)

// swap is what somebody does who thinks that nynorsk is bokmål with other small
// words.
var swap = map[string]string{"ikke": "ikkje", "hvordan": "korleis", "hvorfor": "kvifor", "noen": "nokon", "noe": "noko", "jeg": "eg",
	"hva": "kva", "hvem": "kven", "hvor": "kvar", "hver": "kvar", "hvert": "kvart", "hvis": "om", "hvilke": "kva for", "hvilken": "kva for ein",
	"en": "ein", "et": "eit", "ett": "eitt", "én": "éin", "fra": "frå", "dere": "de", "deres": "dykkar", "dem": "dei", "de": "dei", "bare": "berre",
	"mye": "mykje", "flere": "fleire", "uten": "utan", "nå": "no", "ble": "vart", "blir": "blir", "gjøre": "gjere", "gjør": "gjer", "være": "vere",
	"mer": "meir", "se": "sjå", "si": "seie", "sier": "seier", "kommer": "kjem", "ennå": "enno", "selv": "sjølv", "sammen": "saman"}

func swapped(says string) string {
	return aWord.ReplaceAllStringFunc(says, func(w string) string {
		other, known := swap[strings.ToLower(w)]
		if !known {
			return w
		}
		if w[0] >= 'A' && w[0] <= 'Z' {
			return strings.ToUpper(other[:1]) + other[1:]
		}
		return other
	})
}

func catalogue(t *testing.T, lang string) (texts map[string]string) {
	t.Helper()
	b, err := os.ReadFile(root + "web/locales/" + lang + ".json")
	if err == nil {
		err = json.Unmarshal(b, &texts)
	}
	if err != nil {
		t.Fatal(err)
	}
	delete(texts, "lang.dir") // not for people
	return texts
}

// guard gives the keys of the texts that are not nynorsk.
func guard(t *testing.T, texts map[string]string) (wrong []string) {
	t.Helper()
	words := map[string]string{}
	for _, says := range texts {
		for _, w := range wordsOf(says) {
			words[w] = ""
		}
	}
	foreign := unknown(t, "nn", keys(words))
	own := strings.Fields(nn)
	for key, says := range texts {
		if slices.ContainsFunc(wordsOf(says), func(w string) bool {
			_, missing := slices.BinarySearch(foreign, w)
			return bokmal.MatchString(w) || missing && !slices.Contains(own, strings.ToLower(w))
		}) {
			wrong = append(wrong, key)
		}
	}
	slices.Sort(wrong)
	return wrong
}

// long are the texts of more than a label: a short one may well be alike.
func long(texts map[string]string) map[string]string {
	some := map[string]string{}
	for key, says := range texts {
		if len(wordsOf(says)) >= 5 {
			some[key] = says
		}
	}
	return some
}

func TestNynorskIsWritten(t *testing.T) {
	ours := catalogue(t, "nn")
	for _, key := range guard(t, ours) {
		t.Errorf("%s is not nynorsk: %s", key, ours[key])
	}
	for _, x := range texts(t, "nn") {
		for _, w := range wordsOf(x.says) {
			if bokmal.MatchString(w) {
				t.Errorf("%s says %q: %s", x.where, w, x.says)
			}
		}
	}
}

// A catalogue of bokmål with the words exchanged is caught: in most of its texts
// the guard finds something, and few of ours are what the exchange would give.
func TestASwapOfWordsIsCaught(t *testing.T) {
	from, ours := long(catalogue(t, "nb")), catalogue(t, "nn")
	fake := map[string]string{}
	alike := 0
	for key, says := range from {
		fake[key] = swapped(says)
		if fake[key] == ours[key] {
			alike++
		}
	}
	caught := len(guard(t, fake))
	t.Logf("%d of %d swapped texts are caught; %d of ours are what a swap gives", caught, len(from), alike)
	if caught*2 < len(from) {
		t.Errorf("only %d of %d swapped texts are caught", caught, len(from))
	}
	if alike*100 > len(from)*20 {
		t.Errorf("%d of %d texts are what a swap of words gives", alike, len(from))
	}
}
