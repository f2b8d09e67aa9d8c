"""The numbers an office is written to."""

from __future__ import annotations

from flask import url_for
from flask.typing import ResponseReturnValue

from backoffice.access import ADMIN, desk, opens
from backoffice.acting import Change, act, typed
from backoffice.views.office import office_page
from registry.offices import numbers


@desk.post("/kantor/nomor")
@opens(ADMIN)
def add_number() -> ResponseReturnValue:
    channel, number = typed("channel"), typed("number")
    return _do(lambda session, who, at: numbers.add(session, who, channel, number, at), "number_added")


@desk.post("/kantor/nomor/<int:sender_id>/hapus")
@opens(ADMIN)
def remove_number(sender_id: int) -> ResponseReturnValue:
    return _do(lambda session, who, at: numbers.remove(session, who, sender_id, at), "number_removed")


def _do(change: Change, done: str) -> ResponseReturnValue:
    return act(
        change,
        again=lambda refusal: office_page(refusal, "numbers"),
        then=url_for("desk.show_office", _anchor="numbers"),
        done=done,
    )
