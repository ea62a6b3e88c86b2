// Package papers holds the test of what we have written for kommuner: that every
// test, setting, command and page it speaks of is there, and that the record of
// processing knows all that the program deletes.
package papers
