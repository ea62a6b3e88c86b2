package hub

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
)

// panicked is a panic that was caught. The stack says where in our code; what
// was thrown is left out unless the runtime threw it, since it may hold what
// people wrote.
type panicked struct{ stack []byte }

func (p panicked) Error() string { return "panic" }

// safely runs f and turns a panic into an error: one room's trouble is not the
// node's.
func safely(f func() error) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("%w of %T", panicked{debug.Stack()}, x)
			if fault, ok := x.(runtime.Error); ok {
				err = fmt.Errorf("%w: %w", err, fault)
			}
		}
	}()
	return f()
}

// broken tells whether an error is a caught panic.
func broken(err error) bool {
	var p panicked
	return errors.As(err, &p)
}

// stack is where a caught panic came from.
func stack(err error) string {
	var p panicked
	errors.As(err, &p)
	return string(p.stack)
}
