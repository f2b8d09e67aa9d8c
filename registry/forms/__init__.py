"""The official forms, filled in from the answers."""
