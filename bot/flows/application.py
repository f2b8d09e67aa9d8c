"""A request for one service: the flow is built from the service's file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from bot.effects import Effect, OpenCase
from bot.flow import Answer, AskAgain, Flow, Option, Say, Step, Talk
from bot.flows.conditions import holds, when
from bot.flows.papers import PREFIX, Wanted, listed, paper_steps, papers_row
from bot.flows.readers import READERS, or_forgotten, read_choice
from bot.flows.summary import Row, masked_number, option_words, row, rows_of, shown, summary_step
from bot.wording import Words
from registry.catalogue import PaperKind, Question, Service
from registry.models import Channel

NAME = "application:"
SUMMARY = (Option("send", "option-send"), Option("change", "option-change"), Option("!cancel", "option-cancel"))


def application(service: Service) -> Flow:
    """Office (where several share the address), questions, papers, summary; then the case is opened."""
    wanted = [Wanted(paper.key, _needed(paper)) for paper in service.paper]
    questions = [_question(service, question) for question in service.question]
    steps = [_office_step(), *questions, *paper_steps(wanted)]
    summary = summary_step(steps, _summary(service), SUMMARY, rows=lambda talk: _rows(steps, wanted, talk))
    return Flow(
        NAME + service.code,
        (*steps, summary),
        _finish(service),
        version=_version(service),
        preface=_preface(service, steps),
        preface_from=_after_the_gate(service) + 1,
    )


def _version(service: Service) -> str:
    return hashlib.sha256(service.model_dump_json().encode()).hexdigest()[:12]


def _after_the_gate(service: Service) -> int:
    """The first question after those that may end the chat, or that decide which papers are needed from the start."""
    gates = [place for place, question in enumerate(service.question) if question.stops]
    return gates[0] + 1 if gates else 0


def _needed(paper: PaperKind) -> Any:
    return when(paper.when)


def _question(service: Service, question: Question) -> Step:
    options = options_of(question)
    read = read_choice(question.options) if question.options else READERS[question.kind]
    key = question.text or f"ask-{question.key}"

    def ask(talk: Talk) -> Say:
        return Say(key, {"service": Words(f"service-{service.code}")}, options)

    return Step(
        question.key,
        ask,
        or_forgotten(read) if question.optional else read,
        when=when(question.when),
        fits=_fits(question),
        stops=question.stops,
        row=row(question.key, lambda talk: _shown_answer(question, talk)) if question.summary else None,
    )


def options_of(question: Question) -> tuple[Option, ...]:
    return tuple(Option(option, f"option-{question.key}-{option}") for option in question.options)


def _fits(question: Question) -> Callable[[Talk, Any], bool]:
    """An option that still exists; a village of the office that was chosen since."""
    if question.kind == "village":
        return lambda talk, value: value in talk.regions and value.startswith(talk.region or "")
    return lambda talk, value: not question.options or value in question.options


def _shown_answer(question: Question, talk: Talk) -> Any:
    value = talk.answers[question.key]
    match question.kind:
        case "choice":
            return option_words(question.key, value)
        case "nik":
            return masked_number(value)
        case "kk_number":
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


def _preface(service: Service, steps: Sequence[Step]) -> Any:
    def preface(talk: Talk) -> Say | None:
        if talk.facts.get("compact"):
            return Say("compact-read", {"rows": ", ".join(text for _, text in rows_of(steps, talk))})
        known = [p.key for p in service.paper if holds(p.when, talk.answers, talk.today)]
        if not known or talk.channel is Channel.SMS:
            return None  # by SMS the papers are named once, with the link
        return Say("papers-needed", {"n": len(known), "papers": listed(known, "-needed")})

    return preface


def _finish(service: Service) -> Any:
    def finish(talk: Talk) -> list[Effect]:
        asked = [q.key for q in service.question if q.key in talk.answers and when(q.when)(talk)]
        answers = {key: talk.answers[key] for key in asked}
        papers = {p.key: talk.answers[PREFIX + p.key] for p in service.paper if _needed(p)(talk)}
        return [OpenCase(service.code, answers, papers, talk.answers.get("office"))]

    return finish


def _office_step() -> Step:
    """One number for several offices: the kabupaten of the family card decides, and can be corrected."""

    def options(talk: Talk) -> tuple[Option, ...]:
        return tuple(
            Option(office.code, talk.regions[office.region].name[:24], plain=True) for office in talk.offices[:10]
        )

    def ask(talk: Talk) -> Say:
        return Say("ask-office", options=options(talk))

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick:
            return answer.pick
        found = {region.code for region in talk.regions.search_kabupaten(answer.text)}
        offices = [office.code for office in talk.offices if office.region in found]
        if len(offices) == 1:
            return offices[0]
        raise AskAgain("office-unclear", options=options(talk))

    def name(talk: Talk) -> str:
        return talk.office.name if talk.office else ""

    return Step(
        "office",
        ask,
        read,
        when=lambda talk: talk.shared and len(talk.offices) > 1,
        row=row("office", name),
    )
