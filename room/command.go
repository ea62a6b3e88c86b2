package room

import "encoding/json"

// Command is something somebody wants. allow names the roles that may ask;
// decide is the rule. by is nil when the house asks.
type Command interface {
	allow() roles
	decide(s *State, by *Seat, m Moment) (Decision, error)
}

// DecodeCommand turns a wire name and its JSON into a command. An unknown name
// or a wrong shape is refused as invalid.
func DecodeCommand(name string, with []byte) (Command, error) {
	open, ok := commands[name]
	if !ok || open.house {
		return nil, Refuse(Invalid)
	}
	if len(with) == 0 {
		with = []byte("{}")
	}
	c, err := open.read(with)
	if err != nil {
		return nil, Refuse(Invalid)
	}
	return c, nil
}

func readCommand[C Command](with []byte) (Command, error) {
	var c C
	err := json.Unmarshal(with, &c)
	return c, err
}
