"""A request for one service: the flow is built from the service's file, and from what single offices do differently."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from bot.effects import Effect, OfferActivation, OpenCase, Tell
from bot.flow import Flow, Step, Talk
from bot.flows.change import or_change
from bot.flows.conditions import applies
from bot.flows.judging import Expected
from bot.flows.lacking import lacking, or_lacking
from bot.flows.office import office_step
from bot.flows.orphaned import or_orphaned
from bot.flows.papers import listed, or_way_ahead, paper_steps, papers_row
from bot.flows.questions import chosen, question_steps
from bot.flows.several import or_several
from bot.flows.slips import or_slip
from bot.flows.sorting import PREFIX, Wanted, named, sort_files
from bot.flows.summary import Row, numbers_shown, rows_of, shown, summary_step
from bot.flows.together import or_together
from bot.flows.told_before import or_told_before
from bot.flows.told_besides import or_told_besides
from bot.flows.told_of_family import or_told_of_family
from bot.flows.welcome import place_args
from bot.flows.whole_family import or_whole_family
from bot.says import Option, PreFilled, Say
from bot.wording import InSentence, Listed, Words
from registry.catalogue import Catalogue, PaperKind, Question, Service
from registry.desk.searching import first_given
from registry.models import Channel
from registry.services.conditions import holds
from registry.uploads.fit import NUMBERS, given_numbers

NAME = "application:"
SUMMARY = (Option("send", "option-send"), Option("change", "option-change"), Option("!cancel", "option-cancel"))


def application(catalogue: Catalogue, code: str) -> Flow:
    """Office (where several share the address), questions, papers, summary; then the case is opened."""
    service = catalogue[code]
    wanted = [wanted_of(catalogue, code, key) for key in papers_of(catalogue, code)]
    asked = [
        *question_steps(service, wanted, lambda talk: _needed_said(_at(catalogue, code, talk), talk)),
        *paper_steps(wanted, paper_way(catalogue, code)),
    ]
    closed = catalogue.closed_at(code)
    plain = [
        office_step(),
        *(_where_open(or_orphaned(or_whole_family(step, service), service), closed) for step in asked),
    ]
    several = [or_change(or_together(or_several(step, plain), plain), plain) for step in plain]
    several = [or_slip(or_told_besides(step, plain, service)) for step in several]
    several = [or_told_of_family(step, service, catalogue) for step in several]
    several = [or_told_before(step, service, catalogue) for step in several]
    steps = [or_way_ahead(or_lacking(step, wanted), wanted) for step in several]
    if not service.tells:
        summary = summary_step(steps, _summary(service), SUMMARY, rows=lambda talk: _rows(steps, wanted, talk))
        steps.append(_where_open(summary, closed))
    return Flow(
        NAME + code,
        tuple(steps),
        _finish(catalogue, code),
        version=_version(catalogue, code),
        opens=Say(service.opens) if service.opens else None,
        named=lambda talk: Say(f"begun-{code}", chosen(service, talk, "unsaid")),
        preface=_preface(catalogue, code, steps),
        keeps_location=not service.tells,
        names=lambda talk, text: named(talk, text, wanted),
        lacks=lambda talk, text: [PREFIX + key for key in lacking(text, wanted, talk)],
        sorts=None if service.tells else lambda talk, files, asked: sort_files(talk, files, wanted, asked),
        preface_from=1 + _known_from(service),
        reads_back=lambda talk: _read_back(steps, talk),
    )


def _known_from(service: Service) -> int:
    """The question before which it is known what papers are needed; choices before it come first in any case."""
    choices = len([*takewhile(lambda question: question.kind == "choice", service.question)])
    deciding = {key for paper in service.paper for key in paper.when}
    numbered = [(n, question) for n, question in enumerate(service.question, start=1) if question.key in deciding]
    return max([choices, *(n for n, question in numbered if not _hangs_on_age(question))])


def _hangs_on_age(question: Question) -> bool:
    """It is asked of the few whose number tells an age; the others need not wait for it to hear of the papers."""
    return any(isinstance(wanted, dict) for wanted in question.when.values())


def _version(catalogue: Catalogue, code: str) -> str:
    own = catalogue.versions(code)
    parts = [catalogue[code].model_dump_json(), *(office + own[office].model_dump_json() for office in sorted(own))]
    return hashlib.sha256("".join(parts).encode()).hexdigest()[:12]


def _at(catalogue: Catalogue, code: str, talk: Talk) -> Service:
    return catalogue.at(talk.office.code, code) if talk.office else catalogue[code]


def papers_of(catalogue: Catalogue, code: str) -> list[str]:
    """The keys of those that every office wants, then of what single offices add."""
    versions = (catalogue[code], *catalogue.versions(code).values())
    return list(dict.fromkeys(paper.key for service in versions for paper in service.paper))


def wanted_of(catalogue: Catalogue, code: str, key: str) -> Wanted:
    def expected(talk: Talk) -> Expected:
        service = _at(catalogue, code, talk)
        niks = (question.key for question in service.of_subject if question.kind == "nik")
        changes = next((each for each in niks if talk.answers.get(each)), None)
        paper = service.paper_by_key.get(key) or PaperKind(key=key)
        return Expected(paper, given_numbers(service, talk.answers), changes)

    return Wanted(
        key, _needed(catalogue, code, key), expected, _filled(catalogue, code, key), _whose_nik(catalogue, code),
        _told_by_itself(catalogue, code, key),
    )  # fmt: skip


def _told_by_itself(catalogue: Catalogue, code: str, key: str) -> Callable[[Talk], bool]:
    """While the question is open whether there is such a paper, its photo answers that."""
    paper = catalogue[code].paper_by_key.get(key)
    if paper is None or not any(key in question.shown for question in catalogue[code].question):
        return lambda talk: False
    return lambda talk: holds(paper.when, talk.answers, talk.today) is None


def _whose_nik(catalogue: Catalogue, code: str) -> Callable[[Talk], str | None]:
    return lambda talk: first_given(_at(catalogue, code, talk), talk.answers, "nik")


def _needed(catalogue: Catalogue, code: str, key: str) -> Callable[[Talk], bool]:
    def needed(talk: Talk) -> bool:
        paper = _at(catalogue, code, talk).paper_by_key.get(key)
        return paper is not None and applies(paper.when, talk)

    return needed


def paper_way(catalogue: Catalogue, code: str) -> Callable[[Talk], str]:
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


def _where_open(step: Step, closed: Collection[str]) -> Step:
    """Nothing is asked for an office that does not take the service by chat."""

    def is_open(talk: Talk) -> bool:
        return not (talk.office and talk.office.code in closed)

    def asked(talk: Talk) -> bool:
        return step.when(talk) and is_open(talk)

    def may_come(talk: Talk) -> bool:
        return step.may(talk) and is_open(talk)

    return replace(step, when=asked, may=may_come) if closed else step


def _rows(steps: Sequence[Step], wanted: Sequence[Wanted], talk: Talk) -> list[Row]:
    rows = rows_of(steps, talk)
    if text := papers_row(wanted, talk):
        rows.append((next(step for step in steps if step.takes_uploads), text))
    return rows


def _summary(service: Service) -> Any:
    numbers = [question.key for question in service.of_subject if question.kind in NUMBERS and question.summary]

    def said(talk: Talk, *rows: str) -> Say:
        return Say("summary", {"rows": ", ".join(filter(None, rows)), "service": _told_apart(service, talk)})

    def ask(talk: Talk, rows: Sequence[Row]) -> Say:
        """By SMS with the ends of as many numbers as cost no more."""
        ends = numbers_shown(numbers, talk) if talk.channel is Channel.SMS else []
        fuller = (said(talk, shown(rows, talk), *ends[:n]) for n in range(len(ends), 0, -1))
        return replace(said(talk, shown(rows, talk)), fuller=tuple(fuller))

    return ask


def _told_apart(service: Service, talk: Talk) -> str | Words:
    """ "KK hilang", where the answers say which of two things a service's name joins; else the name."""
    told, unsaid = (
        talk.words.render(f"begun-{service.code}", answers, talk.language, talk.channel)
        for answers in (chosen(service, talk, "unsaid"), dict.fromkeys(chosen(service, talk), "unsaid"))
    )
    return told.rstrip(".") if told != unsaid else Words(f"service-{service.code}")


