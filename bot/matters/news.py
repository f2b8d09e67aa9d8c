"""What the office did, as the citizen hears of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import col, select

from bot.effects import Start
from bot.flows.papers import listed
from bot.matters import questions, vans
from bot.matters.corrected import corrections_said
from bot.matters.handing_over import offer
from bot.matters.without_phone import is_without_phone, relative_named, said
from bot.postage import offered, under_way
from bot.says import Say
from bot.scene import Scene
from bot.wording import Moment, Words
from registry import cases
from registry.lifecycle import BEING_MADE, WAITING_FOR_OFFICE, CaseState, DocumentState, Refused
from registry.models import Case, Document, Paper, PaperState
from registry.post.carriage import courier, to_pay
from registry.post.envelopes import current_shipment

Told = Sequence[Say | Start]
Tell = Callable[[dict[str, Any], Case, Scene], Told]


@dataclass(frozen=True)
class News:
    """`while_` are the states, of the document if the news is about one, in which it is still true."""

    tell: Tell
    while_: tuple[StrEnum, ...]


def news(body: dict[str, Any], scene: Scene) -> Told:
    """`body` is the inbox row of a case event, or of one of the mobile van. Nothing is told that has passed by the time
    the row is due."""
    if tell := vans.NEWS.get(body["name"]):
        return tell(body, scene)
    case = scene.session.get_one(Case, body["case_id"])
    questions.let_go(case, scene)
    about = scene.session.get_one(Document, body["document_id"]) if "document_id" in body else case
    if body["name"] == "relative_named":
        return relative_named(body, case, scene)
    try:
        return told(body, case, scene) if about.state in NEWS[body["name"]].while_ else []
    except Refused:
        return []  # it was taken back before the citizen heard of it


def told(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    """The words, whether or not it is so yet: an officer reads them before deciding."""
    tell = NEWS[body["name"]].tell
    return said(body, case, scene, tell) if is_without_phone(case, scene) else tell(body, case, scene)


def _args(case: Case) -> dict[str, Any]:
    return {"number": case.number, "service": Words(f"short-{case.service}"), "state": Words(f"state-{case.state}")}


def _paper_refused(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    refused = {paper.key for paper in questions.refused_papers(case, scene)}
    return [questions.correction(case, body["paper"], body["reason"], scene)] if body["paper"] in refused else []


def _asked_again(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    """In one, with what was asked one by one before."""
    papers = {paper.key for paper in questions.refused_papers(case, scene)}
    if not (body["papers"].keys() & papers or body["answers"].keys() & questions.asked_answers(case).keys()):
        return []
    stack = scene.state.stack
    scene.state.stack = [frame for frame in stack if not questions.asks_to_correct(frame, case)]
    return [questions.asked_again(case, scene)]


def _answer_corrected(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    if not body["changes"]:
        return [Say("answer-as-before", _args(case), template="case_told")]
    what = corrections_said(body["changes"], case, scene)
    args = _args(case) | {"what": what, "consent": body["consent"]}
    return [Say("answer-corrected", args, template="case_told")]


def _reasoned(key: str) -> Tell:
    def tell(body: dict[str, Any], case: Case, scene: Scene) -> Told:
        reason = str(body.get("reason", "")).rstrip(". ") or "none"
        return [Say(key, _args(case) | {"reason": reason}, template="case_told")]

    return tell


def _in_queue(key: str) -> Tell:
    """Its place, and when it will be done."""

    def tell(body: dict[str, Any], case: Case, scene: Scene) -> Told:
        office = scene.office_by_id(case.office_id)
        if case.promised_at is None:
            return []
        place = cases.place_in_queue(scene.session, case)
        args = {"place": place, "promised": Moment(case.promised_at, office.timezone)}
        return [Say(key, _args(case) | args, template="case_told")]

    return tell


def _form_received(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    """Who filled in a form of the office has no promise before their papers are there."""
    office = scene.office_by_id(case.office_id)
    to_bring = select(col(Paper.key)).where(Paper.case_id == case.id, Paper.state == PaperState.TO_BRING)
    papers = scene.session.exec(to_bring.order_by(col(Paper.id))).all()
    args = _args(case) | {"office": office.name, "address": office.address, "hours": office.hours}
    args |= {"papers": listed(papers), "bring": "yes" if papers else "no"}
    return [Say("form-received", args, template="case_told")]


def _promise_moved(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    if case.promised_at is None:
        return []
    promised = Moment(case.promised_at, scene.office_by_id(case.office_id).timezone)
    args = _args(case) | {"promised": promised, "awaited": body["awaited"]}
    return [Say("promise-moved", args, template="promise_moved")]


def _approved(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    """Unless more is known by now: a document that is there speaks for itself."""
    documents = questions.documents_of(case, scene)
    if not documents or any(document.state not in BEING_MADE for document in documents):
        return []
    return [Say("case-approved", _args(case) | {"next": documents[0].state}, template="case_told")]


def _document_issued(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    return offer(scene.session.get_one(Document, body["document_id"]), case, scene)


def _sent_by_siak(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    args = _of_document(body, case, scene) | {"state": Words("state-issued")}
    return [Say("sent-by-siak", args, template="case_told")]


def _document_revoked(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    args = _of_document(body, case, scene) | {"state": Words("state-revoked")}
    args |= {"reason": str(body.get("reason", "")).rstrip(". ") or "none"}
    return [Say("document-revoked", args, template="case_told")]


def _handover_asked(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    document = scene.session.get_one(Document, body["document_id"])
    return [questions.handover(document, case, scene, body.get("reason"))]


def _card_misprinted(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    args = _card(body, case, scene) | {"state": Words("state-to_print"), "reason": body["reason"].rstrip(". ")}
    return [Say("card-misprinted", args, template="case_told")]


def _card_posted(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    """A courier may give no number; what was agreed for this envelope is what is paid."""
    sent = current_shipment(scene.session, body["document_id"])
    office = scene.office_by_id(case.office_id)
    agreed = (sent.fee_rupiah, sent.courier) if sent else (to_pay(office), courier(office))
    args = _card(body, case, scene) | under_way(*agreed) | {"tracking": body.get("tracking") or "none"}
    if args["tracking"] != "none":
        return [Say("card-posted", args, template="card_posted")]
    return [Say("card-posted", args | {"state": Words("state-posted")}, template="case_told")]


def _address_noted(key: str) -> Tell:
    """By an officer. The address itself is not repeated."""

    def tell(body: dict[str, Any], case: Case, scene: Scene) -> Told:
        packed = current_shipment(scene.session, body["document_id"])
        if packed is None:
            return []
        args = _card(body, case, scene) | offered(packed.fee_rupiah, packed.courier)
        return [Say(key, args | {"state": Words("state-to_post")}, template="case_told")]

    return tell


def _card_delivered(body: dict[str, Any], case: Case, scene: Scene) -> Told:
    return [Say("card-delivered", _card(body, case, scene) | {"state": Words("state-delivered")}, template="case_told")]


def _handed_over(state: str) -> Tell:
    """By whom it was taken is told: who did not send anybody hears of it."""

    def tell(body: dict[str, Any], case: Case, scene: Scene) -> Told:
        args = _card(body, case, scene) | {"state": Words(f"state-{state}")}
        args |= {"by": body.get("taken_by", "owner"), "who": body.get("taker", "")}
        return [Say("card-collected", args, template="case_told")]

    return tell


def _at_the_counter(key: str) -> Tell:
    """Where it lies, and when that is open."""

    def tell(body: dict[str, Any], case: Case, scene: Scene) -> Told:
        office = scene.office_by_id(case.office_id)
        args = {"office": office.name, "address": office.address, "hours": office.hours}
        args |= _card(body, case, scene) | {"state": Words("state-ready_for_pickup")}
        return [Say(key, args, template="case_told")]

    return tell


def _card(body: dict[str, Any], case: Case, scene: Scene) -> dict[str, Any]:
    return _args(case) | {"card": Words(f"document-{_kind(body, scene)}")}


def _of_document(body: dict[str, Any], case: Case, scene: Scene) -> dict[str, Any]:
    """A case may hold several documents: named is the one that something happened to."""
    return {"number": case.number, "service": Words(f"document-{_kind(body, scene)}")}


def _kind(body: dict[str, Any], scene: Scene) -> str:
    document = scene.session.get_one(Document, body["document_id"])
    return document.template or document.kind


C, D = CaseState, DocumentState
NEWS: Mapping[str, News] = {
    "paper_refused": News(_paper_refused, (C.NEEDS_CORRECTION,)),
    "answer_corrected": News(_answer_corrected, tuple(set(C) - {C.REFUSED, C.WITHDRAWN})),
    "asked_again": News(_asked_again, (C.NEEDS_CORRECTION,)),
    "form_received": News(_form_received, tuple(set(C) - {C.WITHDRAWN})),
    "papers_complete": News(_in_queue("papers-complete"), WAITING_FOR_OFFICE),
    "case_held": News(_reasoned("case-held"), (C.ON_HOLD,)),
    "case_resumed": News(_in_queue("case-resumed"), WAITING_FOR_OFFICE),
    "promise_moved": News(_promise_moved, (*WAITING_FOR_OFFICE, C.APPROVED)),
    "case_approved": News(_approved, (C.APPROVED,)),
    "case_refused": News(_reasoned("case-refused"), (C.REFUSED,)),
    "case_withdrawn": News(_reasoned("case-withdrawn"), (C.WITHDRAWN,)),
    "case_done": News(_reasoned("case-done"), (C.APPROVED, C.CLOSED)),
    "document_issued": News(_document_issued, (D.ISSUED,)),
    "sent_by_siak": News(_sent_by_siak, (D.ISSUED,)),
    "document_revoked": News(_document_revoked, (D.REVOKED,)),
    "handover_asked": News(_handover_asked, (D.CHOOSING_HANDOVER,)),
    "post_chosen": News(_address_noted("post-chosen"), (D.TO_POST,)),
    "address_corrected": News(_address_noted("address-corrected"), (D.TO_POST,)),
    "card_misprinted": News(_card_misprinted, (D.TO_PRINT,)),
    "card_posted": News(_card_posted, (D.POSTED,)),
    "card_delivered": News(_card_delivered, (D.DELIVERED,)),
    "card_collected": News(_handed_over("collected"), (D.COLLECTED,)),
    "document_handed_over": News(_handed_over("issued"), (D.ISSUED,)),
    "card_ready_for_pickup": News(_at_the_counter("card-ready"), (D.READY_FOR_PICKUP,)),
    "card_waiting": News(_at_the_counter("card-waiting"), (D.READY_FOR_PICKUP,)),
}
