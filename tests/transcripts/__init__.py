"""Chats as people would read them, and what plays them."""
