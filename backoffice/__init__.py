"""The officers' side: screens over the office's records."""
