"""How each kind of answer is read. A reader returns the value or raises AskAgain; it never refuses a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bot.flow import Accepted, Answer, AskAgain, Option, Read, Say, Talk
from bot.picks import plain
from registry.dates import DateUnclear, parse_date
from registry.nik import KkNumber, Nik, NumberUnclear

SAME = (Option("accept", "option-same"), Option("retype", "option-retype"))
FORGOTTEN = {"lupa", "lupa min", "tidak ingat", "tidak tahu", "tidak hafal", "tidak ada", "tidak punya", "ga tau",
             "gak tau", "ga inget", "forgot", "i forgot", "not sure", "none"}  # fmt: skip
INTRODUCTION = re.compile(r"^\s*(nama\s*(saya|lengkap|anak)?\s*(adalah|:)?|my name is)\s+", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_][^\d_!?@#$%&*+=<>/\\(){}\[\]|;:\"]*")
NO_NAMES = {"ya", "iya", "sudah", "belum", "tidak", "ok", "oke", "lanjut", "halo", "siap", "baik", "yes", "no"}
LONGEST_NAME = 60  # Permendagri 73/2022 Pasal 4(2): sixty letters, spaces counted


def read_nik(talk: Talk, answer: Answer) -> Any:
    return _number(Nik, talk, answer, other="kk_number")


def read_kk_number(talk: Talk, answer: Answer) -> Any:
    return _number(KkNumber, talk, answer, other="nik")


def _number(kind: type[Nik] | type[KkNumber], talk: Talk, answer: Answer, other: str) -> Any:
    try:
        number = kind.parse(answer.text)
    except NumberUnclear as unclear:
        raise AskAgain(unclear.key, n=unclear.count) from None
    if number.digits == talk.answers.get(other):
        raise AskAgain(f"{kind.name}-same")
    if number.corrected:
        raise AskAgain("number-read", options=SAME, pending=number.digits, number=_spaced(number.digits))
    if number.odd:
        raise AskAgain(f"{kind.name}-odd", options=SAME, pending=number.digits)
    return number.digits


def _spaced(digits: str) -> str:
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def read_name(talk: Talk, answer: Answer) -> Any:
    name = " ".join(INTRODUCTION.sub("", answer.text).split())
    if plain(name) in NO_NAMES or not NAME.fullmatch(name) or len(re.findall(r"[^\W\d_]", name)) < 2:
        raise AskAgain("name-unclear")
    if len(name) > LONGEST_NAME:
        raise AskAgain("name-long", n=len(name))
    return name.title().replace("'S", "'s") if name in (name.lower(), name.upper()) else name


def read_village(talk: Talk, answer: Answer) -> Any:
    regions = talk.regions
    if answer.pick == "elsewhere":
        raise AskAgain("village-spell")
    if answer.pick:
        return Accepted(answer.pick, Say("village-found", {"place": regions.full_name(regions[answer.pick])}))
    found = regions.search(answer.text, within=talk.region or "")
    if len(found) == 1:
        return Accepted(found[0].code, Say("village-found", {"place": regions.full_name(found[0])}))
    if found:
        key = "village-several" if len({village.name for village in found}) == 1 else "village-which"
        raise AskAgain(key, options=_villages(talk, found), n=len(found), name=found[0].name)
    districts = regions.search_kecamatan(answer.text, within=talk.region or "")
    if len(districts) == 1:
        inside = regions.villages_of(districts[0])
        raise AskAgain("village-in-district", options=_villages(talk, inside), district=districts[0].name)
    raise AskAgain("village-none", asks=True, name=answer.text.strip()[:40])


def _villages(talk: Talk, villages: Any) -> tuple[Option, ...]:
    options = [Option(v.code, v.name, plain=True, description=talk.regions.full_name(v)) for v in list(villages)[:9]]
    return (*options, Option("elsewhere", "option-elsewhere"))


def read_birth_date(talk: Talk, answer: Answer) -> Any:
    try:
        return parse_date(answer.text, talk.today).isoformat()
    except DateUnclear as unclear:
        raise AskAgain(unclear.key) from None


def read_date(talk: Talk, answer: Answer) -> Any:
    try:
        return parse_date(answer.text, talk.today, future=True).isoformat()
    except DateUnclear as unclear:
        raise AskAgain(unclear.key) from None


def read_place(talk: Talk, answer: Answer) -> Any:
    place = " ".join(re.sub(r"^\s*(di|in)\s+", "", answer.text, flags=re.IGNORECASE).split())
    if not 2 <= len(place) <= 60 or not re.search(r"[^\W\d_]{2}", place):
        raise AskAgain("place-unclear")
    return place.title() if place in (place.lower(), place.upper()) else place


def read_number(talk: Talk, answer: Answer) -> Any:
    numbers = re.findall(r"\d+", answer.text)
    if len(numbers) != 1 or not 1 <= int(numbers[0]) <= 30:
        raise AskAgain("number-unclear")
    return int(numbers[0])


def read_text(talk: Talk, answer: Answer) -> Any:
    text = " ".join(answer.text.split())
    if not text:
        raise AskAgain("text-expected")
    if len(text) > 500:
        raise AskAgain("text-long", n=len(text))
    return text


def read_choice(options: tuple[str, ...]) -> Read:
    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick in options:
            return answer.pick
        raise AskAgain("choose-one")

    return read


def or_forgotten(read: Read) -> Read:
    """LUPA is an answer too: the office looks it up."""

    def read_optional(talk: Talk, answer: Answer) -> Any:
        if plain(answer.text) in FORGOTTEN:
            return Accepted("", Say("forgotten"))
        return read(talk, answer)

    return read_optional


READERS: dict[str, Callable[[Talk, Answer], Any]] = {
    "nik": read_nik,
    "kk_number": read_kk_number,
    "name": read_name,
    "village": read_village,
    "birth_date": read_birth_date,
    "date": read_date,
    "place": read_place,
    "number": read_number,
    "text": read_text,
}
