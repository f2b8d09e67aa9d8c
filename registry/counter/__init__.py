"""For who stands at the counter: found, filed for, handed over to."""
