package room

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of what people write, counted in what they see as characters.
const (
	IdeaMax  = 280
	TitleMax = 60 // on a ballot and on the board
	NameMax  = 80 // meeting title, who decides, who is responsible
	StepMax  = 140
	marksMax = 3 // combining marks on one character; more is mischief
)

// Clean is for who shows texts that may be older than these rules, or come
// from elsewhere: the same as is done with whatever people write.
func Clean(text string) string { return clean(text) }

// clean makes a text safe to show: no control characters, no overrides of
// direction, no invisible separators, marks kept to a few, white space folded,
// broken UTF-8 replaced. It never shortens.
func clean(text string) string {
	var b strings.Builder
	marks, space, started := 0, false, false
	for _, r := range strings.ToValidUTF8(text, "�") {
		switch {
		case unicode.IsSpace(r):
			space = started
			continue
		case hidden(r):
			continue
		case unicode.In(r, unicode.Mn, unicode.Me):
			if marks++; marks > marksMax {
				continue
			}
		default:
			marks = 0
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
		started = true
	}
	return b.String()
}

// hidden tells the characters that nobody sees and that could make a text look
// like another one. The joiners stay: emoji and several scripts need them.
func hidden(r rune) bool {
	switch {
	case r == '\u200c', r == '\u200d':
		return false
	case r == '\u00ad', r == '\u034f', r == '\u115f', r == '\u1160', r == '\u3164', r == '\ufeff':
		return true
	case r >= '\u200b' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u206f':
		return true
	case r >= 0xfff0 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return unicode.IsControl(r) || unicode.In(r, unicode.Co)
}

// seen tells whether a character stands for itself: not the joiners and variation
// selectors that stay for what is beside them, nor a space that is drawn as a letter.
func seen(r rune) bool {
	switch {
	case r == ' ', r == '\u200c', r == '\u200d', r == '\u2800', r == '\uffa0', r >= '\ufe00' && r <= '\ufe0f':
		return false
	}
	return true
}

// length counts what people see as characters: marks, joiners and variation
// selectors belong to the character before them.
func length(text string) int {
	n, joined := 0, false
	for _, r := range text {
		switch {
		case r == '\u200d':
			joined = true
			continue
		case unicode.In(r, unicode.Mn, unicode.Me), r >= '\ufe00' && r <= '\ufe0f', r == '\u200c':
			continue
		case r >= 0x1f3fb && r <= 0x1f3ff: // skin tones
			continue
		}
		if !joined {
			n++
		}
		joined = false
	}
	return n
}

// written cleans a text that must be there and be at most max characters.
func written(text string, max int) (string, error) {
	t, err := maybe(text, max)
	if err == nil && t == "" {
		return "", Refuse(Empty)
	}
	return t, err
}

// maybe is written for a text that may be empty, as one is that nobody can see.
func maybe(text string, max int) (string, error) {
	if len(text) > 16*max {
		return "", Refuse(TooLong)
	}
	t := clean(text)
	if !strings.ContainsFunc(t, seen) {
		t = ""
	}
	if length(t) > max || utf8.RuneCountInString(t) > 8*max {
		return "", Refuse(TooLong)
	}
	return t, nil
}

// short cuts a text to fit a ballot, at a word where it can.
func short(text string) string {
	if length(text) <= TitleMax {
		return text
	}
	cut, n, joined := text, 0, false
	for at, r := range text {
		if clings(r) {
			joined = r == '\u200d'
			continue
		}
		if !joined {
			if n == TitleMax-1 {
				cut = text[:at]
				break
			}
			n++
		}
		joined = false
	}
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,.;:–-") + "…"
}

// clings tells characters that belong to the one in front of them.
func clings(r rune) bool {
	return r == '\u200c' || r == '\u200d' || unicode.In(r, unicode.Mn, unicode.Me) || r >= '\ufe00' && r <= '\ufe0f' ||
		r >= 0x1f3fb && r <= 0x1f3ff
}

// goodID tells whether a client may use this as the id of something new.
func goodID(id string) bool {
	if len(id) < 1 || len(id) > 40 {
		return false
	}
	for _, r := range id {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return true
}
