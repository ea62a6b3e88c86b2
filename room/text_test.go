package room

import (
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"  to   ord \n her ":                   "to ord her",
		"a\u202eb\u202cc":                      "abc",
		"null\u0000tegn":                       "nulltegn",
		"usynlig\u200b\u2060\ufeff":            "usynlig",
		"a" + strings.Repeat("\u0301", 10_000): "a\u0301\u0301\u0301",
		"familie 👨\u200d👩\u200d👧":              "familie 👨\u200d👩\u200d👧",
		"ødelagt \xff\xfe":                     "ødelagt �",
		"<script>alert(1)</script>":            "<script>alert(1)</script>",
		"=HYPERLINK(\"x\")":                    "=HYPERLINK(\"x\")",
		"'; DROP TABLE events; --":             "'; DROP TABLE events; --",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLengthCountsWhatPeopleSee(t *testing.T) {
	for in, want := range map[string]int{"": 0, "å": 1, "a\u030a": 1, "👨\u200d👩\u200d👧": 1, "👍🏽": 1, "ærlig": 5} {
		if got := length(in); got != want {
			t.Errorf("length(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestWritten(t *testing.T) {
	if _, err := written(strings.Repeat("å", IdeaMax), IdeaMax); err != nil {
		t.Errorf("the longest text is refused: %v", err)
	}
	if _, err := written(strings.Repeat("å", IdeaMax+1), IdeaMax); err != Refuse(TooLong) {
		t.Errorf("one too many: %v", err)
	}
	for _, text := range []string{" \u200b\n", "\u3164", "\u200d", "\u200c\u200d", "\u2800 \u2800", "\ufe0f", "\uffa0"} {
		if _, err := written(text, IdeaMax); err != Refuse(Empty) {
			t.Errorf("%q has nothing to see: %v", text, err)
		}
	}
	// What is nothing alone is something with what it belongs to: a heart in colour, a Persian word, braille with its space.
	for _, text := range []string{"❤\ufe0f", "می\u200cخواهیم", "⠃⠥⠎⠎\u2800⠓⠑⠊⠍", "👩\u200d👧"} {
		if got, err := written(text, IdeaMax); err != nil || got != text {
			t.Errorf("%q became %q: %v", text, got, err)
		}
	}
}

func TestShortFitsTheBallot(t *testing.T) {
	long := "Én fast person i kommunen som lag og skole kan kontakte når et barn ikke er med på noe"
	got := short(long)
	if length(got) > TitleMax || !strings.HasSuffix(got, "…") || strings.Contains(got, " …") {
		t.Errorf("short: %q (%d)", got, length(got))
	}
	if short("Kort") != "Kort" {
		t.Error("a short text was cut")
	}
}
