"""A line that follows within seconds may belong to the answer before it: "rina", then "contoh"."""

from __future__ import annotations

import re

from bot.flow import Several
from bot.flows.labels import label_of
from bot.flows.names import NEVER_IN_NAMES, NO_NAMES
from bot.flows.street import ROADS
from bot.flows.typed import shown_in, told
from bot.meaning.no_answer import spoken
from bot.meaning.spelling import spelling
from bot.says import AskAgain, Say
from bot.state import Frame
from bot.turn import Turn

SHORT = ("name", "place")  # kinds of which one word is often only the beginning
# What we ask to be typed, or is pressed elsewhere, and speech: no part of a name, though some of it may be one alone.
OURS = {
    "halaman", "link", "page", "bawa", "dibawa", "bring", "lupa", "nanti", "cukup", "kirim", "format", "syarat",
    "formulir", "skip", "lewati", "next", "ok", "benar", "hadir", "urgent", "tautan",
}  # fmt: skip


def _is_begun(before: str, text: str) -> bool:
    """One word, and then no number and no street: these belong to another question. Nor words that are ours."""
    if len(before.split()) != 1 or re.search(r"\d", text) or ROADS.search(text):
        return False
    return not spelling().lexicon.union(OURS, NO_NAMES, NEVER_IN_NAMES).issuperset(spoken(text))


def grown(turn: Turn, frame: Frame, text: str) -> Several | None:
    """The last answer with this line added, where the open question cannot take the line and the last one can."""
    key, before = turn.growing or ("", "")
    step = next((step for step in turn.context.flows[frame.flow].steps if step.key == key), None)
    begun = step is not None and (step.kind == "text" or (step.kind in SHORT and _is_begun(before, text)))
    if step is None or not begun or frame.given[-1:] != [key]:
        return None
    talk = turn.talk(frame)
    try:
        longer = told(step, talk, f"{before} {text}")[key].value
    except AskAgain:
        return None
    if longer == frame.answers[key]:
        return None
    shown = shown_in(step, talk, longer) or label_of(step, talk)
    return Several({key: longer}, Say("several-read", {"rows": shown}))
