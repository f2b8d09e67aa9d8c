"""The print desk: cards the centre has released, printed several at once on blanks that are all accounted for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice import paging
from backoffice.access import COUNTER, PRINTING, SUPERVISOR, actor, desk, language, opens
from backoffice.acting import Change, act, own_path, typed
from backoffice.formats import Clock
from backoffice.parts import parts
from backoffice.pdfs import shown_pdf
from backoffice.places import chosen_place, place_name, places
from backoffice.texts import texts
from backoffice.words import Words, person_of
from registry.actors import Actor
from registry.cards import devices, misprints, printing, stock
from registry.cards.print_list import ListedCard, PrintList
from registry.catalogue.subjects import nik_of
from registry.desk import queue
from registry.issuing.render import render_sheet
from registry.lifecycle import DocumentState, Refused
from registry.models import Blank, Case, Document

PRINTERS = (COUNTER, SUPERVISOR, PRINTING)
PRINTED = (DocumentState.CHOOSING_HANDOVER, DocumentState.TO_POST, DocumentState.READY_FOR_PICKUP)
SHOWN = (DocumentState.TO_PRINT, DocumentState.WAITING_PRR, *PRINTED)


@desk.get("/cetak")
@opens(*PRINTERS)
def show_printing() -> ResponseReturnValue:
    return printing_page()


@desk.post("/cetak")
@opens(*PRINTERS)
def mark_printed() -> ResponseReturnValue:
    """All chosen cards in one transaction: when one cannot be marked, none is."""
    return _do(_mark_printed, "card_printed")


def _mark_printed(session: Session, who: Actor, at: datetime) -> None:
    """A reason is typed for a card that was spoiled: such a card is not marked printed by the wrong button."""
    if typed("reason"):
        raise Refused("refused-reason-for-spoiled")
    printing.mark_printed(session, who, _chosen(), at, chosen_place())


@desk.post("/cetak/rusak")
@opens(*PRINTERS)
def mark_spoiled() -> ResponseReturnValue:
    reason = typed("reason")
    return _do(lambda s, who, at: printing.mark_spoiled(s, who, _chosen(), reason, at, chosen_place()), "card_spoiled")


@desk.post("/cetak/siap")
@opens(*PRINTERS)
def prr_came() -> ResponseReturnValue:
    return _do(lambda s, who, at: printing.ready_to_print(s, who, _chosen(), at), "card_ready_to_print")


@desk.post("/cetak/<int:document_id>/siap")
@opens(*PRINTERS)
def ready_to_print(document_id: int) -> ResponseReturnValue:
    return _do(lambda s, who, at: printing.ready_to_print(s, who, [document_id], at), "card_ready_to_print")


@desk.post("/cetak/<int:document_id>/salah-cetak")
@opens(*PRINTERS)
def mark_misprinted(document_id: int) -> ResponseReturnValue:
    reason = typed("reason")
    return _do(lambda s, who, at: misprints.mark(s, who, document_id, reason, at), "card_misprinted")


@desk.post("/cetak/daftar")
@opens(*PRINTERS)
def print_list() -> ResponseReturnValue:
    """On paper, beside the printer."""
    at = parts().clock()
    try:
        with parts().database.writing() as session:
            cards = printing.listed(session, actor(), _chosen(), at)
    except Refused:
        return printing_page(texts(language())("refused-none-chosen")), 409
    words = Words(texts("id"), Clock(current_user.office.timezone, "id"))
    sheet = PrintList(
        office=current_user.office.name,
        made=f"{words.long(at)}, {current_user.officer.name}",
        cards=tuple(_on_paper(document, case, words) for document, case in cards),
    )
    return shown_pdf(render_sheet(sheet, at), "daftar-cetak")


def _on_paper(document: Document, case: Case, words: Words) -> ListedCard:
    return ListedCard(
        number=case.number,
        nik=nik_of(case),
        name=person_of(case),
        card=words.document(document.template, document.kind),
        place=place_name(case.district) if case.district else "",
    )


def _chosen() -> list[int]:
    chosen = request.form.getlist("document", type=int)
    if not chosen:
        raise Refused("refused-none-chosen")
    return chosen


def _do(change: Change, done: str) -> ResponseReturnValue:
    return act(change, again=printing_page, then=own_path(typed("back"), url_for("desk.show_printing")), done=done)


def printing_page(refusal: str | None = None) -> str:
    office_id = current_user.office.id
    with parts().database.reading() as session:
        to_print = paging.documents(session, office_id, DocumentState.TO_PRINT, name="after_print")
        waiting = paging.documents(session, office_id, DocumentState.WAITING_PRR, name="after_prr")
        printed = paging.documents(session, office_id, *PRINTED, name="after_printed")
        counts = queue.document_counts(session, office_id, SHOWN)
        stocks = stock.stocks(session, office_id, parts().clock())
        outlooks = _outlooks(session, stocks, printing.waiting(session, office_id))
    return render_template(
        "desk/printing.html",
        to_print=to_print, waiting=waiting, printed=printed, counts=counts, refusal=refusal, outlooks=outlooks,
        low=stock.low(stocks), place_name=place_name, places=places() if len({s.place for s in stocks}) > 1 else [],
        person_named=person_of, reasons=misprints.REASONS, chosen=set(request.form.getlist("document", type=int)),
    )  # fmt: skip


def _outlooks(session: Session, stocks: list[stock.Stock], waiting: Mapping[Blank, int]) -> dict[Blank, stock.Outlook]:
    """For each kind of card that waits."""
    machines = devices.devices(session, current_user.office.id)
    return {blank: stock.outlook(stocks, machines, cards, blank) for blank, cards in waiting.items()}
