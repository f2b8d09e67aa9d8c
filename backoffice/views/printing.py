"""The print desk: cards the centre has released, printed several at once."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import COUNTER, PRINTING, SUPERVISOR, desk, opens
from backoffice.acting import act, own_path, typed
from backoffice.parts import parts
from backoffice.words import person_of
from registry import queue
from registry.cards import printing
from registry.lifecycle import DocumentState

PRINTERS = (COUNTER, SUPERVISOR, PRINTING)
MOST = 200


@desk.get("/cetak")
@opens(*PRINTERS)
def show_printing() -> ResponseReturnValue:
    return _page()


@desk.post("/cetak")
@opens(*PRINTERS)
def mark_printed() -> ResponseReturnValue:
    """All chosen cards in one transaction: when one cannot be marked, none is."""
    chosen = request.form.getlist("document", type=int)
    return act(
        lambda session, who, at: [printing.mark_printed(session, who, number, at) for number in sorted(chosen)],
        again=_page,
        then=own_path(typed("back"), url_for("desk.show_printing")),
        done="card_printed",
    )


@desk.post("/cetak/<int:document_id>/siap")
@opens(*PRINTERS)
def ready_to_print(document_id: int) -> ResponseReturnValue:
    return act(
        lambda session, who, at: printing.ready_to_print(session, who, document_id, at),
        again=_page,
        then=own_path(typed("back"), url_for("desk.show_printing")),
        done="card_ready_to_print",
    )


def _page(refusal: str | None = None) -> str:
    office_id = current_user.office.id
    with parts().database.reading() as session:
        to_print = queue.documents(session, office_id, (DocumentState.TO_PRINT,), limit=MOST)
        waiting = queue.documents(session, office_id, (DocumentState.WAITING_PRR,), limit=MOST)
    return render_template(
        "desk/printing.html",
        to_print=to_print, waiting=waiting, refusal=refusal,
        person_named=person_of,
    )  # fmt: skip
