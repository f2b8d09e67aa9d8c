"""What is written on a paper, as far as the chat and the officer need it: its kind, its numbers, its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from registry.uploads.kinds import Expected, kinds
from registry.uploads.losses import losses
from registry.uploads.printed import dates, labelled_number, numbers
from registry.uploads.reading import Line, Reading
from registry.uploads.verdict import Inspected, Quality

LIKELY, SURE = 0.6, 0.85  # of 1: a line that tells something; one whose digits can be trusted
READABLE, MANY_LINES = 150, 10  # letters in so many likely lines: the sheet can be read, whatever its pixels say
SOME = 60  # letters; with fewer nothing was read
FEW_LINES = 4  # fewer say nothing about the photo
UNREAD = 0.5  # of the lines found: with so many unlikely ones the photo is blurred
CUT_OFF = 0.3  # of the lines, running over an edge
OLDEST = timedelta(days=3 * 365)  # of a letter that somebody still sends


def read(found: Inspected, lines: Sequence[Line], expected: Expected, today: date) -> Reading:
    likely, sure = _surer(lines, LIKELY), _surer(lines, SURE)
    labelled = (number for line in sure if (number := labelled_number(line.text)))
    seen = dict.fromkeys(number for line in sure for number in numbers(line.text))
    return Reading(
        kinds=kinds([line.text for line in likely], expected),
        numbers=tuple(seen),
        dated=_letter_date([line.text for line in sure], today),
        legible=_letters(likely) >= SOME,
        trouble="glare" if found.glare else "cut" if any(line.cut for line in likely) else None,
        lost=losses([line.text for line in likely]),
        family=next(labelled, None),
    )


def quality(found: Inspected, lines: Sequence[Line]) -> Quality:
    """Words that were read outweigh what the pixels look like. Too few words are no fault: a portrait has none."""
    likely = _surer(lines, LIKELY)
    if len(likely) >= FEW_LINES and sum(line.cut for line in likely) >= CUT_OFF * len(likely):
        return Quality.CUT
    if len(lines) >= FEW_LINES and len(likely) <= UNREAD * len(lines):
        return Quality.BLURRED
    readable = len(likely) >= MANY_LINES and _letters(likely) >= READABLE
    return Quality.FINE if readable else found.quality


def _surer(lines: Sequence[Line], than: float) -> list[Line]:
    return [line for line in lines if line.sure >= than]


def _letters(lines: Sequence[Line]) -> int:
    return sum(letter.isalnum() for line in lines for letter in line.text)


def _letter_date(lines: Sequence[str], today: date) -> str | None:
    """That of "Balikpapan, 21 November 2026" or "tanggal ...", else the newest that is nobody's birthday."""
    latest = today + timedelta(days=1)  # it is already tomorrow in the east
    dated = {
        day: line
        for line in lines
        if "lahir" not in line.casefold()
        for day in dates(line, latest)
        if day >= today - OLDEST
    }
    signed = [day for day, line in dated.items() if re.search(r"[a-z]{4,}\s*,|tanggal|tgl", line.casefold())]
    newest = max(signed or dated, default=None)
    return newest.isoformat() if newest else None
