"""The counter: one field finds who stands there; originals, photos, cards and slips, one after another."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from backoffice import casefile, chat, tabs
from backoffice.access import CHECKERS, actor, desk, note, opens
from backoffice.acting import Change, act, carry_out, in_transaction
from backoffice.parts import parts
from backoffice.polling import unless_known
from backoffice.printed import queue_ticket, receipt
from backoffice.readings import readings
from backoffice.takers import taker_typed
from backoffice.words import person_of
from notifications.queues import Queue
from registry import corrections
from registry.counter import finding, giving, letters, photos
from registry.desk.searching import MOST
from registry.issuing.replacing import replaced_already
from registry.lifecycle import OPEN, DocumentState, Refused
from registry.models import Contact, Document, UploadState
from registry.uploads.inspect import inspect
from registry.uploads.keeping import MAX_BYTES, stored_values
from registry.uploads.verdict import Kind, NotAcceptable, Refusal

D = DocumentState
GIVEN = ("document_handed_over", "card_collected")
TAKEN = ("giving_undone", "collection_undone")
HANDED_OVER = (D.CHOOSING_HANDOVER, D.TO_POST, D.READY_FOR_PICKUP)


@desk.get("/loket")
@opens(*CHECKERS)
def show_counter() -> ResponseReturnValue:
    """One find opens at once. What was looked for is never logged, that somebody looked is."""
    text, at = request.args.get("q", "").strip()[:200], parts().clock()
    with parts().database.reading() as session:
        rows = tabs.rows(session, finding.find(session, actor(), text)) if text else []
        waiting = letters.to_print(session, actor(), at)
    if text:
        note("searched", subject=f"found:{len(rows)}")
    if len(rows) == 1:
        return redirect(url_for("desk.show_visit", case_id=rows[0].case.id))
    return render_template(
        "desk/counter.html", text=text, rows=rows, most=MOST, at=at, letters=waiting, person_named=person_of
    )


@desk.get("/loket/<int:case_id>")
@opens(*CHECKERS)
def show_visit(case_id: int) -> ResponseReturnValue:
    return _page(case_id)


@desk.get("/loket/<int:case_id>/surat")
@opens(*CHECKERS)
def poll_visit(case_id: int) -> ResponseReturnValue:
    """The papers while a photo is being read. The page that asks was a look already."""
    return unless_known(render_template("desk/_visit_papers.html", **_shown(case_id, looked=False)))


@desk.post("/loket/<int:case_id>/surat/<paper_key>/asli")
@opens(*CHECKERS)
def see_original(case_id: int, paper_key: str) -> ResponseReturnValue:
    return _do(case_id, lambda s, who, at: corrections.mark_seen(s, who, case_id, paper_key, at), "paper_seen")


@desk.post("/loket/<int:case_id>/surat/<paper_key>/foto")
@opens(*CHECKERS)
def photograph_paper(case_id: int, paper_key: str) -> ResponseReturnValue:
    return carry_out(
        lambda: _photograph(case_id, paper_key),
        again=lambda refusal: _page(case_id, refusal),
        then=url_for("desk.show_visit", case_id=case_id),
        done="paper_photographed",
    )


@desk.post("/loket/<int:case_id>/serahkan/<int:document_id>")
@opens(*CHECKERS)
def hand_over_card(case_id: int, document_id: int) -> ResponseReturnValue:
    taker, note = taker_typed()
    return _do(
        case_id,
        lambda s, who, at: giving.hand_over(s, who, document_id, taker, note, at),
        "handed_over",
    )


@desk.get("/loket/<int:case_id>/karcis")
@opens(*CHECKERS)
def print_queue_ticket(case_id: int) -> ResponseReturnValue:
    return queue_ticket(case_id)


@desk.get("/loket/<int:case_id>/bukti")
@opens(*CHECKERS)
def print_receipt(case_id: int) -> ResponseReturnValue:
    return receipt(case_id)


def _photograph(case_id: int, paper_key: str) -> str:
    """Judged and put away before the transaction; the officer hears at once what the eye will not read."""
    with parts().database.reading() as session:
        casefile.case_seen(session, actor(), case_id)
    values = _judged()
    try:
        in_transaction(lambda s, who, at: photos.add(s, who, case_id, paper_key, values, at))
    except Exception:
        parts().store.delete(values["object_key"])
        raise
    parts().waker.wake(Queue.UPLOADS)
    return "paper_photographed" if values["verdict"] == "fine" else "paper_photographed_poor"


def _judged() -> dict[str, Any]:
    file = request.files.get("photo")
    data = file.read(MAX_BYTES + 1) if file else b""
    if not data:
        raise Refused("refused-file-missing")
    try:
        found = inspect(data, max_bytes=MAX_BYTES)
        if found.kind is Kind.VOICE:
            raise NotAcceptable(Refusal.NOT_PHOTO_OR_PDF)
    except NotAcceptable as refusal:
        raise Refused(f"refused-photo-{refusal.key.value}", **refusal.numbers) from None
    return stored_values(parts().store, found)


def _do(case_id: int, change: Change, done: str) -> ResponseReturnValue:
    return act(
        change,
        again=lambda refusal: _page(case_id, refusal),
        then=url_for("desk.show_visit", case_id=case_id),
        done=done,
    )


def _page(case_id: int, refusal: str | None = None) -> str:
    """The page; opening it is a look at the record, as on the page of the case."""
    return render_template("desk/visit.html", refusal=refusal, **_shown(case_id, looked=refusal is None))


def _shown(case_id: int, *, looked: bool) -> dict[str, Any]:
    at = parts().clock()
    with parts().database.writing() as session:
        shown = casefile.look(session, actor(), case_id, parts().catalogue, at, looked=looked)
        relative = session.get(Contact, shown.case.relative_id) if shown.case.relative_id else None
        told = chat.to_relative(session, shown.case)
        replaced = replaced_already(session, [(each, shown.case) for each in shown.file.documents])
    uploads = [upload for files in shown.file.uploads.values() for upload in files]
    return {
        "shown": shown, "file": shown.file, "case": shown.case, "at": at, "person": person_of(shown.case),
        "relative": relative, "told": told, "is_open": shown.case.state in OPEN,
        "identities": giving.suiting, "takers": giving.who_may, "may_give": _may_give, "readings": readings(shown),
        "being_read": any(upload.state is UploadState.TO_READ for upload in uploads),
        "given": _given(shown), "replaced": replaced,
    }  # fmt: skip


def _given(shown: casefile.Shown) -> dict[str, datetime]:
    """When each document was handed over, where that was not taken back."""
    last = {deed.entry.subject: deed.entry for deed in reversed(shown.history) if deed.entry.action in (*GIVEN, *TAKEN)}
    return {subject: entry.at for subject, entry in last.items() if subject and entry.action in GIVEN}


def _may_give(document: Document) -> bool:
    return document.state in HANDED_OVER or (document.state is D.ISSUED and document.object_key is not None)
