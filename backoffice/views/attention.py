"""What needs attention: stuck or failed work in words, to be tried again or left undone."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import ADMIN, SUPERVISOR, actor, desk, language, opens
from backoffice.acting import Change, act
from backoffice.parts import parts
from backoffice.texts import Texts, texts
from notifications.channels.remedies import remedy_for
from notifications.queues import Queue
from registry.actors import NotFound
from registry.desk import attending, attention
from registry.desk.attention import Stuck
from registry.models import StuckKind, TroubleKind
from registry.models.events import UNTOLD

MISSING, STUCK = "worker_missing_", "work_stuck"  # of what is stuck the page itself tells
WORKERS = {
    StuckKind.MESSAGE: Queue.SEND, StuckKind.EVENT: Queue.DRAIN, StuckKind.UPLOAD: Queue.UPLOADS,
    StuckKind.REMNANT: Queue.CHORES, StuckKind.TROUBLE: Queue.CHORES,
}  # fmt: skip


@desk.get("/perhatian")
@opens(SUPERVISOR, ADMIN)
def show_attention() -> ResponseReturnValue:
    return _page()


@desk.post("/perhatian/<kind>/<int:row_id>/ulang")
@opens(SUPERVISOR, ADMIN)
def try_stuck_again(kind: str, row_id: int) -> ResponseReturnValue:
    which = _kind(kind)
    answer = _do(lambda session, who, at: attending.try_again(session, who, which, row_id, at), "stuck_tried_again")
    parts().waker.wake(WORKERS[which])
    return answer


@desk.post("/perhatian/<kind>/<int:row_id>/lepas")
@opens(SUPERVISOR, ADMIN)
def leave_stuck_undone(kind: str, row_id: int) -> ResponseReturnValue:
    which = _kind(kind)
    return _do(lambda session, who, at: attending.leave_undone(session, who, which, row_id, at), "stuck_left_undone")


def _do(change: Change, done: str) -> ResponseReturnValue:
    return act(change, again=_page, then=url_for("desk.show_attention"), done=done)


def _kind(written: str) -> StuckKind:
    if written not in set(StuckKind):
        raise NotFound
    return StuckKind(written)


def _page(refused: str | None = None) -> str:
    at, spoken = parts().clock(), texts(language())
    with parts().database.reading() as session:
        found = attention.stuck(session, actor(), at)
        count = attention.count(session, actor(), at)
    rows = [(each, happened(each, spoken), what_to_do(each, spoken)) for each in found]
    amiss = [alerted(name, spoken) for name in parts().alerts() if name != STUCK] if current_user.may(ADMIN) else []
    return render_template("desk/attention.html", rows=rows, count=count, amiss=amiss, refusal=refused)


def alerted(name: str, spoken: Texts) -> str:
    """One of the installation's, named as in docs/operations.md."""
    if name.startswith(MISSING):
        return spoken("alert-worker_missing", name=name.removeprefix(MISSING))
    return spoken(f"alert-{name}")


def happened(each: Stuck, spoken: Texts) -> str:
    if each.kind is not StuckKind.TROUBLE:
        return spoken(f"stuck-{each.kind}-{'failed' if each.failed else 'waits'}")
    kind, _, subject = each.what.partition(":")
    named = spoken.label(kind, subject) if kind in (TroubleKind.CHORE, TroubleKind.CLOCK) else subject
    return spoken(f"trouble-{kind}", name=named)


def what_to_do(each: Stuck, spoken: Texts) -> str:
    if each.kind is StuckKind.TROUBLE:
        return spoken(f"trouble-{each.what.partition(':')[0]}-todo")
    if each.error == UNTOLD:
        return spoken("delivery-held-untold")
    if each.kind is StuckKind.MESSAGE and each.failed:
        advice = f"advice-{remedy_for(each.error)}"
        return spoken(advice if advice in spoken else "advice-other")
    return spoken(f"stuck-{each.kind}-todo")
