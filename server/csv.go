package server

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"time"
)

// columns are the same for every kind of line, so that one sheet holds it all.
var columns = []string{"kind", "id", "group", "title", "text", "cluster", "place", "number", "marks", "ballots",
	"responsible", "first", "due", "status"}

// table is the record as a spreadsheet with Norwegian settings opens it:
// semicolons, CRLF and a byte order mark.
func (rec Record) table() ([]byte, error) {
	b := bytes.NewBufferString("\ufeff")
	w := csv.NewWriter(b)
	w.Comma, w.UseCRLF = ';', true
	lines := []map[string]string{{"kind": "meeting", "title": rec.Meeting.Title, "text": rec.Meeting.Decides,
		"first": day(rec.Meeting.Started, rec.Meeting.Zone), "due": rec.Meeting.AnswerBy, "status": rec.Meeting.Status}}
	for n, st := range rec.Meeting.Agenda {
		lines = append(lines, map[string]string{"kind": "step", "id": st.ID, "number": strconv.Itoa(n), "title": st.Title, "place": string(st.Kind)})
	}
	for _, g := range rec.Groups {
		line := map[string]string{"kind": "group", "id": strconv.Itoa(g.N), "group": strconv.Itoa(g.N)}
		if g.Size != nil {
			line["number"] = strconv.Itoa(*g.Size)
		}
		lines = append(lines, line)
	}
	in := map[string]string{}
	for _, c := range rec.Clusters {
		lines = append(lines, map[string]string{"kind": "cluster", "id": c.ID, "title": c.Title, "number": strconv.Itoa(len(c.Ideas))})
		for _, i := range c.Ideas {
			in[i] = c.ID
		}
	}
	for _, i := range rec.Ideas {
		lines = append(lines, map[string]string{"kind": "idea", "id": i.ID, "group": whole(i.Group), "text": i.Text,
			"cluster": in[i.ID], "place": string(i.Place)})
	}
	for _, v := range rec.Votes {
		for _, row := range v.Rows {
			lines = append(lines, map[string]string{"kind": "tally", "id": v.ID, "cluster": row.ID, "title": row.Title,
				"number": strconv.Itoa(row.Rank), "marks": strconv.Itoa(row.Marks), "ballots": strconv.Itoa(v.Ballots)})
		}
	}
	for _, m := range rec.Measures {
		lines = append(lines, map[string]string{"kind": "measure", "id": m.ID, "title": m.Title, "cluster": m.Cluster,
			"responsible": m.Responsible, "first": m.First, "due": m.Due, "status": string(m.Status)})
	}
	if err := w.Write(columns); err != nil {
		return nil, err
	}
	for _, line := range lines {
		cells := make([]string, len(columns))
		for n, c := range columns {
			cells[n] = inert(line[c])
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// inert keeps a cell from being taken for a formula, whatever somebody wrote
// first in it, also in full-width letters and behind spaces.
func inert(cell string) string {
	start := strings.TrimLeft(cell, " \u00a0\u3000\t\r\n")
	if start != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(start)[0]) || cell != "" && strings.ContainsRune("\t\r\n", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// whole writes a number, nothing for none.
func whole(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// day is the date in the hall, when the machine knows the zone.
func day(ms int64, zone string) string {
	if ms == 0 {
		return ""
	}
	at, err := time.LoadLocation(zone)
	if err != nil {
		at = time.UTC
	}
	return time.UnixMilli(ms).In(at).Format(time.DateOnly)
}
