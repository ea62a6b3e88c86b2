package report

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
)

// CSV is sheets as a spreadsheet with Norwegian settings opens them: a byte
// order mark, semicolons, CRLF, dates as day, month, year. All numbers are
// whole. More than one sheet become one table with the kind in front, so that a
// filter on the first column finds one noun.
func CSV(w Words, sheets ...Sheet) ([]byte, error) {
	var columns []Column
	at := map[string]int{}
	if len(sheets) > 1 {
		columns = append(columns, Column{"kind", w.say("report.col.kind")})
	}
	for _, s := range sheets {
		for _, c := range s.Columns {
			if _, known := at[c.Key]; !known {
				at[c.Key] = len(columns)
				columns = append(columns, c)
			}
		}
	}
	head := make([]string, len(columns))
	for n, c := range columns {
		head[n] = c.Title
	}
	b := bytes.NewBufferString("\ufeff")
	out := csv.NewWriter(b)
	out.Comma, out.UseCRLF = ';', true
	if err := out.Write(head); err != nil {
		return nil, err
	}
	for _, s := range sheets {
		for _, l := range s.Lines {
			cells := make([]string, len(columns))
			if len(sheets) > 1 {
				cells[0] = inert(s.Title)
			}
			for n, c := range l.Cells {
				cells[at[s.Columns[n].Key]] = c.csv(w)
			}
			if err := out.Write(cells); err != nil {
				return nil, err
			}
		}
	}
	out.Flush()
	return b.Bytes(), out.Error()
}

func (c Cell) csv(w Words) string {
	switch c.Kind {
	case IsNumber:
		return strconv.Itoa(c.N)
	case IsDate:
		return inert(w.cellDate(c.Text))
	}
	return inert(c.Text)
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
