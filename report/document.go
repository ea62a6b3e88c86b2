package report

import "strconv"

// Document is a text with its parts named, so that every shape can say what is
// a heading, a list and a table's head to whoever cannot see it.
type Document struct {
	Words  Words
	Title  string
	Facts  []Fact // who, when: under the title
	Blocks []Block
	About  About
	Sheet  bool // one page, set tight
}

// About is what an archive asks of a file.
type About struct {
	Title        string // of the document, not of the meeting alone
	Organisation string // empty: not told
	Held         string // YYYY-MM-DD, when the meeting was
	Made         int64  // unix milliseconds: the moment whose facts these are
	Zone         string
	Version      int // of the finished report; 0 is not finished
	Sum          string
	Build        string
}

// Block is a piece of a document: [Heading], [Text], [Points], [List] or
// [Table].
type Block interface{ block() }

// Heading opens a part. The title is level 1.
type Heading struct {
	Level int
	Text  string
}

// Tone is how a paragraph is set.
type Tone string

const (
	Plain   Tone = ""
	Opening Tone = "opening" // the few lines that must be read
	Note    Tone = "note"    // about the document, not of it
	Ask     Tone = "ask"     // what we ask of the reader
)

// Text is a paragraph.
type Text struct {
	Tone      Tone
	Sentences []Sentence
}

// Sentence may say which numbered line of a table it is drawn from.
type Sentence struct {
	Text string
	From int
}

// Points are sentences in a list.
type Points []Sentence

// List is a list of points.
type List []string

// Table has a head, and a first column that names each line.
type Table struct {
	Title string
	Head  []string
	Right []bool // columns of numbers
	Wide  []int  // how wide the columns are, against each other
	Lines [][]string
	Refs  bool // the first column is the number that sentences point to
	Bars  *Bars
}

// Bars are the same numbers for the eye: a bar for each line, in one of its cells.
// They are drawn where there is room for them and say nothing that the table does
// not.
type Bars struct {
	In    int      // the column
	Of    int      // how much a whole bar is
	Tones []string // of its parts, one after the other; a part is named by what it is
	Parts [][]int  // for each line
}

// bars draws one column of whole numbers in another.
func bars(in int, lengths []int) *Bars {
	b := &Bars{In: in, Tones: []string{"one"}}
	for _, n := range lengths {
		b.Of = max(b.Of, n)
		b.Parts = append(b.Parts, []int{n})
	}
	return b
}

// key is the part of the bars that a column holds the numbers of; empty where they
// have but one.
func (t Table) key(column int) string {
	if t.Bars == nil || len(t.Bars.Tones) < 2 || column <= t.Bars.In || column > t.Bars.In+len(t.Bars.Tones) {
		return ""
	}
	return t.Bars.Tones[column-t.Bars.In-1]
}

// Piece is a part of a bar, in hundredths of the whole.
type Piece struct {
	Tone string
	X, W string
}

// pieces is what is drawn in a cell; nothing in any other than the bars' own.
func (t Table) pieces(line, column int) []Piece {
	if t.Bars == nil || t.Bars.In != column || t.Bars.Of == 0 {
		return nil
	}
	var all []Piece
	at := 0
	hundredths := func(n int) string { return strconv.FormatFloat(100*float64(n)/float64(t.Bars.Of), 'f', 2, 64) }
	for n, part := range t.Bars.Parts[line] {
		if part > 0 {
			all = append(all, Piece{t.Bars.Tones[n], hundredths(at), hundredths(part)})
		}
		at += part
	}
	return all
}

// Fact is a label and what it says.
type Fact struct{ Label, Text string }

func (Heading) block() {}
func (Text) block()    {}
func (List) block()    {}
func (Points) block()  {}
func (Table) block()   {}

// para is a paragraph of one sentence.
func para(tone Tone, text string) Text { return Text{tone, []Sentence{{Text: text}}} }

func (d *Document) add(blocks ...Block) { d.Blocks = append(d.Blocks, blocks...) }

// part opens a part with a heading, unless there is nothing in it.
func (d *Document) part(title string, blocks ...Block) {
	if len(blocks) > 0 {
		d.add(Heading{2, title})
		d.add(blocks...)
	}
}
