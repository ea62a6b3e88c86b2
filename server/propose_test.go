package server_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
)

// A planner who says what is known is told which meeting, or why none: a
// sentence in the language of the page about a meeting in its own.
func TestProposal(t *testing.T) {
	h := open(t)
	for _, c := range []struct{ asks, template, line string }{
		{"lang=nb&purpose=ideer&people=24&minutes=60", "enkel-60",
			"Vi foreslår «Enkel dugnad, 60 minutter». 5 grupper på 4–5. Passer også: Lag og foreninger, 60 minutter."},
		{"lang=sv&purpose=ideer&people=6&minutes=60", "kommune-60",
			"Vi föreslår ”Kommun kort, 60 minuter”. Alla vid ett bord. Utan omröstning när ni är sex eller färre. Passar också: Föreningar, 60 minuter."},
		{"lang=nn&in=en&purpose=startskudd&people=4&minutes=240", "bli-kjent",
			"We propose “Bli kjende: tur, båt eller måltid”. Everyone at one table. No vote. You will have plenty of time left. " +
				"Would also suit: Lag og foreiningar, 60 minutt."},
		{"lang=nb&purpose=ideer&people=43&minutes=150", "kommune-150", "Vi foreslår «Kommune, 150 minutter». 9 grupper på 4–5."},
		{"lang=nb&purpose=sporsmal&people=30&minutes=45", "", "Med 30 personer trenger dere minst 60 minutter."},
		{"lang=nn&purpose=ideer&people=20&minutes=900", "", "Så lenge varer ikkje eit møte. Skriv til dømes 90."},
		{"lang=nb&purpose=startskudd&people=101&minutes=90", "", "Oppleggene for dette passer for 4 til 100 personer."},
	} {
		r := h.device().get("/api/proposal?" + c.asks)
		var got struct{ Template, Line string }
		if err := json.Unmarshal([]byte(r.body), &got); r.status != 200 || err != nil {
			t.Fatalf("%s: %d %s", c.asks, r.status, r.body)
		}
		line := strings.ReplaceAll(got.Line, "\u00a0", " ")
		if got.Template != c.template || line != c.line {
			t.Errorf("%s: %q %q", c.asks, got.Template, line)
		}
	}
	for _, bad := range []string{"", "purpose=ideer&people=20", "purpose=ideer&minutes=60&people=" + url.QueryEscape("en håndfull"),
		"purpose=fest&people=20&minutes=60", "purpose=ideer&people=99999999999999999999&minutes=60"} {
		if r := h.device().get("/api/proposal?" + bad); r.status != 400 || r.code() != "invalid" {
			t.Errorf("%s: %d %s", bad, r.status, r.body)
		}
	}
}
