"""Which way somebody moves, by the places they name: "from Samarinda to Balikpapan" is told by where the office is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.meaning.asks import asks
from bot.meaning.intents import Label
from bot.meaning.understanding import Read, Understood
from bot.meaning.wishes import Meant
from registry.places.place_names import words_of
from registry.places.regions import Regions

MOVES = {"pindah", "pindahan", "datang", "hijrah", "boyongan"}
TO, FROM, AT = {"ke", "kesini", "menuju", "to", "into", "masuk"}, {"dari", "dr", "from", "asal"}, {"di", "in", "at"}
HERE = {"sini", "here"}
LONGEST_NAME = 3  # words
INTO, AWAY, WITHIN = "DATANG", "PINDAH", "PINDAH-DLM"


def here(means: Read, regions: Regions, region: str | None) -> Read:
    """The same reading, at the office of this kabupaten."""
    return means if region is None else lambda text: _directed(means(text), text, regions, region)


def _directed(meant: Understood, text: str, regions: Regions, region: str) -> Understood:
    intent = meant.intent
    if MOVES.isdisjoint(intent.words) or (intent.sure and intent.label is not Label.PINDAH):
        return meant
    code = _service(words_of(text), regions, region)
    if code is None or meant.elsewhere:
        return meant
    known = next((each for each in meant.named(Label.PINDAH) if each.code == code), Meant(code))
    return replace(meant, intent=intent.as_(Label.PINDAH), services=(known,), asks=meant.asks or asks(intent.words))


def _service(words: Sequence[str], regions: Regions, region: str) -> str | None:
    """None where the places leave it open."""
    to, origin, at = (set(_towns(words, before, regions, region)) for before in (TO, FROM, AT))
    if to - {region}:
        return AWAY
    if origin - {region}:
        return INTO
    if origin:
        return WITHIN if to or at else AWAY
    if all(any(_villages(words, before, regions, region)) for before in (TO, FROM)):
        return WITHIN
    return INTO if to else None


def _towns(words: Sequence[str], before: Collection[str], regions: Regions, region: str) -> Iterator[str]:
    """The kabupaten that are named after such a word; "sini" is the office's own."""
    for word, after in _after(words, before):
        if HERE & {word.removeprefix("ke"), *after[:1]}:
            yield region
        parts = (" ".join(after[:n]) for n in range(len(after), 0, -1))
        if town := next(filter(None, map(regions.kabupaten_called, parts)), None):
            yield town.code


def _villages(words: Sequence[str], before: Collection[str], regions: Regions, region: str) -> Iterator[bool]:
    """Whether a village of the office's own is named there."""
    for _, after in _after(words, before):
        yield any(regions.called(" ".join(after[:n]), region) for n in range(len(after), 0, -1))


def _after(words: Sequence[str], before: Collection[str]) -> Iterator[tuple[str, Sequence[str]]]:
    return ((word, words[n + 1 : n + 1 + LONGEST_NAME]) for n, word in enumerate(words) if word in before)
