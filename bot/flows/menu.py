"""The menu: the office's services by group, the citizen's own requests, an officer. A list takes ten rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.effects import Effect, Start
from bot.flow import Answer, Flow, Step, Talk
from bot.flows.application import NAME
from bot.says import AskAgain, Option, Say
from bot.wording import Words
from registry.catalogue import Catalogue

FIRST = ("kk", "ktp", "kia", "birth", "death", "marriage", "move", "ikd")
MORE = ("suket", "correct", "nik")
WORDS = "words"  # a fact: what was told before anybody knew for which request
OTHER = Option("other", "group-other")
STATUS = Option("!status", "option-status")
RESUME = Option("!continue", "option-resume")  # a list has no room for more: then STATUS is with the others
ALSO = (
    Option("!verify", "option-verify"),
    Option("!van", "option-van"),
    Option("!my_data", "option-my-data"),
    Option("!complaint", "option-complaint"),
    Option("!officer", "option-talk-to-officer"),
)


def menu(catalogue: Catalogue) -> Flow:
    """Two lists of groups; a group with one service leads straight to it, several are a further list."""

    def finish(talk: Talk) -> list[Effect]:
        code = talk.answers.get("service") or _codes(catalogue, _group(talk), talk)[0]
        told, unread = talk.facts.get("answers", {}), talk.facts.get("unread", {})  # in a message that left it open
        words = {WORDS: talk.facts[WORDS]} if talk.facts.get(WORDS) else {}
        return [Start(NAME + code, told, {"compact": True, "unread": unread, **words} if told or unread else words)]

    steps = (_group_step(catalogue), _more_step(catalogue), _service_step(catalogue))
    return Flow("menu", steps, finish, gives_way=True)


def service_options(codes: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(code, f"service-{code}") for code in codes)


def codes_of(catalogue: Catalogue, group: str) -> list[str]:
    return [service.code for service in catalogue.values() if service.group == group]


def _codes(catalogue: Catalogue, group: str, talk: Talk) -> list[str]:
    """What this office takes by chat; of a group that is off altogether all, so that they say so."""
    codes = codes_of(catalogue, group)
    on = [code for code in codes if not (talk.office and catalogue.is_off(talk.office.code, code))]
    return on or codes


def _group(talk: Talk) -> str:
    return str(talk.answers.get("more") or talk.answers["group"])


def _groups(catalogue: Catalogue, groups: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(group, f"group-{group}") for group in groups if codes_of(catalogue, group))


def _group_step(catalogue: Catalogue) -> Step:
    groups = _groups(catalogue, FIRST)

    def ask(talk: Talk) -> Say:
        how = talk.facts.get("opening", "plain")
        office, news = (talk.office.name, talk.office.announcement) if talk.office else ("Disdukcapil", "")
        options = (RESUME, *groups, OTHER) if talk.unsent else (*groups, STATUS, OTHER)
        unsent = Words(f"service-{talk.unsent}") if talk.unsent else "none"
        return Say("menu", {"how": how, "office": office, "unsent": unsent, "news": news or "none"}, options)

    return Step("group", ask, _read((*groups, STATUS, OTHER)))


def _more_step(catalogue: Catalogue) -> Step:
    options = (*_groups(catalogue, MORE), *ALSO)
    return Step(
        "more",
        lambda talk: Say("ask-service", options=(*options, STATUS) if talk.unsent else options),
        _read(options),
        when=lambda talk: talk.answers["group"] == OTHER.id,
    )


def _read(options: Sequence[Option]) -> Any:
    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick in {option.id for option in options}:
            return answer.pick
        raise AskAgain("menu-unclear", options=options)

    return read


def _service_step(catalogue: Catalogue) -> Step:
    def ask(talk: Talk) -> Say:
        return Say("ask-service", options=service_options(_codes(catalogue, _group(talk), talk)))

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick in _codes(catalogue, _group(talk), talk):
            return answer.pick
        raise AskAgain("choose-one")

    return Step("service", ask, read, when=lambda talk: len(_codes(catalogue, _group(talk), talk)) > 1)
