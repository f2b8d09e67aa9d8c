"""What citizens send: judged by its content, made harmless, stored encrypted."""
