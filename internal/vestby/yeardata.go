package vestby

// members are the follow-up group, each as the role it speaks for.
var members = []string{"Helse og livsmestring", "Kultur", "Skole", "NAV", "Arbeidsgruppa"}

// answer is what the participants are told on the promised day, and what is
// added in June.
var answer = map[string]map[string]string{
	"nb": {
		"does": "Kommunen søker om penger til en egen koordinator for fritid. Søknaden ble sendt 11. desember. Kultur samler alle tilbud i én oversikt.",
		"not":  "Det blir ingen minibuss nå. Fylket lager først en ny bussrute, og den vil vi se.",
		"next": "Dere hører fra oss igjen i juni, når vi vet om vi får pengene.",
	},
	"en": {
		"does": "The municipality is applying for money for a coordinator for leisure activities. The application was sent on 11 December. The culture department is gathering all activities in one list.",
		"not":  "There will be no minibus for now. The county is setting up a new bus route first, and we want to see how it works.",
		"next": "You will hear from us again in June, when we know if we get the money.",
	},
}

// june corrects what was only applied for, so that the answer says one thing.
var june = map[string]map[string]string{
	"nb": {
		"does": "Kommunen har fått penger til en egen koordinator for fritid. Kultur samler alle tilbud i én oversikt.",
		"next": "Koordinatoren begynner 1. oktober. Seks andre tiltak er i gang.",
	},
	"en": {
		"does": "The municipality has been given the money for a coordinator for leisure activities. The culture department is gathering all activities in one list.",
		"next": "The coordinator starts on 1 October. Six other measures are under way.",
	},
}

// turn is what a member says of a measure on a day, and the date it has next.
type turn struct {
	day, member, letter, status, says, due string
}

// turns are the statuses of the year, in order.
var turns = []turn{
	{"2020-12-11", "Helse og livsmestring", "A", "i-gang", "Søknaden til Bufdir er sendt", ""},
	{"2021-01-12", "Arbeidsgruppa", "H", "lagt-bort", "Fylket lager en ny bussrute først. Vi ser på det igjen når den har gått et halvt år.", ""},
	{"2021-02-26", "Arbeidsgruppa", "E", "i-gang", "To møter er datofestet", ""},
	{"2021-03-31", "Kultur", "B", "i-gang", "Alle lag er spurt, 41 tilbud er lagt inn", ""},
	{"2021-04-20", "Helse og livsmestring", "A", "i-gang", "Pengene er innvilget", ""},
	{"2021-04-30", "NAV", "F", "i-gang", "Utkast til én side er klart", ""},
	{"2021-05-15", "Kultur", "G", "i-gang", "Fokusgruppa med unge er holdt", ""},
	{"2021-06-15", "Skole", "D", "i-gang", "Utkast til rutine er ute på høring", ""},
	{"2021-10-01", "Helse og livsmestring", "A", "pa-plass", "Koordinatoren begynte i dag", ""},
	{"2021-10-01", "Kultur", "B", "i-gang", "De siste tre idrettslagene legges inn nå", "2021-12-15"},
	{"2021-10-01", "Kultur", "C", "i-gang", "Ett sted er valgt, innholdet flyttes", "2021-11-30"},
	{"2021-10-01", "Skole", "D", "i-gang", "Rutinen er innført på to av sju skoler", "2022-06-15"},
	{"2021-10-01", "Arbeidsgruppa", "E", "i-gang", "Ett møte er holdt, det neste er 4. november", "2021-11-04"},
	{"2021-10-01", "NAV", "F", "i-gang", "Siden er ute og prøves på tre språk", "2021-11-15"},
	{"2021-10-01", "Kultur", "G", "i-gang", "Høstferien planlegges av sju unge", "2021-10-11"},
}
