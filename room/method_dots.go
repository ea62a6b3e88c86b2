package room

// Dots: K dots to lay out, several on one option if one likes. An option is
// named once for each dot.

func fairDots(v *Vote, c Choice) error {
	if len(c) > v.K {
		return Refuse(TooMany)
	}
	for _, o := range c {
		if v.option(o) < 0 {
			return Refuse(Missing)
		}
	}
	return nil
}
