"""Deletes what a citizen gave when its time is up, or when they ask for it. Every step is one short transaction that
may be cut off at any point and done again; what lies outside the database is left behind as remnants."""
