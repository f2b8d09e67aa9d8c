"""Which of a few things a message meant: services, lists of the menu, or commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.effects import Effect, Start
from bot.flow import Answer, AskAgain, Flow, Option, Say, Step, Talk
from bot.flows.application import NAME
from bot.wording import Words

FLOW_NAME = "which"
SERVICE, GROUP = "service:", "group:"
BEGIN = "option-begin"


def service(code: str, label: str | None = None, also: str = "") -> Option:
    return Option(SERVICE + code, label or f"service-{code}", also=also)


def group(name: str) -> Option:
    return Option(GROUP + name, f"group-{name}")


def which(asks: str, options: Sequence[Option], answers: Mapping[str, Mapping[str, str]], about: str = "") -> Start:
    """`asks` is the question's text; `answers` are what the message already told, by service; `about` names one."""
    listed = [{"id": option.id, "label": option.label, "also": option.also} for option in options]
    told = {code: dict(given) for code, given in answers.items()}
    return Start(FLOW_NAME, facts={"opening": "which", "asks": asks, "options": listed, "told": told, "service": about})


def _ask(talk: Talk) -> Say:
    options = tuple(Option(**option) for option in talk.facts["options"])
    service = talk.facts["service"]
    return Say(talk.facts["asks"], {"service": Words(f"service-{service}") if service else ""}, options)


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.pick:
        return answer.pick
    raise AskAgain("choose-one")


def _finish(talk: Talk) -> list[Effect]:
    kind, _, name = talk.answers["meant"].partition(":")
    if f"{kind}:" == GROUP:
        return [Start("menu", {"group": name})]
    return [Start(NAME + name, talk.facts["told"].get(name, {}))]


FLOW = Flow(FLOW_NAME, (Step("meant", _ask, _read),), _finish, gives_way=True)