def _preface(catalogue: Catalogue, code: str, steps: Sequence[Step]) -> Callable[[Talk], Say | None]:
    def preface(talk: Talk) -> Say | None:
        needed = _needed_said(_at(catalogue, code, talk), talk)
        return _read_back(steps, talk, needed) or needed

    return preface


def _read_back(steps: Sequence[Step], talk: Talk, needed: Say | None = None) -> Say | None:
    """What was told in one message, if the request began with one, and what of it could not be read."""
    rows = [text for _, text in rows_of(steps, talk)] if talk.facts.get("compact") else []
    told = talk.facts.get("unread", {})
    unclear = told if isinstance(told, dict) else dict.fromkeys(told, "")  # a list in a chat begun before
    unread = [_unread(key, why) for key, why in unclear.items() if key not in talk.answers]
    if not (rows or unread):
        return None
    args = {"rows": ", ".join(rows) or "none", "unread": Listed(tuple(unread)) if unread else "none"}
    return Say("compact-read", args | {"needed": Words(needed.key, needed.args) if needed else "none"})


def _unread(key: str, why: str) -> Words | InSentence:
    label = InSentence(f"label-{key}")
    return Words("unread-no-such-day", {"label": label}) if why == "date-impossible" else label


def _needed_said(service: Service, talk: Talk) -> Say | None:
    """By SMS the papers are named once, with the link."""
    known = [paper.key for paper in service.paper if holds(paper.when, talk.answers, talk.today)]
    if known and all(PREFIX + key in talk.answers for key in known):
        return None
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
            return [Tell(service.tells, place_args(talk)), *([OfferActivation()] if service.offers else [])]
        asked = [q.key for q in service.question if q.key in talk.answers and applies(q.when, talk)]
        answers = {key: talk.answers[key] for key in asked}
        if pin := talk.answers.get("map_pin"):
            answers["map_pin"] = pin["at"]
        papers = {p.key: talk.answers[PREFIX + p.key] for p in service.paper if applies(p.when, talk)}
        return [OpenCase(code, answers, papers, talk.answers.get("office"), talk.kept)]

    return finish
