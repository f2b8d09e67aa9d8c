"""A name or a day that is told at another question, with whose it is: "oya nama bpk sy Abdul Wahab"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.flow import Step, Talk
from bot.flows.home_town import may_be_a_town
from bot.flows.name_part import part_put_right
from bot.flows.names import is_but_a_name
from bot.flows.typed import told
from bot.meaning.picks import plain
from bot.says import AskAgain
from registry.calendar.dates import speaks_of_day

_KIN = r"(?:bapak|bpk|ayah|ibu|mama|suami|istri|isteri|kakek|nenek|mertua|kakak|adik|almarhum|almarhumah|alm)"
_CHILD, _MINE = r"(?:anak|bayi|putra|putri|baby|child|son|daughter)", r"(?:nya|ku)?(?: (?:saya|sy|aku|ulun|kami))?"
WHOSE = (  # the question, and how its name is spoken of
    ("child_name", rf"nama(?:nya)? {_CHILD}{_MINE}|my {_CHILD}s? name(?: is)?"),
    ("deceased_name", rf"nama(?:nya)? {_KIN}{_MINE}|nama(?:nya)? yang meninggal"),
    ("name", rf"nama(?:nya)? {_KIN}{_MINE}"),
)
CHILD_CALLED = re.compile(
    r"\b(?:nama(?:nya)?|bernama|named|is called|(?:her|his|its|the) name(?: is|s)"
    rf"|my {_CHILD}|{_CHILD}(?:ku| (?:saya|sy|aku)))\s+(?P<name>.+)$",
    re.IGNORECASE,
)  # where it is a child's, and nothing else can be meant
NAMES = tuple(
    (key, re.compile(rf"\b(?:{said})\s+(?:adalah |itu |is )?(?P<name>.+)$", re.IGNORECASE)) for key, said in WHOSE
)
DAYS = {
    "marriage_date": r"nikah|kawin|berkat|resepsi|married|wedding",
    "death_date": r"meninggal|wafat|mati|died",
    "birth_date": r"lahir|born|had a baby|gave birth",
    "move_date": r"pindah|moved?",
}
NOT_THAT = re.compile(r"\s+(?:bukan(?:nya)?|bkn|not)\s.*$", re.IGNORECASE)
PARTS = re.compile(r"[,.;\n]+")
YEAR = re.compile(r"(?:19|20)\d{2}")
MOST_WORDS = 10  # more is a story


def named_besides(text: str, steps: Sequence[Step], talk: Talk) -> dict[str, Any]:
    """Of questions that are asked later, or are not answered yet."""
    if len(text.split()) > MOST_WORDS:
        return {}
    open_ones = {
        step.key: step for step in steps if step.key not in talk.answers and (step.when(talk) or step.may(talk))
    }
    found: dict[str, Any] = {}
    for key, value in _told(text, talk.today):
        if key in open_ones and not found:
            found |= _read(open_ones[key], talk, value)
    if "child_name" in open_ones and not found and (said := CHILD_CALLED.search(" ".join(text.split()))):
        found |= _read(open_ones["child_name"], talk, said["name"]) if is_but_a_name(talk, said["name"]) else {}
    return found


VILLAGE = re.compile(
    r"\b(?:kel|kelurahan|desa)\.?\s+(?P<name>[a-z][a-z ]*?)(?=\s+(?:ke|di|menuju|mau|to|kec|kecamatan|rt)\b|[,.;\n]|$)",
    re.IGNORECASE,
)
BORN_IN = re.compile(r"\b(?:lahir|born)\b[^,;\n]*?\b(?:di|in)\s+(?:kota\s+)?(?P<town>[a-z]+)", re.IGNORECASE)
FROM = re.compile(r"\b(?:dari|dr|from)\s+(?:kota\s+|kab\.?\s+|kabupaten\s+)?(?P<town>[a-z]+)", re.IGNORECASE)
TOWARDS = re.compile(
    r"\b(?:ke|menuju|to)\s+(?:kota\s+|kab\.?\s+|kabupaten\s+)?(?P<town>[a-z]+(?:\s[a-z]+)?)", re.IGNORECASE
)


def places_named(text: str, steps: Sequence[Step], talk: Talk) -> dict[str, Any]:
    """Of a request's first words: "pindah dari kel prapatan ke samarinda"."""
    by_key = {step.key: step for step in steps}
    found: dict[str, Any] = {}
    if (said := VILLAGE.search(text)) and "village" in by_key:
        found |= _read(by_key["village"], talk, said["name"])
    if (said := TOWARDS.search(text)) and (to := by_key.get("new_town")):
        known = talk.regions.kabupaten_called(said["town"]) or talk.regions.kabupaten_called(said["town"].split()[0])
        found |= {to.key: known.short_name} if known and known.code != talk.region else {}
    if (said := FROM.search(text)) and (origin := by_key.get("origin")):
        known = talk.regions.kabupaten_called(said["town"])
        found |= {origin.key: known.short_name} if known and known.code != talk.region else {}
        found |= {origin.key: said["town"].title()} if not known and may_be_a_town(said["town"].casefold()) else {}
    if (said := BORN_IN.search(text)) and "birth_place" in by_key:
        known = talk.regions.kabupaten_called(said["town"])
        found |= {"birth_place": known.short_name} if known else {}
    return {key: value for key, value in found.items() if key in by_key}


def each_named(text: str, steps: Sequence[Step], talk: Talk) -> dict[str, Any]:
    """In all that a longer message tells, part by part."""
    found: dict[str, Any] = {}
    for part in PARTS.split(text):
        found |= named_besides(part, steps, replace(talk, answers={**talk.answers, **found}))
    return found


def named_instead(text: str, steps: Sequence[Step], talk: Talk) -> dict[str, Any]:
    """ "Nama anak sy Bhima bukan Bima", of a name that was given: another one."""
    if len(text.split()) > MOST_WORDS or not NOT_THAT.search(text):
        return {}
    given = {step.key: step for step in steps if step.kind == "name" and step.key in talk.answers}
    for key, name in _names_told(text):
        if key in given:
            value = part_put_right(str(talk.answers[key]), name) or NOT_THAT.sub("", name)
            if read := _read(given[key], talk, value):
                return read
    return {}


def _told(text: str, today: date) -> Iterator[tuple[str, str]]:
    yield from ((key, NOT_THAT.sub("", name)) for key, name in _names_told(text))
    said = plain(text)
    happened = [key for key, words in DAYS.items() if re.search(words, said)]
    if happened and (YEAR.search(text) or speaks_of_day(text, today)):
        yield from ((key, text) for key in happened)


def _names_told(text: str) -> Iterator[tuple[str, str]]:
    for key, pattern in NAMES:
        if named := pattern.search(" ".join(text.split())):
            yield key, named["name"]


def _read(step: Step, talk: Talk, value: str) -> dict[str, Any]:
    try:
        return {key: each.value for key, each in told(step, talk, value).items()}
    except AskAgain:
        return {}
