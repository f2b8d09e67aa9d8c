"""Which request goes on, where it comes back after a menu, another request or some days."""

from __future__ import annotations

from bot.flow import Say, Talk
from bot.flows.application import NAME
from bot.state import Frame
from bot.wording import Words
from registry.catalogue import Catalogue
from registry.desk.searching import first_given


def request_resumed(frame: Frame, talk: Talk, catalogue: Catalogue) -> Say | None:
    """With the first name of whom it is about, where that is known; none for what is no request begun before."""
    if not (frame.flow.startswith(NAME) and frame.asked):
        return None
    code = frame.flow.removeprefix(NAME)
    name = first_given(catalogue[code], talk.answers, "name")
    return Say("request-resumed", {"service": Words(f"short-{code}"), "who": name.split()[0] if name else "none"})
