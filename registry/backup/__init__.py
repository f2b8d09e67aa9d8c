"""Copies of a whole installation, and the way back: database, files, and what was deleted since."""
