"""What the citizen of the catalogue's pages answers: made-up people, whose NIK end in 0000."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from babel.dates import format_date
from dateutil.relativedelta import relativedelta

from bot.flow import Talk
from registry.catalogue import Condition, Question, Service
from registry.services.conditions import LIMITS

SAID = {
    "kk_number": "6471041203150000", "name": "Rina Contoh", "place": "Balikpapan", "number": "2",
    "street": "Jl. Contoh 5 RT 2 RW 3, dekat masjid", "text": "Contoh",
    "child_name": "Bima Contoh", "deceased_name": "Slamet Contoh", "applicant_name": "Siti Contoh",
    "guardian_name": "Ani Contoh", "heir_name": "Dewi Contoh", "husband_name": "Budi Contoh",
    "new_name": "Rina Contoh Sari", "country": "Malaysia", "nationality": "Malaysia", "origin": "Samarinda",
    "new_town": "Samarinda", "moving_to": "Jl. Contoh 7, Air Putih", "passport_number": "A1234567",
    "mover_names": "Siti Contoh, Bima Contoh", "correct_text": "Rina Contoh Sari",
    "what_changes": "Bima Contoh, SMA", "why": "12-11-2026",
}  # fmt: skip
BORN = {
    "nik": date(1990, 6, 4), "applicant_nik": date(1985, 7, 15), "guardian_nik": date(1984, 3, 2),
    "heir_nik": date(1988, 9, 9), "deceased_nik": date(1950, 2, 1), "husband_nik": date(1989, 1, 20),
    "wife_nik": date(1991, 5, 6),
}  # fmt: skip
MEN = ("deceased_nik", "husband_nik")
LATELY, SOON = relativedelta(days=11), relativedelta(days=8)


def said(question: Question, wanted: Any, talk: Talk) -> str:
    """`wanted`: an answer other than the usual one. For a date it is the day itself, for a NIK the day of birth."""
    match question.kind:
        case "nik":
            return _nik(wanted or BORN[question.key], question.key)
        case "birth_date" | "date":
            usual = talk.today + SOON if question.kind == "date" else talk.today - LATELY
            return format_date(wanted or usual, "d MMMM y", locale=talk.language)
        case "village":
            return _village(talk)
    return SAID.get(question.key) or SAID[question.kind]


def others(question: Question, service: Service, today: date) -> Iterator[Any]:
    """Answers that lead elsewhere than the usual one: every other option, or a day on the other side of a limit."""
    yield from question.options
    for condition in conditions(service):
        yield from _fitting(condition.get(question.key), today)


def conditions(service: Service) -> list[Condition]:
    """Of all that is not asked of everybody."""
    whens = [
        *(each.when for each in service.question), *(each.when for each in service.paper),
        *(each.when for each in service.document),
    ]  # fmt: skip
    return [when for when in whens if when]


def fitting(condition: Condition, today: date) -> dict[str, Any]:
    """Answers that fulfil it; none to what it does not want said."""
    found = {key: list(_fitting(wanted, today)) for key, wanted in condition.items()}
    return {key: values[0] for key, values in found.items() if values}


def _fitting(wanted: Any, today: date) -> Iterator[Any]:
    if isinstance(wanted, Mapping):
        yield from (_within(name, limit, today) for name, limit in wanted.items() if name in LIMITS)
    elif wanted is not None:
        yield from wanted if isinstance(wanted, list) else [wanted]


def _within(name: str, limit: int, today: date) -> date:
    ago = {"under": {"years": limit - 1}, "from": {"years": limit}, "over_days": {"days": limit + 1}}[name]
    return today - relativedelta(**ago)  # type: ignore[arg-type]


def _nik(born: date, key: str) -> str:
    return f"647104{born.day + (0 if key in MEN else 40):02}{born:%m%y}0000"


def _village(talk: Talk) -> str:
    """Of the office: the first whose name no other there bears."""
    names = [
        village.name
        for kecamatan in talk.regions.inside(talk.region or "")
        for village in talk.regions.villages_of(kecamatan)
    ]
    return next(name for name in names if len(talk.regions.search(name, talk.region or "")) == 1)
