"""A service's question as a step: how it is asked, read, named in a list and shown before sending."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any

from bot.flow import JudgedUpload, Read, Several, Step, Talk
from bot.flows.conditions import asked_when, may_apply, never
from bot.flows.forgotten import or_forgotten, or_helped
from bot.flows.home_town import DOMICILE, or_town
from bot.flows.judging import OFFICER, POOR
from bot.flows.on_photo import offer_number
from bot.flows.presumed import Needed, no_word, presumed_before, with_presumed
from bot.flows.readers import READERS, or_grown, or_on_kk, or_taken, read_choice
from bot.flows.sorting import Wanted
from bot.flows.summary import masked_number, option_words, row
from bot.flows.villages import MOVED
from bot.flows.where_to import HOME
from bot.says import Option, Say
from bot.wording import InSentence, Words
from registry.catalogue import Question, Service
from registry.models import Channel
from registry.places.regions import Regions

PARENTS = {"yes": "parent", "no": "other"}
MASKED = ("nik", "kk_number")
ALSO_LOST = "also_lost"  # a question: the paper whose numbers would be copied is gone as well
OF_PARENT = "ask-parent-nik"
NO_CARD = "ask-nik-on-kk"  # the KTP is what is lost, or was never there
LONG_SMS = 60  # letters; more is not read back by SMS


def question_steps(service: Service, wanted: Sequence[Wanted] = (), needed: Needed = no_word) -> list[Step]:
    """Each alone, without what a chat puts around it; `wanted` are papers whose photo may answer one. `needed` tells
    of the papers anew where somebody says that it is otherwise than presumed."""
    steps = [_step(service, question, wanted) for question in service.question]
    return [with_presumed(step, presumed_before(service, step.key), needed) for step in steps]


def _step(service: Service, question: Question, wanted: Sequence[Wanted]) -> Step:
    options = options_of(question)
    key = question.text or f"ask-{question.key}"

    def ask(talk: Talk) -> Say:
        return HOME.ask_street(talk, key) if question.kind == "street" else Say(key, _told(service, talk), options)

    def field(talk: Talk) -> Words | InSentence | None:
        own = f"field-{key.removeprefix('ask-')}"
        if talk.words.has(own, talk.language):
            return Words(own, _told(service, talk))
        return None if options else InSentence(f"label-{question.key}")

    def recall(talk: Talk, waiting: Sequence[JudgedUpload], declined: Collection[int]) -> Several | None:
        if question.kind in MASKED and not (question.kind == "nik" and question.optional):  # the dead show no card
            called = InSentence(f"label-{question.key}") if question.optional else field(talk)
            offer_number(question.kind, read, called or InSentence(f"label-{question.key}"), talk, waiting, declined)
        return _shown_by(question, wanted, talk, waiting)

    read = _read(question, service)
    streets = any(each.kind == "street" for each in service.question)
    return Step(
        question.key,
        ask,
        HOME.read_village if streets and question.kind == "village" else read,
        when=asked_when(question, service) if question.presumed is None else lambda talk: question.key in talk.answers,
        may=may_apply(question.when, _presumed(service)) if question.presumed is None else never,
        fits=_fits(question),
        stops={MOVED: "moved-here", **question.stops} if question.kind == "village" else question.stops,
        warns=question.warns,
        consoles=question.consoles,
        field=field,
        of=question.of,
        kind=question.kind,
        row=_row(question) if question.summary else None,
        recall=recall,
    )


def _told(service: Service, talk: Talk) -> dict[str, str]:
    gone = "yes" if talk.answers.get(ALSO_LOST) else "no"
    town = talk.regions[talk.region].short_name if talk.region else "none"
    return {**chosen(service, talk), "whose": _whose(talk), "gone": gone, "town": town}


def _presumed(service: Service) -> dict[str, str]:
    return {question.key: question.presumed for question in service.question if question.presumed is not None}


def _shown_by(question: Question, wanted: Sequence[Wanted], talk: Talk, kept: Sequence[JudgedUpload]) -> Several | None:
    """Who sent the birth letter is not asked whether there is one."""
    clear = [file for file in kept if file.verdict not in POOR]
    papers = (paper for paper in wanted if paper.key in question.shown)
    found = next((paper for paper in papers if any(paper.shows_early(file, talk) for file in clear)), None)
    return Several({question.key: question.shown[found.key]}) if found else None


def chosen(service: Service, talk: Talk, unsaid: str = "") -> dict[str, str]:
    """A question may be worded by what was chosen before it."""
    return {q.key: str(talk.answers.get(q.key, unsaid)) for q in service.question if q.kind == "choice"}


def _whose(talk: Talk) -> str:
    """self | parent | same_kk | other: whose name and number are asked for, as seen from who writes."""
    parent = talk.answers.get("parent")
    return str(PARENTS.get(parent, parent) if parent else talk.answers.get("for_whom", "self"))


def _read(question: Question, service: Service) -> Read:
    """Of a choice the options are the whole answer, of a free text every word is: the others may be forgotten."""
    if question.options:
        choice = read_choice(question.options)
        return or_town(choice) if question.key == DOMICILE else choice
    read = READERS[question.kind] if question.text != NO_CARD else or_on_kk(READERS[question.kind])
    if question.kind == "nik" and question.of != "subject":
        read = or_taken(read, [each.key for each in service.question if each.kind == "nik" and each != question])
    if question.kind == "nik" and (question.of != "subject" or question.text == OF_PARENT):
        read = or_grown(read)
    if question.optional:
        return or_forgotten(read)
    return read if question.kind in ("text", "street") else or_helped(read, question.kind)


def options_of(question: Question) -> tuple[Option, ...]:
    options = tuple(Option(option, f"option-{question.key}-{option}") for option in question.options)
    return (*options, OFFICER) if question.officer else options


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
    return answer_shown(question, talk.answers[question.key], talk.regions)


def answer_shown(question: Question, value: Any, regions: Regions) -> Any:
    """As the citizen is told it: numbers by their last digits."""
    match question.kind:
        case "choice":
            return option_words(question.key, value)
        case "nik" | "kk_number":
            return masked_number(value) or Words("looked-up-by-officer")
        case "village":
            return regions[value].name
        case "birth_date" | "date":
            return date.fromisoformat(value)
    return value
