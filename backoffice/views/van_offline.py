"""The van desk that works without signal: a page that the telephone keeps, and what it sends once there is signal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flask import Response, jsonify, make_response, render_template, request, send_from_directory, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from backoffice.access import COUNTER, SUPERVISOR, actor, desk, language, opens
from backoffice.acting import act
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import refusal
from registry.actors import NotFound
from registry.lifecycle import Refused
from registry.models import VanEntry
from registry.models.vans import IKD
from registry.reports.known import day_of
from registry.uploads.inspect import inspect
from registry.uploads.keeping import MAX_BYTES, stored_values
from registry.uploads.verdict import Kind, NotAcceptable
from registry.vans import entries, serving, visits
from registry.vans.booking import MOST_PEOPLE
from registry.vans.entries import Given

CREW = (COUNTER, SUPERVISOR)
AHEAD = timedelta(days=2)  # as far as a crew takes its tickets along
SAID = ("waiting", "sent", "conflict", "offline", "online", "login", "pin-wrong", "pin-short", "unknown", "twice",
        "kept", "number")  # fmt: skip


@desk.get("/keliling/meja")
@opens(*CREW)
def show_van_offline() -> ResponseReturnValue:
    """Nothing personal stands in it: the telephone keeps the page as it is."""
    spoken = texts(language())
    words = {name: spoken(f"offline-{name}") for name in SAID}
    words |= {f"kind-{kind}": spoken(f"offline-kind-{kind}") for kind in entries.FIELDS}
    words |= {f"state-{state}": spoken(f"van-state-{state}") for state in ("booked", "served", "missed")}
    page = make_response(render_template(
        "desk/van_offline.html", said=words, officer=current_user.officer.id, outcomes=serving.OUTCOMES
    ))  # fmt: skip
    page.headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()"
    return page


@desk.get("/keliling/meja-sw.js")
@opens(*CREW)
def van_worker() -> Response:
    """From here, so that its scope is the page's."""
    return send_from_directory(str(desk.static_folder), "van_worker.js", mimetype="text/javascript")


@desk.get("/keliling/meja/data")
@opens(*CREW)
def van_data() -> ResponseReturnValue:
    """The visits of these days with their tickets, no names, and a token to send with."""
    office = current_user.office
    with parts().database.reading() as session:
        today = day_of(office, parts().clock())
        shown = visits.between(session, [office], today - timedelta(days=1), today + AHEAD)
        told = [_visit(each, serving.queue(session, each)) for each in shown]  # a handful
        unsettled = entries.unsettled(session, actor())
    return jsonify({"csrf": generate_csrf(), "visits": told, "unsettled": list(unsettled)})


@desk.post("/keliling/meja/kirim")
@opens(*CREW)
def take_van_entry() -> ResponseReturnValue:
    """Each once, however often it comes. 422: it is no entry, and stays on the telephone."""
    form = request.form
    with parts().database.reading() as session:
        before = entries.known(session, actor(), form.get("client_id", ""))
    if before is not None:
        return _answer(before)
    try:
        return _answer(_taken(form))
    except Refused as refused:
        return jsonify({"state": "conflict", "reason": refusal(texts(language()), refused)}), 422


@desk.get("/keliling/<key>/catatan")
@opens(*CREW)
def show_van_entries(key: str) -> ResponseReturnValue:
    return _page(key)


@desk.post("/keliling/<key>/catatan/<int:entry_id>/selesai")
@opens(*CREW)
def clear_van_entry(key: str, entry_id: int) -> ResponseReturnValue:
    return act(
        lambda session, who, at: entries.clear(session, who, entry_id, at),
        again=lambda refused: _page(key, refused), then=url_for("desk.show_van_entries", key=key),
        done="van_entry_cleared",
    )  # fmt: skip


@desk.get("/keliling/foto/<int:entry_id>")
@opens(*CREW)
def show_van_photo(entry_id: int) -> ResponseReturnValue:
    with parts().database.writing() as session:
        entry = entries.photo(session, actor(), entry_id, parts().clock())
    response = Response(parts().store.get(entry.object_key or ""), mimetype=entry.media_type or "image/jpeg")
    response.headers["Content-Disposition"] = f"inline; filename=mobil-{entry.id}"
    return response


def _taken(form: Mapping[str, str]) -> VanEntry:
    """The photo is judged and put away before the transaction; of two that come at once one goes again."""
    photo = _photo()
    given = Given(
        form.get("client_id", ""), form.get("kind", ""), form.get("key", ""), form, form.get("made_at", ""), photo
    )
    try:
        with parts().database.writing() as session:
            taken = entries.take(session, actor(), given, parts().clock())
    except Exception:
        if photo:
            parts().store.delete(photo["object_key"])
        raise
    if photo and taken.object_key != photo["object_key"]:
        parts().store.delete(photo["object_key"])
    return taken


def _photo() -> dict[str, Any]:
    file = request.files.get("photo")
    data = file.read(MAX_BYTES + 1) if file else b""
    if not data:
        return {}
    try:
        found = inspect(data, max_bytes=MAX_BYTES)
    except NotAcceptable as refused:
        raise Refused(f"refused-photo-{refused.key.value}", **refused.numbers) from None
    if found.kind is Kind.VOICE:
        raise Refused("refused-photo-not-photo-or-pdf")
    return stored_values(parts().store, found)


def _answer(entry: VanEntry) -> ResponseReturnValue:
    reason = texts(language())(entry.conflict, most=MOST_PEOPLE) if entry.conflict else ""
    return jsonify({"state": "conflict" if entry.conflict else "sent", "reason": reason})


def _visit(visit: visits.Visit, queue: Any) -> dict[str, Any]:
    tickets = [
        {"code": e.code, "number": e.number, "people": e.people, "state": e.state.value, "ikd": e.service == IKD}
        for e in queue
    ]
    where = {"key": visit.key, "place": visit.place, "on": visit.on.isoformat(), "state": visit.state.value}
    where |= {"opens": visit.opens, "closes": visit.closes}
    return where | {"activates": IKD in visit.round.services, "tickets": tickets}


def _page(key: str, refused: str | None = None) -> str:
    with parts().database.writing() as session:
        visit = visits.one(session, key)
        if visit is None or visit.round.office_id != actor().office_id:
            raise NotFound
        found = entries.looked_at(session, actor(), visit.row.id, parts().clock()) if visit.row else []
    return render_template(
        "desk/van_entries.html", visit=visit, entries=found, refusal=refused, outcomes=serving.OUTCOMES
    )
