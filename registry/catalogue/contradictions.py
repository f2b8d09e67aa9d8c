"""What a service's parts say against each other. Each fault names the part it stands in."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from registry.issuing.content import CONTENT
from registry.services.conditions import LIMITS, NOT
from registry.services.service import Condition, DocumentKind, PaperKind, Question, Service

Fault = tuple[str, str, str]  # the section of the file, the key in it, what is wrong

DATED = ("nik", "birth_date", "date")


def contradictions(service: Service) -> Iterator[Fault]:
    yield from _questions(service)
    yield from _conditions(service)
    yield from _documents(service)
    yield from _reading(service)
    yield from _numbers(service)
    yield from _names(service)
    if service.tells and (service.paper or service.document or service.remark):
        yield "tells", "", "a service that only tells opens no case: papers, documents and a remark have no place"
    if not service.tells and not service.question:
        yield "code", "", "a service without questions must say what it tells"


def _questions(service: Service) -> Iterator[Fault]:
    for question in service.question:
        if (question.kind == "choice") != bool(question.options):
            yield "question", question.key, f"question {question.key!r}: options belong to kind = 'choice', only there"
        faults = (*_ends(question), *_shown(question, service))
        yield from (("question", question.key, f"question {question.key!r}: {told}") for told in faults)
    seen: set[str] = set()
    for section, key in (("question", q.key) for q in service.question):
        if key in seen:
            yield section, key, f"{key!r} appears twice"
        seen.add(key)
    for paper in service.paper:
        if paper.key in seen:
            yield "paper", paper.key, f"{paper.key!r} appears twice"
        seen.add(paper.key)


def _numbers(service: Service) -> Iterator[Fault]:
    for document in service.document:
        if document.number and document.number not in service.question_by_key:
            yield "document", document.name, f"number names [{document.number!r}], which is no question"


def _ends(question: Question) -> Iterator[str]:
    if twice := sorted({option for option in question.options if question.options.count(option) > 1}):
        yield f"options {twice} appear twice"
    if strange := set(question.stops) - set(question.options):
        yield f"stops names {sorted(strange)}, no options"
    if strange := set(question.consoles) - set(question.options):
        yield f"consoles names {sorted(strange)}, no options"
    if question.presumed is not None and question.presumed not in question.options:
        yield f"presumes {question.presumed!r}, no option"
    if question.officer and not question.options:
        yield "the way to an officer stands beside options"
    if strange := set(question.warns) - set(question.stops):
        yield f"warns of {sorted(strange)}, which stops nothing"


def _shown(question: Question, service: Service) -> Iterator[str]:
    if strange := set(question.shown) - set(service.paper_by_key):
        yield f"shown names {sorted(strange)}, no papers"
    if strange := set(question.shown.values()) - set(question.options):
        yield f"shown answers {sorted(strange)}, no options"


def _conditions(service: Service) -> Iterator[Fault]:
    asked: dict[str, Question] = {}
    for question in service.question:
        yield from _of_part("question", question, asked)
        asked[question.key] = question
    for section, parts in (("paper", service.paper), ("document", service.document)):
        for part in parts:
            yield from _of_part(section, part, asked)


def _of_part(section: str, part: Question | PaperKind | DocumentKind, asked: dict[str, Question]) -> Iterator[Fault]:
    name = part.name if isinstance(part, DocumentKind) else part.key
    if missing := set(part.when) - set(asked):
        yield section, name, f"{name!r} depends on {sorted(missing)}, which is not asked before it"
    for key in part.when.keys() & asked.keys():
        for wrong in _wrong(asked[key], part.when[key]):
            yield section, name, f"{name!r} waits for {key} = {wrong}"
        if against := _excluded(asked[key].when, part.when):
            yield section, name, f"{name!r} waits for {key}, which is not asked where {against} is so"
    if isinstance(part, DocumentKind):
        for key, wanted in (part.old_card or {}).items():
            told = [f"{key}, which is not asked"] if key not in asked else _wrong(asked[key], wanted)
            yield from ((section, name, f"old_card of {name!r} waits for {wrong}") for wrong in told)


def _excluded(own: Condition, wanted: Condition) -> str | None:
    """What two conditions both speak of, and never agree about."""
    both = [key for key in own.keys() & wanted.keys() if not isinstance(own[key], dict) | isinstance(wanted[key], dict)]
    return next((key for key in both if not _values(own[key]) & _values(wanted[key])), None)


def _values(wanted: Any) -> set[Any]:
    return set(wanted) if isinstance(wanted, list) else {wanted}


def _wrong(question: Question, wanted: Any) -> Iterator[str]:
    if isinstance(wanted, dict) and wanted.keys() != {NOT}:
        yield from _wrong_limits(question, wanted)
        return
    if isinstance(wanted, dict):
        wanted = wanted[NOT]
        if not isinstance(wanted, list) or not (question.presumed or question.when):
            yield f"{NOT}, which takes a list of the options of what is presumed, or not asked of everybody"
            return
    values = wanted if isinstance(wanted, list) else [wanted]
    if question.kind != "choice":
        yield f"{values}, but only a choice has known answers"
    elif strange := {str(value) for value in values} - (set(question.options) - set(question.stops)):
        yield f"{sorted(strange)}, which can never be answered"


def _wrong_limits(question: Question, wanted: Mapping[str, Any]) -> Iterator[str]:
    if strange := wanted.keys() - LIMITS.keys():
        yield f"{sorted(strange)}, but conditions know only {', '.join(LIMITS)}"
    if not wanted or any(type(limit) is not int for limit in wanted.values()):
        yield "a limit that is no whole number"
    elif wanted.get("from", 0) >= wanted.get("under", sys.maxsize):
        yield f"{wanted['from']} years or more and under {wanted['under']}, which nobody is"
    if question.kind not in DATED:
        yield f"a date, but {question.key!r} is of kind {question.kind!r}"


def _reading(service: Service) -> Iterator[Fault]:
    """Whatever is sent can be told right from wrong, or it is known why not."""
    for paper in service.paper:
        if bool(paper.reads) == bool(paper.unread):
            yield "paper", paper.key, f"paper {paper.key!r}: words that it reads, or why it is unread, one of the two"


def _documents(service: Service) -> Iterator[Fault]:
    for document in service.document:
        if document.kind == "pdf" and not document.template:
            yield "document", "pdf", "a PDF needs the name of its template"
        if document.for_each and document.kind != "card":
            yield "document", document.name, "for_each makes cards: a PDF is one for all"
        if document.register_ == "office" and document.template not in CONTENT:
            told = f"template {document.template!r} is not in registry/issuing/templates, and SIAK does not make it"
            yield "document", document.name, told


def _names(service: Service) -> Iterator[Fault]:
    keys = service.question_by_key
    for section, named in (("compact", service.compact), *_subject(service)):
        if missing := set(named) - set(keys):
            yield section, "", f"{section} names {sorted(missing)}, which is no question"
    fact = keys.get(service.release_fact or "")
    if fact and fact.kind not in ("birth_date", "date"):
        yield "release_fact", "", f"release_fact names {fact.key!r}, which is no date"
    for wish in service.wish:
        for key, answer in wish.answers.items():
            if key not in keys or answer not in keys[key].options:
                yield "wish", wish.words[0], f"the wish {' '.join(wish.words)!r} answers {key} = {answer!r}, no option"


def _subject(service: Service) -> Iterable[tuple[str, tuple[str, ...]]]:
    if not service.tells:
        yield "subject", (service.subject,)
    if service.release_fact:
        yield "release_fact", (service.release_fact,)
