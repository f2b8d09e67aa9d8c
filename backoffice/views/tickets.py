"""The inbox: conversations that wait for an officer, one's own, those of colleagues, and the closed ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session, col, select

from backoffice import officers, paging
from backoffice.access import CHECKERS, actor, desk, opens
from backoffice.parts import parts
from backoffice.polling import unless_known
from backoffice.words import person_of
from registry.models import Case
from registry.tickets.listing import Tab, Talk, counts, talks


@desk.get("/percakapan")
@opens(*CHECKERS)
def show_tickets() -> ResponseReturnValue:
    return render_template("desk/tickets.html", **_shown())


@desk.get("/percakapan/isi")
@opens(*CHECKERS)
def poll_tickets() -> ResponseReturnValue:
    """The tabs and rows for a page that is open: who comes and who is taken is seen on every screen."""
    return unless_known(render_template("desk/_tickets.html", **_shown()))


def _shown() -> dict[str, Any]:
    asked = request.args.get("tab", "")
    tab = Tab(asked) if asked in set(Tab) else Tab.WAITING
    with parts().database.reading() as session:
        page = paging.part(talks(session, actor(), tab, paging.asked(), paging.PAGE + 1), _id)
        found = page.rows
        return {
            "tab": tab, "tabs": list(Tab), "counts": counts(session, actor()), "talks": found, "at": parts().clock(),
            "names": officers.names(session, [talk.ticket.officer_id for talk in found]),
            "people": _people(session, found),
            "after": page.after,
            "poll": url_for("desk.poll_tickets", tab=tab.value, after=request.args.get("after", type=int)),
        }  # fmt: skip


def _id(talk: Talk) -> int:
    return talk.ticket.id


def _people(session: Session, found: Sequence[Talk]) -> dict[int, str]:
    """The name on each contact's latest case in this office."""
    contacts = [talk.contact.id for talk in found]
    query = select(Case).where(col(Case.contact_id).in_(contacts), Case.office_id == current_user.office.id)
    return {case.contact_id: person_of(case) for case in session.exec(query.order_by(col(Case.id))).all()}
