"""The signatory's page: documents to read and sign. The passphrase comes with each request and stays in none."""

from __future__ import annotations

from flask import jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice import paging, words
from backoffice.access import SIGNATORY, actor, desk, few_guesses, language, note, opens
from backoffice.acting import act, typed
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import person_of
from notifications.queues import Queue
from registry.desk import queue
from registry.issuing import by_hand, documents
from registry.issuing.bsre import BsreAway, PerhapsSigned
from registry.issuing.sign import KeyUnusable, NotSignable, WrongPassphrase
from registry.lifecycle import DocumentState, Refused, reason_given

WRONG = 422


@desk.get("/tanda-tangan")
@opens(SIGNATORY)
def show_signing() -> ResponseReturnValue:
    return _page()


@desk.post("/tanda-tangan/<int:document_id>/kembalikan")
@opens(SIGNATORY)
def send_back(document_id: int) -> ResponseReturnValue:
    reason = typed("reason")
    return act(
        lambda session, who, at: documents.send_back(session, who, document_id, reason, at),
        again=_page,
        then=url_for("desk.show_signing"),
        done="document_sent_back",
    )


@desk.post("/tanda-tangan/<int:document_id>/basah")
@opens(SIGNATORY)
def sign_this_by_hand(document_id: int) -> ResponseReturnValue:
    """What cannot wait until BSrE is back."""
    return act(
        lambda session, who, at: by_hand.begin(session, who, document_id, at, why=_why(typed("reason"))),
        again=_page,
        then=url_for("desk.show_signing"),
        done="hand_signing_begun",
    )


def _why(reason: str) -> str:
    """As it stands among the notes of the case, which are the office's: in its language."""
    return texts("id")("by-hand-note", reason=reason_given(reason))


def _page(refusal: str | None = None) -> str:
    with parts().database.reading() as session:
        office_id, state = current_user.office.id, DocumentState.AWAITING_SIGNATURE
        waiting = paging.documents(session, office_id, state, name="after")
        count = queue.document_counts(session, office_id, (state,))[state]
    return render_template(
        "desk/signing.html",
        waiting=waiting.rows,
        after=waiting.after,
        count=count,
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
    except KeyUnusable:
        return jsonify(said=spoken("signing-key-unusable"), stop=True), 409
    except PerhapsSigned:
        return jsonify(said=spoken("signing-perhaps"), stop=True, perhaps=True, away=True), 409
    except BsreAway:
        return jsonify(said=spoken("signing-away"), stop=True, away=True), 409
    except NotSignable:
        return jsonify(said=spoken("signing-not-signable"), stop=False), 409
    except Refused as refused:
        perhaps = refused.reason == "refused-perhaps-signed"
        return jsonify(said=words.refusal(spoken, refused), stop=perhaps, perhaps=perhaps), 409
    parts().waker.wake(Queue.DRAIN)
    return jsonify(said=spoken("signing-done"), stop=False)
