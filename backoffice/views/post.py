"""The post desk: envelopes to hand to Kantor Pos, those on their way, and cards kept at the counter."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session, col, select

from backoffice.access import COUNTER, POST, SUPERVISOR, desk, opens
from backoffice.acting import Change, act, own_path, typed
from backoffice.parts import parts
from backoffice.words import person_of
from registry import queue
from registry.lifecycle import DocumentState
from registry.models import Document, Shipment
from registry.post import delivery

POSTERS = (COUNTER, SUPERVISOR, POST)
MOST = 200
SHOWN = (
    DocumentState.TO_POST, DocumentState.POSTED, DocumentState.CHOOSING_HANDOVER, DocumentState.READY_FOR_PICKUP,
)  # fmt: skip


@desk.get("/pos")
@opens(*POSTERS)
def show_post() -> ResponseReturnValue:
    return _page()


@desk.post("/pos/<int:document_id>/kirim")
@opens(*POSTERS)
def post_card(document_id: int) -> ResponseReturnValue:
    tracking = typed("tracking")
    return _do(lambda s, who, at: delivery.post_card(s, who, document_id, tracking, at), "card_posted")


@desk.post("/pos/<int:document_id>/resi")
@opens(*POSTERS)
def correct_tracking(document_id: int) -> ResponseReturnValue:
    tracking = typed("tracking")
    return _do(lambda s, who, at: delivery.correct_tracking(s, who, document_id, tracking, at), "tracking_corrected")


@desk.post("/pos/<int:document_id>/diterima")
@opens(*POSTERS)
def mark_delivered(document_id: int) -> ResponseReturnValue:
    return _do(lambda s, who, at: delivery.mark_delivered(s, who, document_id, at), "card_delivered")


@desk.post("/pos/<int:document_id>/kembali")
@opens(*POSTERS)
def mark_returned(document_id: int) -> ResponseReturnValue:
    reason = typed("reason")
    return _do(lambda s, who, at: delivery.mark_returned(s, who, document_id, reason, at), "card_returned")


@desk.post("/pos/<int:document_id>/diambil")
@opens(*POSTERS)
def mark_collected(document_id: int) -> ResponseReturnValue:
    return _do(lambda s, who, at: delivery.mark_collected(s, who, document_id, at), "card_collected")


@desk.post("/pos/<int:document_id>/ambil-sendiri")
@opens(*POSTERS)
def choose_pickup(document_id: int) -> ResponseReturnValue:
    return _do(lambda s, who, at: delivery.choose_pickup(s, who, document_id, at), "pickup_chosen")


def _do(change: Change, done: str) -> ResponseReturnValue:
    return act(change, again=_page, then=own_path(typed("back"), url_for("desk.show_post")), done=done)


def _page(refusal: str | None = None) -> str:
    office_id = current_user.office.id
    with parts().database.reading() as session:
        lists = {state.value: queue.documents(session, office_id, (state,), limit=MOST) for state in SHOWN}
        shipments = _shipments(session, [document for rows in lists.values() for document, _ in rows])
    return render_template(
        "desk/post.html",
        lists=lists, shipments=shipments, refusal=refusal, returns=list(delivery.ReturnReason),
        person_named=person_of,
    )  # fmt: skip


def _shipments(session: Session, documents: list[Document]) -> dict[int, Shipment]:
    """The latest envelope of each document."""
    query = select(Shipment).where(col(Shipment.document_id).in_([document.id for document in documents]))
    return {shipment.document_id: shipment for shipment in session.exec(query.order_by(col(Shipment.id))).all()}
