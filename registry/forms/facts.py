"""What is known when a form is filled: each fact under a name that the forms in registry/forms use, worded to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Protocol

from babel.dates import format_date

from registry.forms.distance import DISTANCES
from registry.forms.parties import APPLICANT, GIVER, applicant, giver
from registry.forms.request import Request
from registry.nik import Nik
from registry.places.regions import Regions
from registry.residents import COUPLE, HEAD, SEXES, Person
from registry.services.service import Question, Service

OWN = ("service", "concerned", "phone", "papers", "office.name")
PLACE = ("village", "district", "regency", "province", "postal_code")
PERSON = ("name", "kk_number", "sex", "birth", "religion", "citizenship", "parents", "address", "rt_rw")
PARENTS = ("father", "father_nik", "mother", "mother_nik")
LISTS = ("movers",)
COMPUTED = {"distance": DISTANCES}  # known from several answers; stands beside them in the conditions of a form
DATES = ("birth_date", "date")


class Wording(Protocol):
    """Indonesian: the office's papers are written in it."""

    def service(self, code: str) -> str: ...

    def paper(self, key: str) -> str: ...

    def option(self, question: str, option: str) -> str: ...


def knowable(service: Service) -> set[str]:
    """The names of all facts that a request for this service may bring."""
    names = {*OWN, *service.question_by_key}
    names |= {f"applicant.{part}" for part in APPLICANT} | {f"giver.{part}" for part in GIVER}
    for question in service.question:
        if question.kind == "nik":
            names |= {f"{question.key}.{part}" for part in (*PERSON, *PLACE)} | {f"parents.{part}" for part in PARENTS}
        if question.kind == "village":
            names |= {f"{question.key}.{part}" for part in PLACE}
        if question.kind in DATES:
            names.add(f"{question.key}.day")
    return names


def facts(request: Request, words: Wording, regions: Regions) -> Mapping[str, str]:
    """Empty ones are left out."""
    found = {
        "service": words.service(request.service.code),
        "concerned": request.service.person_named(request.answers),
        "phone": request.phone,
        "papers": ", ".join(map(words.paper, request.papers)),
        "office.name": request.office,
    }
    for question in request.service.question:
        if value := request.answers.get(question.key):
            found |= _answer(question, value, words, regions)
    for key, family in request.register.items():
        found |= {f"{key}.{name}": text for name, text in _person(family[0], regions)}
    found |= {f"parents.{name}": text for name, text in _parents(request)}
    found |= {f"applicant.{name}": text for name, text in applicant(request).items()}
    found |= {f"giver.{name}": text for name, text in giver(request).items()}
    return {name: text for name, text in found.items() if text}


def movers(request: Request) -> list[Person]:
    """Whom the register names of those who move; who else of a part of the family does is for the hand."""
    family = request.family
    if request.answers.get("movers") != "family":
        return list(family[:1])
    return sorted(family, key=lambda person: person.relation != HEAD)


def _answer(question: Question, value: Any, words: Wording, regions: Regions) -> Mapping[str, str]:
    key = question.key
    if question.kind == "choice":
        return {key: words.option(key, value)}
    if question.kind == "village":
        place = dict(_place(value, regions))
        return {key: place.get("village", ""), **{f"{key}.{part}": name for part, name in place.items()}}
    if question.kind in DATES:
        day = date.fromisoformat(value)
        return {key: _day(day), f"{key}.day": format_date(day, "EEEE, d MMMM y", locale="id")}
    return {key: str(value)}


def _person(person: Person, regions: Regions) -> Iterator[tuple[str, str]]:
    yield "name", person.name
    yield "kk_number", person.kk_number
    yield "sex", SEXES[person.sex]
    yield "birth", f"{person.birth_place}, {_day(person.born_on)}"
    yield "religion", person.religion
    yield "citizenship", person.citizenship
    yield "parents", ", ".join(filter(None, (person.father, person.mother)))
    yield "address", person.address
    yield "rt_rw", f"{person.rt}/{person.rw}"
    yield from _place(person.village, regions)


def _place(code: str, regions: Regions) -> Iterator[tuple[str, str]]:
    """Nothing of a village outside the provinces that the list holds."""
    if village := regions.get(code):
        above = (region.name for region in regions.parents(village))
        yield from zip(PLACE, (village.name, *above, village.postal_code), strict=True)


def _parents(request: Request) -> Iterator[tuple[str, str]]:
    """Of the children that parents ask for: who asked by the sex in the NIK, the other one by the register."""
    nik = request.answers.get("nik")
    if not nik:
        return
    yield {"male": "father_nik", "female": "mother_nik"}[Nik(nik).sex], nik
    family = request.register.get("nik", ())
    if family and family[0].relation in COUPLE and request.answer("marriage_proof") != "alone":
        for person in family:
            if person.relation in COUPLE:
                parent = "father" if person.sex == "male" else "mother"
                yield from ((parent, person.name), (f"{parent}_nik", person.nik))


def _day(day: date) -> str:
    return format_date(day, "d MMMM y", locale="id")
