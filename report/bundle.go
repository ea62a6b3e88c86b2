package report

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// File is one of the files in a parcel. Names are ours, never somebody's.
type File struct {
	Name   string `json:"name"`
	Format string `json:"format"` // media type
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
	body   []byte
}

// Bundle is the parcel for the archive: every shape, each sheet by itself, what
// an archive asks of them, and the sums to check them by. The same record and
// build give the same bytes.
func Bundle(rec Record, about About, w Words, since *Later) ([]byte, error) {
	d := Minutes(rec, about, w, since)
	about.Title = d.Title
	files, err := files(rec, d, about)
	if err != nil {
		return nil, err
	}
	meta, err := metaJSON(about, w, files)
	if err != nil {
		return nil, err
	}
	all := append(files, File{Name: "metadata.json", body: meta}, File{Name: "metadata.xml", body: metaXML(about, w, files)})
	var sums strings.Builder
	for _, f := range all {
		fmt.Fprintf(&sums, "%s  %s\n", sumOf(f.body), f.Name)
	}
	all = append(all, File{Name: "SHA256SUMS", body: []byte(sums.String())})
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range all {
		if err := pack(z, f.Name, f.body, time.UnixMilli(about.Made).UTC()); err != nil {
			return nil, fmt.Errorf("pack a parcel: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("pack a parcel: %w", err)
	}
	return b.Bytes(), nil
}

func files(rec Record, d Document, about About) ([]File, error) {
	var list []File
	w, sheets := d.Words, Sheets(rec, d.Words)
	add := func(name, format string, body []byte, err error) error {
		list = append(list, File{name, format, len(body), sumOf(body), body})
		return err
	}
	page, err := HTML(d, Page{})
	err = first(err, add("referat.html", "text/html", page, nil))
	doc, bad := DOCX(d)
	err = first(err, add("referat.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", doc, bad))
	err = first(err, add("referat.md", "text/markdown", Markdown(d), nil))
	book, bad := XLSX(about, w, sheets)
	err = first(err, add("data.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book, bad))
	data, bad := JSON(rec)
	err = first(err, add("data.json", "application/json", data, bad))
	for _, s := range sheets {
		table, bad := CSV(w, s)
		err = first(err, add("csv/"+s.Key+".csv", "text/csv", table, bad))
	}
	return list, err
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func metaJSON(about About, w Words, files []File) ([]byte, error) {
	var by *string
	if about.Organisation != "" {
		by = &about.Organisation
	}
	return json.MarshalIndent(struct {
		Title        string  `json:"title"`
		Organisation *string `json:"organisation"`
		Held         string  `json:"held"`
		Made         string  `json:"made"`
		Version      int     `json:"version"`
		Finished     bool    `json:"finished"`
		Language     string  `json:"language"`
		Generator    string  `json:"generator"`
		Sum          string  `json:"contentSha256"`
		Files        []File  `json:"files"`
	}{about.Title, by, about.Held, stamp(about), about.Version, about.Version > 0, w.say("report.lang"), "dugnad " + about.Build, about.Sum, files}, "", "\t")
}

func stamp(about About) string { return time.UnixMilli(about.Made).UTC().Format(time.RFC3339) }

// Noark is what an archive asks, in the words of Noark 5. It is not a whole
// extraction: the case system that receives it adds case, class and access.
type noark struct {
	XMLName     xml.Name        `xml:"registrering"`
	ID          string          `xml:"systemID"`
	Made        string          `xml:"opprettetDato"`
	By          string          `xml:"opprettetAv"`
	Title       string          `xml:"tittel"`
	Date        string          `xml:"dokumentetsDato,omitempty"`
	Description []noarkDocument `xml:"dokumentbeskrivelse"`
}

type noarkDocument struct {
	Type   string      `xml:"dokumenttype"`
	Status string      `xml:"dokumentstatus"`
	Title  string      `xml:"tittel"`
	Made   string      `xml:"opprettetDato"`
	By     string      `xml:"opprettetAv"`
	Medium string      `xml:"dokumentmedium"`
	Object noarkObject `xml:"dokumentobjekt"`
}

type noarkObject struct {
	Version   int    `xml:"versjonsnummer"`
	Variant   string `xml:"variantformat"`
	Format    string `xml:"format"`
	Made      string `xml:"opprettetDato"`
	By        string `xml:"opprettetAv"`
	File      string `xml:"referanseDokumentfil"`
	Sum       string `xml:"sjekksum"`
	Algorithm string `xml:"sjekksumAlgoritme"`
	Size      int    `xml:"filstoerrelse"`
}

func metaXML(about About, w Words, files []File) []byte {
	status := "Dokumentet er under redigering"
	if about.Version > 0 {
		status = "Dokumentet er ferdigstilt"
	}
	made, by := stamp(about), orApp(about.Organisation)
	n := noark{ID: about.Sum, Made: made, By: by, Title: about.Title, Date: about.Held}
	for _, f := range files {
		variant := "Produksjonsformat"
		if f.Name == "referat.html" {
			variant = "Arkivformat"
		}
		n.Description = append(n.Description, noarkDocument{"Referat", status, about.Title, made, by, "Elektronisk arkiv",
			noarkObject{max(about.Version, 1), variant, f.Format, made, by, f.Name, f.SHA256, "SHA-256", f.Bytes}})
	}
	b, err := xml.MarshalIndent(n, "", "\t")
	if err != nil {
		panic("a description that cannot be encoded: " + err.Error())
	}
	return append([]byte(xml.Header), b...)
}
