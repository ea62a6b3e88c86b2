// Package compose holds the test of docker-compose.yml: that what it starts is
// two equal nodes on one PostgreSQL and one Redis behind a proxy that knows
// both, that it uses settings that exist, and that no secret has a default.
package compose
