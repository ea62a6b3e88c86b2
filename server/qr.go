package server

import (
	"fmt"
	"net/http"
	"strings"

	"rsc.io/qr"
)

// quietZone is the white border a camera needs to find the code.
const quietZone = 4

// qr draws the join link. It is read from the back row, so it is drawn as
// vectors, black on white whatever the theme.
func (s *Server) qr(w http.ResponseWriter, r *http.Request, v visitor) error {
	page := ""
	if r.URL.Query().Has("sjekk") { // two phones try the hall before anybody comes
		page = "sjekk"
	}
	link, err := s.joinLink(r, v.Room, page)
	if err != nil {
		return err
	}
	svg, err := drawQR(link)
	if err != nil {
		return err
	}
	return send(w, "image/svg+xml", svg)
}

func drawQR(text string) ([]byte, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return nil, fmt.Errorf("draw a QR code: %w", err)
	}
	side := code.Size + 2*quietZone
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">`, side, side)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#fff"/><path fill="#000" d="`, side, side)
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			run := 0
			for code.Black(x+run, y) {
				run++
			}
			if run > 0 {
				fmt.Fprintf(&b, "M%d %dh%dv1h-%dz", x+quietZone, y+quietZone, run, run)
				x += run
			}
		}
	}
	b.WriteString(`"/></svg>`)
	return []byte(b.String()), nil
}
