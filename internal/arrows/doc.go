// Package arrows holds the tests that keep the house in its shape: who may
// import whom, what the rules may not touch, and that every package says what
// it is.
package arrows
