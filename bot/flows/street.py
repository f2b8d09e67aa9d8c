"""A street address as people write it: road and number, RT and RW, a landmark."""

from __future__ import annotations

import re

from bot.flow import AskAgain

RT_RW = re.compile(r"\brt[\s./:]*0*(\d{1,3})[\s,./-]*(?:rw|/)[\s./:]*0*(\d{1,3})", re.IGNORECASE)
BESIDE = "dekat|samping|sebelah|depan|belakang|seberang|near|behind|beside|opposite"
LANDMARK = re.compile(rf"\b({BESIDE})\b.*", re.IGNORECASE)
ROAD = re.compile(r"^(jalan|jln|jl)\b[\s.]*", re.IGNORECASE)
LANE = re.compile(r"^(gang|gg)\b[\s.]*", re.IGNORECASE)
NUMBER = re.compile(r"\s+(?:no|nomor|number)?[\s.]*(\d+\s?[a-z]?)$", re.IGNORECASE)
LONGEST = 200


def parse_street(text: str) -> dict[str, str]:
    """Parts named street, rt, rw (three digits each) and landmark. Raises AskAgain for what a courier would miss."""
    plain = " ".join(text.split())
    if len(plain) > LONGEST:
        raise AskAgain("text-long", n=len(plain))
    numbers = RT_RW.search(plain)
    if not numbers:
        raise AskAgain("street-needs-rt")
    before, after = plain[: numbers.start()].strip(" ,.-"), plain[numbers.end() :].strip(" ,.-")
    found = LANDMARK.search(before)
    landmark = after or (found[0] if found else "")
    street = (before[: found.start()] if found and not after else before).strip(" ,.-")
    if not re.search(r"[^\W\d_]{2}", street):
        raise AskAgain("street-needs-road")
    return {"street": _road(street), "rt": numbers[1].zfill(3), "rw": numbers[2].zfill(3), "landmark": landmark.strip()}


def _road(street: str) -> str:
    named = LANE.sub("Gg. ", ROAD.sub("Jl. ", street))
    named = NUMBER.sub(lambda m: f" No. {m[1].upper()}", named.replace(",", ""))
    return " ".join(word[:1].upper() + word[1:] for word in named.split())
