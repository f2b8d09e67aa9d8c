"""What the office did, as the citizen hears of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.effects import Start
from bot.flow import Say
from bot.handing_over import offer
from bot.scene import Scene
from bot.wording import Rupiah, Words
from registry.lifecycle import Refused
from registry.models import Case, Document
from registry.subjects import person_named

News = Callable[[dict[str, Any], Case, Scene], Sequence[Say | Start]]


def news(body: dict[str, Any], scene: Scene) -> Sequence[Say | Start]:
    """`body` is the inbox row of a case event: its name, the case, and what belongs to it."""
    case = scene.session.get_one(Case, body["case_id"])
    try:
        return NEWS[body["name"]](body, case, scene)
    except Refused:
        return []  # it was taken back before the citizen heard of it


def _args(case: Case) -> dict[str, Any]:
    return {"number": case.number, "service": Words(f"short-{case.service}")}


def _paper_refused(body: dict[str, Any], case: Case, scene: Scene) -> Sequence[Say | Start]:
    office = scene.office_by_id(case.office_id)
    way = scene.catalogue.at(office.code, case.service).papers_by or office.papers_by
    facts = {"about": case.id, "number": case.number, "paper": body["paper"], "reason": body["reason"], "way": way}
    return [Start("correction", facts=facts)]


def _reasoned(key: str) -> News:
    def tell(body: dict[str, Any], case: Case, scene: Scene) -> Sequence[Say | Start]:
        state = Words(f"state-{case.state}")
        return [Say(key, _args(case) | {"reason": body.get("reason", ""), "state": state}, template="case_told")]

    return tell


def _document_issued(body: dict[str, Any], case: Case, scene: Scene) -> Sequence[Say | Start]:
    return offer(scene.session.get_one(Document, body["document_id"]), case, scene)


def _sent_by_siak(body: dict[str, Any], case: Case, scene: Scene) -> Sequence[Say | Start]:
    args = _of_document(body, case, scene) | {"state": Words("state-issued")}
    return [Say("sent-by-siak", args, template="case_told")]


def _document_revoked(body: dict[str, Any], case: Case, scene: Scene) -> Sequence[Say | Start]:
    args = _of_document(body, case, scene) | {"state": Words("state-revoked")}
    return [Say("document-revoked", args, template="case_told")]


def _handover_asked(body: dict[str, Any], case: Case, scene: Scene) -> Sequence[Say | Start]:
    office = scene.office_by_id(case.office_id)
    facts = {
        "about": body["document_id"],
        "document_id": body["document_id"],
        "card": _kind(body, scene),
        "number": case.number,
        "fee": office.postage_rupiah,
        "reason": body.get("reason"),
        "name": case.answers.get("name") or person_named(case),
        "phone": scene.contact.telephone,
    }
    return [Start("handover", facts=facts)]


def _card_posted(body: dict[str, Any], case: Case, scene: Scene) -> Sequence[Say | Start]:
    fee = Rupiah(scene.office_by_id(case.office_id).postage_rupiah)
    args = _card(body, case, scene) | {"tracking": body["tracking"], "fee": fee}
    return [Say("card-posted", args, template="card_posted")]


def _card_delivered(body: dict[str, Any], case: Case, scene: Scene) -> Sequence[Say | Start]:
    return [Say("card-delivered", _card(body, case, scene) | {"state": Words("state-delivered")}, template="case_told")]


def _card_ready(body: dict[str, Any], case: Case, scene: Scene) -> Sequence[Say | Start]:
    office = scene.office_by_id(case.office_id)
    args = {"office": office.name, "address": office.address, "hours": office.hours}
    args |= _card(body, case, scene) | {"state": Words("state-ready_for_pickup")}
    return [Say("card-ready", args, template="case_told")]


def _card(body: dict[str, Any], case: Case, scene: Scene) -> dict[str, Any]:
    return _args(case) | {"card": Words(f"document-{_kind(body, scene)}")}


def _of_document(body: dict[str, Any], case: Case, scene: Scene) -> dict[str, Any]:
    """A case may hold several documents: named is the one that something happened to."""
    return {"number": case.number, "service": Words(f"document-{_kind(body, scene)}")}


def _kind(body: dict[str, Any], scene: Scene) -> str:
    document = scene.session.get_one(Document, body["document_id"])
    return document.template or document.kind


NEWS: dict[str, News] = {
    "paper_refused": _paper_refused,
    "case_refused": _reasoned("case-refused"),
    "case_held": _reasoned("case-held"),
    "case_withdrawn": _reasoned("case-withdrawn"),
    "case_done": _reasoned("case-done"),
    "document_issued": _document_issued,
    "sent_by_siak": _sent_by_siak,
    "document_revoked": _document_revoked,
    "handover_asked": _handover_asked,
    "card_posted": _card_posted,
    "card_delivered": _card_delivered,
    "card_ready_for_pickup": _card_ready,
}
