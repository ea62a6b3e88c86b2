package report

import (
	"bytes"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// XLSX is one sheet a noun, with a head that stays while one scrolls and is
// repeated on every printed page. A text is written as a text and can never be
// a formula.
func XLSX(about About, w Words, sheets []Sheet) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	book := book{f: f, w: w}
	err := book.styles()
	for n, s := range sheets {
		if err == nil {
			err = book.write(n, s)
		}
	}
	made := time.UnixMilli(about.Made).UTC().Format(time.RFC3339)
	if err == nil {
		err = f.SetDocProps(&excelize.DocProperties{Title: about.Title, Creator: orApp(about.Organisation), Created: made, Modified: made,
			Language: w.say("report.lang"), Identifier: about.Sum, Description: w.Say("report.about.made", map[string]any{"build": about.Build, "sum": about.Sum})})
	}
	var b bytes.Buffer
	if err == nil {
		_, err = f.WriteTo(&b)
	}
	if err != nil {
		return nil, fmt.Errorf("write a workbook: %w", err)
	}
	return b.Bytes(), nil
}

// orApp is who made a file, where no organisation has been named.
func orApp(organisation string) string {
	if organisation == "" {
		return "dugnad"
	}
	return organisation
}

type book struct {
	f                        *excelize.File
	w                        Words
	head, body, figure, when int // styles
}

func (b *book) styles() (err error) {
	font := excelize.Font{Family: "Calibri", Size: 11}
	bold := font
	bold.Bold = true
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	day := 14 // the spreadsheet's own short date, as its reader has it
	if b.head, err = b.f.NewStyle(&excelize.Style{Font: &bold, Alignment: top,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E1ECF8"}}}); err != nil {
		return err
	}
	if b.figure, err = b.f.NewStyle(&excelize.Style{Font: &font, Alignment: top}); err != nil {
		return err
	}
	// A text after a number stands clear of it.
	clear := &excelize.Alignment{Vertical: "top", WrapText: true, Horizontal: "left", Indent: 1}
	if b.body, err = b.f.NewStyle(&excelize.Style{Font: &font, Alignment: clear}); err != nil {
		return err
	}
	b.when, err = b.f.NewStyle(&excelize.Style{Font: &font, Alignment: top, NumFmt: day})
	return err
}

func (b *book) write(n int, s Sheet) error {
	if n == 0 {
		if err := b.f.SetSheetName("Sheet1", s.Title); err != nil {
			return err
		}
	} else if _, err := b.f.NewSheet(s.Title); err != nil {
		return err
	}
	last, err := excelize.ColumnNumberToName(len(s.Columns))
	if err != nil {
		return err
	}
	for col, c := range s.Columns {
		if err := b.cell(s.Title, col+1, 1, Cell{Text: c.Title}, b.head); err != nil {
			return err
		}
		if err := b.width(s, col); err != nil {
			return err
		}
	}
	for row, l := range s.Lines {
		for col, c := range l.Cells {
			style := map[CellKind]int{IsText: b.body, IsNumber: b.figure, IsDate: b.when}[c.Kind]
			if err := b.cell(s.Title, col+1, row+2, c, style); err != nil {
				return err
			}
		}
	}
	if err := b.f.SetPanes(s.Title, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := b.f.AutoFilter(s.Title, fmt.Sprintf("A1:%s%d", last, len(s.Lines)+1), nil); err != nil {
		return err
	}
	// Printed it is as wide as the paper and as long as it must be: no column alone.
	paper, wide, one, any, fit := 9, "landscape", 1, 0, true
	if err := b.f.SetPageLayout(s.Title, &excelize.PageLayoutOptions{Size: &paper, Orientation: &wide, FitToWidth: &one, FitToHeight: &any}); err != nil {
		return err
	}
	if err := b.f.SetSheetProps(s.Title, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", s.Title), Scope: s.Title})
}

func (b *book) cell(sheet string, col, row int, c Cell, style int) error {
	at, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return err
	}
	switch when, bad := time.Parse(time.DateOnly, c.Text); {
	case c.Kind == IsNumber:
		err = b.f.SetCellInt(sheet, at, int64(c.N))
	case c.Kind == IsDate && bad == nil:
		err = b.f.SetCellValue(sheet, at, when)
	default:
		err = b.f.SetCellStr(sheet, at, c.Text)
	}
	if err != nil {
		return err
	}
	return b.f.SetCellStyle(sheet, at, at, style)
}

// width fits a column to what stands in it, within reason.
func (b *book) width(s Sheet, col int) error {
	most := utf8.RuneCountInString(s.Columns[col].Title) + 4 // the filter's button
	for _, l := range s.Lines {
		most = max(most, utf8.RuneCountInString(l.Cells[col].Text)+2)
	}
	name, err := excelize.ColumnNumberToName(col + 1)
	if err != nil {
		return err
	}
	return b.f.SetColWidth(s.Title, name, name, float64(min(max(most, 12), 36)))
}
