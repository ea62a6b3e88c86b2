// Package vestby plays the acceptance meeting: the dugnad of Vestby in November
// 2020, as its sources and our own invention tell it. People are labels and
// nothing else.
package vestby

import "strings"

// Organiser's words for the meeting. In a public demo the place has no name.
const (
	Title    = "Fritid for alle barn"
	Decides  = "Ledelsen i kommunen"
	AnswerBy = "2021-01-29"
	Template = "kommune-150"
	Begins   = "2020-11-25T09:00:00+01:00"
)

// table is a group: who sits there, who writes, which card they chose.
type table struct {
	people []int
	scribe int
	card   string
}

var tables = []table{
	{[]int{1, 2, 3, 23, 24, 25}, 24, "K-01"},
	{[]int{4, 5, 6, 26, 27, 40}, 5, "K-07"},
	{[]int{7, 8, 9, 28, 29, 41}, 28, "K-04"},
	{[]int{10, 11, 12, 30, 31, 32}, 31, "K-14"},
	{[]int{13, 14, 15, 33, 34, 42}, 13, "K-08"},
	{[]int{16, 17, 18, 35, 36, 37}, 36, "K-05"},
	{[]int{19, 20, 21, 22, 38, 39, 43}, 20, "K-12"},
}

const registered = 43

var (
	noShow    = map[int]bool{9: true, 22: true, 34: true}
	late      = []int{17, 41} // the first while people get to know each other, the second later still
	leftEarly = 6             // after the sharing in plenum
	notVoting = map[int]bool{19: true, 38: true}
)

// affiliation is what a label is here as.
func affiliation(who int) string {
	switch {
	case who <= 22:
		return "kommune"
	case who <= 39:
		return "frivillighet"
	}
	return "naeringsliv"
}

// tableOf is the number of the table where a label sits.
func tableOf(who int) int {
	for n, t := range tables {
		for _, p := range t.people {
			if p == who {
				return n + 1
			}
		}
	}
	return 0
}

// idea is one of the 24, and the proposal it ends in.
type idea struct {
	id    string
	table int
	text  string
	pile  string
}

var ideas = []idea{
	{"i01", 1, "Én fast person i kommunen som lag og skole kan kontakte", "A"},
	{"i02", 1, "Felles oversikt over alle fritidstilbud med pris", "B"},
	{"i03", 1, "Faste treff der kommune og lag blir kjent", "E"},
	{"i04", 2, "Ett telefonnummer der foreldre får hjelp til å finne noe", "A"},
	{"i05", 2, "Aktivitetskalender som skolene deler med hjemmene", "B"},
	{"i06", 2, "Samle nettsider og grupper på ett digitalt sted", "C"},
	{"i07", 2, "Kort veiledning om hvem som kan få støtte", "F"},
	{"i08", 3, "Noen som følger opp dem som ikke er med på noe", "A"},
	{"i09", 3, "Støtte til kontingent uten nytt skjema hvert halvår", "F"},
	{"i10", 3, "Felles pott til utstyr og turer", "F"},
	{"i11", 4, "Koordinator som kobler kommune, lag og næringsliv", "A"},
	{"i12", 4, "Fast rutine når skolen ser et barn som vil begynne på noe", "D"},
	{"i13", 4, "Samtykketekst som alle tjenester kan bruke", "D"},
	{"i14", 4, "Tverrfaglig møte annenhver måned", "E"},
	{"i15", 5, "Bindeledd som kjenner språk og familier som er nye", "A"},
	{"i16", 5, "Informasjon på flere språk i oversikten", "B"},
	{"i17", 5, "Felles introduksjon for nye foreldre", "D"},
	{"i18", 6, "Noen som vet hvor man kan låne og hjelper til med det", "A"},
	{"i19", 6, "Oversikt over utstyr som kan lånes", "B"},
	{"i20", 6, "Ett sted for støtte, utlån og påmelding", "C"},
	{"i21", 6, "Gratis tilbud i høst- og sommerferien", "G"},
	{"i22", 7, "Ungdom planlegger ferieaktivitetene", "G"},
	{"i23", 7, "Frokostmøte mellom lag, kommune og bedrifter", "E"},
	{"i24", 7, "Minibuss på omgang mellom tettstedene", "H"},
}

// piles are the eight proposals in the order of the ballot.
var piles = []struct{ letter, title string }{
	{"A", "Egen koordinator for fritid"}, {"B", "Aktivitetsoversikt"}, {"C", "Samlet digital plattform"},
	{"D", "Rutiner for samarbeid og inkludering"}, {"E", "Tverrfaglige møtepunkter"}, {"F", "Støtteordninger"},
	{"G", "Gratis ferieaktiviteter laget med unge"}, {"H", "Transport, minibuss"},
}

// sames is what the phones marked as *samme hos oss* in plenum.
var sames = [][2]string{{"i01", "i04"}, {"i04", "i08"}, {"i08", "i11"}, {"i11", "i15"}, {"i15", "i18"}}

// bag is the ballots: a choice set and how many chose it.
const bag = "ABF×6 ABD×4 ABC×3 ABE×3 ACD×3 AEF×3 ADE×2 AFG×2 ABG ABH ACE ACG ADF ADG AEG AH BG CFG DEF"

// ballots deals the bag out, one choice set for each who votes.
func ballots() []string {
	var all []string
	for _, line := range strings.Fields(bag) {
		set, times, many := strings.Cut(line, "×")
		n := 1
		if many {
			n = int(times[0] - '0')
		}
		for range n {
			all = append(all, set)
		}
	}
	return all
}

// first is the idea that a pile is laid together in.
func first(letter string) string {
	for _, i := range ideas {
		if i.pile == letter {
			return i.id
		}
	}
	return ""
}

// cluster is the id of a pile's proposal.
func cluster(letter string) string { return "c-" + first(letter) }

// measures are what was agreed; the last has nobody yet.
var measures = []struct{ letter, responsible, step, due string }{
	{"A", "Helse og livsmestring", "Søknad til Bufdir", "2020-12-11"},
	{"B", "Kultur", "Kartlegge hva som finnes", "2021-03-31"},
	{"C", "Kultur og IKT", "Velge ett sted", "2021-05-31"},
	{"D", "Skole", "Utkast til rutine og samtykketekst", "2021-06-15"},
	{"E", "Arbeidsgruppa", "Datoer for to møter", "2021-02-26"},
	{"F", "NAV", "Oversikt på én side", "2021-04-30"},
	{"G", "Ung Arena", "Fokusgruppe med unge", "2021-05-15"},
}
