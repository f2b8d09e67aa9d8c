"""The carriers that bring messages to citizens."""
