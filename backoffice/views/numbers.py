"""The numbers an office is written to."""

from __future__ import annotations

from flask import abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import ADMIN, actor, desk, opens
from backoffice.acting import Change, act, typed
from backoffice.parts import parts
from backoffice.pdfs import shown_pdf
from backoffice.texts import texts
from backoffice.views.office import office_page
from registry.offices import numbers
from registry.offices.poster import Poster, dialled, keyword


@desk.post("/kantor/nomor")
@opens(ADMIN)
def add_number() -> ResponseReturnValue:
    channel, number, modem = typed("channel"), typed("number"), typed("modem")
    return _do(lambda session, who, at: numbers.add(session, who, channel, number, at, modem=modem), "number_added")


@desk.post("/kantor/nomor/<int:sender_id>/modem")
@opens(ADMIN)
def choose_modem(sender_id: int) -> ResponseReturnValue:
    modem = typed("modem")
    return _do(lambda session, who, at: numbers.put_into(session, who, sender_id, modem, at), "modem_chosen")


@desk.post("/kantor/nomor/<int:sender_id>/hapus")
@opens(ADMIN)
def remove_number(sender_id: int) -> ResponseReturnValue:
    return _do(lambda session, who, at: numbers.remove(session, who, sender_id, at), "number_removed")


@desk.get("/kantor/nomor/<int:sender_id>/poster")
@opens(ADMIN)
def print_poster(sender_id: int) -> ResponseReturnValue:
    service = parts().catalogue.get(request.args.get("layanan", ""))
    with parts().database.reading() as session:
        sender = next((each for each in numbers.listed(session, actor()) if each.id == sender_id), None)
    if sender is None or service is None:
        abort(404)
    spoken, at = texts("id"), parts().clock()
    poster = Poster(
        current_user.office.name, spoken.label("service", service.code), dialled(sender),
        spoken(f"channel-{sender.channel.value}"), keyword(service),
    )  # fmt: skip
    return shown_pdf(poster.pdf(sender, at), f"poster-{service.code}")


def _do(change: Change, done: str) -> ResponseReturnValue:
    return act(
        change,
        again=lambda refusal: office_page(refusal, "numbers"),
        then=url_for("desk.show_office", _anchor="numbers"),
        done=done,
    )
