"""The desk at the van, made for a telephone: tickets by scan or by code, who was served, who did not come; and what
becomes of a visit."""

from __future__ import annotations

from flask import make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from backoffice.access import ADMIN, COUNTER, SUPERVISOR, actor, desk, language, opens
from backoffice.acting import Change, act, typed, typed_number
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.views.vans import vans_page
from registry.actors import NotFound
from registry.models import BookingState
from registry.models.vans import IKD
from registry.vans import changing, entries, serving, visits

CREW = (COUNTER, SUPERVISOR)
KEEPERS = (SUPERVISOR, ADMIN)


@desk.get("/keliling/<key>")
@opens(*CREW, ADMIN)
def show_van(key: str) -> ResponseReturnValue:
    page = make_response(_page(key))
    page.headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()"  # to scan tickets
    return page


@desk.post("/keliling/<key>/tiket")
@opens(*CREW)
def find_ticket(key: str) -> ResponseReturnValue:
    """Of whatever visit it is: a family may stand at another one than its ticket says."""
    try:
        with parts().database.reading() as session:
            booked, _ = serving.find(session, actor(), typed("code"))
    except NotFound:
        return _page(key, texts(language())("refused-van-code")), 409
    return redirect(url_for("desk.show_van_ticket", code=booked.code), 303)


@desk.get("/keliling/tiket/<code>")
@opens(*CREW)
def show_van_ticket(code: str) -> ResponseReturnValue:
    """Where the QR of a ticket leads."""
    with parts().database.reading() as session:
        booked, visit = serving.find(session, actor(), code)
    return redirect(url_for("desk.show_van", key=visit.key, tiket=booked.code, _anchor="ticket"), 303)


@desk.post("/keliling/<key>/tiket/<int:booking_id>/dilayani")
@opens(*CREW)
def serve_family(key: str, booking_id: int) -> ResponseReturnValue:
    enrolled, outcome = _told("enrolled"), typed("outcome")
    activated, not_done = serving.outcome(outcome) if outcome else (_told("activated"), "")
    return _act(
        key,
        lambda session, who, at: serving.serve(
            session, who, booking_id, enrolled, at, activated=activated, not_done=not_done
        ),
        "van_served",
    )


@desk.post("/keliling/<key>/tiket/<int:booking_id>/tidak-hadir")
@opens(*CREW)
def miss_family(key: str, booking_id: int) -> ResponseReturnValue:
    return _act(key, lambda session, who, at: serving.miss(session, who, booking_id, at), "van_missed")


@desk.post("/keliling/<key>/tiket/<int:booking_id>/urungkan")
@opens(*CREW)
def undo_family(key: str, booking_id: int) -> ResponseReturnValue:
    return _act(key, lambda session, who, at: serving.undo(session, who, booking_id, at), "van_undone")


@desk.post("/keliling/<key>/datang")
@opens(*CREW)
def serve_walk_in(key: str) -> ResponseReturnValue:
    enrolled, activated = _told("enrolled"), _told("activated")
    return _act(
        key,
        lambda session, who, at: serving.walk_in(
            session, who, key, typed_number("people"), enrolled, at, activated=activated
        ),
        "van_walk_in",
    )


@desk.post("/keliling/<key>/batal")
@opens(*KEEPERS)
def cancel_visit(key: str) -> ResponseReturnValue:
    return act(
        lambda session, who, at: changing.cancel(session, who, key, typed("reason"), at),
        again=lambda refusal: _page(key, refusal), then=url_for("desk.show_vans"), done="van_visit_cancelled",
    )  # fmt: skip


@desk.post("/keliling/<key>/pindah")
@opens(*KEEPERS)
def move_visit(key: str) -> ResponseReturnValue:
    given = request.form.to_dict()
    return _act(
        key,
        lambda session, who, at: changing.move(session, who, key, given, typed("reason"), parts().regions, at),
        "van_visit_moved",
    )


@desk.post("/keliling/putaran/<int:round_id>/akhiri")
@opens(*KEEPERS)
def end_round(round_id: int) -> ResponseReturnValue:
    return act(
        lambda session, who, at: changing.end(session, who, round_id, typed("reason"), at),
        again=vans_page, then=url_for("desk.show_vans"), done="van_round_ended",
    )  # fmt: skip


def _act(key: str, change: Change, done: str) -> ResponseReturnValue:
    """What leads back to the visit."""
    then = url_for("desk.show_van", key=key)
    return act(change, again=lambda refusal: _page(key, refusal), then=then, done=done)


def _told(field: str) -> int:
    return typed_number(field) if typed(field) else 0


def _page(key: str, refusal: str | None = None) -> str:
    with parts().database.reading() as session:
        visit = visits.one(session, key)
        if visit is None or visit.round.office_id != actor().office_id:
            raise NotFound
        queue = serving.queue(session, visit)
        conflicts = entries.conflicts(session, visit.row.id) if visit.row else 0
        count = serving.counts(session, [visit]).get(visit.key, serving.Count())
    chosen = request.args.get("tiket", "")
    return render_template(
        "desk/van.html", visit=visit, queue=queue, count=count, refusal=refusal, typed=request.form,
        chosen=next((each for each in queue if each.code == chosen), None), states=BookingState,
        outcomes=serving.OUTCOMES, activates=IKD in visit.round.services,
        conflicts=conflicts, over=visit.ends_at <= parts().clock(),
    )  # fmt: skip
