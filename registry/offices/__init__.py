"""An office: its settings, its people, and what it does differently."""
