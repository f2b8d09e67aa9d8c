"""The office: its rules and its records."""
