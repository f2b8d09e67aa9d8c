"""One word of a name put right: "Bhima bukan Bima", of Bima Contoh."""

from __future__ import annotations

import re

from bot.flows.names import cased

_WORDS = r"[^\W\d_][\w' ]*?"
PART = re.compile(
    rf"^(?:(?P<new>{_WORDS})\s+(?:bukan(?:nya)?|bkn|not)\s+(?P<old>{_WORDS})"
    rf"|(?:bukan(?:nya)?|bkn|not)\s+(?P<before>{_WORDS})\W+(?:tapi|tp|melainkan|but)\s+(?P<after>{_WORDS}))\W*$",
    re.IGNORECASE,
)


def part_put_right(given: str, said: str) -> str | None:
    """The whole name, of the one that was given; none where the words speak of no part of it."""
    told = PART.match(said.strip())
    if told is None:
        return None
    words, new = given.split(), cased(told["new"] or told["after"]).split()
    old = (told["old"] or told["before"]).casefold().split()
    if not max(len(old), len(new)) < len(words):
        return None
    at = next((i for i in range(len(words)) if [each.casefold() for each in words[i : i + len(old)]] == old), None)
    return None if at is None else " ".join((*words[:at], *new, *words[at + len(old) :]))
