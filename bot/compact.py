"""A whole request in one message: AKL#NIK#No. KK#Nama anak#Tanggal lahir#Tempat lahir, as offices teach it for SMS."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.flow import Say
from bot.meaning.intents import vocabulary
from bot.meaning.picks import plain
from registry.catalogue import Catalogue, Service, Wish
from registry.nik import numbers_in

HARD = re.compile(r"\s*[#*|]\s*")
SOFT = re.compile(r"\s*[/,;\n]\s*")  # part fields, too, where the first is a code and a number follows
CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ -](?!\d{2})[A-Za-z0-9]+){0,3}")
SPACED = re.compile(rf"({CODE.pattern})[ :]+(?=\d)")
GENERIC = {"data", "el", "karena", "yang"}
NUMBERS_OWN = {"nik", "kk", "ktp"}  # before a number they say what it is, not what is wanted


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
    """None for what is no such message. The first # may be left out; other marks and lines part fields as well."""
    first, *fields = _parted(text.strip().lstrip("#*").strip())
    if not (fields or text.strip().startswith("#")) or not CODE.fullmatch(first):
        return None
    if called := _called(first, catalogue) or _asked_for(first, catalogue):
        return Compact((called,), tuple(fields))
    word, *more = re.split(r"[\s-]+", first.upper())
    family = _family(word, catalogue)
    if len(family) < 2:
        return Compact(tuple(family), tuple(fields)) if family else None
    return _told_apart(word, family, [" ".join(more), *fields]) or Compact(tuple(family), tuple(fields))


def bare_code(text: str, catalogue: Catalogue) -> str | None:
    """ "AKL" alone begins the service; a code that is a word of the language, as BATAL is, is that word."""
    code = "-".join(plain(text).upper().split())
    return code if code in catalogue and code.casefold() not in vocabulary() else None


def _parted(text: str) -> list[str]:
    """At the marks; else by commas, lines or spaces, if what comes after the code is a number of sixteen digits."""
    first, *fields = HARD.split(text)
    if fields:
        spaced = SPACED.match(first)
        return [spaced[1], first[spaced.end() :], *fields] if spaced else [first, *fields]
    number = next(numbers_in(text), None)
    before = text[: number[1]].strip(" ,;/\n") if number else ""
    if not number or not CODE.fullmatch(before) or plain(before) in NUMBERS_OWN:
        return [text]
    return [before, *SOFT.split(text[number[1] :].strip())]


def _called(first: str, catalogue: Catalogue) -> Service | None:
    """The service of this code, however it is parted: "KTP H", "ktp-h". A word that heads a family is no code."""
    code = re.sub(r"[\s-]+", "-", first.upper())
    services = (service for service in catalogue.values() if code == service.code or code in service.aliases)
    return None if len(_kin(code, catalogue)) > 1 else next(services, None)


def _asked_for(first: str, catalogue: Catalogue) -> Service | None:
    """The service that asks for itself with these very words: "AKTA KEMATIAN"."""
    words = set(plain(first).split())
    wishes = ((service, _words(wish)) for service in catalogue.values() for wish in service.wish)
    return next((service for service, wished in wishes if len(words) > 1 and wished == words), None)


def _words(wish: Wish) -> set[str]:
    return set(" ".join(wish.words).split())


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
        words = set(plain(said).split()) - GENERIC
        for service in family:
            for wish in service.wish:
                if words and words <= _words(wish) <= words | {word.casefold()}:
                    left = tuple(each for each in fields[1:] if each != said)
                    return Compact((service,), left, wish.answers)
    return None
