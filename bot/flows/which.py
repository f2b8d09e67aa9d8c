"""Which of a few things a message meant: services, lists of the menu, or commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.effects import Effect, Start
from bot.flow import Answer, Flow, Step, Talk
from bot.flows.application import NAME
from bot.flows.menu import WORDS
from bot.flows.siblings import SIBLINGS
from bot.says import AskAgain, Option, Say
from bot.wording import Words

FLOW_NAME = "which"
SERVICE, GROUP = "service:", "group:"
BEGIN = "option-begin"
GO_ON = Option("!go_on", "option-go-on")


def service(code: str, label: str | None = None, also: str = "") -> Option:
    return Option(SERVICE + code, label or f"service-{code}", also=also)


def group(name: str) -> Option:
    return Option(GROUP + name, f"group-{name}")


def which(asks: str, options: Sequence[Option], begun: Sequence[Start], about: str = "") -> Start:
    """`asks` is the question's text; `begun` are the requests as the message already tells them; `about` names one."""
    listed = [{"id": option.id, "label": option.label, "also": option.also} for option in options]
    told = {start.flow: [dict(start.answers), dict(start.facts)] for start in begun}
    return Start(FLOW_NAME, facts={"opening": "which", "asks": asks, "options": listed, "told": told, "service": about})


def one_of(start: Start) -> str:
    """The text that names what begins: a service, or a list of the menu."""
    code = start.flow.removeprefix(NAME)
    return f"service-{code}" if start.flow != code else f"group-{start.answers['group']}"


def next_of(wish: Mapping[str, Any]) -> Start:
    """The offer of what else was asked for in one message."""
    start = Start(**wish)
    named = one_of(start)
    picked = GROUP if named.startswith("group-") else SERVICE
    options = (Option(picked + named.partition("-")[2], BEGIN), Option("!menu", "option-menu"))
    offer = which("which-next-child" if SIBLINGS in start.facts else "which-start", options, [start])
    return replace(offer, facts={**offer.facts, "named": named})


def _ask(talk: Talk) -> Say:
    options = tuple(Option(**option) for option in talk.facts["options"])
    service = talk.facts["service"]
    named = talk.facts.get("named") or (f"service-{service}" if service else "")
    asks = (
        "which-two" if talk.resumed and talk.facts["asks"] == "which-three" else talk.facts["asks"]
    )  # no excuse twice
    return Say(asks, {"service": Words(named) if named else ""}, options)


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.pick:
        return answer.pick
    raise AskAgain("choose-one")


def _finish(talk: Talk) -> list[Effect]:
    kind, _, name = talk.answers["meant"].partition(":")
    if f"{kind}:" == GROUP:
        return [Start("menu", {"group": name}, _words(talk))]
    answers, facts = talk.facts["told"].get(NAME + name, ({}, {}))
    return [Start(NAME + name, answers, {**_words(talk), **facts})]


def _words(talk: Talk) -> dict[str, Any]:
    return {WORDS: talk.facts[WORDS]} if talk.facts.get(WORDS) else {}


FLOW = Flow(FLOW_NAME, (Step("meant", _ask, _read),), _finish, gives_way=True)
