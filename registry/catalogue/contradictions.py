"""What a service's parts say against each other. Each fault names the part it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from registry.issuing.content import CONTENT
from registry.services.conditions import LIMITS
from registry.services.service import DocumentKind, PaperKind, Question, Service

Fault = tuple[str, str, str]  # the section of the file, the key in it, what is wrong

DATED = ("nik", "birth_date", "date")


def contradictions(service: Service) -> Iterator[Fault]:
    yield from _questions(service)
    yield from _conditions(service)
    yield from _documents(service)
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
    if strange := set(question.stops) - set(question.options):
        yield f"stops names {sorted(strange)}, no options"
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


def _wrong(question: Question, wanted: Any) -> Iterator[str]:
    if isinstance(wanted, dict):
        if strange := wanted.keys() - LIMITS.keys():
            yield f"{sorted(strange)}, but conditions know only {', '.join(LIMITS)}"
        if not wanted or any(type(limit) is not int for limit in wanted.values()):
            yield "a limit that is no whole number"
        if question.kind not in DATED:
            yield f"a date, but {question.key!r} is of kind {question.kind!r}"
        return
    values = wanted if isinstance(wanted, list) else [wanted]
    if question.kind != "choice":
        yield f"{values}, but only a choice has known answers"
    elif strange := {str(value) for value in values} - (set(question.options) - set(question.stops)):
        yield f"{sorted(strange)}, which can never be answered"


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
