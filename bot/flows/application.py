"""A request for one service: the flow is built from the service's file, and from what single offices do differently."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile
from typing import Any

from bot.effects import Effect, OpenCase, Tell
from bot.flow import Flow, Option, PreFilled, Read, Say, Step, Talk
from bot.flows.change import or_change
from bot.flows.conditions import when
from bot.flows.forgotten import or_forgotten, or_helped
from bot.flows.judging import Expected
from bot.flows.office import office_step
from bot.flows.papers import listed, paper_steps, papers_row
from bot.flows.readers import READERS, read_choice
from bot.flows.several import or_several
from bot.flows.sorting import PREFIX, Wanted, sort_files
from bot.flows.summary import Row, masked_number, option_words, row, rows_of, shown, summary_step
from bot.flows.together import or_together
from bot.flows.villages import MOVED
from bot.flows.welcome import place_args
from bot.flows.where_to import HOME
from bot.wording import InSentence, Words
from registry.catalogue import Catalogue, PaperKind, Question, Service
from registry.conditions import holds
from registry.models import Channel
from registry.searching import first_given
from registry.uploads.fit import given_numbers

NAME = "application:"
PARENTS = {"yes": "parent", "no": "other"}
MASKED = ("nik", "kk_number")
LONG_SMS = 60  # letters; more is not read back by SMS
SUMMARY = (Option("send", "option-send"), Option("change", "option-change"), Option("!cancel", "option-cancel"))


def application(catalogue: Catalogue, code: str) -> Flow:
    """Office (where several share the address), questions, papers, summary; then the case is opened."""
    service = catalogue[code]
    wanted = [_wanted(catalogue, code, key) for key in _papers(catalogue, code)]
    asked = [
        *question_steps(service),
        *paper_steps(wanted, _way(catalogue, code)),
    ]
    plain = [office_step(), *(_where_open(step, catalogue, code) for step in asked)]
    steps = [or_change(or_together(or_several(step, plain), plain), plain) for step in plain]
    if not service.tells:
        summary = summary_step(steps, _summary(service), SUMMARY, rows=lambda talk: _rows(steps, wanted, talk))
        steps.append(_where_open(summary, catalogue, code))
    return Flow(
        NAME + code,
        tuple(steps),
        _finish(catalogue, code),
        version=_version(catalogue, code),
        opens=Say(service.opens) if service.opens else None,
        named=lambda talk: Say(f"begun-{code}", _chosen(service, talk, "unsaid")),
        preface=_preface(catalogue, code, steps),
        keeps_location=not service.tells,
        sorts=None if service.tells else lambda talk, files, asked: sort_files(talk, files, wanted, asked),
        preface_from=1 + _known_from(service),
    )


def question_steps(service: Service) -> list[Step]:
    """Each alone, without what a chat puts around it."""
    return [_question(service, question) for question in service.question]


def _known_from(service: Service) -> int:
    """The question before which it is known what papers are needed; choices before it come first in any case."""
    choices = len([*takewhile(lambda question: question.kind == "choice", service.question)])
    deciding = {key for paper in service.paper for key in paper.when}
    return max([choices, *(n for n, question in enumerate(service.question, start=1) if question.key in deciding)])


def _version(catalogue: Catalogue, code: str) -> str:
    own = catalogue.versions(code)
    parts = [catalogue[code].model_dump_json(), *(office + own[office].model_dump_json() for office in sorted(own))]
    return hashlib.sha256("".join(parts).encode()).hexdigest()[:12]


def _at(catalogue: Catalogue, code: str, talk: Talk) -> Service:
    return catalogue.at(talk.office.code, code) if talk.office else catalogue[code]


def _papers(catalogue: Catalogue, code: str) -> list[str]:
    """The keys of those that every office wants, then of what single offices add."""
    versions = (catalogue[code], *catalogue.versions(code).values())
    return list(dict.fromkeys(paper.key for service in versions for paper in service.paper))


def _wanted(catalogue: Catalogue, code: str, key: str) -> Wanted:
    def expected(talk: Talk) -> Expected:
        service = _at(catalogue, code, talk)
        niks = (question.key for question in service.question if question.kind == "nik")
        changes = next((each for each in niks if talk.answers.get(each)), None)
        paper = service.paper_by_key.get(key) or PaperKind(key=key)
        return Expected(paper, given_numbers(service, talk.answers), changes)

    return Wanted(
        key, _needed(catalogue, code, key), expected, _filled(catalogue, code, key), _whose_nik(catalogue, code)
    )


def _whose_nik(catalogue: Catalogue, code: str) -> Callable[[Talk], str | None]:
    return lambda talk: first_given(_at(catalogue, code, talk), talk.answers, "nik")


def _needed(catalogue: Catalogue, code: str, key: str) -> Callable[[Talk], bool]:
    def needed(talk: Talk) -> bool:
        paper = _at(catalogue, code, talk).paper_by_key.get(key)
        return paper is not None and when(paper.when)(talk)

    return needed


def _way(catalogue: Catalogue, code: str) -> Callable[[Talk], str]:
    """Where this service's photos are sent: as the service says, else as the office does."""
    return lambda talk: _at(catalogue, code, talk).papers_by or (talk.office.papers_by if talk.office else "chat")


