package report

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
