"""Find a case by its number, or a person's by name, NIK or telephone."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice import tabs
from backoffice.access import POST, PRINTING, READERS, actor, desk, note, opens
from backoffice.parts import parts
from backoffice.views.queue import office_shown, offices_to_choose
from backoffice.words import person_of
from registry.desk import finding_cards, finding_others, searching
from registry.desk.finding_others import Others
from registry.models import Shipment
from registry.post.envelopes import latest


@desk.get("/cari")
@opens(*READERS, PRINTING, POST)
def search() -> ResponseReturnValue:
    """One find opens at once; several are a list. What was looked for is never logged, that somebody looked is."""
    text = request.args.get("q", "").strip()[:100]
    if not current_user.may(*READERS):
        return _cards(text)
    with parts().database.reading() as session:
        offices = offices_to_choose(session)
        office = current_user.office or office_shown(offices)
        office_id = office.id if office else None
        rows = tabs.rows(session, searching.search(session, actor(), text, office_id=office_id)) if text else []
        others = finding_others.find(session, actor(), text) if text and not rows else finding_others.Others()
    addresses = [url_for("desk.show_case", case_id=row.case.id) for row in rows] or _addresses(others)
    if text:
        note("searched", subject=f"found:{len(addresses)}")
    if len(addresses) == 1:
        return redirect(addresses[0])
    return render_template(
        "desk/search.html",
        text=text, rows=rows, most=searching.MOST, at=parts().clock(), offices=offices, office_id=office_id,
        person_named=person_of, others=others,
    )  # fmt: skip


def _addresses(others: Others) -> list[str]:
    found = [url_for("desk.show_ticket", ticket_id=talk.id) for talk in others.talks]
    if others.data_request is not None:
        found.append(url_for("desk.show_data_request", request_id=others.data_request))
    if others.complaint is not None:
        found.append(url_for("desk.show_complaint", complaint_id=others.complaint))
    return found


def _cards(text: str) -> str:
    """For the desks that handle cards and read no requests: each card leads to where it is handled."""
    with parts().database.reading() as session:
        found = finding_cards.find(session, actor(), text) if text else []
        shipments = latest(session, [document.id for document, _ in found])
    if text:
        note("searched", subject=f"found:{len(found)}")
    rows = [(document, case, _desk_of(shipments.get(document.id))) for document, case in found]
    return render_template("desk/found_cards.html", text=text, rows=rows, person_named=person_of)


def _desk_of(shipment: Shipment | None) -> str:
    if shipment is not None and current_user.may(POST):
        return url_for("desk.show_shipment", shipment_id=shipment.id)
    return url_for("desk.show_post") if current_user.may(POST) else url_for("desk.show_printing")
