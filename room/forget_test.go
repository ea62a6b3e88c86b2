package room

import (
	"reflect"
	"testing"
)

// TestNobodyIsForgottenHalf: an event that says who is one that can be told
// without. Whoever writes a new one is stopped here.
func TestNobodyIsForgottenHalf(t *testing.T) {
	says := map[string]bool{"Seat": true, "Seats": true, "Author": true, "Slip": true, "Late": true, "With": true, "Roll": true, "Picked": true}
	found := 0
	for typ, kind := range kinds {
		who := false
		for n := range typ.NumField() {
			who = who || says[typ.Field(n).Name]
		}
		if !who {
			continue
		}
		found++
		if !typ.Implements(reflect.TypeFor[personal]()) {
			t.Errorf("%s says who, and cannot be told without", kind)
		}
	}
	if found < 15 {
		t.Errorf("only %d events say who: the test is blind", found)
	}
}
