"""Conversations handed to an officer."""

from registry.tickets.answering import LONGEST_REPLY, close, open_tickets, say, take
from registry.tickets.asking import fall_silent, give_up, open_ticket, waiting_ahead

__all__ = [
    "LONGEST_REPLY",
    "close",
    "fall_silent",
    "give_up",
    "open_ticket",
    "open_tickets",
    "say",
    "take",
    "waiting_ahead",
]
