"""A whole request in one message: AKL#NIK#No. KK#Nama anak#Tanggal lahir#Tempat lahir, as offices teach it for SMS."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from bot.meaning.intents import vocabulary
from bot.meaning.picks import plain
from bot.meaning.spelling import spelling
from bot.parting import CODE, HARD, parted
from bot.says import Say
from registry.catalogue import Catalogue, Service, Wish

GENERIC = {"data", "el", "karena", "yang"}


@dataclass(frozen=True)
class Compact:
    """What the code names: one service, or several of a family that the message does not tell apart."""

    services: tuple[Service, ...]
    fields: tuple[str, ...]
    answers: Mapping[str, str] = field(default_factory=dict)


def compact_unknown(text: str, catalogue: Catalogue) -> Say | None:
    """What to say to a message written like AKL#...#... for a service that we do not have."""
    first, *rest = HARD.split(text.strip().lstrip("#*").strip())
    if not rest or "#" not in text or not CODE.fullmatch(first) or compact(text, catalogue):
        return None
    return Say("compact-unknown", {"code": first.split()[0].upper()[:20]})


def compact(text: str, catalogue: Catalogue) -> Compact | None:
    """None for what is no such message."""
    form = parted(text)
    if form is None:
        return None
    if called := _called(form.code, catalogue):
        return Compact((called,), form.fields)
    if asked := _asked_for(form.code, catalogue):
        return Compact((asked[0],), form.fields, asked[1].answers)
    word, *more = re.split(r"[\s-]+", form.code.upper())
    family = _family(word, catalogue) if form.sure or not more else []
    if len(family) < 2:
        return Compact(tuple(family), form.fields) if family else None
    return _told_apart(word, family, [" ".join(more), *form.fields]) or Compact(tuple(family), form.fields)


def bare_code(text: str, catalogue: Catalogue) -> str | None:
    """ "AKL" alone begins the service; a code that is a word of the language, as BATAL is, is that word."""
    code = "-".join(plain(text).upper().split())
    return code if code in catalogue and code.casefold() not in vocabulary() else None


def _called(first: str, catalogue: Catalogue) -> Service | None:
    """The service of this code, however it is parted: "KTP H", "ktp-h", "KTPH". A word that heads a family is no
    code."""
    code = _joined(first)
    if len(_kin(first.upper(), catalogue)) > 1:
        return None
    services = (each for each in catalogue.values() if code in map(_joined, (each.code, *each.aliases)))
    return next(services, None)


def _asked_for(first: str, catalogue: Catalogue) -> tuple[Service, Wish] | None:
    """The service that asks for itself with these very words: "AKTA KEMATIAN", "ktphilang", "kk ilang"."""
    words, run_on = set(spelling().words(first)), _joined(first)
    several = len(plain(first).split()) > 1
    for service in catalogue.values():
        for wish in service.wish:
            told = " ".join(wish.words)
            if " " in told and (run_on == _joined(told) or (several and words == _words(told))):
                return service, wish
    return None


def _joined(code: str) -> str:
    return re.sub(r"[\s-]+", "", code.upper())


@cache
def _words(told: str) -> frozenset[str]:
    return frozenset(spelling().words(told))


def _family(word: str, catalogue: Catalogue) -> list[Service]:
    """Those whose codes begin with the word: of KTP-BARU, KTP-H and KTP-R the family is KTP."""
    own = (service for service in catalogue.values() if word == service.code or word in service.aliases)
    return list({service.code: service for service in (*own, *_kin(word, catalogue))}.values())


def family_named(text: str, catalogue: Catalogue) -> list[Service]:
    """The family one of whose words stands in the text, if it is one: "FORMAT KTP"."""
    found = (_family(word.upper(), catalogue) for word in plain(text).split())
    return next((family for family in found if len(family) > 1), [])


def _kin(word: str, catalogue: Catalogue) -> list[Service]:
    return [service for service in catalogue.values() if service.code.startswith(f"{word}-")]


def _told_apart(word: str, family: Sequence[Service], fields: Sequence[str]) -> Compact | None:
    """The one of a family that a field asks for: "Hilang" in KTP#NIK#...#Hilang."""
    for said in fields:
        words = set(spelling().words(said)) - GENERIC
        for service in family:
            for wish in service.wish:
                if words and words <= _words(" ".join(wish.words)) <= words | {word.casefold()}:
                    left = tuple(each for each in fields[1:] if each != said)
                    return Compact((service,), left, wish.answers)
    return None
