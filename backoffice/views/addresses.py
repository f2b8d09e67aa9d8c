"""Where a card is to go, as an officer writes it: chosen from the list of villages, corrected until it leaves."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import actor, desk, opens
from backoffice.acting import carry_out, own_path, typed, typed_number
from backoffice.parts import parts
from backoffice.views.post import POSTERS
from backoffice.words import person_of
from notifications.queues import Queue
from registry.lifecycle import DocumentState
from registry.models import Carriage, Case, Contact, Office, Shipment
from registry.places.regions import Region
from registry.post import addressing, written
from registry.post.carriage import courier, to_pay, town


@desk.get("/pos/<int:document_id>/alamat")
@opens(*POSTERS)
def show_address(document_id: int) -> ResponseReturnValue:
    return _page(document_id)


@desk.post("/pos/<int:document_id>/alamat")
@opens(*POSTERS)
def write_address(document_id: int) -> ResponseReturnValue:
    """Another kabupaten shows its villages, and keeps what was typed."""
    if typed("other_town"):
        return _page(document_id)
    return carry_out(
        lambda: _write(document_id),
        again=lambda refusal: _page(document_id, refusal),
        then=own_path(typed("back"), url_for("desk.show_post")),
        done="address_corrected",
    )


def _write(document_id: int) -> str:
    given = parts()
    address = written.read({part: typed(part) for part in (*written.LONGEST, "village")}, given.regions)
    with given.database.writing() as session:
        fee = typed_number("fee") if typed("fee") else None
        happened = addressing.write(session, actor(), document_id, address, given.clock(), fee=fee)
    given.waker.wake(Queue.DRAIN)
    return happened


def _page(document_id: int, refusal: str | None = None) -> str:
    office = current_user.office
    with parts().database.writing() as session:
        document, case, contact, known = addressing.to_address(session, actor(), document_id, parts().clock())
        relative = session.get(Contact, case.relative_id) if case.relative_id else None
    shown = request.form if request.method == "POST" else _known(case, relative or contact, known)
    places = _places(shown.get("village", ""))
    packed = known if document.state is DocumentState.TO_POST else None
    return render_template(
        "desk/address.html",
        document=document, case=case, packed=packed,
        shown=shown, refusal=refusal, longest=written.LONGEST,
        fee=_fee(office, packed, places["town"].code), courier=courier(office), back=request.values.get("back", ""),
        prepaid=office.carriage is Carriage.POS_PREPAID,
        needs_phone=contact.channel.value != "counter", **places,
    )  # fmt: skip


def _fee(office: Office, packed: Shipment | None, shown_town: str) -> int | str:
    """What was typed or agreed on, else the office's price for the kabupaten shown."""
    if refused := "" if typed("other_town") else typed("fee"):
        return refused
    agreed = packed is not None and town(packed.address.get("village", "")) == shown_town
    return packed.fee_rupiah if packed and agreed else to_pay(office, shown_town)


def _known(case: Case, hears: Contact, envelope: Shipment | None) -> dict[str, str]:
    """What stands on the envelope, or stood on the one that came back; else what the case tells."""
    if envelope is not None and envelope.address:
        return envelope.address
    village = str(case.answers.get("village") or "")
    return {"name": person_of(case) or "", "village": village, "phone": hears.telephone or ""}


def _places(village: str) -> dict[str, Any]:
    """The villages of one kabupaten under their kecamatan: of the one asked for, of the address, or of the office."""
    regions, asked = parts().regions, request.values.get("kab", "")
    known = regions.get(asked) or regions.get(village[:5]) or regions[current_user.office.region]
    towns = [regions[code] for code in regions if code.count(".") == 1]
    return {"town": known, "towns": towns, "villages": _villages(known)}


def _villages(town: Region) -> list[tuple[Region, list[Region]]]:
    regions = parts().regions
    inside = (
        regions[code]
        for code in regions
        if code.startswith(f"{town.code}.") and code.count(".") == written.VILLAGE_DOTS
    )
    by_district = groupby(sorted(inside), key=lambda village: village.parent)
    return [(regions[district], list(villages)) for district, villages in by_district]
