"""The menu: the office's services by group, the citizen's own requests, an officer."""

from __future__ import annotations

from typing import Any

from bot.effects import Effect, Start
from bot.flow import Answer, AskAgain, Flow, Option, Say, Step, Talk
from bot.flows.application import NAME
from registry.catalogue import Catalogue


def menu(catalogue: Catalogue) -> Flow:
    """A group with one service leads straight to it; several are a second list."""
    groups = {s.group: [t.code for t in catalogue.values() if t.group == s.group] for s in catalogue.values()}
    options = (
        *(Option(group, f"group-{group}") for group in groups),
        Option("!status", "option-status"),
        Option("!officer", "option-talk-to-officer"),
    )

    def ask(talk: Talk) -> Say:
        how = talk.facts.get("opening", "plain")
        office = talk.office.name if talk.office else "Disdukcapil"
        return Say("menu", {"how": how, "office": office}, options)

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick in groups:
            return answer.pick
        raise AskAgain("menu-unclear", options=options)

    def services(talk: Talk) -> tuple[Option, ...]:
        return tuple(Option(code, f"service-{code}") for code in groups[talk.answers["group"]])

    def read_service(talk: Talk, answer: Answer) -> Any:
        if answer.pick in catalogue:
            return answer.pick
        raise AskAgain("choose-one")

    def finish(talk: Talk) -> list[Effect]:
        code = talk.answers.get("service") or groups[talk.answers["group"]][0]
        return [Start(NAME + code)]

    return Flow(
        "menu",
        (
            Step("group", ask, read),
            Step(
                "service",
                lambda talk: Say("ask-service", options=services(talk)),
                read_service,
                when=lambda talk: len(groups[talk.answers["group"]]) > 1,
            ),
        ),
        finish,
        gives_way=True,
    )
