"""Before a document leaves: one fact of the case that a stranger on this phone would not know."""

from __future__ import annotations

from bot.effects import CheckFact, Effect
from bot.flow import Flow, Step, Talk
from bot.flows.days import read_known_date
from bot.says import Say
from bot.wording import Words


def _ask(talk: Talk) -> Say:
    document = Words(f"document-{talk.facts['document']}")
    args = {"number": talk.facts["number"], "document": document, "who": talk.facts["who"]}
    if talk.tries:
        return Say("release-ask", args)
    wrong = talk.facts.get("tries_left")
    if wrong is not None:
        return Say("release-wrong", args | {"left": wrong})
    return Say("document-ready-too" if talk.facts.get("too") else "document-ready", args, template="document_ready")


def _finish(talk: Talk) -> list[Effect]:
    return [CheckFact(int(talk.facts["about"]), talk.answers["birth_date"], talk.facts)]


FLOW = Flow("release", (Step("birth_date", _ask, read_known_date),), _finish)
