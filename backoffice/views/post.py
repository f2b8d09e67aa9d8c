"""The post desk: envelopes to hand to the carrier, those on their way, and cards kept at the counter."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice import paging
from backoffice.access import COUNTER, POST, SUPERVISOR, actor, desk, language, opens
from backoffice.acting import Change, act, own_path, typed
from backoffice.formats import rupiah
from backoffice.parts import parts
from backoffice.pdfs import shown_pdf
from backoffice.takers import taker_typed
from backoffice.texts import texts
from backoffice.words import person_of
from registry.cards import going_along, old_cards
from registry.counter import giving
from registry.desk import queue
from registry.issuing.render import RenderFailed, render_sheet
from registry.issuing.replacing import replaced_already
from registry.lifecycle import DocumentState, Refused
from registry.models import Carriage, OldCard, Shipment
from registry.post import delivery, handing_over, labels
from registry.post.envelopes import latest

POSTERS = (COUNTER, SUPERVISOR, POST)
SHOWN = (
    DocumentState.TO_POST, DocumentState.POSTED, DocumentState.CHOOSING_HANDOVER, DocumentState.READY_FOR_PICKUP,
)  # fmt: skip


@desk.get("/pos")
@opens(*POSTERS)
def show_post() -> ResponseReturnValue:
    return post_page()


@desk.post("/pos/serah")
@opens(*POSTERS)
def hand_over() -> ResponseReturnValue:
    """The chosen envelopes go to the carrier, in one list that both sign."""
    name = typed("taken_by")
    return act(
        lambda session, who, at: handing_over.hand_over(session, who, chosen(), name, at),
        again=post_page,
        then=url_for("desk.show_consignments"),
        done="cards_handed_over",
    )


@desk.post("/pos/label")
@opens(*POSTERS)
def print_labels() -> ResponseReturnValue:
    at = parts().clock()
    try:
        with parts().database.writing() as session:
            envelopes = labels.to_label(session, actor(), chosen(), at)
        made = [
            labels.label(
                *envelope, parts().regions, pay=_pay(envelope[0]),
                card=texts("id").label("document", envelope[1].template or envelope[1].kind),
                leads_to=f"{parts().settings.public_url}{url_for('desk.show_shipment', shipment_id=envelope[0].id)}",
            )
            for envelope in envelopes
        ]  # fmt: skip
        office = current_user.office
        pdf = render_sheet(labels.Labels(office.name, office.address, tuple(made)), at)
    except Refused as refused:
        return post_page(texts(language())(refused.reason)), 409
    except RenderFailed:
        return post_page(texts(language())("refused-not-rendered")), 409
    return shown_pdf(pdf, "label-kiriman")


@desk.post("/pos/<int:document_id>/kirim")
@opens(*POSTERS)
def post_card(document_id: int) -> ResponseReturnValue:
    tracking = typed("tracking")
    return _do(lambda s, who, at: handing_over.post_card(s, who, document_id, tracking, at), "card_posted")


@desk.post("/pos/<int:document_id>/resi")
@opens(*POSTERS)
def note_tracking(document_id: int) -> ResponseReturnValue:
    numbers = {document_id: typed("tracking")}
    return _do(lambda s, who, at: handing_over.note_tracking(s, who, numbers, at), "tracking_noted")


@desk.post("/pos/<int:document_id>/diterima")
@opens(*POSTERS)
def mark_delivered(document_id: int) -> ResponseReturnValue:
    return _do(lambda s, who, at: delivery.mark_delivered(s, who, [document_id], at), "card_delivered")


@desk.post("/pos/<int:document_id>/kembali")
@opens(*POSTERS)
def mark_returned(document_id: int) -> ResponseReturnValue:
    reasons = {document_id: typed("reason")}
    return _do(lambda s, who, at: delivery.mark_returned(s, who, reasons, at), "card_returned")


@desk.post("/pos/<int:document_id>/diambil")
@opens(*POSTERS)
def mark_collected(document_id: int) -> ResponseReturnValue:
    """At the counter's own terms: to who may take it, whose identity was seen."""
    taker, note = taker_typed()
    return _do(
        lambda s, who, at: giving.hand_over(s, who, document_id, taker, note, at),
        "card_collected",
    )


@desk.post("/pos/<int:document_id>/ambil-sendiri")
@opens(*POSTERS)
def choose_pickup(document_id: int) -> ResponseReturnValue:
    return _do(lambda s, who, at: delivery.choose_pickup(s, who, document_id, at), "pickup_chosen")


@desk.post("/pos/kartu-lama")
@opens(*POSTERS)
def take_old_cards() -> ResponseReturnValue:
    return act(
        lambda session, who, at: old_cards.take(session, who, chosen(), at),
        again=post_page,
        then=own_path(typed("back"), url_for("desk.show_post")),
        done="old_card_taken",
    )


def chosen() -> list[int]:
    found = request.form.getlist("document", type=int)
    if not found:
        raise Refused("refused-none-chosen")
    return found


def _pay(shipment: Shipment) -> str:
    """On the label, in Indonesian whatever the officer reads."""
    spoken = texts("id")
    if shipment.fee_rupiah == 0:
        return spoken("label-paid")
    return spoken("label-pay", amount=rupiah(shipment.fee_rupiah, "id"))


def _do(change: Change, done: str) -> ResponseReturnValue:
    return act(change, again=post_page, then=own_path(typed("back"), url_for("desk.show_post")), done=done)


def post_page(refusal: str | None = None) -> str:
    office_id = current_user.office.id
    with parts().database.reading() as session:
        lists = {
            state.value: paging.documents(session, office_id, state, name=f"after_{state.value}") for state in SHOWN
        }
        shown = [document.id for each in lists.values() for document, _ in each.rows]
        shipments, along = latest(session, shown), going_along.with_each(session, shown)
        replaced = replaced_already(session, [row for each in lists.values() for row in each.rows])
        counts = queue.document_counts(session, office_id, SHOWN)
        kept = old_cards.outstanding(session, office_id, paging.asked("after_old") or 0, paging.PAGE + 1)
        old_count = old_cards.count(session, office_id)
    return render_template(
        "desk/post.html",
        lists=lists, shipments=shipments, along=along, replaced=replaced, counts=counts, refusal=refusal,
        returns=list(delivery.ReturnReason),
        person_named=person_of, chosen=set(request.form.getlist("document", type=int)),
        old_cards=paging.part(kept, paging.document_of),
        old_count=old_count,
        wanted=OldCard.WANTED, carriages=Carriage, identities=giving.suiting, takers=giving.who_may,
    )  # fmt: skip
