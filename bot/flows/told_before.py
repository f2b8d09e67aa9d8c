"""What an earlier request was told of the same person: offered, never taken unasked, and never read out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.flow import Answer, Several, Step, Talk, ToldBefore
from bot.flows.labels import label_key
from bot.meaning.picks import plain
from bot.says import Option, Say
from bot.wording import InSentence, Listed, Words
from registry.catalogue import Catalogue, Service
from registry.catalogue.subjects import initials
from registry.nik import numbers_in

BEFORE = "before"  # a fact of a request: this citizen has sent others
TAKEN = "told_before"  # beside the answers: which of them were taken over, and from which request
SAME, ANOTHER = Option("told_before", "option-told-before"), Option("another_person", "option-another-person")
OFFER = (SAME, ANOTHER)
NOT_THEM = "not_told_before"  # beside the answers: it is somebody else
CHILD, FOR_WHOM, SELF = "child_name", "for_whom", "self"
WHO = (CHILD, "name", "nik")
OF_PERSON = (*WHO, "birth_date", "birth_place", "sex", "kk_number", "village")
BEFORE_THE_MOVE = ("kk_number", "village")  # a move changes both
MOVES = "move"  # the group of services


def or_told_before(step: Step, service: Service, catalogue: Catalogue) -> Step:
    """The same question; the first of a person whom a request before this one was about asks whether it is them."""
    if step.key not in OF_PERSON or service.question_by_key[step.key].of != "subject":
        return step

    def ask(talk: Talk) -> Say:
        found = _offered(talk, step.key, service, catalogue)
        return step.ask(talk) if found is None else _question(found, talk, service)

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick == ANOTHER.id:
            return Several({NOT_THEM: True})
        found = _offered(talk, step.key, service, catalogue)
        named = found is not None and _is_named(found, answer, service)
        if found is None or not (answer.pick == SAME.id or named):
            return step.read(talk, answer)
        unseen = {key: value for key, value in found.answers.items() if not (named and key == step.key)}
        return Several({**found.answers, TAKEN: {"number": found.number, "answers": unseen}})

    return replace(step, ask=ask, read=read, row=_masked(step))


def _is_named(found: ToldBefore, answer: Answer, service: Service) -> bool:
    """Who writes the same name, or their NIK, means the same person."""
    who = [plain(str(found.answers[key])) for key in _who(service) if found.answers.get(key)]
    numbers = [number for number, *_ in numbers_in(answer.text)]
    return not answer.pick and (plain(answer.text) in who or (len(numbers) == 1 and numbers[0] in who))


def _question(found: ToldBefore, talk: Talk, service: Service) -> Say:
    own = _name_of(service)
    told = [key for key, value in found.answers.items() if value]
    more = Listed(tuple(InSentence(f"label-{key}") for key in told if key != own or len(told) == 1))
    name = initials(str(talk.answers.get(own) or found.answers[own]))
    args = {"name": name, "number": found.number, "told": more}
    return Say("told-before", args, OFFER)


def _offered(talk: Talk, key: str, service: Service, catalogue: Catalogue) -> ToldBefore | None:
    """Of the newest request about this person what is missing here. Once more than who it is was told, nothing."""
    if talk.answers.get(NOT_THEM) or not talk.facts.get(BEFORE):
        return None
    given = {each: talk.answers[each] for each in OF_PERSON if each in talk.answers}
    if not set(given) <= set(_who(service)):
        return None
    for before in talk.told():
        other = catalogue.get(before.service)
        told = _of_person(before, other, talk, service) if other else {}
        missing = {each: value for each, value in told.items() if each not in given}
        if key in missing and _is_same(given, told, before, service):
            return replace(before, answers=missing)
    return None


def _is_same(given: Mapping[str, Any], told: Mapping[str, Any], before: ToldBefore, service: Service) -> bool:
    """Where nothing was told yet it may be them, but for what nobody needs twice."""
    if not given:
        return before.service != service.code
    return all(plain(str(told.get(key, ""))) == plain(str(value)) for key, value in given.items())


def _of_person(before: ToldBefore, other: Service, talk: Talk, service: Service) -> dict[str, Any]:
    """What both ask in the same sense: the NIK asked for a child is that of a parent, not always the same one."""
    whom = talk.answers.get(FOR_WHOM, SELF)
    own = _name_of(service)
    if _name_of(other) != own or before.answers.get(FOR_WHOM, SELF) != whom:
        return {}
    moved = BEFORE_THE_MOVE if MOVES in (other.group, service.group) else ()
    keys = [key for key in OF_PERSON if key in before.answers and key not in moved and _asks(service, key)]
    told = {key: before.answers[key] for key in keys if key != "nik" or _same_nik(other, service)}
    return told if told.get(own) else {}


def _asks(service: Service, key: str) -> bool:
    question = service.question_by_key.get(key)
    return question is not None and question.of == "subject"


def _same_nik(other: Service, service: Service) -> bool:
    both = [each.question_by_key["nik"].text for each in (other, service)]
    return CHILD not in service.question_by_key or both[0] == both[1]


def _who(service: Service) -> tuple[str, ...]:
    """The NIK of a parent does not tell which child."""
    return (CHILD,) if CHILD in service.question_by_key else ("name", "nik")


def _name_of(service: Service) -> str:
    return CHILD if CHILD in service.question_by_key else "name"


def _masked(step: Step) -> Callable[[Talk], str] | None:
    """Who holds the telephone now does not read here what is asked of the owner of a document."""
    row = step.row
    if row is None or step.kind not in ("name", "birth_date"):
        return row

    def masked(talk: Talk) -> str:
        taken = talk.answers.get(TAKEN, {"answers": {}})
        if taken["answers"].get(step.key) != talk.answers[step.key]:
            return row(talk)
        if step.kind == "name":
            return row(replace(talk, answers={**talk.answers, step.key: initials(str(talk.answers[step.key]))}))
        args = {"label": Words(label_key(step)), "number": taken["number"]}
        return talk.words.render("row-as-before", args, talk.language, talk.channel)

    return masked
