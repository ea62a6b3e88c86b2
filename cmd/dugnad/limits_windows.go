package main

// bearLimits has nothing to do where files have no limits of their own.
func bearLimits() {}
