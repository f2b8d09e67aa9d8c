"""The outgoing desk: everything that leaves, and the waking of those who send it."""