def _filled(catalogue: Catalogue, code: str, key: str) -> Callable[[Talk], PreFilled] | None:
    """The form that becomes this paper, from the answers to the service's questions."""
    versions = (catalogue[code], *catalogue.versions(code).values())
    form = next((paper.form for each in versions if (paper := each.paper_by_key.get(key))), None)
    if form is None:
        return None

    def filled(talk: Talk) -> PreFilled:
        answers = {key: value for key, value in talk.answers.items() if key in catalogue[code].question_by_key}
        return PreFilled(form, code, answers, talk.office.id if talk.office else None)

    return filled


def _is_off(catalogue: Catalogue, code: str, talk: Talk) -> bool:
    return talk.office is not None and catalogue.is_off(talk.office.code, code)


def _where_open(step: Step, catalogue: Catalogue, code: str) -> Step:
    """Nothing is asked for an office that does not take the service by chat."""
    return replace(step, when=lambda talk: step.when(talk) and not _is_off(catalogue, code, talk))


def _question(service: Service, question: Question) -> Step:
    options = options_of(question)
    key = question.text or f"ask-{question.key}"

    def told(talk: Talk) -> dict[str, str]:
        return {**_chosen(service, talk), "whose": _whose(talk)}

    def ask(talk: Talk) -> Say:
        return HOME.ask_street(talk, key) if question.kind == "street" else Say(key, told(talk), options)

    def field(talk: Talk) -> Words | InSentence | None:
        own = f"field-{key.removeprefix('ask-')}"
        if talk.words.has(own, talk.language):
            return Words(own, told(talk))
        return None if options else InSentence(f"label-{question.key}")

    streets = any(each.kind == "street" for each in service.question)
    return Step(
        question.key,
        ask,
        HOME.read_village if streets and question.kind == "village" else _read(question),
        when=when(question.when),
        fits=_fits(question),
        stops={MOVED: "moved-here", **question.stops} if question.kind == "village" else question.stops,
        warns=question.warns,
        field=field,
        kind=question.kind,
        row=_row(question) if question.summary else None,
    )


def _chosen(service: Service, talk: Talk, unsaid: str = "") -> dict[str, str]:
    """A question may be worded by what was chosen before it."""
    return {q.key: str(talk.answers.get(q.key, unsaid)) for q in service.question if q.kind == "choice"}


def _whose(talk: Talk) -> str:
    """self | parent | same_kk | other: whose name and number are asked for, as seen from who writes."""
    parent = talk.answers.get("parent")
    return str(PARENTS.get(parent, parent) if parent else talk.answers.get("for_whom", "self"))


