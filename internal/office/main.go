// Command office opens what we export with a program that is not ours:
// LibreOffice, without a window. It writes a filled and a hostile report in
// every shape it reads, has them turned into PDF, and fails when one is not
// taken. It is no part of the tests: LibreOffice is half a gigabyte.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"dugnad/report"
	"dugnad/room"
	"dugnad/web"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	office, err := exec.LookPath("soffice")
	if err != nil {
		return fmt.Errorf("LibreOffice is not installed: on Debian, apt-get install libreoffice-writer-nogui libreoffice-calc-nogui")
	}
	dir, err := os.MkdirTemp("", "dugnad-office-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var files []string
	for name, text := range map[string]string{"plain": "Én fast person i kommunen", "hostile": "=HYPERLINK(\"x\") </w:t>& \u202e <script>"} {
		made, err := write(dir, name, text)
		if err != nil {
			return err
		}
		files = append(files, made...)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	for _, f := range files {
		if err := turn(ctx, office, dir, f); err != nil {
			return err
		}
		fmt.Println("ok   ", filepath.Base(f))
	}
	return nil
}

// write puts a report with one text in it into a folder, in the shapes an
// office program opens.
func write(dir, name, text string) ([]string, error) {
	w, err := words("nb")
	if err != nil {
		return nil, err
	}
	rec, about := filled(text), report.About{Organisation: text, Held: "2020-11-25", Made: 1633082400000, Zone: "Europe/Oslo", Build: "office"}
	sheets := report.Sheets(rec, w)
	shapes := map[string]func() ([]byte, error){
		"referat.docx": func() ([]byte, error) { return report.DOCX(report.Minutes(rec, about, w, nil)) },
		"ark.docx":     func() ([]byte, error) { return report.DOCX(report.OneSheet(rec, about, w, true)) },
		"soknad.docx":  func() ([]byte, error) { return report.DOCX(report.GrantSheet(rec, about, w)) },
		"data.xlsx":    func() ([]byte, error) { return report.XLSX(about, w, sheets) },
		"data.csv":     func() ([]byte, error) { return report.CSV(w, sheets...) },
	}
	var files []string
	for end, make := range shapes {
		b, err := make()
		if err != nil {
			return nil, err
		}
		file := filepath.Join(dir, name+"-"+end)
		if err := os.WriteFile(file, b, 0o600); err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// turn has a file opened and printed. LibreOffice says little when it fails, so
// what counts is whether there is a page.
func turn(ctx context.Context, office, dir, file string) error {
	out := filepath.Join(dir, filepath.Base(file)+".out")
	cmd := exec.CommandContext(ctx, office, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--convert-to", "pdf", "--outdir", out, file)
	said, err := cmd.CombinedOutput()
	made, _ := filepath.Glob(filepath.Join(out, "*.pdf"))
	if err != nil || len(made) != 1 {
		return fmt.Errorf("%s does not open: %v\n%s", filepath.Base(file), err, said)
	}
	b, err := os.ReadFile(made[0])
	if err != nil || !bytes.HasPrefix(b, []byte("%PDF")) || len(b) < 5000 {
		return fmt.Errorf("%s has no pages: %v", filepath.Base(file), err)
	}
	return nil
}

func words(lang string) (report.Words, error) {
	raw, err := web.Locales.ReadFile("locales/" + lang + ".json")
	texts := map[string]string{}
	if err == nil {
		err = json.Unmarshal(raw, &texts)
	}
	return report.Words{Lang: lang, Texts: texts, First: texts}, err
}

func filled(text string) report.Record {
	size := 12
	return report.Record{
		Meeting:   report.Meeting{Title: text, Lang: "nb", Decides: text, AnswerBy: "2021-01-29", Zone: "Europe/Oslo", Status: "ended", Started: 1606322400000, Ended: 1606338000000},
		People:    report.People{All: 12, As: []room.Share{{As: "kommune", N: 7}}, Others: 5},
		Groups:    []report.Group{{N: 1, Size: &size, Sent: true}},
		Clusters:  []report.Cluster{{ID: "c1", Title: text, Ideas: []string{"i1"}}},
		Ideas:     []report.Idea{{ID: "i1", Text: text, Group: 1, Place: room.InPlenum}},
		Votes:     []report.Vote{{ID: "v1", Method: "approve", K: 3, Secret: true, Ballots: 12, Rows: []report.Row{{ID: "c1", Title: text, Rank: 1, Marks: 7}}}},
		Decisions: []report.Resolution{{ID: "b1", Text: text, Reason: text}},
		Measures:  []report.Measure{{ID: "m1", Title: text, Cluster: "c1", Responsible: text, First: text, Due: "2021-10-01", Status: "i-gang"}},
		Goodbyes:  report.Goodbyes{Answers: 11, Useful: []int{0, 0, 0, 5, 6}, Know: 6},
	}
}
