package server

import (
	"encoding/csv"
	"strings"
	"testing"

	"dugnad/room"
)

var hostile = []string{`=cmd|'/c calc'!A0`, "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "＋1", "－1", "＠a", "\u00a0=1",
	`a"; b`, "a；b", "../../x.docx", "a\r\nb;c", `"=1"`, ""}

// A23: whatever people write, a cell is text, and no text breaks out of its
// cell.
func TestA23CSV(t *testing.T) {
	rec := Record{Meeting: room.MeetingView{Title: "=1+1", Zone: "Europe/Oslo"}}
	for n, text := range hostile {
		rec.Ideas = append(rec.Ideas, room.IdeaView{ID: string(rune('a' + n)), Text: text, Place: room.InPlenum})
	}
	b, err := rec.table()
	if err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(string(b), "\ufeff")
	if !marked || !strings.HasPrefix(text, strings.Join(columns, ";")+"\r\n") {
		t.Errorf("not as Excel reads it: %.60q", b)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2+len(hostile) || rows[1][3] != "'=1+1" {
		t.Fatal(len(rows), rows[1])
	}
	for n, row := range rows[2:] {
		got, sent := row[4], strings.ReplaceAll(hostile[n], "\r", "") // the format has one kind of line end
		if strings.TrimPrefix(got, "'") != sent {
			t.Errorf("%q came out as %q", hostile[n], got)
		}
		if bare := strings.TrimLeft(got, " \t\r\n\u00a0"); bare != "" && strings.ContainsAny(bare[:1], "=+-@") || strings.ContainsAny(bare, "＝＋－＠") && got[0] != '\'' {
			t.Errorf("%q is taken for a formula", got)
		}
	}
}

func FuzzInert(f *testing.F) {
	for _, h := range hostile {
		f.Add(h)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		got := inert(cell)
		if strings.TrimPrefix(got, "'") != strings.TrimPrefix(cell, "'") {
			t.Errorf("%q became %q", cell, got)
		}
		if got != "" && strings.ContainsRune("=+-@\t\r\n", rune(got[0])) {
			t.Errorf("%q begins as a formula", got)
		}
	})
}

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
