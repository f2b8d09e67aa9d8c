"""Conversations handed to an officer."""

from registry.tickets.answering import LONGEST_REPLY, Fate, close, fate_of, open_tickets, say, speak_again, take
from registry.tickets.asking import fall_silent, give_up, open_ticket, waiting_ahead
from registry.tickets.handing_on import ROLES, colleagues, hand_on

__all__ = [
    "LONGEST_REPLY",
    "ROLES",
    "Fate",
    "close",
    "colleagues",
    "fall_silent",
    "fate_of",
    "give_up",
    "hand_on",
    "open_ticket",
    "open_tickets",
    "say",
    "speak_again",
    "take",
    "waiting_ahead",
]
