package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// DOCX is the document as a file that can be edited: seven parts in a zip, no
// more than a word processor needs to show headings, lists, tables, the
// language and a page number.
func DOCX(d Document) ([]byte, error) {
	w := d.Words
	lang := quoted(w.say("report.lang"))
	look := fmt.Sprintf(styles, lang)
	if d.Sheet {
		look = tight.Replace(look)
	}
	made := time.UnixMilli(d.About.Made).UTC()
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageLinks},
		{"word/document.xml", new(docx).document(d)},
		{"word/_rels/document.xml.rels", documentLinks},
		{"word/styles.xml", look},
		{"word/numbering.xml", numbering},
		{"word/settings.xml", fmt.Sprintf(settings, lang)},
		{"word/footer1.xml", footer},
		{"docProps/core.xml", fmt.Sprintf(core, quoted(d.About.Title), quoted(orApp(d.About.Organisation)), lang, quoted(d.About.Sum), made.Format(time.RFC3339))},
		{"docProps/app.xml", fmt.Sprintf(app, quoted(d.About.Build))},
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		if err := pack(z, p.name, []byte(p.text), made); err != nil {
			return nil, fmt.Errorf("write a document: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("write a document: %w", err)
	}
	return b.Bytes(), nil
}

// tight sets a document that must go on one page: smaller letters, less air.
var tight = strings.NewReplacer(`<w:sz w:val="22"/><w:szCs w:val="22"/>`, `<w:sz w:val="19"/><w:szCs w:val="19"/>`, `<w:sz w:val="40"/>`, `<w:sz w:val="32"/>`,
	`<w:sz w:val="28"/>`, `<w:sz w:val="22"/>`, `<w:sz w:val="24"/>`, `<w:sz w:val="21"/>`, `<w:sz w:val="20"/>`, `<w:sz w:val="18"/>`,
	`w:before="320" w:after="60"`, `w:before="120" w:after="20"`, `w:before="30" w:after="30"`, `w:before="0" w:after="0"`,
	`w:after="80" w:line="264"`, `w:after="40" w:line="252"`)

// pack puts a file into a zip under a name of ours.
func pack(z *zip.Writer, name string, body []byte, at time.Time) error {
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at})
	if err == nil {
		_, err = f.Write(body)
	}
	return err
}

const (
	ooxml = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	parts = "http://schemas.openxmlformats.org/package/2006/"
	words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	types = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	meta  = "application/vnd.openxmlformats-"

	contentTypes = xml.Header + `<Types xmlns="` + parts + `content-types"><Default Extension="rels" ContentType="` + meta + `package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="` + types + `document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + types + `styles+xml"/><Override PartName="/word/numbering.xml" ContentType="` + types + `numbering+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="` + types + `settings+xml"/><Override PartName="/word/footer1.xml" ContentType="` + types + `footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="` + meta + `package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="` + meta + `officedocument.extended-properties+xml"/></Types>`

	packageLinks = xml.Header + `<Relationships xmlns="` + parts + `relationships"><Relationship Id="rId1" Type="` + ooxml + `officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="` + parts + `relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="rId3" Type="` + ooxml + `extended-properties" Target="docProps/app.xml"/></Relationships>`

	documentLinks = xml.Header + `<Relationships xmlns="` + parts + `relationships"><Relationship Id="rId1" Type="` + ooxml + `styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="` + ooxml + `numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="` + ooxml + `settings" Target="settings.xml"/>` +
		`<Relationship Id="rId4" Type="` + ooxml + `footer" Target="footer1.xml"/></Relationships>`

	settings = xml.Header + `<w:settings xmlns:w="` + words + `"><w:themeFontLang w:val="%s"/></w:settings>`

	footer = xml.Header + `<w:ftr xmlns:w="` + words + `"><w:p><w:pPr><w:pStyle w:val="Note"/><w:jc w:val="right"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>` +
		`<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>` +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`

	core = xml.Header + `<cp:coreProperties xmlns:cp="` + parts + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
		`xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title><dc:creator>%s</dc:creator><dc:language>%s</dc:language><dc:identifier>%s</dc:identifier>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">%[5]s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%[5]s</dcterms:modified></cp:coreProperties>`

	app = xml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>dugnad %s</Application></Properties>`

	numbering = xml.Header + `<w:numbering xmlns:w="` + words + `"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
		`<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

	styles = xml.Header + `<w:styles xmlns:w="` + words + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>` +
		`<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="%s"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:after="160" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="320" w:after="60"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="1A4A86"/><w:sz w:val="28"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="20"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="23"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="30"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Facts"><w:name w:val="Facts"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Opening"><w:name w:val="Opening"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="46525D"/><w:sz w:val="18"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Ask"><w:name w:val="Ask"/><w:basedOn w:val="Normal"/><w:pPr><w:keepLines/><w:pBdr><w:top w:val="single" w:sz="12" w:space="6" w:color="1A4A86"/><w:left w:val="single" w:sz="12" w:space="6" w:color="1A4A86"/><w:bottom w:val="single" w:sz="12" w:space="6" w:color="1A4A86"/><w:right w:val="single" w:sz="12" w:space="6" w:color="1A4A86"/></w:pBdr><w:ind w:left="140" w:right="140"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>` +
		`<w:style w:type="table" w:customStyle="1" w:styleId="Lines"><w:name w:val="Lines"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="DCCFB9"/><w:insideH w:val="single" w:sz="6" w:space="0" w:color="DCCFB9"/></w:tblBorders></w:tblPr>` +
		`<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="46525D"/></w:tcBorders></w:tcPr></w:tblStylePr>` +
		`<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style></w:styles>`
)
