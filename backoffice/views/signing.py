"""The signatory's page: documents to read and sign. The passphrase comes with each request and stays in none."""

from __future__ import annotations

from flask import jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice import paging, words
from backoffice.access import SIGNATORY, actor, desk, few_guesses, language, note, opens
from backoffice.acting import Change, act, in_transaction, typed
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import person_of
from notifications.queues import Queue
from registry import troubles
from registry.desk import queue
from registry.issuing import by_hand, documents
from registry.issuing.bsre import BsreAway, PerhapsSigned
from registry.issuing.sign import KeyUnusable, NotSignable, WrongPassphrase
from registry.lifecycle import DocumentState, Refused, reason_given
from registry.models import Document, TroubleKind

WRONG = 422
SIGNED = (DocumentState.SIGNED, DocumentState.ISSUED, DocumentState.SUPERSEDED)


@desk.get("/tanda-tangan")
@opens(SIGNATORY)
def show_signing() -> ResponseReturnValue:
    return _page()


@desk.post("/tanda-tangan/<int:document_id>/kembalikan")
@opens(SIGNATORY)
def send_back(document_id: int) -> ResponseReturnValue:
    reason = typed("reason")
    return _put_by(
        lambda session, who, at: documents.send_back(session, who, document_id, reason, at), "document_sent_back"
    )


@desk.post("/tanda-tangan/<int:document_id>/basah")
@opens(SIGNATORY)
def sign_this_by_hand(document_id: int) -> ResponseReturnValue:
    """What cannot wait until BSrE is back."""
    return _put_by(
        lambda session, who, at: by_hand.begin(session, who, document_id, at, why=_why(typed("reason"))),
        "hand_signing_begun",
    )


def _put_by(change: Change, done: str) -> ResponseReturnValue:
    """Asked for by the page itself, it is told in a line: what was chosen among the others stays so."""
    if request.accept_mimetypes.best != "application/json":
        return act(change, again=_page, then=url_for("desk.show_signing"), done=done)
    spoken = texts(language())
    try:
        in_transaction(change)
    except Refused as refused:
        return jsonify(said=words.refusal(spoken, refused)), 409
    return jsonify(said=spoken.label("event", done))


def _why(reason: str) -> str:
    """As it stands among the notes of the case, which are the office's: in its language."""
    return texts("id")("by-hand-note", reason=reason_given(reason))


def _page(refusal: str | None = None) -> str:
    with parts().database.reading() as session:
        office_id, state, by_pen = (
            current_user.office.id,
            DocumentState.AWAITING_SIGNATURE,
            DocumentState.TO_SIGN_BY_HAND,
        )
        waiting = paging.documents(session, office_id, state, name="after")
        counts = queue.document_counts(session, office_id, (state, by_pen))
        begun = by_hand.begun(session, office_id)
    return render_template(
        "desk/signing.html",
        waiting=waiting.rows,
        after=waiting.after,
        count=counts[state],
        on_paper=counts[by_pen],
        begun=begun,
        refusal=refusal,
        has_key=bool(current_user.officer.signing_key or current_user.officer.signing_nik),
        person_named=person_of,
    )


@desk.post("/tanda-tangan/<int:document_id>")
@few_guesses("signing", WRONG)
@opens(SIGNATORY)
def sign_document(document_id: int) -> ResponseReturnValue:
    """One document a request. `stop` tells the page that the next one would fare no better."""
    spoken = texts(language())
    try:
        passphrase, again = request.form.get("passphrase", ""), request.form.get("again") == "yes"
        parts().issuing.sign(actor(), document_id, passphrase, parts().clock(), again=again)
    except WrongPassphrase:
        note("passphrase_wrong")
        return jsonify(said=spoken("signing-stopped"), stop=True), WRONG
    except KeyUnusable as fault:
        _note(document_id, fault)
        return jsonify(said=spoken("signing-key-unusable"), stop=True), 409
    except PerhapsSigned:
        return jsonify(said=spoken("signing-perhaps"), stop=True, perhaps=True, away=True), 409
    except BsreAway as fault:
        _note(document_id, fault)
        return jsonify(said=spoken("signing-away"), stop=True, away=True), 409
    except NotSignable as fault:
        _note(document_id, fault)
        return jsonify(said=spoken("signing-not-signable"), stop=False), 409
    except Refused as refused:
        return _not_signed(document_id, refused)
    parts().waker.wake(Queue.DRAIN)
    return jsonify(said=spoken("signing-done"), stop=False)


def _note(document_id: int, fault: Exception) -> None:
    troubles.note(parts().database, TroubleKind.SIGN, f"document:{document_id}", fault, actor().office_id)


def _not_signed(document_id: int, refused: Refused) -> ResponseReturnValue:
    """`gone`: another window, or somebody else, has done with this document what the signatory wanted or not."""
    spoken, perhaps = texts(language()), refused.reason == "refused-perhaps-signed"
    with parts().database.reading() as session:
        document = session.get_one(Document, document_id)
    if document.state in SIGNED:
        return jsonify(said=spoken("signing-already"), stop=False, gone=True), 409
    gone = document.state is not DocumentState.AWAITING_SIGNATURE
    return jsonify(said=words.refusal(spoken, refused), stop=perhaps, perhaps=perhaps, gone=gone), 409
