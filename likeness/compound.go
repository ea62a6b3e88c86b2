package likeness

import "sort"

// Scandinavian words are put together: *kveldsbuss* is a bus. A word is taken
// apart only by words that somebody in the same meeting has written by
// themselves, so no list of words is needed, and none can be fitted to a case.
const (
	partMin = 4 // letters of a part
	restMin = 3 // letters of what is left beside it
)

// parts lists the known stems that a stem begins or ends with.
func parts(stem string, known map[string]int) []string {
	letters := []rune(stem)
	var found []string
	for at := restMin; at <= len(letters)-restMin; at++ {
		if front := string(letters[:at]); at >= partMin && known[front] > 0 {
			found = append(found, front)
		}
		if back := string(letters[at:]); len(letters)-at >= partMin && known[back] > 0 {
			found = append(found, back)
		}
	}
	return found
}

// slipMin is how long a word must be before one letter is taken for a slip of
// the thumb: among short words one letter is another word.
const slipMin = 7

// spelling gives every known stem the most written one that is a letter away.
func spelling(known map[string]int) func(string) string {
	long := []string{}
	for stem := range known {
		if len([]rune(stem)) >= slipMin {
			long = append(long, stem)
		}
	}
	sort.Slice(long, func(a, b int) bool {
		return known[long[a]] > known[long[b]] || known[long[a]] == known[long[b]] && long[a] < long[b]
	})
	meant := map[string]string{}
	for n, stem := range long {
		for _, better := range long[:n] {
			if meant[better] == "" && letterAway([]rune(stem), []rune(better)) {
				meant[stem] = better
				break
			}
		}
	}
	return func(stem string) string {
		if m := meant[stem]; m != "" {
			return m
		}
		return stem
	}
}

// letterAway tells whether one letter too many, too few or wrong is all that
// is between two words.
func letterAway(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	n := 0
	for n < len(a) && a[n] == b[n] {
		n++
	}
	if len(a) == len(b) {
		return string(a[min(n+1, len(a)):]) == string(b[min(n+1, len(b)):])
	}
	return string(a[n:]) == string(b[n+1:])
}
