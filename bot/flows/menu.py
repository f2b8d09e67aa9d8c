"""The menu: the office's services by group, the citizen's own requests, an officer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.effects import Effect, Start
from bot.flow import Answer, AskAgain, Flow, Option, Say, Step, Talk
from bot.flows.application import NAME
from registry.catalogue import Catalogue

Groups = Mapping[str, Sequence[str]]  # codes of services


def menu(catalogue: Catalogue) -> Flow:
    """A group with one service leads straight to it; several are a second list."""
    services = catalogue.values()
    groups: Groups = {s.group: [t.code for t in services if t.group == s.group] for s in services}

    def finish(talk: Talk) -> list[Effect]:
        code = talk.answers.get("service") or groups[talk.answers["group"]][0]
        return [Start(NAME + code)]

    return Flow("menu", (_group_step(groups), _service_step(groups)), finish, gives_way=True)


def _group_step(groups: Groups) -> Step:
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

    return Step("group", ask, read)


def _service_step(groups: Groups) -> Step:
    def codes(talk: Talk) -> Sequence[str]:
        return groups[talk.answers["group"]]

    def ask(talk: Talk) -> Say:
        return Say("ask-service", options=tuple(Option(code, f"service-{code}") for code in codes(talk)))

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick in codes(talk):
            return answer.pick
        raise AskAgain("choose-one")

    return Step("service", ask, read, when=lambda talk: len(codes(talk)) > 1)
