//go:build !linux

package store

import "testing"

// asStranger takes for granted that we are not root.
func asStranger(_ *testing.T, do func()) { do() }
