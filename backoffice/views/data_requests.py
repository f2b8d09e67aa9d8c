"""What citizens ask about their own data: the list with its clock, and what the supervisor does about each."""

from __future__ import annotations

from io import BytesIO

from flask import redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice import officers, paging
from backoffice.access import SUPERVISOR, actor, desk, opens
from backoffice.acting import Change, act, typed
from backoffice.parts import parts
from notifications.queues import Queue
from registry import tickets
from registry.actors import NotFound
from registry.calendar.working_time import OpeningHours
from registry.desk import queue
from registry.lifecycle import Refused
from registry.models import Contact, DataRequest, DataRequestKind
from registry.rights import data_desk, data_requests, in_person
from registry.uploads.store import ObjectMissing

ENDED = 20  # ended ones on a page
LONGEST_ANSWER = 1000  # characters


@desk.get("/permintaan-data")
@opens(SUPERVISOR)
def show_data_requests() -> ResponseReturnValue:
    return _list()


def _list(refusal: str | None = None) -> str:
    with parts().database.reading() as session:
        found = data_desk.waiting(session, actor(), paging.asked(), paging.PAGE + 1)
        closed = data_desk.ended(session, actor(), paging.asked("after_ended"), ENDED + 1)
        waiting, ended = paging.part(found, _id), paging.part(closed, _id, ENDED)
        names = officers.names(session, [request.officer_id for request in ended.rows])
    return render_template(
        "desk/data_requests.html",
        waiting=waiting, ended=ended, names=names, at=parts().clock(), hours=_hours(),
        refusal=refusal, kinds=list(DataRequestKind), proofs=in_person.PROVED_BY, longest=LONGEST_ANSWER,
    )  # fmt: skip


def _id(request: DataRequest) -> int:
    return request.id


@desk.post("/permintaan-data")
@opens(SUPERVISOR)
def take_down_request() -> ResponseReturnValue:
    """Of who stands at the counter, or wrote a letter."""
    number, words, withdraw = typed("number"), typed("text")[:LONGEST_ANSWER], bool(typed("withdraw"))
    came_by, identity = typed("came_by"), typed("identity")
    answer = act(
        lambda s, who, at: in_person.take_down(
            s, who, number, _kind(), came_by, identity, at, words=words, withdraw=withdraw
        ),
        again=_list,
        then=url_for("desk.show_data_requests"),
        done="data_requested",
    )
    parts().waker.wake(Queue.CHORES)
    return answer


def _kind() -> DataRequestKind:
    if (kind := typed("kind")) not in list(DataRequestKind):
        raise Refused("refused-identity-in-person")
    return DataRequestKind(kind)


@desk.get("/permintaan-data/<int:request_id>/salinan")
@opens(SUPERVISOR)
def fetch_data_copy(request_id: int) -> ResponseReturnValue:
    """One file, to be printed or put on a stick for who asked in person; it is never shown here."""
    with parts().database.writing() as session:
        request, key = in_person.copy_to_hand_over(session, actor(), request_id, parts().clock())
    try:
        data = parts().store.get(key)
    except ObjectMissing:
        raise NotFound from None
    name = f"{request.number}.html"
    return send_file(BytesIO(data), mimetype="application/octet-stream", as_attachment=True, download_name=name)


@desk.get("/permintaan-data/<int:request_id>")
@opens(SUPERVISOR)
def show_data_request(request_id: int) -> ResponseReturnValue:
    return _page(request_id)


@desk.post("/permintaan-data/<int:request_id>/pastikan")
@opens(SUPERVISOR)
def confirm_identity(request_id: int) -> ResponseReturnValue:
    """The copy itself is made by the chores, in a minute at most."""
    way = typed("identity")
    answer = _do(request_id, lambda s, who, at: data_desk.confirm(s, who, request_id, way, at), "identity_confirmed")
    parts().waker.wake(Queue.CHORES)
    return answer


@desk.post("/permintaan-data/<int:request_id>/perbaiki")
@opens(SUPERVISOR)
def correct_data(request_id: int) -> ResponseReturnValue:
    identity, text = typed("identity"), typed("text")[:LONGEST_ANSWER]
    return _do(
        request_id, lambda s, who, at: data_desk.correct(s, who, request_id, identity, text, at), "data_corrected"
    )


@desk.post("/permintaan-data/<int:request_id>/tolak")
@opens(SUPERVISOR)
def refuse_data_request(request_id: int) -> ResponseReturnValue:
    text = typed("text")[:LONGEST_ANSWER]
    return _do(request_id, lambda s, who, at: data_desk.refuse(s, who, request_id, text, at), "data_request_refused")


@desk.post("/permintaan-data/<int:request_id>/hubungi")
@opens(SUPERVISOR)
def talk_about_data(request_id: int) -> ResponseReturnValue:
    """Opens the citizen's chat in the officer's hands: to make sure who asks, or to ask what is meant."""
    at = parts().clock()
    with parts().database.writing() as session:
        request = data_desk.look(session, actor(), request_id, at)
        contact = session.get_one(Contact, request.contact_id)
        ticket = tickets.open_ticket(session, actor(), contact, request.office_id, at)
        tickets.take(session, actor(), ticket.id, at)
    parts().waker.wake(Queue.DRAIN)
    return redirect(url_for("desk.show_ticket", ticket_id=ticket.id), 303)


def _hours() -> OpeningHours:
    return OpeningHours.from_json(current_user.office.hours)


def _do(request_id: int, change: Change, done: str) -> ResponseReturnValue:
    return act(
        change,
        again=lambda refusal: _page(request_id, refusal),
        then=url_for("desk.show_data_request", request_id=request_id),
        done=done,
    )


def _page(request_id: int, refusal: str | None = None) -> str:
    at = parts().clock()
    with parts().database.writing() as session:
        request = data_desk.look(session, actor(), request_id, at)
        contact = session.get_one(Contact, request.contact_id)
        running = [case.number for case in data_requests.running_cases(session, contact.id)]
        cases = queue.latest_of(session, contact.id, current_user.office.id)
        names = officers.names(session, [request.officer_id])
    return render_template(
        "desk/data_request.html",
        asked=request, contact=contact, cases=cases, running=running, names=names, refusal=refusal, at=at,
        hours=_hours(), ways=data_desk.IDENTITY, longest=LONGEST_ANSWER, typed=typed("text") if refusal else "",
    )  # fmt: skip
