"""The parents and the family card of an earlier request: offered for another child, or another of the same card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.flow import Answer, Several, Step, Talk, ToldBefore
from bot.flows.told_before import BEFORE, CHILD, FOR_WHOM, MOVES, NOT_THEM, SAME, SELF
from bot.says import Option, Say
from bot.wording import InSentence, Listed
from registry.catalogue import Catalogue, Service
from registry.models import Channel

OFFER = (SAME, Option("another_family", "option-another-family"))
NOT_FAMILY = "not_told_of_family"  # beside the answers: nor is it their family
PARENT, ITS_PARENT = "parent", "yes"
CARD = ("kk_number", "village")
OF_FAMILY = ("nik", *CARD)
ON_THE_CARD = (SELF, "same_kk")


def or_told_of_family(step: Step, service: Service, catalogue: Catalogue) -> Step:
    """The same question; the first of these asks whether it is the family of an earlier request."""
    if step.key not in (*_of_family(service), CHILD) or service.question_by_key[step.key].of != "subject":
        return step

    def ask(talk: Talk) -> Say:
        found = _offered(talk, step.key, service, catalogue)
        return step.ask(talk) if found is None else _question(found)

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick == OFFER[1].id:
            return Several({NOT_THEM: True, NOT_FAMILY: True})
        found = _offered(talk, step.key, service, catalogue) if answer.pick == SAME.id else None
        return step.read(talk, answer) if found is None else Several(found.answers)

    return replace(step, ask=ask, read=read)


def _question(found: ToldBefore) -> Say:
    told = Listed(tuple(InSentence("told-parent-nik" if key == "nik" else f"label-{key}") for key in found.answers))
    return Say("told-of-family", {"number": found.number, "told": told}, OFFER)


def _offered(talk: Talk, key: str, service: Service, catalogue: Catalogue) -> ToldBefore | None:
    """Of the newest request about this family, as long as nothing of it was told in this one."""
    keys = _of_family(service)
    if not talk.facts.get(BEFORE) or not talk.answers.keys().isdisjoint((NOT_FAMILY, *keys)):
        return None
    for before in talk.told():
        other = catalogue.get(before.service)
        told = _told(before, other, talk, service) if other else {}
        if key in told or (told and key == CHILD and talk.channel is Channel.SMS):  # asked together with these
            return replace(before, answers={each: told[each] for each in keys if each in told})
    return None


def _told(before: ToldBefore, other: Service, talk: Talk, service: Service) -> Mapping[str, Any]:
    if MOVES in (other.group, service.group) or not (_is_own(before.answers, other) and _is_own(talk.answers, service)):
        return {}
    told = {key: value for key in CARD if (value := before.answers.get(key))}
    if CHILD in service.question_by_key and (nik := _parents_nik(before, other, service)):
        told["nik"] = nik
    return told


def _is_own(answers: Mapping[str, Any], service: Service) -> bool:
    """Who writes is a parent of the child, or on the card: others file for many families."""
    if CHILD in service.question_by_key:
        return answers.get(PARENT) == ITS_PARENT
    return FOR_WHOM in service.question_by_key and answers.get(FOR_WHOM) in ON_THE_CARD


def _parents_nik(before: ToldBefore, other: Service, service: Service) -> str | None:
    """Asked of another child in the same words; or of who writes, who is a parent."""
    of_child = CHILD in other.question_by_key
    same = service.question_by_key["nik"].text == other.question_by_key["nik"].text if of_child else True
    own = of_child or before.answers.get(FOR_WHOM) == SELF
    return before.answers.get("nik") if same and own else None


def _of_family(service: Service) -> tuple[str, ...]:
    """The NIK is a parent's only where the request is about a child."""
    asked = OF_FAMILY if CHILD in service.question_by_key else CARD
    return tuple(key for key in asked if key in service.question_by_key)
