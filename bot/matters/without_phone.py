"""The news of a case that was filed at the counter: in a letter, or to the relative whose number was named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.effects import Start
from bot.flows.asked_again import asked_for
from bot.says import Say
from bot.scene import Scene
from bot.wording import Words
from registry.catalogue.subjects import initials, person_named
from registry.models import Case, Channel, Document

Tell = Callable[[dict[str, Any], Case, Scene], Sequence[Say | Start]]
# What the chat would ask about is done at the office: by who filed it, who alone gets what is issued.
AT_THE_OFFICE = {
    "paper_refused": "desk-paper",
    "asked_again": "desk-asked",
    "document_issued": "desk-issued",
    "handover_asked": "desk-printed",
}


def is_without_phone(case: Case, scene: Scene) -> bool:
    return scene.known.channel is Channel.COUNTER or case.relative_id == scene.known.id


def said(body: dict[str, Any], case: Case, scene: Scene, tell: Tell) -> Sequence[Say]:
    """`tell` gives the chat's own words, which serve where nothing is asked."""
    key = AT_THE_OFFICE.get(body["name"])
    told = Say(key, _args(body, case, scene)) if key else _plain(tell(body, case, scene))
    if told is None:
        return []
    return [told] if scene.known.channel is Channel.COUNTER else [_to_relative(told, case)]


def relative_named(body: dict[str, Any], case: Case, scene: Scene) -> Sequence[Say]:
    office = scene.office_by_id(case.office_id)
    args = _case(case) | {"who": initials(person_named(case)), "office": office.name}
    return [Say("desk-relative", args, template="case_told")] if case.relative_id == scene.known.id else []


def _plain(told: Sequence[Say | Start]) -> Say | None:
    return next((say for say in told if isinstance(say, Say)), None)


def _to_relative(told: Say, case: Case) -> Say:
    """Outside the 24 hours the template names case and state; the rest waits for their answer."""
    text = Words(told.key, told.args)
    return Say("desk-for-relative", _case(case) | {"text": text}, template="case_told")


def _case(case: Case) -> dict[str, Any]:
    return {"number": case.number, "service": Words(f"short-{case.service}"), "state": Words(f"state-{case.state}")}


def _args(body: dict[str, Any], case: Case, scene: Scene) -> dict[str, Any]:
    office = scene.office_by_id(case.office_id)
    args = {"office": office.name, "address": office.address, "hours": office.hours}
    if "document_id" in body:
        document = scene.session.get_one(Document, body["document_id"])
        args["document"] = Words(f"document-{document.template or document.kind}", begins=True)
    if "papers" in body:
        args["what"] = asked_for(body["papers"], body["answers"])
    if "paper" in body:
        args |= {"paper": Words(f"paper-{body['paper']}"), "reason": body["reason"].rstrip(". ")}
    return _case(case) | args
