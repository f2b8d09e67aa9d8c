"""Card printers and enrolment kits: where they stand, whether they work, their age and what they manage in a day."""

from __future__ import annotations

from datetime import date, datetime

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice.access import PRINTING, SUPERVISOR, desk, opens
from backoffice.acting import act, typed
from backoffice.parts import parts
from backoffice.places import chosen_place, place_name, places
from registry.actors import Actor
from registry.cards import devices
from registry.lifecycle import Refused
from registry.models import DeviceKind, DeviceState

KEEPERS = (PRINTING, SUPERVISOR)
EARLIEST = 1990


@desk.get("/cetak/alat")
@opens(*KEEPERS)
def show_devices() -> ResponseReturnValue:
    return _page()


@desk.post("/cetak/alat")
@opens(*KEEPERS)
def add_device() -> ResponseReturnValue:
    return act(_add, again=_page, then=url_for("desk.show_devices"), done="device_added")


@desk.post("/cetak/alat/<int:device_id>")
@opens(*KEEPERS)
def change_device(device_id: int) -> ResponseReturnValue:
    return act(
        lambda session, who, at: devices.change(
            session, who, device_id, at, state=DeviceState(_one_of(DeviceState, "state")), place=chosen_place(),
            daily_capacity=_number("daily_capacity"), note=typed("note"),
        ),
        again=_page,
        then=url_for("desk.show_devices"),
        done="device_changed",
    )  # fmt: skip


def _add(session: Session, who: Actor, at: datetime) -> None:
    year = _number("year") if typed("year") else None
    if year is not None and not EARLIEST <= year <= at.year:
        raise Refused("refused-year", first=str(EARLIEST), last=str(at.year))
    devices.add(
        session, who, at, kind=DeviceKind(_one_of(DeviceKind, "kind")), name=typed("name"), place=chosen_place(),
        bought_on=date(year, 1, 1) if year else None, daily_capacity=_number("daily_capacity"),
    )  # fmt: skip


def _one_of(kinds: type[DeviceKind] | type[DeviceState], field: str) -> str:
    if typed(field) not in set(kinds):
        raise Refused("refused-other")
    return typed(field)


def _number(field: str) -> int:
    written = typed(field)
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 9 else 0


def _page(refusal: str | None = None) -> str:
    with parts().database.reading() as session:
        found = devices.devices(session, current_user.office.id)
    return render_template(
        "desk/devices.html",
        devices=found, kinds=list(DeviceKind), states=list(DeviceState), places=places(), place_name=place_name,
        usual=devices.USUAL_PRINTER, year=parts().clock().year, working=DeviceState.WORKING, refusal=refusal,
        typed=request.form,
    )  # fmt: skip
