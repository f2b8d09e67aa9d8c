"""Words for those who mourn: before anything else, once a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.flow import Flow
from bot.says import Say
from bot.state import Frame, State
from registry.catalogue.sorrow import CONDOLENCES, speaks_of_death

MOURNS = "mourns"  # a fact of a request whose words spoke of a death


def opening(state: State, today: date, flow: Flow, frame: Frame | None = None) -> Iterator[Say]:
    """What a request about a death opens with: not again the same day, until one was sent."""
    opens = flow.opens or (Say(CONDOLENCES) if frame and frame.facts.get(MOURNS) else None)
    if opens and _is_first(state, today):
        yield opens


def beside(state: State, today: date, text: str) -> Iterator[Say]:
    """Where words beside any request speak of a death."""
    if speaks_of_death(text):
        yield from told(state, today)


def told(state: State, today: date) -> Iterator[Say]:
    """Where an answer tells of one."""
    if _is_first(state, today):
        yield Say(CONDOLENCES)


def _is_first(state: State, today: date) -> bool:
    first = state.consoled_on != today.isoformat()
    state.consoled_on = today.isoformat()
    return first
