package server

import (
	"strings"
	"testing"
)

// A QR code is black on white vectors and nothing a policy would stop.
func TestQR(t *testing.T) {
	svg, err := drawQR("http://192.168.1.20:8080/#7GK2MX4Q")
	if err != nil {
		t.Fatal(err)
	}
	for _, not := range []string{"style", "<script", "href", "192.168"} {
		if strings.Contains(string(svg), not) {
			t.Errorf("%q in the picture", not)
		}
	}
	if !strings.Contains(string(svg), `fill="#fff"`) || strings.Count(string(svg), "M") < 100 {
		t.Error("no code in it")
	}
}
