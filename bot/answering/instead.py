"""Who began one request and meant another: "eh bukan ktp, kk maksudnya"."""

from __future__ import annotations

import re

from bot.answering.beginning import EVENTS, begin, begun
from bot.effects import Start
from bot.flows.application import NAME
from bot.meaning.both import DOCUMENTS
from bot.meaning.spelling import spelling
from bot.state import Frame
from bot.turn import Turn

NOT = {"bukan", "bukannya", "tidak"}  # in the words of words.toml, where "not" is "tidak", and "maksudnya" "arti"
WRONG = {"salah", "keliru"}
INSTEAD = {"gajadi", "gakjadi", "batal"}  # of the one, where another is named
MEANT = {"arti", "maksud", "maksudku", "mean", "meant", "harusnya", "seharusnya", "melainkan"}
BESIDE = {"eh", "oh", "maaf", "saya", "yang", "tapi", "but", "nomor", "itu", "wait", *MEANT}
REFUSES = re.compile(
    r"^\s*(?:bukan|bkn|no|not that)\b.*\b(?:mau|mo|ingin|pengen|minta|cuma|want)\b", re.IGNORECASE | re.DOTALL
)
MOST_WORDS = 10  # more is a story


def changed_mind(turn: Turn, frame: Frame, text: str) -> bool:
    """What was told of the first counts for the other: a loss is a loss. Where nothing was answered yet the first is
    dropped."""
    words = [word for word in spelling().words(text) if word.isalnum()]
    wanted = _wanted(words) if frame.flow.startswith(NAME) else []
    start = _start(turn, wanted, frame) if wanted else None
    if start is None or start.flow == frame.flow:
        return False
    turn.state.stack = [each for each in turn.state.stack if each is not frame or frame.given]
    return begin(turn, start)


def _wanted(words: list[str]) -> list[str]:
    """The words for the document that is meant, without those for the one that is not."""
    denied = {words[n + 1] for n, word in enumerate(words[:-1]) if word in NOT} & DOCUMENTS
    said = set(words)
    other = (said & DOCUMENTS) - denied
    corrects = said & MEANT and said & (NOT | WRONG | BESIDE - MEANT)
    if not other or len(words) > MOST_WORDS or not (denied or corrects or said & INSTEAD):
        return []
    return [word for word in words if word not in NOT | WRONG | BESIDE | INSTEAD | denied]


def _start(turn: Turn, wanted: list[str], frame: Frame) -> Start | None:
    for said in (" ".join(wanted), " ".join([*wanted, *frame.facts.get(EVENTS, ())])):
        meant = turn.context.means(said)
        if meant.wanted and len(meant.services) == 1:
            return begun(turn, meant.services[0], said)
    return Start("menu", {"group": meant.group}) if meant.wanted and meant.group else None


def refuses_all(text: str) -> bool:
    """ "Bukan, saya mau menolak": nothing that is asked here is meant."""
    return REFUSES.search(text) is not None
