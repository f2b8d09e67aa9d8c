"""Dates as people write them, and the hours in which an office works."""
