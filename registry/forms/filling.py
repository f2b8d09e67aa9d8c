"""Fills a form: what is known stands in its lines and ticks its boxes, the rest stays empty for the hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from babel.dates import format_date
from sqlmodel import Session

from registry.forms.distance import distance
from registry.forms.facts import Wording, facts, movers
from registry.forms.form import Block, Form, Table, Tick
from registry.forms.request import Request
from registry.issuing.content import FilledBlock, FilledForm
from registry.places.regions import Regions
from registry.residents import Person, family, find_by_nik
from registry.services.conditions import holds
from registry.services.service import Condition, Service

# What lies beyond Latin letters and common dashes and quotes, the font may lack: it is written by hand.
LATIN, DASHES = 0x250, range(0x2010, 0x2027)


def fill(form: Form, request: Request, words: Wording, regions: Regions) -> FilledForm:
    known = {name: text for name, text in facts(request, words, regions).items() if _is_printable(text)}
    asked = {**request.answers, "service": request.service.code, "distance": distance(request, regions)}
    return FilledForm(
        code=form.code,
        title=form.title,
        english=form.english,
        office=request.office,
        signed=form.signed,
        blocks=tuple(_block(each, known, asked, request) for each in form.block if _holds([each.when], asked, request)),
        signatures=tuple((each.role, _first(each.name, known), each.stamp) for each in form.signatures),
        source=_source(request),
    )


def registered(session: Session, service: Service, answers: Mapping[str, Any]) -> Mapping[str, Sequence[Person]]:
    """Whom the register knows of the people that a request names by their NIK, each before the rest of the family."""
    found = {}
    for question in service.question:
        nik = answers.get(question.key) if question.kind == "nik" else None
        if nik and (person := find_by_nik(session, nik)):
            found[question.key] = [person, *(each for each in family(session, person.kk_number) if each != person)]
    return found


def _block(block: Block, known: Mapping[str, str], asked: Mapping[str, Any], request: Request) -> FilledBlock:
    return FilledBlock(
        title=block.title,
        text=block.text,
        rows=tuple((label, _first(names, known)) for label, names in block.rows.items()),
        ticks=tuple((tick.label, _is_ticked(tick, asked, request)) for tick in block.ticks),
        columns=tuple(block.table.columns) if block.table else (),
        people=_people(block.table, request) if block.table else (),
    )


def _people(table: Table, request: Request) -> tuple[tuple[str, ...], ...]:
    """The people that are known, and empty rows below them."""
    listed = [tuple(_printed(person, fact) for fact in table.columns.values()) for person in movers(request)]
    return (*listed, *[("",) * len(table.columns)] * (table.least - len(listed)))


def _printed(person: Person, fact: str) -> str:
    text = str(getattr(person, fact))
    return text if _is_printable(text) else ""


def _is_ticked(tick: Tick, asked: Mapping[str, Any], request: Request) -> bool:
    return bool(tick.when) and _holds(tick.when, asked, request)


def _holds(conditions: Sequence[Condition], asked: Mapping[str, Any], request: Request) -> bool:
    return any(holds(condition, asked, request.on) for condition in conditions)


def _first(names: Sequence[str], known: Mapping[str, str]) -> str:
    return next((known[name] for name in names if name in known), "")


def _is_printable(text: str) -> bool:
    return all(ord(sign) < LATIN or ord(sign) in DASHES for sign in text)


def _source(request: Request) -> str:
    if request.number:
        return f"Diisi dari permohonan {request.number}"
    return f"Diisi dari isian pemohon, {_day(request.on)}"


def _day(day: date) -> str:
    return format_date(day, "d MMMM y", locale="id")
