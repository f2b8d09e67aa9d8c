"""Modems of our own with SIM cards, driven by Gammu's SMS daemon: its tables are how we speak with it."""
