"""An address as people write it, whole or in pieces: road and number, RT and RW, a landmark, the village."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from registry.places.regions import Regions

LONGEST = 300
NONE = "000"  # as a KTP writes RT and RW where there are none

ROAD = re.compile(r"^(?:jalan|jln|jl)\b[\s.]*", re.IGNORECASE)
LANE = re.compile(r"^(?:gang|gg)\b[\s.]*", re.IGNORECASE)
NUMBER = re.compile(r"\s+(?:no|nomor|nmr|number)?[\s.]*(\d+\s?[a-z]?)$", re.IGNORECASE)
ROADS = re.compile(
    r"\b(?:jalan|jln|jl|gang|gg|lorong|lr|perum\w*|komp(?:lek|leks|l)?|blok|cluster|asrama|dusun|kampung|kp|km|street)\b"
    r"|\bno\.?\s*\d",
    re.IGNORECASE,
)
_D = r"[\s./:]*0*(\d{1,3})"
BOTH = (
    re.compile(rf"\brt\s*/\s*rw{_D}[\s./,-]+0*(\d{{1,3}})\b", re.IGNORECASE),
    re.compile(rf"\brt{_D}[\s,./-]*(?:rw|/){_D}\b", re.IGNORECASE),
)
BARE = re.compile(r"^\s*0*(\d{1,3})\s*(?:[/,-]|dan|\s)\s*0*(\d{1,3})\s*$", re.IGNORECASE)
SINGLE = {"rt": re.compile(rf"\brt{_D}\b", re.IGNORECASE), "rw": re.compile(rf"\brw{_D}\b", re.IGNORECASE)}
PHONE = re.compile(
    r"\b(?:no\.?\s*)?(?:hp|wa|telp|tlp|telepon)?[\s.:]*((?:\+62|62|0)8\d(?:[\s-]?\d){6,10})\b", re.IGNORECASE
)
POSTCODE = re.compile(r"\b(?:kode\s*pos|kodepos)?[\s.:]*(\d{5})\b", re.IGNORECASE)
BESIDE = (
    r"dekat|dkt|samping|smping|sebelah|sblh|depan|dpn|belakang|blkg|seberang|sebrang|sekitar|pojok|ujung|patokan(?:nya)?"
    r"|near|behind|beside|opposite|next to|in front of"
)
LANDMARK = re.compile(rf"\b(?:{BESIDE})\b[^,|]*", re.IGNORECASE)
PLACE = re.compile(r"\b(?:kelurahan|kel|desa|ds|kecamatan|kec|kabupaten|kab|kota)\b[.:\s][^|]*", re.IGNORECASE)
DAY = re.compile(r"\d{1,2}\s+[^\W\d_]+\s+\d{4}")  # no house has its number
HOUSE_NUMBERED = re.compile(r"^(.*\b\d+[a-z]?)\s+([^\W\d_][^\d]*)$", re.IGNORECASE)


class Pieces(NamedTuple):
    """What a text tells of an address; empty where it tells nothing."""

    street: str = ""
    rt: str = ""
    rw: str = ""
    landmark: str = ""
    village: str = ""  # a region code
    phone: str = ""
    postal_code: str = ""

    def over(self, before: Mapping[str, str]) -> Pieces:
        """These, and what was told before where they tell nothing."""
        return Pieces(*(new or before.get(name, "") for name, new in self._asdict().items()))

    @property
    def has_road(self) -> bool:
        return bool(ROADS.search(self.street))

    @property
    def is_address(self) -> bool:
        """More than a place's name: something only an address has."""
        return bool(self.rt or self.landmark or self.has_road)


def pieces(text: str, regions: Regions, within: str = "") -> Pieces:
    rest = " ".join(text[:LONGEST].replace("\n", ", ").split())
    found: dict[str, str] = {}
    rest = _cut(PHONE, rest, found, "phone")
    rest = _cut_rt_rw(rest, found)
    rest = _cut(POSTCODE, rest, found, "postal_code")
    if landmark := LANDMARK.search(rest):
        found["landmark"] = _tidy(re.sub(r"^patokan(?:nya)?[\s:]*", "", landmark[0], flags=re.IGNORECASE))
        rest = f"{rest[: landmark.start()]}|{rest[landmark.end() :]}"
    street = _cut_village(rest, regions, within, found)
    is_street = re.search(r"[^\W\d_]{2}", street) and not DAY.fullmatch(street)
    return Pieces(street=_road(street) if is_street else "", **found)


def _cut(pattern: re.Pattern[str], text: str, found: dict[str, str], name: str) -> str:
    match = pattern.search(text)
    if not match:
        return text
    found[name] = match[1]
    return f"{text[: match.start()]}|{text[match.end() :]}"


def _cut_rt_rw(text: str, found: dict[str, str]) -> str:
    for pattern in (*BOTH, BARE):
        if both := pattern.search(text):
            found["rt"], found["rw"] = both[1].zfill(3), both[2].zfill(3)
            return f"{text[: both.start()]}|{text[both.end() :]}"
    for name, pattern in SINGLE.items():
        text = _cut(pattern, text, found, name)
        if name in found:
            found[name] = found[name].zfill(3)
    return text


def _cut_village(text: str, regions: Regions, within: str, found: dict[str, str]) -> str:
    """The village by its label, else where a part's whole text names one; what is left is the street."""
    if place := PLACE.search(text):
        text = f"{text[: place.start()]}|{_tidy(place[0])}|{text[place.end() :]}"
    left = []
    for part in filter(None, map(_tidy, re.split(r"[|,]", text))):
        numbered = HOUSE_NUMBERED.match(part)
        if _is_village(part, regions, within, found) or regions.is_larger_place(part):
            continue
        if numbered and _is_village(numbered[2], regions, within, found):
            part = numbered[1]
        left.append(part)
    if "rt" in found and len(left) > 1 and not found.get("landmark"):
        found["landmark"] = left.pop()  # what stands last, after road and RT
    return ", ".join(left)


def _is_village(part: str, regions: Regions, within: str, found: dict[str, str]) -> bool:
    named = regions.called(part, within) or regions.search_beside(part)
    if len(named) == 1 and "village" not in found:
        found["village"] = named[0].code
    return len(named) == 1


def _tidy(text: str) -> str:
    return text.strip(" ,.-|")


def _road(street: str) -> str:
    named = LANE.sub("Gg. ", ROAD.sub("Jl. ", street))
    named = NUMBER.sub(lambda m: f" No. {m[1].upper()}", named)
    return " ".join(word[:1].upper() + word[1:] for word in named.split())