def _read(question: Question) -> Read:
    """Of a choice the options are the whole answer, of a free text every word is: the others may be forgotten."""
    if question.options:
        return read_choice(question.options)
    read = READERS[question.kind]
    if question.optional:
        return or_forgotten(read)
    return read if question.kind in ("text", "street") else or_helped(read, question.kind)


def options_of(question: Question) -> tuple[Option, ...]:
    return tuple(Option(option, f"option-{question.key}-{option}") for option in question.options)


def _fits(question: Question) -> Callable[[Talk, Any], bool]:
    """An option that still exists; a village of the office that was chosen since."""
    if question.kind == "village":
        return lambda talk, value: value in talk.regions and value.startswith(talk.region or "")
    return lambda talk, value: not question.options or value in question.options


def _row(question: Question) -> Callable[[Talk], str]:
    """By its own text, else as "label: value"; by SMS only what is short and no number."""

    def plain(talk: Talk) -> str:
        value = _shown_answer(question, talk)
        long = question.kind in MASKED or (question.kind == "text" and len(value) > LONG_SMS)
        if long and talk.channel is Channel.SMS:
            return ""
        args = {"label": Words(f"label-{question.key}"), "value": value}
        return talk.words.render("row-other", args, talk.language, talk.channel)

    named = row(question.key, lambda talk: _shown_answer(question, talk))
    return lambda talk: (named if talk.words.has(f"row-{question.key}") else plain)(talk)


def _shown_answer(question: Question, talk: Talk) -> Any:
    value = talk.answers[question.key]
    match question.kind:
        case "choice":
            return option_words(question.key, value)
        case "nik" | "kk_number":
            return masked_number(value) or Words("looked-up-by-officer")
        case "village":
            return talk.regions[value].name
        case "birth_date" | "date":
            return date.fromisoformat(value)
    return value


def _rows(steps: Sequence[Step], wanted: Sequence[Wanted], talk: Talk) -> list[Row]:
    rows = rows_of(steps, talk)
    if text := papers_row(wanted, talk):
        rows.append((next(step for step in steps if step.takes_uploads), text))
    return rows


def _summary(service: Service) -> Any:
    def ask(talk: Talk, rows: Sequence[Row]) -> Say:
        return Say("summary", {"rows": shown(rows, talk), "service": Words(f"service-{service.code}")})

    return ask


def _preface(catalogue: Catalogue, code: str, steps: Sequence[Step]) -> Any:
    def preface(talk: Talk) -> Say | None:
        needed = _needed_said(_at(catalogue, code, talk), talk)
        rows = [text for _, text in rows_of(steps, talk)] if talk.facts.get("compact") else []
        if not rows:
            return needed
        also = Words(needed.key, needed.args) if needed else "none"
        return Say("compact-read", {"rows": ", ".join(rows), "needed": also})

    return preface


def _needed_said(service: Service, talk: Talk) -> Say | None:
    """By SMS the papers are named once, with the link."""
    known = [paper.key for paper in service.paper if holds(paper.when, talk.answers, talk.today)]
    if not known or talk.channel is Channel.SMS:
        return Say(service.remark) if service.remark else None
    remark = Words(service.remark) if service.remark else "none"
    return Say("papers-needed", {"n": len(known), "papers": listed(known, "-needed"), "remark": remark})


def _finish(catalogue: Catalogue, code: str) -> Any:
    def finish(talk: Talk) -> list[Effect]:
        service = _at(catalogue, code, talk)
        if _is_off(catalogue, code, talk):
            return [Tell("switched-off", place_args(talk) | {"service": Words(f"service-{code}")})]
        if service.tells:
            return [Tell(service.tells, place_args(talk))]
        asked = [q.key for q in service.question if q.key in talk.answers and when(q.when)(talk)]
        answers = {key: talk.answers[key] for key in asked}
        if pin := talk.answers.get("map_pin"):
            answers["map_pin"] = pin["at"]
        papers = {p.key: talk.answers[PREFIX + p.key] for p in service.paper if when(p.when)(talk)}
        return [OpenCase(code, answers, papers, talk.answers.get("office"), talk.kept)]

    return finish
