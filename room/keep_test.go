package room

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// The privacy page promises what the table does: as many rows, the same names,
// the same days, from the same moment.
func TestThePrivacyPageIsTrue(t *testing.T) {
	raw, err := os.ReadFile("../docs/personvern/sletting.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| `([a-z]+)` \\|.*\\| ([^|]+) \\|$").FindAllStringSubmatch(string(raw), -1)
	if len(rows) != len(Keeping) {
		t.Fatalf("%d rows on the page, %d in the table", len(rows), len(Keeping))
	}
	since := map[string]string{"ended": "etter møtet", "closed": "etter at det siste tiltaket er på plass eller lagt bort"}
	for n, k := range Keeping {
		when := fmt.Sprintf("%d døgn %s", k.Days, since[k.From])
		if rows[n][1] != k.What || !strings.HasSuffix(rows[n][2], when) {
			t.Errorf("the page says %q of %q; it is %s", rows[n][2], rows[n][1], when)
		}
	}
	for _, days := range Notices {
		if !strings.Contains(string(raw), fmt.Sprint(days)) {
			t.Errorf("the page does not speak of the notice at %d days", days)
		}
	}
}
