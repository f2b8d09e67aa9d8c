"""Tracking numbers: scanned one after the other, or taken from the carrier's table with what became of envelopes."""

from __future__ import annotations

import re

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice.access import desk, language, opens
from backoffice.acting import act, in_transaction, typed
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.views.post import POSTERS
from backoffice.words import person_of, refusal
from registry import sheets
from registry.actors import Actor
from registry.lifecycle import Refused
from registry.models import Case, Document, Shipment
from registry.post import handing_over, imported
from registry.post.envelopes import unnumbered

OF_A_LABEL = re.compile(r"/pos/kiriman/(\d{1,12})$")  # what a scanner types for the QR of an envelope


@desk.get("/pos/pindai")
@opens(*POSTERS)
def show_scanning() -> ResponseReturnValue:
    return _scanning()


@desk.post("/pos/pindai")
@opens(*POSTERS)
def scan() -> ResponseReturnValue:
    """A label's QR goes to that envelope; anything else is the number of the one that is shown."""
    scanned = typed("scanned")
    if label := OF_A_LABEL.search(scanned):
        return redirect(url_for("desk.show_scanning", kiriman=label[1]), 303)
    document_id = request.form.get("document", 0, type=int)
    return act(
        lambda session, who, at: handing_over.note_tracking(session, who, {document_id: scanned}, at),
        again=_scanning,
        then=url_for("desk.show_scanning", sesudah=document_id),
        done="tracking_noted",
    )


@desk.get("/pos/impor")
@opens(*POSTERS)
def show_import() -> ResponseReturnValue:
    return _importing()


@desk.post("/pos/impor")
@opens(*POSTERS)
def import_table() -> ResponseReturnValue:
    """Nothing when a line has a fault, unless the officer chose to take the others."""
    only_good, text = "only_good" in request.form, typed("table")
    try:
        table = _table()
        text = sheets.as_text(table)
        done = _import(table, only_good)
    except Refused as refused:
        return _importing(refusal(texts(language()), refused), text), 409
    if done.faulty and not only_good:
        nothing = "import-nothing" if done.good else "import-all-faulty"
        return _importing(texts(language())(nothing, n=len(done.faulty)), text, done), 409
    flash(texts(language())("import-done", n=len(done.good)))
    return redirect(url_for("desk.show_post"), 303)


def _import(table: list[list[str]], only_good: bool) -> imported.Table:
    """Read and carried out in one transaction: nothing changes in between."""
    found: list[imported.Table] = []

    def change(session: Session, who: Actor, at: object) -> None:
        found.append(imported.read(session, who, table))
        if only_good or not found[0].faulty:
            imported.carry_out(session, who, found[0].good, parts().clock())

    in_transaction(change)
    return found[0]


def _table() -> list[list[str]]:
    """A file, or what was pasted."""
    file = request.files.get("file")
    data = file.read(sheets.LARGEST + 1) if file and file.filename else b""
    return sheets.rows(data) if data else sheets.rows_of(typed("table"))


def _importing(refused: str | None = None, text: str = "", table: imported.Table | None = None) -> str:
    return render_template("desk/import.html", refusal=refused, text=text, table=table)


def _scanning(refused: str | None = None) -> str:
    with parts().database.reading() as session:
        waiting = unnumbered(session, current_user.office.id)
    shown = next((row for row in waiting if _is_asked_for(row)), None)
    following = [row for row in waiting if row[0].id > request.args.get("sesudah", 0, type=int)]
    current = shown or next(iter(following or waiting), None)
    return render_template(
        "desk/scanning.html",
        current=current, left=len(waiting), refusal=refused, person_named=person_of, shipment=current and current[2],
    )  # fmt: skip


def _is_asked_for(row: tuple[Document, Case, Shipment]) -> bool:
    """By the QR of its label, or since what was scanned for it was refused."""
    document, _, shipment = row
    return shipment.id == request.args.get("kiriman", type=int) or document.id == request.form.get("document", type=int)
