"""Which village is meant: by name, beside its kecamatan or kabupaten, or picked from those it may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from bot.flow import Accepted, Answer, Talk
from bot.says import AskAgain, Option, Say
from registry.places.regions import Region

MOST_LISTED = 9
NUMBERED = re.compile(r"(?:\d\W?){10}")
MOVED = "moved"  # the answer of who lives here now, with a family card of another kabupaten
OUTSIDE = (Option(MOVED, "option-moved"), Option("!officer", "option-officer"))


def read_village(talk: Talk, answer: Answer) -> Any:
    """What could not be told apart is kept as the note, so that the name of the kecamatan alone answers next."""
    if answer.pick == "elsewhere":
        raise AskAgain("village-spell", asks=True)
    if answer.pick == MOVED:
        return MOVED
    if answer.pick:
        return found_village(talk, talk.regions[answer.pick])
    if NUMBERED.search(answer.text):
        raise AskAgain("village-spell", asks=True)  # a NIK, say, which is not read back
    found = _meant(talk, answer.text)
    if len(found) == 1:
        return found_village(talk, found[0])
    if found:
        raise _several(talk, found, answer.text)
    districts = talk.regions.search_kecamatan(answer.text, within=talk.region or "")
    if len(districts) == 1:
        inside = talk.regions.villages_of(districts[0])
        raise AskAgain("village-in-district", options=_listed(talk, inside), whole=True, district=districts[0].name)
    raise _outside(talk, answer.text) or AskAgain("village-none", asks=True, note=answer.text, name=_short(answer.text))


def read_destination(talk: Talk, answer: Answer) -> Any:
    """Where something is sent to: of the office's own kabupaten first, else of any."""
    try:
        return read_village(talk, answer)
    except AskAgain as again:
        if again.say.key != "village-outside":
            raise
        return read_village(replace(talk, office=None), answer)


def found_village(talk: Talk, village: Region) -> Accepted:
    return Accepted(village.code, Say("village-found", {"place": talk.regions.full_name(village)}))


def _meant(talk: Talk, text: str) -> Sequence[Region]:
    """With the village named before, where the text may be the answer to "Kecamatan mana?"."""
    search, within = talk.regions.search, talk.region or ""
    together = search(f"{talk.note} {text}", within=within) if isinstance(talk.note, str) else []
    return together if len(together) == 1 else search(text, within=within)


def _several(talk: Talk, found: Sequence[Region], text: str) -> AskAgain:
    """The same name in several kecamatan is told apart by these, else by the names."""
    if len({village.name for village in found}) > 1:
        return AskAgain("village-which", options=_listed(talk, found), note=text, whole=True)
    options = [Option(v.code, talk.regions.parents(v)[0].name, plain=True) for v in found[:MOST_LISTED]]
    options += _elsewhere()
    return AskAgain("village-several", options=options, note=text, whole=True, n=len(found), name=found[0].name)


def _outside(talk: Talk, text: str) -> AskAgain | None:
    """Another kabupaten is named, or a kecamatan of it beside the village."""
    if not talk.office:
        return None
    named = f"{talk.note} {text}" if isinstance(talk.note, str) else text
    towns = {talk.regions.kabupaten_of(village).code for village in talk.regions.search_beside(named)}
    towns = towns or {town.code for town in talk.regions.search_kabupaten(text)}
    if len(towns) != 1 or talk.region in towns:
        return None
    return AskAgain("village-outside", options=OUTSIDE, whole=True, town=talk.regions[towns.pop()].short_name)


def _listed(talk: Talk, villages: Iterable[Region]) -> tuple[Option, ...]:
    options = [Option(v.code, v.name, plain=True, description=talk.regions.full_name(v)) for v in villages]
    return (*options[:MOST_LISTED], *_elsewhere())


def _elsewhere() -> tuple[Option, ...]:
    return (Option("elsewhere", "option-elsewhere"),)


def _short(text: str) -> str:
    return " ".join(text.split())[:40]
