"""`python -m bot.intents` reads messages, one a line, and prints what each is about, as bot/meaning/ tells it."""

from __future__ import annotations

from bot.meaning.intents import Label, main, understand

__all__ = ["Label", "main", "understand"]

if __name__ == "__main__":
    main()
