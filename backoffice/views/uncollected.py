"""Cards nobody has fetched: since when, how often their owners were reminded, and a reminder to those chosen."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice import paging
from backoffice.access import desk, language, opens
from backoffice.acting import in_transaction
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.views.post import POSTERS, chosen
from backoffice.words import person_of, refusal
from registry.actors import Actor
from registry.desk import queue
from registry.lifecycle import Refused
from registry.post import uncollected
from registry.post.envelopes import latest


@desk.get("/pos/belum-diambil")
@opens(*POSTERS)
def show_uncollected() -> ResponseReturnValue:
    return _page()


@desk.post("/pos/belum-diambil")
@opens(*POSTERS)
def remind() -> ResponseReturnValue:
    """Says how many it were: who was reminded often or lately enough is left out."""
    reminded: list[int] = []

    def change(session: Session, who: Actor, at: object) -> None:
        reminded.append(uncollected.remind(session, who, chosen(), parts().clock()))

    try:
        in_transaction(change)
    except Refused as refused:
        return _page(refusal(texts(language()), refused)), 409
    flash(texts(language())("reminded", n=reminded[0]))
    return redirect(url_for("desk.show_uncollected"), 303)


def _page(refused: str | None = None) -> str:
    office, at = current_user.office, parts().clock()
    with parts().database.reading() as session:
        found = uncollected.waiting(session, office.id, paging.asked(), paging.PAGE + 1)
        page = paging.part(found, paging.document_of)
        counts = queue.document_counts(session, office.id, uncollected.WAITING)
        shipments = latest(session, [document.id for document, _ in page.rows])
    due = {document.id: uncollected.next_reminder(document, office) for document, _ in page.rows}
    return render_template(
        "desk/uncollected.html",
        rows=page.rows, after=page.after, count=sum(counts.values()),
        shipments=shipments, due=due, at=at, most=office.reminders_most, days=uncollected.APART.days,
        refusal=refused, person_named=person_of, chosen=set(request.form.getlist("document", type=int)),
    )  # fmt: skip
