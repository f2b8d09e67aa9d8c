"""At a question of one request another is wished for besides: "trus nama anak saya di kk salah tulis"."""

from __future__ import annotations

import re
from dataclasses import asdict

from bot.answering.beginning import begun
from bot.flows.application import NAME
from bot.says import Say
from bot.state import Frame
from bot.turn import Turn
from bot.wording import Words

BESIDES = re.compile(
    r"^\W*(?:(?:oh?\s+ya|oya|oiya|btw|sama|dan|nanti)\b[\s,]*)?(?:trus|terus|trs|lalu|sekalian|skalian|sekaligus|juga|jg|plus|also)\b"
    r"|\b(?:sekalian|skalian|sekaligus|as well)\b",
    re.IGNORECASE,
)


def wished_as_well(turn: Turn, frame: Frame, text: str) -> bool:
    """It is kept until this one is done, and the open question comes back."""
    if not frame.flow.startswith(NAME) or not BESIDES.search(text):
        return False
    meant = turn.context.means(text)
    if not (meant.wanted and meant.services) or NAME + meant.services[0].code == frame.flow:
        return False
    other = begun(turn, meant.services[0], text)
    known = [*(each.flow for each in turn.state.stack), *(wish["flow"] for wish in turn.state.wishes)]
    turn.state.wishes += [] if other.flow in known else [asdict(other)]
    turn.say(Say("wished-as-well", {"service": Words(f"service-{meant.services[0].code}")}))
    turn.repeat()
    return True
