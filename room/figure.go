package room

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Figure is a number nobody has to take on trust: without year and source it is
// refused.
type Figure struct {
	Label  string `json:"label"`
	Number string `json:"number"`
	Unit   string `json:"unit"`
	Year   string `json:"year"` // 2023, or 2021–2023
	Source string `json:"source"`
}

var years = regexp.MustCompile(`^(\d{4})(?:[-–](\d{4}))?$`)

func checkFigures(figures []Figure) ([]Figure, error) {
	switch {
	case len(figures) == 0:
		return nil, Refuse(Empty)
	case len(figures) > FiguresMax:
		return nil, Refuse(Full)
	}
	out := slices.Clone(figures)
	for n := range out {
		f := &out[n]
		for _, part := range []struct {
			text *string
			max  int
		}{{&f.Label, TitleMax}, {&f.Number, NumberMax}, {&f.Unit, UnitMax}, {&f.Year, 9}, {&f.Source, TitleMax}} {
			var err error
			if *part.text, err = written(*part.text, part.max); err != nil {
				return nil, err
			}
		}
		if f.lastYear() == 0 {
			return nil, Refuse(Invalid)
		}
		f.Year = strings.Replace(f.Year, "-", "–", 1)
	}
	return out, nil
}

// lastYear is the last year a figure speaks of, 0 if it cannot be read.
func (f Figure) lastYear() int {
	m := years.FindStringSubmatch(f.Year)
	if m == nil {
		return 0
	}
	last := m[1]
	if m[2] != "" {
		last = m[2]
	}
	n, _ := strconv.Atoi(last)
	return n
}

// FigureView says of a figure also whether it has grown old.
type FigureView struct {
	Label  string `json:"label"`
	Number string `json:"number"`
	Unit   string `json:"unit"`
	Year   string `json:"year"`
	Source string `json:"source"`
	Old    bool   `json:"old"`
}
