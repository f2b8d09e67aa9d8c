"""An officer asked for one paper again: only that step is open, and the place in the queue stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.effects import Effect, SendCorrection
from bot.flow import Answer, Flow, Step, Talk
from bot.flows.judging import Expected, doubted, judge
from bot.flows.papers import PAGE, brings, in_chat
from bot.meaning.picks import plain
from bot.says import AskAgain, Option, PreFilled, Say, UploadPage
from bot.wording import Words
from registry.services.service import PaperKind

OPTIONS = (
    Option("resend", "option-another-photo"),
    Option("!later", "option-later"),
    Option("!officer", "option-officer"),
)


def asked_for(facts: Mapping[str, Any]) -> dict[str, Any]:
    """What the sentence names: the case's number, the paper, why, how many others are asked for, and the rest."""
    paper = Words(f"paper-{facts['paper']}-needed")
    beside = {"others": facts.get("others", 0), "rest": facts.get("rest", "none")}
    return {"number": facts["number"], "paper": paper, "reason": facts["reason"], **beside}


def _ask(talk: Talk) -> Say:
    paper, args = talk.facts["paper"], asked_for(talk.facts)
    if in_chat(talk, talk.facts.get("way", "chat")):
        return Say("paper-refused", args, OPTIONS, template="paper_refused")
    return Say("paper-refused-page", args | {"link": UploadPage((paper,))}, template="paper_refused")


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.uploads:
        taken = judge(answer.uploads, expected_of(talk.facts), talk.note or 0)
        return taken.value  # what was read is told when it is sent on
    if answer.pick == "resend":
        raise AskAgain("send-photo-now", asks=True, paper=Words(f"paper-{talk.facts['paper']}-photo"))
    if brings(plain(answer.text)):
        return "bring"
    if plain(answer.text) in PAGE:
        raise AskAgain("upload-page", asks=True, link=UploadPage((talk.facts["paper"],)))
    raise AskAgain("photo-expected")


def expected_of(facts: Mapping[str, Any]) -> Expected:
    """Of the paper that a correction with these facts asks for."""
    kind = PaperKind.model_validate(facts.get("kind") or {"key": facts["paper"]})
    return Expected(kind, {name: frozenset(digits) for name, digits in facts.get("numbers", {}).items()})


def _finish(talk: Talk) -> list[Effect]:
    given = talk.answers["upload"]
    uploads = () if given == "bring" else tuple(given["uploads"])
    paper = talk.facts["paper"]
    return [SendCorrection(talk.facts["case_id"], paper, uploads, paper in doubted({paper: given}))]


def _forms(talk: Talk) -> tuple[PreFilled, ...]:
    form = talk.facts.get("form")
    return (PreFilled(form, case_id=int(talk.facts["case_id"])),) if form else ()


NAME = "correction"
FLOW = Flow(NAME, (Step("upload", _ask, _read, takes_uploads=True, forms=_forms),), _finish)
