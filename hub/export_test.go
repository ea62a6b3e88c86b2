package hub

// Waiting tells how many commands wait for a room that is at work.
func (h *Hub) Waiting(id string) int {
	h.mu.Lock()
	r := h.rooms[id]
	h.mu.Unlock()
	if r == nil {
		return 0
	}
	r.inbox.mu.Lock()
	defer r.inbox.mu.Unlock()
	return len(r.jobs)
}

// KillListeners throws every subscriber out of the server.
func (r *Redis) KillListeners() error {
	return r.client.Do(r.ctx, "CLIENT", "KILL", "TYPE", "PUBSUB").Err()
}
