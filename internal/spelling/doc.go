// Package spelling holds our texts against the dictionaries of hunspell, and
// nynorsk against being bokmål with the words exchanged. It is nothing but its
// tests.
package spelling
